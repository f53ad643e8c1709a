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
