import { pause, type Task } from '../task.js';
import type { TextTable } from './table.js';

/**
 * 1 for each row that repeats an earlier one in every cell. Rows are compared cell by cell where their hashes meet, so that no two
 * different rows are ever taken for the same.
 */
export async function repeatedRows({ rows, columns }: TextTable, task: Task): Promise<Uint8Array> {
	const hashes = new Uint32Array(rows).fill(0x811c9dc5);
	for (const { codes } of columns) {
		for (let row = 0; row < rows; row++) {
			const mixed = Math.imul(hashes[row]! ^ codes[row]!, 0x9e3779b1);
			hashes[row] = mixed ^ (mixed >>> 15);
		}
		await pause(task);
	}
	const out = new Uint8Array(rows);
	let size = 16;
	while (size < rows * 1.5) size *= 2;
	/** Rows + 1 by hash, 0 where free. */
	const slots = new Uint32Array(size);
	for (let row = 0; row < rows; row++) {
		if ((row & 0x3ffff) === 0x3ffff) await pause(task);
		for (let slot = hashes[row]! & (size - 1); ; slot = (slot + 1) & (size - 1)) {
			const earlier = slots[slot]! - 1;
			if (earlier < 0) {
				slots[slot] = row + 1;
				break;
			}
			if (hashes[earlier] === hashes[row] && columns.every(({ codes }) => codes[earlier] === codes[row])) {
				out[row] = 1;
				break;
			}
		}
	}
	return out;
}
