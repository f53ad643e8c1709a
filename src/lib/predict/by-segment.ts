import type { Scores } from './scores.js';

/** Customers of a group who have a chance, and how many of them are expected to have the outcome: the sum of their chances. */
export interface GroupChance {
	readonly customers: number;
	readonly expected: number;
}

/** What the scores of segments come to, with everyone, whom they add up to, and all that a score carries. */
export interface SegmentsChance {
	readonly about: Omit<Scores, 'values'>;
	readonly segments: readonly GroupChance[];
	readonly everyone: GroupChance;
}

/** `labels` holds the segment of each customer, below `k`. */
export function segmentsChance({ values, ...about }: Scores, labels: ArrayLike<number>, k: number): SegmentsChance {
	const segments = Array.from({ length: k }, () => ({ customers: 0, expected: 0 }));
	const everyone = { customers: 0, expected: 0 };
	values.forEach((chance, i) => {
		if (Number.isNaN(chance)) return;
		for (const group of [segments[labels[i]!]!, everyone]) {
			group.customers++;
			group.expected += chance;
		}
	});
	return { about, segments, everyone };
}
