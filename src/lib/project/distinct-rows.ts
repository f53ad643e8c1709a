import type { Matrix } from '../matrix.js';
import { pause, type Task } from '../task.js';

export interface DistinctRows {
	/** The first row of each kind, ascending. */
	readonly first: Uint32Array<ArrayBuffer>;
	/** Kind of each row, an index into `first`. */
	readonly kind: Uint32Array<ArrayBuffer>;
}

const rowsBetweenPauses = 32_768;

/** Which rows hold the same numbers: one pass with a table of hashes (FNV-1a over their bits, 0 and −0 alike), open addressing. */
export async function distinctRows({ rows, cols, values }: Matrix, task: Task): Promise<DistinctRows> {
	const size = 2 ** Math.ceil(Math.log2(2 * rows + 1));
	const slots = new Uint32Array(size);
	const number = new Float32Array(1);
	const bits = new Uint32Array(number.buffer);
	const first = new Uint32Array(rows);
	const kind = new Uint32Array(rows);
	let kinds = 0;
	const same = (a: number, b: number) => {
		for (let j = 0; j < cols; j++) if (values[a * cols + j] !== values[b * cols + j]) return false;
		return true;
	};
	for (let i = 0; i < rows; i++) {
		if (i % rowsBetweenPauses === 0) await pause(task);
		let hash = 0x811c9dc5;
		for (let j = 0; j < cols; j++) {
			number[0] = values[i * cols + j]! + 0;
			hash = Math.imul(hash ^ bits[0]!, 0x01000193);
			hash ^= hash >>> 15;
		}
		let slot = (hash >>> 0) % size;
		while (slots[slot]! > 0 && !same(first[slots[slot]! - 1]!, i)) slot = (slot + 1) % size;
		if (slots[slot] === 0) {
			first[kinds++] = i;
			slots[slot] = kinds;
		}
		kind[i] = slots[slot]! - 1;
	}
	return { first: first.slice(0, kinds), kind };
}
