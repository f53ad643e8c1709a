import type { Matrix } from '../matrix.js';
import { seeded } from '../random.js';
import { spread } from '../spread.js';
import { mean, standardDeviation } from '../stats/moments.js';
import type { Task } from '../task.js';
import { OneCloud } from './null-reference.js';
import { sampleRows, takeRows } from './sample.js';
import { job } from './scan.job.js';
import type { ScanEntry } from './scan.js';

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
	/** Runs of k-means per k; 2 unless given. */
	readonly starts?: number;
	/** Rows at most; 700 unless given. */
	readonly rows?: number;
}

/** Silhouettes of k-means on data without segments that has the columns and the correlations of `points` (`OneCloud`). */
export async function nullReference(points: Matrix, options: NullOptions, task: Task): Promise<NullReference> {
	const { kMin, seed, draws = 6, starts = 2, rows = 700 } = options;
	const sample = takeRows(points, sampleRows(points.rows, rows, seeded(seed)));
	const kMax = Math.min(options.kMax, sample.rows - 1);
	const cloud = new OneCloud(sample, seed);
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

/** What a suggestion rests on; all numbers are silhouettes. */
export interface Suggestion {
	/** The k whose silhouette stands furthest above what the reference has at the same k. */
	readonly k: number;
	/** `none`: no k stands clearly above, and k is the least bad. */
	readonly structure: 'clear' | 'none';
	readonly silhouette: number;
	/** Mean of the reference at k. */
	readonly expected: number;
	/** silhouette − expected. */
	readonly gap: number;
	/** The gap needed to be clear. */
	readonly needed: number;
}

/** Smallest gap that matters, however sure. */
const least = 0.03;
/** Standard deviations of the reference that a gap must span; three, since the best of several k is looked at. */
const deviations = 3;

/**
 * Suggests a number of clusters: the k whose silhouette stands furthest above the reference at the same k. Silhouettes alone favour
 * k = 2 wherever features are correlated, and rise on ties. Structure is clear where the gap is at least 0.03 and at least three
 * standard deviations of the reference (the larger of that at k and the root mean square over all k, since few draws make it unsure).
 */
export function suggestK(scan: readonly ScanEntry[], reference: NullReference): Suggestion {
	const pooled = Math.sqrt(mean(reference.byK.map(({ sd }) => sd * sd)));
	let best: Suggestion | null = null;
	for (const { k, silhouette } of scan) {
		const at = reference.byK.find((entry) => entry.k === k);
		if (!at) continue;
		const gap = silhouette.mean - at.mean;
		if (best && !(gap > best.gap)) continue;
		const needed = Math.max(least, deviations * Math.max(at.sd, pooled));
		best = { k, structure: gap >= needed ? 'clear' : 'none', silhouette: silhouette.mean, expected: at.mean, gap, needed };
	}
	if (!best) throw new RangeError('no k is in both the scan and the reference');
	return best;
}
