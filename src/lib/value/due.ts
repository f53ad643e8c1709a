import type { Future } from './values.js';

/** When next orders are due, of all customers. */
export interface Due {
	/** Customers with a date, soonest first. */
	readonly order: Uint32Array;
	/** Known customers without one: an order within the horizon is less likely than not. */
	readonly undated: number;
	/** Customers by the day their next order is as likely before as after: `[from, to)`, days since 1970-01-01; the last is open (`to` infinite). */
	readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number }[];
}

/** Widths of a bin, in days: the narrowest under which ninety in a hundred dates fit into sixteen. */
const widths = [7, 14, 30, 91, 365] as const;
const mostBins = 16;
/** Customers there may be, at most. */
const most = 2 ** 31;

/** Dates of the next order from `day` on, of the `known` customers, soonest first. */
export function dueOrders({ next }: Future, known: Uint32Array, day: number): Due {
	// Dates and places as one number, which sorts faster than a comparison does.
	const keys = Float64Array.from(
		known.filter((c) => !Number.isNaN(next.day[c]!)),
		(c) => (next.day[c]! - day) * most + c
	).sort();
	const order = Uint32Array.from(keys, (key) => key % most);
	if (order.length === 0) return { order, undated: known.length, bins: [] };
	const typical = next.day[order[Math.floor(0.9 * (order.length - 1))]!]! - day;
	const width = widths.find((days) => typical < days * mostBins) ?? widths.at(-1)!;
	const count = Math.min(mostBins, 1 + Math.floor(typical / width));
	const bins = Array.from({ length: count + 1 }, (_, k) => ({
		from: day + k * width,
		to: k < count ? day + (k + 1) * width : Infinity,
		count: 0
	}));
	for (const c of order) bins[Math.min(count, Math.floor((next.day[c]! - day) / width))]!.count++;
	return { order, undated: known.length - order.length, bins };
}
