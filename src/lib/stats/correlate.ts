import { midPercentiles } from './ranks.js';

/** Pearson's correlation over the pairs where neither is NaN; NaN where one side does not vary. */
export function pearson(a: ArrayLike<number>, b: ArrayLike<number>): number {
	let n = 0;
	let meanA = 0;
	let meanB = 0;
	let aa = 0;
	let bb = 0;
	let ab = 0;
	for (let i = 0; i < a.length; i++) {
		const x = a[i]!;
		const y = b[i]!;
		if (x !== x || y !== y) continue;
		n++;
		const dx = x - meanA;
		const dy = y - meanB;
		meanA += dx / n;
		meanB += dy / n;
		aa += dx * (x - meanA);
		bb += dy * (y - meanB);
		ab += dx * (y - meanB);
	}
	return ab / Math.sqrt(aa * bb);
}

/**
 * Spearman's rank correlation over the pairs where neither is NaN, ties at their mid-rank; NaN where one side does not vary. Whoever
 * correlates a column with many others gives the `midPercentiles` of each along.
 */
export function spearman(
	a: ArrayLike<number>,
	b: ArrayLike<number>,
	percentilesA: Float64Array = midPercentiles(a),
	percentilesB: Float64Array = midPercentiles(b)
): number {
	return pearson(amongPairs(a, b, percentilesA), amongPairs(b, a, percentilesB));
}

/** Mid-rank percentiles of a column among the rows where another is known too: its own where none of its rows falls out. */
function amongPairs(own: ArrayLike<number>, other: ArrayLike<number>, percentiles: Float64Array): Float64Array {
	const left = new Float64Array(own.length);
	let out = false;
	for (let i = 0; i < own.length; i++) {
		const missing = Number.isNaN(other[i]!);
		left[i] = missing ? NaN : own[i]!;
		out ||= missing && !Number.isNaN(own[i]!);
	}
	return out ? midPercentiles(left) : percentiles;
}
