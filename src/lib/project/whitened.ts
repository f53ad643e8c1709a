import type { Matrix } from '../matrix.js';
import { covariance } from '../stats/covariance.js';
import { symmetricEigen } from '../stats/eigen.js';
import { projectOnto } from './pca.js';

/**
 * Rows along their principal directions, each of variance 1 (PCA whitening; Friedman 1987). Directions with less than `least` of the mean
 * variance of a direction are left out: 0 is for data without any that repeat others.
 */
export function whitened(points: Matrix, least: number): Matrix {
	const { cols } = points;
	const { mean, covariance: matrix } = covariance(points);
	const { values: variances, vectors } = symmetricEigen(matrix, cols);
	const average = variances.reduce((sum, variance) => sum + variance, 0) / cols;
	const kept = variances.filter((variance) => variance > least * average).length;
	const axes = vectors.slice(0, kept * cols).map((entry, at) => entry / Math.sqrt(variances[Math.floor(at / cols)]!));
	return projectOnto({ mean, axes }, points);
}
