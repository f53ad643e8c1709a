import { seeded } from '../random.js';
import { graphics } from './graphics.js';
import { DeviceLost, initialLayers, type Backend, type DeviceInfo } from './network.js';
import { plainBackend } from './plain.js';
import { wasmBackend } from './wasm.js';

export type DeviceChoice = 'auto' | 'webgl' | 'wasm' | 'cpu';
type Reason = Omit<DeviceInfo, 'backend'>;

/** What was found by trial; kept, as the machine stays the same. */
let tried: DeviceInfo['trial'] = null;

/**
 * Opens the backend that suits: of a graphics card that draws 32-bit floats and the processor the one that is faster in a short trial,
 * else the processor with WebAssembly, else plain JavaScript. A choice holds where it can be had.
 */
export async function openBackend(choice: DeviceChoice = 'auto'): Promise<Backend> {
	if (choice === 'cpu') return plainBackend(chosen);
	if (choice === 'wasm') return openProcessor();
	const { renderer, reason } = graphics();
	if (choice === 'auto' && reason !== 'gpu') return openProcessor({ renderer: '', reason, trial: null });
	const opened = await onGraphics({ renderer, reason: choice === 'auto' ? 'gpu' : 'chosen', trial: null });
	if (typeof opened === 'string') return openProcessor({ renderer: '', reason: opened, trial: null });
	if (choice === 'webgl') return lasting(opened);
	tried ??= { webgl: await timeOf(lasting(opened)), wasm: await timeOf(openProcessor()) };
	const device = { ...opened.device, trial: tried };
	return tried.webgl <= tried.wasm ? lasting({ ...opened, device }) : openProcessor({ ...device, reason: 'slow' });
}

const chosen: Reason = { renderer: '', reason: 'chosen', trial: null };

/** TensorFlow.js is fetched where it is used, and nowhere else. */
async function onGraphics(about: Reason): Promise<Backend | 'noFloat32' | 'lost'> {
	const { openWebgl } = await import('./tensorflow.js');
	return openWebgl(about);
}

/**
 * A backend on the graphics card that goes on where that goes away. Training does so from the last look: on the graphics card once more, if
 * it comes back, then on the processor. Outputs are had from the processor until something is trained again.
 */
function lasting(first: Backend): Backend {
	let now = first;
	return {
		get device() {
			return now.device;
		},
		forward(...args) {
			try {
				return now.forward(...args);
			} catch (cause) {
				if (!(cause instanceof DeviceLost)) throw cause;
				return openProcessor().forward(...args);
			}
		},
		async train(plan, task, from = 0) {
			let [layers, resumedAt] = [plan.layers, from];
			for (;;) {
				try {
					const trained = await now.train({ ...plan, layers }, task, resumedAt);
					return resumedAt === from ? trained : { ...trained, resumedAt };
				} catch (cause) {
					if (!(cause instanceof DeviceLost)) throw cause;
					layers = cause.layers;
					resumedAt = cause.steps;
					const again = await onGraphics(first.device);
					now = typeof again === 'string' ? openProcessor({ ...first.device, reason: again }) : again;
				}
			}
		}
	};
}

/** Opens the backend of the processor, the same on every machine. A browser without SIMD in WebAssembly has plain arrays. */
export function openProcessor(about = chosen): Backend {
	try {
		return wasmBackend(about);
	} catch {
		return plainBackend(about);
	}
}

const [warming, measured] = [4, 10];

/** Milliseconds a step takes once warm: an autoencoder of 40 columns, batches of 256. */
async function timeOf(backend: Backend): Promise<number> {
	const random = seeded(1);
	const [batchSize, columns] = [256, 40];
	const rows = Float32Array.from({ length: batchSize * columns }, () => random() - 0.5);
	let begun = 0;
	await backend.train(
		{
			layers: initialLayers([columns, 64, 32, 8, 32, 64, columns], ['relu', 'relu', 'linear', 'relu', 'relu', 'linear'], random),
			loss: 'squared',
			batchSize,
			steps: warming + measured,
			learningRate: 1e-3,
			schedule: 'constant',
			weightDecay: 0,
			fill(_, x, y) {
				x.set(rows);
				y.set(rows);
			},
			reportEvery: warming,
			report(step) {
				if (step === warming) begun = performance.now();
			}
		},
		{ signal: new AbortController().signal, breathe: () => Promise.resolve(), progress: () => undefined }
	);
	return (performance.now() - begun) / measured;
}
