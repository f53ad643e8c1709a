import { pause, type Task } from '../task.js';

/** Value at `x`; writes the gradient there into `gradient`. Not finite where the function has no value. One that takes long lets messages in meanwhile. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number | Promise<number>;

export interface Minimum {
	readonly x: Float64Array;
	readonly value: number;
	/** Whether the slope is gone, or nothing worth the step is found along it. */
	readonly converged: boolean;
}

export interface MinimiseOptions {
	/** Every entry of x stays within −limit … limit. */
	readonly limit: number;
	/** Converged once no entry of the gradient is steeper (of those that the limit does not hold back). */
	readonly flat?: number;
	readonly mostSteps?: number;
}

const msBetweenPauses = 10;
/** Three steps in a row that gain less than this share of the value end the search: along a ridge it would go on for ever. */
const standstill = 1e-10;

/**
 * A local minimum by the method of Broyden, Fletcher, Goldfarb and Shanno with a line search that halves (Nocedal & Wright 2006,
 * algorithm 6.1), projected onto a box. Meant for few dimensions and a function scaled to about 1.
 */
export async function minimise(
	objective: Objective,
	start: ArrayLike<number>,
	{ limit, flat = 1e-7, mostSteps = 150 }: MinimiseOptions,
	task: Task
): Promise<Minimum> {
	const n = start.length;
	const inside = (value: number) => Math.max(-limit, Math.min(limit, value));
	let x = Float64Array.from(start, inside);
	let gradient = new Float64Array(n);
	await pause(task);
	let value = await objective(x, gradient);
	let inverse = identity(n);
	let fresh = true;
	let paused = performance.now();
	let still = 0;
	let wasFree = new Float64Array(n).fill(1);
	const held = (i: number) => (x[i]! >= limit && gradient[i]! < 0) || (x[i]! <= -limit && gradient[i]! > 0);

	for (let step = 0; step < mostSteps; step++) {
		// What the limit holds back takes no part in the step, nor in what is learned from it of the curvature.
		const free = gradient.map((_, i) => (held(i) ? 0 : 1));
		if (free.some((own, i) => own !== wasFree[i])) {
			inverse = identity(n);
			fresh = true;
			wasFree = free;
		}
		const slope = gradient.map((g, i) => g * free[i]!);
		if (slope.every((g) => Math.abs(g) < flat)) return { x, value, converged: Number.isFinite(value) };
		let direction = slope.map((_, i) => -dotRow(inverse, i, slope) * free[i]!);
		if (dot(direction, slope) >= 0) {
			inverse = identity(n);
			fresh = true;
			direction = slope.map((g) => -g);
		}
		// Parameters are logarithms: a step of 2 is a factor of seven, and further than any model of them reaches.
		const longest = direction.reduce((most, d) => Math.max(most, Math.abs(d)), 0);
		let length = Math.min(1, 2 / longest);
		const next = new Float64Array(n);
		const nextGradient = new Float64Array(n);
		let nextValue = NaN;
		let found = false;
		for (let halving = 0; halving < 20; halving++, length /= 2) {
			if (performance.now() - paused > msBetweenPauses) {
				await pause(task);
				paused = performance.now();
			}
			for (let i = 0; i < n; i++) next[i] = inside(x[i]! + length * direction[i]!);
			nextValue = await objective(next, nextGradient);
			const gain = next.reduce((sum, entry, i) => sum + (entry - x[i]!) * slope[i]!, 0);
			if (nextValue <= value + 1e-4 * gain) {
				found = true;
				break;
			}
		}
		if (!found) {
			if (fresh) return { x, value, converged: Number.isFinite(value) };
			inverse = identity(n);
			fresh = true;
			continue;
		}
		const moved = next.map((entry, i) => entry - x[i]!);
		const change = nextGradient.map((entry, i) => (entry - gradient[i]!) * free[i]!);
		fresh = !update(inverse, moved, change, fresh);
		still = value - nextValue < standstill * Math.max(1, Math.abs(value)) ? still + 1 : 0;
		x = next;
		gradient = nextGradient;
		value = nextValue;
		if (still >= 3) return { x, value, converged: true };
	}
	return { x, value, converged: false };
}

/** An objective from values alone: the gradient by central differences. */
export function byDifferences(f: (x: Float64Array) => number, step = 1e-5): (x: Float64Array, gradient: Float64Array) => number {
	return (x, gradient) => {
		const moved = x.slice();
		for (let i = 0; i < x.length; i++) {
			moved[i] = x[i]! + step;
			const above = f(moved);
			moved[i] = x[i]! - step;
			gradient[i] = (above - f(moved)) / (2 * step);
			moved[i] = x[i]!;
		}
		return f(x);
	};
}

/** Improves the inverse Hessian with one step; false where the step shows no upward curve and is passed over. */
function update(inverse: Float64Array, moved: Float64Array, change: Float64Array, fresh: boolean): boolean {
	const n = moved.length;
	const curve = dot(moved, change);
	if (!(curve > 1e-12 * Math.sqrt(dot(moved, moved) * dot(change, change)))) return false;
	if (fresh) for (let i = 0; i < n; i++) inverse[i * n + i] = curve / dot(change, change);
	const turned = Float64Array.from(change, (_, i) => dotRow(inverse, i, change));
	const factor = (1 + dot(change, turned) / curve) / curve;
	for (let i = 0; i < n; i++)
		for (let j = 0; j < n; j++)
			inverse[i * n + j]! += factor * moved[i]! * moved[j]! - (turned[i]! * moved[j]! + moved[i]! * turned[j]!) / curve;
	return true;
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, entry, i) => sum + entry * b[i]!, 0);
const dotRow = (matrix: Float64Array, row: number, v: Float64Array): number =>
	v.reduce((sum, entry, j) => sum + matrix[row * v.length + j]! * entry, 0);
const identity = (n: number): Float64Array<ArrayBuffer> => Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : 0));
