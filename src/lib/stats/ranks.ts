import { sortedNumbers } from './quantile.js';

/** Mid-rank percentile (#less + ½ #equal) / n of each value, in (0, 1): equal values share one, NaN stays NaN and is not counted. */
export function midPercentiles(values: ArrayLike<number>): Float64Array<ArrayBuffer> {
	const sorted = sortedNumbers(values);
	const n = sorted.length;
	// Of each run of equal numbers, the percentile, where the run begins.
	const middles = new Float64Array(n);
	for (let from = 0, to = 0; from < n; from = to) {
		while (to < n && sorted[to] === sorted[from]) to++;
		middles[from] = (from + to) / 2 / n;
	}
	const percentiles = new Float64Array(values.length);
	for (let i = 0; i < values.length; i++) {
		const value = values[i]!;
		percentiles[i] = value === value ? middles[lowerBound(sorted, value)]! : NaN;
	}
	return percentiles;
}

/** The first index whose number is at least `value`. */
function lowerBound(sorted: Float64Array, value: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (sorted[middle]! < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
