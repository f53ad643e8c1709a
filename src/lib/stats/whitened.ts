import type { Matrix } from '../matrix.js';
import { covariance } from './covariance.js';
import { symmetricEigen } from './eigen.js';

/**
 * Rows along their principal directions, each of variance 1 (PCA whitening; Friedman 1987). Directions with less than `least` of the mean
 * variance of a direction are left out: 0 is for data without any that repeat others.
 */
export function whitened(points: Matrix, least: number): Matrix {
	const { rows, cols, values } = points;
	const { mean, covariance: matrix } = covariance(points);
	const { values: variances, vectors } = symmetricEigen(matrix, cols);
	const average = variances.reduce((sum, variance) => sum + variance, 0) / cols;
	const kept = variances.filter((variance) => variance > least * average).length;
	const out = new Float32Array(rows * kept);
	const row = new Float64Array(cols);
	for (let i = 0; i < rows; i++) {
		for (let j = 0; j < cols; j++) row[j] = values[i * cols + j]! - mean[j]!;
		for (let c = 0; c < kept; c++) {
			let sum = 0;
			for (let j = 0; j < cols; j++) sum += vectors[c * cols + j]! * row[j]!;
			out[i * kept + c] = sum / Math.sqrt(variances[c]!);
		}
	}
	return { rows, cols: kept, values: out };
}
