import * as v from 'valibot';
import { orderModelKinds } from '../../lib/value/order-model.js';
import type { Due } from '../../lib/value/due.js';
import type { GapCurve } from '../../lib/value/gaps.js';
import type { ValueReport } from '../../lib/value/valuation.js';
import { defineCell } from '../cell.js';

const wholePercent = (low: number) => v.pipe(v.number(), v.integer(), v.minValue(low), v.maxValue(100));

export const spec = defineCell({
	type: 'value',
	version: 2,
	params: v.object({
		/** Months ahead. */
		horizon: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)), 12),
		/** What is earned of each hundred that is spent. */
		margin: v.optional(wholePercent(1), 100),
		/** Per cent of value lost by waiting a year. */
		discount: v.optional(wholePercent(0), 10),
		/** The model of orders; auto = the simplest that is as good as the best on the days held back. */
		model: v.optional(v.picklist(['auto', ...orderModelKinds]), 'auto')
	}),
	inputs: { customers: { kind: 'customers' } },
	output: 'values',
	cost: 'heavy'
});

export interface ValueView {
	readonly report: Omit<ValueReport, 'gaps'>;
	readonly gaps: Pick<GapCurve, 'closed' | 'open'> & {
		/** Share of purchases followed by another within as many days as its index. */
		readonly returned: Float64Array<ArrayBuffer>;
	};
	readonly currency: string | null;
	/** When next orders are due; null where nothing is said of the time ahead. */
	readonly due: (Pick<Due, 'undated' | 'bins'> & { readonly dated: number }) | null;
}

/** The next order of one customer: days since 1970-01-01, as likely before `next` as after, and eight times of ten from `low` to `high`. */
export interface DueRow {
	readonly id: string;
	/** Day of the last order. */
	readonly last: number;
	readonly next: number;
	readonly low: number;
	readonly high: number;
	/** Chance of any order within the horizon. */
	readonly chance: number;
}
