import type { Matrix } from '../matrix.js';
import type { Random } from '../random.js';
import { fourDistances } from './distance.js';
import { rowsPerBreath, type Pace } from './pace.js';

/** Candidates tried for each centre: 2 + ⌊ln k⌋ at k = 8 … 20, and no slower than fewer, since four distances come at once. */
const trials = 4;

/**
 * Greedy k-means++ (Arthur & Vassilvitskii 2007): each centre is the best of four rows drawn with a chance proportional to their
 * squared distance from the centres so far. Centres come one at a time, so that one seeding serves every k on the way.
 */
export class Seeding {
	/** Rows taken as centres, in order. */
	readonly picks: number[] = [];
	/** Nearest centre of each row, its squared distance and that of the second nearest. */
	readonly own: Uint16Array;
	readonly near: Float64Array;
	readonly second: Float64Array;
	#total = 0;
	readonly #points: Matrix;
	readonly #random: Random;
	readonly #candidates: Float64Array;
	readonly #distances: Float64Array;

	constructor(points: Matrix, random: Random) {
		this.own = new Uint16Array(points.rows);
		this.near = new Float64Array(points.rows).fill(Infinity);
		this.second = new Float64Array(points.rows).fill(Infinity);
		this.#points = points;
		this.#random = random;
		this.#candidates = new Float64Array(trials * points.cols);
		this.#distances = new Float64Array(trials * points.rows);
	}

	/** Adds one centre. */
	async add(pace: Pace): Promise<void> {
		const { rows, cols, values } = this.#points;
		const drawn = new Array<number>(trials).fill(this.#draw());
		if (this.picks.length > 0) for (let t = 1; t < trials; t++) drawn[t] = this.#draw();
		drawn.forEach((row, t) => {
			for (let j = 0; j < cols; j++) this.#candidates[trials * j + t] = values[row * cols + j]!;
		});
		const totals = new Float64Array(trials);
		const step = rowsPerBreath(trials * cols);
		for (let from = 0; from < rows; from += step) {
			const to = Math.min(rows, from + step);
			this.#measure(from, to, totals);
			await pace((to - from) * trials * cols);
		}
		let best = 0;
		for (let t = 1; t < trials; t++) if (totals[t]! < totals[best]!) best = t;
		this.#total = totals[best]!;
		this.#accept(best);
		this.picks.push(drawn[best]!);
	}

	#draw(): number {
		const { rows } = this.#points;
		if (this.picks.length === 0) return Math.floor(this.#random() * rows);
		let left = this.#random() * this.#total;
		let i = 0;
		for (; i < rows - 1; i++) {
			left -= this.near[i]!;
			if (left < 0) break;
		}
		return i;
	}

	#measure(from: number, to: number, totals: Float64Array): void {
		const { cols, values } = this.#points;
		const distances = this.#distances;
		for (let i = from; i < to; i++) {
			const at = trials * i;
			const near = this.near[i]!;
			fourDistances(values, i * cols, cols, this.#candidates, 0, distances, at);
			for (let t = 0; t < trials; t++) totals[t]! += Math.min(near, distances[at + t]!);
		}
	}

	#accept(trial: number): void {
		const { own, near, second } = this;
		const distances = this.#distances;
		const centre = this.picks.length;
		for (let i = 0, at = trial; i < own.length; i++, at += trials) {
			const d = distances[at]!;
			if (d < near[i]!) {
				second[i] = near[i]!;
				near[i] = d;
				own[i] = centre;
			} else if (d < second[i]!) second[i] = d;
		}
	}
}
