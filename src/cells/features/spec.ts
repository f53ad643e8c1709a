import * as v from 'valibot';
import type { ColumnReport } from '../../lib/features/attributes.js';
import type { FeatureInfo } from '../../lib/features/customers.js';
import type { JoinReport } from '../../lib/features/join.js';
import { defineCell } from '../cell.js';

const position = v.pipe(v.string(), v.regex(/^\d{1,4}$/));

export const spec = defineCell({
	type: 'features',
	version: 1,
	params: v.object({
		/** Day (since 1970-01-01) on which everyone is looked at; null = the day after the last order, the last event, or the latest date of a table of people. */
		analysisDay: v.optional(v.nullable(v.pipe(v.number(), v.integer())), null),
		/** What to do with columns of a table of people, by position; one without an entry is judged by its content. */
		columns: v.optional(v.record(position, v.picklist(['use', 'leave', 'category'])), {})
	}),
	inputs: { table: { kind: 'table' } },
	output: 'customers',
	cost: 'light'
});

/** A feature drawn as a histogram. */
export interface NumberSummary {
	readonly kind: 'number';
	readonly feature: FeatureInfo;
	readonly median: number;
	readonly low: number;
	readonly high: number;
	/** Customers for whom it has no meaning. */
	readonly missing: number;
	readonly bins: readonly { readonly x0: number; readonly x1: number; readonly count: number }[];
	/** Customers beyond the last bin, counted in it. */
	readonly beyond: number;
}

/** A column drawn as the shares of its values: those of a category, or yes and no. */
export interface ShareSummary {
	readonly kind: 'share';
	readonly column: number;
	readonly name: string;
	readonly missing: number;
	/** `value` is null for all values too rare to stand alone, true and false for yes and no. */
	readonly values: readonly { readonly value: string | boolean | null; readonly customers: number }[];
}

/** What a log of events holds up to the analysis day. */
export interface VisitsView {
	readonly file: string;
	readonly visitors: number;
	/** Customers who are among the visitors. */
	readonly matched: number;
	readonly visits: number;
	readonly events: number;
	/** Share of the visits that are not engaged; null where the file cannot tell. */
	readonly bounce: number | null;
	/** Of the whole file. */
	readonly firstDay: number;
	readonly lastDay: number;
}

export interface FeaturesView {
	readonly customers: number;
	/** Columns of the table of customers, after their id. */
	readonly features: readonly FeatureInfo[];
	readonly currency: string | null;
	readonly analysisDay: number | null;
	/** Null where there are no orders. */
	readonly purchases: {
		readonly orders: number;
		readonly revenue: number;
		readonly onceShare: number;
		readonly firstDay: number;
		readonly lastDay: number;
	} | null;
	/** Null where there is no table of people. */
	readonly people: {
		readonly file: string;
		readonly columns: readonly ColumnReport[];
		/** Null where there are no orders to join. */
		readonly join: JoinReport | null;
		/** The day looked from unless another is chosen; null where the file says none. */
		readonly ownDay: number | null;
		/** Whether a feature, or a column left out for want of it, counts from the analysis day. */
		readonly dated: boolean;
	} | null;
	/** Null where there are no events. */
	readonly visits: VisitsView | null;
	readonly summaries: readonly (NumberSummary | ShareSummary)[];
}
