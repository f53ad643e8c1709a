import type { Matrix } from '../matrix.js';
import { fourDistances, interleave, squaredDistance } from './distance.js';
import { rowsPerBreath, type Pace } from './pace.js';
import type { Seeding } from './seeding.js';

/** Where a run of Lloyd's algorithm ended. Its labels are in `Lloyd.labels`. */
export interface LloydEnd {
	/** k × cols. */
	readonly centroids: Float64Array<ArrayBuffer>;
	/** Sum of squared distances of the rows to the centroids of their labels. */
	readonly inertia: number;
	readonly iterations: number;
}

/**
 * Lloyd's algorithm, skipping rows that cannot change hands: an upper bound on the distance to the own centroid and a lower one on
 * that to every other are kept per row (Hamerly 2010). Sums follow the rows that move, in float64.
 */
export class Lloyd {
	readonly labels: Uint16Array<ArrayBuffer>;
	readonly #points: Matrix;
	readonly #upper: Float64Array;
	readonly #lower: Float64Array;
	// One run's state, k or k × cols long.
	#k = 0;
	#centroids = new Float64Array(0);
	#four = new Float64Array(0);
	#sums = new Float64Array(0);
	#counts = new Float64Array(0);
	#distances = new Float64Array(0);
	/** How far each centroid went in the last step, and the furthest that any other went. */
	#moved = new Float64Array(0);
	#othersMoved = new Float64Array(0);
	/** Half the distance to the nearest other centroid: nothing nearer than this can change hands. */
	#safe = new Float64Array(0);

	constructor(points: Matrix) {
		this.#points = points;
		this.labels = new Uint16Array(points.rows);
		this.#upper = new Float64Array(points.rows);
		this.#lower = new Float64Array(points.rows);
	}

	/** Runs from the centres of a seeding until no row moves, the squared shift of all centroids is at most `tolerance`, or `maxIterations`. */
	async run(seeding: Seeding, maxIterations: number, tolerance: number, pace: Pace): Promise<LloydEnd> {
		const { rows, cols } = this.#points;
		this.#begin(seeding);
		const step = rowsPerBreath(this.#k * cols);
		let iterations = 0;
		for (let moving = true; moving && iterations < maxIterations;) {
			this.#fillEmpty();
			const shift = this.#moveCentroids();
			iterations++;
			if (shift <= tolerance) break;
			let moves = 0;
			let work = 0;
			for (let from = 0; from < rows; from += step) {
				const measured = this.#reassign(from, Math.min(rows, from + step));
				moves += measured.moves;
				work += measured.distances * cols + 4 * step;
				if (work > 1e6) {
					await pace(work);
					work = 0;
				}
			}
			await pace(work);
			moving = moves > 0;
		}
		return { centroids: this.#centroids, inertia: this.#inertia(), iterations };
	}

	#begin({ picks, own, near, second }: Seeding): void {
		const { rows, cols, values } = this.#points;
		const k = picks.length;
		this.#k = k;
		this.#centroids = new Float64Array(k * cols);
		this.#sums = new Float64Array(k * cols);
		this.#counts = new Float64Array(k);
		this.#moved = new Float64Array(k);
		this.#othersMoved = new Float64Array(k);
		this.#safe = new Float64Array(k);
		const groups = Math.ceil(k / 4);
		this.#four = new Float64Array(groups * 4 * cols).fill(Infinity);
		this.#distances = new Float64Array(groups * 4);
		picks.forEach((row, c) => this.#centroids.set(values.subarray(row * cols, (row + 1) * cols), c * cols));
		this.labels.set(own);
		for (let i = 0; i < rows; i++) {
			this.#upper[i] = Math.sqrt(near[i]!);
			this.#lower[i] = Math.sqrt(second[i]!);
			this.#count(i, own[i]!, 1);
		}
	}

	/** Adds a row to the sums of a cluster, or takes it away. */
	#count(row: number, cluster: number, sign: 1 | -1): void {
		const { cols, values } = this.#points;
		const sums = this.#sums;
		this.#counts[cluster]! += sign;
		for (let j = 0, p = row * cols, q = cluster * cols; j < cols; j++) sums[q + j]! += sign * values[p + j]!;
	}

	/** Gives each empty cluster the row that lies furthest from its centroid, unless every row lies on its own. */
	#fillEmpty(): void {
		for (let c = 0; c < this.#k; c++) {
			if (this.#counts[c]! > 0) continue;
			const { cols, values } = this.#points;
			let furthest = -1;
			let distance = 0;
			for (let i = 0; i < this.labels.length; i++) {
				const a = this.labels[i]!;
				if (this.#counts[a]! < 2) continue;
				const d = squaredDistance(values, i * cols, this.#centroids, a * cols, cols);
				if (d > distance) {
					distance = d;
					furthest = i;
				}
			}
			if (furthest < 0) return;
			this.#count(furthest, this.labels[furthest]!, -1);
			this.#count(furthest, c, 1);
			this.labels[furthest] = c;
			this.#upper[furthest] = Infinity;
			this.#lower[furthest] = 0;
		}
	}

	/** Puts every centroid at the mean of its rows; returns the sum of their squared shifts. */
	#moveCentroids(): number {
		const { cols } = this.#points;
		const k = this.#k;
		const centroids = this.#centroids;
		let shift = 0;
		let most = 0;
		let next = 0;
		let fastest = 0;
		for (let c = 0; c < k; c++) {
			const count = this.#counts[c]!;
			let s = 0;
			for (let j = c * cols; count > 0 && j < (c + 1) * cols; j++) {
				const mean = this.#sums[j]! / count;
				s += (mean - centroids[j]!) ** 2;
				centroids[j] = mean;
			}
			shift += s;
			const distance = Math.sqrt(s);
			this.#moved[c] = distance;
			if (distance > most) {
				next = most;
				most = distance;
				fastest = c;
			} else if (distance > next) next = distance;
		}
		this.#othersMoved.fill(most);
		this.#othersMoved[fastest] = next;
		for (let a = 0; a < k; a++) {
			let nearest = Infinity;
			for (let b = 0; b < k; b++) {
				if (b !== a) nearest = Math.min(nearest, squaredDistance(centroids, a * cols, centroids, b * cols, cols));
			}
			this.#safe[a] = Math.sqrt(nearest) / 2;
		}
		interleave(centroids, k, cols, this.#four);
		return shift;
	}

	/** Brings rows `from` to `to` to their nearest centroid where the bounds leave any doubt. */
	#reassign(from: number, to: number): { moves: number; distances: number } {
		const { cols, values } = this.#points;
		const k = this.#k;
		const labels = this.labels;
		const upper = this.#upper;
		const lower = this.#lower;
		const moved = this.#moved;
		const othersMoved = this.#othersMoved;
		const safe = this.#safe;
		const centroids = this.#centroids;
		const four = this.#four;
		const distances = this.#distances;
		let moves = 0;
		let measured = 0;
		for (let i = from; i < to; i++) {
			const a = labels[i]!;
			const below = lower[i]! - othersMoved[a]!;
			const above = upper[i]! + moved[a]!;
			lower[i] = below;
			upper[i] = above;
			const bound = below > safe[a]! ? below : safe[a]!;
			if (above <= bound) continue;
			const p = i * cols;
			const exact = Math.sqrt(squaredDistance(values, p, centroids, a * cols, cols));
			measured++;
			if (exact <= bound) {
				upper[i] = exact;
				continue;
			}
			for (let c = 0; c < k; c += 4) fourDistances(values, p, cols, four, c * cols, distances, c);
			measured += k;
			let nearest = Infinity;
			let second = Infinity;
			let b = 0;
			for (let c = 0; c < k; c++) {
				const d = distances[c]!;
				if (d < nearest) {
					second = nearest;
					nearest = d;
					b = c;
				} else if (d < second) second = d;
			}
			upper[i] = Math.sqrt(nearest);
			lower[i] = Math.sqrt(second);
			if (b !== a) {
				labels[i] = b;
				this.#count(i, a, -1);
				this.#count(i, b, 1);
				moves++;
			}
		}
		return { moves, distances: measured };
	}

	#inertia(): number {
		const { cols, values } = this.#points;
		let sum = 0;
		for (let i = 0; i < this.labels.length; i++) {
			sum += squaredDistance(values, i * cols, this.#centroids, this.labels[i]! * cols, cols);
		}
		return sum;
	}
}
