import type { ProblemId } from '../../problem.js';
import type { Task } from '../../task.js';
import type { Budget } from './budget.js';
import { readingProblem } from './bytes.js';

const pieceBytes = 4 << 20;

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
	let crc = byte;
	for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
	return crc;
});

/** CRC-32 as ZIP has it (ISO 3309), continued from `crc`. */
export function crc32(bytes: Uint8Array, crc = 0): number {
	let sum = ~crc;
	for (let i = 0; i < bytes.length; i++) sum = crcTable[(sum ^ bytes[i]!) & 0xff]! ^ (sum >>> 8);
	return ~sum >>> 0;
}

/**
 * Decompresses a stream, with the CRC-32 of what comes out (0 for gzip, which checks its own).
 * @param broken the problem of a stream that breaks off or is damaged
 * @throws Problem `broken`, fileTooBig, fileGone; the signal's reason when stopped
 */
export async function unpackStream(
	name: string,
	packed: Blob,
	format: CompressionFormat | 'stored',
	broken: ProblemId,
	budget: Budget,
	task: Task
): Promise<{ blob: Blob; crc: number }> {
	const stream = packed.stream() as ReadableStream<Uint8Array<ArrayBuffer>>;
	const reader = (format === 'stored' ? stream : stream.pipeThrough(new DecompressionStream(format))).getReader();
	const parts: Blob[] = [];
	let group: Uint8Array<ArrayBuffer>[] = [];
	let size = 0;
	let crc = 0;
	const seal = () => {
		parts.push(new Blob(group));
		group = [];
		size = 0;
	};
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) break;
			task.signal.throwIfAborted();
			budget.spend(value.length);
			if (format !== 'gzip') crc = crc32(value, crc);
			group.push(value as Uint8Array<ArrayBuffer>);
			size += value.length;
			if (size > pieceBytes) {
				seal();
				task.progress(null);
				await task.breathe();
			}
		}
	} catch (cause) {
		await reader.cancel().catch(() => undefined);
		task.signal.throwIfAborted();
		throw readingProblem(cause, name, broken);
	}
	seal();
	return { blob: new Blob(parts), crc };
}
