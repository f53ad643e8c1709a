import type { Matrix } from '../matrix.js';
import { seeded } from '../random.js';
import { spread } from '../spread.js';
import { mean, standardDeviation } from '../stats/moments.js';
import type { Task } from '../task.js';
import { oneCloud, takeStrata, type ByDefinition } from './one-cloud.js';
import { sampleRows, takeRows } from './sample.js';
import { job } from './scan.job.js';

/** What the same procedure finds where there are no segments. */
export interface NullReference {
	/** Mean silhouette of each k, in the order of the scan, over the draws, and its standard deviation. */
	readonly byK: readonly { readonly k: number; readonly mean: number; readonly sd: number }[];
	/** Rows in each draw. */
	readonly rows: number;
	readonly draws: number;
}

export interface NullOptions {
	readonly kMin: number;
	readonly kMax: number;
	readonly seed: number;
	/** 6 unless given. */
	readonly draws?: number;
	/** Runs of k-means per k; 5 unless given. */
	readonly starts?: number;
	/** Rows at most; 700 unless given. */
	readonly rows?: number;
}

/** Silhouettes of k-means on data without segments that has the columns and the correlations of `points` (`oneCloud`). */
export async function nullReference(points: Matrix, given: ByDefinition, options: NullOptions, task: Task): Promise<NullReference> {
	const { kMin, seed, draws = 6, starts = 5, rows = 700 } = options;
	const chosen = sampleRows(points.rows, rows, seeded(seed));
	const sample = takeRows(points, chosen);
	const kMax = Math.min(options.kMax, sample.rows - 1);
	const cloud = oneCloud(sample, takeStrata(given, chosen), seed);
	const list = Array.from({ length: draws }, (_, draw) => ({
		points: cloud.draw(seeded(seed + 1 + draw)),
		options: { kMin, kMax, starts, seed: seed + draw }
	}));
	const found = await spread({ job, list }, task);
	const byK = Array.from({ length: kMax - kMin + 1 }, (_, i) => {
		const means = found.map((draw) => draw[i]!);
		return { k: kMin + i, mean: mean(means), sd: standardDeviation(means) };
	});
	return { byK, rows: sample.rows, draws };
}
