import { decimalMark, parseNumber } from '../number.js';
import type { Role, Roles } from '../orders.js';
import { parseTime } from '../time.js';
import { headerName, matchHeaders } from './header.js';
import { kindOf, type Refusal } from './kind.js';
import { list, sources, type Source } from './sources.js';

/** A source held against a file. */
export interface Candidate {
	readonly source: Source;
	/** Position of the column under each known header, by the header's name in the source. */
	readonly columns: ReadonlyMap<string, number>;
	readonly roles: Roles;
	/** Columns that tell people apart, the best first. */
	readonly identity: readonly number[];
	/** How many columns of the file are known, of how many. */
	readonly matched: number;
	readonly of: number;
	/** Share of the required headers found, and up to 0.2 more for the optional ones. */
	readonly score: number;
}

export type Recognition =
	| ({ readonly kind: 'source' } & Candidate)
	| { readonly kind: 'unsure'; readonly candidates: readonly [Candidate, Candidate] }
	| { readonly kind: 'refused'; readonly reason: Refusal }
	| { readonly kind: 'unknown' };

/** Score from which a source is taken as found, its lead over the next, and the score from which it is worth asking about. */
const accepted = 0.8;
const lead = 0.15;
const possible = 0.5;
const bonus = 0.2;

function candidate(
	source: Source,
	columns: readonly string[],
	sample: readonly (readonly string[])[],
	found: ReadonlyMap<string, number>
): Candidate {
	const share = (headers: readonly string[]) =>
		headers.length === 0 ? 0 : headers.filter((header) => found.has(headerName(header))).length / headers.length;
	const identity = source.identity.flatMap((header) => found.get(header) ?? []);
	const customer = identity.find((column) => sample.some((row) => (row[column] ?? '').trim() !== '')) ?? identity[0];
	const roles: Roles = customer === undefined ? {} : { customer };
	for (const [role, header] of Object.entries(source.roles) as [Role, string][]) {
		const column = found.get(header);
		if (column !== undefined) roles[role] = column;
	}
	for (const role of ['currency', 'refund'] as const) {
		const column = source.quirks[role] === undefined ? undefined : found.get(source.quirks[role]);
		if (column !== undefined) roles[role] = column;
	}
	const score = share(source.required) + bonus * share(source.optional);
	return { source, columns: found, roles, identity, matched: found.size, of: columns.length, score };
}

/** A source held against a file, whether the file comes from it or not. */
export const heldAgainst = (source: Source, columns: readonly string[], sample: readonly (readonly string[])[]): Candidate =>
	candidate(source, columns, sample, matchHeaders(columns, [...source.required, ...source.optional]));

/** Cells of a column that hold something. */
type Cells = (column: number) => readonly string[];

interface Layout {
	readonly source: string;
	readonly columns: readonly string[];
	/** Columns that may stand behind them. */
	readonly more: number;
	fits(cells: Cells, rows: number): boolean;
}

const all = (cells: readonly string[], test: (cell: string) => boolean): boolean => cells.length > 0 && cells.every(test);
const numbersIn = (cells: readonly string[]): number[] => {
	const mark = decimalMark(cells);
	return cells.map((cell) => parseNumber(cell, mark));
};
const numbers = (cells: readonly string[]): boolean => cells.length > 0 && !numbersIn(cells).some(Number.isNaN);
const times = (cells: readonly string[]): boolean =>
	all(cells, (cell) => /^\d{4}-\d\d-\d\d/.test(cell) && !Number.isNaN(parseTime(cell, 'ymd')));

/** WooCommerce writes headers in the language of the shop, but its columns in one order, and some of them can be nothing else. */
const layouts: readonly Layout[] = [
	{
		source: 'wooOrders',
		columns: list('Date, Order #, N. Revenue (formatted), Status, Customer, Customer type, Product(s), Items sold, Coupon(s), N. Revenue'),
		more: 2,
		fits: (cells) =>
			times(cells(0)) &&
			all(cells(1), (cell) => /\d$/.test(cell)) &&
			all(cells(6), (cell) => /^\d+\s?×\s?\S/.test(cell)) &&
			numbers(cells(7)) &&
			numbers(cells(9))
	},
	{
		source: 'wooCustomers',
		columns: list('Name, Username, Last Active, Sign Up, Email, Orders, Total Spend, AOV, Country / Region, City, Region, Postal Code'),
		more: 0,
		fits(cells, rows) {
			const [orders, spent, each] = [5, 6, 7].map((column) => numbersIn(cells(column))) as [number[], number[], number[]];
			return (
				times(cells(2)) &&
				times(cells(3)) &&
				all(cells(4), (cell) => /^\S+@\S+$/.test(cell)) &&
				[orders, spent, each].every(({ length }) => length === rows) &&
				// What an order is worth on average may be rounded to whole coins.
				orders.every((n, row) => Number.isInteger(n) && Math.abs(n * each[row]! - spent[row]!) <= n / 2)
			);
		}
	}
];

/** The source whose columns lie as those of the file, under headers of any language. */
function translated(columns: readonly string[], sample: readonly (readonly string[])[]): Candidate | null {
	const cells: Cells = (column) => sample.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
	const layout = layouts.find(
		({ columns: { length }, more, fits }) => columns.length >= length && columns.length <= length + more && fits(cells, sample.length)
	);
	if (!layout) return null;
	const source = sources.find(({ id }) => id === layout.source)!;
	return candidate(source, columns, sample, new Map(layout.columns.map((header, column) => [header, column])));
}

/**
 * Which program a table comes from, by its header; its columns may be shuffled, and optional ones missing. Where none fits well
 * enough, or two fit about as well, the two best are given; where none comes near, a table that is not about customers is
 * refused by name.
 */
export function recognise(columns: readonly string[], sample: readonly (readonly string[])[]): Recognition {
	const ranked = sources.map((source) => heldAgainst(source, columns, sample)).sort((a, b) => b.score - a.score);
	const [best, next] = ranked as [Candidate, Candidate];
	if (best.score >= accepted && best.score - next.score >= lead) return { kind: 'source', ...best };
	const laidOut = translated(columns, sample);
	if (laidOut) return { kind: 'source', ...laidOut };
	if (best.score >= accepted) return { kind: 'unsure', candidates: [best, next] };
	const found = kindOf(columns, sample);
	if (found.kind === 'refused') return found;
	return next.score >= possible ? { kind: 'unsure', candidates: [best, next] } : { kind: 'unknown' };
}
