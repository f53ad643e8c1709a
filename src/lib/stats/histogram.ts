import { quantileSorted, sortedNumbers } from './quantile.js';

/** Values from `x0` up to, but not with, `x1`; the last bin takes its `x1` too. */
export interface Bin {
	readonly x0: number;
	readonly x1: number;
	readonly count: number;
}

export interface Histogram {
	readonly bins: readonly Bin[];
	/** Values beyond the last `x1`, counted in the last bin. */
	readonly beyond: number;
}

/**
 * At most `bins` bins of equal width from the smallest value, NaN left out. Where a few large values would leave most bins empty (the
 * range is more than one and a half times that below the 0.99 quantile), bins end at that quantile and the last one takes the rest.
 * Whole numbers get bins a whole number wide; where all are the same number there is one bin, of no width.
 */
export const histogram = (values: ArrayLike<number>, bins: number): Histogram => histogramSorted(sortedNumbers(values), bins);

/** The same of numbers in ascending order, without NaN. */
export function histogramSorted(sorted: Float64Array, bins: number): Histogram {
	const low = sorted[0];
	const max = sorted.at(-1);
	if (low === undefined || max === undefined) return { bins: [], beyond: 0 };
	const most = quantileSorted(sorted, 0.99);
	const high = most > low && max - low > 1.5 * (most - low) ? most : max;
	const whole = max > low && sorted.every(Number.isInteger);
	const width = whole ? Math.max(1, Math.ceil((Math.floor(high) + 1 - low) / bins)) : (high - low) / bins;
	const length = whole ? Math.ceil((Math.floor(high) + 1 - low) / width) : width > 0 ? bins : 1;
	const counts = new Uint32Array(length);
	for (const x of sorted) counts[width > 0 ? Math.min(length - 1, Math.floor((x - low) / width)) : 0]!++;
	const edge = (i: number) => (whole || i < length ? low + i * width : high);
	const end = edge(length);
	return {
		bins: Array.from(counts, (count, i) => ({ x0: edge(i), x1: edge(i + 1), count })),
		beyond: sorted.length - standingAtMost(sorted, end)
	};
}

function standingAtMost(sorted: Float64Array, value: number): number {
	let count = sorted.length;
	while (count > 0 && sorted[count - 1]! > value) count--;
	return count;
}
