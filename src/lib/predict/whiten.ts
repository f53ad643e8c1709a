import type { Matrix } from '../matrix.js';

/** A change of coordinates in which columns are uncorrelated: u = L⁻¹ (x − mean), L the Cholesky factor of the covariance. */
export interface Whitening {
	readonly mean: Float64Array;
	/** Lower triangular, cols × cols, row-major. */
	readonly factor: Float64Array;
}

/**
 * Learns the whitening of the rows of `x`. `ridge` is added to every variance: directions that vary less than that keep next
 * to nothing, so columns may be constant or repeat each other.
 */
export function whiteningOf({ rows, cols, values }: Matrix, ridge = 1e-3): Whitening {
	const mean = new Float64Array(cols);
	for (let k = 0; k < values.length; k++) mean[k % cols]! += values[k]! / rows;
	const factor = new Float64Array(cols * cols);
	for (let row = 0; row < rows; row++) {
		for (let i = 0; i < cols; i++) {
			const centred = (values[row * cols + i]! - mean[i]!) / rows;
			for (let j = 0; j <= i; j++) factor[i * cols + j]! += centred * (values[row * cols + j]! - mean[j]!);
		}
	}
	for (let i = 0; i < cols; i++) {
		for (let j = 0; j <= i; j++) {
			let rest = factor[i * cols + j]! + (i === j ? ridge : 0);
			for (let k = 0; k < j; k++) rest -= factor[i * cols + k]! * factor[j * cols + k]!;
			factor[i * cols + j] = i === j ? Math.sqrt(rest) : rest / factor[j * cols + j]!;
		}
	}
	return { mean, factor };
}

/** Writes the whitened row of `x` to `into`, from `at` on: forward substitution. */
export function whitenRow({ mean, factor }: Whitening, x: Float32Array, row: number, into: Float32Array, at: number): void {
	const cols = mean.length;
	for (let i = 0; i < cols; i++) {
		let rest = x[row * cols + i]! - mean[i]!;
		for (let k = 0; k < i; k++) rest -= factor[i * cols + k]! * into[at + k]!;
		into[at + i] = rest / factor[i * cols + i]!;
	}
}

/** The weights on x that say the same as `weights` on u, up to a constant: L⁻ᵀ weights, by back substitution. */
export function unwhiten({ mean, factor }: Whitening, weights: Float32Array): Float64Array {
	const cols = mean.length;
	const out = Float64Array.from(weights);
	for (let i = cols - 1; i >= 0; i--) {
		for (let k = i + 1; k < cols; k++) out[i]! -= factor[k * cols + i]! * out[k]!;
		out[i]! /= factor[i * cols + i]!;
	}
	return out;
}
