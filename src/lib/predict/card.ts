import type { Backend } from '../backend/network.js';
import { standardDeviation } from '../stats/moments.js';
import { part, type Task } from '../task.js';
import { sampleReport, type Estimate } from './backtest.js';
import { drawSamples, figuresOf, type Draws, type Figures } from './bootstrap.js';
import { calibrated, chooseCalibrator, leastSpread, logisticLine, logitOf, type CalibratorKind } from './calibrate.js';
import type { Sample, SampleReport } from './known.js';
import { calibration, gains, type CalibrationBin, type Decile, type Outcomes } from './metrics.js';
import type { Look } from './network.js';
import { foretell, learn } from './models.js';
import { recommend, type Verdict } from './recommend.js';
import type { ModelId } from './scores.js';
import type { Source } from './source.js';

/** How a model did in one trial. */
export interface CardRow extends Figures {
	readonly train: SampleReport;
	readonly test: SampleReport;
	/** How its chances were calibrated, by what came true in the trial before; null in the first, where they are as the model gives them. */
	readonly calibrator: CalibratorKind | null;
	/**
	 * Slope of the outcomes on the logit of the chances: 1 where they are spread as they should be; null where they hardly differ. Its error counts that
	 * of the sample too from which the model learned how far to spread them.
	 */
	readonly slope: Estimate | null;
	readonly deciles: readonly Decile[];
	readonly calibration: {
		readonly all: readonly CalibrationBin[];
		/** Of who had bought on one day only and of the others; null where there are no orders. */
		readonly once: readonly CalibrationBin[] | null;
		readonly repeat: readonly CalibrationBin[] | null;
	};
}

/** What the whole card says. */
export interface CardVerdict {
	readonly recommended: ModelId;
	readonly verdict: Verdict;
	/** AUC of each model, the mean over the trials. */
	readonly auc: readonly { readonly model: ModelId; readonly value: number; readonly standardError: number }[];
}

const resamples = 200;
const z = 1.959964;

/** A backtest of all models of a source over all of its trials, model by model as somebody has time for them. What is found is kept. */
export class Card {
	readonly source: Source;
	readonly #seed: number;
	readonly #rows = new Map<ModelId, readonly CardRow[]>();
	readonly #draws: Draws[] = [];

	constructor(source: Source, seed: number) {
		this.source = source;
		this.#seed = seed;
	}

	/** One row per trial, the earlier first. `onLook` watches a network learn in the last of them. */
	async rowsOf(model: ModelId, backend: Backend | null, task: Task, onLook?: (look: Look) => boolean): Promise<readonly CardRow[]> {
		const held = this.#rows.get(model);
		if (held) return held;
		const { trials, horizonDays, target } = this.source;
		const rows: CardRow[] = [];
		let before: { outcomes: Outcomes; chances: Float64Array } | null = null;
		for (let k = 0; k < trials; k++) {
			const inner = part(task, k / trials, (k + 1) / trials);
			const { train, test } = this.source.trial(k);
			const watched = k === trials - 1 && onLook ? { onLook } : {};
			const predictor = await learn(model, train, { horizonDays, target: target.kind, seed: this.#seed, ...watched }, backend, inner);
			const raw = foretell(predictor, test, backend);
			const calibrator = before && chooseCalibrator(before.outcomes, before.chances, this.#seed);
			const chances = calibrator ? calibrated(calibrator, raw) : raw;
			const draws = (this.#draws[k] ??= await drawSamples(test.outcomes, this.#seed, resamples, inner));
			rows.push({
				...(await figuresOf(test.outcomes, chances, train.rate, draws, inner)),
				train: sampleReport(train),
				test: sampleReport(test),
				calibrator: calibrator?.kind ?? null,
				slope: slopeOf(test.outcomes, chances, slopeOf(train.outcomes, foretell(predictor, train, backend))?.standardError),
				deciles: gains(test.outcomes, chances),
				calibration: { all: calibration(test.outcomes, chances), ...byHistory(test, chances) }
			});
			before = { outcomes: test.outcomes, chances: raw };
		}
		this.#rows.set(model, rows);
		return rows;
	}

	/** What all models together say, once each has its rows: by the mean of AUC over the trials, its error taken as though they were one. */
	verdict(): CardVerdict {
		const auc = this.source.models.map((model) => {
			const rows = this.#rows.get(model)!;
			const mean = (of: (estimate: Estimate) => number) => rows.reduce((sum, { figures }) => sum + of(figures.auc), 0) / rows.length;
			return { model, value: mean(({ value }) => value), standardError: mean(({ standardError }) => standardError) };
		});
		return { ...recommend(auc), auc };
	}
}

/** Slope with a 95 % interval by Wald, widened by that of the slope in the sample that the chances were learned from; null where chances hardly differ (Cox 1958; van Calster et al. 2019). */
export function slopeOf(y: Outcomes, chances: Float64Array, learnedError = 0): Estimate | null {
	const logits = chances.map(logitOf);
	if (standardDeviation(logits) < leastSpread) return null;
	const { slope, slopeError } = logisticLine(y, logits);
	const standardError = Math.hypot(slopeError, learnedError);
	return { value: slope, standardError, low: slope - z * standardError, high: slope + z * standardError };
}

function byHistory({ once, outcomes }: Sample, chances: Float64Array): Pick<CardRow['calibration'], 'once' | 'repeat'> {
	if (!once) return { once: null, repeat: null };
	const of = (kind: number) => {
		const rows = [...once.keys()].filter((i) => once[i] === kind);
		return calibration(
			Uint8Array.from(rows, (i) => outcomes[i]!),
			Float64Array.from(rows, (i) => chances[i]!),
			5
		);
	};
	return { once: of(1), repeat: of(0) };
}
