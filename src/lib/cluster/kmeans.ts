import type { Matrix } from '../matrix.js';
import { seeded } from '../random.js';
import type { Task } from '../task.js';
import { assign } from './assign.js';
import { Lloyd } from './lloyd.js';
import { paced } from './pace.js';
import { Seeding } from './seeding.js';

export interface KMeansOptions {
	/** Runs from different seedings, of which the one with the lowest inertia is kept. */
	readonly starts: number;
	readonly seed: number;
	/** 300 unless given. */
	readonly maxIterations?: number;
	/** A run ends when the squared shift of all centroids is at most this share of the mean variance of a column; 1e-4 unless given. */
	readonly tolerance?: number;
}

export interface KMeans {
	readonly k: number;
	/** Nearest centroid of each row. */
	readonly labels: Uint16Array<ArrayBuffer>;
	/** k × cols, row-major. */
	readonly centroids: Float64Array<ArrayBuffer>;
	/** Sum of squared Euclidean distances of the rows to their centroids. */
	readonly inertia: number;
	/** Iterations of the run that was kept. */
	readonly iterations: number;
}

/**
 * k-means for every k from `kMin` to `kMax`: greedy k-means++ seeding and Lloyd's algorithm, best of `starts`. A start seeds once and
 * serves every k with its first k centres, so a k found in a range is the k found alone with the same seed. Clusters are in no
 * particular order; a cluster is empty only where fewer than k rows differ.
 * @throws RangeError where k is not in 1 … rows, or a number is not finite.
 */
export async function kmeansRange(points: Matrix, options: KMeansOptions & { kMin: number; kMax: number }, task: Task): Promise<KMeans[]> {
	const { kMin, kMax, starts, seed, maxIterations = 300, tolerance = 1e-4 } = options;
	if (!(kMin >= 1 && kMin <= kMax && kMax <= Math.min(points.rows, 65536)))
		throw new RangeError(`k from ${kMin} to ${kMax} in ${points.rows} rows`);
	const enough = tolerance * meanVariance(points);
	const pace = paced(task);
	const lloyd = new Lloyd(points);
	const best: KMeans[] = [];
	for (let start = 0; start < starts; start++) {
		const seeding = new Seeding(points, seeded(seed + start * 0x9e3779b9));
		for (let k = 1; k <= kMax; k++) {
			await seeding.add(pace);
			if (k < kMin) continue;
			const end = await lloyd.run(seeding, maxIterations, enough, pace);
			const held = best[k - kMin];
			if (!held || end.inertia < held.inertia) best[k - kMin] = { k, labels: lloyd.labels.slice(), ...end };
			task.progress((start + (k - kMin + 1) / (kMax - kMin + 1)) / starts);
		}
	}
	return best.map((found) => {
		const { labels, inertia } = assign(points, found.centroids);
		return { ...found, labels, inertia };
	});
}

/** k-means for one k; see `kmeansRange`. */
export async function kmeans(points: Matrix, options: KMeansOptions & { k: number }, task: Task): Promise<KMeans> {
	const [found] = await kmeansRange(points, { ...options, kMin: options.k, kMax: options.k }, task);
	return found!;
}

function meanVariance({ rows, cols, values }: Matrix): number {
	let sum = 0;
	for (let j = 0; j < cols; j++) {
		let mean = 0;
		for (let i = j; i < values.length; i += cols) mean += values[i]!;
		mean /= rows;
		for (let i = j; i < values.length; i += cols) sum += (values[i]! - mean) ** 2;
	}
	if (!Number.isFinite(sum)) throw new RangeError('k-means needs finite numbers');
	return sum / rows / cols;
}
