import * as tf from '@tensorflow/tfjs';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { Task } from '../task.js';
import type { Backend, DeviceInfo, Layer, Trained, TrainingPlan } from './network.js';
import { wasmFiles } from './wasm-files.js';

const beta1 = 0.9;
const beta2 = 0.999;
/** Given outright: TF.js would take 1e-4 on WebGL, because it mistakes 32-bit textures for 16-bit ones. */
const epsilon = 1e-7;
const breatheEveryMs = 8;

export type DeviceChoice = 'auto' | 'webgl' | 'wasm' | 'cpu';

/** A context that went away once is not trusted again in this worker. */
let webglLost = false;
setWasmPaths(wasmFiles);

const webgl = (): MathBackendWebGL => tf.backend() as MathBackendWebGL;

/** The name of the graphics card behind WebGL2, or why it will not do. */
function graphics(): { renderer: string; reason: DeviceInfo['reason'] } {
	if (typeof OffscreenCanvas === 'undefined' || webglLost) return { renderer: '', reason: 'noWebgl' };
	const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
	if (!gl) return { renderer: '', reason: 'noWebgl' };
	const names = gl.getExtension('WEBGL_debug_renderer_info');
	const renderer = String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
	const float32 = gl.getExtension('EXT_color_buffer_float') !== null;
	gl.getExtension('WEBGL_lose_context')?.loseContext();
	if (/swiftshader|llvmpipe|software|basic render/i.test(renderer)) return { renderer, reason: 'software' };
	return { renderer, reason: float32 ? 'gpu' : 'noFloat32' };
}

async function take(name: 'webgl' | 'wasm' | 'cpu'): Promise<boolean> {
	if (name === 'webgl') {
		tf.env().set('WEBGL_USE_SHAPES_UNIFORMS', true);
		tf.env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', 0);
	}
	// A failed backend may leave another one in its place, and says so only through getBackend().
	const taken = await tf.setBackend(name).catch(() => false);
	if (!taken || tf.getBackend() !== name) return false;
	if (name === 'webgl' && !tf.env().getBool('WEBGL_RENDER_FLOAT32_CAPABLE')) return false;
	await tf.ready();
	return true;
}

/**
 * Opens TensorFlow.js on the device that suits: WebGL on a graphics card that draws 32-bit floats, else WASM with SIMD, else
 * plain JavaScript. A renderer in software is recognised and passed over, being slower than WASM.
 */
export async function openTensorflow(choice: DeviceChoice = 'auto'): Promise<Backend> {
	const seen = graphics();
	const usable = choice === 'webgl' && webglLost ? 'wasm' : choice;
	const wish = usable === 'auto' ? (seen.reason === 'gpu' ? 'webgl' : 'wasm') : usable;
	const reason = choice === 'auto' ? seen.reason : 'chosen';
	for (const name of [wish, 'wasm', 'cpu'] as const) {
		if (await take(name)) {
			const fell = name !== wish && reason !== 'software';
			return new TensorflowBackend({
				backend: name,
				renderer: name === 'webgl' ? seen.renderer : '',
				reason: fell && wish === 'webgl' ? 'noFloat32' : reason
			});
		}
	}
	throw new Error('TensorFlow.js found no backend');
}

interface Pass {
	/** Inputs of each layer and, last, the output. */
	readonly values: tf.Tensor2D[];
	/** Weights of each layer. */
	readonly matrices: tf.Tensor2D[];
}

/** Trains with gradients written out by hand over one flat vector of weights: a third of the kernels that `model.fit` launches. */
class TensorflowBackend implements Backend {
	constructor(readonly device: DeviceInfo) {}

	async train(plan: TrainingPlan, task: Task): Promise<Trained> {
		const { layers, batchSize } = plan;
		const inputs = layers[0]!.inputs;
		const outputs = layers.at(-1)!.units;
		const x = new Float32Array(batchSize * inputs);
		const y = new Float32Array(batchSize * outputs);
		const first = flatten(layers);
		let kept = first;
		let weights = tf.tensor1d(first);
		let mean = tf.zerosLike(weights);
		let square = tf.zerosLike(weights);
		let lossSum = tf.scalar(0) as tf.Tensor;
		const decayed = plan.weightDecay > 0 ? tf.tensor1d(decayMask(layers)) : null;
		const lost = this.#watchLoss();
		let end: Trained['end'] = 'done';
		let step = 0;
		let seenAt = 0;
		let breathed = performance.now();
		try {
			for (step = 0; step < plan.steps; step++) {
				plan.fill(step, x, y);
				const rate =
					plan.schedule === 'cosine' ? (plan.learningRate * (1 + Math.cos((Math.PI * step) / plan.steps))) / 2 : plan.learningRate;
				const next = tf.tidy(() => {
					const { loss, gradient } = lossAndGradient(
						weights,
						layers,
						tf.tensor2d(x, [batchSize, inputs]),
						tf.tensor2d(y, [batchSize, outputs]),
						plan.loss
					);
					const m = tf.add(tf.mul(mean, beta1), tf.mul(gradient, 1 - beta1)) as tf.Tensor1D;
					const v = tf.add(tf.mul(square, beta2), tf.mul(tf.square(gradient), 1 - beta2)) as tf.Tensor1D;
					const scale = rate / (1 - beta1 ** (step + 1));
					const root = tf.add(tf.sqrt(tf.mul(v, 1 / (1 - beta2 ** (step + 1)))), epsilon);
					let w = tf.sub(weights, tf.mul(tf.div(m, root), scale));
					if (decayed) w = tf.sub(w, tf.mul(tf.mul(weights, decayed), rate * plan.weightDecay));
					return { w: w as tf.Tensor1D, m, v, sum: tf.add(lossSum, loss) };
				});
				tf.dispose([weights, mean, square, lossSum]);
				[weights, mean, square, lossSum] = [next.w, next.m, next.v, next.sum];
				const last = step + 1 === plan.steps;
				if ((step + 1) % plan.reportEvery === 0 || last) {
					const loss = (lossSum.dataSync()[0] as number) / (step + 1 - seenAt);
					const now = weights.dataSync() as Float32Array<ArrayBuffer>;
					if (lost()) {
						end = 'lost';
						break;
					}
					if (!Number.isFinite(loss)) {
						end = 'diverged';
						break;
					}
					kept = now.slice();
					seenAt = step + 1;
					lossSum.dispose();
					lossSum = tf.scalar(0);
					plan.report?.(step + 1, loss, () => unflatten(kept, layers));
					task.progress((step + 1) / plan.steps);
				}
				if (last || performance.now() - breathed > breatheEveryMs) {
					await task.breathe();
					task.signal.throwIfAborted();
					breathed = performance.now();
				}
			}
		} finally {
			lost();
			tf.dispose([weights, mean, square, lossSum, ...(decayed ? [decayed] : [])]);
		}
		return { layers: unflatten(kept, layers), steps: end === 'done' ? plan.steps : seenAt, end };
	}

	forward(layers: readonly Layer[], x: Float32Array, rows: number): Float32Array<ArrayBuffer> {
		const inputs = layers[0]!.inputs;
		const units = layers.at(-1)!.units;
		const out = new Float32Array(rows * units);
		const block = 8192;
		for (let from = 0; from < rows; from += block) {
			const count = Math.min(block, rows - from);
			const values = tf.tidy(() => {
				const weights = tf.tensor1d(flatten(layers));
				const { values } = forwardPass(weights, layers, tf.tensor2d(x.subarray(from * inputs, (from + count) * inputs), [count, inputs]));
				return values.at(-1)!.dataSync();
			});
			out.set(values, from * units);
		}
		return out;
	}

	/** A function that tells whether the graphics context went away since; nothing else does, reads just return zeros. */
	#watchLoss(): () => boolean {
		if (this.device.backend !== 'webgl') return () => false;
		const { gl } = webgl().gpgpu;
		return () => {
			if (!gl.isContextLost()) return false;
			webglLost = true;
			return true;
		};
	}
}

const parameters = (layers: readonly Layer[]): number => layers.reduce((sum, layer) => sum + (layer.inputs + 1) * layer.units, 0);

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

function unflatten(flat: Float32Array<ArrayBuffer>, like: readonly Layer[]): Layer[] {
	let at = 0;
	return like.map(({ inputs, units, activation }) => {
		const weights = flat.slice(at, at + inputs * units);
		const bias = flat.slice(at + inputs * units, at + (inputs + 1) * units);
		at += (inputs + 1) * units;
		return { inputs, units, activation, weights, bias };
	});
}

/** 1 for weights, 0 for biases, which are not decayed. */
const decayMask = (layers: readonly Layer[]): Float32Array =>
	flatten(
		layers.map((layer) => ({ ...layer, weights: new Float32Array(layer.weights.length).fill(1), bias: new Float32Array(layer.units) }))
	);

function forwardPass(weights: tf.Tensor1D, layers: readonly Layer[], x: tf.Tensor2D): Pass {
	const values = [x];
	const matrices: tf.Tensor2D[] = [];
	let at = 0;
	for (const { inputs, units, activation } of layers) {
		const matrix = weights.slice(at, inputs * units).reshape([inputs, units]) as tf.Tensor2D;
		const bias = weights.slice(at + inputs * units, units);
		matrices.push(matrix);
		values.push(tf.fused.matMul({ a: values.at(-1)!, b: matrix, bias, activation }) as tf.Tensor2D);
		at += (inputs + 1) * units;
	}
	return { values, matrices };
}

/** Mean loss of a batch and its gradient with respect to the flat weights. */
function lossAndGradient(
	weights: tf.Tensor1D,
	layers: readonly Layer[],
	x: tf.Tensor2D,
	y: tf.Tensor2D,
	loss: TrainingPlan['loss']
): { loss: tf.Tensor; gradient: tf.Tensor1D } {
	const { values, matrices } = forwardPass(weights, layers, x);
	const output = values.at(-1)!;
	const batch = x.shape[0];
	let delta: tf.Tensor2D;
	let mean: tf.Tensor;
	if (loss === 'squared') {
		const error = tf.sub(output, y) as tf.Tensor2D;
		mean = tf.mean(tf.square(error));
		delta = tf.mul(error, 2 / (batch * y.shape[1]));
	} else {
		// log(1 + e^z) − y z, in the form that cannot overflow.
		mean = tf.mean(tf.sub(tf.add(tf.relu(output), tf.log1p(tf.exp(tf.neg(tf.abs(output))))), tf.mul(output, y)));
		delta = tf.mul(tf.sub(tf.sigmoid(output), y), 1 / batch) as tf.Tensor2D;
	}
	const pieces: tf.Tensor1D[] = [];
	for (let l = layers.length - 1; l >= 0; l--) {
		const input = values[l]!;
		if (layers[l]!.activation === 'relu') delta = tf.mul(delta, tf.step(values[l + 1]!)) as tf.Tensor2D;
		// Explicit transposes: with transposeA or transposeB the WASM backend leaves its fast path.
		pieces.unshift(tf.matMul(tf.transpose(input), delta).flatten(), tf.sum(delta, 0) as tf.Tensor1D);
		if (l > 0) delta = tf.matMul(delta, tf.transpose(matrices[l]!));
	}
	return { loss: mean, gradient: tf.concat(pieces) };
}

/** Tensors alive now, for tests of leaks. */
export const liveTensors = (): number => tf.memory().numTensors;
