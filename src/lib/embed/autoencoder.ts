import { initialLayers, type Backend, type Layer, type Trained } from '../backend/network.js';
import type { Matrix } from '../matrix.js';
import { permutation, seeded } from '../random.js';
import type { Task } from '../task.js';

export interface AutoencoderOptions {
	/** Numbers per customer in the embedding. */
	readonly dims: number;
	readonly steps: number;
	readonly batchSize: number;
	/** Chance that a value is swapped for that of another customer before the network sees it. */
	readonly swap: number;
	/** Group of each column; columns beside each other with the same number are swapped together. Each alone unless given. */
	readonly groups?: Uint16Array;
	readonly seed: number;
	readonly reportEvery: number;
}

export interface Autoencoder {
	readonly encoder: readonly Layer[];
	readonly decoder: readonly Layer[];
	readonly end: Trained['end'];
	readonly steps: number;
	/** As in `Trained`; null where nothing was lost. */
	readonly resumedAt: number | null;
}

/** Layers of the encoder, then of the decoder; the code and the output are linear. */
const hidden = [64, 32];

/**
 * Trains a swap-noise autoencoder: each value, or group of values, is replaced, with chance `swap`, by
 * that of a random other customer, and the network learns to give back the true ones (denoising autoencoders, Vincent et al. 2008; swap noise, M. Jahrer 2017).
 * 64–32–dims–32–64 ReLU units, AdamW 2e-3 with decay 1e-4 along a cosine. Repeats for one seed and one backend.
 * `report` is told the step, the loss and, on request, the encoder as it stands.
 */
export async function trainAutoencoder(
	points: Matrix,
	options: AutoencoderOptions,
	backend: Backend,
	task: Task,
	report: (step: number, loss: number, encoder: () => readonly Layer[]) => void
): Promise<Autoencoder> {
	const { rows, cols, values } = points;
	const { dims, swap, batchSize, groups } = options;
	const begins = Uint8Array.from({ length: cols }, (_, j) => Number(j === 0 || !groups || groups[j] !== groups[j - 1]));
	const random = seeded(options.seed);
	const sizes = [cols, ...hidden, dims, ...hidden.toReversed(), cols];
	const layers = initialLayers(sizes, ['relu', 'relu', 'linear', 'relu', 'relu', 'linear'], random);
	const split = hidden.length + 1;
	const turn = new Uint32Array(rows);
	let at = rows;
	const trained = await backend.train(
		{
			layers,
			loss: 'squared',
			batchSize,
			steps: options.steps,
			learningRate: 2e-3,
			schedule: 'cosine',
			weightDecay: 1e-4,
			reportEvery: options.reportEvery,
			fill(_step, x, y) {
				for (let b = 0; b < batchSize; b++) {
					if (at === rows) {
						permutation(rows, random, turn);
						at = 0;
					}
					const row = turn[at++]! * cols;
					let from = row;
					for (let j = 0; j < cols; j++) {
						if (begins[j]) from = random() < swap ? Math.floor(random() * rows) * cols : row;
						y[b * cols + j] = values[row + j]!;
						x[b * cols + j] = values[from + j]!;
					}
				}
			},
			report: (step, loss, current) => report(step, loss, () => current().slice(0, split))
		},
		task
	);
	return {
		encoder: trained.layers.slice(0, split),
		decoder: trained.layers.slice(split),
		end: trained.end,
		steps: trained.steps,
		resumedAt: trained.resumedAt ?? null
	};
}

/** The embedding of customers: rows × dims. */
export function encode(points: Matrix, encoder: readonly Layer[], backend: Backend): Matrix {
	return { rows: points.rows, cols: encoder.at(-1)!.units, values: backend.forward(encoder, points.values, points.rows) };
}
