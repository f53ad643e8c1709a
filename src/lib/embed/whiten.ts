import type { Layer } from '../backend/network.js';
import type { Matrix } from '../matrix.js';
import { covariance } from '../stats/covariance.js';
import { symmetricEigen } from '../stats/eigen.js';
import type { Halves } from './embedding.js';

/** A direction of less than this share of the mean variance is none: it stays as narrow as it is. */
const least = 1e-6;

/**
 * The same autoencoder with its code turned along the principal directions of `codes`, each of variance 1 (PCA whitening, Friedman 1987), so
 * that no block of features that go together is more of a distance than the rest. The decoder undoes it: what is given back stays the same.
 * @param codes rows × dims, as the encoder gives them; its last layer is linear
 */
export function whitenCode({ encoder, decoder }: Halves, codes: Matrix): Halves {
	const dims = codes.cols;
	const { mean, covariance: matrix } = covariance(codes);
	const { values: variances, vectors } = symmetricEigen(matrix, dims);
	const average = variances.reduce((sum, variance) => sum + variance, 0) / dims;
	const widths = Array.from(variances, (variance) => (variance > least * average ? Math.sqrt(variance) : 1));
	const [last, first] = [encoder.at(-1)!, decoder[0]!];
	const along = (values: ArrayLike<number>, from: number, c: number) => {
		let sum = 0;
		for (let j = 0; j < dims; j++) sum += values[from + j]! * vectors[c * dims + j]!;
		return sum / widths[c]!;
	};
	const centred = last.bias.map((value, j) => value - mean[j]!);
	const turned: Layer = {
		...last,
		weights: Float32Array.from(last.weights, (_, at) => along(last.weights, at - (at % dims), at % dims)),
		bias: Float32Array.from(centred, (_, c) => along(centred, 0, c))
	};
	const { units } = first;
	const through = (factor: (j: number) => number, unit: number) => {
		let sum = 0;
		for (let j = 0; j < dims; j++) sum += factor(j) * first.weights[j * units + unit]!;
		return sum;
	};
	const back: Layer = {
		...first,
		weights: Float32Array.from(first.weights, (_, at) => {
			const c = Math.floor(at / units);
			return widths[c]! * through((j) => vectors[c * dims + j]!, at % units);
		}),
		bias: first.bias.map((value, unit) => value + through((j) => mean[j]!, unit))
	};
	return { encoder: [...encoder.slice(0, -1), turned], decoder: [back, ...decoder.slice(1)] };
}
