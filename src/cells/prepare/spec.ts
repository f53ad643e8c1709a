import * as v from 'valibot';
import type { EventReason } from '../../lib/table/events.js';
import type { PeopleReason } from '../../lib/table/people.js';
import type { Ledger } from '../../lib/table/prepare.js';
import { defineCell } from '../cell.js';

const choice = (preset: 'aside' | 'keep') => v.optional(v.picklist(['aside', 'keep']), preset);

export { eventReasons } from '../../lib/table/events.js';
export { peopleReasons } from '../../lib/table/people.js';

export const spec = defineCell({
	type: 'prepare',
	version: 2,
	params: v.object({
		ruledOut: choice('aside'),
		// Two equal lines of one order are as often two of the same thing as one line written twice.
		duplicate: choice('keep'),
		cancelled: choice('aside'),
		notPaid: choice('aside'),
		returned: choice('aside'),
		noPrice: choice('aside')
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
	/** Rows of a log of events, balanced in the same way. */
	readonly events: {
		readonly file: string;
		readonly rows: number;
		readonly kept: number;
		readonly aside: Readonly<Record<EventReason, number>>;
	} | null;
}
