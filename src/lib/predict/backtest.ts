import type { Backend } from '../backend/network.js';
import { part, type Task } from '../task.js';
import { calibrated, chooseCalibrator, levelOf, type Calibrator, type Level } from './calibrate.js';
import { delong } from './delong.js';
import type { Known, Sample, SampleReport } from './known.js';
import {
	brier,
	calibration,
	descending,
	gains,
	logLoss,
	type CalibrationBin,
	type Decile,
	type Interval,
	type Outcomes,
	type Predictions
} from './metrics.js';
import { foretell, learn, type Predictor } from './models.js';
import { recommend, type Verdict } from './recommend.js';
import type { ModelId, Scores, Target } from './scores.js';
import type { Source } from './source.js';

/** A figure with its standard error and 95 % interval. */
export interface Estimate extends Interval {
	readonly value: number;
	readonly standardError: number;
}

/** How a model did on customers it had not learned from. */
export interface ModelReport {
	readonly model: ModelId;
	/** ROC AUC. */
	readonly auc: Estimate;
	readonly brier: number;
	/** 1 − Brier ÷ Brier of the base rate: above 0 is better than giving everyone the share that was seen before. */
	readonly brierSkill: number;
	readonly logLoss: number;
	readonly gains: readonly Decile[];
	readonly calibration: readonly CalibrationBin[];
}

/** Small plain data for a view. */
export interface BacktestReport {
	readonly target: Target;
	readonly analysisDay: number | null;
	readonly horizonDays: number | null;
	readonly train: SampleReport;
	readonly test: SampleReport;
	/** What happened in the same days a year before those that are scored: how many have the outcome may move with the season. */
	readonly yearBefore: SampleReport | null;
	/** From the simplest to the most complex, those that are quick to learn. */
	readonly models: readonly ModelReport[];
	/** The simplest of them whose AUC is within one standard error of the best. */
	readonly recommended: ModelId;
	readonly verdict: Verdict;
	/** The model behind the scores: the one that was asked for, else the recommended one. */
	readonly used: ModelId;
}

/** All that scoring needs, as plain data. */
export interface ScoreModel {
	readonly model: ModelId;
	readonly predictor: Predictor;
	readonly calibrator: Calibrator;
	/** The level of those who were scored first: new customers are calibrated about the same. */
	readonly level: Level;
}

export interface Backtest {
	readonly report: BacktestReport;
	readonly scores: Scores;
	readonly scoreModel: ScoreModel;
}

/** Models that take a moment; the others wait until somebody has time for them. */
const quick: readonly ModelId[] = ['baseRate', 'recency', 'frequency', 'habit', 'nearest', 'single', 'rfm', 'logistic'];
/** The normal quantile of a 95 % interval. */
const z = 1.959964;

/**
 * Tests the quick models of a source on its last trial, then scores everyone by `wanted`, or by the simplest that is as good as the best. The
 * chances are calibrated by what came true in the trial.
 *
 * @throws Problem `diverged` from training a network.
 */
export async function backtest(
	source: Source,
	{ seed, wanted = null }: { readonly seed: number; readonly wanted?: ModelId | null },
	backend: Backend | null,
	task: Task
): Promise<Backtest> {
	const { train, test } = source.trial(source.trials - 1);
	const ids = source.models.filter((id) => quick.includes(id) || id === wanted);
	const chances: Float64Array[] = [];
	for (const [k, id] of ids.entries()) {
		const inner = part(task, (0.5 * k) / ids.length, (0.5 * (k + 1)) / ids.length);
		const predictor = await learn(id, train, { horizonDays: source.horizonDays, target: source.target.kind, seed }, backend, inner);
		chances.push(foretell(predictor, test, backend));
	}
	const orders = chances.map((own) => descending(own));
	const { auc, standardError } = delong(test.outcomes, chances, orders);
	const models = ids.map((model, m) =>
		reportOf(model, aucEstimate(auc[m]!, standardError(m)), test.outcomes, chances[m]!, chances[0]!, orders[m]!)
	);
	const { recommended, verdict } = recommend(
		models.filter(({ model }) => quick.includes(model)).map(({ model, auc }) => ({ model, ...auc }))
	);
	const used = wanted && ids.includes(wanted) ? wanted : recommended;
	const at = ids.indexOf(used);
	const calibrator = chooseCalibrator(test.outcomes, chances[at]!, seed);
	const { values, scoreModel } = await scoreAll(source, used, calibrator, seed, backend, part(task, 0.5, 1));
	task.progress(1);
	return {
		report: {
			target: source.target,
			analysisDay: source.asOfDay,
			horizonDays: source.horizonDays,
			train: sampleReport(train),
			test: sampleReport(test),
			yearBefore: source.yearBefore,
			models,
			recommended,
			verdict,
			used
		},
		scores: {
			values,
			target: source.target,
			model: used,
			horizonDays: source.horizonDays,
			baseRate: test.rate,
			auc: auc[at]!,
			asOfDay: source.asOfDay
		},
		scoreModel
	};
}

/** The calibrated chance of each customer. */
export const scoresOf = ({ predictor, calibrator, level }: ScoreModel, known: Known, backend: Backend | null): Float64Array =>
	calibrated(calibrator, foretell(predictor, known, backend), level);

async function scoreAll(
	source: Source,
	model: ModelId,
	calibrator: Calibrator,
	seed: number,
	backend: Backend | null,
	task: Task
): Promise<{ values: Scores['values']; scoreModel: ScoreModel }> {
	const values = new Float32Array(source.customers).fill(NaN);
	const parts = source.parts();
	let scoreModel!: ScoreModel;
	for (const [k, { learn: sample, known, places }] of parts.entries()) {
		const inner = part(task, k / parts.length, (k + 1) / parts.length);
		const predictor = await learn(model, sample, { horizonDays: source.horizonDays, target: source.target.kind, seed }, backend, inner);
		const raw = foretell(predictor, known, backend);
		scoreModel = { model, predictor, calibrator, level: levelOf(calibrator, raw) };
		calibrated(calibrator, raw, scoreModel.level).forEach((chance, i) => (values[places[i]!] = chance));
	}
	return { values, scoreModel };
}

function aucEstimate(value: number, standardError: number): Estimate {
	return { value, standardError, low: Math.max(0, value - z * standardError), high: Math.min(1, value + z * standardError) };
}

function reportOf(
	model: ModelId,
	auc: Estimate,
	y: Outcomes,
	chances: Predictions,
	baseRate: Predictions,
	order: Uint32Array
): ModelReport {
	const own = brier(y, chances);
	return {
		model,
		auc,
		brier: own,
		brierSkill: 1 - own / brier(y, baseRate),
		logLoss: logLoss(y, chances),
		gains: gains(y, chances, 10, order),
		calibration: calibration(y, chances, 10, order)
	};
}

export const sampleReport = ({ day, rows, positives, rate }: Sample): SampleReport => ({ day, n: rows, positives, baseRate: rate });
