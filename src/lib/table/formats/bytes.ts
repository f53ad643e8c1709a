import { Problem, type ProblemId } from '../../problem.js';

const gone = new Set(['NotReadableError', 'NotFoundError']);

/** What to tell the person when reading `name` failed with `cause`: the file vanished, or what it holds is `broken`. */
export function readingProblem(cause: unknown, name: string, broken: ProblemId): Problem {
	if (cause instanceof Problem) return cause;
	if (cause instanceof DOMException && gone.has(cause.name)) return new Problem('fileGone', { file: name });
	return new Problem(broken, { file: name });
}

/**
 * Bytes `from` to `to` of a file, fewer where it ends earlier.
 * @throws Problem fileGone where the file was moved, removed or changed since it was opened
 */
export async function readBytes(name: string, file: Blob, from = 0, to = file.size): Promise<Uint8Array<ArrayBuffer>> {
	try {
		return new Uint8Array(await file.slice(from, to).arrayBuffer());
	} catch {
		throw new Problem('fileGone', { file: name });
	}
}
