/** Where a table lies among the rows of a file or of a sheet. */
export interface Shape {
	/** Rows above the first one that is part of the table: the title of a report, remarks, blank lines. */
	readonly skip: number;
	/** Whether the first row of the table names the columns. */
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

/** The commonest number of cells in a row among rows that hold any text, and the share of rows that have it. */
export function usualWidth(rows: readonly (readonly string[])[]): { width: number; share: number } {
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
	const { width } = usualWidth(rows.slice(0, 200));
	const least = width < 2 ? 1 : Math.max(2, width / 2);
	const remark = (row: readonly string[]) => /^\s*(#\s|#-|#$|\/\/)/.test(row[0] ?? '') && (row.length !== width || width < 2);
	const at = rows.slice(0, mostPreamble).findIndex((row) => filled(row) >= least && !remark(row));
	if (at >= 0) return at;
	return Math.max(
		0,
		rows.findIndex((row) => filled(row) > 0)
	);
}

const numeric = /^[\s"'$€£₫-]*\d[\d\s.,:/-]*$/;

/**
 * A first row names the columns where it holds a word above numbers. Numbers above numbers are data; words above words, which
 * may be either, are taken for names.
 */
function hasHeader(rows: readonly (readonly string[])[]): boolean {
	const [first, ...rest] = rows;
	if (!first) return true;
	const below = (j: number) => rest.slice(0, 20).flatMap((row) => (row[j]?.trim() ? [row[j]!] : []));
	const numbersBelow = (j: number) => below(j).length > 0 && below(j).every((cell) => numeric.test(cell));
	if (first.some((cell, j) => cell.trim() !== '' && !numeric.test(cell) && numbersBelow(j))) return true;
	return !first.some((cell, j) => numeric.test(cell) && (rest.length === 0 || numbersBelow(j)));
}

/** Whether the row under the header describes the columns: it says in words what stands in numbers in every row below it. */
function hasDescription(rows: readonly (readonly string[])[]): boolean {
	const [, second, ...rest] = rows;
	if (!second || rest.length === 0) return false;
	let words = 0;
	for (let j = 0; j < second.length; j++) {
		const below = rest.slice(0, 20).flatMap((row) => (row[j]?.trim() ? [row[j]!.trim()] : []));
		if (below.length === 0 || !below.every((cell) => numeric.test(cell))) continue;
		if (!/\p{L}{2}/u.test(second[j]!) || numeric.test(second[j]!)) return false;
		words++;
	}
	return words >= 2;
}

const used = (row: readonly string[]): number => row.findLastIndex((cell) => cell.trim() !== '') + 1;

/** Columns that hold all but the longest twentieth of the rows: a few longer ones are faults of those rows. */
function widthOf(rows: readonly (readonly string[])[]): number {
	const widths = rows.map(used).sort((a, b) => a - b);
	return widths[Math.ceil(widths.length * 0.95) - 1] ?? 0;
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
		columns: columnNames(names, Math.max(1, used(names), widthOf(rows))),
		preamble: first.slice(0, skip).filter((row) => filled(row) > 0),
		description: described ? table[1]! : null,
		rows
	};
}
