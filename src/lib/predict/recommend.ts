import type { ModelId } from './scores.js';

/**
 * What a backtest says: a learned model `beats` the plain order by recency, or is only `asGoodAsRecency`, or nothing is told
 * from a coin toss, `noBetterThanChance`.
 */
export type Verdict = 'beats' | 'asGoodAsRecency' | 'noBetterThanChance';

/** The normal quantile of 1 − 0.025 / 3: the best of three models may look better than chance by luck three times over. */
const aboveChance = 2.394;

/**
 * The simplest model whose AUC is within one standard error of the best (the rule of Breiman et al. 1984), or the base rate
 * where the best is not above one half by a two-sided test at 5 %, Bonferroni-corrected for the models tried. `models` go
 * from the simplest to the most complex.
 */
export function recommend(models: readonly { model: ModelId; value: number; standardError: number }[]): {
	recommended: ModelId;
	verdict: Verdict;
} {
	const best = models.reduce((a, b) => (b.value > a.value ? b : a));
	if (best.value - aboveChance * best.standardError <= 0.5) return { recommended: 'baseRate', verdict: 'noBetterThanChance' };
	const { model } = models.find(({ value }) => value >= best.value - best.standardError)!;
	return { recommended: model, verdict: model === 'recency' ? 'asGoodAsRecency' : 'beats' };
}
