/** Models, from the simplest to the most complex. */
export const modelIds = [
	'baseRate',
	'recency',
	'frequency',
	'habit',
	'nearest',
	'single',
	'rfm',
	'orders',
	'logistic',
	'network',
	'trees'
] as const;
export type ModelId = (typeof modelIds)[number];

/** The fewest days ahead of which a score speaks. */
export const shortestHorizon = 7;

/** What a score is the chance of. */
export type Target =
	/** Any purchase within the horizon. */
	| { readonly kind: 'purchase' }
	/** Of who bought within as many days before: spending more within the horizon than in those. */
	| { readonly kind: 'more' }
	/** Of who stands below another tier of value on the day: having spent, by the end of the horizon, what the next tier began with on it. */
	| { readonly kind: 'tier' }
	/** A column of a table of people holds `positive`, such as yes. */
	| { readonly kind: 'column'; readonly column: number; readonly name: string; readonly positive: string | boolean | number };

/** The kind `scores`: the chance of each customer, with all that it takes to read it right. */
export interface Scores {
	/** Probability in [0, 1] per customer; NaN where there is nothing to tell it from. */
	readonly values: Float32Array<ArrayBuffer>;
	readonly target: Target;
	readonly model: ModelId;
	/** How far ahead, in days; null for the column of a file, which does not say. */
	readonly horizonDays: number | null;
	/** Share of customers of the test with the outcome: what a score is to be held against. */
	readonly baseRate: number;
	/** ROC AUC of the model in the test, on customers it had not learned from. */
	readonly auc: number;
	/** The day the score looks ahead from: days since 1970-01-01; null where nothing is dated. */
	readonly asOfDay: number | null;
}
