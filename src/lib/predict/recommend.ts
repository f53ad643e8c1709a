import type { ModelId } from './scores.js';

/**
 * What a backtest says: a model that learns from many columns `beats` plain orders, or a plain order (by recency, by frequency, by what is still needed, by one column)
 * is as good, `simple`, or nothing is told from a coin toss, `noBetterThanChance`.
 */
export type Verdict = 'beats' | 'simple' | 'noBetterThanChance';

const plain: readonly ModelId[] = ['recency', 'frequency', 'habit', 'nearest', 'single'];

/** Upper quantiles of the normal distribution at 0.025 ÷ m, for the best of m = 1 … 9 models, which may look better than chance by luck m times over. */
const aboveChance = [1.96, 2.241, 2.394, 2.498, 2.576, 2.638, 2.69, 2.734, 2.773];

/**
 * The simplest model whose AUC is within one standard error of the best (the rule of Breiman et al. 1984), or the base rate
 * where the best is not above one half by a two-sided test at 5 %, Bonferroni-corrected for the models tried. `models` go
 * from the simplest to the most complex, the base rate first.
 */
export function recommend(models: readonly { model: ModelId; value: number; standardError: number }[]): {
	recommended: ModelId;
	verdict: Verdict;
} {
	const best = models.reduce((a, b) => (b.value > a.value ? b : a));
	const tried = Math.min(aboveChance.length, models.length - 1);
	if (best.value - aboveChance[tried - 1]! * best.standardError <= 0.5) return { recommended: 'baseRate', verdict: 'noBetterThanChance' };
	const { model } = models.find(({ value }) => value >= best.value - best.standardError)!;
	return { recommended: model, verdict: plain.includes(model) ? 'simple' : 'beats' };
}
