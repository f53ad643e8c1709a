import type { Matrix } from '../matrix.js';
import { spread } from '../spread.js';
import { part, pause, type Task } from '../task.js';
import { assign, assignAll } from './assign.js';
import { Lloyd } from './lloyd.js';
import { kernelPaced } from './pace.js';
import { job } from './start.job.js';

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
	const list = Array.from({ length: starts }, (_, start) => ({
		points,
		...{ kMin, kMax, maxIterations, tolerance },
		seed: seed + start * 0x9e3779b9
	}));
	const runs = await spread({ job, list }, task);
	const found: KMeans[] = [];
	for (let k = kMin; k <= kMax; k++) {
		await pause(task);
		const best = runs.map((ends) => ends[k - kMin]!).reduce((held, end) => (end.inertia < held.inertia ? end : held));
		const { labels, inertia } = assign(points, best.centroids);
		found.push({ ...best, k, labels, inertia });
	}
	return found;
}

/**
 * Progress of `refine`: the rows are read; of each k, the first iteration has looked at every row, and no more iterations are due. To
 * assign the rows takes the rest.
 */
const [read, swept, settled] = [0.2, 0.25, 0.75];

/**
 * Goes on on all rows from the centroids that were found on a sample of them: one run of Lloyd's algorithm for each of `found`.
 * @throws RangeError where a number is not finite.
 */
export async function refine(
	points: Matrix,
	found: readonly Pick<KMeans, 'k' | 'centroids'>[],
	options: Pick<KMeansOptions, 'maxIterations' | 'tolerance'>,
	task: Task
): Promise<KMeans[]> {
	const { maxIterations = 300, tolerance = 1e-4 } = options;
	const pace = kernelPaced(task);
	const lloyd = new Lloyd(points, Math.max(...found.map(({ k }) => k)));
	const refined: KMeans[] = [];
	task.progress(read);
	const sought = part(task, read, 1);
	try {
		for (const [at, { k, centroids }] of found.entries()) {
			const own = part(sought, at / found.length, (at + 1) / found.length);
			let reached = 0;
			const end = await lloyd.resume(centroids, maxIterations, tolerance * lloyd.variance, pace, (far) => {
				reached = Math.max(reached, swept + (settled - swept) * far);
				own.progress(reached);
			});
			const { labels, inertia } = await assignAll(points, end.centroids, part(own, Math.max(reached, swept / (swept + 1 - settled)), 1));
			refined.push({ ...end, k, labels, inertia });
		}
	} finally {
		lloyd.free();
	}
	return refined;
}

/** k-means for one k; see `kmeansRange`. */
export async function kmeans(points: Matrix, options: KMeansOptions & { k: number }, task: Task): Promise<KMeans> {
	const [found] = await kmeansRange(points, { ...options, kMin: options.k, kMax: options.k }, task);
	return found!;
}
