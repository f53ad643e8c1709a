import type { PeopleColumn } from '../table/people.js';
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
	// The answers to a campaign stand behind its name.
	const name = fold(column.name.slice(column.name.lastIndexOf(': ') + 1));
	return anywhere.test(name) || (outcomes.has(name) && distinct(column) === 2);
}
