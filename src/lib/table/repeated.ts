import { pause, type Task } from '../task.js';
import { kernelOf } from './kernel.js';
import module from './repeated.kernel.ts?kernel';
import type { TextTable } from './table.js';

interface Kernel {
	readonly memory: WebAssembly.Memory;
	mix(codes: number, bytes: number, n: number, hashes: number): void;
	mark(hashes: number, n: number, met: number, again: number, mask: number): void;
	meetings(hashes: number, n: number, row: number, again: number, mask: number, out: number): number;
}

/** Rows taken at once. */
const block = 1 << 16;
/** The kernel has nothing of its own in memory below this. */
const start = 1 << 16;
const page = 1 << 16;

/**
 * 1 for each row that repeats an earlier one in every cell. Rows whose hashes meet in a field of bits are looked at again, and compared
 * cell by cell where they are equal, so that no two different rows are ever taken for the same.
 */
export async function repeatedRows({ rows, columns }: TextTable, task: Task): Promise<Uint8Array> {
	const kernel = kernelOf<Kernel>(module);
	const bits = 2 ** Math.ceil(Math.log2(Math.max(1024, 8 * rows)));
	const hashesAt = start + 4 * block;
	const met = hashesAt + 4 * rows;
	const again = met + bits / 8;
	kernel.memory.grow(Math.ceil((again + bits / 8) / page) - kernel.memory.buffer.byteLength / page);
	const memory = kernel.memory.buffer;
	const codesOf = { 1: new Uint8Array(memory), 2: new Uint16Array(memory), 4: new Uint32Array(memory) };
	const hashes = new Uint32Array(memory, hashesAt, rows);
	for (let row = 0; row < rows; row += block) {
		const n = Math.min(block, rows - row);
		for (const { codes } of columns) {
			const width = codes.BYTES_PER_ELEMENT as 1 | 2 | 4;
			codesOf[width].set(codes.subarray(row, row + n), start / width);
			kernel.mix(start, width, n, hashesAt + 4 * row);
		}
		kernel.mark(hashesAt + 4 * row, n, met, again, bits - 1);
		await pause(task);
	}
	const found: Uint32Array[] = [];
	let total = 0;
	for (let row = 0; row < rows; row += block) {
		const n = kernel.meetings(hashesAt + 4 * row, Math.min(block, rows - row), row, again, bits - 1, start);
		found.push(new Uint32Array(memory, start, n).slice());
		total += n;
	}
	const out = new Uint8Array(rows);
	/** Rows + 1 by hash, 0 where free. */
	const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * total + 1)));
	const mask = slots.length - 1;
	for (const rowsMet of found) {
		await pause(task);
		for (const row of rowsMet) {
			const hash = hashes[row]!;
			for (let slot = (hash >>> 7) & mask; ; slot = (slot + 1) & mask) {
				const earlier = slots[slot]! - 1;
				if (earlier < 0) {
					slots[slot] = row + 1;
					break;
				}
				if (hashes[earlier] === hash && columns.every(({ codes }) => codes[earlier] === codes[row])) {
					out[row] = 1;
					break;
				}
			}
		}
	}
	return out;
}
