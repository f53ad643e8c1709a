import { csvStyle, writeCsv } from '../lib/export/csv.js';
import type { RowReader } from '../lib/table/orders.js';

/** The words of a file of rows, in the reader's language. */
export interface RowFileWords {
	/** BCP 47 tag whose conventions the file follows. */
	readonly locale: string;
	/** Names of the columns that are added: the file a row stands in where there are several, and its number there. */
	readonly fileHeader: string;
	readonly rowHeader: string;
	/** Name of each column of texts beyond the last column of the file. */
	readonly beyondHeader: string;
}

export interface TableRows {
	readonly columns: readonly string[];
	readonly rows: number;
	readonly source: RowReader;
}

const page = 4096;

/**
 * Rows of a table as they stand in its file, each with its number there, what `lead` says of it and, at the end, the texts beyond its last
 * column. `lead` gives the cells under `leadHeader`, or null for a row that is left out. Texts stand whole, personal ones too.
 */
export async function rowFile(
	{ columns, rows, source }: TableRows,
	leadHeader: readonly string[],
	lead: (row: number) => readonly string[] | null,
	words: RowFileWords,
	signal: AbortSignal
): Promise<Blob> {
	const lines: (string | number)[][] = [];
	let widest = 0;
	for (let from = 0; from < rows; from += page) {
		const wanted = Array.from({ length: Math.min(page, rows - from) }, (_, i) => lead(from + i));
		if (wanted.every((cells) => cells === null)) continue;
		const texts = await source.rows(from, from + wanted.length);
		signal.throwIfAborted();
		texts.forEach((row, i) => {
			const before = wanted[i];
			if (!before) return;
			const place = source.at?.(from + i);
			const beyond = source.beyond?.(from + i) ?? [];
			if (beyond.length > widest) widest = beyond.length;
			lines.push([...(place ? [place.file, place.row] : [from + i + 1]), ...before, ...row, ...beyond]);
		});
	}
	const header = [
		...(source.at ? [words.fileHeader] : []),
		words.rowHeader,
		...leadHeader,
		...columns,
		...new Array<string>(widest).fill(words.beyondHeader)
	];
	return new Blob([...writeCsv(header, lines, csvStyle(words.locale))], { type: 'text/csv' });
}
