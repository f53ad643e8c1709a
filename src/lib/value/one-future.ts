import { gamma, type Random } from '../random.js';
import { expectedSpend, spendRate, type SpendModel } from './gamma-gamma.js';
import type { History } from './histories.js';
import { chancesToLeave, type OrderModel } from './order-model.js';

/**
 * The weeks at which one customer orders in a future drawn at random, up to `weeks` after their history, of which `alive` is the chance of
 * not having left. Rate of buying and chance or rate of leaving are drawn from what the history leaves open: given that a customer is
 * there, they are gamma, beta and gamma again (Fader, Hardie & Lee 2005; Schmittlein, Morrison & Colombo 1987).
 */
export function drawnOrders(model: OrderModel, { repeats, ageWeeks }: History, alive: number, weeks: number, random: Random): number[] {
	const orders: number[] = [];
	if (random() >= alive) return orders;
	const rate = gamma(model.r + repeats, random) / (model.alphaWeeks + ageWeeks);
	const leavingRate = model.kind === 'paretonbd' ? gamma(model.s, random) / (model.betaWeeks + ageWeeks) : 0;
	const until = leavingRate > 0 ? Math.min(weeks, exponential(leavingRate, random)) : weeks;
	// Drawn once there is an order after which to leave: for most there is none.
	let leaves = NaN;
	for (let week = exponential(rate, random); week < until; week += exponential(rate, random)) {
		orders.push(week);
		if (model.kind !== 'bgnbd' && model.kind !== 'mbgnbd') continue;
		if (orders.length === 1) leaves = beta(model.a, model.b + chancesToLeave(model.kind, repeats), random);
		if (random() < leaves) break;
	}
	return orders;
}

/**
 * What the orders of one customer cost them, one after the other, drawn at random from what `repeats` purchases of `repeatSpend` on average
 * leave open. Where the model cannot say, each costs `otherwise`.
 */
export function drawnSpend(
	model: SpendModel | null,
	repeats: number,
	repeatSpend: number,
	otherwise: number,
	random: Random
): () => number {
	const left = model && spendRate(model, repeats, repeatSpend);
	if (!left) return () => otherwise;
	const rate = gamma(left.shape, random) / left.money;
	return () => gamma(model.p, random) / rate;
}

/** What `drawnSpend` is on average. */
export const meanSpend = (model: SpendModel | null, repeats: number, repeatSpend: number, otherwise: number): number =>
	model && spendRate(model, repeats, repeatSpend) ? expectedSpend(model, repeats, repeatSpend) : otherwise;

const exponential = (rate: number, random: Random): number => -Math.log(1 - random()) / rate;

function beta(a: number, b: number, random: Random): number {
	const one = gamma(a, random);
	return one / (one + gamma(b, random));
}
