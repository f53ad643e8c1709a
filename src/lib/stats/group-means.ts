import { quantileSorted } from './quantile.js';

/** Mean of the values of each group 0 … k − 1, NaN left out; NaN of a group without any. */
export function groupMeans(labels: ArrayLike<number>, values: ArrayLike<number>, k: number): number[] {
	const sums = new Float64Array(k);
	const counts = new Uint32Array(k);
	for (let i = 0; i < labels.length; i++) {
		const value = values[i]!;
		if (value !== value) continue;
		sums[labels[i]!]! += value;
		counts[labels[i]!]!++;
	}
	return Array.from(sums, (sum, group) => sum / counts[group]!);
}

/** Median of the values of each group 0 … k − 1, NaN left out; NaN of a group without any. */
export function groupMedians(labels: ArrayLike<number>, values: ArrayLike<number>, k: number): number[] {
	const ends = new Uint32Array(k);
	for (let i = 0; i < labels.length; i++) if (values[i] === values[i]) ends[labels[i]!]!++;
	for (let group = 1; group < k; group++) ends[group]! += ends[group - 1]!;
	const starts = ends.map((_, group) => (group > 0 ? ends[group - 1]! : 0));
	const grouped = new Float64Array(ends.at(-1) ?? 0);
	const next = starts.slice();
	for (let i = 0; i < labels.length; i++) if (values[i] === values[i]) grouped[next[labels[i]!]!++] = values[i]!;
	return Array.from(starts, (start, group) => quantileSorted(grouped.subarray(start, ends[group]).sort(), 0.5));
}
