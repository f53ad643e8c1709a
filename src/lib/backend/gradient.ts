import * as tf from '@tensorflow/tfjs';
import type { Layer, TrainingPlan } from './network.js';

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
 * Mean loss of a batch and its gradient with respect to each layer's weights, written out by hand. Call inside `tf.tidy`.
 * Transposes are explicit: with transposeA or transposeB the WASM backend leaves its fast path.
 */
export function lossAndGradient(
	weights: readonly LayerTensors[],
	layers: readonly Layer[],
	x: tf.Tensor2D,
	y: tf.Tensor2D,
	loss: TrainingPlan['loss']
): { loss: tf.Tensor; gradient: LayerTensors[] } {
	const values = forwardPass(weights, layers, x);
	const output = values.at(-1)!;
	const [batch, outputs] = y.shape;
	const ones = tf.ones([1, batch]);
	let delta: tf.Tensor2D;
	let mean: tf.Tensor;
	if (loss === 'squared') {
		const error: tf.Tensor2D = tf.sub(output, y);
		mean = tf.mean(tf.square(error));
		delta = tf.mul(error, 2 / (batch * outputs));
	} else {
		// log(1 + e^z) − y z, in the form that cannot overflow.
		mean = tf.mean(tf.sub(tf.add(tf.relu(output), tf.log1p(tf.exp(tf.neg(tf.abs(output))))), tf.mul(output, y)));
		delta = tf.mul(tf.sub(tf.sigmoid(output), y), 1 / batch);
	}
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
	return { loss: mean, gradient };
}
