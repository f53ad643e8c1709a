import type { Matrix } from '../matrix.js';
import { whitened } from '../project/whitened.js';
import { seeded } from '../random.js';
import { mean } from '../stats/moments.js';
import { part, type Task } from '../task.js';
import { kmeansRange } from './kmeans.js';
import { oneCloud } from './one-cloud.js';

export interface WhitenedEntry {
	readonly k: number;
	/** Of k-means on whitened numbers. */
	readonly labels: Uint16Array;
	/** What it explains of their variance, by what it explains of as many rows of one cloud; 1 where there are no segments. */
	readonly ratio: number;
}

/** Share of the mean variance that a direction has at least: what is left along narrower ones is how features follow from each other. */
const least = 0.35;
/** Numbers with what goes together set apart: `whitened`, without narrow directions. */
export const setApart = (numbers: Matrix): Matrix => whitened(numbers, least);
/** Clouds that the ratio is held against, and runs of k-means on each and on the numbers: with few, one side misses its best split by luck. */
const [draws, starts] = [2, 10];

/**
 * k-means of whitened numbers for every k, held against that of whitened clouds with the same columns and correlations (`oneCloud`). Whitening
 * shows segments that a block of features which go together would hide. Nothing of fewer than two numbers.
 */
export async function scanWhitened(
	numbers: Matrix,
	strata: Uint16Array,
	{ kMin, kMax, seed }: { readonly kMin: number; readonly kMax: number; readonly seed: number },
	task: Task
): Promise<WhitenedEntry[]> {
	if (numbers.cols < 2) return [];
	const explained = async (points: Matrix, at: number) => {
		const white = setApart(points);
		const found = await kmeansRange(
			white,
			{ kMin, kMax: Math.min(kMax, white.rows - 1), starts, seed },
			part(task, at / (draws + 1), (at + 1) / (draws + 1))
		);
		return found.map((one) => ({ ...one, share: 1 - one.inertia / (white.rows * white.cols) }));
	};
	const own = await explained(numbers, 0);
	const cloud = oneCloud(numbers, { groups: Uint16Array.from({ length: numbers.cols }, (_, j) => j), strata }, seed);
	const clouds: (readonly { readonly share: number }[])[] = [];
	for (let draw = 0; draw < draws; draw++) clouds.push(await explained(cloud.draw(seeded(seed + draw)), draw + 1));
	return own.map(({ k, labels, share }, at) => ({ k, labels, ratio: share / mean(clouds.map((each) => each[at]!.share)) }));
}

/** Rows from which structure of this kind can be told from luck. */
export const fewest = 300;
/** Ratio from which a cloud holds segments: of 230 sets without any one lay above it, of correlated numbers at 1.33, and no other above 1.15. */
const above = 1.27;

/** Whether so many rows hold segments, by what whitening shows. */
export const standsOut = (whitened: readonly Pick<WhitenedEntry, 'ratio'>[], rows: number): boolean =>
	rows >= fewest && whitened.some(({ ratio }) => ratio >= above);
