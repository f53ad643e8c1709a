import { seeded } from '../random.js';
import { adjustedRandIndex } from '../stats/adjusted-rand.js';
import type { Task } from '../task.js';
import { categoriesOnly } from './mixed-rows.js';
import { fitMixture, type FittedMixture } from './mixture.js';
import type { Labeling } from './silhouette.js';

export interface Consensus extends FittedMixture {
	/** Adjusted Rand index of the consensus with each labeling. */
	readonly agreement: readonly number[];
}

/**
 * One segmentation out of several of the same rows: the labels are taken for words, and their latent classes found by expectation
 * and maximisation (mixture model of consensus clustering; Topchy, Jain & Punch 2005). Each labeling with at most k clusters is a start,
 * and so are `random` more, labelings with a fifth of the labels drawn anew.
 */
export async function consensus(
	labelings: readonly Labeling[],
	{ k, seed, random = 6 }: { readonly k: number; readonly seed: number; readonly random?: number },
	task: Task
): Promise<Consensus> {
	const data = categoriesOnly(labelings.map(({ labels, k: levels }) => ({ codes: labels, levels })));
	const own = labelings.filter((labeling) => labeling.k <= k).map(({ labels }) => labels);
	const draw = seeded(seed);
	const drawn = Array.from({ length: random }, (_, r) => {
		const from = own[r % Math.max(1, own.length)];
		return Uint16Array.from({ length: data.numbers.rows }, (_, i) => (!from || draw() < 0.2 ? Math.floor(draw() * k) : from[i]!));
	});
	const found = await fitMixture(data, [...own, ...drawn], { k, covariance: 'diagonal' }, task);
	return { ...found, agreement: labelings.map(({ labels }) => adjustedRandIndex(labels, found.membership.labels)) };
}
