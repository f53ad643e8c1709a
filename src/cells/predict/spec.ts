import * as v from 'valibot';
import type { DeviceInfo } from '../../lib/backend/network.js';
import type { BacktestReport } from '../../lib/predict/backtest.js';
import { modelIds } from '../../lib/predict/scores.js';
import { defineCell } from '../cell.js';

export const spec = defineCell({
	type: 'predict',
	version: 2,
	params: v.object({
		/** Days ahead. */
		horizon: v.optional(v.pipe(v.number(), v.integer(), v.minValue(7), v.maxValue(730)), 90),
		/** The model behind the scores; auto = the simplest of the quick ones that is as good as the best of them. */
		model: v.optional(v.picklist(['auto', ...modelIds]), 'auto'),
		device: v.optional(v.picklist(['auto', 'webgl', 'wasm', 'cpu']), 'auto')
	}),
	inputs: { customers: { kind: 'customers' } },
	output: 'scores',
	cost: 'heavy'
});

export interface PredictView {
	readonly report: BacktestReport;
	/** Customers by today's chance, in ten equal steps from 0 to 1. */
	readonly today: readonly number[];
	/** Mean chance of today's customers: the share expected to buy. */
	readonly expected: number;
	readonly customers: number;
	/** What a network was trained on; null where none was. */
	readonly device: DeviceInfo | null;
}
