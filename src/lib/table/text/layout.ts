import { Problem } from '../../problem.js';
import { cut, Fields } from './cut.js';
import { encodingOf, slice, Utf8, type Encoding } from './encoding.js';

export const delimiters = [',', ';', '\t', '|', ' '] as const;
export type Delimiter = (typeof delimiters)[number];

/** How a text file is laid out: all that is needed to cut it into a table. */
export interface Layout {
	readonly encoding: Encoding;
	/** Bytes of the byte-order mark to skip. */
	readonly bom: number;
	readonly delimiter: Delimiter;
	/** Records above the first row that is part of the table: the title of a report, remarks, blank lines. */
	readonly skip: number;
	/** Whether the first row of the table names the columns. */
	readonly header: boolean;
	/** Whether the row under the header describes the columns. */
	readonly description: boolean;
}

/** The choices a person may make instead of what the file seems to be. */
export interface LayoutChoice {
	readonly encoding?: Encoding | undefined;
	readonly delimiter?: Delimiter | undefined;
	readonly header?: boolean | undefined;
}

/** How much of the head of a file decides its layout and its columns. */
const headBytes = 262_144;
/** Rows above the header that are looked through. */
const mostPreamble = 30;

/** Kinds of file known by their first bytes that hold no table, with the name people know them by. */
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

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The first records of a text as cells. The buffer is not changed. */
function records(bytes: Uint8Array, delimiter: Delimiter, last: boolean, most: number): string[][] {
	const fields = new Fields();
	const buffer = bytes.slice();
	cut(buffer, 0, buffer.length, { delimiter: delimiter.charCodeAt(0), last, most }, fields);
	const out: string[][] = [];
	for (let r = 0; r < fields.records; r++) {
		const row: string[] = [];
		for (let f = fields.first[r]!; f < fields.first[r + 1]!; f++) row.push(decoder.decode(buffer.subarray(fields.from[f], fields.to[f])));
		out.push(row);
	}
	return out;
}

const filled = (row: readonly string[]): number => row.reduce((n, cell) => n + (cell.trim() === '' ? 0 : 1), 0);

const remark = /^\s*(#\s|#-|#$|\/\/)/;

/** How many of the first rows are blank, remarks or a single cell, and say nothing of how wide the table below them is. */
function titles(rows: readonly (readonly string[])[]): number {
	return Math.max(
		0,
		rows.slice(0, mostPreamble).findIndex((row) => filled(row) > 1 && !remark.test(row[0]!))
	);
}

interface Width {
	readonly width: number;
	/** Of the rows that hold any text, the share that is as wide. */
	readonly share: number;
}

/** The width of the table, and the titles above it that have another. */
function tableWidth(rows: readonly (readonly string[])[]): Width & { above: number } {
	const above = titles(rows);
	const below = rows.slice(above).filter((row) => filled(row) > 0);
	const wide = below.filter((row) => row.length > 1).length;
	return below.length > 1 && wide >= below.length * 0.8 ? { ...usualWidth(below), above } : { ...usualWidth(rows), above: 0 };
}

/** The commonest number of cells in a row among rows that hold any text. */
function usualWidth(rows: readonly (readonly string[])[]): Width {
	const widths = new Map<number, number>();
	let total = 0;
	for (const row of rows) {
		if (filled(row) === 0) continue;
		total++;
		widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
	}
	let best = { width: 0, share: 0 };
	for (const [width, count] of widths) if (count / total > best.share) best = { width, share: count / total };
	return best;
}

/** The delimiter that a first line of `sep=;` names, as Excel has it, or that cuts most rows of the head into the same number of cells, more than one. */
function delimiterOf(bytes: Uint8Array, last: boolean): Delimiter {
	const told = /^sep=(.)[\r\n]/.exec(decoder.decode(bytes.subarray(0, 6)))?.[1];
	const known = delimiters.find((delimiter) => delimiter === told);
	if (known) return known;
	let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
	for (const delimiter of delimiters) {
		const rows = records(bytes, delimiter, last, 200);
		const { width, share, above } = tableWidth(rows);
		// Names and texts hold spaces too: those part columns only where nothing else does, from the first row on, and numbers mostly.
		if (delimiter === ' ' && (above > 0 || !mostlyNumbers(rows))) continue;
		// A delimiter that does not cut the first rows may well be the comma of decimals or of addresses.
		const score = width < 2 ? 0 : share * (delimiter === ' ' ? 0.5 : 1) * 0.96 ** above * (1 + Math.min(width, 20) / 100);
		if (score > best.score) best = { delimiter, score };
	}
	return best.delimiter;
}

/** How many rows stand above the table: blank ones, remarks, and titles that fill far fewer cells than a row of the table. */
export function preambleOf(rows: readonly (readonly string[])[]): number {
	const { width } = tableWidth(rows.slice(0, 200));
	const least = width < 2 ? 1 : Math.max(2, width / 2);
	const top = rows.slice(0, mostPreamble);
	const remarks = top.map((row) => remark.test(row[0] ?? ''));
	// A header may begin with a hash as well; but it is as wide as the table and stands alone.
	const isRemark = (i: number) => remarks[i] && (top[i]!.length !== width || width < 2 || remarks[i - 1] || remarks[i + 1]);
	const at = top.findIndex((row, i) => filled(row) >= least && !isRemark(i));
	// Names and values of a report ("Period, January") may fill half a row; a blank line parts them from the names of the columns.
	const gap = top.findIndex((row, i) => i > at && filled(row) === 0);
	const next = top.findIndex((row, i) => i > gap && filled(row) > 0);
	const narrow = (row: readonly string[]) => filled(row) < width;
	const named = (row: readonly string[]) => filled(row) === width && !row.some(isNumber);
	if (at >= 0 && gap > at && next > gap && top.slice(at, gap).every(narrow) && named(top[next]!)) return next;
	if (at >= 0) return at;
	return Math.max(
		0,
		rows.findIndex((row) => filled(row) > 0)
	);
}

const number = /^["'($€£₫+-]*(?:RM|MYR|VND|USD|EUR|US\$)?\s?-?\d[\d\s.,:/T-]*(?:Z|[AP]M|UTC|%|₫|đ|€|VND)?\)?$/i;
/** Whether a cell is a number, an amount of money or a time, as far as one can tell without knowing its column. */
const isNumber = (cell: string): boolean => cell.length <= 64 && number.test(cell.trim());
const isEmail = (cell: string): boolean => cell.length <= 254 && /^\S+@\S+\.\S+$/.test(cell.trim());

const mostlyNumbers = (rows: readonly (readonly string[])[]): boolean => {
	const cells = rows.flat().filter((cell) => cell !== '');
	return cells.filter(isNumber).length * 2 >= cells.length;
};

/** Years side by side name columns: a row of data hardly ever counts them off. */
function countsYears(row: readonly string[]): boolean {
	const years = row.filter(isNumber).map(Number);
	const isYear = (year: number) => Number.isInteger(year) && year >= 1900 && year <= 2100;
	return years.length >= 2 && years.every((year, i) => isYear(year) && (i === 0 || Math.abs(year - years[i - 1]!) === 1));
}

/**
 * A first row names the columns where it holds a word above numbers, or counts off years. Numbers above numbers and e-mail
 * addresses are data; words above words, which may be either, are taken for names.
 */
export function hasHeader(rows: readonly (readonly string[])[]): boolean {
	const [first, ...rest] = rows;
	if (!first || countsYears(first)) return true;
	if (first.some(isEmail)) return false;
	const below = (j: number) => rest.slice(0, 20).flatMap((row) => (row[j]?.trim() ? [row[j]!] : []));
	const numbersBelow = (j: number) => below(j).length > 0 && below(j).every(isNumber);
	if (first.some((cell, j) => cell.trim() !== '' && !isNumber(cell) && numbersBelow(j))) return true;
	return !first.some((cell, j) => isNumber(cell) && (rest.length === 0 || numbersBelow(j)));
}

/** Whether the row under the header describes the columns: it says in words what stands in numbers in every row below it. */
export function hasDescription(rows: readonly (readonly string[])[]): boolean {
	const [, second, ...rest] = rows;
	if (!second || rest.length === 0) return false;
	let words = 0;
	for (let j = 0; j < second.length; j++) {
		const below = rest.slice(0, 20).flatMap((row) => (row[j]?.trim() ? [row[j]!.trim()] : []));
		if (below.length === 0 || !below.every(isNumber)) continue;
		if (!/\p{L}{2}/u.test(second[j]!) || isNumber(second[j]!)) return false;
		words++;
	}
	return words >= 2;
}

const used = (row: readonly string[]): number => row.findLastIndex((cell) => cell.trim() !== '') + 1;

/**
 * Columns that hold all but the longest twentieth of the rows, and at least all but one where a header counts the columns too: a few
 * longer rows are faults of those rows.
 */
function widthOf(rows: readonly (readonly string[])[], names: readonly string[]): number {
	const widths = rows.map(used).sort((a, b) => a - b);
	const last = widths.length - 1;
	const usual = Math.ceil(widths.length * 0.95) - 1;
	const wide = widths[names.length > 0 ? Math.max(0, Math.min(usual, last - 1)) : usual] ?? 0;
	return Math.max(1, used(names), wide, Math.min(names.length, widths[last] ?? 0));
}

export interface Head {
	readonly layout: Layout;
	readonly columns: readonly string[];
	readonly preamble: readonly (readonly string[])[];
	readonly description: readonly string[] | null;
	/** First rows of data. */
	readonly rows: readonly (readonly string[])[];
	/** Mean bytes of a row in UTF-8. */
	readonly rowBytes: number;
}

/** Names of the columns of a table `width` wide: those without one are called by their place. */
export const columnNames = (names: readonly string[], width: number): string[] =>
	Array.from({ length: width }, (_, j) => names[j]?.trim() || `#${j + 1}`);

/**
 * Reads the head of `file` and says how it is laid out.
 * @throws Problem fileEmpty, fileBinary, fileHeaderOnly, fileGone
 */
export async function readHead(name: string, file: Blob, choice: LayoutChoice = {}): Promise<Head> {
	if (file.size === 0) throw new Problem('fileEmpty', { file: name });
	const raw = await slice(name, file, 0, headBytes);
	const last = raw.length === file.size;
	const found = encodingOf(raw, last);
	refuseBinary(name, raw, found.encoding);
	const encoding = choice.encoding ?? found.encoding;
	const bom = encoding === found.encoding ? found.bom : 0;
	const bytes = new Utf8(encoding).next(raw.subarray(bom), last);
	if (decoder.decode(bytes).trim() === '') throw new Problem('fileEmpty', { file: name });
	const delimiter = choice.delimiter ?? delimiterOf(bytes, last);
	// A first record longer than the head is read as far as it goes.
	const finished = records(bytes, delimiter, last, 1200);
	const all = finished.length > 0 ? finished : records(bytes, delimiter, true, 1200);
	const skip = preambleOf(all);
	const table = all.slice(skip).filter((row) => filled(row) > 0);
	if (table.length === 0 && last) throw new Problem('fileEmpty', { file: name });
	const header = choice.header ?? hasHeader(table);
	const description = header && hasDescription(table);
	const rows = table.slice((header ? 1 : 0) + (description ? 1 : 0));
	if (rows.length === 0 && last) throw new Problem('fileHeaderOnly', { file: name });
	const names = header ? table[0]! : [];
	return {
		layout: { encoding, bom, delimiter, skip, header, description },
		columns: columnNames(names, widthOf(rows, names)),
		preamble: all.slice(0, skip).filter((row) => filled(row) > 0),
		description: description ? table[1]! : null,
		rows: rows.slice(0, 1000),
		rowBytes: bytes.length / Math.max(1, all.length)
	};
}
