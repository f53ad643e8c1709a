import * as v from 'valibot';
import type { PeopleReason } from '../../lib/table/people.js';
import type { Ledger } from '../../lib/table/prepare.js';
import { defineCell } from '../cell.js';

const choice = (preset: 'aside' | 'keep') => v.optional(v.picklist(['aside', 'keep']), preset);

export { peopleReasons } from '../../lib/table/people.js';

export const spec = defineCell({
	type: 'prepare',
	version: 3,
	params: v.object({
		ruledOut: choice('aside'),
		overlap: choice('aside'),
		// Two equal lines of one order are as often two of the same thing as one line written twice.
		duplicate: choice('keep'),
		cancelled: choice('aside'),
		notPaid: choice('aside'),
		returned: choice('aside'),
		noPrice: choice('aside'),
		// What follows is looked for in a run only where somebody sets it aside: none of it is certain.
		test: choice('keep'),
		strayDate: choice('keep'),
		repeatedLine: choice('keep'),
		outlier: choice('keep'),
		wholesale: choice('keep')
	}),
	inputs: { table: { kind: 'table' } },
	output: 'table',
	cost: 'light'
});

export interface PrepareView {
	readonly orders: {
		readonly file: string;
		readonly ledger: Ledger;
		/** Money of the rows kept. */
		readonly revenue: number;
		readonly currency: string | null;
	} | null;
	/** Rows of a table of people: `rows` = `kept` + the sum over `aside`. */
	readonly people: {
		readonly file: string;
		readonly rows: number;
		readonly kept: number;
		readonly aside: Readonly<Record<PeopleReason, number>>;
	} | null;
}
