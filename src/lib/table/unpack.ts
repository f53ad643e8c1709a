import { Problem } from '../problem.js';
import type { Task } from '../task.js';

/**
 * The bytes of a file, decompressed where it is gzip (known by its first bytes, whatever its name).
 * @throws Problem fileGzipBroken, fileGone
 */
export async function unpacked(name: string, file: Blob, task: Task): Promise<Blob> {
	let head: Uint8Array;
	try {
		head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
	} catch {
		throw new Problem('fileGone', { file: name });
	}
	if (head[0] !== 0x1f || head[1] !== 0x8b) return file;
	const parts: Blob[] = [];
	const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
	let group: Uint8Array<ArrayBuffer>[] = [];
	let size = 0;
	const seal = () => {
		parts.push(new Blob(group));
		group = [];
		size = 0;
	};
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) break;
			group.push(value as Uint8Array<ArrayBuffer>);
			size += value.length;
			if (size > 4 << 20) seal();
			if (task.signal.aborted) break;
		}
	} catch {
		throw new Problem('fileGzipBroken', { file: name });
	}
	task.signal.throwIfAborted();
	seal();
	return new Blob(parts);
}
