import { DataFrame } from 'danfojs';

export type Cell = string | number | null;

/** A table of customers that can be looked at, a page at a time. */
export interface Frame {
	readonly rows: number;
	/** Rows `from` (inclusive) to `to` (exclusive): the id, then the value of each column, null where it is missing. */
	page(from: number, to: number): Cell[][];
}

/**
 * A Danfo.js frame with one row per customer: ids as text, then columns of numbers (NaN where a value is missing). Columns are named
 * by position, because names such as `count` or `values` would hide the frame's own methods; types are given, because Danfo.js
 * guesses them from the first rows only.
 */
export function customerFrame(ids: readonly string[], columns: readonly Float64Array[]): Frame {
	const rows = ids.map((id, i): Cell[] => [id, ...columns.map((values) => (Number.isNaN(values[i]) ? null : values[i]!))]);
	const frame = new DataFrame(rows, {
		columns: ['id', ...columns.map((_, j) => `c${j}`)],
		dtypes: ['string', ...columns.map(() => 'float32' as const)],
		config: { lowMemoryMode: true }
	});
	return {
		rows: ids.length,
		page: (from, to) =>
			from < Math.min(to, ids.length) ? (frame.iloc({ rows: [`${from}:${Math.min(to, ids.length)}`] }).values as Cell[][]) : []
	};
}
