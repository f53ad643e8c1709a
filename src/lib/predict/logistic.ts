import type { Matrix } from '../matrix.js';
import { pause, type Task } from '../task.js';
import { chanceOf } from './calibrate.js';
import type { Outcomes } from './metrics.js';

/** One linear unit: the logit of a chance is `bias` + `weights` · x. Plain data. */
export interface Linear {
	readonly bias: number;
	readonly weights: Float64Array;
}

const mostRounds = 25;
const converged = 1e-6;
const rowsBetweenPauses = 4000;

/**
 * Logistic regression with a penalty of ½ `ridge` ‖weights‖² on inputs that are z-scores, the intercept free (le Cessie & van Houwelingen
 * 1992), by Newton's method in float64; a step that makes things worse is halved. The penalty keeps the weights finite where the outcomes
 * can be separated and lets columns repeat each other.
 */
export async function fitLogistic({ rows, cols, values }: Matrix, y: Outcomes, task: Task, ridge = 1): Promise<Linear> {
	const d = cols + 1;
	const rate = y.reduce((sum, outcome) => sum + outcome, 0) / rows;
	let at = new Float64Array(d);
	at[cols] = Math.log(rate / (1 - rate));
	let best = Infinity;
	let step = new Float64Array(d);
	for (let round = 0; round < mostRounds; round++) {
		const gradient = new Float64Array(d);
		const hessian = new Float64Array(d * d);
		let loss = 0;
		for (let from = 0; from < rows; from += rowsBetweenPauses) {
			await pause(task);
			loss += accumulate(values, y, at, from, Math.min(rows, from + rowsBetweenPauses), gradient, hessian);
		}
		for (let j = 0; j < cols; j++) {
			loss += (ridge / 2) * at[j]! ** 2;
			gradient[j]! += ridge * at[j]!;
			hessian[j * d + j]! += ridge;
		}
		if (loss > best + 1e-9 * Math.abs(best) && round > 0) {
			step = step.map((move) => move / 2);
			at = at.map((value, j) => value + step[j]!);
			continue;
		}
		best = loss;
		step = solve(hessian, gradient);
		at = at.map((value, j) => value - step[j]!);
		if (step.every((move) => Math.abs(move) < converged)) break;
	}
	return { bias: at[cols]!, weights: at.slice(0, cols) };
}

/** Adds the rows `from` to `to` to the gradient and the lower half of the Hessian of the negative log-likelihood; returns its value. */
function accumulate(
	x: Float32Array,
	y: Outcomes,
	at: Float64Array,
	from: number,
	to: number,
	gradient: Float64Array,
	hessian: Float64Array
): number {
	const d = at.length;
	const cols = d - 1;
	const row = new Float64Array(d).fill(1);
	let loss = 0;
	for (let i = from; i < to; i++) {
		let z = at[cols]!;
		for (let j = 0; j < cols; j++) z += (row[j] = x[i * cols + j]!) * at[j]!;
		const low = Math.exp(-Math.abs(z));
		const p = (z >= 0 ? 1 : low) / (1 + low);
		loss += Math.max(z, 0) + Math.log1p(low) - y[i]! * z;
		const weight = p * (1 - p);
		const error = p - y[i]!;
		for (let j = 0; j < d; j++) {
			const value = row[j]!;
			gradient[j]! += error * value;
			const scaled = weight * value;
			if (scaled === 0) continue;
			const start = j * d;
			for (let k = 0; k <= j; k++) hessian[start + k]! += scaled * row[k]!;
		}
	}
	return loss;
}

/** h⁻¹ g by Cholesky's factorisation of the symmetric matrix whose lower half is given, in place; a direction without slope stays put. */
function solve(h: Float64Array, g: Float64Array): Float64Array<ArrayBuffer> {
	const d = g.length;
	for (let i = 0; i < d; i++) {
		for (let j = 0; j <= i; j++) {
			let rest = h[i * d + j]!;
			for (let k = 0; k < j; k++) rest -= h[i * d + k]! * h[j * d + k]!;
			h[i * d + j] = i === j ? Math.sqrt(Math.max(rest, 1e-12)) : rest / h[j * d + j]!;
		}
	}
	const x = Float64Array.from(g);
	for (let i = 0; i < d; i++) {
		for (let k = 0; k < i; k++) x[i]! -= h[i * d + k]! * x[k]!;
		x[i]! /= h[i * d + i]!;
	}
	for (let i = d - 1; i >= 0; i--) {
		for (let k = i + 1; k < d; k++) x[i]! -= h[k * d + i]! * x[k]!;
		x[i]! /= h[i * d + i]!;
	}
	return x;
}

/** The chance of each row of `x`. */
export function linearChances({ bias, weights }: Linear, { rows, cols, values }: Matrix): Float64Array {
	const chances = new Float64Array(rows);
	for (let i = 0; i < rows; i++) {
		let z = bias;
		for (let j = 0; j < cols; j++) z += values[i * cols + j]! * weights[j]!;
		chances[i] = chanceOf(z);
	}
	return chances;
}
