import { missingAt } from './missing.js';
import type { Dictionary, RowReader } from './orders.js';
import { rowAt, textAt, type TextColumn, type TextTable } from './table.js';

/** Any rows of a table, as they are written. */
export const rowReader = (table: TextTable): RowReader => ({
	rows: (from, to) =>
		Promise.resolve(Array.from({ length: Math.max(0, Math.min(to, table.rows) - from) }, (_, i) => rowAt(table, from + i))),
	columns: table.columns,
	...(table.notes.long.size > 0 ? { beyond: (row: number) => table.notes.long.get(row + 1) ?? [] } : {})
});

/** A text without spaces around it, and without the apostrophe that keeps a spreadsheet from reading `'0123` as a number. */
const bare = (text: string): string => text.trim().replace(/^'(?=[\d+])/, '');

/** A text column by its values, trimmed; a cell that is empty, or marked as missing, has code −1. */
export function dictionary(column: TextColumn): Dictionary {
	const values: string[] = [];
	const known = new Map<string, number>();
	const codeOf = new Int32Array(column.texts.count).fill(-1);
	for (let text = 1; text < codeOf.length; text++) {
		if (column.counts[text] === 0 || missingAt(column.texts, text)) continue;
		const value = bare(textAt(column.texts, text));
		const code = known.get(value) ?? values.push(value) - 1;
		known.set(value, code);
		codeOf[text] = code;
	}
	const codes = new Int32Array(column.codes.length);
	for (let row = 0; row < codes.length; row++) codes[row] = codeOf[column.codes[row]!]!;
	return { codes, values };
}

/** The value of every row, from the value of every distinct text. */
export function perRow({ codes }: TextColumn, values: Float64Array): Float64Array {
	const out = new Float64Array(codes.length);
	for (let row = 0; row < out.length; row++) out[row] = values[codes[row]!]!;
	return out;
}
