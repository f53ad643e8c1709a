import type { Backend } from '../backend/network.js';
import type { PurchaseLog } from '../features/customers.js';
import { knownAt } from '../features/features.js';
import { part, type Task } from '../task.js';
import { bootstrapAuc, spread, spreadOfDifference, type Spread } from './bootstrap.js';
import { backtestCuts, type Cut } from './cut.js';
import { applyRecipe, columnsAt, learnRecipe, type Recipe } from './design.js';
import { brier, calibration, gains, logLoss, rocAuc, type CalibrationBin, type Decile, type Predictions } from './metrics.js';
import { chances, fitLogistic, fitNetwork, type Classifier } from './models.js';
import { recommend, type Verdict } from './recommend.js';
import type { ModelId, Scores } from './scores.js';

export interface BacktestOptions {
	/** Everyone is scored as of this day: days since 1970-01-01, lines of earlier days are known. */
	readonly analysisDay: number;
	readonly horizonDays: number;
	readonly seed: number;
}

/** What a backtest does, in this order. */
export type BacktestStage = 'columns' | 'logistic' | 'network' | 'uncertainty' | 'scores';

/** How a model did on the test window. */
export interface ModelReport {
	readonly model: ModelId;
	/** ROC AUC, with its bootstrap standard error and 95 % interval. */
	readonly auc: Spread & { readonly value: number };
	readonly gains: readonly Decile[];
	/** Null for a score that is no probability. */
	readonly chance: {
		readonly brier: number;
		/** 1 − Brier ÷ Brier of the base rate: above 0 is better than giving everyone the share that bought before. */
		readonly brierSkill: number;
		readonly logLoss: number;
		readonly calibration: readonly CalibrationBin[];
	} | null;
}

export interface CutReport {
	readonly day: number;
	readonly n: number;
	readonly positives: number;
	readonly baseRate: number;
}

/** Small plain data for a view. */
export interface BacktestReport {
	readonly analysisDay: number;
	readonly horizonDays: number;
	readonly train: CutReport;
	readonly test: CutReport;
	/** From the simplest to the most complex. */
	readonly models: readonly ModelReport[];
	/** The simplest model whose AUC is within one standard error of the best. */
	readonly recommended: ModelId;
	readonly verdict: Verdict;
	/** AUC of the better learned model minus AUC of recency, paired over the same resamples. */
	readonly overRecency: Spread & { readonly value: number; readonly model: ModelId };
}

/** All that scoring needs, as plain data. */
export type ScoreModel =
	| { readonly model: 'baseRate'; readonly rate: number }
	| { readonly model: 'logistic' | 'network'; readonly recipe: Recipe; readonly classifier: Classifier };

export interface Backtest {
	readonly report: BacktestReport;
	/** Today's scores; those of the logistic model where recency is recommended, which gives no probability. */
	readonly scores: Scores;
	readonly scoreModel: ScoreModel;
}

const fits = { logistic: fitLogistic, network: fitNetwork };

/**
 * Learns on one horizon, tests on the next, then learns from the latter to score everyone today.
 *
 * Test cut = `analysisDay` − horizon, training cut = test cut − horizon. At a cut only lines of earlier days are seen, the
 * scaling is learned on the training cut alone, and the target is a purchase within the horizon from the cut on.
 * Compared are the base rate of the training window, recency alone, a logistic regression and a small network.
 *
 * @throws Problem as `backtestCuts` does, `diverged` from training.
 */
export async function backtest(
	log: PurchaseLog,
	{ analysisDay, horizonDays, seed }: BacktestOptions,
	backend: Backend,
	task: Task,
	report?: (stage: BacktestStage) => void
): Promise<Backtest> {
	const enter = async (stage: BacktestStage) => {
		report?.(stage);
		await task.breathe();
		task.signal.throwIfAborted();
	};
	const { train, test } = backtestCuts(log, analysisDay, horizonDays);
	await enter('columns');
	const trainColumns = columnsAt(log, train.day, train.known);
	const testColumns = columnsAt(log, test.day, test.known);
	const recipe = learnRecipe(trainColumns);
	const trainInputs = applyRecipe(recipe, trainColumns);
	const testInputs = applyRecipe(recipe, testColumns);

	await enter('logistic');
	const logistic = await fitLogistic(trainInputs, train.bought, seed, backend, part(task, 0.02, 0.2));
	await enter('network');
	const network = await fitNetwork(trainInputs, train.bought, seed, backend, part(task, 0.2, 0.5));

	await enter('uncertainty');
	const predictions: Record<ModelId, Predictions> = {
		baseRate: new Float64Array(test.known.length).fill(train.rate),
		recency: testColumns.recency.map((days) => -days),
		logistic: chances(logistic, testInputs, backend),
		network: chances(network, testInputs, backend)
	};
	const ids = ['baseRate', 'recency', 'logistic', 'network'] as const satisfies ModelId[];
	const resampled = await bootstrapAuc(
		test.bought,
		ids.map((id) => predictions[id]),
		{ seed },
		part(task, 0.5, 0.7)
	);
	const models = ids.map((id, m) => reportOf(id, predictions[id], resampled[m]!, test, predictions.baseRate));
	const { recommended, verdict } = recommend(models.map(({ model, auc }) => ({ model, ...auc })));
	const aucOf = (id: ModelId) => models[ids.indexOf(id)]!.auc.value;
	const better = aucOf('network') > aucOf('logistic') ? 'network' : 'logistic';

	await enter('scores');
	const scoreModel = await refit(recommended, { log, test, seed }, backend, part(task, 0.7, 1));
	task.progress(1);
	return {
		report: {
			analysisDay,
			horizonDays,
			train: cutReport(train),
			test: cutReport(test),
			models,
			recommended,
			verdict,
			overRecency: {
				value: aucOf(better) - aucOf('recency'),
				model: better,
				...spreadOfDifference(resampled[ids.indexOf(better)]!, resampled[ids.indexOf('recency')]!)
			}
		},
		scores: {
			values: scoresAt(scoreModel, log, analysisDay, backend),
			model: scoreModel.model,
			horizonDays,
			baseRate: test.rate,
			auc: aucOf(scoreModel.model),
			asOfDay: analysisDay
		},
		scoreModel
	};
}

/** The chance of each customer of `log` to buy within the horizon from `day` on; NaN for who has not bought before it. */
export function scoresAt(scoreModel: ScoreModel, log: PurchaseLog, day: number, backend: Backend): Float32Array<ArrayBuffer> {
	const known = knownAt(log, day);
	const scores = new Float32Array(log.start.length - 1).fill(NaN);
	const values =
		scoreModel.model === 'baseRate'
			? new Float32Array(known.length).fill(scoreModel.rate)
			: chances(scoreModel.classifier, applyRecipe(scoreModel.recipe, columnsAt(log, day, known)), backend);
	known.forEach((c, k) => (scores[c] = values[k]!));
	return scores;
}

/** Learns the recommended model once more, from the window that tested it: the latest there is. */
async function refit(
	recommended: ModelId,
	{ log, test, seed }: { log: PurchaseLog; test: Cut; seed: number },
	backend: Backend,
	task: Task
): Promise<ScoreModel> {
	if (recommended === 'baseRate') return { model: 'baseRate', rate: test.rate };
	const model = recommended === 'recency' ? 'logistic' : recommended;
	const columns = columnsAt(log, test.day, test.known);
	const recipe = learnRecipe(columns);
	return { model, recipe, classifier: await fits[model](applyRecipe(recipe, columns), test.bought, seed, backend, task) };
}

function reportOf(model: ModelId, scores: Predictions, resampled: Float64Array, { bought }: Cut, baseRate: Predictions): ModelReport {
	const own = brier(bought, scores);
	return {
		model,
		auc: { value: rocAuc(bought, scores), ...spread(resampled) },
		gains: gains(bought, scores),
		chance:
			model === 'recency'
				? null
				: {
						brier: own,
						brierSkill: 1 - own / brier(bought, baseRate),
						logLoss: logLoss(bought, scores),
						calibration: calibration(bought, scores)
					}
	};
}

function cutReport({ day, known, positives, rate }: Cut): CutReport {
	return { day, n: known.length, positives, baseRate: rate };
}
