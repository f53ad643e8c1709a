import type { Random } from '../random.js';
import type { Task } from '../task.js';

/**
 * `student`, for a last layer alone: its weights are centres, one a column, and its outputs the shares of the centres in what it is given
 * (`student.ts`); its bias is not used.
 */
export type Activation = 'relu' | 'linear' | 'student';

/** One dense layer: `weights` is inputs × units, row-major. */
export interface Layer {
	readonly inputs: number;
	readonly units: number;
	readonly activation: Activation;
	readonly weights: Float32Array<ArrayBuffer>;
	readonly bias: Float32Array<ArrayBuffer>;
}

/**
 * Squared error averaged over batch and columns, binary cross-entropy on a logit averaged over the batch, or the divergence (Kullback &
 * Leibler 1951) of target shares from those of a `student` layer averaged over the batch.
 */
export type Loss = 'squared' | 'crossEntropy' | 'divergence';

export interface TrainingPlan {
	/** Layers as they start, the last of them linear, or `student` where the loss is a divergence; see `initialLayers`. */
	readonly layers: readonly Layer[];
	readonly loss: Loss;
	readonly batchSize: number;
	readonly steps: number;
	readonly learningRate: number;
	/** Learning rate falls along half a cosine to zero at the last step, or stays. */
	readonly schedule: 'cosine' | 'constant';
	/** Decoupled weight decay (AdamW, Loshchilov & Hutter 2019); 0 = plain Adam. */
	readonly weightDecay: number;
	/** Writes the batch of a step: `x` is batchSize × inputs, `y` batchSize × outputs, both row-major. */
	fill(step: number, x: Float32Array, y: Float32Array): void;
	/** Steps between two looks at the loss. */
	readonly reportEvery: number;
	/** Called at each look: the mean training loss since the last one, and the layers as they are on request. */
	report?(step: number, loss: number, layers: () => Layer[]): void;
	/** Asked after each look whether the training may end. */
	enough?(): boolean;
}

export interface Trained {
	/** The layers of the last look; where training diverged, those of the look with the lowest loss, or as they started if there was none. */
	readonly layers: Layer[];
	/** Steps that led to these layers. */
	readonly steps: number;
	/** `diverged`: the loss grew without bound, or loss or weights stopped being finite numbers. */
	readonly end: 'done' | 'diverged';
	/** Where the graphics card went away and the training went on from its last look: the step of that look. */
	readonly resumedAt?: number;
}

export interface DeviceInfo {
	readonly backend: 'webgl' | 'wasm' | 'cpu';
	/** The graphics card as the browser names it; empty where none is used. */
	readonly renderer: string;
	/** Why this backend was taken; `gpu` and `slow` after a trial on this machine. */
	readonly reason: 'gpu' | 'slow' | 'software' | 'noFloat32' | 'noWebgl' | 'lost' | 'chosen';
	/** Milliseconds that a step of a trial took on either, where there was one. */
	readonly trial: { readonly webgl: number; readonly wasm: number } | null;
}

/** The device went away: thrown with the network as the last look saw it, or as it was to be run. */
export class DeviceLost extends Error {
	constructor(
		readonly layers: readonly Layer[],
		readonly steps: number
	) {
		super('The device went away.');
	}
}

/** What trains and runs dense networks: TensorFlow.js on the graphics card, kernels in WebAssembly, or plain arrays. */
export interface Backend {
	readonly device: DeviceInfo;
	/**
	 * Runs the plan, from step `from` where it goes on; a stop through `task.signal` throws its reason and leaks nothing.
	 * @throws DeviceLost from a backend that `openBackend` has not made lasting.
	 */
	train(plan: TrainingPlan, task: Task, from?: number): Promise<Trained>;
	/**
	 * Output of the layers for `rows` inputs.
	 * @throws DeviceLost as `train` does.
	 */
	forward(layers: readonly Layer[], x: Float32Array, rows: number): Float32Array<ArrayBuffer>;
}

/** Layers with Glorot-uniform weights (Glorot & Bengio 2010) and zero biases; `sizes` counts inputs, then the units of each layer. */
export function initialLayers(sizes: readonly number[], activations: readonly Activation[], random: Random): Layer[] {
	return activations.map((activation, l) => {
		const inputs = sizes[l]!;
		const units = sizes[l + 1]!;
		const limit = Math.sqrt(6 / (inputs + units));
		return {
			inputs,
			units,
			activation,
			weights: Float32Array.from({ length: inputs * units }, () => (2 * random() - 1) * limit),
			bias: new Float32Array(units)
		};
	});
}
