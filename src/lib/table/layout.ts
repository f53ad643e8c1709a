import Papa from 'papaparse';
import { Problem } from '../problem.js';

export const delimiters = [',', ';', '\t', '|', ' '] as const;
export type Delimiter = (typeof delimiters)[number];
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1258'] as const;
export type Encoding = (typeof encodings)[number];

/** How a text file is laid out: all that is needed to cut it into cells. */
export interface Layout {
	readonly encoding: Encoding;
	/** Bytes of the byte-order mark to skip. */
	readonly bom: number;
	readonly delimiter: Delimiter;
	/** Whether the first row names the columns. */
	readonly header: boolean;
}

/** The choices a person may make instead of what the file seems to be. */
export interface LayoutChoice {
	readonly encoding?: Encoding | undefined;
	readonly delimiter?: Delimiter | undefined;
	readonly header?: boolean | undefined;
}

/** How much of the head of a file decides its layout and its columns. */
export const headBytes = 262_144;

function encodingOf(head: Uint8Array, whole: boolean): { encoding: Encoding; bom: number } {
	if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: 3 };
	if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 };
	if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: 2 };
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !whole });
		return { encoding: 'utf-8', bom: 0 };
	} catch {
		return { encoding: 'windows-1252', bom: 0 };
	}
}

/** Kinds of file known by their first bytes that are no delimited text, with the name people know them by. */
const foreign: readonly (readonly [readonly number[], string])[] = [
	[[0x50, 0x4b, 0x03, 0x04], 'ZIP / XLSX'],
	[[0xd0, 0xcf, 0x11, 0xe0], 'XLS'],
	[[0x25, 0x50, 0x44, 0x46], 'PDF'],
	[[0x50, 0x41, 0x52, 0x31], 'Parquet'],
	[[0x89, 0x50, 0x4e, 0x47], 'PNG'],
	[[0xff, 0xd8, 0xff], 'JPEG']
];

function refuseBinary(file: string, head: Uint8Array, encoding: Encoding): void {
	const known = foreign.find(([magic]) => magic.every((byte, i) => head[i] === byte));
	const zeros = encoding.startsWith('utf-16') ? 0 : head.subarray(0, 8192).filter((byte) => byte === 0).length;
	if (known || zeros > 0) throw new Problem('fileBinary', { file, kind: known?.[1] ?? '?' });
}

/** Rows of a piece of text; a last row without its line end is left out unless the piece is the end of the file. */
export function cut(text: string, delimiter: Delimiter, end: boolean): { rows: string[][]; used: number } {
	const parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"' });
	const { data, meta } = parser.parse(text, 0, !end) as { data: string[][]; meta: { cursor: number } };
	for (const row of data) {
		const last = row.length - 1;
		if (row[last]!.endsWith('\r')) row[last] = row[last]!.slice(0, -1);
	}
	return { rows: data, used: meta.cursor };
}

/** Runs of spaces become one, so that columns aligned with spaces read as columns. */
export const squeeze = (text: string): string => text.replace(/^ +/gm, '').replace(/ +/g, ' ').replace(/ $/gm, '');

/** A row without any text; files often end with one. */
export const blank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

/** The delimiter that cuts most rows of the head into the same number of cells, more than one. */
function delimiterOf(text: string): Delimiter {
	let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
	for (const delimiter of delimiters) {
		const piece = delimiter === ' ' ? squeeze(text) : text;
		const rows = cut(piece.slice(0, 65_536), delimiter, false).rows.filter((row) => !blank(row));
		const sample = rows.length > 0 ? rows.slice(0, 200) : cut(piece, delimiter, true).rows.filter((row) => !blank(row));
		const widths = new Map<number, number>();
		for (const { length } of sample) widths.set(length, (widths.get(length) ?? 0) + 1);
		for (const [width, count] of widths) {
			// A space is a delimiter only where nothing else is: names and times hold spaces too.
			const score = width < 2 ? 0 : (count / sample.length) * (delimiter === ' ' ? 0.5 : 1) * (1 + Math.min(width, 20) / 100);
			if (score > best.score) best = { delimiter, score };
		}
	}
	return best.delimiter;
}

const numeric = /^[\s"'$€£₫-]*\d[\d\s.,:/-]*$/;

/**
 * A first row names the columns where it holds a word above numbers. Numbers above numbers are data; words above words, which
 * may be either, are taken for names.
 */
function hasHeader(rows: readonly string[][]): boolean {
	const [first, ...rest] = rows;
	if (!first) return true;
	const below = (j: number) => rest.slice(0, 20).flatMap((row) => (row[j]?.trim() ? [row[j]!] : []));
	const numbersBelow = (j: number) => below(j).length > 0 && below(j).every((cell) => numeric.test(cell));
	if (first.some((cell, j) => cell.trim() !== '' && !numeric.test(cell) && numbersBelow(j))) return true;
	return !first.some((cell, j) => numeric.test(cell) && (rest.length === 0 || numbersBelow(j)));
}

export interface Head {
	readonly layout: Layout;
	readonly columns: readonly string[];
	/** First rows of data. */
	readonly rows: readonly string[][];
}

/**
 * Reads the head of `file` (bytes already unpacked) and says how it is laid out.
 * @throws Problem fileEmpty, fileBinary, fileHeaderOnly, fileGone
 */
export async function readHead(name: string, file: Blob, choice: LayoutChoice = {}): Promise<Head> {
	if (file.size === 0) throw new Problem('fileEmpty', { file: name });
	const bytes = await slice(name, file, 0, headBytes);
	const found = encodingOf(bytes, bytes.length === file.size);
	refuseBinary(name, bytes, found.encoding);
	const encoding = choice.encoding ?? found.encoding;
	const bom = encoding === found.encoding ? found.bom : 0;
	const whole = bytes.length === file.size;
	const text = new TextDecoder(encoding).decode(bytes.subarray(bom), { stream: !whole });
	if (text.trim() === '') throw new Problem('fileEmpty', { file: name });
	const delimiter = choice.delimiter ?? delimiterOf(text);
	const piece = delimiter === ' ' ? squeeze(text) : text;
	const rows = cut(piece, delimiter, whole).rows.filter((row) => !blank(row));
	const header = choice.header ?? hasHeader(rows);
	const data = header ? rows.slice(1) : rows;
	if (data.length === 0) throw new Problem('fileHeaderOnly', { file: name });
	const width = data.slice(0, 100).reduce((most, row) => Math.max(most, row.length), rows[0]?.length ?? 0);
	const names = header ? rows[0]! : [];
	const columns = Array.from({ length: width }, (_, j) => names[j]?.trim() || `#${j + 1}`);
	return { layout: { encoding, bom, delimiter, header }, columns, rows: data.slice(0, 1000) };
}

/**
 * Bytes `from` to `to` of a file.
 * @throws Problem fileGone where the file was moved, removed or changed since it was opened
 */
export async function slice(name: string, file: Blob, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
	try {
		return new Uint8Array(await file.slice(from, to).arrayBuffer());
	} catch {
		throw new Problem('fileGone', { file: name });
	}
}
