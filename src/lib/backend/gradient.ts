import * as tf from '@tensorflow/tfjs';
import type { Layer } from './network.js';

/** The weights of one layer on the device. */
export interface LayerTensors {
	readonly matrix: tf.Tensor2D;
	readonly bias: tf.Tensor1D;
}

/** Values of each layer: the input first, the output last. */
export function forwardPass(weights: readonly LayerTensors[], layers: readonly Layer[], x: tf.Tensor2D): tf.Tensor2D[] {
	const values = [x];
	weights.forEach(({ matrix, bias }, l) => {
		values.push(tf.fused.matMul({ a: values[l]!, b: matrix, bias, activation: layers[l]!.activation }) as tf.Tensor2D);
	});
	return values;
}

/**
 * The gradient of a loss with respect to each layer's weights, written out by hand, from the values of each layer and the gradient
 * `delta` with respect to the output. Call inside `tf.tidy`.
 * Transposes are explicit: with transposeA or transposeB the WASM backend leaves its fast path.
 */
export function backwardPass(
	values: readonly tf.Tensor2D[],
	delta: tf.Tensor2D,
	weights: readonly LayerTensors[],
	layers: readonly Layer[]
): LayerTensors[] {
	const ones = tf.ones<tf.Rank.R2>([1, delta.shape[0]]);
	const gradient: LayerTensors[] = [];
	for (let l = layers.length - 1; l >= 0; l--) {
		if (layers[l]!.activation === 'relu') delta = tf.mul(delta, tf.step(values[l + 1]!));
		gradient.unshift({
			matrix: tf.matMul(tf.transpose(values[l]!), delta),
			// A product with ones: the sum over rows would be a transpose and a slow reduction on WASM.
			bias: tf.matMul(ones, delta).as1D()
		});
		if (l > 0) delta = tf.matMul(delta, tf.transpose(weights[l]!.matrix));
	}
	return gradient;
}
