import type { Backend, Layer } from '../backend/network.js';
import { hash } from '../hash.js';
import type { Matrix } from '../matrix.js';
import { pause, type Task } from '../task.js';

/** Customers as an autoencoder places them: rows × dims. */
export interface Embedding extends Matrix {
	/** Mean squared error with which the network gives back the features of each row. */
	readonly errors: Float32Array<ArrayBuffer>;
	/** Tells the network that placed them from others: the same weights have the same. */
	readonly by: string;
}

/** An autoencoder in its two halves. */
export interface Halves {
	readonly encoder: readonly Layer[];
	readonly decoder: readonly Layer[];
}

const atOnce = 4096;

/** Embeds scaled rows, and measures how well each is given back. */
export async function embed(
	{ rows, cols, values }: Matrix,
	{ encoder, decoder }: Halves,
	backend: Backend,
	task: Task
): Promise<Embedding> {
	const dims = encoder.at(-1)!.units;
	const codes = new Float32Array(rows * dims);
	const errors = new Float32Array(rows);
	for (let from = 0; from < rows; from += atOnce) {
		await pause(task);
		const count = Math.min(atOnce, rows - from);
		const code = backend.forward(encoder, values.subarray(from * cols, (from + count) * cols), count);
		codes.set(code, from * dims);
		const output = backend.forward(decoder, code, count);
		for (let i = 0; i < count; i++) {
			let sum = 0;
			for (let at = i * cols; at < (i + 1) * cols; at++) sum += (values[from * cols + at]! - output[at]!) ** 2;
			errors[from + i] = sum / cols;
		}
		task.progress((from + count) / rows);
	}
	const by = hash(encoder.map(({ weights, bias }) => `${weights.join()};${bias.join()}`).join('|'));
	return { rows, cols: dims, values: codes, errors, by };
}

/** Share of the variance of scaled rows that is given back: 1 − mean squared error ÷ mean variance of a column. */
export function shareRebuilt({ rows, cols, values }: Matrix, errors: Float32Array): number {
	const means = new Float64Array(cols);
	for (let from = 0; from < values.length; from += cols) for (let j = 0; j < cols; j++) means[j]! += values[from + j]! / rows;
	let variance = 0;
	for (let from = 0; from < values.length; from += cols) for (let j = 0; j < cols; j++) variance += (values[from + j]! - means[j]!) ** 2;
	const error = errors.reduce((sum, each) => sum + each * cols, 0);
	return variance === 0 ? 1 : 1 - error / variance;
}
