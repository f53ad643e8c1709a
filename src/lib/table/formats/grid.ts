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

/**
 * Rows 0 … `count` − 1 in blocks of about a quarter of a million cells.
 * @throws the signal's reason when stopped
 */
export async function* inBlocks(count: number, width: number, row: (i: number) => Cell[], task: Task): AsyncGenerator<Cell[][]> {
	const length = Math.max(1, Math.min(4096, Math.floor(262_144 / Math.max(1, width))));
	for (let from = 0; from < count; from += length) {
		const to = Math.min(count, from + length);
		const block: Cell[][] = [];
		for (let i = from; i < to; i++) block.push(row(i));
		yield block;
		task.progress(to / count);
		await task.breathe();
		task.signal.throwIfAborted();
	}
}
