/** Share of rows in the right class under the best pairing of k clusters with k classes (exact, over subsets of the classes; k up to 12). */
export function matchedShare(labels: ArrayLike<number>, truth: ArrayLike<number>, k: number): number {
	const common = new Float64Array(k * k);
	for (let i = 0; i < labels.length; i++) common[labels[i]! * k + truth[i]!]!++;
	const best = new Float64Array(1 << k);
	for (let taken = 1; taken < best.length; taken++) {
		let cluster = -1;
		for (let bit = taken; bit > 0; bit &= bit - 1) cluster++;
		for (let c = 0; c < k; c++)
			if (taken & (1 << c)) best[taken] = Math.max(best[taken]!, best[taken ^ (1 << c)]! + common[cluster * k + c]!);
	}
	return best.at(-1)! / labels.length;
}
