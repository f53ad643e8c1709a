import { initialLayers, type Layer, type TrainingPlan } from '../../../src/lib/backend/network.js';
import { normal, seeded } from '../../../src/lib/random.js';

export const losses = ['squared', 'crossEntropy', 'divergence'] as const;
const outputsOf = { squared: 6, crossEntropy: 1, divergence: 5 } as const;

/** A small autoencoder, classifier or clustering of made-up rows: the same plan for every backend that is compared. */
export function plan(loss: TrainingPlan['loss'], steps: number): TrainingPlan {
	const random = seeded(7);
	const [rows, inputs, outputs] = [512, 6, outputsOf[loss]];
	const data = Float32Array.from({ length: rows * inputs }, () => normal(random));
	const target = Float32Array.from({ length: rows }, (_, i) => (data[i * inputs]! + data[i * inputs + 1]! > 0 ? 1 : 0));
	const batchSize = 64;
	return {
		layers: initialLayers([inputs, 12, 3, outputs], ['relu', 'linear', loss === 'divergence' ? 'student' : 'linear'], random),
		loss,
		batchSize,
		steps,
		learningRate: 2e-3,
		schedule: 'cosine',
		weightDecay: 1e-4,
		reportEvery: 8,
		fill(step, x, y) {
			for (let b = 0; b < batchSize; b++) {
				const row = (step * batchSize + b) % rows;
				for (let j = 0; j < inputs; j++) x[b * inputs + j] = data[row * inputs + j]!;
				if (loss === 'squared') for (let j = 0; j < inputs; j++) y[b * inputs + j] = data[row * inputs + j]!;
				else if (loss === 'crossEntropy') y[b] = target[row]!;
				else for (let u = 0; u < outputs; u++) y[b * outputs + u] = u === row % outputs ? 0.6 : 0.1;
			}
		}
	};
}

/** The largest difference between two sets of weights. */
export function apart(a: readonly Layer[], b: readonly Layer[]): number {
	let most = 0;
	a.forEach((layer, l) => {
		for (const part of ['weights', 'bias'] as const) {
			layer[part].forEach((value, i) => (most = Math.max(most, Math.abs(value - b[l]![part][i]!))));
		}
	});
	return most;
}
