import * as tf from '@tensorflow/tfjs';
import type { GPGPUProgram, MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { DeviceLost, type Backend, type DeviceInfo, type Layer, type TrainingPlan } from './network.js';
import {
	backwardProgram,
	centresProgram,
	deltaProgram,
	forwardProgram,
	gradientProgram,
	lossProgram,
	meanProgram,
	pushedProgram,
	pushProgram,
	run,
	sharesProgram,
	squareProgram,
	weightsProgram
} from './programs.js';
import { beta1, beta2, follow, type Training } from './training.js';

/** A context that went away is made anew once; after that the graphics card is not trusted again in this worker. */
let losses = 0;
let current: WebGLRenderingContext | null = null;

/**
 * Whether the graphics card still gives what it is asked for. Where it went away the context says so in a later turn only, and until then
 * reads give zeros without an error; once they do, all that follow do too, so that a read that comes before this is good.
 */
const answers = (): boolean => current?.isContextLost() === false && tf.tidy(() => tf.fill([1], 1).dataSync()[0] === 1);

/** Opens TensorFlow.js on WebGL, or says why it will not do. */
export async function openWebgl(about: Omit<DeviceInfo, 'backend'>): Promise<Backend | 'noFloat32' | 'lost'> {
	if (current && !answers()) {
		// TensorFlow.js opens another one only where this one says that it is lost.
		if (!current.isContextLost()) current.getExtension('WEBGL_lose_context')?.loseContext();
		const open = tf.findBackendFactory('webgl');
		tf.removeBackend('webgl');
		tf.registerBackend('webgl', open, 2);
		current = null;
		losses++;
	}
	if (losses > 1) return 'lost';
	tf.env().set('WEBGL_USE_SHAPES_UNIFORMS', true);
	tf.env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', 0);
	// A failed backend may leave another one in its place, and says so only through getBackend().
	const taken = await tf.setBackend('webgl').catch(() => false);
	if (!taken || tf.getBackend() !== 'webgl' || !tf.env().getBool('WEBGL_RENDER_FLOAT32_CAPABLE')) return losses > 0 ? 'lost' : 'noFloat32';
	await tf.ready();
	current = (tf.backend() as MathBackendWebGL).gpgpu.gl;
	return {
		device: { ...about, backend: 'webgl' },
		async train(plan, task, from = 0) {
			if (!answers()) throw new DeviceLost(plan.layers, from);
			return follow(plan, new WebglTraining(plan), task, from);
		},
		forward(layers, x, rows) {
			try {
				const out = answers() && forward(layers, x, rows);
				if (out && answers()) return out;
			} catch (cause) {
				if (answers()) throw cause;
			}
			throw new DeviceLost(layers, 0);
		}
	};
}

/** The weights of a layer with its bias as the last row. */
const withBias = ({ weights, bias, inputs, units }: Layer): tf.Tensor2D => {
	const matrix = new Float32Array((inputs + 1) * units);
	matrix.set(weights);
	matrix.set(bias, inputs * units);
	return tf.tensor2d(matrix, [inputs + 1, units]);
};

const outputs = (rows: number, { inputs, units, activation }: Layer): GPGPUProgram =>
	activation === 'student' ? sharesProgram(rows, inputs, units) : forwardProgram(rows, inputs, units, activation === 'relu');

/** The programs of a layer, and what it holds on the graphics card. */
class TrainedLayer {
	readonly forward: GPGPUProgram;
	readonly backward: GPGPUProgram;
	readonly #gradient: GPGPUProgram;
	readonly #adam: readonly [GPGPUProgram, GPGPUProgram, GPGPUProgram];
	readonly #like: Layer;
	weights: tf.Tensor2D;
	#mean: tf.Tensor2D;
	#square: tf.Tensor2D;

	/** `after`: whether a ReLU gives what this layer is given. */
	constructor(like: Layer, rows: number, after: boolean) {
		const { inputs, units, activation } = like;
		const student = activation === 'student';
		this.#like = like;
		this.forward = outputs(rows, like);
		this.backward = student ? pushedProgram(rows, inputs, units) : backwardProgram(rows, inputs, units, after);
		this.#gradient = student ? centresProgram(rows, inputs, units) : gradientProgram(rows, inputs, units);
		this.#adam = [meanProgram(inputs, units), squareProgram(inputs, units), weightsProgram(inputs, units)];
		this.weights = withBias(like);
		this.#mean = tf.zerosLike(this.weights);
		this.#square = tf.zerosLike(this.weights);
	}

	/** The gradient with respect to the weights, given that with respect to the outputs. */
	gradient(given: tf.Tensor2D, delta: tf.Tensor2D): tf.Tensor2D {
		return run(this.#gradient, [given, delta, this.weights].slice(0, this.#gradient.variableNames.length));
	}

	/** Takes a step; to be called inside `tf.tidy`. */
	update(gradient: tf.Tensor2D, uniforms: readonly [rate: number, correction: number, decay: number]): void {
		const [means, squares, moves] = this.#adam;
		const mean = tf.keep(run(means, [this.#mean, gradient]));
		const square = tf.keep(run(squares, [this.#square, gradient]));
		const weights = tf.keep(run(moves, [this.weights, mean, square], uniforms));
		this.dispose();
		[this.weights, this.#mean, this.#square] = [weights, mean, square];
	}

	read(): Layer {
		const { inputs, units } = this.#like;
		const matrix = this.weights.dataSync() as Float32Array<ArrayBuffer>;
		return { ...this.#like, weights: matrix.slice(0, inputs * units), bias: matrix.slice(inputs * units) };
	}

	dispose(): void {
		tf.dispose([this.weights, this.#mean, this.#square]);
	}
}

/** Trains with gradients written out by hand: a sixth of the programs that `model.fit` runs, and nothing read back between looks. */
class WebglTraining implements Training {
	readonly #plan: TrainingPlan;
	readonly #layers: readonly TrainedLayer[];
	readonly #delta: GPGPUProgram;
	readonly #loss: GPGPUProgram;
	/** Sum over the steps of what each row of the batch had in the loss. */
	#losses: tf.Tensor2D;

	constructor(plan: TrainingPlan) {
		const { layers, batchSize, loss } = plan;
		const { inputs, units } = layers.at(-1)!;
		this.#plan = plan;
		this.#layers = layers.map((layer, l) => new TrainedLayer(layer, batchSize, layers[l - 1]?.activation === 'relu'));
		this.#delta = loss === 'divergence' ? pushProgram(batchSize, inputs, units) : deltaProgram(batchSize, units, loss);
		this.#loss = lossProgram(batchSize, units, loss);
		this.#losses = tf.zeros([batchSize, 1]);
	}

	step(x: Float32Array, y: Float32Array, step: number, rate: number): void {
		const { layers, batchSize, weightDecay } = this.#plan;
		const adam = [rate / (1 - beta1 ** step), 1 / (1 - beta2 ** step), rate * weightDecay] as const;
		tf.tidy(() => {
			const values = [tf.tensor2d(x, [batchSize, layers[0]!.inputs])];
			for (const { forward, weights } of this.#layers) values.push(run(forward, [values.at(-1)!, weights]));
			const output = values.at(-1)!;
			const target = tf.tensor2d(y, output.shape);
			const losses = tf.keep(run(this.#loss, [output, target, this.#losses]));
			this.#losses.dispose();
			this.#losses = losses;
			const all = [output, target, values.at(-2)!, this.#layers.at(-1)!.weights];
			let delta = run(this.#delta, all.slice(0, this.#delta.variableNames.length));
			for (let l = layers.length - 1; l >= 0; l--) {
				const layer = this.#layers[l]!;
				const given = values[l]!;
				const gradient = layer.gradient(given, delta);
				if (l > 0) delta = run(layer.backward, [delta, layer.weights, given]);
				layer.update(gradient, adam);
			}
		});
	}

	takeLoss(): number {
		const sum = (this.#losses.dataSync() as Float32Array).reduce((a, b) => a + b, 0);
		this.#losses.dispose();
		this.#losses = tf.zeros([this.#plan.batchSize, 1]);
		return sum;
	}

	read(): Layer[] {
		return this.#layers.map((layer) => layer.read());
	}

	lost(): boolean {
		return !answers();
	}

	dispose(): void {
		for (const layer of this.#layers) layer.dispose();
		this.#losses.dispose();
	}
}

/** Rows that are run through a network at once. */
const block = 8192;

function forward(layers: readonly Layer[], x: Float32Array, rows: number): Float32Array<ArrayBuffer> {
	const inputs = layers[0]!.inputs;
	const units = layers.at(-1)!.units;
	const out = new Float32Array(rows * units);
	for (let from = 0; from < rows; from += block) {
		const count = Math.min(block, rows - from);
		const values = tf.tidy(() => {
			let now = tf.tensor2d(x.subarray(from * inputs, (from + count) * inputs), [count, inputs]);
			for (const layer of layers) now = run(outputs(count, layer), [now, withBias(layer)]);
			return now.dataSync();
		});
		out.set(values, from * units);
	}
	return out;
}

/** Tensors alive now, for tests of leaks. */
export const liveTensors = (): number => tf.memory().numTensors;
