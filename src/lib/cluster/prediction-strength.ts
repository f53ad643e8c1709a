import type { Matrix } from '../matrix.js';
import { permutation, seeded } from '../random.js';
import { spread } from '../spread.js';
import { part, pause, type Task } from '../task.js';
import { assign } from './assign.js';
import { job } from './kmeans.job.js';
import { takeRows } from './sample.js';

export interface PredictionStrength {
	readonly k: number;
	/** Mean over the splits, in [0, 1]. */
	readonly strength: number;
}

/** Strength above which a number of clusters counts as predictable. */
export const predictable = 0.8;

/** Share of the work that it is to find the clusters, before they are compared. */
const found = 0.85;

/**
 * Prediction strength (Tibshirani & Walther 2005) of k-means for every k from `kMin` to `kMax`: the rows are split in halves, each half
 * is clustered, and of every cluster of one half the share of pairs that the centres of the other also keep together is taken; the worst
 * cluster counts. Both halves are tested. The suggestion of the paper is the largest k of at least 0.8.
 */
export async function predictionStrength(
	points: Matrix,
	options: { readonly kMin: number; readonly kMax: number; readonly seed: number; readonly splits?: number; readonly starts?: number },
	task: Task
): Promise<PredictionStrength[]> {
	const { kMin, seed, splits = 5, starts = 3 } = options;
	const half = points.rows >> 1;
	const kMax = Math.min(options.kMax, half - 1);
	const random = seeded(seed);
	const sums = new Float64Array(kMax - kMin + 1);
	const list = Array.from({ length: splits }, (_, split) => {
		const order = permutation(points.rows, random);
		const options = { kMin, kMax, starts, seed: seed + split };
		return [order.slice(0, half), order.slice(half)].map((rows) => ({ points: takeRows(points, rows), options }));
	}).flat();
	const all = await spread({ job, list }, part(task, 0, found));
	const comparing = part(task, found, 1);
	for (let split = 0; split < splits; split++) {
		await pause(task);
		const halves = list.slice(2 * split, 2 * split + 2).map((each) => each.points);
		const clustered = all.slice(2 * split, 2 * split + 2);
		for (let at = 0; at < sums.length; at++) {
			for (const h of [0, 1]) {
				const other = assign(halves[h]!, clustered[1 - h]![at]!.centroids).labels;
				sums[at]! += weakest(clustered[h]![at]!.labels, other, kMin + at) / (2 * splits);
			}
		}
		comparing.progress((split + 1) / splits);
	}
	return Array.from(sums, (strength, at) => ({ k: kMin + at, strength }));
}

/** Over the clusters of `labels`, the least share of pairs that `other` keeps together; clusters of one row count as 0. */
function weakest(labels: Uint16Array, other: Uint16Array, k: number): number {
	const common = new Float64Array(k * k);
	for (let i = 0; i < labels.length; i++) common[labels[i]! * k + other[i]!]!++;
	let least = 1;
	for (let c = 0; c < k; c++) {
		let size = 0;
		let together = 0;
		for (let o = 0; o < k; o++) {
			const n = common[c * k + o]!;
			size += n;
			together += n * (n - 1);
		}
		if (size > 0) least = Math.min(least, size > 1 ? together / (size * (size - 1)) : 0);
	}
	return least;
}
