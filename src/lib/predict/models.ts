import { initialLayers, type Backend, type Layer, type TrainingPlan } from '../backend/network.js';
import type { Matrix } from '../matrix.js';
import { Problem } from '../problem.js';
import { permutation, seeded } from '../random.js';
import { part, type Task } from '../task.js';
import type { Outcomes } from './metrics.js';
import { unwhiten, whitenRow, whiteningOf } from './whiten.js';

/** Dense networks that give the logit of a purchase; its chance is the mean over them. Plain data. */
export interface Classifier {
	readonly members: readonly (readonly Layer[])[];
}

const batchSize = 256;
const logistic = { steps: 300, learningRate: 0.05, priorDistance: 2 };
const network = { units: 24, members: 2, passes: 20, steps: { least: 200, most: 500 }, learningRate: 0.01, weightDecay: 1 };

/**
 * Logistic regression by maximum likelihood: one linear unit trained on cross-entropy. The inputs are whitened for the
 * training, in which coordinates the optimum is equally steep all around and Adam reaches it in a few hundred steps.
 * A weak prior keeps the weights finite where the outcomes can be separated: per direction two imaginary customers, two
 * standard deviations out on either side, who buy at the base rate (prior by augmented data, Clogg et al. 1991).
 */
export async function fitLogistic(x: Matrix, y: Outcomes, seed: number, backend: Backend, task: Task): Promise<Classifier> {
	const { cols } = x;
	const whitening = whiteningOf(x);
	const rate = y.reduce((sum, outcome) => sum + outcome, 0) / y.length;
	const rows = x.rows + 2 * cols;
	const draw = rowSource(rows, seed);
	const trained = await train(
		backend,
		{
			layers: [linearUnit(new Float32Array(cols), Math.log(rate / (1 - rate)))],
			batchSize: Math.min(batchSize, rows),
			steps: logistic.steps,
			learningRate: logistic.learningRate,
			weightDecay: 0,
			fill(step, inputs, targets) {
				for (let i = 0; i < targets.length; i++) {
					const row = draw(step * targets.length + i);
					const imagined = row - x.rows;
					const at = i * cols;
					if (imagined < 0) {
						targets[i] = y[row]!;
						whitenRow(whitening, x.values, row, inputs, at);
					} else {
						targets[i] = rate;
						inputs.fill(0, at, at + cols);
						inputs[at + (imagined >> 1)] = imagined & 1 ? logistic.priorDistance : -logistic.priorDistance;
					}
				}
			}
		},
		task
	);
	const weights = unwhiten(whitening, trained[0]!.weights);
	const shift = weights.reduce((sum, weight, j) => sum + weight * whitening.mean[j]!, 0);
	return { members: [[linearUnit(Float32Array.from(weights), trained[0]!.bias[0]! - shift)]] };
}

function linearUnit(weights: Float32Array<ArrayBuffer>, bias: number): Layer {
	return { inputs: weights.length, units: 1, activation: 'linear', weights, bias: Float32Array.of(bias) };
}

/**
 * A small network with one layer of rectified units, trained on cross-entropy with weight decay; the mean of two that start
 * from different weights. The steps grow with the number of customers, about 20 passes, between 200 and 500.
 */
export async function fitNetwork(x: Matrix, y: Outcomes, seed: number, backend: Backend, task: Task): Promise<Classifier> {
	const { cols } = x;
	const batch = Math.min(batchSize, x.rows);
	const steps = Math.max(network.steps.least, Math.min(network.steps.most, Math.ceil((network.passes * x.rows) / batch)));
	const members: Layer[][] = [];
	for (let m = 0; m < network.members; m++) {
		const draw = rowSource(x.rows, seed + m);
		const plan = {
			layers: initialLayers([cols, network.units, 1], ['relu', 'linear'], seeded(seed + m)),
			batchSize: batch,
			steps,
			learningRate: network.learningRate,
			weightDecay: network.weightDecay,
			fill(step: number, inputs: Float32Array, targets: Float32Array) {
				for (let i = 0; i < batch; i++) {
					const row = draw(step * batch + i);
					targets[i] = y[row]!;
					inputs.set(x.values.subarray(row * cols, (row + 1) * cols), i * cols);
				}
			}
		};
		members.push(await train(backend, plan, part(task, m / network.members, (m + 1) / network.members)));
	}
	return { members };
}

/** The chance of a purchase for each row of `x`. */
export function chances({ members }: Classifier, x: Matrix, backend: Backend): Float32Array<ArrayBuffer> {
	const sum = new Float64Array(x.rows);
	for (const layers of members) backend.forward(layers, x.values, x.rows).forEach((logit, i) => (sum[i]! += 1 / (1 + Math.exp(-logit))));
	return Float32Array.from(sum, (value) => value / members.length);
}

async function train(backend: Backend, plan: Omit<TrainingPlan, 'loss' | 'schedule' | 'reportEvery'>, task: Task): Promise<Layer[]> {
	const { layers, end } = await backend.train({ ...plan, loss: 'crossEntropy', schedule: 'cosine', reportEvery: 50 }, task);
	if (end === 'diverged') throw new Problem('diverged');
	return layers;
}

/** Row of draw k: every pass goes through all rows in a new random order. */
function rowSource(rows: number, seed: number): (k: number) => number {
	const order = new Uint32Array(rows);
	let pass = -1;
	return (k) => {
		const wanted = Math.floor(k / rows);
		if (wanted !== pass) {
			pass = wanted;
			permutation(rows, seeded(Math.imul(seed, 1009) + pass), order);
		}
		return order[k % rows]!;
	};
}
