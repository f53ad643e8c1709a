import * as v from 'valibot';
import type { RfmName, SegmentName } from '../../lib/segments/segments.js';
import { defineCell } from '../cell.js';

export const spec = defineCell({
	type: 'rfm',
	version: 1,
	params: v.object({
		frequency: v.optional(v.picklist(['orders', 'days']), 'orders'),
		monetary: v.optional(v.picklist(['total', 'average']), 'total'),
		cutoffs: v.optional(v.picklist(['quantiles', 'business']), 'quantiles')
	}),
	inputs: { customers: { kind: 'customers' } },
	output: 'segments',
	cost: 'light'
});

export interface Range {
	readonly low: number;
	readonly high: number;
}

export interface RfmView {
	/** The 25 squares, recency by frequency, scores 1 to 5. */
	readonly squares: readonly {
		readonly recency: number;
		readonly frequency: number;
		readonly customers: number;
		readonly revenue: number;
	}[];
	readonly names: readonly SegmentName[];
	/** Values under scores 1 to 5, null where nobody has the score. */
	readonly recency: readonly (Range | null)[];
	readonly frequency: readonly (Range | null)[];
	readonly monetary: readonly (Range | null)[];
	/** Share of customers with the lowest frequency score that anyone has. */
	readonly lowest: number;
	readonly totals: readonly {
		readonly id: RfmName;
		readonly customers: number;
		readonly revenue: number;
		/** Customers whose money scores 4 or 5. */
		readonly high: number;
	}[];
	readonly customers: number;
	readonly revenue: number;
	readonly currency: string | null;
}
