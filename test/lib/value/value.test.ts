import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { discountedOrders, futureValue } from '../../../src/lib/value/clv.js';
import { fitOrders } from '../../../src/lib/value/fit.js';
import { expectedSpend, fitSpend } from '../../../src/lib/value/gamma-gamma.js';
import {
	expectedOrders,
	expectedOrdersIfAlive,
	newcomer,
	probabilityAlive,
	probabilityOfOrder
} from '../../../src/lib/value/order-model.js';
import { historiesAt } from '../../../src/lib/value/histories.js';
import { meanSpend } from '../../../src/lib/value/one-future.js';
import { knownAt } from '../../../src/lib/features/features.js';
import { shopCustomers } from '../../shop.js';
import { intervalOf, resampledModels } from '../../../src/lib/value/resample.js';
import { weeksOfMonths } from '../../../src/lib/value/time.js';
import { seeded } from '../../../src/lib/random.js';
import { quiet } from '../predict/quiet.js';
import { calibration, cdnowFile, cdnowLog, summaryFile } from './cdnow.js';
import { gamma, madeHistories } from './made.js';

const relative = (value: number, expected: number) => Math.abs(value / expected - 1);
const truth = { r: 0.8, alphaWeeks: 6, a: 0.6, b: 2.4 };

describe.runIf(summaryFile)('on the published summary of the CDNOW sample', () => {
	const [, ...lines] = summaryFile ? readFileSync(summaryFile, 'utf8').trim().split('\n') : [];
	const rows = lines.map((line) => line.split(',').map(Number) as [number, number, number, number, number]);
	const repeats = Float64Array.from(rows, ([, x]) => x);
	const spend = Float64Array.from(rows, ([, , , , mean]) => mean);

	it('the spend model has the published parameters, likelihood and correlation', async () => {
		const fit = (await fitSpend(repeats, spend, quiet))!;
		expect(relative(fit.model.p, 6.2488036)).toBeLessThan(1e-3);
		expect(relative(fit.model.q, 3.7445884)).toBeLessThan(1e-3);
		expect(relative(fit.model.v, 15.447745)).toBeLessThan(1e-3);
		expect(Math.abs(fit.logLikelihood - -4055.9232)).toBeLessThan(0.01);
		expect(fit.customers).toBe(946);
		expect(fit.correlation).toBeCloseTo(0.113884, 4);
		for (const [x, mean, expected] of [
			[2, 22.35, 24.6586],
			[0, 0, 35.171],
			[7, 73.74, 71.4629]
		] as const)
			expect(relative(expectedSpend(fit.model, x, mean), expected)).toBeLessThan(1e-3);
	});

	it.runIf(cdnowFile)('the spend model agrees when it is learned from the log itself', async () => {
		const { repeats: x, repeatSpend } = calibration(cdnowLog());
		const fit = (await fitSpend(x, repeatSpend, quiet))!;
		expect(relative(fit.model.p, 6.2495715)).toBeLessThan(1e-3);
		expect(relative(fit.model.q, 3.7442246)).toBeLessThan(1e-3);
		expect(relative(fit.model.v, 15.443523)).toBeLessThan(1e-3);
		expect(Math.abs(fit.logLikelihood - -4055.9177)).toBeLessThan(0.01);
	});

	it('a customer is worth the published amount over twelve true months, not over twelve times thirty weeks', () => {
		const model = { kind: 'bgnbd', r: 0.242593, alphaWeeks: 4.413532, a: 0.792886, b: 2.425753 } as const;
		const money = { p: 6.2488036, q: 3.7445884, v: 15.447745 };
		// The published discount is 1 % a month.
		const terms = { horizonMonths: 12, annualDiscount: Math.pow(1.01, 12) - 1, margin: 1 };
		for (const [id, expected] of [
			[1, 36.3005],
			[2, 4.6404],
			[3, 8.3495],
			[6, 283.6879]
		] as const) {
			const [, x, lastWeeks, ageWeeks, mean] = rows[id - 1]!;
			const history = { repeats: x, lastWeeks, ageWeeks };
			const worth = futureValue(model, history, expectedSpend(money, x, mean), terms);
			expect(relative(worth, expected)).toBeLessThan(1e-5);
			expect(futureValue(model, history, expectedSpend(money, x, mean), { ...terms, margin: 0.3 })).toBeCloseTo(0.3 * worth, 10);
		}
	});
});

describe('discounted orders', () => {
	const model = { kind: 'mbgnbd', ...truth } as const;
	const history = { repeats: 4, lastWeeks: 30, ageWeeks: 36 };
	it('without discount are the expected orders, whatever the months', () => {
		for (const horizonMonths of [1, 7, 24])
			expect(discountedOrders(model, history, { horizonMonths, annualDiscount: 0 })).toBeCloseTo(
				expectedOrders(model, history, weeksOfMonths(horizonMonths)),
				12
			);
	});
	it('lie between those of the horizon and their value if all came at its end', () => {
		const orders = expectedOrders(model, history, weeksOfMonths(12));
		const discounted = discountedOrders(model, history, { horizonMonths: 12, annualDiscount: 0.2 });
		expect(discounted).toBeLessThan(orders);
		expect(discounted).toBeGreaterThan(orders / 1.2);
	});
	it('twelve months are 365.25 days', () => {
		expect(weeksOfMonths(12) * 7).toBeCloseTo(365.25, 10);
	});
});

describe('the spend model', () => {
	it('finds the parameters that customers were made with', async () => {
		const random = seeded(5);
		const n = 6000;
		const repeats = Float64Array.from({ length: n }, () => 1 + Math.floor(6 * random()));
		const spend = repeats.map((x) => gamma(5 * x, random) / x / (gamma(4, random) / 60));
		const { model, correlation } = (await fitSpend(repeats, spend, quiet))!;
		expect(relative(model.p, 5)).toBeLessThan(0.08);
		expect(relative(model.q, 4)).toBeLessThan(0.08);
		expect(relative(model.v, 60)).toBeLessThan(0.12);
		expect(Math.abs(correlation)).toBeLessThan(0.05);
	});
	it('is the same in dong as in dollars', async () => {
		const random = seeded(6);
		const repeats = Float64Array.from({ length: 300 }, () => 1 + Math.floor(4 * random()));
		const spend = repeats.map((x) => gamma(4 * x, random) / x / (gamma(3, random) / 40));
		const dollars = (await fitSpend(repeats, spend, quiet))!;
		const dong = (await fitSpend(
			repeats,
			spend.map((money) => money * 25_000),
			quiet
		))!;
		expect(relative(dong.model.v, dollars.model.v * 25_000)).toBeLessThan(1e-4);
		expect(relative(dong.model.q, dollars.model.q)).toBeLessThan(1e-4);
	});
	it('leaves out who never came back or spent nothing, and says nothing of ten who are alike', async () => {
		expect(await fitSpend(new Float64Array(500), new Float64Array(500), quiet)).toBeNull();
		expect(await fitSpend(new Float64Array(50).fill(2), new Float64Array(50), quiet)).toBeNull();
		expect(await fitSpend(new Float64Array(50).fill(2), new Float64Array(50).fill(20), quiet)).toBeNull();
	});
	it('tells customers apart whose spending has no mean over all of them, and says nothing of who did not come back', async () => {
		const random = seeded(7);
		const n = 2000;
		const repeats = Float64Array.from({ length: n }, (_, i) => (i % 10 === 9 ? 0 : 1 + Math.floor(5 * random())));
		// Means from a Pareto-like tail of index 0.8.
		const means = repeats.map(() => 60 / gamma(0.8, random));
		const spend = repeats.map((x, i) => (x > 0 ? (gamma(5 * x, random) / x) * (means[i]! / 5) : 0));
		const { model } = (await fitSpend(repeats, spend, quiet))!;
		expect(model.q).toBeLessThan(1);
		const off = repeats.map((x, i) => Math.abs(Math.log(expectedSpend(model, x, spend[i]!) / means[i]!)));
		const known = off.filter((_, i) => repeats[i]! > 0);
		// The logarithm of a mean of five gamma numbers of shape 5 or fewer errs by about 1 ÷ √(5 x).
		expect(known.reduce((sum, each) => sum + each, 0) / known.length).toBeLessThan(0.3);
		expect(expectedSpend(model, 0, 0)).toBeNaN();
		expect(expectedSpend({ p: 1, q: 0.9, v: 6 }, 3, 10)).toBeCloseTo(12, 12);
	});
});

describe('on the sample shop, a tenth of whose customers spend a hundred times as much as the rest', () => {
	it('what those who come back will spend is told to within a third, against more than all of it by the mean of everyone', async () => {
		const { log, analysisDay } = await shopCustomers();
		const cut = analysisDay! - 120;
		const known = knownAt(log!, cut);
		const [before, whole] = [historiesAt(log!, cut, known), historiesAt(log!, analysisDay!, known)];
		const { model } = (await fitSpend(before.repeats, before.repeatSpend, quiet))!;
		const came = [...known.keys()].filter((i) => before.repeats[i]! > 0 && whole.repeats[i]! > before.repeats[i]!);
		const everyone = came.reduce((sum, i) => sum + before.repeatSpend[i]!, 0) / came.length;
		const errors = { model: 0, everyone: 0 };
		let spent = 0;
		for (const i of came) {
			const orders = whole.repeats[i]! - before.repeats[i]!;
			const later = whole.repeatSpend[i]! * whole.repeats[i]! - before.repeatSpend[i]! * before.repeats[i]!;
			spent += later;
			errors.model += Math.abs(meanSpend(model, before.repeats[i]!, before.repeatSpend[i]!, everyone) * orders - later);
			errors.everyone += Math.abs(everyone * orders - later);
		}
		expect(errors.model / spent).toBeLessThan(0.33);
		expect(errors.everyone / spent).toBeGreaterThan(1);
	});
});

describe('on customers made by BG/NBD', () => {
	const ages = [12, 24, 36, 48, 60];

	it('closed forms are what happens: alive, orders, and at least one order, by number of repeats', () => {
		const model = { kind: 'bgnbd', ...truth } as const;
		const made = madeHistories(120_000, truth, [40], 26, 3);
		for (const repeats of [0, 1, 3, 6]) {
			const members = [...made.repeats.keys()].filter((i) => made.repeats[i] === repeats);
			const mean = (f: (i: number) => number) => members.reduce((sum, i) => sum + f(i), 0) / members.length;
			const history = (i: number) => ({ repeats, lastWeeks: made.lastWeeks[i]!, ageWeeks: made.ageWeeks[i]! });
			const apart = (of: (i: number) => number, happened: (i: number) => number) => {
				const error = Math.sqrt(mean((i) => (happened(i) - of(i)) ** 2) / members.length);
				return Math.abs(mean((i) => of(i) - happened(i))) / error;
			};
			// At three standard errors or less.
			expect(
				apart(
					(i) => probabilityAlive(model, history(i)),
					(i) => made.alive[i]!
				) || 0
			).toBeLessThan(3);
			expect(
				apart(
					(i) => expectedOrders(model, history(i), 26),
					(i) => made.later[i]!
				)
			).toBeLessThan(3);
			expect(
				apart(
					(i) => probabilityOfOrder(model, history(i), 26),
					(i) => Math.min(1, made.later[i]!)
				)
			).toBeLessThan(3);
		}
	});

	it('finds the parameters that they were made with', async () => {
		const { model, leavingIdentified } = await fitOrders('bgnbd', madeHistories(20_000, truth, ages, 0, 4), quiet);
		if (model.kind !== 'bgnbd') throw new Error(model.kind);
		expect(relative(model.r, truth.r)).toBeLessThan(0.05);
		expect(relative(model.alphaWeeks, truth.alphaWeeks)).toBeLessThan(0.05);
		expect(relative(model.a / (model.a + model.b), truth.a / (truth.a + truth.b))).toBeLessThan(0.05);
		expect(leavingIdentified).toBe(true);
	});

	it('does not see customers leave who never do', async () => {
		let claimed = 0;
		for (let seed = 1; seed <= 20; seed++) {
			const made = madeHistories(400, { ...truth, a: 1e-9, b: 1 }, ages, 0, seed);
			if ((await fitOrders('bgnbd', made, quiet)).leavingIdentified) claimed++;
		}
		expect(claimed).toBeLessThanOrEqual(1);
	});

	it('95 % intervals by resampling hold the truth 92 to 98 times of a hundred', async () => {
		const model = { kind: 'bgnbd', ...truth } as const;
		const weeks = 26;
		const trials = 200;
		const real = expectedOrders(model, newcomer, weeks);
		let held = 0;
		for (let seed = 1; seed <= trials; seed++) {
			const histories = madeHistories(400, truth, ages, 0, 1000 + seed);
			const { model: found } = await fitOrders('bgnbd', histories, quiet);
			const models = await resampledModels(found, histories, { seed }, quiet);
			const { low, high } = intervalOf(models.map((drawn) => expectedOrdersIfAlive(drawn, newcomer, weeks)));
			if (low <= real && real <= high) held++;
		}
		expect(held / trials).toBeGreaterThanOrEqual(0.92);
		expect(held / trials).toBeLessThanOrEqual(0.98);
	});

	it('resampling repeats itself with a seed and moves with another', async () => {
		const histories = madeHistories(200, truth, ages, 0, 9);
		const { model } = await fitOrders('bgnbd', histories, quiet);
		const draw = (seed: number) => resampledModels(model, histories, { seed, resamples: 3 }, quiet);
		expect(await draw(1)).toEqual(await draw(1));
		expect(await draw(1)).not.toEqual(await draw(2));
	});

	it('a stop ends the search', async () => {
		const controller = new AbortController();
		controller.abort();
		const { model } = await fitOrders('bgnbd', madeHistories(50, truth, ages, 0, 1), quiet);
		const task = { ...quiet, signal: controller.signal };
		await expect(resampledModels(model, madeHistories(50, truth, ages, 0, 1), { seed: 1 }, task)).rejects.toThrow();
	});
});
