import { Problem } from '../../problem.js';
import type { Task } from '../../task.js';

/** A typed cell. Points in time are text, `2024-03-31` or `2024-03-31 02:30:00`, on the file's own clock; so are long integers. */
export type Cell = string | number | boolean | null;

/** A table of typed cells as it stands in a file, before its header and its rows of data are told apart. */
export interface Grid {
	/** Cells of the longest row. */
	readonly width: number;
	/** Names of the columns where the format itself has them; otherwise they are in one of the rows. */
	readonly header?: readonly string[];
	/** The rows in blocks, to be walked once. A row may be shorter than the grid; what is missing is empty. */
	readonly rows: AsyncIterable<Cell[][]>;
	/** Columns left out because a cell of them holds a list or a mapping. */
	readonly omitted?: readonly string[];
}

/** How a cell is written: `''` for nothing. */
export const cellText = (cell: Cell): string => (cell === null ? '' : String(cell));

/** Columns of the widest sheet a spreadsheet can hold; no table is read beyond it. */
export const widest = 16_384;

/** @throws Problem fileTooWide */
export function checkWidth(name: string, width: number): void {
	if (width > widest) throw new Problem('fileTooWide', { file: name, limit: widest });
}

/** Cells of a small grid, and cells for each filled one beyond which nearly all of them are empty. */
const fewCells = 1 << 22;
const sparsest = 64;

/**
 * Refuses a grid nearly all of whose cells are empty: a few far places of a sheet, or a key of its own in every record, claim any number.
 * @param filled how many of the cells hold something
 * @throws Problem rowsTooShort
 */
export function checkFilled(name: string, columns: number, cells: number, filled: number): void {
	if (cells > fewCells + sparsest * filled) throw new Problem('rowsTooShort', { file: name, columns });
}

/** Rows and cells that are handed on together. */
const blockRows = 4096;
const blockCells = 262_144;

/** Rows in blocks of at most 4096, or of about a quarter of a million cells. */
export function* blocksOf(count: number, row: (i: number) => Cell[]): Generator<Cell[][]> {
	let block: Cell[][] = [];
	let cells = 0;
	for (let i = 0; i < count; i++) {
		const next = row(i);
		block.push(next);
		cells += next.length;
		if (block.length < blockRows && cells < blockCells) continue;
		yield block;
		block = [];
		cells = 0;
	}
	if (block.length > 0) yield block;
}

/**
 * Rows 0 … `count` − 1 in blocks.
 * @throws the signal's reason when stopped
 */
export async function* inBlocks(count: number, row: (i: number) => Cell[], task: Task): AsyncGenerator<Cell[][]> {
	let given = 0;
	for (const block of blocksOf(count, row)) {
		yield block;
		given += block.length;
		task.progress(given / count);
		await task.breathe();
		task.signal.throwIfAborted();
	}
}
