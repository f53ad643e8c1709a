import * as v from 'valibot';
import type { Ledger } from '../../lib/table/prepare.js';
import { defineCell } from '../cell.js';

const choice = (preset: 'aside' | 'keep') => v.optional(v.picklist(['aside', 'keep']), preset);

export const spec = defineCell({
	type: 'prepare',
	version: 1,
	params: v.object({
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
	readonly ledger: Ledger;
	/** Money of the rows kept. */
	readonly revenue: number;
	readonly currency: string | null;
	readonly file: string;
}
