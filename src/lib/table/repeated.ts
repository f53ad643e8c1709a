import { pause, type Task } from '../task.js';
import { textCounts, type TextCodes, type TextTable } from './table.js';

/**
 * 1 for each row that repeats an earlier one in every cell. Rows are compared cell by cell where their hashes meet, so that no two
 * different rows are ever taken for the same.
 */
export async function repeatedRows({ rows, columns }: TextTable, task: Task): Promise<Uint8Array> {
	const hashes = new Uint32Array(rows).fill(0x811c9dc5);
	for (const { codes } of columns) {
		mix(hashes, codes);
		await pause(task);
	}
	const out = new Uint8Array(rows);
	// Rows that are alike share the text of the most varied column, and the rows of one text mostly stand together, as those of an order
	// do: with a place of its own in the table for each text, next to nothing is looked up far away.
	const widest = columns.reduce((most, column) => (column.texts.count > most.texts.count ? column : most));
	const starts = textCounts(widest);
	let total = 0;
	for (let text = 0; text < starts.length; text++) {
		const own = 2 * starts[text]!;
		starts[text] = total;
		total += own;
	}
	/** Rows + 1 by text and hash, 0 where free. */
	const slots = new Uint32Array(total);
	for (let row = 0; row < rows; row++) {
		if ((row & 0x3ffff) === 0x3ffff) await pause(task);
		const text = widest.codes[row]!;
		const start = starts[text]!;
		const end = starts[text + 1] ?? total;
		for (let slot = start + (hashes[row]! % (end - start)); ; slot = slot + 1 < end ? slot + 1 : start) {
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

function mix(hashes: Uint32Array, codes: TextCodes): void {
	for (let row = 0; row < hashes.length; row++) {
		const mixed = Math.imul(hashes[row]! ^ codes[row]!, 0x9e3779b1);
		hashes[row] = mixed ^ (mixed >>> 15);
	}
}
