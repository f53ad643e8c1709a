import { openBackend } from '../../lib/backend/open.js';
import { knownAt } from '../../lib/features/features.js';
import { backtest, scoresOf, type ScoreModel } from '../../lib/predict/backtest.js';
import { lookAt, ordersSource } from '../../lib/predict/orders-source.js';
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

export const run: Run<typeof spec, Scores | null, PredictView | undefined> = async (ctx, { horizon, model, device }, { customers }) => {
	const { log, analysisDay } = customers;
	if (!log || analysisDay === null) return { output: null, view: undefined, blocked: new Problem('scoresNeedOrders') };
	const source = ordersSource(log, { analysisDay, horizonDays: horizon, target: 'purchase' });
	const backend = model === 'network' ? await openBackend(device) : null;
	const wanted = model === 'auto' ? null : model;
	const { report, scores, scoreModel } = await backtest(source, { seed: ctx.seed, wanted }, backend, taskOf(ctx, 'predict.stage.backtest'));
	const { values, asOfDay: _, ...about } = scores;
	const learned: PredictModel = { scoreModel, about };
	return { output: scores, view: { report, ...todayOf(values), device: backend?.device ?? null }, model: learned };
};

function todayOf(values: Scores['values']): Pick<PredictView, 'today' | 'expected' | 'customers'> {
	const today = new Array<number>(10).fill(0);
	let [sum, customers] = [0, 0];
	for (const value of values) {
		if (Number.isNaN(value)) continue;
		today[Math.min(9, Math.floor(value * 10))]!++;
		sum += value;
		customers++;
	}
	return { today, expected: sum / customers, customers };
}

/**
 * Scores customers with a model learned before.
 * @throws Problem scoresNeedOrders
 */
export const apply: Apply<typeof spec, PredictModel, Promise<Scores>> = async ({ scoreModel, about }, { customers }) => {
	const { log, analysisDay } = customers;
	if (!log || analysisDay === null) throw new Problem('scoresNeedOrders');
	const known = knownAt(log, analysisDay);
	const backend = scoreModel.predictor.kind === 'network' ? await openBackend() : null;
	const values = new Float32Array(customers.ids.length).fill(NaN);
	scoresOf(scoreModel, lookAt(log, analysisDay, known), backend).forEach((chance, i) => (values[known[i]!] = chance));
	return { ...about, values, asOfDay: analysisDay };
};
