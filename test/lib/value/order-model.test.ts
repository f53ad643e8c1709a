import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PurchaseLog } from '../../../src/lib/features/customers.js';
import { knownAt } from '../../../src/lib/features/features.js';
import { hypergeometric } from '../../../src/lib/stats/hypergeometric.js';
import { fitOrders, type OrderFit } from '../../../src/lib/value/fit.js';
import { distinctHistories, historiesAt, historyOf, type SpendHistories } from '../../../src/lib/value/histories.js';
import { logLikelihoodOf, meanDeviance } from '../../../src/lib/value/likelihood.js';
import { expectedOrders, logQuietIntegral, newcomer, probabilityAlive, probabilityOfOrder } from '../../../src/lib/value/order-model.js';
import { onlineRetail } from '../features/orders.js';
import { purchaseLog } from '../../../src/lib/features/log.js';
import { sharedFile } from '../../shared.js';
import { quiet } from '../predict/quiet.js';
import { calibration, cdnowFile, cdnowLog, dayOf, referenceFile } from './cdnow.js';

interface Row {
	readonly x: number;
	readonly x_holdout: number;
	readonly [name: string]: number;
}
interface Reference {
	readonly mle: Record<string, Record<string, number>>;
	readonly expectation_new_customer: Record<string, Record<'bgnbd' | 'paretonbd', number>>;
	readonly named_customers: Record<string, Row>;
	readonly customer_1516_T52: Record<'bgnbd' | 'paretonbd', number>;
	readonly holdout39: Record<'bgnbd' | 'paretonbd', Record<'total_pred' | 'mae' | 'rmse' | 'corr', number>>;
	readonly conditional_expectation_by_x: Record<string, Record<'n' | 'actual' | 'bgnbd' | 'paretonbd', number>>;
	readonly cumulative_tracking: {
		readonly actual_by_week: number[];
		readonly bgnbd_by_week: number[];
		readonly paretonbd_by_week: number[];
	};
	readonly bgnbd_any_purchase_39w: { readonly brier: number };
}
const reference = referenceFile ? (JSON.parse(readFileSync(referenceFile, 'utf8')) as Reference) : null;
const relative = (value: number, expected: number) => Math.abs(value / expected - 1);
const kinds = ['bgnbd', 'mbgnbd', 'paretonbd'] as const;
const both = ['bgnbd', 'paretonbd'] as const;
const weeks = 39;

describe.runIf(reference && cdnowFile)('on the CDNOW sample, in weeks, calibrated to the end of September 1997', () => {
	let log: PurchaseLog;
	let histories: SpendHistories;
	let later: Float64Array;
	let expected: Record<(typeof kinds)[number], Float64Array>;
	const fits = {} as Record<(typeof kinds)[number], OrderFit>;
	beforeAll(async () => {
		log = cdnowLog();
		histories = calibration(log);
		for (const kind of kinds) fits[kind] = await fitOrders(kind, histories, quiet);
		const end = dayOf('1998-07-01');
		const whole = historiesAt(log, end, knownAt(log, end));
		later = whole.repeats.map((x, i) => x - histories.repeats[i]!);
		const of = (kind: (typeof kinds)[number]) => later.map((_, i) => expectedOrders(fits[kind].model, historyOf(histories, i), weeks));
		expected = { bgnbd: of('bgnbd'), mbgnbd: of('mbgnbd'), paretonbd: of('paretonbd') };
	});

	it('counts the customers and their purchases', () => {
		const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
		expect(histories.repeats).toHaveLength(2357);
		expect(sum(histories.repeats)).toBe(2457);
		expect(sum(later)).toBe(1882);
	});

	it.each(kinds)('finds the published parameters and likelihood of %s', (kind) => {
		const { model, logLikelihood, converged, leavingIdentified } = fits[kind];
		const { loglik, alpha, beta, ...rest } = reference!.mle[kind]!;
		expect(Math.abs(logLikelihood - loglik!)).toBeLessThan(0.01);
		expect(relative(model.alphaWeeks, alpha!)).toBeLessThan(1e-3);
		if (model.kind === 'paretonbd') expect(relative(model.betaWeeks, beta!)).toBeLessThan(1e-3);
		for (const [name, value] of Object.entries(rest)) expect(relative(model[name as 'r'], value), name).toBeLessThan(1e-3);
		expect({ converged, leavingIdentified }).toEqual({ converged: true, leavingIdentified: true });
	});

	it('agrees on each customer of the table', () => {
		for (const [id, row] of Object.entries(reference!.named_customers)) {
			const history = historyOf(histories, Number(id) - 1);
			expect(history.repeats).toBe(row.x);
			expect(history.lastWeeks).toBeCloseTo(row['t_x']!, 5);
			expect(history.ageWeeks).toBeCloseTo(row['T']!, 5);
			expect(later[Number(id) - 1]).toBe(row.x_holdout);
			for (const kind of kinds)
				expect(relative(probabilityAlive(fits[kind].model, history), row[`${kind}_palive`]!), `${kind} ${id}`).toBeLessThan(1e-3);
			for (const kind of both) expect(relative(expected[kind][Number(id) - 1]!, row[`${kind}_E39`]!), `${kind} ${id}`).toBeLessThan(1e-3);
			expect(relative(expectedOrders(fits.bgnbd.model, history, 1), row['bgnbd_E1']!)).toBeLessThan(1e-3);
			expect(relative(probabilityOfOrder(fits.bgnbd.model, history, weeks), row['bgnbd_P_any39']!)).toBeLessThan(1e-3);
		}
	});

	it('agrees on customer 1516 over 52 weeks, and on someone new', () => {
		for (const kind of both) {
			expect(relative(expectedOrders(fits[kind].model, historyOf(histories, 1515), 52), reference!.customer_1516_T52[kind])).toBeLessThan(
				1e-3
			);
			for (const [ahead, value] of Object.entries(reference!.expectation_new_customer))
				expect(relative(expectedOrders(fits[kind].model, newcomer, Number(ahead)), value[kind])).toBeLessThan(1e-3);
		}
	});

	it('predicts the 39 weeks that follow as published: sum, errors, correlation, by number of repeats', () => {
		for (const kind of both) {
			const { total_pred, mae, rmse, corr } = reference!.holdout39[kind];
			const predicted = expected[kind];
			const sum = predicted.reduce((a, b) => a + b, 0);
			expect(relative(sum, total_pred)).toBeLessThan(1e-3);
			expect(relative(predicted.reduce((total, value, i) => total + Math.abs(value - later[i]!), 0) / 2357, mae)).toBeLessThan(1e-3);
			expect(relative(Math.sqrt(predicted.reduce((total, value, i) => total + (value - later[i]!) ** 2, 0) / 2357), rmse)).toBeLessThan(
				1e-3
			);
			expect(pearson(predicted, later)).toBeCloseTo(corr, 3);
			for (const [x, group] of Object.entries(reference!.conditional_expectation_by_x)) {
				const members = [...predicted.keys()].filter((i) => Math.min(7, histories.repeats[i]!) === Number(x));
				expect(members).toHaveLength(group.n);
				expect(relative(members.reduce((total, i) => total + predicted[i]!, 0) / members.length, group[kind])).toBeLessThan(1e-3);
			}
		}
		const chances = later.map((_, i) => probabilityOfOrder(fits.bgnbd.model, historyOf(histories, i), weeks));
		const brier = chances.reduce((sum, p, i) => sum + (p - (later[i]! > 0 ? 1 : 0)) ** 2, 0) / 2357;
		expect(brier).toBeCloseTo(reference!.bgnbd_any_purchase_39w.brier, 4);
	});

	it('tracks all repeat orders week by week, −4.1 % and −1.6 % after 78 weeks', () => {
		const { actual_by_week } = reference!.cumulative_tracking;
		for (const kind of both) {
			const tracked = reference!.cumulative_tracking[`${kind}_by_week`];
			const newcomers = new Map<number, number>();
			histories.ageWeeks.forEach((age) => newcomers.set(age, (newcomers.get(age) ?? 0) + 1));
			for (const week of [1, 20, 39, 60, 78]) {
				let sum = 0;
				newcomers.forEach((count, age) => {
					const watched = age + week - 39;
					if (watched > 0) sum += count * expectedOrders(fits[kind].model, newcomer, watched);
				});
				expect(relative(sum, tracked[week - 1]!), `${kind} week ${week}`).toBeLessThan(1e-3);
				if (week === 78) expect(sum / actual_by_week[77]! - 1).toBeCloseTo(kind === 'bgnbd' ? -0.041 : -0.016, 3);
			}
		}
	});

	it('is the same whatever the order of the customers', async () => {
		const turned: SpendHistories = {
			repeats: histories.repeats.toReversed(),
			lastWeeks: histories.lastWeeks.toReversed(),
			ageWeeks: histories.ageWeeks.toReversed(),
			repeatSpend: histories.repeatSpend.toReversed()
		};
		const { model } = await fitOrders('bgnbd', turned, quiet);
		expect(relative(model.r, fits.bgnbd.model.r)).toBeLessThan(1e-4);
	});

	it('is the same shop when time runs seven times as fast', async () => {
		const slow: SpendHistories = {
			...histories,
			lastWeeks: histories.lastWeeks.map((t) => 7 * t),
			ageWeeks: histories.ageWeeks.map((t) => 7 * t)
		};
		const { model, logLikelihood } = await fitOrders('bgnbd', slow, quiet);
		expect(relative(model.alphaWeeks, 7 * fits.bgnbd.model.alphaWeeks)).toBeLessThan(1e-4);
		expect(logLikelihood).toBeCloseTo(fits.bgnbd.logLikelihood - 2457 * Math.log(7), 2);
	});
});

const retailFile = sharedFile('data/online_retail/online_retail.csv.gz');
describe.runIf(retailFile)('on Online Retail, whose histories never show a customer leave', () => {
	it('says that the chance of being alive is not identified, and has the published likelihood', async () => {
		const { log } = purchaseLog(onlineRetail(retailFile!));
		const day = dayOf('2011-12-10');
		const histories = historiesAt(log, day, knownAt(log, day));
		for (const kind of ['bgnbd', 'mbgnbd'] as const) {
			const fit = await fitOrders(kind, histories, quiet);
			expect(fit.leavingIdentified, kind).toBe(false);
			if (kind !== 'bgnbd') continue;
			// The published search rests where nobody leaves; leaving of some kind is likelier by an eighth, which is nothing.
			expect(fit.logLikelihood).toBeGreaterThan(-37645.658);
			expect(fit.logLikelihood).toBeLessThan(-37645.4);
			const never = await fitOrders('nbd', histories, quiet);
			expect(Math.abs(never.logLikelihood - -37645.657)).toBeLessThan(0.01);
			expect(relative(never.model.r, 0.8275)).toBeLessThan(1e-3);
			expect(relative(never.model.alphaWeeks, 9.869)).toBeLessThan(1e-3);
		}
	});
});

describe('likelihoods', () => {
	const rows = distinctHistories({
		repeats: Float64Array.of(0, 1, 4, 12, 2),
		lastWeeks: Float64Array.of(0, 3, 20, 31, 5),
		ageWeeks: Float64Array.of(38, 20, 30, 31, 39)
	});
	const weights = Float64Array.of(5, 3, 2, 0, 1);
	it.each(['nbd', 'bgnbd', 'mbgnbd', 'paretonbd'] as const)('have the slopes of their differences: %s', async (kind) => {
		const objective = meanDeviance(kind, rows, weights, quiet);
		for (const start of [
			[-0.5, 2, -0.4, 1],
			[0.3, 1, 0.5, 2.5]
		]) {
			const logs = Float64Array.from(start.slice(0, kind === 'nbd' ? 2 : 4));
			const own = new Float64Array(logs.length);
			await objective(logs, own);
			for (const [i, slope] of own.entries()) {
				const moved = (by: number) =>
					objective(
						logs.map((log, j) => (j === i ? log + by : log)),
						new Float64Array(logs.length)
					);
				expect(slope).toBeCloseTo(((await moved(1e-5)) - (await moved(-1e-5))) / 2e-5, 7);
			}
		}
	});
	it('of all customers are the sum of those of each', async () => {
		const model = { kind: 'paretonbd', r: 0.6, alphaWeeks: 10, s: 0.5, betaWeeks: 12 } as const;
		let sum = 0;
		for (let i = 0; i < 5; i++) {
			const one = (column: Float64Array) => column.slice(i, i + 1);
			const history = { repeats: one(rows.repeats), lastWeeks: one(rows.lastWeeks), ageWeeks: one(rows.ageWeeks) };
			sum += await logLikelihoodOf(model, history, quiet);
		}
		expect(await logLikelihoodOf(model, rows, quiet)).toBeCloseTo(sum, 9);
	});
	it('of many distinct histories let a stop in while they are worked out', async () => {
		const column = (of: (i: number) => number) => Float64Array.from({ length: 9000 }, (_, i) => of(i));
		const many = distinctHistories({
			repeats: column((i) => i % 7),
			lastWeeks: column((i) => (i % 7) + i / 1e4),
			ageWeeks: column(() => 60)
		});
		const stop = new AbortController();
		const objective = meanDeviance('paretonbd', many, many.count, {
			...quiet,
			signal: stop.signal,
			breathe: () => Promise.resolve(stop.abort(new Error('stopped')))
		});
		await expect(objective(new Float64Array(4), new Float64Array(4))).rejects.toThrow('stopped');
	});
});

describe('the integral of Pareto/NBD', () => {
	/** The difference of two ₂F₁ of Fader & Hardie (2005). */
	function published(shape: number, alpha: number, s: number, beta: number, from: number, to: number): number {
		const sum = shape + s;
		const [larger, b] = alpha >= beta ? [alpha, s + 1] : [beta, shape];
		const tail = (y: number) => hypergeometric(sum, b, sum + 1, Math.abs(alpha - beta) / (larger + y)) * Math.pow(larger + y, -sum);
		return Math.log((tail(from) - tail(to)) / sum);
	}
	it.each([
		[0.55, 10.6, 0.6, 11.7, 0, 38.9],
		[12.55, 10.6, 0.6, 11.7, 30.1, 38.9],
		[3.2, 4, 1.4, 30, 2, 50],
		[3.2, 30, 1.4, 4, 2, 50],
		[60.5, 9, 0.3, 8, 5, 52]
	])('is the published difference of hypergeometric functions (%d, %d, %d, %d, from %d to %d)', (...args) => {
		expect(logQuietIntegral(...args)).toBeCloseTo(published(...args), 10);
	});
	it('has its closed form where α = β, however far apart the ends', () => {
		for (const shape of [0.2, 3, 140])
			expect(logQuietIntegral(shape, 5, 0.7, 5, 0, 400)).toBeCloseTo(
				Math.log((Math.pow(5, -shape - 0.7) - Math.pow(405, -shape - 0.7)) / (shape + 0.7)),
				10
			);
	});
	it('stays at hand where α and β are a million apart', () => {
		// (β + y) hardly moves, so that the rest is a power.
		expect(logQuietIntegral(2.5, 3, 1e-9, 3e6, 1, 60)).toBeCloseTo(Math.log((Math.pow(4, -1.5) - Math.pow(63, -1.5)) / 1.5 / 3e6), 4);
	});
});

describe('the models where they meet', () => {
	const history = { repeats: 3, lastWeeks: 20, ageWeeks: 30 };
	it('approach customers who never leave as leaving grows rare', () => {
		const nbd = { kind: 'nbd', r: 0.8, alphaWeeks: 9 } as const;
		for (const model of [
			{ kind: 'bgnbd', r: 0.8, alphaWeeks: 9, a: 1e-7, b: 1 },
			{ kind: 'mbgnbd', r: 0.8, alphaWeeks: 9, a: 1e-7, b: 1 },
			{ kind: 'paretonbd', r: 0.8, alphaWeeks: 9, s: 1e-7, betaWeeks: 9 }
		] as const) {
			expect(probabilityAlive(model, history)).toBeCloseTo(1, 5);
			expect(expectedOrders(model, history, 26)).toBeCloseTo(expectedOrders(nbd, history, 26), 5);
			expect(probabilityOfOrder(model, history, 26)).toBeCloseTo(probabilityOfOrder(nbd, history, 26), 5);
		}
	});
	it('are smooth where a formula divides nothing by nothing, at a = 1 and s = 1', () => {
		const bg = (a: number) => expectedOrders({ kind: 'bgnbd', r: 0.3, alphaWeeks: 5, a, b: 2 }, history, 26);
		expect(bg(1)).toBeCloseTo((bg(0.999) + bg(1.001)) / 2, 5);
		const pareto = (s: number) => expectedOrders({ kind: 'paretonbd', r: 0.3, alphaWeeks: 5, s, betaWeeks: 8 }, history, 26);
		expect(pareto(1)).toBeCloseTo((pareto(0.999) + pareto(1.001)) / 2, 5);
	});
	it('the chance of an order is at most its expected number, and grows with time', () => {
		for (const model of [
			{ kind: 'bgnbd', r: 0.3, alphaWeeks: 5, a: 0.8, b: 2 },
			{ kind: 'mbgnbd', r: 0.3, alphaWeeks: 5, a: 0.8, b: 2 },
			{ kind: 'paretonbd', r: 0.5, alphaWeeks: 10, s: 0.6, betaWeeks: 12 },
			{ kind: 'paretonbd', r: 0.5, alphaWeeks: 6, s: 0.6, betaWeeks: 60 }
		] as const) {
			let before = 0;
			for (const ahead of [1, 4, 13, 52, 260]) {
				const chance = probabilityOfOrder(model, history, ahead);
				expect(chance).toBeGreaterThan(before);
				expect(chance).toBeLessThan(Math.min(1, expectedOrders(model, history, ahead)));
				before = chance;
			}
		}
	});
});

function pearson(x: Float64Array, y: Float64Array): number {
	const mean = (values: Float64Array) => values.reduce((a, b) => a + b, 0) / values.length;
	const [mx, my] = [mean(x), mean(y)];
	const sum = (f: (i: number) => number) => x.reduce((total, _, i) => total + f(i), 0);
	return sum((i) => (x[i]! - mx) * (y[i]! - my)) / Math.sqrt(sum((i) => (x[i]! - mx) ** 2) * sum((i) => (y[i]! - my) ** 2));
}
