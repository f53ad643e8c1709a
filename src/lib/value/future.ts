import type { PurchaseLog } from '../features/customers.js';
import { part, pause, type Task } from '../task.js';
import { discountedOrders, type ValueTerms } from './clv.js';
import { fitOrders, type OrderFit } from './fit.js';
import { expectedSpend, fitSpend, hasMean, type SpendFit } from './gamma-gamma.js';
import { distinctHistories, historyOf, type DistinctHistories, type History, type SpendHistories } from './histories.js';
import { holdOut, type Holdout } from './holdout.js';
import { weeksToNextOrder } from './next-order.js';
import { expectedOrders, probabilityAlive, probabilityOfOrder, type OrderModel, type OrderModelKind } from './order-model.js';
import { intervalOf, resampledModels, type Interval } from './resample.js';
import { daysPerWeek, weeksOfMonths } from './time.js';
import type { Future } from './values.js';

/** How the time ahead was foreseen. */
export interface FutureReport {
	/** The model in use, with the likelihood of all that were tried. */
	readonly fit: OrderFit;
	readonly likelihoods: readonly { readonly kind: OrderModelKind; readonly logLikelihood: number }[];
	readonly holdout: Holdout | null;
	readonly spend: SpendFit | null;
	/** Orders of all customers within the horizon, and their value where it is known, with the 95 % interval that the order model leaves. */
	readonly orders: Interval & { readonly value: number };
	readonly money: (Interval & { readonly value: number }) | null;
	/** Mean chance of not having left, with its interval; null where the data does not tell. */
	readonly alive: (Interval & { readonly value: number }) | null;
	/** Customers who came back and spent nothing on it: their spend is taken to be everyone's. */
	readonly withoutSpend: number;
}

/** The customers of a log who are known on a day, and what is known of them. */
export interface KnownCustomers {
	readonly log: PurchaseLog;
	/** Days since 1970-01-01; the horizon starts with this day. */
	readonly day: number;
	/** Days of history before it. */
	readonly days: number;
	/** Indices into the log. */
	readonly known: Uint32Array;
	readonly histories: SpendHistories;
}

export interface Foreseen {
	/** Entry k is that of the k-th known customer. */
	readonly future: Future;
	readonly report: FutureReport;
	/** Interval of the value of the customers (by entry) that `takes` accepts; null where value is not known. */
	interval(takes: (entry: number) => boolean): Interval | null;
}

const resamples = 60;
const rowsBetweenPauses = 500;
/** Models in which customers leave, simplest first. Pareto/NBD says nothing that these do not, and takes twenty times as long. */
const leaving = ['bgnbd', 'mbgnbd'] as const;

/**
 * The time ahead of each customer. Of the models in which customers leave, those take part under which the histories show it; they are
 * tried on the last days of the history, as many as the horizon or half of it. Where none does, nobody is taken to leave.
 */
export async function foresee(customers: KnownCustomers, terms: ValueTerms, seed: number, task: Task): Promise<Foreseen> {
	const { log, day, days, known, histories } = customers;
	const weeks = weeksOfMonths(terms.horizonMonths);
	const tried: OrderFit[] = [];
	for (const [k, kind] of leaving.entries()) tried.push(await fitOrders(kind, histories, part(task, k * 0.1, (k + 1) * 0.1)));
	const told = tried.filter(({ leavingIdentified }) => leavingIdentified);
	const candidates = told.length > 0 ? told : [await fitOrders('nbd', histories, part(task, 0.2, 0.3))];
	const heldBack = Math.min(Math.round(weeks * daysPerWeek), Math.floor(days / 2));
	const kinds = candidates.map(({ model }) => model.kind);
	const holdout = await holdOut(log, day, heldBack, kinds, part(task, 0.3, 0.6));
	const likeliest = candidates.reduce((one, other) => (other.logLikelihood > one.logLikelihood ? other : one));
	const fit = candidates.find(({ model }) => model.kind === holdout?.chosen) ?? likeliest;
	const { model } = fit;

	const rows = distinctHistories(histories);
	const each = (column: Float64Array) => Float64Array.from(rows.rowOf, (row) => column[row]!);
	const orders = await ofRows(rows, (history) => expectedOrders(model, history, weeks), task);
	const discounted = await ofRows(rows, (history) => discountedOrders(model, history, terms), task);
	const chance = await ofRows(rows, (history) => probabilityOfOrder(model, history, weeks), task);
	const alive = await ofRows(rows, (history) => probabilityAlive(model, history), task);
	const nextDay = (share: number) =>
		ofRows(rows, (history, k) => (chance[k]! < 0.5 ? NaN : day + Math.round(weeksToNextOrder(model, history, share) * daysPerWeek)), task);
	const next = { day: each(await nextDay(0.5)), low: each(await nextDay(0.1)), high: each(await nextDay(0.9)) };

	const spend = await fitSpend(histories.repeats, histories.repeatSpend, task);
	const meanSpend = spendOf(spend, histories);
	const worth = meanSpend && each(discounted).map((value, i) => value * meanSpend[i]! * terms.margin);

	const draws = await resampledModels(model, histories, { seed, resamples }, part(task, 0.6, 1));
	const drawnOrders: Float64Array[] = [];
	for (const draw of draws) drawnOrders.push(await ofRows(rows, (history) => expectedOrders(draw, history, weeks), task));
	const aliveUnder = (drawn: OrderModel) =>
		rows.count.reduce((sum, count, k) => sum + count * probabilityAlive(drawn, historyOf(rows, k)), 0) / known.length;
	const interval = (takes: (entry: number) => boolean): Interval | null => {
		if (!worth) return null;
		const byRow = new Float64Array(orders.length);
		worth.forEach((value, i) => {
			const row = rows.rowOf[i]!;
			if (takes(i) && orders[row]! > 0) byRow[row]! += value / orders[row]!;
		});
		return intervalOf(drawnOrders.map((drawn) => dot(byRow, drawn)));
	};

	return {
		future: {
			model: model.kind,
			orders: each(orders),
			chance: each(chance),
			value: worth,
			alive: fit.leavingIdentified ? each(alive) : null,
			next
		},
		report: {
			fit,
			likelihoods: tried.map(({ model: { kind }, logLikelihood }) => ({ kind, logLikelihood })),
			holdout,
			spend,
			orders: { value: dot(rows.count, orders), ...intervalOf(drawnOrders.map((drawn) => dot(rows.count, drawn))) },
			money: worth && { value: worth.reduce((sum, value) => sum + value, 0), ...interval(() => true)! },
			alive: fit.leavingIdentified ? { value: dot(rows.count, alive) / known.length, ...intervalOf(draws.map(aliveUnder)) } : null,
			withoutSpend: histories.repeats.filter((x, i) => x > 0 && !(histories.repeatSpend[i]! > 0)).length
		},
		interval
	};
}

/** A figure of each distinct history. */
async function ofRows(rows: DistinctHistories, figure: (history: History, row: number) => number, task: Task): Promise<Float64Array> {
	const figures = new Float64Array(rows.count.length);
	for (let k = 0; k < figures.length; k++) {
		if (k % rowsBetweenPauses === 0) await pause(task);
		figures[k] = figure(historyOf(rows, k), k);
	}
	return figures;
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** What a purchase of each customer brings on average; where the model of spend has no mean, everyone's mean. Null without any spend. */
function spendOf(spend: SpendFit | null, { repeats, repeatSpend }: SpendHistories): Float64Array | null {
	let sum = 0;
	let count = 0;
	repeats.forEach((x, i) => {
		if (!(x > 0 && repeatSpend[i]! > 0)) return;
		sum += repeatSpend[i]!;
		count++;
	});
	if (count === 0) return null;
	if (!spend || !hasMean(spend.model)) return new Float64Array(repeats.length).fill(sum / count);
	return repeats.map((x, i) => expectedSpend(spend.model, x, repeatSpend[i]!));
}
