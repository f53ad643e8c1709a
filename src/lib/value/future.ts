import type { PurchaseLog } from '../features/customers.js';
import { part, type Task } from '../task.js';
import { discountedOrders, type ValueTerms } from './clv.js';
import { drawFutures, groupIntervals } from './draws.js';
import { fitOrders, type OrderFit } from './fit.js';
import { fitSpend, spendRate, type SpendFit } from './gamma-gamma.js';
import { distinctHistories, ofRows, type SpendHistories } from './histories.js';
import { holdOut, type Holdout } from './holdout.js';
import { weeksToNextOrder } from './next-order.js';
import { meanSpend } from './one-future.js';
import { expectedOrders, probabilityAlive, orderModelKinds, probabilityOfOrder, type OrderModelKind } from './order-model.js';
import { intervalOf, type Interval } from './resample.js';
import { daysPerWeek, weeksOfMonths } from './time.js';
import type { Future } from './values.js';

/** How the time ahead was foreseen, and by which of the models that were compared. */
export interface FutureReport extends Comparison {
	/** That of the model in use. */
	readonly fit: OrderFit;
	readonly spend: SpendFit | null;
	/** Orders of all customers within the horizon, and their value where it is known: what is to be expected, with two intervals of 95 %. */
	readonly orders: Foretold;
	readonly money: Foretold | null;
	/** Mean chance of not having left, with its interval; null where the data does not tell. */
	readonly alive: (Interval & { readonly value: number }) | null;
	/** Customers who came back and spent nothing on it: their spend is taken to be everyone's. */
	readonly withoutSpend: number;
	/** Customers who have not come back, and of whose spend the model cannot say anything: it is taken to be everyone's. */
	readonly untoldSpend: number;
}

/** An expected figure; `low` to `high` is where it lies as far as other customers of the same kind would move it. */
export interface Foretold extends Interval {
	readonly value: number;
	/** Where lies what comes. */
	readonly realised: Interval;
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
}

/** Why a model is in use. */
export type Reason =
	/** The histories do not show customers leave, so nobody is taken to. */
	| 'nobodyLeaves'
	/** No other is better by more than a standard error. */
	| 'simplest'
	/** It is better than the simpler ones by more than a standard error, and the histories are likelier under it. */
	| 'better'
	/** Nothing could be held back, and the histories are likeliest under it. */
	| 'likeliest'
	/** It was asked for. */
	| 'asked';

/** Order models side by side. */
export interface Comparison {
	readonly fits: readonly OrderFit[];
	readonly holdout: Holdout | null;
	readonly chosen: OrderModelKind;
	readonly reason: Reason;
}

/**
 * Fits each kind of model and tries it on the last days of the history, as many as the horizon or half of it. Of the models
 * in which customers leave, those may be chosen under which the histories show it, and which are no less likely than the simplest of
 * them: one test alone prefers another by luck in one case of six. Where none shows it, nobody is taken to leave. A model that is
 * `wanted` is chosen whatever the others say.
 */
async function compareModels(
	{ log, day, days, histories }: KnownCustomers,
	horizonMonths: number,
	wanted: OrderModelKind | null,
	task: Task
): Promise<Comparison> {
	const fits: OrderFit[] = [];
	for (const [k, kind] of orderModelKinds.entries())
		fits.push(await fitOrders(kind, histories, part(task, (0.5 * k) / orderModelKinds.length, (0.5 * (k + 1)) / orderModelKinds.length)));
	const told = fits.filter(({ leavingIdentified }) => leavingIdentified);
	const candidates = told.length > 0 ? told.filter(({ logLikelihood }) => logLikelihood >= told[0]!.logLikelihood) : [fits[0]!];
	const may = wanted ? [wanted] : candidates.map(({ model }) => model.kind);
	const heldBack = Math.min(Math.round(weeksOfMonths(horizonMonths) * daysPerWeek), Math.floor(days / 2));
	const holdout = await holdOut(log, day, heldBack, orderModelKinds, part(task, 0.5, 1), may);
	const likeliest = candidates.reduce((one, other) => (other.logLikelihood > one.logLikelihood ? other : one)).model.kind;
	const chosen = wanted ?? holdout?.chosen ?? likeliest;
	const reason = told.length === 0 ? 'nobodyLeaves' : !holdout ? 'likeliest' : chosen === may[0] ? 'simplest' : 'better';
	return { fits, holdout, chosen, reason: wanted ? 'asked' : reason };
}

/** The time ahead of each customer, by the model that the comparison chooses, or by the one that is `wanted`. */
export async function foresee(
	customers: KnownCustomers,
	terms: ValueTerms,
	{ seed, wanted }: { readonly seed: number; readonly wanted: OrderModelKind | null },
	task: Task
): Promise<Foreseen> {
	const { day, known, histories } = customers;
	const weeks = weeksOfMonths(terms.horizonMonths);
	const comparison = await compareModels(customers, terms.horizonMonths, wanted, part(task, 0, 0.5));
	const fit = comparison.fits.find(({ model }) => model.kind === comparison.chosen)!;
	const { model } = fit;

	const rows = distinctHistories(histories);
	const each = (column: Float64Array) => Float64Array.from(rows.rowOf, (row) => column[row]!);
	const orders = await ofRows(rows, (history) => expectedOrders(model, history, weeks), task);
	const discounted = await ofRows(rows, (history) => discountedOrders(model, history, terms), task);
	const chance = await ofRows(rows, (history) => probabilityOfOrder(model, history, weeks), task);
	const alive = await ofRows(rows, (history) => probabilityAlive(model, history), task);
	// Histories end with the day before `day`, and are counted in whole days.
	const nextDay = (share: number) =>
		ofRows(
			rows,
			(history, k) => (chance[k]! < 0.5 ? NaN : Math.max(day, day - 1 + Math.round(weeksToNextOrder(model, history, share) * daysPerWeek))),
			task
		);
	const next = { day: each(await nextDay(0.5)), low: each(await nextDay(0.1)), high: each(await nextDay(0.9)) };

	const spend = await fitSpend(histories.repeats, histories.repeatSpend, task);
	const everyonesSpend = meanRepeatSpend(histories);
	const ordersOf = each(orders);
	const discountedOf = each(discounted);
	const worth =
		everyonesSpend === null
			? null
			: discountedOf.map(
					(value, i) =>
						value * meanSpend(spend?.model ?? null, histories.repeats[i]!, histories.repeatSpend[i]!, everyonesSpend) * terms.margin
				);
	const share = discountedOf.map((value, i) => (ordersOf[i]! > 0 ? value / ordersOf[i]! : 0));
	const draws = await drawFutures({ model, spend, everyonesSpend, histories, discounted: share }, terms, seed, part(task, 0.5, 1));
	const whole = draws.value && worth && groupIntervals(draws.value, worth, new Uint8Array(known.length), 1)[0]!;

	return {
		future: {
			model: model.kind,
			orders: ordersOf,
			chance: each(chance),
			value: worth,
			alive: fit.leavingIdentified ? each(alive) : null,
			next,
			draws: draws.value
		},
		report: {
			fit,
			...comparison,
			spend,
			orders: { value: dot(rows.count, orders), ...intervalOf(draws.orders.expected), realised: intervalOf(draws.orders.realised) },
			money: worth && whole && { value: worth.reduce((sum, value) => sum + value, 0), ...whole.interval, realised: whole.realised },
			alive: fit.leavingIdentified ? { value: dot(rows.count, alive) / known.length, ...intervalOf(draws.alive) } : null,
			withoutSpend: histories.repeats.filter((x, i) => x > 0 && !(histories.repeatSpend[i]! > 0)).length,
			untoldSpend: spend && !spendRate(spend.model, 0, 0) ? histories.repeats.filter((x) => x === 0).length : 0
		}
	};
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** Mean over customers of what they spent on coming back; null where nobody spent anything. */
function meanRepeatSpend({ repeats, repeatSpend }: SpendHistories): number | null {
	let sum = 0;
	let count = 0;
	repeats.forEach((x, i) => {
		if (!(x > 0 && repeatSpend[i]! > 0)) return;
		sum += repeatSpend[i]!;
		count++;
	});
	return count > 0 ? sum / count : null;
}
