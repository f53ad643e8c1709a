import type { Backend, Layer, Trained, TrainingPlan } from '../../../src/lib/backend/network.js';
import type { Task } from '../../../src/lib/task.js';

const beta1 = 0.9;
const beta2 = 0.999;
const epsilon = 1e-7;

/** A dense layer in float64, with its gradients and the moments of Adam. `parameters` holds the weights, then the biases. */
interface Dense {
	readonly inputs: number;
	readonly units: number;
	readonly relu: boolean;
	readonly parameters: Float64Array;
	readonly gradient: Float64Array;
	readonly mean: Float64Array;
	readonly square: Float64Array;
}

/**
 * Dense networks by the textbook in float64: backpropagation and AdamW, one number at a time. What a fast backend must agree
 * with: epsilon 1e-7 outside the root, decay of weights but not of biases, the learning rate of step s (from 0) of S
 * being lr (1 + cos πs/S) / 2.
 */
export const plainBackend: Backend = {
	device: { backend: 'cpu', renderer: '', reason: 'chosen' },
	train,
	forward(layers, x, rows) {
		const activations = run(layers.map(open), Float64Array.from(x), rows);
		return Float32Array.from(activations.at(-1)!);
	}
};

async function train(plan: TrainingPlan, task: Task): Promise<Trained> {
	const { batchSize, steps, reportEvery } = plan;
	const network = plan.layers.map(open);
	const x = new Float32Array(batchSize * network[0]!.inputs);
	const y = new Float32Array(batchSize * network.at(-1)!.units);
	let kept = plan.layers.map((layer) => ({ ...layer }));
	let seen = 0;
	let sum = 0;
	for (let step = 0; step < steps; step++) {
		plan.fill(step, x, y);
		sum += backward(network, Float64Array.from(x), y, batchSize, plan.loss);
		const rate = plan.schedule === 'cosine' ? (plan.learningRate * (1 + Math.cos((Math.PI * step) / steps))) / 2 : plan.learningRate;
		for (const dense of network) update(dense, step + 1, rate, plan.weightDecay);
		if ((step + 1) % reportEvery !== 0 && step + 1 < steps) continue;
		if (!Number.isFinite(sum)) return { layers: kept, steps: seen, end: 'diverged' };
		kept = network.map(close);
		plan.report?.(step + 1, sum / (step + 1 - seen), () => kept);
		task.progress((step + 1) / steps);
		seen = step + 1;
		sum = 0;
		await task.breathe();
		task.signal.throwIfAborted();
	}
	return { layers: kept, steps, end: 'done' };
}

function open({ inputs, units, activation, weights, bias }: Layer): Dense {
	const parameters = Float64Array.from([...weights, ...bias]);
	const zeros = () => new Float64Array(parameters.length);
	return { inputs, units, relu: activation === 'relu', parameters, gradient: zeros(), mean: zeros(), square: zeros() };
}

function close({ inputs, units, relu, parameters }: Dense): Layer {
	return {
		inputs,
		units,
		activation: relu ? 'relu' : 'linear',
		weights: Float32Array.from(parameters.subarray(0, inputs * units)),
		bias: Float32Array.from(parameters.subarray(inputs * units))
	};
}

/** The inputs, then the output of each layer. */
function run(network: readonly Dense[], x: Float64Array, rows: number): Float64Array[] {
	const values = [x];
	for (const { inputs, units, relu, parameters } of network) {
		const from = values.at(-1)!;
		const to = new Float64Array(rows * units);
		for (let r = 0; r < rows; r++) {
			for (let u = 0; u < units; u++) to[r * units + u] = parameters[inputs * units + u]!;
			for (let i = 0; i < inputs; i++) {
				const value = from[r * inputs + i]!;
				if (value !== 0) for (let u = 0; u < units; u++) to[r * units + u]! += value * parameters[i * units + u]!;
			}
			if (relu) for (let u = 0; u < units; u++) to[r * units + u] = Math.max(0, to[r * units + u]!);
		}
		values.push(to);
	}
	return values;
}

/** Fills the gradients of every layer; returns the mean loss of the batch. */
function backward(network: readonly Dense[], x: Float64Array, y: Float32Array, rows: number, loss: TrainingPlan['loss']): number {
	const values = run(network, x, rows);
	const output = values.at(-1)!;
	let total = 0;
	let delta = output.map((z, k) => {
		if (loss === 'squared') {
			total += (z - y[k]!) ** 2;
			return (2 * (z - y[k]!)) / output.length;
		}
		total += Math.max(z, 0) - z * y[k]! + Math.log1p(Math.exp(-Math.abs(z)));
		return (1 / (1 + Math.exp(-z)) - y[k]!) / rows;
	});
	for (let l = network.length - 1; l >= 0; l--) {
		const { inputs, units, relu, parameters, gradient } = network[l]!;
		const from = values[l]!;
		const to = values[l + 1]!;
		const back = new Float64Array(rows * inputs);
		gradient.fill(0);
		if (relu) delta = delta.map((d, k) => (to[k]! > 0 ? d : 0));
		for (let r = 0; r < rows; r++) {
			for (let u = 0; u < units; u++) gradient[inputs * units + u]! += delta[r * units + u]!;
			for (let i = 0; i < inputs; i++) {
				const value = from[r * inputs + i]!;
				let sum = 0;
				for (let u = 0; u < units; u++) {
					const d = delta[r * units + u]!;
					gradient[i * units + u]! += value * d;
					sum += parameters[i * units + u]! * d;
				}
				back[r * inputs + i] = sum;
			}
		}
		delta = back;
	}
	return total / output.length;
}

function update({ inputs, units, parameters, gradient, mean, square }: Dense, step: number, rate: number, decay: number): void {
	for (let k = 0; k < parameters.length; k++) {
		mean[k] = beta1 * mean[k]! + (1 - beta1) * gradient[k]!;
		square[k] = beta2 * square[k]! + (1 - beta2) * gradient[k]! ** 2;
		const adam = mean[k]! / (1 - beta1 ** step) / (Math.sqrt(square[k]! / (1 - beta2 ** step)) + epsilon);
		parameters[k]! -= rate * (adam + (k < inputs * units ? decay * parameters[k]! : 0));
	}
}
