import type { History } from './histories.js';
import { expectedOrdersIfAlive, probabilityAlive, type OrderModel } from './order-model.js';
import { weeksOfMonths } from './time.js';

export interface ValueTerms {
	/** How far ahead value is counted, in whole months. */
	readonly horizonMonths: number;
	/** What is lost in value by waiting a year, such as 0.1. */
	readonly annualDiscount: number;
	/** What is earned of each unit of money spent, in [0, 1]. */
	readonly margin: number;
}

/**
 * Orders to be expected within the horizon, each worth (1 + d)^(−months ÷ 12) at the end of the month (a twelfth of 365.25 days) in which
 * it falls (Fader & Hardie; orders by month as differences of the expected total).
 */
export function discountedOrders(
	model: OrderModel,
	history: History,
	{ horizonMonths, annualDiscount }: Pick<ValueTerms, 'horizonMonths' | 'annualDiscount'>
): number {
	let before = 0;
	let sum = 0;
	for (let month = 1; month <= horizonMonths; month++) {
		const until = expectedOrdersIfAlive(model, history, weeksOfMonths(month));
		sum += (until - before) * Math.pow(1 + annualDiscount, -month / 12);
		before = until;
	}
	return sum * probabilityAlive(model, history);
}

/** What a customer is worth in the time ahead, in the money of the file: discounted orders × mean spend × margin. */
export const futureValue = (model: OrderModel, history: History, meanSpend: number, terms: ValueTerms): number =>
	discountedOrders(model, history, terms) * meanSpend * terms.margin;
