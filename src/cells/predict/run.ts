import { openBackend } from '../../lib/backend/open.js';
import { backtest, scoresAt, type ScoreModel } from '../../lib/predict/backtest.js';
import type { Scores } from '../../lib/predict/scores.js';
import { Problem } from '../../lib/problem.js';
import type { Apply, Run } from '../cell.js';
import { taskOf } from '../task.js';
import type { PredictView, spec } from './spec.js';

/** What the cell learned, with what the scores are to say of themselves. */
export interface PredictModel {
	readonly scoreModel: ScoreModel;
	readonly about: Omit<Scores, 'values' | 'asOfDay'>;
}

export const run: Run<typeof spec, Scores | null, PredictView | undefined> = async (ctx, { horizon, device }, { customers }) => {
	const { log, analysisDay } = customers;
	if (!log || analysisDay === null) return { output: null, view: undefined, blocked: new Problem('scoresNeedOrders') };
	const backend = await openBackend(device);
	const { report, scores, scoreModel } = await backtest(
		log,
		{ analysisDay, horizonDays: horizon, seed: ctx.seed },
		backend,
		taskOf(ctx, 'predict.stage.backtest')
	);
	const today = new Array<number>(10).fill(0);
	let sum = 0;
	for (const value of scores.values) {
		today[Math.min(9, Math.floor(value * 10))]!++;
		sum += value;
	}
	const { model: kind, horizonDays, baseRate, auc } = scores;
	const model: PredictModel = { scoreModel, about: { model: kind, horizonDays, baseRate, auc } };
	const customersNow = scores.values.length;
	return {
		output: scores,
		view: { report, today, expected: sum / customersNow, customers: customersNow, device: backend.device },
		model
	};
};

/**
 * Scores customers with a model learned before.
 * @throws Problem scoresNeedOrders
 */
export const apply: Apply<typeof spec, PredictModel, Promise<Scores>> = async ({ scoreModel, about }, { customers }) => {
	const { log, analysisDay } = customers;
	if (!log || analysisDay === null) throw new Problem('scoresNeedOrders');
	return { ...about, values: scoresAt(scoreModel, log, analysisDay, await openBackend()), asOfDay: analysisDay };
};
