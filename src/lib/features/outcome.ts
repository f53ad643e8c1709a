import type { People, PeopleColumn } from '../table/people.js';
import type { OutcomeColumn } from './customers.js';
import { fold } from '../table/fold.js';

/** Headers of what somebody may want to foretell, in English, Vietnamese and Malay; written as `fold` writes them. */
const outcomes = new Set([
	...['response', 'responded', 'respondent', 'converted', 'conversion', 'target', 'label', 'outcome', 'result', 'revenue', 'y', 'class'],
	...[
		'purchase',
		'purchased',
		'bought',
		'buy',
		'deposit',
		'exited',
		'left',
		'default',
		'defaulted',
		'cancelled',
		'unsubscribed',
		'renewed'
	],
	...['hasresponded', 'didrespond', 'isresponded', 'redeemed', 'signedup', 'isconverted', 'hasconverted', 'won'],
	...['daphanhoi', 'cophanhoi', 'dadangky', 'dasudung', 'memberirespons', 'telahrespons', 'telahmembalas', 'telahbalas', 'menebus'],
	...['phanhoi', 'chuyendoi', 'dachuyendoi', 'ketqua', 'damua', 'muctieu', 'dahuy', 'nhan'],
	...['respons', 'maklumbalas', 'tindakbalas', 'penukaran', 'hasil', 'sasaran', 'keputusan', 'beli', 'telahbeli']
]);
/** Words that mark an outcome, or what was learned of it afterwards, wherever they stand. */
const anywhere = /churn|attrition|roibo|roidi|berhentilanggan/;

/** Number of distinct values, counted no further than three. */
function distinct(column: PeopleColumn): number {
	if ('codes' in column) return Math.min(3, column.categories.length);
	const seen = new Set<number>();
	for (const value of column.values) {
		if (value === value) seen.add(value);
		if (seen.size === 3) break;
	}
	return seen.size;
}

/**
 * Whether a column looks like an outcome: a yes or no under a header such as Response or Converted, or anything under one that
 * speaks of churn. Segments made with it would know the answer that they are to be compared on.
 */
export function looksLikeOutcome(column: PeopleColumn): boolean {
	if (column.role === 'target') return true;
	const name = headerOf(column);
	return anywhere.test(name) || (outcomes.has(name) && distinct(column) === 2);
}

/** A header as it is compared; the answers to a campaign stand behind its name. */
const headerOf = ({ name }: PeopleColumn): string => fold(name.slice(name.lastIndexOf(': ') + 1));

/** Whether a column would be an outcome if only somebody had another value. */
const isConstantOutcome = (column: PeopleColumn): boolean => {
	const name = headerOf(column);
	return column.role === 'target' || anywhere.test(name) || outcomes.has(name);
};

/** Words for yes, as `fold` writes them. */
const yes = new Set(['yes', 'y', 'true', 't', '1', 'co', 'dung', 'ya', 'benar', 'positive', 'won']);

/**
 * The columns that could be foretold: those of two values among these customers, ids and personal data aside. `rows` holds the row of each
 * customer, −1 for none. The value that counts is the greater number, yes, or of two words that are neither the rarer one. One whose header
 * speaks of an outcome, and which everybody has the same of, comes after them, so that it can be said what is wrong with it.
 */
export function outcomesOf({ columns }: People, rows: Int32Array): OutcomeColumn[] {
	const told: OutcomeColumn[] = [];
	const constant: OutcomeColumn[] = [];
	for (const column of columns) {
		if (column.role === 'id' || column.personal || column.kind === 'time') continue;
		const cells = 'codes' in column ? column.codes : column.values;
		const known = (row: number) => row >= 0 && ('codes' in column ? cells[row]! >= 0 : !Number.isNaN(cells[row]));
		const counts = new Map<number, number>();
		for (const row of rows) {
			if (counts.size > 2) break;
			if (known(row)) counts.set(cells[row]!, (counts.get(cells[row]!) ?? 0) + 1);
		}
		const lone = counts.size === 1 && isConstantOutcome(column);
		if (counts.size !== 2 && !lone) continue;
		const [low, high = low] = [...counts.keys()].sort((a, b) => a - b) as [number, number?];
		let chosen = column.kind === 'boolean' ? 1 : high;
		if ('codes' in column) {
			const named = [low, high].find((code) => yes.has(fold(column.categories[code]!)));
			chosen = named ?? (counts.get(low)! < counts.get(high)! ? low : high);
		}
		(lone ? constant : told).push({
			column: column.at,
			name: column.name,
			positive: 'codes' in column ? column.categories[chosen]! : column.kind === 'boolean' ? true : chosen,
			likely: lone || looksLikeOutcome(column),
			values: Float64Array.from(rows, (row) => (known(row) ? Number(cells[row] === chosen) : NaN))
		});
	}
	return [...told, ...constant];
}
