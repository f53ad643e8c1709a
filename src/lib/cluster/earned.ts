import { adjustedRandIndex } from '../stats/adjusted-rand.js';
import { mean } from '../stats/moments.js';
import type { Task } from '../task.js';
import { assign } from './assign.js';
import { kmeans } from './kmeans.js';
import { alike, learn, placeRows, type LearnOptions, type Rows } from './methods.js';
import { explainedVariance, quarters } from './verdict.js';
import { fewest, standsOut, type WhitenedEntry } from './whitened-scan.js';

/** Which of k-means and the best of all is taken, and what speaks for it. */
export type Choice =
	/** Of so few rows, what speaks for the best of all cannot be told from luck. */
	| { readonly method: 'kmeans'; readonly why: 'few'; readonly rows: number; readonly needed: number }
	/** Nothing stands above one smooth cloud, even where what goes together is set apart: `ratio` is the largest of `scanWhitened`. */
	| { readonly method: 'kmeans'; readonly why: 'cloud'; readonly ratio: number }
	/** `agreement`: adjusted Rand index of k-means with what else was seen. */
	| { readonly method: 'kmeans'; readonly why: 'alike'; readonly agreement: number }
	/** What k-means and the mixture explain of quarters of the features that were hidden from them. */
	| { readonly method: 'kmeans'; readonly why: 'less'; readonly means: number; readonly mixture: number }
	| {
			readonly method: 'consensus';
			readonly why: 'more';
			readonly agreement: number;
			readonly means: number;
			readonly mixture: number;
	  }
	| { readonly method: 'consensus'; readonly why: 'hidden'; readonly ratio: number; readonly agreement: number };

/**
 * What a mixture must explain more than k-means. Of numbers alone that is hardly less; with words among them it gets ahead on clouds without
 * segments too, by 0.039 at most on those that were tried, since it alone takes words for words.
 */
const lead = { numbers: -0.005, words: 0.045 } as const;
/** Agreement below which k-means has not got what whitening shows. */
const other = 0.8;

/** Segments that appear once what goes together is set apart: the largest ratio of `scanWhitened`, and how far k-means has got them. */
export interface Hidden {
	readonly ratio: number;
	/** Adjusted Rand index of k-means with that of whitened numbers. */
	readonly agreement: number;
}

/** What is hidden from k-means with the suggested number of segments: with another one the two differ in what they join or split. */
export function hiddenFrom(
	rows: Rows,
	{ k, centroids }: { readonly k: number; readonly centroids: Float64Array<ArrayBuffer> },
	whitened: readonly WhitenedEntry[]
): Hidden {
	const labels = whitened.find((one) => one.k === k)?.labels;
	return {
		ratio: Math.max(0, ...whitened.map((one) => one.ratio)),
		agreement: labels ? adjustedRandIndex(assign(rows.points, centroids).labels, labels) : 1
	};
}

/**
 * Whether the best of all earns its time, by what is cheap to see on `rows` (2,000 suffice), which k-means has clustered by `centroids`. Of
 * 300 rows or more it does where
 *
 * - segments stand above one smooth cloud or there are words, a diagonal mixture that starts from k-means disagrees with it (adjusted Rand
 *   index below 0.9), and explains quarters of the features that were hidden from both at least as well (`explainedVariance`, less 0.005), or
 *   with words among them better by 0.045;
 * - or whitened numbers show segments (`standsOut`) that k-means has not got (adjusted Rand index below 0.8).
 *
 * Everywhere else the simplest is as good. `without` gives the same rows without some columns, measured anew.
 */
export async function earned(
	rows: Rows,
	centroids: Float64Array<ArrayBuffer>,
	options: { readonly k: number; readonly seed: number; readonly structure: 'clear' | 'none'; readonly hidden: Hidden },
	without: (hidden: readonly number[]) => Rows,
	task: Task
): Promise<Choice> {
	const { k, seed, structure, hidden } = options;
	if (rows.points.rows < fewest) return { method: 'kmeans', why: 'few', rows: rows.points.rows, needed: fewest };
	const words = rows.mixed.categories.length > 0;
	let stay: Choice | null = null;
	if (structure === 'clear' || words) {
		const found = await mixtureOrMeans(rows, centroids, { k, seed, lead: lead[words ? 'words' : 'numbers'] }, without, task);
		if (found.method === 'consensus') return found;
		if (structure === 'clear') stay = found;
	}
	const { ratio, agreement } = hidden;
	if (standsOut([hidden], rows.points.rows) && agreement < other) return { method: 'consensus', why: 'hidden', ratio, agreement };
	return stay ?? { method: 'kmeans', why: 'cloud', ratio };
}

/** Which of the two a mixture speaks for. */
async function mixtureOrMeans(
	rows: Rows,
	centroids: Float64Array<ArrayBuffer>,
	{ k, seed, lead }: { readonly k: number; readonly seed: number; readonly lead: number },
	without: (hidden: readonly number[]) => Rows,
	task: Task
): Promise<Choice> {
	const own = await mixtureFrom(rows, { k, seed, centroids }, task);
	const agreement = adjustedRandIndex(assign(rows.points, centroids).labels, own);
	const parts = quarters(rows.groups);
	if (agreement >= alike || parts.length === 0) return { method: 'kmeans', why: 'alike', agreement };
	const explained: { means: number; mixture: number }[] = [];
	for (const hidden of parts) {
		const left = without(hidden);
		const found = await kmeans(left.points, { k, starts: 3, seed }, task);
		const share = (of: Uint16Array) => explainedVariance(rows.points, hidden, { labels: of, k });
		explained.push({ means: share(found.labels), mixture: share(await mixtureFrom(left, { k, seed, centroids: found.centroids }, task)) });
	}
	const [means, mixture] = [mean(explained.map((one) => one.means)), mean(explained.map((one) => one.mixture))];
	if (mixture - means < lead) return { method: 'kmeans', why: 'less', means, mixture };
	return { method: 'consensus', why: 'more', agreement, means, mixture };
}

/** Labels of the diagonal mixture that starts from k-means. */
async function mixtureFrom(rows: Rows, options: LearnOptions, task: Task): Promise<Uint16Array> {
	return placeRows((await learn('diagonal', rows, options, task)).model, rows).labels;
}
