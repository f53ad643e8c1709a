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

/** Spearman's rank correlation over the pairs where neither is NaN, ties at their mid-rank; NaN where one side does not vary. */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): number {
	const both = (of: ArrayLike<number>) => Float64Array.from(of, (x, i) => (Number.isNaN(a[i]! + b[i]!) ? NaN : x));
	return pearson(midPercentiles(both(a)), midPercentiles(both(b)));
}
