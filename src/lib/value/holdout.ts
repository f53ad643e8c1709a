import type { PurchaseLog } from '../features/customers.js';
import { knownAt } from '../features/features.js';
import { part, pause, type Task } from '../task.js';
import { fitOrders } from './fit.js';
import { distinctHistories, historiesAt, ofRows } from './histories.js';
import { logLikelihoodOf } from './likelihood.js';
import { expectedOrders, type OrderModelKind } from './order-model.js';
import { daysPerWeek } from './time.js';

/** A model, or everybody buying as often in the time ahead as in the same time before. */
export type Method = OrderModelKind | 'repetition';

/** How a method's orders per customer compare with those that came. */
export interface HoldoutRow {
	readonly method: Method;
	/** Orders that it foresaw of all customers. */
	readonly total: number;
	/** Mean absolute and root mean squared error of a customer's orders. */
	readonly meanError: number;
	readonly rootMeanSquare: number;
	/** Log-likelihood of what the customers did on the days held back, given what they had done before, in weeks; null for repetition. */
	readonly logLikelihood: number | null;
}

export interface Holdout {
	/** The first day that was held back, days since 1970-01-01, and how many were. */
	readonly day: number;
	readonly days: number;
	readonly customers: number;
	readonly repeatBuyers: number;
	/** Orders that came. */
	readonly actual: number;
	/** Repetition first, then the models. */
	readonly rows: readonly HoldoutRow[];
	/** The simplest model, of those that may be chosen, whose squared error is within one standard error of the best. */
	readonly chosen: OrderModelKind;
	/** Whether its squared error is below that of repetition by more than one standard error. */
	readonly beatsRepetition: boolean;
}

const fewestCustomers = 50;
const fewestRepeatBuyers = 10;

/**
 * Hides the last `days` before `day`, learns each of `kinds` (simplest first) from what was known then, and compares with the purchase
 * days that came, of the customers who were known. Only models that `may` be chosen are (all where it is not given). Null where fewer than 50 customers were, or fewer than ten had come back.
 */
export async function holdOut(
	log: PurchaseLog,
	day: number,
	days: number,
	kinds: readonly OrderModelKind[],
	task: Task,
	may: readonly OrderModelKind[] = kinds
): Promise<Holdout | null> {
	const cut = day - days;
	const known = knownAt(log, cut);
	const histories = historiesAt(log, cut, known);
	const repeatBuyers = histories.repeats.filter((x) => x > 0).length;
	if (known.length < fewestCustomers || repeatBuyers < fewestRepeatBuyers) return null;
	await pause(task);
	const whole = historiesAt(log, day, known);
	const actual = whole.repeats.map((x, i) => x - histories.repeats[i]!);
	await pause(task);
	const before = knownAt(log, cut - days);
	const earlier = new Map(Array.from(historiesAt(log, cut - days, before).repeats, (x, k) => [before[k]!, x]));
	const predicted = new Map<Method, Float64Array>([['repetition', histories.repeats.map((x, i) => x - (earlier.get(known[i]!) ?? 0))]]);
	const likelihood = new Map<Method, number>();
	for (const [k, kind] of kinds.entries()) {
		const inner = part(task, k / kinds.length, (k + 1) / kinds.length);
		const { model } = await fitOrders(kind, histories, inner);
		likelihood.set(kind, (await logLikelihoodOf(model, whole, inner)) - (await logLikelihoodOf(model, histories, inner)));
		const rows = distinctHistories(histories);
		const orders = await ofRows(rows, (history) => expectedOrders(model, history, days / daysPerWeek), inner);
		predicted.set(
			kind,
			Float64Array.from(rows.rowOf, (row) => orders[row]!)
		);
	}
	const squares = new Map([...predicted].map(([method, orders]) => [method, orders.map((value, i) => (value - actual[i]!) ** 2)]));
	const best = may.reduce((one, other) => (mean(squares.get(other)!) < mean(squares.get(one)!) ? other : one));
	const chosen = may.find((kind) => !isAbove(squares.get(kind)!, squares.get(best)!)) ?? best;
	return {
		day: cut,
		days,
		customers: known.length,
		repeatBuyers,
		actual: sum(actual),
		rows: [...predicted].map(([method, orders]) => ({
			method,
			total: sum(orders),
			meanError: mean(orders.map((value, i) => Math.abs(value - actual[i]!))),
			rootMeanSquare: Math.sqrt(mean(squares.get(method)!)),
			logLikelihood: likelihood.get(method) ?? null
		})),
		chosen,
		beatsRepetition: isAbove(squares.get('repetition')!, squares.get(chosen)!)
	};
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
const mean = (values: Float64Array): number => sum(values) / values.length;

/** Whether the mean of `a` is above that of `b` by more than one standard error of their paired difference. */
function isAbove(a: Float64Array, b: Float64Array): boolean {
	const difference = a.map((value, i) => value - b[i]!);
	const centre = mean(difference);
	const error = Math.sqrt(sum(difference.map((value) => (value - centre) ** 2)) / (a.length - 1) / a.length);
	return centre > error;
}
