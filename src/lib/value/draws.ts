import { sampleRows } from '../cluster/sample.js';
import { seeded } from '../random.js';
import { part, pause, type Task } from '../task.js';
import type { ValueTerms } from './clv.js';
import type { SpendFit } from './gamma-gamma.js';
import { distinctHistories, historyOf, type SpendHistories } from './histories.js';
import { drawnOrders, drawnSpend, meanSpend } from './one-future.js';
import { expectedOrders, probabilityAlive, type OrderModel } from './order-model.js';
import { intervalOf, resampledModels, resampledSpend, type Interval } from './resample.js';
import { weeksOfMonths, weeksPerMonth } from './time.js';

/** The value of customers, over and over: of the models of resampled customers, one entry each, in the money of the file. */
export interface ValueDraws {
	/** Whose value was drawn: everyone's, or that of a random sample. */
	readonly of: Uint32Array;
	/** What is to be expected under the model. */
	readonly expected: readonly Float32Array[];
	/** What comes in one future drawn from it, so that chance is in it too. */
	readonly realised: readonly Float32Array[];
}

export interface Draws {
	/** Null where value is not known. */
	readonly value: ValueDraws | null;
	/** Orders of all customers, expected and in one future, and the mean chance of not having left: an entry per draw. */
	readonly orders: Readonly<Record<'expected' | 'realised', Float64Array>>;
	readonly alive: Float64Array;
}

/** Two intervals of 95 %: where the expected figure lies, as far as other customers of the same kind would move it, and where lies what comes. */
export interface Intervals {
	readonly interval: Interval;
	readonly realised: Interval;
}

export const resamples = 60;
/** Customers whose futures are drawn, at most; what they show of others is in `groupIntervals`. */
const mostDrawn = 20_000;
const rowsBetweenPauses = 500;

/** What the draws start from. */
export interface Foresight {
	readonly model: OrderModel;
	readonly spend: SpendFit | null;
	/** What an order costs where the model of spend does not say; null where nobody spent anything on coming back. */
	readonly everyonesSpend: number | null;
	readonly histories: SpendHistories;
	/** Orders of each customer, discounted ÷ not discounted. */
	readonly discounted: Float64Array;
}

/**
 * What the time ahead might bring under `resamples` models of resampled customers (Efron 1979). Expected value moves with the orders and
 * the spend of each model; in a future drawn, an order counts (1 + d)^(−months ÷ 12) at the end of its month, as in `discountedOrders`.
 */
export async function drawFutures(
	{ model, spend, everyonesSpend, histories, discounted }: Foresight,
	terms: ValueTerms,
	seed: number,
	task: Task
): Promise<Draws> {
	const models = await resampledModels(model, histories, { seed, resamples }, part(task, 0, 0.5));
	const spends = spend && (await resampledSpend(spend.model, histories, { seed, resamples }, task));
	const rows = distinctHistories(histories);
	const weeks = weeksOfMonths(terms.horizonMonths);
	const worthInMonth = Float64Array.from(
		{ length: terms.horizonMonths },
		(_, month) => terms.margin * Math.pow(1 + terms.annualDiscount, -(month + 1) / 12)
	);
	const n = rows.rowOf.length;
	const random = seeded(seed);
	const of = sampleRows(n, mostDrawn, seeded(seed));
	const value = everyonesSpend === null ? null : { of, expected: [] as Float32Array[], realised: [] as Float32Array[] };
	const orders = { expected: new Float64Array(resamples), realised: new Float64Array(resamples) };
	const aliveShare = new Float64Array(resamples);
	for (const [k, drawn] of models.entries()) {
		task.progress(0.5 + (0.5 * k) / resamples);
		const [expectedOf, aliveOf] = [new Float64Array(rows.count.length), new Float64Array(rows.count.length)];
		for (let row = 0; row < rows.count.length; row++) {
			if (row % rowsBetweenPauses === 0) await pause(task);
			const history = historyOf(rows, row);
			expectedOf[row] = expectedOrders(drawn, history, weeks);
			aliveOf[row] = probabilityAlive(drawn, history);
			orders.expected[k]! += rows.count[row]! * expectedOf[row]!;
			aliveShare[k]! += (rows.count[row]! * aliveOf[row]!) / n;
		}
		const own = { expected: new Float32Array(value ? of.length : 0), realised: new Float32Array(value ? of.length : 0) };
		const drawnModel = spends?.[k] ?? null;
		let luck = 0;
		for (let at = 0; at < of.length; at++) {
			if (at % rowsBetweenPauses === 0) await pause(task);
			const i = of[at]!;
			const row = rows.rowOf[i]!;
			const [repeats, repeatSpend] = [histories.repeats[i]!, histories.repeatSpend[i]!];
			const ordered = drawnOrders(drawn, historyOf(rows, row), aliveOf[row]!, weeks, random);
			luck += ordered.length - expectedOf[row]!;
			if (everyonesSpend === null) continue;
			own.expected[at] = expectedOf[row]! * discounted[i]! * meanSpend(drawnModel, repeats, repeatSpend, everyonesSpend) * terms.margin;
			if (ordered.length === 0) continue;
			const spent = drawnSpend(drawnModel, repeats, repeatSpend, everyonesSpend, random);
			for (const week of ordered)
				own.realised[at]! += spent() * worthInMonth[Math.min(terms.horizonMonths - 1, Math.floor(week / weeksPerMonth))]!;
		}
		orders.realised[k] = orders.expected[k]! + luck * Math.sqrt(n / of.length);
		value?.expected.push(own.expected);
		value?.realised.push(own.realised);
	}
	return { value, orders, alive: aliveShare };
}

/**
 * The intervals of the value of each group: `labels` holds the group of each customer, below `k`, `value` what is expected of each. Where a
 * sample was drawn, what is expected of a group moves in proportion to that of its members in the sample, and luck with the square root of it, for
 * the luck of one customer is not that of another. Null for a group of some value of which nobody was drawn.
 */
export function groupIntervals(
	{ of, expected, realised }: ValueDraws,
	value: Float64Array,
	labels: ArrayLike<number>,
	k: number
): (Intervals | null)[] {
	const [all, seen] = [new Float64Array(k), new Float64Array(k)];
	value.forEach((each, i) => (all[labels[i]!]! += each));
	for (const i of of) seen[labels[i]!]! += value[i]!;
	const sums = (draws: readonly Float32Array[]) =>
		draws.map((values) => {
			const sum = new Float64Array(k);
			values.forEach((each, at) => (sum[labels[of[at]!]!]! += each));
			return sum;
		});
	const [ofExpected, ofRealised] = [sums(expected), sums(realised)];
	return Array.from({ length: k }, (_, g) => {
		if (seen[g] === 0 && all[g]! > 0) return null;
		const scale = seen[g]! > 0 ? all[g]! / seen[g]! : 1;
		const centre = ofExpected.map((sum) => sum[g]! * scale);
		const luck = ofRealised.map((sum, draw) => (sum[g]! - ofExpected[draw]![g]!) * Math.sqrt(scale));
		return { interval: intervalOf(centre), realised: intervalOf(centre.map((each, draw) => each + luck[draw]!)) };
	});
}
