import type { ValueDraws } from './draws.js';
import type { OrderModelKind } from './order-model.js';
import type { ValueTerms } from './clv.js';

/** The time ahead, customer by customer. */
export interface Future {
	readonly model: OrderModelKind;
	/** Orders (purchase days) within the horizon. */
	readonly orders: Float64Array;
	/** Chance of at least one of them, in [0, 1]. */
	readonly chance: Float64Array;
	/** Discounted orders × mean spend × margin, in the money of the file; null where nobody ever spent anything on coming back. */
	readonly value: Float64Array | null;
	/** Chance of not having left, in [0, 1]; null where the data does not tell. */
	readonly alive: Float64Array | null;
	/**
	 * The day of the next order, days since 1970-01-01: the median of who has not left, with the tenth and the ninetieth percentile; NaN
	 * where an order within the horizon is less likely than not.
	 */
	readonly next: { readonly day: Float64Array; readonly low: Float64Array; readonly high: Float64Array };
	/** What intervals of the value of any group of customers are made from; null where `value` is. */
	readonly draws: ValueDraws | null;
}

/** The kind `values`: what each customer has been and may be worth. */
export interface Values {
	/** Days since 1970-01-01: earlier days are the past, the horizon starts with this day. */
	readonly asOfDay: number;
	readonly terms: ValueTerms;
	readonly currency: string | null;
	/** What was spent before the day × margin. */
	readonly past: Float64Array;
	/** Null where too few came back to say anything. */
	readonly future: Future | null;
	/** Index into `tiers` by future value, or past value where there is none. */
	readonly tier: Uint8Array;
	/** Index into `stages`. */
	readonly stage: Uint8Array;
}
