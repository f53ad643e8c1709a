/** Numbers in ascending order, without NaN. */
export function sortedNumbers(values: ArrayLike<number>): Float64Array<ArrayBuffer> {
	// A typed array sorts NaN to its end.
	const sorted = new Float64Array(values).sort();
	let known = sorted.length;
	while (known > 0 && Number.isNaN(sorted[known - 1])) known--;
	return sorted.subarray(0, known);
}

/** Quantile at p in [0, 1] of ascending numbers by linear interpolation (type 7 of Hyndman & Fan 1996, the default of numpy and R); NaN of none. */
export function quantileSorted(sorted: Float64Array, p: number): number {
	const at = p * (sorted.length - 1);
	const below = sorted[Math.floor(at)];
	const above = sorted[Math.ceil(at)];
	if (below === undefined || above === undefined) return NaN;
	return below === above ? below : below + (at - Math.floor(at)) * (above - below);
}

/** Quantile at p in [0, 1] of numbers in any order, NaN left out; see `quantileSorted`. */
export function quantile(values: ArrayLike<number>, p: number): number {
	return quantileSorted(sortedNumbers(values), p);
}
