import { cellText, type Grid } from '../../../../src/lib/table/formats/grid.js';
import { openFile, type Opened } from '../../../../src/lib/table/formats/open.js';
import { Problem } from '../../../../src/lib/problem.js';
import { idle } from '../../../task.js';

/** What a file is read as: the text of each text, the cells of each grid as texts. */
export interface Table {
	readonly name: string;
	readonly header: readonly string[] | null;
	readonly width: number;
	readonly rows: readonly (readonly string[])[];
	readonly omitted: readonly string[];
}

export async function tableOf(name: string, grid: Grid): Promise<Table> {
	const rows: string[][] = [];
	for await (const block of grid.rows) for (const row of block) rows.push(row.map(cellText));
	return { name, header: grid.header ?? null, width: grid.width, rows, omitted: grid.omitted ?? [] };
}

export async function read(name: string, bytes: Uint8Array | string): Promise<(Table | string)[]> {
	const opened = await openFile(name, new Blob([bytes as BlobPart]), idle);
	return Promise.all(opened.map((one) => tableOrText(one)));
}

export const tableOrText = async (one: Opened): Promise<Table | string> =>
	one.kind === 'text' ? `${one.name}: ${await one.blob.text()}` : tableOf(one.name, await one.grid(idle));

/** The only table of a file. */
export async function one(name: string, bytes: Uint8Array | string): Promise<Table> {
	const [table, ...more] = await read(name, bytes);
	if (table === undefined || typeof table === 'string' || more.length > 0) throw new Error(`${name} is not one table`);
	return table;
}

/** The problem that reading a file ends with, or null where it ends with tables. Any other error is thrown on. */
export async function problemOf(name: string, bytes: Uint8Array | string): Promise<Problem | null> {
	try {
		await read(name, bytes);
		return null;
	} catch (cause) {
		if (cause instanceof Problem) return cause;
		throw cause;
	}
}
