import { sortedNumbers } from './quantile.js';

/** Where a value stands among ascending numbers: how many are smaller, and how many are equal. */
export function standing(sorted: Float64Array, value: number): { less: number; equal: number } {
	const less = firstFrom(sorted, value, 0, false);
	return { less, equal: firstFrom(sorted, value, less, true) - less };
}

/** First index from `from` whose number is at least `value`, or (`past`) more than it. */
function firstFrom(sorted: Float64Array, value: number, from: number, past: boolean): number {
	let low = from;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const x = sorted[middle]!;
		if (x < value || (past && x === value)) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Mid-rank percentile (#less + ½ #equal) / n of each value, in (0, 1): equal values share one, NaN stays NaN and is not counted. */
export function midPercentiles(values: ArrayLike<number>): Float64Array<ArrayBuffer> {
	const sorted = sortedNumbers(values);
	return Float64Array.from(values, (value) => {
		if (value !== value) return NaN;
		const { less, equal } = standing(sorted, value);
		return (less + equal / 2) / sorted.length;
	});
}
