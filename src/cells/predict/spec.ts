import * as v from 'valibot';
import type { DeviceInfo } from '../../lib/backend/network.js';
import type { BacktestReport } from '../../lib/predict/backtest.js';
import type { CardRow } from '../../lib/predict/card.js';
import type { CalibrationBin } from '../../lib/predict/metrics.js';
import type { FeatureInfo } from '../../lib/features/customers.js';
import { modelIds, shortestHorizon, type ModelId, type Target } from '../../lib/predict/scores.js';
import { defineCell } from '../cell.js';
import { deviceParams } from '../device.js';

export { shortestHorizon };

export const spec = defineCell({
	type: 'predict',
	version: 2,
	params: v.object({
		/** Days ahead. */
		horizon: v.optional(v.pipe(v.number(), v.integer(), v.minValue(shortestHorizon), v.maxValue(730)), 90),
		/** What is foretold: auto = any purchase, or of a table of people the first column that looks like an outcome. */
		target: v.optional(v.pipe(v.string(), v.regex(/^(auto|purchase|more|tier|column:\d{1,4})$/)), 'auto'),
		/** Of a column: one whose values are kept together in the test, and those that are left out, or used though they tell the outcome. */
		group: v.optional(v.nullable(v.number()), null),
		without: v.optional(v.array(v.number()), []),
		trusted: v.optional(v.array(v.number()), []),
		/** The model behind the scores; auto = the simplest of the quick ones that is as good as the best of them. */
		model: v.optional(v.picklist(['auto', ...modelIds]), 'auto'),
		/** How many of today's customers can be contacted, what contacting one costs, and what one that answers brings, in the money of the file. */
		budget: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000)), 500),
		cost: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1e9)), 1),
		margin: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1e9)), 10),
		...deviceParams
	}),
	viewParams: ['budget', 'cost', 'margin'],
	inputs: { customers: { kind: 'customers' } },
	output: 'scores',
	cost: 'heavy'
});

/** What can be chosen, and what came of it. */
export interface PredictView {
	/** Null where none is chosen and no column looks like an outcome. */
	readonly target: Target | null;
	/** What could be foretold instead. */
	readonly targets: readonly Target[];
	/** Columns whose values may be kept together. */
	readonly groups: readonly { readonly column: number; readonly name: string }[];
	readonly currency: string | null;
	/** Null where the choices and the data do not go together. */
	readonly result: PredictResult | null;
}

export interface PredictResult {
	readonly report: BacktestReport;
	/** Customers by today's chance, in ten equal steps from 0 to 1. */
	readonly today: readonly number[];
	/** Mean chance of today's customers: the share expected to buy. */
	readonly expected: number;
	/** How many have a chance. */
	readonly customers: number;
	/** Features that tell the outcome of a column more than one would believe. */
	readonly questioned: readonly { readonly feature: FeatureInfo; readonly auc: number; readonly used: boolean }[];
	/** What the best single column is; null where there are orders. */
	readonly single: FeatureInfo | null;
	/** All that the card compares, from the simplest to the most complex, and in how many trials. */
	readonly models: readonly ModelId[];
	readonly trials: number;
	/** What a network was trained on; null where none was. */
	readonly device: DeviceInfo | null;
}

/** A network at one moment of its training. */
export interface NetworkLook {
	readonly member: number;
	readonly step: number;
	readonly loss: number;
	readonly validation: number;
	/** Of the customers held back, by its chances at that moment. */
	readonly bins: readonly CalibrationBin[];
}

export interface LessonRequest {
	/** How many looks are known already. */
	readonly after: number;
	/** Whether to end the training and keep the best weights. */
	readonly stop: boolean;
}

/** What is new of a training; `rows` once it has ended. */
export interface Lesson {
	readonly looks: readonly NetworkLook[];
	readonly rows: readonly CardRow[] | null;
	readonly device: DeviceInfo | null;
}

/** How a param names a target. */
export const targetKey = (target: Target): string => (target.kind === 'column' ? `column:${target.column}` : target.kind);
