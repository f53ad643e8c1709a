import { Bench, compiled } from '../kernel.js';
import bytes from './dense.kernel.ts?kernel';
import type { Activation, Backend, DeviceInfo, Layer, Loss, TrainingPlan } from './network.js';
import { studentGradients, studentShares } from './student.js';
import { beta1, beta2, follow, type Training } from './training.js';

/** What `dense.kernel.ts` exports. */
interface Kernel {
	readonly memory: WebAssembly.Memory;
	multiply(
		a: number,
		row: number,
		step: number,
		b: number,
		c: number,
		m: number,
		n: number,
		k: number,
		bias: number,
		relu: boolean | number
	): void;
	transpose(from: number, rows: number, cols: number, to: number): void;
	sumRows(a: number, rows: number, n: number, to: number): void;
	maskRelu(delta: number, value: number, count: number): void;
	squaredError(z: number, y: number, delta: number, count: number, scale: number): number;
	adam(
		weight: number,
		gradient: number,
		mean: number,
		square: number,
		count: number,
		rate: number,
		correction: number,
		decay: number
	): void;
}

const whole = (n: number): number => Math.ceil(n / 4) * 4;

/** A view of rows that are `wide` apart. */
const rowsOf = (bench: Bench<Kernel>, at: number, count: number, wide: number) => ({ values: bench.f32(at, count * wide), wide });

/** Copies rows of `cols` numbers among rows that are `wide` apart, or back. */
function spread(from: Float32Array, cols: number, to: Float32Array, wide: number, rows: number): void {
	if (cols === wide) to.set(from.subarray(0, rows * cols));
	else for (let r = 0; r < rows; r++) for (let j = 0; j < cols; j++) to[r * wide + j] = from[r * cols + j]!;
}

/** A layer in a kernel's memory, its rows and columns padded with zeros to multiples of 4. Addresses, and counts of numbers. */
interface Held {
	readonly inputs: number;
	readonly units: number;
	readonly activation: Activation;
	readonly weights: number;
	readonly bias: number;
}

function hold(bench: Bench<Kernel>, layers: readonly Layer[]): Held[] {
	return layers.map(({ inputs, units, activation, weights, bias }) => {
		const held = {
			inputs: whole(inputs),
			units: whole(units),
			activation,
			weights: bench.take(whole(inputs) * whole(units)),
			bias: bench.take(units)
		};
		spread(weights, units, bench.f32(held.weights, held.inputs * held.units), held.units, inputs);
		bench.f32(held.bias, units).set(bias);
		return held;
	});
}

/** Writes the outputs of a layer for `rows` rows, a multiple of 4; `like` is the layer without padding. */
function propagate(
	bench: Bench<Kernel>,
	like: Layer,
	{ inputs, units, activation, weights, bias }: Held,
	from: number,
	to: number,
	rows: number
): void {
	if (activation === 'student') {
		const [z, centres, q] = [rowsOf(bench, from, rows, inputs), rowsOf(bench, weights, inputs, units), rowsOf(bench, to, rows, units)];
		studentShares(z, centres, like.inputs, like.units, rows, q);
	} else bench.kernel.multiply(from, 4 * inputs, 4, weights, to, rows, units, inputs, bias, activation === 'relu');
}

class WasmTraining implements Training {
	readonly #bench = new Bench<Kernel>(bytes);
	readonly #layers: readonly Layer[];
	readonly #held: readonly Held[];
	readonly #loss: Loss;
	readonly #decay: number;
	readonly #batch: number;
	/** Values of each layer, the input first; gradients with respect to them; gradients and moments of weights and biases. */
	readonly #values: readonly number[];
	readonly #deltas: readonly number[];
	readonly #parts: readonly {
		readonly at: number;
		readonly count: number;
		readonly gradient: number;
		readonly moments: readonly [number, number];
	}[];
	readonly #target: number;
	readonly #turned: number;
	#sum = 0;

	constructor({ layers, loss, weightDecay, batchSize }: TrainingPlan) {
		const bench = this.#bench;
		this.#layers = layers;
		this.#loss = loss;
		this.#decay = weightDecay;
		this.#batch = batchSize;
		this.#held = hold(bench, layers);
		const rows = whole(batchSize);
		const widths = [whole(layers[0]!.inputs), ...this.#held.map(({ units }) => units)];
		this.#values = widths.map((width) => bench.take(rows * width));
		this.#deltas = widths.map((width) => bench.take(rows * width));
		this.#target = bench.take(rows * widths.at(-1)!);
		this.#turned = bench.take(Math.max(...this.#held.map(({ inputs, units }) => inputs * units)));
		this.#parts = this.#held
			.flatMap(({ weights, bias, inputs, units }) => [
				{ at: weights, count: inputs * units },
				{ at: bias, count: units }
			])
			.map((part) => ({ ...part, gradient: bench.take(part.count), moments: [bench.take(part.count), bench.take(part.count)] }));
	}

	step(x: Float32Array, y: Float32Array, step: number, rate: number): void {
		const { kernel } = this.#bench;
		const held = this.#held;
		const rows = whole(this.#batch);
		const [first, last] = [held[0]!, held.at(-1)!];
		spread(x, this.#layers[0]!.inputs, this.#bench.f32(this.#values[0]!, rows * first.inputs), first.inputs, this.#batch);
		spread(y, this.#layers.at(-1)!.units, this.#bench.f32(this.#target, rows * last.units), last.units, this.#batch);
		held.forEach((layer, l) => propagate(this.#bench, this.#layers[l]!, layer, this.#values[l]!, this.#values[l + 1]!, rows));
		const student = this.#loss === 'divergence';
		this.#sum += student ? this.#pull() : this.#delta();
		for (let l = held.length - (student ? 2 : 1); l >= 0; l--) {
			const { inputs, units, activation, weights } = held[l]!;
			const delta = this.#deltas[l + 1]!;
			if (activation === 'relu') kernel.maskRelu(delta, this.#values[l + 1]!, rows * units);
			kernel.multiply(this.#values[l]!, 4, 4 * inputs, delta, this.#parts[2 * l]!.gradient, inputs, units, rows, 0, 0);
			kernel.sumRows(delta, rows, units, this.#parts[2 * l + 1]!.gradient);
			if (l === 0) break;
			kernel.transpose(weights, inputs, units, this.#turned);
			kernel.multiply(delta, 4 * units, 4, this.#turned, this.#deltas[l]!, rows, inputs, units, 0, 0);
		}
		this.#parts.forEach(({ at, count, gradient, moments }, p) =>
			kernel.adam(
				at,
				gradient,
				...moments,
				count,
				rate / (1 - beta1 ** step),
				1 / (1 - beta2 ** step),
				p % 2 === 0 ? rate * this.#decay : 0
			)
		);
	}

	/** Writes the gradients of a last layer of centres, and with respect to what it is given; returns the mean loss. */
	#pull(): number {
		const bench = this.#bench;
		const { inputs, units, weights } = this.#held.at(-1)!;
		const like = this.#layers.at(-1)!;
		const batch = this.#batch;
		const at = (address: number, count: number, wide: number) => rowsOf(bench, address, count, wide);
		const divergence = studentGradients(
			at(this.#values.at(-2)!, batch, inputs),
			at(weights, inputs, units),
			at(this.#values.at(-1)!, batch, units),
			at(this.#target, batch, units),
			like.inputs,
			like.units,
			batch,
			at(this.#parts.at(-2)!.gradient, inputs, units),
			at(this.#deltas.at(-2)!, batch, inputs)
		);
		return divergence / batch;
	}

	/** Writes the gradient with respect to the output; returns the mean loss. Rows and columns that only fill up have none. */
	#delta(): number {
		const { units } = this.#held.at(-1)!;
		const outputs = this.#layers.at(-1)!.units;
		const batch = this.#batch;
		const [output, delta] = [this.#values.at(-1)!, this.#deltas.at(-1)!];
		if (this.#loss === 'squared') {
			const scale = 2 / (batch * outputs);
			return this.#bench.kernel.squaredError(output, this.#target, delta, batch * units, scale) / (batch * outputs);
		}
		const z = this.#bench.f32(output, batch * units);
		const y = this.#bench.f32(this.#target, batch * units);
		const d = this.#bench.f32(delta, batch * units);
		let sum = 0;
		for (let r = 0; r < batch; r++) {
			for (let i = r * units; i < r * units + outputs; i++) {
				// log(1 + e^z) − y z, in the form that cannot overflow.
				const low = Math.exp(-Math.abs(z[i]!));
				sum += Math.max(z[i]!, 0) + Math.log1p(low) - y[i]! * z[i]!;
				d[i] = ((z[i]! >= 0 ? 1 : low) / (1 + low) - y[i]!) / batch;
			}
		}
		return sum / (batch * outputs);
	}

	takeLoss(): number {
		const sum = this.#sum;
		this.#sum = 0;
		return sum;
	}

	read(): Layer[] {
		return this.#layers.map((layer, l) => {
			const { weights, bias, inputs, units } = this.#held[l]!;
			const wide = this.#bench.f32(weights, inputs * units);
			const narrow = new Float32Array(layer.inputs * layer.units);
			for (let i = 0; i < layer.inputs; i++) narrow.set(wide.subarray(i * units, i * units + layer.units), i * layer.units);
			return { ...layer, weights: narrow, bias: this.#bench.f32(bias, layer.units).slice() };
		});
	}

	lost(): boolean {
		return false;
	}

	dispose(): void {
		// The memory goes with this object.
	}
}

/** Rows that are run through a network at once. */
const block = 4096;

/**
 * Trains and runs networks in WebAssembly with SIMD, on the processor.
 * @throws Problem browserTooOld where WebAssembly has no SIMD.
 */
export function wasmBackend(device: Omit<DeviceInfo, 'backend'>): Backend {
	compiled(bytes);
	return { device: { ...device, backend: 'wasm' }, train: (plan, task, from) => follow(plan, new WasmTraining(plan), task, from), forward };
}

function forward(layers: readonly Layer[], x: Float32Array, rows: number): Float32Array<ArrayBuffer> {
	const bench = new Bench<Kernel>(bytes);
	const held = hold(bench, layers);
	const most = Math.min(block, whole(rows));
	const [first, last] = [layers[0]!, layers.at(-1)!];
	const values = [held[0]!.inputs, ...held.map(({ units }) => units)].map((width) => bench.take(most * width));
	const wide = held.at(-1)!.units;
	const out = new Float32Array(rows * last.units);
	for (let from = 0; from < rows; from += most) {
		const count = Math.min(most, rows - from);
		spread(x.subarray(from * first.inputs), first.inputs, bench.f32(values[0]!, count * held[0]!.inputs), held[0]!.inputs, count);
		held.forEach((layer, l) => propagate(bench, layers[l]!, layer, values[l]!, values[l + 1]!, whole(count)));
		const results = bench.f32(values.at(-1)!, count * wide);
		for (let r = 0; r < count; r++) out.set(results.subarray(r * wide, r * wide + last.units), (from + r) * last.units);
	}
	return out;
}
