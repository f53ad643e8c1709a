import { Problem } from '../../problem.js';
import { readBytes } from '../formats/bytes.js';

/** Pieces after which a file that is read as one stream is looked at anew: the stream goes on though the file was removed or written to. */
const piecesBetweenLooks = 32;
/** Reads in flight at once: the browser fetches the next pieces while this one is worked on. */
const ahead = 3;

/**
 * The bytes of a file from `from` on, in pieces of at most `size`; each is good until the next is asked for. They come through one
 * buffer where the browser can fill it, for fresh memory costs more than what is read into it.
 * @throws Problem fileGone
 */
export async function* pieces(name: string, file: Blob, from: number, size: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	const reader = streamOf(file.slice(from));
	if (!reader) return yield* slices(name, file, from, size);
	const look = () => readBytes(name, file, file.size - 1);
	try {
		let buffer = new ArrayBuffer(Math.min(size, file.size));
		for (let read = 0; ; read++) {
			if (read % piecesBetweenLooks === piecesBetweenLooks - 1) await look();
			let filled = 0;
			let ended = false;
			while (!ended && filled < buffer.byteLength) {
				const { value, done } = await reader.read(new Uint8Array(buffer, filled)).catch(() => {
					throw new Problem('fileGone', { file: name });
				});
				if (value) buffer = value.buffer;
				filled += value?.byteLength ?? 0;
				ended = done;
			}
			if (ended) await look();
			if (filled > 0) yield new Uint8Array(buffer, 0, filled);
			if (ended) return;
		}
	} finally {
		void reader.cancel().catch(() => undefined);
	}
}

function streamOf(file: Blob): ReadableStreamBYOBReader | null {
	try {
		return file.stream().getReader({ mode: 'byob' });
	} catch {
		return null;
	}
}

async function* slices(name: string, file: Blob, from: number, size: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	const reads: Promise<Uint8Array<ArrayBuffer>>[] = [];
	let at = from;
	while (at < file.size || reads.length > 0) {
		for (; at < file.size && reads.length < ahead; at += size) {
			const read = readBytes(name, file, at, Math.min(file.size, at + size));
			read.catch(() => undefined);
			reads.push(read);
		}
		const bytes = await reads.shift()!;
		yield bytes;
		letGo(bytes.buffer);
	}
}

/** Gives memory back at once where the browser can (ES2024), instead of when it next looks for what is no longer used. */
function letGo(buffer: ArrayBuffer & { transfer?(length: number): ArrayBuffer }): void {
	buffer.transfer?.(0);
}
