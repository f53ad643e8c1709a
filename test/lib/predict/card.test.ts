import { describe, expect, it } from 'vitest';
import { drawSamples, figuresOf } from '../../../src/lib/predict/bootstrap.js';
import { Card, slopeOf } from '../../../src/lib/predict/card.js';
import { delong } from '../../../src/lib/predict/delong.js';
import { brier, gains, logLoss, rocAuc } from '../../../src/lib/predict/metrics.js';
import { ordersSource } from '../../../src/lib/predict/orders-source.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { wasmBackend } from '../backend/backends.js';
import { madeAnalysisDay, madeLog, noise, steadyAnalysisDay, steadyLog, varied, type Habit } from './made.js';
import { quiet } from './quiet.js';

const horizonDays = 40;
const cardOf = (n: number, habit: Habit, seed: number) =>
	new Card(ordersSource(madeLog(n, habit, seed), { analysisDay: madeAnalysisDay, horizonDays, target: 'purchase' }), seed);
async function filled(card: Card) {
	for (const model of card.source.models) await card.rowsOf(model, wasmBackend, quiet);
	return card.verdict();
}

describe('figures with their intervals', () => {
	const random = seeded(12);
	const n = 1500;
	const y = Uint8Array.from({ length: n }, () => (random() < 0.4 ? 1 : 0));
	const chances = Float64Array.from(y, (outcome) => 1 / (1 + Math.exp(-(0.8 * outcome - 0.8 + normal(random)))));

	it('are those of the plain definitions, and the interval of AUC is that of DeLong within 15 %', async () => {
		const draws = await drawSamples(y, 3, 1000, quiet);
		const { figures, hits, found, lifts } = await figuresOf(y, chances, 0.4, draws, quiet);
		const rate = y.reduce((sum, outcome) => sum + outcome, 0) / n;
		expect(figures.auc.value).toBeCloseTo(rocAuc(y, chances), 12);
		expect(figures.logLoss.value).toBeCloseTo(logLoss(y, chances), 12);
		expect(figures.brier.value).toBeCloseTo(brier(y, chances), 12);
		expect(figures.brierSkill.value).toBeCloseTo(1 - brier(y, chances) / brier(y, new Float64Array(n).fill(0.4)), 12);
		const deciles = gains(y, chances);
		expect(figures.lift.value).toBeCloseTo(deciles[0]!.lift, 9);
		deciles.forEach((decile, k) => {
			expect(hits.value[10 * (k + 1)]).toBeCloseTo(decile.found * rate, 9);
			expect(found.value[10 * (k + 1)]).toBeCloseTo(decile.found, 9);
			expect(lifts.value[k]).toBeCloseTo(decile.lift, 9);
			expect(lifts.low[k]! < decile.lift && decile.lift < lifts.high[k]!).toBe(true);
		});
		// Average precision as the sum over positives of the share of positives at and above them.
		const order = [...chances.keys()].sort((a, b) => chances[b]! - chances[a]!);
		let [seen, precision] = [0, 0];
		order.forEach((row, i) => {
			if (y[row]) precision += ++seen / (i + 1);
		});
		expect(figures.prAuc.value).toBeCloseTo(precision / seen, 12);
		expect(Math.abs(figures.auc.standardError / delong(y, [chances]).standardError(0) - 1)).toBeLessThan(0.15);
		for (const { value, low, high } of Object.values(figures)) expect(low < value && value < high).toBe(true);
		expect(hits.low[20]! < hits.value[20]! && hits.value[20]! < hits.high[20]!).toBe(true);
		// Those who are found lie among the best or not, as by a coin; all of them lie among everyone.
		const coin = Math.sqrt((found.value[50]! * (1 - found.value[50]!)) / (rate * n));
		expect((found.high[50]! - found.low[50]!) / (2 * 1.96 * coin)).toBeGreaterThan(0.5);
		expect((found.high[50]! - found.low[50]!) / (2 * 1.96 * coin)).toBeLessThan(1.15);
		expect([found.low[100], found.high[100]]).toEqual([1, 1]);
		// Of everyone, hits are as uncertain as a share of so many.
		expect(Math.abs((hits.high[100]! - hits.low[100]!) / (2 * 1.96 * Math.sqrt((rate * (1 - rate)) / n)) - 1)).toBeLessThan(0.15);
	});

	it('repeat themselves with a seed, and no sample is without either outcome', async () => {
		const rare = Uint8Array.from({ length: 40 }, (_, i) => (i === 0 ? 1 : 0));
		const draws = await drawSamples(rare, 1, 50, quiet);
		expect(await drawSamples(rare, 1, 50, quiet)).toEqual(draws);
		for (let b = 0; b < 50; b++) {
			const own = draws.counts.subarray(40 * b, 40 * (b + 1));
			expect(own.reduce((sum, count) => sum + count, 0)).toBe(40);
			expect(own[0]! > 0 && own[0]! < 40).toBe(true);
		}
	});

	it('of one chance for everyone are those of luck', async () => {
		const { figures, hits } = await figuresOf(y, new Float64Array(n).fill(0.4), 0.4, await drawSamples(y, 1, 20, quiet), quiet);
		expect([figures.auc.value, figures.brierSkill.value]).toEqual([0.5, 0]);
		expect(figures.lift.value).toBeCloseTo(1, 9);
		expect(hits.value[35]! / hits.value[100]!).toBeCloseTo(0.35, 9);
	});
});

describe('the card', () => {
	it('holds every method at two cuts, the later calibrated by the earlier, one-time and repeat buyers apart', async () => {
		const card = cardOf(500, varied, 3);
		const verdict = await filled(card);
		expect(verdict.auc.map(({ model }) => model)).toEqual(card.source.models);
		expect(verdict.verdict).not.toBe('noBetterThanChance');
		for (const model of card.source.models) {
			const rows = await card.rowsOf(model, wasmBackend, quiet);
			expect(rows.map(({ test }) => test.day)).toEqual([madeAnalysisDay - 2 * horizonDays, madeAnalysisDay - horizonDays]);
			expect(rows[0]!.calibrator).toBeNull();
			expect(['none', 'platt', 'isotonic']).toContain(rows[1]!.calibrator);
			for (const { test, calibration, deciles, slope } of rows) {
				const count = (bins: readonly { n: number }[]) => bins.reduce((sum, { n }) => sum + n, 0);
				expect(count(calibration.all)).toBe(test.n);
				expect(count(calibration.once!) + count(calibration.repeat!)).toBe(test.n);
				expect(deciles.reduce((sum, { buyers }) => sum + buyers, 0)).toBeCloseTo(test.positives, 9);
				if (model === 'baseRate') expect(slope).toBeNull();
				if (model === 'logistic' || model === 'trees') expect(slope).not.toBeNull();
			}
		}
	});

	it('of noise recommends the base rate in at least 19 of 20 seeds', async () => {
		let honest = 0;
		for (let seed = 1; seed <= 20; seed++) if ((await filled(cardOf(150, noise, seed))).recommended === 'baseRate') honest++;
		console.info(`base rate recommended on ${honest} of 20 seeds of noise`);
		expect(honest).toBeGreaterThanOrEqual(19);
	});

	it('has a calibration slope whose interval holds 1 for at least 9 of 10 seeds of a steady shop, by the recommended method', async () => {
		let held = 0;
		for (let seed = 1; seed <= 10; seed++) {
			const options = { analysisDay: steadyAnalysisDay, horizonDays: 60, target: 'purchase' } as const;
			const card = new Card(ordersSource(steadyLog(1500, seed), options), seed);
			const { recommended } = await filled(card);
			const { low, high } = (await card.rowsOf(recommended, wasmBackend, quiet)).at(-1)!.slope!;
			if (low <= 1 && 1 <= high) held++;
		}
		console.info(`the interval of the slope holds 1 on ${held} of 10 seeds`);
		expect(held).toBeGreaterThanOrEqual(9);
	});

	it('lets a network be watched in the last trial only, and keeps what it found', async () => {
		const card = cardOf(200, varied, 5);
		let looks = 0;
		const rows = await card.rowsOf('network', wasmBackend, quiet, () => ++looks < 0);
		expect(looks).toBe(50);
		expect(await card.rowsOf('network', null, quiet)).toBe(rows);
	});
});

it('a slope of 1 is that of chances that come true, and one half that of those twice too sure', () => {
	const random = seeded(5);
	const logits = Float64Array.from({ length: 5000 }, () => 1.5 * normal(random));
	const y = Uint8Array.from(logits, (z) => (random() < 1 / (1 + Math.exp(-z)) ? 1 : 0));
	expect(
		slopeOf(
			y,
			logits.map((z) => 1 / (1 + Math.exp(-z)))
		)!.value
	).toBeCloseTo(1, 1);
	expect(
		slopeOf(
			y,
			logits.map((z) => 1 / (1 + Math.exp(-2 * z)))
		)!.value
	).toBeCloseTo(0.5, 1);
	expect(slopeOf(y, new Float64Array(5000).fill(0.3))).toBeNull();
	const hardly = logits.map((z) => 1 / (1 + Math.exp(-0.01 * z)));
	expect(slopeOf(y, hardly)).toBeNull();
});
