import * as tf from '@tensorflow/tfjs';
import type { LayerTensors } from './gradient.js';
import type { Layer, Loss } from './network.js';

const beta1 = 0.9;
const beta2 = 0.999;
/** Given outright: TF.js would take 1e-4 on WebGL, because it mistakes 32-bit textures for 16-bit ones. */
const epsilon = 1e-7;

/**
 * What changes while a network trains: its weights, moved by AdamW (Kingma & Ba 2015; Loshchilov & Hutter 2019; decay acts on weights,
 * not on biases, and apart from the gradient), and the loss so far. Methods that take or give tensors are called inside `tf.tidy`.
 */
export interface TrainingState {
	/** The weights as tensors. */
	weights(): LayerTensors[];
	/** The gradient of the mean loss of a batch with respect to the output; adds that loss to the sum. `y` is row-major like `output`. */
	delta(output: tf.Tensor2D, y: Float32Array): tf.Tensor2D;
	/** Takes one step of size `rate`; `step` counts from 1. */
	update(gradient: readonly LayerTensors[], step: number, rate: number): void;
	/** Sum of the losses since the last call. */
	takeLoss(): number;
	/** The weights as plain numbers, a copy. */
	read(): Layer[];
	dispose(): void;
}

const parameters = (layers: readonly Layer[]): number => layers.reduce((sum, layer) => sum + (layer.inputs + 1) * layer.units, 0);

/**
 * Weights in plain arrays, sent to the device at every step: cheapest where the device is the processor itself, whose memory is a
 * copy away and whose kernels cost more to launch than such small sums cost to do.
 */
export class HostState implements TrainingState {
	readonly #layers: Layer[];
	readonly #moments: { mean: Float32Array; square: Float32Array }[];
	readonly #decay: number;
	readonly #kind: Loss;
	#loss = 0;

	constructor(layers: readonly Layer[], kind: Loss, decay: number) {
		this.#kind = kind;
		this.#layers = layers.map((layer) => ({ ...layer, weights: layer.weights.slice(), bias: layer.bias.slice() }));
		this.#moments = this.#layers
			.flatMap(({ weights, bias }) => [weights, bias])
			.map(({ length }) => ({ mean: new Float32Array(length), square: new Float32Array(length) }));
		this.#decay = decay;
	}

	weights(): LayerTensors[] {
		return this.#layers.map(({ weights, bias, inputs, units }) => ({
			matrix: tf.tensor2d(weights, [inputs, units]),
			bias: tf.tensor1d(bias)
		}));
	}

	delta(output: tf.Tensor2D, y: Float32Array): tf.Tensor2D {
		const z = output.dataSync() as Float32Array;
		const delta = new Float32Array(z.length);
		const [batch] = output.shape;
		let sum = 0;
		for (let i = 0; i < z.length; i++) {
			if (this.#kind === 'squared') {
				const error = z[i]! - y[i]!;
				sum += error * error;
				delta[i] = (2 * error) / z.length;
			} else {
				const low = Math.exp(-Math.abs(z[i]!));
				sum += Math.max(z[i]!, 0) + Math.log1p(low) - y[i]! * z[i]!;
				delta[i] = ((z[i]! >= 0 ? 1 : low) / (1 + low) - y[i]!) / batch;
			}
		}
		this.#loss += sum / z.length;
		return tf.tensor2d(delta, output.shape);
	}

	takeLoss(): number {
		const sum = this.#loss;
		this.#loss = 0;
		return sum;
	}

	update(gradient: readonly LayerTensors[], step: number, rate: number): void {
		gradient.forEach(({ matrix, bias }, l) => {
			const layer = this.#layers[l]!;
			this.#step(layer.weights, matrix.dataSync() as Float32Array, this.#moments[2 * l]!, step, rate, rate * this.#decay);
			this.#step(layer.bias, bias.dataSync() as Float32Array, this.#moments[2 * l + 1]!, step, rate, 0);
		});
	}

	#step(
		w: Float32Array,
		g: Float32Array,
		{ mean, square }: { mean: Float32Array; square: Float32Array },
		step: number,
		rate: number,
		decay: number
	): void {
		const scale = rate / (1 - beta1 ** step);
		const correction = 1 / (1 - beta2 ** step);
		for (let i = 0; i < w.length; i++) {
			const m = beta1 * mean[i]! + (1 - beta1) * g[i]!;
			const v = beta2 * square[i]! + (1 - beta2) * g[i]! * g[i]!;
			mean[i] = m;
			square[i] = v;
			w[i] = w[i]! - (scale * m) / (Math.sqrt(v * correction) + epsilon) - decay * w[i]!;
		}
	}

	read(): Layer[] {
		return this.#layers.map((layer) => ({ ...layer, weights: layer.weights.slice(), bias: layer.bias.slice() }));
	}

	dispose(): void {
		// Plain arrays need no disposal.
	}
}

/** Weights in one flat vector on the graphics card: nothing is read back until somebody asks. */
export class DeviceState implements TrainingState {
	readonly #like: readonly Layer[];
	readonly #decay: number;
	readonly #decayed: tf.Tensor1D;
	readonly #kind: Loss;
	#loss: tf.Tensor = tf.scalar(0);
	#weights: tf.Tensor1D;
	#mean: tf.Tensor1D;
	#square: tf.Tensor1D;

	constructor(layers: readonly Layer[], kind: Loss, decay: number) {
		this.#kind = kind;
		this.#like = layers;
		this.#decay = decay;
		this.#weights = tf.tensor1d(flatten(layers));
		this.#mean = tf.zerosLike(this.#weights);
		this.#square = tf.zerosLike(this.#weights);
		this.#decayed = tf.tensor1d(
			flatten(
				layers.map((layer) => ({ ...layer, weights: new Float32Array(layer.weights.length).fill(1), bias: new Float32Array(layer.units) }))
			)
		);
	}

	weights(): LayerTensors[] {
		let at = 0;
		return this.#like.map(({ inputs, units }) => {
			const matrix = this.#weights.slice(at, inputs * units).as2D(inputs, units);
			const bias = this.#weights.slice(at + inputs * units, units);
			at += (inputs + 1) * units;
			return { matrix, bias };
		});
	}

	delta(output: tf.Tensor2D, y: Float32Array): tf.Tensor2D {
		const target = tf.tensor2d(y, output.shape);
		const [batch, outputs] = output.shape;
		if (this.#kind === 'squared') {
			const error: tf.Tensor2D = tf.sub(output, target);
			this.#add(tf.mean(tf.square(error)));
			return tf.mul(error, 2 / (batch * outputs));
		}
		// log(1 + e^z) − y z, in the form that cannot overflow.
		const soft = tf.add(tf.relu(output), tf.log1p(tf.exp(tf.neg(tf.abs(output)))));
		this.#add(tf.mean(tf.sub(soft, tf.mul(output, target))));
		return tf.mul(tf.sub(tf.sigmoid(output), target), 1 / batch);
	}

	#add(loss: tf.Tensor): void {
		const sum = tf.keep(tf.add(this.#loss, loss));
		this.#loss.dispose();
		this.#loss = sum;
	}

	takeLoss(): number {
		const sum = this.#loss.dataSync()[0]!;
		this.#loss.dispose();
		this.#loss = tf.scalar(0);
		return sum;
	}

	update(gradient: readonly LayerTensors[], step: number, rate: number): void {
		const g = tf.concat1d(gradient.flatMap(({ matrix, bias }) => [matrix.as1D(), bias]));
		const mean: tf.Tensor1D = tf.add(tf.mul(this.#mean, beta1), tf.mul(g, 1 - beta1));
		const square: tf.Tensor1D = tf.add(tf.mul(this.#square, beta2), tf.mul(tf.square(g), 1 - beta2));
		const root = tf.add(tf.sqrt(tf.mul(square, 1 / (1 - beta2 ** step))), epsilon);
		let weights: tf.Tensor1D = tf.sub(this.#weights, tf.mul(tf.div(mean, root), rate / (1 - beta1 ** step)));
		if (this.#decay > 0) weights = tf.sub(weights, tf.mul(tf.mul(this.#weights, this.#decayed), rate * this.#decay));
		tf.dispose([this.#weights, this.#mean, this.#square]);
		[this.#weights, this.#mean, this.#square] = [tf.keep(weights), tf.keep(mean), tf.keep(square)];
	}

	read(): Layer[] {
		const flat = this.#weights.dataSync() as Float32Array<ArrayBuffer>;
		let at = 0;
		return this.#like.map(({ inputs, units, activation }) => {
			const weights = flat.slice(at, at + inputs * units);
			const bias = flat.slice(at + inputs * units, at + (inputs + 1) * units);
			at += (inputs + 1) * units;
			return { inputs, units, activation, weights, bias };
		});
	}

	dispose(): void {
		tf.dispose([this.#weights, this.#mean, this.#square, this.#decayed, this.#loss]);
	}
}

function flatten(layers: readonly Layer[]): Float32Array<ArrayBuffer> {
	const flat = new Float32Array(parameters(layers));
	let at = 0;
	for (const { weights, bias } of layers) {
		flat.set(weights, at);
		flat.set(bias, at + weights.length);
		at += weights.length + bias.length;
	}
	return flat;
}
