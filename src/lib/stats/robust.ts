import { quantileSorted } from './quantile.js';

/** The middle of numbers and how far they usually lie from it. */
export interface Middle {
	readonly median: number;
	/** 1.4826 times the median of the distances from the median: the standard deviation, were the numbers normal (Hampel 1974). */
	readonly spread: number;
}

/** Factor that makes the median distance of a normal sample its standard deviation: 1 ÷ Φ⁻¹(3/4). */
const consistent = 1.482602218505602;

/** Median and spread of numbers without NaN; both NaN of none. `values` is sorted, then overwritten. */
export function middleOf(values: Float64Array): Middle {
	values.sort();
	const median = quantileSorted(values, 0.5);
	for (let i = 0; i < values.length; i++) values[i] = Math.abs(values[i]! - median);
	values.sort();
	return { median, spread: consistent * quantileSorted(values, 0.5) };
}
