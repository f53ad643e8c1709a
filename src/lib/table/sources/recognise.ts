import { decimalMark, parseNumber } from '../number.js';
import type { Role, Roles } from '../orders.js';
import { parseTime } from '../time.js';
import { headerName, matchHeaders } from './header.js';
import { kindOf, type Refusal } from './kind.js';
import { sources, type Source } from './sources.js';

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

const wooColumns = [
	'Date',
	'Order #',
	'N. Revenue (formatted)',
	'Status',
	'Customer',
	'Customer type',
	'Product(s)',
	'Items sold',
	'Coupon(s)',
	'N. Revenue'
];

/** WooCommerce translates the header of its orders but not their layout: `2× Name, 1× Name` in the seventh column gives it away. */
function translatedWoo(columns: readonly string[], sample: readonly (readonly string[])[]): Candidate | null {
	if (columns.length < wooColumns.length || columns.length > wooColumns.length + 2 || sample.length === 0) return null;
	const cells = (column: number) => sample.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
	const all = (column: number, test: (cell: string) => boolean) => cells(column).length > 0 && cells(column).every(test);
	const number = (column: number) => {
		const mark = decimalMark(cells(column));
		return all(column, (cell) => !Number.isNaN(parseNumber(cell, mark)));
	};
	const fits =
		all(0, (cell) => /^\d{4}-\d\d-\d\d/.test(cell) && !Number.isNaN(parseTime(cell, 'ymd'))) &&
		all(1, (cell) => /\d$/.test(cell)) &&
		all(6, (cell) => /^\d+\s?×\s?\S/.test(cell)) &&
		number(7) &&
		number(9);
	if (!fits) return null;
	const source = sources.find(({ id }) => id === 'wooOrders')!;
	return candidate(source, columns, sample, new Map(wooColumns.map((header, column) => [header, column])));
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
	const translated = translatedWoo(columns, sample);
	if (translated) return { kind: 'source', ...translated };
	if (best.score >= accepted) return { kind: 'unsure', candidates: [best, next] };
	const found = kindOf(columns, sample);
	if (found.kind === 'refused') return found;
	return next.score >= possible ? { kind: 'unsure', candidates: [best, next] } : { kind: 'unknown' };
}
