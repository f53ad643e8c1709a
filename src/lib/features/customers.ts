/** What a feature counts; decides how it is written and how it is scaled. */
export type Unit = 'days' | 'orders' | 'money' | 'share' | 'hour' | 'items' | 'lines' | 'products';

/** The behavioural features, in the order they are shown. */
export const featureIds = [
	'recency',
	'frequency',
	'monetary',
	'tenure',
	'purchaseDays',
	'orderValue',
	'gap',
	'gapSpread',
	'items',
	'basket',
	'products',
	'weekend',
	'hour',
	'returns'
] as const;
export type FeatureId = (typeof featureIds)[number];

/** One number per customer; NaN where it has no meaning for that customer (the rhythm of a one-time buyer). */
export interface Feature {
	readonly id: FeatureId;
	readonly unit: Unit;
	readonly values: Float64Array;
}

/** Order lines that take part, grouped by customer (lines `start[c]` to `start[c + 1]` are customer c's) and sorted by time. */
export interface PurchaseLog {
	readonly start: Uint32Array;
	/** Days since 1970-01-01 on the file's own calendar. */
	readonly day: Int32Array;
	/** Hour of the day, 0–24 with fractions; NaN in a file that holds no time of day. */
	readonly hour: Float32Array;
	/** Code of the order within the file. */
	readonly order: Int32Array;
	/** Code of the product, −1 where unknown. */
	readonly product: Int32Array;
	readonly quantity: Float64Array;
	readonly amount: Float64Array;
	/** Days of cancelled or returned lines, grouped by customer in the same way. */
	readonly returnStart: Uint32Array;
	readonly returnDay: Int32Array;
	readonly returnOrder: Int32Array;
}

/** The kind `customers`: one entry per customer, in ascending order of id. */
export interface Customers {
	readonly ids: readonly string[];
	/** The day on which everyone is looked at: days since 1970-01-01. Recency counts back from it. */
	readonly analysisDay: number;
	readonly features: readonly Feature[];
	/** Country of the customer's last order, as codes; null where the file names none. */
	readonly country: { readonly codes: Int32Array; readonly values: readonly string[] } | null;
	readonly currency: string | null;
	readonly log: PurchaseLog;
}
