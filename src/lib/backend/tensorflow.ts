import * as tf from '@tensorflow/tfjs';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { Task } from '../task.js';
import { backwardPass, forwardPass } from './gradient.js';
import type { Backend, DeviceInfo, Layer, Trained, TrainingPlan } from './network.js';
import { DeviceState, HostState, type TrainingState } from './state.js';
import { wasmFiles } from './wasm-files.js';

const breatheEveryMs = 8;

export type DeviceChoice = 'auto' | 'webgl' | 'wasm' | 'cpu';

/** A context that went away once is not trusted again in this worker. */
let webglLost = false;
setWasmPaths(wasmFiles);

const webgl = (): MathBackendWebGL => tf.backend() as MathBackendWebGL;

type Graphics = Pick<DeviceInfo, 'renderer' | 'reason'>;
let looked: Graphics | undefined;

/** The name of the graphics card behind WebGL2, or why it will not do. Looked at once: a context costs up to a second. */
const graphics = (): Graphics => (webglLost ? { renderer: '', reason: 'noWebgl' } : (looked ??= look()));

function look(): Graphics {
	if (typeof OffscreenCanvas === 'undefined') return { renderer: '', reason: 'noWebgl' };
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

/** Trains with gradients written out by hand: a third of the kernels that `model.fit` launches. */
class TensorflowBackend implements Backend {
	constructor(readonly device: DeviceInfo) {}

	async train(plan: TrainingPlan, task: Task): Promise<Trained> {
		const { layers, batchSize } = plan;
		const inputs = layers[0]!.inputs;
		const outputs = layers.at(-1)!.units;
		const x = new Float32Array(batchSize * inputs);
		const y = new Float32Array(batchSize * outputs);
		const State = this.device.backend === 'webgl' ? DeviceState : HostState;
		const state: TrainingState = new State(layers, plan.loss, plan.weightDecay);
		const lost = this.#watchLoss();
		let kept = layers.slice();
		let seen = 0;
		let end: Trained['end'] = 'done';
		let breathed = performance.now();
		try {
			for (let step = 1; step <= plan.steps; step++) {
				plan.fill(step - 1, x, y);
				const rate =
					plan.schedule === 'cosine' ? (plan.learningRate * (1 + Math.cos((Math.PI * (step - 1)) / plan.steps))) / 2 : plan.learningRate;
				tf.tidy(() => {
					const weights = state.weights();
					const values = forwardPass(weights, layers, tf.tensor2d(x, [batchSize, inputs]));
					state.update(backwardPass(values, state.delta(values.at(-1)!, y), weights, layers), step, rate);
				});
				if (step % plan.reportEvery === 0 || step === plan.steps) {
					const loss = state.takeLoss() / (step - seen);
					const now = state.read();
					if (lost()) end = 'lost';
					else if (!Number.isFinite(loss)) end = 'diverged';
					if (end !== 'done') break;
					kept = now;
					seen = step;
					plan.report?.(step, loss, () => now);
					task.progress(step / plan.steps);
				}
				if (step === plan.steps || performance.now() - breathed > breatheEveryMs) {
					await task.breathe();
					task.signal.throwIfAborted();
					breathed = performance.now();
				}
			}
		} finally {
			state.dispose();
		}
		return { layers: kept, steps: seen, end };
	}

	forward(layers: readonly Layer[], x: Float32Array, rows: number): Float32Array<ArrayBuffer> {
		const inputs = layers[0]!.inputs;
		const units = layers.at(-1)!.units;
		const out = new Float32Array(rows * units);
		const block = 8192;
		for (let from = 0; from < rows; from += block) {
			const count = Math.min(block, rows - from);
			const values = tf.tidy(() => {
				const weights = layers.map((layer) => ({
					matrix: tf.tensor2d(layer.weights, [layer.inputs, layer.units]),
					bias: tf.tensor1d(layer.bias)
				}));
				const rowsNow = tf.tensor2d(x.subarray(from * inputs, (from + count) * inputs), [count, inputs]);
				return forwardPass(weights, layers, rowsNow).at(-1)!.dataSync();
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

/** Tensors alive now, for tests of leaks. */
export const liveTensors = (): number => tf.memory().numTensors;
