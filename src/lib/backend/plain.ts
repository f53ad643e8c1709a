import type { Activation, Backend, DeviceInfo, Layer, TrainingPlan } from './network.js';
import { studentGradients, studentShares } from './student.js';
import { beta1, beta2, epsilon, follow, type Training } from './training.js';

/** A dense layer in float64, with its gradients and the moments of Adam. `parameters` holds the weights, then the biases. */
interface Dense {
	readonly inputs: number;
	readonly units: number;
	readonly activation: Activation;
	readonly parameters: Float64Array;
	readonly gradient: Float64Array;
	readonly mean: Float64Array;
	readonly square: Float64Array;
}

/**
 * Dense networks by the textbook in float64: backpropagation and AdamW, one number at a time. What a fast backend must agree with, and
 * what there is where WebAssembly is not.
 */
export const plainBackend = (device: Omit<DeviceInfo, 'backend'>): Backend => ({
	device: { ...device, backend: 'cpu' },
	train: (plan, task, from) => follow(plan, new PlainTraining(plan), task, from),
	forward: (layers, x, rows) => Float32Array.from(run(layers.map(open), Float64Array.from(x), rows).at(-1)!)
});

class PlainTraining implements Training {
	readonly #network: readonly Dense[];
	readonly #plan: TrainingPlan;
	#sum = 0;

	constructor(plan: TrainingPlan) {
		this.#plan = plan;
		this.#network = plan.layers.map(open);
	}

	step(x: Float32Array, y: Float32Array, step: number, rate: number): void {
		const { batchSize, loss, weightDecay } = this.#plan;
		this.#sum += backward(this.#network, Float64Array.from(x), y, batchSize, loss);
		for (const dense of this.#network) update(dense, step, rate, weightDecay);
	}

	takeLoss(): number {
		const sum = this.#sum;
		this.#sum = 0;
		return sum;
	}

	read(): Layer[] {
		return this.#network.map(close);
	}

	lost(): boolean {
		return false;
	}

	dispose(): void {
		// Plain arrays need no disposal.
	}
}

function open({ inputs, units, activation, weights, bias }: Layer): Dense {
	const parameters = Float64Array.from([...weights, ...bias]);
	const zeros = () => new Float64Array(parameters.length);
	return { inputs, units, activation, parameters, gradient: zeros(), mean: zeros(), square: zeros() };
}

function close({ inputs, units, activation, parameters }: Dense): Layer {
	return {
		inputs,
		units,
		activation,
		weights: Float32Array.from(parameters.subarray(0, inputs * units)),
		bias: Float32Array.from(parameters.subarray(inputs * units))
	};
}

const wide = (values: Float64Array, by: number) => ({ values, wide: by });

/** The inputs, then the output of each layer. */
function run(network: readonly Dense[], x: Float64Array, rows: number): Float64Array[] {
	const values = [x];
	for (const { inputs, units, activation, parameters } of network) {
		const from = values.at(-1)!;
		const to = new Float64Array(rows * units);
		values.push(to);
		if (activation === 'student') {
			studentShares(wide(from, inputs), wide(parameters, units), inputs, units, rows, wide(to, units));
			continue;
		}
		for (let r = 0; r < rows; r++) {
			for (let u = 0; u < units; u++) to[r * units + u] = parameters[inputs * units + u]!;
			for (let i = 0; i < inputs; i++) {
				const value = from[r * inputs + i]!;
				if (value !== 0) for (let u = 0; u < units; u++) to[r * units + u]! += value * parameters[i * units + u]!;
			}
			if (activation === 'relu') for (let u = 0; u < units; u++) to[r * units + u] = Math.max(0, to[r * units + u]!);
		}
	}
	return values;
}

/** Fills the gradients of every layer; returns the mean loss of the batch. */
function backward(network: readonly Dense[], x: Float64Array, y: Float32Array, rows: number, loss: TrainingPlan['loss']): number {
	const values = run(network, x, rows);
	const output = values.at(-1)!;
	let total = 0;
	let last = network.length - 1;
	let delta: Float64Array;
	if (loss === 'divergence') {
		const { inputs, units, parameters, gradient } = network[last]!;
		const [z, centres] = [wide(values[last]!, inputs), wide(parameters, units)];
		delta = new Float64Array(rows * inputs);
		const targets = { values: y, wide: units };
		const into = [wide(gradient, units), wide(delta, inputs)] as const;
		total = studentGradients(z, centres, wide(output, units), targets, inputs, units, rows, ...into);
		last--;
	} else
		delta = output.map((z, k) => {
			if (loss === 'squared') {
				total += (z - y[k]!) ** 2;
				return (2 * (z - y[k]!)) / output.length;
			}
			total += Math.max(z, 0) - z * y[k]! + Math.log1p(Math.exp(-Math.abs(z)));
			return (1 / (1 + Math.exp(-z)) - y[k]!) / rows;
		});
	for (let l = last; l >= 0; l--) {
		const { inputs, units, activation, parameters, gradient } = network[l]!;
		const from = values[l]!;
		const to = values[l + 1]!;
		const back = new Float64Array(rows * inputs);
		gradient.fill(0);
		if (activation === 'relu') delta = delta.map((d, k) => (to[k]! > 0 ? d : 0));
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
	return total / (loss === 'divergence' ? rows : output.length);
}

function update({ inputs, units, parameters, gradient, mean, square }: Dense, step: number, rate: number, decay: number): void {
	for (let k = 0; k < parameters.length; k++) {
		mean[k] = beta1 * mean[k]! + (1 - beta1) * gradient[k]!;
		square[k] = beta2 * square[k]! + (1 - beta2) * gradient[k]! ** 2;
		const adam = mean[k]! / (1 - beta1 ** step) / (Math.sqrt(square[k]! / (1 - beta2 ** step)) + epsilon);
		parameters[k]! -= rate * (adam + (k < inputs * units ? decay * parameters[k]! : 0));
	}
}
