import * as tf from '@tensorflow/tfjs';
import type { LayerTensors } from './gradient.js';
import type { Layer } from './network.js';

const beta1 = 0.9;
const beta2 = 0.999;
/** Given outright: TF.js would take 1e-4 on WebGL, because it mistakes 32-bit textures for 16-bit ones. */
const epsilon = 1e-7;

/**
 * Weights under training by AdamW (Kingma & Ba 2015; Loshchilov & Hutter 2019): decay acts on weights, not on biases, and apart from
 * the gradient.
 */
export interface Optimizer {
	/** The weights as tensors. Call inside `tf.tidy`. */
	weights(): LayerTensors[];
	/** Takes one step of size `rate`; `step` counts from 1. Call inside `tf.tidy`. */
	update(gradient: readonly LayerTensors[], step: number, rate: number): void;
	/** The weights as plain numbers, a copy. */
	read(): Layer[];
	dispose(): void;
}

const parameters = (layers: readonly Layer[]): number => layers.reduce((sum, layer) => sum + (layer.inputs + 1) * layer.units, 0);

/** Weights in plain arrays, sent to the device at every step: cheapest where the device is the processor itself. */
export class HostAdam implements Optimizer {
	readonly #layers: Layer[];
	readonly #moments: { mean: Float32Array; square: Float32Array }[];
	readonly #decay: number;

	constructor(layers: readonly Layer[], decay: number) {
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
export class DeviceAdam implements Optimizer {
	readonly #like: readonly Layer[];
	readonly #decay: number;
	readonly #decayed: tf.Tensor1D;
	#weights: tf.Tensor1D;
	#mean: tf.Tensor1D;
	#square: tf.Tensor1D;

	constructor(layers: readonly Layer[], decay: number) {
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
		tf.dispose([this.#weights, this.#mean, this.#square, this.#decayed]);
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
