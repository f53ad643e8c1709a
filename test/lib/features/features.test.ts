import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { featureIds, type FeatureId } from '../../../src/lib/features/customers.js';
import { featuresAt, knownAt } from '../../../src/lib/features/features.js';
import { defaultAnalysisDay, purchaseLog } from '../../../src/lib/features/log.js';
import { sharedFile } from '../../shared.js';
import { madeRows } from './made.js';
import { dayOf, onlineRetail, ordersOf, type Row } from './orders.js';

const msPerDay = 86_400_000;
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
const mean = (values: number[]) => sum(values) / values.length;

/** The definitions once more, from row objects. */
function naive(rows: Row[], customer: string, day: number): Record<FeatureId, number> {
	const before = rows.filter((row) => row.customer === customer && row.time < day * msPerDay);
	const lines = before.filter((row) => !row.aside);
	const sent = before.filter((row) => row.aside === 'returned' || row.aside === 'cancelled');
	const days = [...new Set(lines.map((row) => Math.floor(row.time / msPerDay)))].sort((a, b) => a - b);
	const gaps = days.slice(1).map((later, i) => later - days[i]!);
	const orders = new Set(lines.map((row) => row.order)).size;
	const returns = new Set(sent.map((row) => row.order)).size;
	return {
		recency: day - days.at(-1)!,
		frequency: orders,
		monetary: sum(lines.map((row) => row.amount)),
		tenure: day - days[0]!,
		purchaseDays: days.length,
		orderValue: sum(lines.map((row) => row.amount)) / orders,
		gap: gaps.length ? mean(gaps) : NaN,
		gapSpread: gaps.length > 1 ? Math.sqrt(sum(gaps.map((gap) => (gap - mean(gaps)) ** 2)) / (gaps.length - 1)) : NaN,
		items: sum(lines.map((row) => row.quantity!)),
		basket: lines.length / orders,
		products: new Set(lines.map((row) => row.product).filter(Boolean)).size || NaN,
		weekend: mean(lines.map((row) => ([0, 6].includes(new Date(row.time).getUTCDay()) ? 1 : 0))),
		hour: mean(lines.map((row) => new Date(row.time).getUTCHours() + new Date(row.time).getUTCMinutes() / 60)),
		returns: returns / (orders + returns)
	};
}

const valuesAt = (...args: Parameters<typeof featuresAt>) =>
	Object.fromEntries(featuresAt(...args).map(({ id, values }) => [id, values])) as Record<FeatureId, Float64Array>;

describe('features of customers', () => {
	it.each([14_620, 14_660, 14_800])('are what a naive count of the rows before day %i gives', (day) => {
		const rows = madeRows(7);
		const { ids, log } = purchaseLog(ordersOf(rows));
		const values = valuesAt(log, day);
		const known = [...knownAt(log, day)];
		expect(known).toEqual(ids.flatMap((id, c) => (rows.some((r) => r.customer === id && !r.aside && r.time < day * msPerDay) ? c : [])));
		expect(known.length).toBeGreaterThan(10);
		for (const c of known) {
			const expected = naive(rows, ids[c]!, day);
			for (const id of featureIds) {
				if (Number.isNaN(expected[id])) expect(values[id][c], id).toBeNaN();
				else expect(values[id][c], id).toBeCloseTo(expected[id], 9);
			}
		}
	});

	it('have no meaning for a customer who has not bought yet', () => {
		const { log } = purchaseLog(ordersOf(madeRows(7)));
		for (const { values } of featuresAt(log, 14_600)) expect([...values].every(Number.isNaN)).toBe(true);
	});

	it('of some customers are those of everyone at their places', () => {
		const { log } = purchaseLog(ordersOf(madeRows(7)));
		const all = valuesAt(log, 14_660);
		const some = valuesAt(log, 14_660, Uint32Array.of(5, 2, 30));
		for (const id of featureIds) expect([...some[id]]).toEqual([all[id][5], all[id][2], all[id][30]]);
	});

	it('are not touched by lines of the day itself or later', () => {
		const rows = madeRows(7);
		const later = rows.map((row) => (row.time < 14_660 * msPerDay ? row : { ...row, amount: 1e9, quantity: 1e6 }));
		expect(featuresAt(purchaseLog(ordersOf(later)).log, 14_660)).toEqual(featuresAt(purchaseLog(ordersOf(rows)).log, 14_660));
	});

	it('name no product where the file has none', () => {
		const rows = madeRows(7).map((row) => ({ ...row, product: '' }));
		expect([...valuesAt(purchaseLog(ordersOf(rows)).log, 14_800).products].every(Number.isNaN)).toBe(true);
	});
});

const retail = sharedFile('data/online_retail/online_retail.csv.gz');
const rfm = sharedFile('data/online_retail/rfm_2011-12-10.csv');

describe.runIf(retail && rfm)('on Online Retail', () => {
	it('recency, purchase days, orders and revenue of all 4,338 customers are those of the reference', () => {
		const { ids, log } = purchaseLog(onlineRetail(retail!));
		const expected = Papa.parse<Record<string, string>>(readFileSync(rfm!, 'utf8'), { header: true, skipEmptyLines: true }).data;
		const day = dayOf('2011-12-10');
		expect(defaultAnalysisDay(log)).toBe(day);
		const before = performance.now();
		const values = valuesAt(log, day);
		console.info(`featuresAt, ${log.day.length} lines: ${(performance.now() - before).toFixed(0)} ms`);

		expect(ids).toEqual(expected.map((row) => row['cid']));
		expect(ids).toHaveLength(4338);
		expect([...values.recency]).toEqual(expected.map((row) => Number(row['recency'])));
		expect([...values.purchaseDays]).toEqual(expected.map((row) => Number(row['frequency'])));
		expect([...values.frequency]).toEqual(expected.map((row) => Number(row['invoices'])));
		expect([...values.monetary].map((pounds) => Math.round(pounds * 100))).toEqual(
			expected.map((row) => Math.round(Number(row['monetary']) * 100))
		);
		expect(sum([...values.frequency])).toBe(18_532);
		expect(sum([...values.monetary])).toBeCloseTo(8_911_407.9, 2);
	});
});
