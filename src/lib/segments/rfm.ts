import { midPercentiles } from '../stats/ranks.js';
import { rfmNames, type RfmName } from './segments.js';

/** Scores from 1 (worst) to 5 (best) of one variable, with the values that each score covers. */
export interface Scored {
	readonly scores: Uint8Array<ArrayBuffer>;
	/** Smallest and largest value under scores 1 to 5; null where nobody has the score. */
	readonly ranges: readonly ({ readonly low: number; readonly high: number } | null)[];
}

/**
 * Scores by fifths of the customers: p = (#smaller + ½ #equal) / n, score = 1 + ⌊5 p⌋, at most 5. Equal values get equal scores, the
 * order of the rows has no say, and a better value never scores less.
 */
export function scoreByFifths(values: Float64Array, better: 'high' | 'low'): Scored {
	const percentiles = midPercentiles(better === 'high' ? values : values.map((value) => -value));
	return scored(values, (i) => Math.min(5, 1 + Math.floor(5 * percentiles[i]!)));
}

/** Scores by four ascending thresholds: 1 + the number of thresholds that a value reaches. */
export function scoreByThresholds(values: Float64Array, thresholds: readonly [number, number, number, number]): Scored {
	return scored(values, (i) => 1 + thresholds.filter((threshold) => values[i]! >= threshold).length);
}

function scored(values: Float64Array, scoreOf: (i: number) => number): Scored {
	const ranges: ({ low: number; high: number } | null)[] = [null, null, null, null, null];
	const scores = new Uint8Array(values.length);
	values.forEach((value, i) => {
		const score = scoreOf(i);
		scores[i] = score;
		const range = ranges[score - 1];
		if (!range) ranges[score - 1] = { low: value, high: value };
		else if (value < range.low) range.low = value;
		else if (value > range.high) range.high = value;
	});
	return { scores, ranges };
}

/** Names by frequency score (column) for each recency score (row 1 to 5); every cell of the grid has exactly one. */
const grid: readonly (readonly RfmName[])[] = [
	['hibernating', 'hibernating', 'risk', 'risk', 'lose'],
	['hibernating', 'hibernating', 'risk', 'risk', 'lose'],
	['sleep', 'sleep', 'attention', 'loyal', 'loyal'],
	['promising', 'potential', 'potential', 'loyal', 'loyal'],
	['new', 'potential', 'potential', 'champions', 'champions']
];

/** The name of a customer with these scores (1 to 5). */
export const rfmName = (recency: number, frequency: number): RfmName => grid[recency - 1]![frequency - 1]!;

/** Index into `rfmNames` of each customer. */
export const rfmLabels = (recency: Uint8Array, frequency: Uint8Array): Uint16Array<ArrayBuffer> =>
	Uint16Array.from(recency, (score, i) => rfmNames.indexOf(rfmName(score, frequency[i]!)));
