import type { Known, Sample, SampleReport, Trial } from './known.js';
import type { ModelId, Target } from './scores.js';

/** Some customers to score, and what the model that scores them may learn from. */
export interface Part {
	readonly learn: Sample;
	readonly known: Known;
	/** Places of the customers among all, in the order of `known`. */
	readonly places: Uint32Array;
}

/** What a backtest is made of: orders at several cuts, or a column of a table of people in several splits. */
export interface Source {
	/** Those that suit the data, from the simplest to the most complex. */
	readonly models: readonly ModelId[];
	readonly target: Target;
	readonly horizonDays: number | null;
	readonly asOfDay: number | null;
	/** Number of trials, one or more; the last is the one to go by. */
	readonly trials: number;
	trial(k: number): Trial;
	/** Who is scored by what; nobody by a model that learned their own outcome. What the last part learns is kept for new customers. */
	parts(): Part[];
	/** What happened in the same days a year before those that are scored; null where that is not known. */
	readonly yearBefore: SampleReport | null;
	/** How many customers there are, scored or not. */
	readonly customers: number;
}
