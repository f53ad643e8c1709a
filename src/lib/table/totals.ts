import { fold } from './fold.js';
import { rowAt, type TextColumn, type TextTable } from './table.js';

/** What the first cells of a row of totals say, as `fold` writes it; in English, Vietnamese and Malay. */
const words = new Set([
	'total',
	'totals',
	'grandtotal',
	'sum',
	'overall',
	'tong',
	'tongcong',
	'cong',
	'tongso',
	'jumlah',
	'jumlahbesar',
	'jumlahkeseluruhan'
]);
const mostTotals = 3;
const leading = 3;

/** The first `rows` rows of a column. */
function withoutEnd(column: TextColumn, rows: number): TextColumn {
	const counts = column.counts.slice();
	for (const code of column.codes.subarray(rows)) counts[code]!--;
	return { ...column, codes: column.codes.subarray(0, rows), counts };
}

/** The table without the rows of totals at its end: rows that say so in one of their first cells and leave a quarter of the cells that are usual empty. */
export function takeTotals(table: TextTable): TextTable {
	const totals: string[][] = [];
	let rows = table.rows;
	const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '').length;
	while (totals.length < mostTotals && rows > 1) {
		const row = rowAt(table, rows - 1);
		const usual = Math.max(...[1, 2, 3].map((back) => (rows - 1 - back - totals.length >= 0 ? filled(rowAt(table, rows - 1 - back)) : 0)));
		if (!row.slice(0, leading).some((cell) => words.has(fold(cell))) || filled(row) > usual * 0.75) break;
		totals.unshift(row);
		rows--;
	}
	if (totals.length === 0) return table;
	const { short, long, openQuotes } = table.notes;
	const kept = (row: number) => row <= rows;
	const shortRows = short.rows.filter(kept);
	return {
		...table,
		rows,
		columns: table.columns.map((column) => withoutEnd(column, rows)),
		notes: {
			...table.notes,
			totals,
			short: { count: short.count - (short.rows.length - shortRows.length), rows: shortRows },
			long: new Map([...long].filter(([row]) => kept(row))),
			openQuotes: openQuotes.filter(kept)
		}
	};
}
