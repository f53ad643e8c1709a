import { readFileSync } from 'node:fs';
import type { Matrix } from '../../../src/lib/matrix.js';

/** Columns of a small comma-separated file of numbers, by name. */
export function columnsOf(path: string, names: readonly string[]): Float64Array[] {
	const [header, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
	const columns = header!.split(',');
	const rows = lines.map((line) => line.split(','));
	return names.map((name) => Float64Array.from(rows, (row) => Number(row[columns.indexOf(name)])));
}

/** Columns centred and divided by their population standard deviation, as rows. */
export function zScored(columns: readonly Float64Array[]): Matrix {
	const rows = columns[0]!.length;
	const values = new Float32Array(rows * columns.length);
	columns.forEach((column, j) => {
		const mean = column.reduce((sum, value) => sum + value, 0) / rows;
		const sd = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows);
		column.forEach((value, i) => (values[i * columns.length + j] = (value - mean) / sd));
	});
	return { rows, cols: columns.length, values };
}

/** The published features of Online Retail: log1p of recency, purchase days and revenue, z-scored. */
export const retailRfm = (path: string): Matrix =>
	zScored(columnsOf(path, ['recency', 'frequency', 'monetary']).map((column) => column.map(Math.log1p)));
