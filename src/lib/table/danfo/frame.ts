import { DataFrame } from 'danfojs';

export type Cell = string | number;

/** A rectangular piece of a table, as the readers hand it on: one array per row, columns by position. */
export interface Frame {
	readonly values: readonly (readonly Cell[])[];
	readonly rows: number;
}

/**
 * A Danfo.js frame of one chunk of rows. Columns are named by position, because names such as `count` or `values` would hide
 * the frame's own methods; types are given, because Danfo.js guesses them from the first rows only.
 */
export function chunkFrame(rows: Cell[][], types: readonly ('string' | 'float32')[]): Frame {
	const frame = new DataFrame(rows, {
		columns: types.map((_, j) => `c${j}`),
		dtypes: [...types],
		config: { lowMemoryMode: true }
	});
	return { values: frame.values as Cell[][], rows: rows.length };
}
