import type { Matrix } from '../matrix.js';
import { takeRows } from './sample.js';

/** A column of words: one code per row, 0 … levels − 1. */
export interface Category {
	readonly codes: Uint16Array;
	readonly levels: number;
}

/** Rows of numbers and words; either may be absent (`numbers.cols` = 0, no categories). */
export interface MixedRows {
	readonly numbers: Matrix;
	readonly categories: readonly Category[];
}

/** Rows of words alone. */
export function categoriesOnly(categories: readonly Category[]): MixedRows {
	return { numbers: { rows: categories[0]?.codes.length ?? 0, cols: 0, values: new Float32Array(0) }, categories };
}

/** Rows of numbers alone. */
export const numbersOnly = (numbers: Matrix): MixedRows => ({ numbers, categories: [] });

/** The given rows, in the given order. */
export const takeMixed = ({ numbers, categories }: MixedRows, rows: Uint32Array): MixedRows => ({
	numbers: takeRows(numbers, rows),
	categories: categories.map(({ codes, levels }) => ({ codes: Uint16Array.from(rows, (row) => codes[row]!), levels }))
});
