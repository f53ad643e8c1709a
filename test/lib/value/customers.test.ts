import { beforeAll, describe, expect, it } from 'vitest';
import type { PurchaseLog } from '../../../src/lib/features/customers.js';
import { knownAt } from '../../../src/lib/features/features.js';
import { purchaseLog } from '../../../src/lib/features/log.js';
import { gamma, seeded } from '../../../src/lib/random.js';
import { cohortTable } from '../../../src/lib/value/cohorts.js';
import { concentration } from '../../../src/lib/value/concentration.js';
import { dueOrders } from '../../../src/lib/value/due.js';
import { gapCurve, regularity } from '../../../src/lib/value/gaps.js';
import { holdOut } from '../../../src/lib/value/holdout.js';
import { cutoffsOf, rhythmAt, stageOf, stages, type Cutoffs } from '../../../src/lib/value/lifecycle.js';
import { weeksToNextOrder } from '../../../src/lib/value/next-order.js';
import { readiness, type Facts } from '../../../src/lib/value/readiness.js';
import { tiersOf } from '../../../src/lib/value/tiers.js';
import { groupValues } from '../../../src/lib/value/totals.js';
import type { Future } from '../../../src/lib/value/values.js';
import { valueCustomers, type ValueReport } from '../../../src/lib/value/valuation.js';
import { ordersOf } from '../features/orders.js';
import { leaving, madeAnalysisDay, madeLog, madeOrders, noise } from '../predict/made.js';
import { quantile } from '../../../src/lib/stats/quantile.js';
import { quiet } from '../predict/quiet.js';
import { calibrationEnd, cdnowFile, cdnowLog, dayOf } from './cdnow.js';

const terms = { horizonMonths: 6, annualDiscount: 0.1, margin: 0.4 };
const options = { seed: 1, currency: null };
/** A log of these customers, each a list of days and what was spent on them. */
const logOf = (customers: Record<string, readonly (readonly [day: string, amount: number])[]>): PurchaseLog =>
	purchaseLog(
		ordersOf(
			Object.entries(customers).flatMap(([customer, purchases]) =>
				purchases.map(([day, amount], i) => ({ customer, order: `${customer}-${i}`, time: dayOf(day) * 86_400_000, amount }))
			)
		)
	).log;
const all = (log: PurchaseLog) => Uint32Array.from({ length: log.start.length - 1 }, (_, c) => c);

describe('days to the next order', () => {
	it('count the open gap of every customer, up to the last day that is watched', () => {
		const log = logOf({
			a: [
				['2024-01-01', 5],
				['2024-01-11', 5],
				['2024-01-11', 9],
				['2024-01-31', 5]
			],
			b: [['2024-01-16', 5]]
		});
		// a: 10 and 20 days, then open for 5; b: open for 20. At 20 days one of two ends, the open one of that length being counted after it.
		const { curve, closed, open } = gapCurve(log, dayOf('2024-02-06'), all(log));
		expect({ closed, open }).toEqual({ closed: 2, open: 2 });
		expect([...curve.time]).toEqual([10, 20]);
		expect(curve.survival[0]).toBeCloseTo(2 / 3, 12);
		expect(curve.survival[1]).toBeCloseTo(1 / 3, 12);
	});
	it('see nothing of what comes after the day', () => {
		const log = logOf({
			a: [
				['2024-01-01', 5],
				['2024-03-01', 5]
			]
		});
		const { closed, curve } = gapCurve(log, dayOf('2024-02-01'), all(log));
		expect(closed).toBe(0);
		expect(curve.lastTime).toBe(30);
	});
});

describe('stages of the lifecycle', () => {
	const cutoffs: Cutoffs = { half: 30, most: 90, nearlyAll: 180, loyal: 4, fromData: false };
	it.each([
		[0, NaN, NaN, 'prospect'],
		[1, 30, NaN, 'new'],
		[1, 31, NaN, 'active'],
		[2, 30, 181, 'reactivated'],
		[9, 10, 200, 'reactivated'],
		[4, 90, 20, 'loyal'],
		[3, 90, 20, 'active'],
		[9, 91, 20, 'risk'],
		[1, 180, NaN, 'risk'],
		[2, 181, 5, 'inactive'],
		[2, 360, 5, 'inactive'],
		[2, 361, 5, 'churned']
	] as const)('%d purchase days, %d days ago, last gap %d: %s', (purchaseDays, recency, lastGap, stage) => {
		expect(stageOf({ purchaseDays, recency, lastGap }, cutoffs)).toBe(stage);
	});
	it('every customer has exactly one at every date, from before the first order to long after the last', () => {
		const log = madeLog(120, leaving, 3);
		for (let day = madeAnalysisDay - 260; day < madeAnalysisDay + 500; day += 37) {
			const counts = stages.map((stage) => [...all(log)].filter((c) => stageOf(rhythmAt(log, c, day), cutoffs) === stage).length);
			expect(counts.reduce((a, b) => a + b, 0)).toBe(log.start.length - 1);
			expect(counts[0]).toBe(log.start.length - 1 - knownAt(log, day).length);
		}
	});
	it('take their cut-offs from the fall of the curve of those who come back', () => {
		const curve = {
			time: Float64Array.of(10, 20, 40, 80),
			survival: Float64Array.of(0.8, 0.68, 0.62, 0.6),
			error: new Float64Array(4),
			atRisk: new Float64Array(4),
			ended: new Float64Array(4),
			lastTime: 300
		};
		const purchaseDays = [1, 1, 1, 2, 2, 3, 5, 6, 7, 9];
		expect(cutoffsOf({ curve, closed: 30, open: 20 }, purchaseDays)).toEqual({
			half: 10,
			most: 20,
			nearlyAll: 40,
			loyal: 7,
			fromData: true
		});
		expect(cutoffsOf({ curve, closed: 29, open: 20 }, [1, 1])).toEqual({ half: 30, most: 90, nearlyAll: 180, loyal: 3, fromData: false });
	});
});

describe('how value is spread', () => {
	it('by hand: 50, 30, 15, 5 and 0', () => {
		const { curve, topFifth, half } = concentration(Float64Array.of(15, 50, 0, 5, 30))!;
		expect(topFifth).toBeCloseTo(0.5, 12);
		expect(half).toBeCloseTo(0.2, 12);
		expect(curve[0]).toEqual({ customers: 0, value: 0 });
		expect(curve[40]!.value).toBeCloseTo(0.8, 12);
		expect(curve[50]!.value).toBeCloseTo(0.875, 12);
		expect(curve[100]).toEqual({ customers: 1, value: 1 });
	});
	it('evenly is a straight line, and of nothing is null', () => {
		concentration(new Float64Array(7).fill(3))!.curve.forEach(({ customers, value }) => expect(value).toBeCloseTo(customers, 12));
		expect(concentration(new Float64Array(4))).toBeNull();
	});
	it('tiers: a fifth, three tenths, a half; equal values share one', () => {
		expect([...tiersOf(Float64Array.from({ length: 10 }, (_, i) => i))]).toEqual([2, 2, 2, 2, 2, 1, 1, 1, 0, 0]);
		expect(new Set(tiersOf(new Float64Array(9).fill(4))).size).toBe(1);
	});
});

describe('cohorts', () => {
	const log = logOf({
		a: [
			['2024-01-05', 1],
			['2024-01-20', 1],
			['2024-02-10', 1],
			['2024-04-02', 1]
		],
		b: [
			['2024-01-30', 1],
			['2024-04-29', 1]
		],
		c: [
			['2024-02-01', 1],
			['2024-03-31', 1]
		],
		d: [['2024-04-01', 1]]
	});
	it('by hand, and without the month that is not over', () => {
		const { period, cohorts, average, repeatRate } = cohortTable(log, dayOf('2024-05-01'), all(log));
		expect(period).toBe('month');
		expect(cohorts).toEqual([
			{ day: dayOf('2024-01-01'), customers: 2, retention: [0.5, 0, 1] },
			{ day: dayOf('2024-02-01'), customers: 1, retention: [1, 0] },
			{ day: dayOf('2024-04-01'), customers: 1, retention: [] }
		]);
		expect(average[0]).toBeCloseTo(2 / 3, 12);
		expect(average[1]).toBe(0);
		expect(average[2]).toBe(1);
		expect(repeatRate).toBe(0.75);
		expect(cohortTable(log, dayOf('2024-04-30'), all(log)).cohorts[0]!.retention).toEqual([0.5, 0]);
	});
	it('by quarter where the log is long', () => {
		const long = logOf({
			a: [
				['2022-02-01', 1],
				['2022-05-01', 1]
			],
			b: [['2024-01-01', 1]]
		});
		const { period, cohorts } = cohortTable(long, dayOf('2024-02-01'), all(long));
		expect(period).toBe('quarter');
		expect(cohorts[0]).toMatchObject({ day: dayOf('2022-01-01'), customers: 1 });
		expect(cohorts[0]!.retention).toEqual([1, 0, 0, 0, 0, 0, 0]);
	});
});

describe('the time to the next order', () => {
	it('has its quantiles: half of those who buy at a gamma rate have bought by the median', () => {
		const model = { kind: 'nbd', r: 0.7, alphaWeeks: 9 } as const;
		const history = { repeats: 2, lastWeeks: 10, ageWeeks: 14 };
		for (const share of [0.1, 0.5, 0.9]) {
			const weeks = weeksToNextOrder(model, history, share);
			expect(1 - Math.pow(23 / (23 + weeks), 2.7)).toBeCloseTo(share, 12);
		}
	});
});

describe('next orders that are due', () => {
	const future = (days: number[]) => ({ next: { day: Float64Array.from(days) } }) as unknown as Future;
	it('stand soonest first, and are counted by weeks, whoever has none apart', () => {
		const { order, undated, bins } = dueOrders(future([107, NaN, 100, 99 + 14, 500, 103, NaN]), Uint32Array.of(0, 1, 2, 3, 4, 5), 100);
		expect([...order]).toEqual([2, 5, 0, 3, 4]);
		expect(undated).toBe(1);
		expect(bins).toEqual([
			{ from: 100, to: 107, count: 2 },
			{ from: 107, to: 114, count: 2 },
			{ from: 114, to: Infinity, count: 1 }
		]);
	});
	it('are none where nobody has a date', () => {
		expect(dueOrders(future([NaN, NaN]), Uint32Array.of(0, 1), 100)).toEqual({ order: new Uint32Array(0), undated: 2, bins: [] });
	});
});

describe.runIf(cdnowFile)('held back', () => {
	it('39 weeks of the CDNOW sample give the published row of each method', async () => {
		const log = cdnowLog();
		const { rows, chosen, beatsRepetition, actual, ...rest } = (await holdOut(
			log,
			dayOf('1998-07-01'),
			273,
			['bgnbd', 'paretonbd'],
			quiet
		))!;
		expect(rest).toMatchObject({ day: calibrationEnd, customers: 2357, repeatBuyers: 946 });
		expect(actual).toBe(1882);
		const published = {
			repetition: [2457, 0.89732711, 1.9710463],
			bgnbd: [1653.4087, 0.78545424, 1.607982],
			paretonbd: [1665.5132, 0.75452339, 1.602848]
		};
		for (const { method, total, meanError, rootMeanSquare } of rows) {
			const expected = published[method as keyof typeof published];
			[total, meanError, rootMeanSquare].forEach((value, i) => expect(Math.abs(value / expected[i]! - 1)).toBeLessThan(1e-3));
		}
		expect(chosen).toBe('bgnbd');
		expect(beatsRepetition).toBe(true);
	});
});

describe('what the data supports', () => {
	const year = { horizonDays: 365, holdout: { predicted: 95, actual: 100, beatsRepetition: true } };
	const facts = (customers: number, repeatBuyers: number, months: number, more: Partial<Facts> = {}): Facts => ({
		customers,
		repeatBuyers,
		days: Math.round(months * 30.44),
		...year,
		...more
	});
	it.each([
		['a stall', facts(40, 12, 12), 0],
		['a new shop', facts(5000, 900, 2), 0],
		['412 customers, nine months', facts(412, 150, 9), 1],
		['412 customers, eighteen months', facts(412, 150, 18), 2],
		['nobody came back', facts(8000, 4, 24), 0],
		['large, one year', facts(20_000, 6000, 13), 2],
		['large, two years', facts(20_000, 6000, 25), 3],
		['large, two years, half a year ahead', facts(20_000, 6000, 12.5, { horizonDays: 183 }), 3],
		['large, the total a third off', facts(20_000, 6000, 48, { holdout: { predicted: 67, actual: 100, beatsRepetition: true } }), 1],
		['large, no better than repetition', facts(50_000, 9000, 48, { holdout: { predicted: 100, actual: 100, beatsRepetition: false } }), 2],
		['large, nothing held back', facts(50_000, 9000, 48, { holdout: null }), 3]
	] as const)('%s', (_, given, sound) => {
		expect(readiness(given).map((claim) => claim.sound)).toEqual([0, 1, 2].map((i) => i < sound));
	});
});

it.each([1, 4])('gaps of shape %d about a mean of each customer’s own show how regular they are', (shape) => {
	const random = seeded(9);
	const rows = Array.from({ length: 1500 }, (_, c) => {
		const own = 20 + 180 * random();
		let day = 10_000;
		return Array.from({ length: 4 }, () => ({
			customer: String(c),
			time: Math.round((day += (own * gamma(shape, random)) / shape)) * 86_400_000,
			amount: 1
		}));
	}).flat();
	const { log } = purchaseLog(ordersOf(rows));
	// Var(M) of 1,500 customers is known to about 4 %.
	expect(Math.abs(regularity(log, 20_000, all(log))! / shape - 1)).toBeLessThan(0.2);
	expect(regularity(log, 10_001, all(log))).toBeNull();
});

describe('the value of customers', () => {
	const log = madeLog(600, leaving, 4);
	let valued: Awaited<ReturnType<typeof valueCustomers>>;
	beforeAll(async () => {
		valued = await valueCustomers(log, madeAnalysisDay, terms, options, quiet);
	});

	it('tells the past, and what its numbers support, before any model is learned', async () => {
		const stop = new AbortController();
		let past: ValueReport | null = null;
		const onPast = (report: ValueReport) => {
			past = report;
			stop.abort(new Error('stopped'));
		};
		await expect(valueCustomers(log, madeAnalysisDay, terms, { ...options, onPast }, { ...quiet, signal: stop.signal })).rejects.toThrow(
			'stopped'
		);
		const { readiness, cohorts, past: spent } = valued.report;
		expect(past).toMatchObject({ future: null, cohorts, past: spent });
		expect(past!.readiness).toEqual(readiness.map((one) => ({ ...one, tested: null, sound: expect.any(Boolean) as boolean })));
	});
	it('past value is what was spent, times the margin', () => {
		const spent = log.amount.reduce((sum, amount) => sum + amount, 0);
		expect(valued.report.past.total).toBeCloseTo(0.4 * spent, 6);
	});
	it('groups add up to everyone, by tier, by stage and by any labels', () => {
		const { values, report } = valued;
		const labels = values.past.map((_, i) => i % 7);
		const everyone = groupValues(values, new Uint8Array(values.past.length), 1)[0]!;
		for (const groups of [report.tiers, report.stages, groupValues(values, labels, 7)]) {
			expect(groups.reduce((sum, { customers }) => sum + customers, 0)).toBe(everyone.customers);
			expect(groups.reduce((sum, { past }) => sum + past, 0)).toBeCloseTo(everyone.past, 6);
			expect(groups.reduce((sum, { future }) => sum + future!, 0)).toBeCloseTo(everyone.future!, 6);
		}
		expect(report.future!.money!.value).toBeCloseTo(everyone.future!, 6);
	});
	it('intervals hold their figures, and chances and dates are in order', () => {
		const { report, values } = valued;
		const { money, orders, alive } = report.future!;
		for (const { low, value, high } of [money!, orders, alive!]) {
			expect(low).toBeLessThan(value);
			expect(high).toBeGreaterThan(value);
		}
		report.tiers.forEach(({ future, interval }) => expect(interval!.low <= future! && future! <= interval!.high).toBe(true));
		const { chance, next } = values.future!;
		let dated = 0;
		chance.forEach((p, i) => {
			expect(p >= 0 && p <= 1).toBe(true);
			expect(Number.isNaN(next.day[i]!)).toBe(p < 0.5);
			if (p < 0.5) return;
			dated++;
			expect(madeAnalysisDay <= next.low[i]! && next.low[i]! <= next.day[i]! && next.day[i]! <= next.high[i]!).toBe(true);
		});
		expect(dated).toBeGreaterThan(0);
	});
	it('sees who leaves, and does not where nobody does', async () => {
		expect(valued.values.future!.alive).not.toBeNull();
		const { values, report } = await valueCustomers(madeLog(600, noise, 5), madeAnalysisDay, terms, options, quiet);
		expect(values.future!.alive).toBeNull();
		expect(report.future!.alive).toBeNull();
		expect(report.future!.fit.model.kind).toBe('nbd');
		expect(report.future!.reason).toBe('nobodyLeaves');
	});
	it('compares all models of orders, on the whole history and on the days held back, and says why one is used', () => {
		const { fits, holdout, chosen, reason, fit } = valued.report.future!;
		expect(fits.map(({ model }) => model.kind)).toEqual(['nbd', 'bgnbd', 'mbgnbd', 'paretonbd']);
		expect(holdout!.rows.map(({ method }) => method)).toEqual(['repetition', 'nbd', 'bgnbd', 'mbgnbd', 'paretonbd']);
		expect(fit.model.kind).toBe(chosen);
		// Leaving is what this shop is made of, and a model without it neither fits the past nor foretells.
		const of = (kind: string) => holdout!.rows.find(({ method }) => method === kind)!;
		expect(of(chosen).logLikelihood!).toBeGreaterThan(of('nbd').logLikelihood!);
		expect(of(chosen).rootMeanSquare).toBeLessThan(of('nbd').rootMeanSquare);
		expect(of('repetition').logLikelihood).toBeNull();
		if (reason === 'simplest') expect(chosen).toBe('bgnbd');
		else expect(reason).toBe('better');
	});
	it('uses the model that is asked for', async () => {
		const { values, report } = await valueCustomers(
			madeLog(200, leaving, 4),
			madeAnalysisDay,
			terms,
			{ ...options, wanted: 'paretonbd' },
			quiet
		);
		expect([values.future!.model, report.future!.reason, report.future!.holdout!.chosen]).toEqual(['paretonbd', 'asked', 'paretonbd']);
	});
	it('repeats itself with a seed', async () => {
		expect((await valueCustomers(log, madeAnalysisDay, terms, options, quiet)).report).toEqual(valued.report);
	});
	it('with a horizon longer than the history holds back half of the history, and calls no total sound', async () => {
		const { report } = await valueCustomers(log, madeAnalysisDay, { ...terms, horizonMonths: 36 }, options, quiet);
		expect(report.future!.holdout!.days).toBe(Math.floor(report.days / 2));
		expect(report.readiness.map(({ sound }) => sound)).toEqual([true, false, false]);
	});
	it('of customers who bought once each says what they were worth, and nothing of the time ahead', async () => {
		const random = seeded(2);
		const once = Object.fromEntries(
			Array.from({ length: 80 }, (_, i) => [String(i), [[`2024-0${1 + (i % 9)}-11`, 1 + 50 * random()] as const]])
		);
		const { values, report } = await valueCustomers(logOf(once), dayOf('2024-10-01'), terms, options, quiet);
		expect(report.future).toBeNull();
		expect(values.future).toBeNull();
		expect(report.past.spread).not.toBeNull();
		expect(report.readiness.every(({ sound }) => !sound)).toBe(true);
		expect(report.cutoffs.fromData).toBe(false);
	});
	it('of a few days says nothing of the time ahead, however many came back', async () => {
		const until = (days: number) => {
			const first = log.day.reduce((a, b) => Math.min(a, b), Infinity);
			return valueCustomers(log, first + days, terms, options, quiet);
		};
		const { report } = await until(27);
		expect(report.repeatBuyers).toBeGreaterThan(10);
		expect([report.days, report.future]).toEqual([27, null]);
		expect((await until(28)).report.future).not.toBeNull();
	});
	it('of customers whose refunds are more than they paid says what they were worth, and expects of them what everyone spends', async () => {
		const rows = madeOrders(150, leaving, 6);
		const refunded = rows.map((row) => (Number(row.customer) < 1020 ? { ...row, amount: -row.amount } : row));
		const { log: some, ids } = purchaseLog(ordersOf(refunded));
		const { values, report } = await valueCustomers(some, madeAnalysisDay, terms, options, quiet);
		const own = (id: string) => rows.reduce((sum, { customer, amount }) => (customer === id ? sum - amount : sum), 0);
		expect(values.past[ids.indexOf('1000')]).toBeCloseTo(0.4 * own('1000'), 6);
		const { withoutSpend, money } = report.future!;
		expect(withoutSpend).toBeGreaterThan(5);
		expect(values.future!.value!.every((value) => value >= 0)).toBe(true);
		expect([money!.low, money!.high, money!.realised.low, money!.realised.high].every(Number.isFinite)).toBe(true);
	});
	it('of customers a few of whom spend without bound tells those who came back apart, and counts those of whom nothing is known', async () => {
		const factor = (customer: string) => Math.pow(1 - ((Number(customer) * 0.618034) % 1), -1.6);
		const rows = madeOrders(150, leaving, 6).map((row) => ({ ...row, amount: row.amount * factor(row.customer) }));
		const { log: wide, ids } = purchaseLog(ordersOf(rows));
		const { values, report } = await valueCustomers(wide, madeAnalysisDay, terms, options, quiet);
		expect(report.future!.spend!.model.q).toBeLessThan(1);
		expect(report.future!.untoldSpend).toBe(ids.length - report.repeatBuyers);
		const { value, orders } = values.future!;
		const perOrder = value!.map((each, i) => each / orders[i]!);
		const [dear, cheap] = [(id: string) => factor(id) > 8, (id: string) => factor(id) < 2].map((those) =>
			quantile(
				perOrder.filter((_, i) => those(ids[i]!)),
				0.5
			)
		) as [number, number];
		expect(dear / cheap).toBeGreaterThan(5);
	});
	it('of customers who paid nothing counts orders, not money', async () => {
		const free = { ...log, amount: new Float64Array(log.amount.length) };
		const { values, report } = await valueCustomers(free, madeAnalysisDay, terms, options, quiet);
		expect(report.past.spread).toBeNull();
		expect(values.future!.value).toBeNull();
		expect(report.future!.money).toBeNull();
		expect(report.future!.orders.value).toBeGreaterThan(0);
		expect(report.future!.withoutSpend).toBe(report.repeatBuyers);
	});
});
