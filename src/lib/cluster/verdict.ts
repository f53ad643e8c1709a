import type { Matrix } from '../matrix.js';
import { mean } from '../stats/moments.js';
import type { MethodId } from './method-ids.js';
import type { Labeling } from './silhouette.js';

/** Methods that are compared, the simplest first. HDBSCAN has a number of segments of its own and is not among them. */
export const compared = ['kmeans', 'ward', 'diagonal', 'full', 'dec', 'consensus'] as const satisfies readonly MethodId[];
export type Compared = (typeof compared)[number];

/** Shares of the columns that are hidden in turn: a quarter each. */
export const folds = 4;

/** What was seen of one method. */
export interface Trial {
	readonly method: Compared;
	/** For each quarter of the columns, what segments learned without it explain of its variance. */
	readonly explained: readonly number[];
	/** Mean adjusted Rand index with the same method on resamples. */
	readonly stability: number;
	readonly silhouette: number;
}

/**
 * Share of the variance of some columns that a labeling explains, adjusted for the number of clusters: 1 − (within ÷ (rows − k)) ÷
 * (total ÷ (rows − 1)), so that labels without meaning explain 0 on average (ε², Kelley 1935).
 */
export function explainedVariance({ rows, cols, values }: Matrix, columns: readonly number[], { labels, k }: Labeling): number {
	const sizes = new Float64Array(k);
	for (const label of labels) sizes[label]!++;
	let within = 0;
	let total = 0;
	for (const j of columns) {
		const sums = new Float64Array(k);
		let sum = 0;
		for (let i = 0; i < rows; i++) {
			sums[labels[i]!]! += values[i * cols + j]!;
			sum += values[i * cols + j]!;
		}
		for (let i = 0; i < rows; i++) {
			within += (values[i * cols + j]! - sums[labels[i]!]! / sizes[labels[i]!]!) ** 2;
			total += (values[i * cols + j]! - sum / rows) ** 2;
		}
	}
	const held = sizes.reduce((n, size) => n + Number(size > 0), 0);
	return total > 0 && rows > held ? 1 - within / (rows - held) / (total / (rows - 1)) : 0;
}

/** The columns of each quarter: whole groups, dealt out in turn. Fewer where there are fewer groups; none where there is one group. */
export function quarters(groups: Uint16Array): number[][] {
	const numbers = [...new Set(groups)];
	if (numbers.length < 2) return [];
	const parts = Math.min(folds, numbers.length);
	return Array.from({ length: parts }, (_, part) =>
		[...groups.keys()].filter((column) => numbers.indexOf(groups[column]!) % parts === part)
	);
}

export interface Verdict {
	readonly best: Trial;
	/** The simplest method whose lead of the best is within one standard error. */
	readonly recommended: Trial;
	/** Whether the recommended segments say anything of what they were not formed on, and come out alike again. */
	readonly worth: boolean;
}

/** Explained variance, and stability, below which segments are worth nothing. */
const [fewest, shaky] = [0.02, 0.3];

/**
 * Recommends by what segments explain of hidden columns: the simplest method that the best one leads by no more than one standard error
 * of the lead over the quarters (Breiman et al. 1984), or by a hundredth.
 */
export function verdictOf(trials: readonly Trial[]): Verdict {
	const of = ({ explained }: Trial) => (explained.length > 0 ? mean(explained) : 0);
	const best = trials.reduce((most, trial) => (of(trial) > of(most) ? trial : most));
	const near = (trial: Trial): boolean => {
		const leads = best.explained.map((share, part) => share - trial.explained[part]!);
		if (leads.length < 2) return true;
		const lead = mean(leads);
		const error = Math.sqrt(leads.reduce((sum, value) => sum + (value - lead) ** 2, 0) / (leads.length - 1) / leads.length);
		return lead <= Math.max(error, 0.01);
	};
	const recommended = compared.map((method) => trials.find((trial) => trial.method === method)).find((trial) => trial && near(trial))!;
	return { best, recommended, worth: of(recommended) >= fewest && recommended.stability >= shaky };
}
