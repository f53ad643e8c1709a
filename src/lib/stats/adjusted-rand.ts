/**
 * Adjusted Rand index of two labelings of the same items (Hubert & Arabie 1985): 1 = the same partition, 0 = what chance gives.
 * Labels are whole numbers from 0.
 */
export function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
	const n = a.length;
	const sizesA: number[] = [];
	const sizesB: number[] = [];
	const common = new Map<number, number>();
	for (let i = 0; i < n; i++) {
		const x = a[i]!;
		const y = b[i]!;
		sizesA[x] = (sizesA[x] ?? 0) + 1;
		sizesB[y] = (sizesB[y] ?? 0) + 1;
		const cell = x * 65536 + y;
		common.set(cell, (common.get(cell) ?? 0) + 1);
	}
	const pairs = (sizes: Iterable<number | undefined>) => {
		let sum = 0;
		for (const size of sizes) if (size) sum += (size * (size - 1)) / 2;
		return sum;
	};
	const together = pairs(common.values());
	const inA = pairs(sizesA);
	const inB = pairs(sizesB);
	const expected = n > 1 ? (inA * inB) / ((n * (n - 1)) / 2) : 0;
	const most = (inA + inB) / 2;
	return most === expected ? 1 : (together - expected) / (most - expected);
}
