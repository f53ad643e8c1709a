import type { Matrix } from '../../../src/lib/matrix.js';

/** Maximum likelihood of a logistic regression by iteratively reweighted least squares; intercept first. */
export function irls(x: Matrix, y: Uint8Array, tiny = 1e-6): { coefficients: Float64Array; standardErrors: Float64Array } {
	const d = x.cols + 1;
	const rowOf = (i: number) => [1, ...x.values.subarray(i * x.cols, (i + 1) * x.cols)];
	const coefficients = new Float64Array(d);
	for (let round = 0; round < 50; round++) {
		// [ XᵀWX | Xᵀ(y − p) | I ], reduced until its left part is the identity.
		const system = Array.from({ length: d }, (_, j) => new Float64Array(2 * d + 1).fill(tiny, j, j + 1).fill(1, d + 1 + j, d + 2 + j));
		for (let i = 0; i < x.rows; i++) {
			const row = rowOf(i);
			const p = 1 / (1 + Math.exp(-row.reduce((sum, value, j) => sum + value * coefficients[j]!, 0)));
			system.forEach((equation, j) => {
				for (let k = 0; k < d; k++) equation[k]! += p * (1 - p) * row[j]! * row[k]!;
				equation[d]! += row[j]! * (y[i]! - p);
			});
		}
		system.forEach((pivot, j) => {
			const scale = pivot[j]!;
			pivot.forEach((value, k) => (pivot[k] = value / scale));
			for (const other of system) {
				const factor = other[j]!;
				if (other !== pivot) pivot.forEach((value, k) => (other[k]! -= factor * value));
			}
		});
		const move = system.map((equation) => equation[d]!);
		move.forEach((step, j) => (coefficients[j]! += step));
		if (Math.max(...move.map(Math.abs)) < 1e-9) {
			return { coefficients, standardErrors: Float64Array.from(system, (equation, j) => Math.sqrt(equation[d + 1 + j]!)) };
		}
	}
	throw new Error('IRLS did not converge');
}
