import * as v from 'valibot';
import type { FeatureId, Unit } from '../../lib/features/customers.js';
import { defineCell } from '../cell.js';

export const spec = defineCell({
	type: 'features',
	version: 1,
	params: v.object({
		/** Day (since 1970-01-01) on which everyone is looked at; null = the day after the last order. */
		analysisDay: v.optional(v.nullable(v.pipe(v.number(), v.integer())), null)
	}),
	inputs: { table: { kind: 'table' } },
	output: 'customers',
	cost: 'light'
});

export interface FeatureSummary {
	readonly id: FeatureId;
	readonly unit: Unit;
	readonly median: number;
	readonly low: number;
	readonly high: number;
	/** Customers for whom it has no meaning. */
	readonly missing: number;
	readonly bins: readonly { readonly x0: number; readonly x1: number; readonly count: number }[];
	/** Customers beyond the last bin, counted in it. */
	readonly beyond: number;
}

export interface FeaturesView {
	readonly customers: number;
	readonly orders: number;
	readonly revenue: number;
	readonly currency: string | null;
	readonly analysisDay: number;
	readonly firstDay: number;
	readonly lastDay: number;
	readonly onceShare: number;
	readonly features: readonly FeatureSummary[];
}
