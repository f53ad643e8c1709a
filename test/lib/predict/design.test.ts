import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { knownAt } from '../../../src/lib/features/features.js';
import { purchaseLog } from '../../../src/lib/features/log.js';
import { applyRecipe, columnIds, columnsAt, learnRecipe, type ColumnId, type OrderColumns } from '../../../src/lib/predict/design.js';
import { rocAuc } from '../../../src/lib/predict/metrics.js';
import { cutAt } from '../../../src/lib/predict/orders-source.js';
import { sharedFile } from '../../shared.js';
import { dayOf, onlineRetail, ordersOf } from '../features/orders.js';
import { madeAnalysisDay, madeLog, madeOrders, varied } from './made.js';

const log = madeLog(120, varied, 1);
const known = knownAt(log, madeAnalysisDay);

describe('model columns', () => {
	it('count purchase days and spend as a naive look at the rows does', () => {
		const day = madeAnalysisDay - 50;
		const rows = madeOrders(120, varied, 1).filter((row) => row.time < day * 86_400_000);
		const { ids, log: whole } = purchaseLog(ordersOf(madeOrders(120, varied, 1)));
		const among = knownAt(whole, day);
		const columns = columnsAt(whole, day, among);
		among.forEach((c, k) => {
			const spend = new Map<number, number>();
			for (const row of rows.filter(({ customer }) => customer === ids[c])) {
				const bought = Math.floor(row.time / 86_400_000);
				spend.set(bought, (spend.get(bought) ?? 0) + row.amount);
			}
			const days = [...spend.keys()].sort((a, b) => a - b);
			const last = days.at(-1)!;
			const gap = days.length > 1 ? (last - days[0]!) / (days.length - 1) : day - days[0]!;
			for (const window of [30, 60, 90, 180] as const) {
				expect(columns[`days${window}`][k]).toBe(days.filter((bought) => day - bought <= window).length);
			}
			expect(columns.recencyOverGap[k]).toBeCloseTo((day - last) / Math.max(1, gap), 12);
			const gaps = days.slice(1).map((bought, i) => bought - days[i]!);
			gaps.sort((a, b) => a - b);
			const median = (gaps[(gaps.length - 1) >> 1]! + gaps[gaps.length >> 1]!) / 2;
			if (gaps.length === 0) expect(columns.silence[k]).toBeNaN();
			else expect(columns.silence[k]).toBeCloseTo((day - last) / Math.max(1, median), 12);
			expect(columns.lastSpend[k]).toBeCloseTo(spend.get(last)!, 9);
			expect(columns.largestSpend[k]).toBeCloseTo(Math.max(...spend.values()), 9);
		});
	});

	it('see nothing of the day itself or later, whatever happens then', () => {
		const day = madeAnalysisDay - 60;
		const rows = madeOrders(120, varied, 1);
		const later = rows.map((row) =>
			row.time < day * 86_400_000 ? row : { ...row, amount: 1e7, quantity: 1e5, product: 'future', order: `f${row.order}` }
		);
		const of = (all: typeof rows) => {
			const { log } = purchaseLog(ordersOf(all));
			const columns = columnsAt(log, day, knownAt(log, day));
			return { columns, inputs: applyRecipe(learnRecipe(columns), columns) };
		};
		expect(of(later)).toEqual(of(rows));
		expect(of(rows.filter((row) => row.time < day * 86_400_000))).toEqual(of(rows));
	});
});

describe('model inputs', () => {
	const columns = columnsAt(log, madeAnalysisDay - 60, knownAt(log, madeAnalysisDay - 60));
	const recipe = learnRecipe(columns);
	const inputs = applyRecipe(recipe, columns);
	const column = (j: number) => Array.from({ length: inputs.rows }, (_, i) => inputs.values[i * inputs.cols + j]!);

	it('are numbers within five standard deviations, with mean 0 and spread 1 where they learned', () => {
		expect(inputs.values.every((value) => Math.abs(value) <= 5)).toBe(true);
		for (const id of ['recency', 'monetary', 'weekend', 'lastSpend'] as const) {
			const values = column(columnIds.indexOf(id));
			const mean = values.reduce((a, b) => a + b, 0) / values.length;
			expect(mean, id).toBeCloseTo(0, 1);
			expect(Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length), id).toBeCloseTo(1, 1);
		}
	});

	it('mark a missing rhythm in a column of its own, and only what misses', () => {
		const missing = recipe.columns.filter(({ missing }) => missing > 0).map(({ id }) => id);
		expect(missing).toEqual(['gap', 'gapSpread']);
		expect(inputs.cols).toBe(columnIds.length + 2);
		columns.gap.forEach((gap, i) => {
			if (!Number.isNaN(gap)) return;
			expect(column(columnIds.indexOf('gap'))[i]).toBe(0);
			expect(column(columnIds.length)[i]).toBeGreaterThan(0);
		});
	});

	it('are 0 where a column never varied or has no value at all', () => {
		const odd: OrderColumns = { ...columns, hour: columns.hour.map(() => NaN), basket: columns.basket.map(() => 7) };
		const flat = applyRecipe(learnRecipe(odd), odd);
		for (const id of ['hour', 'basket'] as const) {
			for (let i = 0; i < flat.rows; i++) expect(flat.values[i * flat.cols + columnIds.indexOf(id)]).toBe(0);
		}
	});

	it('of a new customer do not depend on who else is there, and the recipe survives JSON', () => {
		const later = columnsAt(log, madeAnalysisDay, known);
		const alone = columnsAt(log, madeAnalysisDay, known.slice(7, 8));
		const copy = JSON.parse(JSON.stringify(recipe)) as typeof recipe;
		const { values, cols } = applyRecipe(recipe, later);
		expect(applyRecipe(copy, alone).values).toEqual(values.slice(7 * cols, 8 * cols));
	});
});

const retail = sharedFile('data/online_retail/online_retail.csv.gz');
const referencePath = sharedFile('data/online_retail/reference.json');

describe.runIf(retail && referencePath)('on Online Retail, 2011-09-11', () => {
	interface Benchmark {
		n_test: number;
		rank_only_auc: { neg_recency: number; frequency: number; monetary: number };
		feature_check: Record<string, Record<string, number>>;
	}

	it('columns and targets are those of the reference', () => {
		const { benchmark_90d: reference } = JSON.parse(readFileSync(referencePath!, 'utf8')) as { benchmark_90d: Benchmark };
		const { ids, log } = purchaseLog(onlineRetail(retail!));
		const test = cutAt(log, dayOf('2011-09-11'), { horizonDays: 90, target: 'purchase' });
		const columns = columnsAt(log, test.day, test.known);
		expect(test.known).toHaveLength(reference.n_test);
		expect(
			rocAuc(
				test.outcomes,
				columns.recency.map((days) => -days)
			)
		).toBeCloseTo(reference.rank_only_auc.neg_recency, 6);
		expect(rocAuc(test.outcomes, columns.purchaseDays)).toBeCloseTo(reference.rank_only_auc.frequency, 6);
		expect(rocAuc(test.outcomes, columns.monetary)).toBeCloseTo(reference.rank_only_auc.monetary, 4);
		for (const [id, expected] of Object.entries(reference.feature_check)) {
			const k = test.known.indexOf(ids.indexOf(id));
			const value = (name: ColumnId) => columns[name][k];
			// The reference looks back from the evening before, Tessera from the day itself.
			expect(value('recency')).toBe(expected['recency_days']! + 1);
			expect(value('tenure')).toBe(expected['tenure_days']! + 1);
			expect(value('purchaseDays')).toBe(expected['frequency']);
			expect(value('monetary')).toBeCloseTo(expected['total_spend']!, 6);
			for (const window of [30, 60, 90, 180] as const) expect(value(`days${window}`)).toBe(expected[`n_${window}`]);
			if (expected['frequency']! > 1) expect(value('gap')).toBeCloseTo(expected['mean_gap']!, 5);
			expect(value('lastSpend')).toBeCloseTo(expected['last_spend']!, 6);
			expect(value('largestSpend')).toBeCloseTo(expected['max_spend']!, 6);
			expect(test.outcomes[k]).toBe(expected['y']);
		}
	});
});
