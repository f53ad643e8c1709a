import { seeded } from '../random.js';
import type { Task } from '../task.js';
import type { Labeling } from './silhouette.js';

/** A resample: rows, of which some may come twice. */
export interface Resample {
	readonly drawn: Uint32Array;
	readonly seed: number;
}

/** Clusters each resample: label i is that of row `drawn[i]`. Repeats for one seed. */
export type Relabel = (resamples: readonly Resample[], task: Task) => Promise<readonly Labeling[]>;

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
	{ labels, k }: Labeling,
	relabel: Relabel,
	options: { readonly from: number; readonly to: number; readonly seed: number },
	task: Task
): Promise<JaccardSums> {
	const rows = labels.length;
	const sums = new Array<number>(k).fill(0);
	const counts = new Array<number>(k).fill(0);
	const resamples = Array.from({ length: options.to - options.from }, (_, at): Resample => {
		const random = seeded(options.seed + 0x85ebca6b * (options.from + at + 1));
		return { drawn: Uint32Array.from({ length: rows }, () => Math.floor(random() * rows)), seed: options.seed + options.from + at };
	});
	const again = await relabel(resamples, task);
	for (const [at, { drawn }] of resamples.entries()) {
		bestJaccards(labels, k, again[at]!, drawn).forEach((jaccard, c) => {
			if (Number.isNaN(jaccard)) return;
			sums[c]! += jaccard;
			counts[c]!++;
		});
	}
	return { sums, counts };
}

/** Of each cluster, its Jaccard similarity to the most similar of the new ones, each row drawn counting once; NaN of one without rows. */
function bestJaccards(labels: Uint16Array, k: number, again: Labeling, drawn: Uint32Array): number[] {
	const common = new Float64Array(k * again.k);
	const own = new Float64Array(k);
	const theirs = new Float64Array(again.k);
	const seen = new Uint8Array(labels.length);
	drawn.forEach((row, i) => {
		if (seen[row]) return;
		seen[row] = 1;
		own[labels[row]!]!++;
		theirs[again.labels[i]!]!++;
		common[labels[row]! * again.k + again.labels[i]!]!++;
	});
	return Array.from(own, (size, c) => {
		let best = 0;
		for (let o = 0; o < again.k; o++) {
			const both = common[c * again.k + o]!;
			best = Math.max(best, both / (size + theirs[o]! - both));
		}
		return size > 0 ? best : NaN;
	});
}
