import { pause, type Task } from '../task.js';
import type { Orders } from './orders.js';

/** What makes two rows of an order log the same line of the same order. */
export type Lines = Pick<Orders, 'rows' | 'customer' | 'order' | 'product' | 'time' | 'quantity' | 'amount' | 'paidHere'>;

const floats = new Float64Array(1);
const words = new Uint32Array(floats.buffer);

const mix = (hash: number, word: number): number => {
	const mixed = Math.imul(hash ^ word, 0x9e3779b1);
	return mixed ^ (mixed >>> 15);
};

/**
 * 1 for each row that another file holds too: the same customer, order, product, time, quantity and money. Files are taken in the
 * order of `newest`, so that what stands in several counts as the newest of them has it. A line that one file holds twice is two
 * lines: as many of them count as the file that holds it most often has. Where the money of a whole order stands on one of its lines, it is left
 * out of the comparison, as it may stand on another line in the other file. Rows are compared value by value where their hashes meet.
 * @param starts row at which each file begins, in ascending order, from 0
 * @param newest places of the files in `starts`, each once
 */
export async function overlapping(lines: Lines, starts: readonly number[], newest: readonly number[], task: Task): Promise<Uint8Array> {
	const { rows, customer, order, product, time, quantity, paidHere } = lines;
	const codes = [customer, order, product].flatMap((dictionary) => (dictionary ? [dictionary.codes] : []));
	const numbers = [time, ...(quantity ? [quantity] : []), ...(paidHere ? [] : [lines.amount])];
	const hashes = new Uint32Array(rows).fill(0x811c9dc5);
	for (const column of codes) {
		for (let row = 0; row < rows; row++) hashes[row] = mix(hashes[row]!, column[row]!);
		await pause(task);
	}
	for (const column of numbers) {
		for (let row = 0; row < rows; row++) {
			floats[0] = column[row]!;
			hashes[row] = mix(mix(hashes[row]!, words[0]!), words[1]!);
		}
		await pause(task);
	}
	const same = (a: number, b: number): boolean =>
		codes.every((column) => column[a] === column[b]) && numbers.every((column) => Object.is(column[a], column[b]));

	let size = 16;
	while (size < rows * 1.5) size *= 2;
	/** First row met of each line + 1 by hash, 0 where free. */
	const slots = new Uint32Array(size);
	/** By first row: how often the files before the present one hold the line at most, how often the present one does, and which that is. */
	const most = new Uint32Array(rows);
	const here = new Uint32Array(rows);
	const present = new Int16Array(rows).fill(-1);
	const out = new Uint8Array(rows);
	for (const file of newest) {
		const end = starts[file + 1] ?? rows;
		for (let row = starts[file]!; row < end; row++) {
			if ((row & 0x3ffff) === 0x3ffff) await pause(task);
			let slot = hashes[row]! & (size - 1);
			while (slots[slot] !== 0 && !(hashes[slots[slot]! - 1] === hashes[row] && same(slots[slot]! - 1, row)))
				slot = (slot + 1) & (size - 1);
			if (slots[slot] === 0) slots[slot] = row + 1;
			const line = slots[slot]! - 1;
			if (present[line] !== file) {
				most[line] = Math.max(most[line]!, here[line]!);
				here[line] = 0;
				present[line] = file;
			}
			if (++here[line]! <= most[line]!) out[row] = 1;
		}
	}
	return out;
}
