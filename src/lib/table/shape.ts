/** Where a table lies among the rows of a file or of a sheet. */
export interface Shape {
	/** Rows above the first one that is part of the table: the title of a report, remarks, blank lines. */
	readonly skip: number;
	/** Whether the columns are named: by the first row of the table, or by the file itself. */
	readonly header: boolean;
	/** Whether the row under the header describes the columns. */
	readonly description: boolean;
}

/** The first rows of a table, told apart. */
export interface Shaped {
	readonly shape: Shape;
	readonly columns: readonly string[];
	readonly preamble: readonly (readonly string[])[];
	readonly description: readonly string[] | null;
	/** First rows of data. */
	readonly rows: readonly (readonly string[])[];
}

/** Rows above the header that are looked through. */
const mostPreamble = 30;

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
export function tableWidth(rows: readonly (readonly string[])[]): Width & { above: number } {
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

/** How many rows stand above the table: blank ones, remarks, and titles that fill far fewer cells than a row of the table. */
function preambleOf(rows: readonly (readonly string[])[]): number {
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

export const mostlyNumbers = (rows: readonly (readonly string[])[]): boolean => {
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
function hasHeader(rows: readonly (readonly string[])[]): boolean {
	const [first, ...rest] = rows;
	if (!first || countsYears(first)) return true;
	if (first.some(isEmail)) return false;
	const below = (j: number) => rest.slice(0, 20).flatMap((row) => (row[j]?.trim() ? [row[j]!] : []));
	const numbersBelow = (j: number) => below(j).length > 0 && below(j).every(isNumber);
	if (first.some((cell, j) => cell.trim() !== '' && !isNumber(cell) && numbersBelow(j))) return true;
	return !first.some((cell, j) => isNumber(cell) && (rest.length === 0 || numbersBelow(j)));
}

/** Whether the row under the header describes the columns: it says in words what stands in numbers in every row below it. */
function hasDescription(rows: readonly (readonly string[])[]): boolean {
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

/** Names of the columns of a table `width` wide: those without one are called by their place. */
const columnNames = (names: readonly string[], width: number): string[] =>
	Array.from({ length: width }, (_, j) => names[j]?.trim() || `#${j + 1}`);

/**
 * Tells apart what stands above a table, its header and its rows of data, from its first rows. Names of columns are trimmed, and
 * `#3` where the third has none. `header` overrides what the rows themselves say.
 */
export function shapeOf(first: readonly (readonly string[])[], header?: boolean): Shaped {
	const skip = preambleOf(first);
	const table = first.slice(skip).filter((row) => filled(row) > 0);
	const named = header ?? hasHeader(table);
	const described = named && hasDescription(table);
	const rows = table.slice((named ? 1 : 0) + (described ? 1 : 0));
	const names = named ? (table[0] ?? []) : [];
	return {
		shape: { skip, header: named, description: described },
		columns: columnNames(names, widthOf(rows, names)),
		preamble: first.slice(0, skip).filter((row) => filled(row) > 0),
		description: described ? table[1]! : null,
		rows
	};
}
