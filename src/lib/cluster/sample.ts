import type { Matrix } from '../matrix.js';
import type { Random } from '../random.js';

/** `count` different rows out of `rows`, in ascending order, each set as likely as any other; all of them where there are no more. */
export function sampleRows(rows: number, count: number, random: Random): Uint32Array {
	const size = Math.min(rows, count);
	const chosen = new Uint32Array(size);
	// Selection sampling (Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S).
	for (let i = 0, taken = 0; taken < size; i++) if ((rows - i) * random() < size - taken) chosen[taken++] = i;
	return chosen;
}

/** At most `count` rows out of `rows`, spread evenly. */
export const everyNth = (rows: number, count: number): Uint32Array =>
	Uint32Array.from({ length: Math.min(rows, count) }, (_, i) => (rows <= count ? i : Math.floor((i * rows) / count)));

/** The given rows of a matrix, in the given order. */
export function takeRows({ cols, values }: Matrix, rows: Uint32Array): Matrix {
	const taken = new Float32Array(rows.length * cols);
	for (let i = 0, to = 0; i < rows.length; i++) for (let j = 0, from = rows[i]! * cols; j < cols; j++) taken[to++] = values[from++]!;
	return { rows: rows.length, cols, values: taken };
}
