import type { Matrix } from '../matrix.js';

/** Mean of each column and covariance of each pair (cols × cols, divided by the number of rows), in float64. */
export function covariance({ rows, cols, values }: Matrix): { mean: Float64Array<ArrayBuffer>; covariance: Float64Array<ArrayBuffer> } {
	const mean = new Float64Array(cols);
	for (let i = 0; i < values.length; i += cols) for (let j = 0; j < cols; j++) mean[j]! += values[i + j]!;
	for (let j = 0; j < cols; j++) mean[j]! /= Math.max(1, rows);
	const sums = new Float64Array(cols * cols);
	const row = new Float64Array(cols);
	for (let i = 0; i < values.length; i += cols) {
		for (let j = 0; j < cols; j++) row[j] = values[i + j]! - mean[j]!;
		for (let a = 0; a < cols; a++) {
			const x = row[a]!;
			for (let b = 0, at = a * cols; b <= a; b++) sums[at + b]! += x * row[b]!;
		}
	}
	for (let a = 0; a < cols; a++) {
		for (let b = 0; b <= a; b++) {
			sums[a * cols + b]! /= Math.max(1, rows);
			sums[b * cols + a] = sums[a * cols + b]!;
		}
	}
	return { mean, covariance: sums };
}

/** Pearson correlations from covariances; a column that is the same everywhere correlates 0 with others. */
export function correlation(covariances: Float64Array, cols: number): Float64Array<ArrayBuffer> {
	const result = new Float64Array(cols * cols);
	for (let a = 0; a < cols; a++) {
		for (let b = 0; b < cols; b++) {
			const scale = Math.sqrt(covariances[a * cols + a]! * covariances[b * cols + b]!);
			result[a * cols + b] = a === b ? 1 : scale > 0 ? covariances[a * cols + b]! / scale : 0;
		}
	}
	return result;
}
