import type { Matrix } from '../matrix.js';
import { covariance } from '../stats/covariance.js';
import { symmetricEigen } from '../stats/eigen.js';

/** Principal axes: what `projectOnto` needs to place new rows. */
export interface Axes {
	/** Mean of each column. */
	readonly mean: Float64Array<ArrayBuffer>;
	/** components × cols: unit vectors, the one of largest variance first; in each, the entry of largest size is positive. */
	readonly axes: Float64Array<ArrayBuffer>;
}

export interface Pca extends Axes {
	/** Share of the total variance along each axis. */
	readonly explained: readonly number[];
	/** rows × components. */
	readonly scores: Matrix;
}

/**
 * Principal component analysis (Pearson 1901; Hotelling 1933) from the covariance matrix in float64. Components beyond the number of
 * columns are zero, so that a map of one column still has two coordinates.
 */
export function pca(points: Matrix, components: number): Pca {
	const found = principalAxes(points, components);
	return { ...found, scores: projectOnto(found, points) };
}

/** The same without the scores. */
export function principalAxes(points: Matrix, components: number): Omit<Pca, 'scores'> {
	const { mean, covariance: matrix } = covariance(points);
	const { values, vectors } = symmetricEigen(matrix, points.cols);
	const axes = new Float64Array(components * points.cols);
	axes.set(vectors.subarray(0, axes.length));
	let total = 0;
	for (let j = 0; j < points.cols; j++) total += matrix[j * points.cols + j]!;
	const explained = Array.from({ length: components }, (_, i) => (total > 0 ? Math.max(0, values[i] ?? 0) / total : 0));
	return { mean, axes, explained };
}

/** Coordinates of rows along the axes: rows × components. */
export function projectOnto({ mean, axes }: Axes, { rows, cols, values }: Matrix): Matrix {
	const components = axes.length / cols;
	const scores = new Float32Array(rows * components);
	for (let i = 0; i < rows; i++) {
		for (let c = 0; c < components; c++) {
			let sum = 0;
			for (let j = 0; j < cols; j++) sum += (values[i * cols + j]! - mean[j]!) * axes[c * cols + j]!;
			scores[i * components + c] = sum;
		}
	}
	return { rows, cols: components, values: scores };
}
