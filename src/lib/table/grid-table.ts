import { Problem } from '../problem.js';
import { pause, type Task } from '../task.js';
import { ColumnBuilders } from './column-builders.js';
import { Fields } from './fields.js';
import { cellText, checkFilled, type Cell, type Grid } from './formats/grid.js';
import { shapeOf, type Shaped } from './shape.js';
import type { TextTable } from './table.js';
import { takeTotals } from './totals.js';

/** Rows that decide where the table lies within its sheet. */
const headRows = 1200;

const written = (row: readonly Cell[]): string[] => row.map(cellText);
const blank = (row: readonly Cell[]): boolean => row.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''));

/** The shape of rows whose format names the columns: all of them are data. */
const named = (columns: readonly string[], rows: readonly string[][]): Shaped => ({
	shape: { skip: 0, header: true, description: false },
	columns,
	preamble: [],
	description: null,
	rows: rows.filter((row) => !blank(row))
});

/**
 * Makes a table of typed cells, such as a sheet of a workbook. `header` overrides what the rows say of the first of them.
 * @throws Problem fileEmpty, fileHeaderOnly, rowsTooShort; the signal's reason when stopped
 */
export async function gridTable(
	name: string,
	grid: Grid,
	header: boolean | undefined,
	task: Task
): Promise<{ shaped: Shaped; table: TextTable }> {
	const blocks = grid.rows[Symbol.asyncIterator]();
	const first: Cell[][] = [];
	let cells = 0;
	let filled = 0;
	const count = (block: readonly Cell[][]) => {
		for (const row of block) {
			cells += row.length;
			for (const cell of row) if (cell !== null && cell !== '') filled++;
		}
		checkFilled(name, grid.width, cells, filled);
	};
	let more = true;
	while (more && first.length < headRows) {
		const block = await blocks.next();
		if (block.done) more = false;
		else {
			count(block.value);
			for (const row of block.value) first.push(row);
		}
	}
	if (first.every(blank)) throw new Problem(grid.header ? 'fileHeaderOnly' : 'fileEmpty', { file: name });
	const head = first.slice(0, headRows).map(written);
	const shaped = grid.header ? named(grid.header, head) : shapeOf(head, header);
	if (shaped.rows.length === 0) throw new Problem('fileHeaderOnly', { file: name });
	const { shape, columns } = shaped;
	const builders = new ColumnBuilders(new Fields(), columns.length, first.length);
	let skip = shape.skip;
	let names = grid.header ? 0 : (shape.header ? 1 : 0) + (shape.description ? 1 : 0);
	const short = { count: 0, rows: [] as number[] };
	const long = new Map<number, string[]>();
	let gaps = 0;
	let rows = 0;
	function take(row: readonly Cell[]): void {
		if (skip > 0) {
			skip--;
		} else if (blank(row)) {
			gaps++;
		} else if (names > 0) {
			names--;
		} else {
			for (let j = 0; j < columns.length; j++) builders.add(j, j < row.length ? cellText(row[j]!) : '');
			rows++;
			const surplus = row.slice(columns.length);
			if (!blank(surplus)) long.set(rows, written(surplus));
		}
	}
	checkFilled(name, columns.length, first.length * columns.length, filled);
	first.forEach(take);
	for (let block = await blocks.next(); more && !block.done; block = await blocks.next()) {
		count(block.value);
		checkFilled(name, columns.length, (rows + block.value.length) * columns.length, filled);
		block.value.forEach(take);
		await pause(task);
	}
	const notes = { preamble: shaped.preamble, description: shaped.description, totals: [], blank: gaps, short, long, openQuotes: [] };
	const table = takeTotals({ name, rows, columns: builders.finish(columns, true), notes });
	return { shaped, table };
}
