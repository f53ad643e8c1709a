import { initialLayers, type Backend, type Layer } from '../backend/network.js';
import type { Matrix } from '../matrix.js';
import { Problem } from '../problem.js';
import { permutation, seeded } from '../random.js';
import { part, type Task } from '../task.js';
import { chanceOf } from './calibrate.js';
import { logLoss, type Outcomes } from './metrics.js';

/** Dense networks that give the logit of an outcome; its chance is the mean over them. Plain data. */
export interface Network {
	readonly members: readonly (readonly Layer[])[];
}

/** A look at a network while it learns. */
export interface Look {
	/** Which member, and how many of its steps are done. */
	readonly member: number;
	readonly step: number;
	/** Mean cross-entropy of the batches since the last look, and of the rows held back. */
	readonly loss: number;
	readonly validation: number;
	/** Chances of the rows held back, and what happened. */
	readonly held: { readonly chances: Float64Array; readonly outcomes: Outcomes };
}

export const networkSettings = {
	units: 24,
	members: 2,
	passes: 30,
	steps: { least: 200, most: 1500 },
	learningRate: 0.01,
	weightDecay: 0.3,
	heldBack: 0.15,
	looks: 25
};
const batchSize = 256;

/**
 * A small network with one layer of rectified units, trained on cross-entropy with weight decay; the mean of two that start from different
 * weights. Each holds back other rows and keeps the weights that told those best. `onLook` sees it learn, and ends it by returning true: the
 * best weights so far are kept.
 * @throws Problem `diverged`
 */
export async function fitNetwork(
	x: Matrix,
	y: Outcomes,
	seed: number,
	backend: Backend,
	task: Task,
	onLook?: (look: Look) => boolean
): Promise<Network> {
	const { cols } = x;
	const { units, members: count, passes, learningRate, weightDecay, heldBack, looks } = networkSettings;
	const members: Layer[][] = [];
	const enough = new Error('enough');
	for (let member = 0; member < count; member++) {
		const order = permutation(x.rows, seeded(seed + member));
		const held = order.subarray(0, Math.round(heldBack * x.rows));
		const learn = order.subarray(held.length);
		const batch = Math.min(batchSize, learn.length);
		const { least, most } = networkSettings.steps;
		const steps = Math.max(least, Math.min(most, Math.ceil((passes * learn.length) / batch)));
		const heldX = new Float32Array(held.length * cols);
		held.forEach((row, i) => heldX.set(x.values.subarray(row * cols, (row + 1) * cols), i * cols));
		const outcomes = Uint8Array.from(held, (row) => y[row]!);
		const draw = rowSource(learn, seed + member);
		const kept: { layers: Layer[] | null; validation: number; stopped: boolean } = { layers: null, validation: Infinity, stopped: false };
		const stop = new AbortController();
		const inner: Task = { ...part(task, member / count, (member + 1) / count), signal: AbortSignal.any([task.signal, stop.signal]) };
		try {
			const { end } = await backend.train(
				{
					layers: initialLayers([cols, units, 1], ['relu', 'linear'], seeded(seed + member)),
					loss: 'crossEntropy',
					schedule: 'cosine',
					batchSize: batch,
					steps,
					learningRate,
					weightDecay,
					reportEvery: Math.ceil(steps / looks),
					fill(step, inputs, targets) {
						for (let i = 0; i < batch; i++) {
							const row = draw(step * batch + i);
							targets[i] = y[row]!;
							inputs.set(x.values.subarray(row * cols, (row + 1) * cols), i * cols);
						}
					},
					report(step, loss, layersNow) {
						if (kept.stopped) return;
						const layers = layersNow();
						const chances = Float64Array.from(backend.forward(layers, heldX, held.length), chanceOf);
						const validation = logLoss(outcomes, chances);
						if (validation < kept.validation) Object.assign(kept, { layers, validation });
						if (onLook?.({ member, step, loss, validation, held: { chances, outcomes } })) {
							kept.stopped = true;
							stop.abort(enough);
						}
					}
				},
				inner
			);
			if (end === 'diverged' && !kept.layers) throw new Problem('diverged');
		} catch (cause) {
			if (cause !== enough) throw cause;
		}
		if (kept.layers) members.push(kept.layers);
		if (kept.stopped) break;
	}
	if (members.length === 0) throw new Problem('diverged');
	return { members };
}

/** The chance of each row of `x`. */
export function networkChances({ members }: Network, x: Matrix, backend: Backend): Float64Array {
	const sum = new Float64Array(x.rows);
	for (const layers of members) backend.forward(layers, x.values, x.rows).forEach((logit, i) => (sum[i]! += chanceOf(logit)));
	return sum.map((value) => value / members.length);
}

/** Row of draw k: every pass goes through all rows in a new random order. */
function rowSource(rows: Uint32Array, seed: number): (k: number) => number {
	const order = new Uint32Array(rows.length);
	let pass = -1;
	return (k) => {
		const wanted = Math.floor(k / rows.length);
		if (wanted !== pass) {
			pass = wanted;
			permutation(rows.length, seeded(Math.imul(seed, 1009) + pass), order);
		}
		return rows[order[k % rows.length]!]!;
	};
}
