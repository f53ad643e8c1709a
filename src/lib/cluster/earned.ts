import type { Matrix } from '../matrix.js';
import { whitened } from '../project/whitened.js';
import { seeded } from '../random.js';
import { adjustedRandIndex } from '../stats/adjusted-rand.js';
import { mean } from '../stats/moments.js';
import type { Task } from '../task.js';
import { assign } from './assign.js';
import { kmeans, kmeansRange } from './kmeans.js';
import { learn, placeRows, type LearnOptions, type Rows } from './methods.js';
import { OneCloud } from './null-reference.js';
import { explainedVariance, quarters } from './verdict.js';

/** Which of k-means and the best of all is taken, and what speaks for it. */
export type Choice =
	/** Of so few rows, what speaks for the best of all cannot be told from luck. */
	| { readonly method: 'kmeans'; readonly why: 'few'; readonly rows: number; readonly needed: number }
	/** Nothing stands above one smooth cloud, even where what goes together is set apart: `ratio` as of `hiddenRatio`. */
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
	/** `k`: the number of segments that the ratio is largest for, where k-means shows no structure to take it from; else the given one. */
	| { readonly method: 'consensus'; readonly why: 'hidden'; readonly ratio: number; readonly agreement: number; readonly k: number };

/** Rows from which what speaks for the best of all can be told from luck. */
const fewest = 300;
/** Agreement from which two segmentations are the same to whoever uses them. */
const alike = 0.9;
/**
 * What a mixture must explain more than k-means. Of numbers alone that is hardly less; with words among them it gets ahead on clouds without
 * segments too, by 0.039 at most on those that were tried, since it alone takes words for words.
 */
const lead = { numbers: -0.005, words: 0.045 } as const;
/** Ratio from which a cloud holds segments, 1.21 at most being seen where none are known; and agreement below which k-means has not got them. */
const [above, other] = [1.27, 0.8];
/** Share of the mean variance that a direction has at least: what is left along narrower ones is how features follow from each other. */
const least = 0.35;
/** Clouds that the ratio is held against. */
const draws = 2;

/**
 * Whether the best of all earns its time, by what is cheap to see on `rows` (2,000 suffice), which k-means has clustered by `centroids`. Of
 * 300 rows or more it does where
 *
 * - segments stand above one smooth cloud or there are words, a diagonal mixture that starts from k-means disagrees with it (adjusted Rand
 *   index below 0.9), and explains quarters of the features that were hidden from both at least as well (`explainedVariance`, less 0.005), or
 *   with words among them better by 0.045;
 * - or segments appear once what goes together is set apart (`hiddenRatio` of 1.27 or more), and k-means has not got them (adjusted Rand index
 *   below 0.8).
 *
 * Everywhere else the simplest is as good. `without` gives the same rows without some columns, measured anew.
 */
export async function earned(
	rows: Rows,
	centroids: Float64Array<ArrayBuffer>,
	options: { readonly k: number; readonly seed: number; readonly structure: 'clear' | 'none' },
	without: (hidden: readonly number[]) => Rows,
	task: Task
): Promise<Choice> {
	const { k, seed, structure } = options;
	if (rows.points.rows < fewest) return { method: 'kmeans', why: 'few', rows: rows.points.rows, needed: fewest };
	const words = rows.mixed.categories.length > 0;
	let stay: Choice | null = null;
	if (structure === 'clear' || words) {
		const found = await mixtureOrMeans(rows, centroids, { k, seed, lead: lead[words ? 'words' : 'numbers'] }, without, task);
		if (found.method === 'consensus') return found;
		if (structure === 'clear') stay = found;
	}
	const { ratio, k: best, labels } = await hiddenRatio(rows.mixed.numbers, k, seed, task);
	const agreement = adjustedRandIndex(assign(rows.points, centroids).labels, labels);
	if (ratio >= above && agreement < other)
		return { method: 'consensus', why: 'hidden', ratio, agreement, k: structure === 'clear' ? k : best };
	if (stay) return stay;
	return ratio >= above ? { method: 'kmeans', why: 'alike', agreement } : { method: 'kmeans', why: 'cloud', ratio };
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

/** Numbers of segments that are looked at for hidden ones. */
const [kMin, kMax] = [2, 10];

/**
 * What k-means explains of the variance of whitened numbers, by what it explains of as many whitened rows of one cloud with the same
 * columns and correlations (`OneCloud`): 1 where there are no segments, and 0 where there are no numbers. The largest over numbers of
 * segments, the one it is the largest for, and the labels for `k`. Whitening shows segments that a block of features which go together
 * would hide.
 */
async function hiddenRatio(
	numbers: Matrix,
	k: number,
	seed: number,
	task: Task
): Promise<{ ratio: number; k: number; labels: Uint16Array }> {
	if (numbers.cols < 2) return { ratio: 0, k, labels: new Uint16Array(numbers.rows) };
	const explained = async (points: Matrix) => {
		const white = whitened(points, least);
		const found = await kmeansRange(white, { kMin, kMax: Math.max(k, kMax), starts: 2, seed }, task);
		return found.map((one) => ({ ...one, share: 1 - one.inertia / (white.rows * white.cols) }));
	};
	const own = await explained(numbers);
	const cloud = new OneCloud(numbers, seed);
	const clouds: (readonly { readonly share: number }[])[] = [];
	for (let draw = 0; draw < draws; draw++) clouds.push(await explained(cloud.draw(seeded(seed + draw))));
	const ratios = own.map(({ share }, at) => share / mean(clouds.map((each) => each[at]!.share)));
	const ratio = Math.max(...ratios);
	return { ratio, k: own[ratios.indexOf(ratio)]!.k, labels: own.find((one) => one.k === k)!.labels };
}
