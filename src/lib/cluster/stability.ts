import type { Matrix } from '../matrix.js';
import { seeded } from '../random.js';
import { adjustedRandIndex } from '../stats/adjusted-rand.js';
import type { Task } from '../task.js';
import type { Labeling } from './silhouette.js';

/** Clusters rows into `k`; the same rows and seed give the same labels. */
export type Method = (points: Matrix, k: number, seed: number, task: Task) => Promise<Labeling>;

/** Mean bootstrap Jaccard of a segment above which Hennig calls it highly stable, stable, a pattern whose members are in doubt. */
export const jaccardRules = { high: 0.85, stable: 0.75, doubtful: 0.6 } as const;
export type Light = 'high' | 'stable' | 'doubtful' | 'unstable';

/** The light of a mean bootstrap Jaccard (thresholds of Hennig's fpc: 0.85, 0.75, 0.6). */
export function lightOf(jaccard: number): Light {
	if (jaccard >= jaccardRules.high) return 'high';
	if (jaccard >= jaccardRules.stable) return 'stable';
	return jaccard >= jaccardRules.doubtful ? 'doubtful' : 'unstable';
}

/** Sums over resamples, which can be made in parts and added. */
export interface JaccardSums {
	/** For each cluster of the original, the sum of its Jaccard similarities to the best cluster of each resample. */
	readonly sums: readonly number[];
	/** Resamples that held a row of the cluster. */
	readonly counts: readonly number[];
}

/**
 * Bootstrap stability (Hennig 2007): the rows are drawn with replacement, the method is repeated on them, and of each original cluster,
 * among the rows drawn, the Jaccard similarity to the most similar new cluster is taken. Resamples `from` to `to` are made; resample b has
 * its own seed, so that parts add up to the whole.
 */
export async function bootstrapJaccard(
	points: Matrix,
	{ labels, k }: Labeling,
	method: Method,
	options: { readonly from: number; readonly to: number; readonly seed: number },
	task: Task
): Promise<JaccardSums> {
	const { rows, cols, values } = points;
	const sums = new Array<number>(k).fill(0);
	const counts = new Array<number>(k).fill(0);
	const drawn = new Float32Array(rows * cols);
	const original = new Uint16Array(rows);
	const resampled: Matrix = { rows, cols, values: drawn };
	const row = new Uint32Array(rows);
	for (let b = options.from; b < options.to; b++) {
		const random = seeded(options.seed + 0x85ebca6b * (b + 1));
		for (let i = 0; i < rows; i++) {
			const from = Math.floor(random() * rows);
			row[i] = from;
			original[i] = labels[from]!;
			drawn.set(values.subarray(from * cols, (from + 1) * cols), i * cols);
		}
		const again = await method(resampled, k, options.seed + b, task);
		const found = bestJaccards(original, k, again, row);
		found.forEach((jaccard, c) => {
			if (Number.isNaN(jaccard)) return;
			sums[c]! += jaccard;
			counts[c]!++;
		});
		task.progress((b + 1 - options.from) / (options.to - options.from));
	}
	return { sums, counts };
}

/** Of each cluster, its Jaccard similarity to the most similar of the others, every row of the file counting once; NaN of one without rows. */
function bestJaccards(labels: Uint16Array, k: number, other: Labeling, row: Uint32Array): number[] {
	const common = new Float64Array(k * other.k);
	const own = new Float64Array(k);
	const theirs = new Float64Array(other.k);
	const seen = new Set<number>();
	for (let i = 0; i < labels.length; i++) {
		if (seen.has(row[i]!)) continue;
		seen.add(row[i]!);
		own[labels[i]!]!++;
		theirs[other.labels[i]!]!++;
		common[labels[i]! * other.k + other.labels[i]!]!++;
	}
	return Array.from(own, (size, c) => {
		let best = 0;
		for (let o = 0; o < other.k; o++) {
			const both = common[c * other.k + o]!;
			best = Math.max(best, both / (size + theirs[o]! - both));
		}
		return size > 0 ? best : NaN;
	});
}

/** Adjusted Rand index of a labeling with the method's own from `seeds` other seeds. */
export async function seedAgreement(
	points: Matrix,
	{ labels, k }: Labeling,
	method: Method,
	options: { readonly seeds: number; readonly seed: number },
	task: Task
): Promise<number[]> {
	const found: number[] = [];
	for (let s = 1; s <= options.seeds; s++) {
		const again = await method(points, k, options.seed + 0x27d4eb2f * s, task);
		found.push(adjustedRandIndex(labels, again.labels));
		task.progress(s / options.seeds);
	}
	return found;
}

/** Adjusted Rand index of a labeling with the method's own without each group of columns, such as the indicators of one category. */
export async function withoutColumns(
	points: Matrix,
	{ labels, k }: Labeling,
	method: Method,
	options: { readonly groups: readonly (readonly number[])[]; readonly seed: number },
	task: Task
): Promise<number[]> {
	const found: number[] = [];
	for (const [g, group] of options.groups.entries()) {
		const kept = Array.from({ length: points.cols }, (_, j) => j).filter((j) => !group.includes(j));
		const again = kept.length === 0 ? null : await method(takeColumns(points, kept), k, options.seed, task);
		found.push(again ? adjustedRandIndex(labels, again.labels) : NaN);
		task.progress((g + 1) / options.groups.length);
	}
	return found;
}

function takeColumns({ rows, cols, values }: Matrix, kept: readonly number[]): Matrix {
	const taken = new Float32Array(rows * kept.length);
	for (let i = 0; i < rows; i++) kept.forEach((j, to) => (taken[i * kept.length + to] = values[i * cols + j]!));
	return { rows, cols: kept.length, values: taken };
}
