import * as v from 'valibot';
import type { DeviceInfo } from '../../lib/backend/network.js';
import type { BacktestReport } from '../../lib/predict/backtest.js';
import { defineCell } from '../cell.js';

export const spec = defineCell({
	type: 'predict',
	version: 1,
	params: v.object({
		/** Days ahead. */
		horizon: v.optional(v.pipe(v.number(), v.integer(), v.minValue(7), v.maxValue(730)), 90),
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
	readonly device: DeviceInfo;
}
