import { hypergeometric } from '../stats/hypergeometric.js';
import type { History } from './histories.js';

/**
 * Customers buy at random with a rate of their own, spread over customers as a gamma distribution (shape r, rate α in weeks), and may
 * leave for good:
 * - `bgnbd`: after any repeat purchase, with a chance that is beta(a, b) over customers (Fader, Hardie & Lee 2005).
 * - `mbgnbd`: after any purchase, the first included (Batislam, Denizel & Filiztekin 2007).
 * - `paretonbd`: at any time, at a rate that is gamma (shape s, rate β in weeks) over customers (Schmittlein, Morrison & Colombo 1987).
 * - `nbd`: never (Ehrenberg 1959).
 */
export type OrderModel =
	| { readonly kind: 'bgnbd' | 'mbgnbd'; readonly r: number; readonly alphaWeeks: number; readonly a: number; readonly b: number }
	| { readonly kind: 'paretonbd'; readonly r: number; readonly alphaWeeks: number; readonly s: number; readonly betaWeeks: number }
	| { readonly kind: 'nbd'; readonly r: number; readonly alphaWeeks: number };
export type OrderModelKind = OrderModel['kind'];

/** A customer of whom nothing is known but that they have just bought for the first time. */
export const newcomer: History = { repeats: 0, lastWeeks: 0, ageWeeks: 0 };

/** How often a customer has had the chance to leave: after every purchase but the first, or after that one too. */
export const chancesToLeave = (kind: 'bgnbd' | 'mbgnbd', repeats: number): number => repeats + (kind === 'mbgnbd' ? 1 : 0);

/** The chance that a customer has not left at the end of their history, in [0, 1]. */
export function probabilityAlive(model: OrderModel, { repeats, lastWeeks, ageWeeks }: History): number {
	const { r, alphaWeeks: alpha } = model;
	switch (model.kind) {
		case 'nbd':
			return 1;
		case 'paretonbd': {
			const { s, betaWeeks: beta } = model;
			const scale = (r + repeats) * Math.log(alpha + ageWeeks) + s * Math.log(beta + ageWeeks);
			return 1 / (1 + s * Math.exp(scale + logQuietIntegral(r + repeats, alpha, s, beta, lastWeeks, ageWeeks)));
		}
		case 'bgnbd':
		case 'mbgnbd': {
			const m = chancesToLeave(model.kind, repeats);
			if (m === 0) return 1;
			const odds = Math.exp((r + repeats) * Math.log((alpha + ageWeeks) / (alpha + lastWeeks)));
			return 1 / (1 + (model.a / (model.b + m - 1)) * odds);
		}
		default:
			return model satisfies never;
	}
}

/** Orders to be expected of a customer in the `weeks` that follow their history. */
export function expectedOrders(model: OrderModel, history: History, weeks: number): number {
	return probabilityAlive(model, history) * expectedOrdersIfAlive(model, history, weeks);
}

/** As `expectedOrders`, of a customer who has not left at the end of their history. */
export function expectedOrdersIfAlive(model: OrderModel, { repeats, ageWeeks }: History, weeks: number): number {
	const alpha = model.alphaWeeks + ageWeeks;
	const shape = model.r + repeats;
	switch (model.kind) {
		case 'nbd':
			return (shape / alpha) * weeks;
		case 'paretonbd': {
			const beta = model.betaWeeks + ageWeeks;
			const less = model.s - 1;
			const grown = Math.log1p(weeks / beta);
			// (1 − e^(−less·grown)) ÷ less, which tends to `grown` where s is 1.
			return (shape / alpha) * beta * (Math.abs(less) < 1e-12 ? grown : -Math.expm1(-less * grown) / less);
		}
		case 'bgnbd':
		case 'mbgnbd': {
			// At a = 1 the formula is 0 ÷ 0, and smooth beside it.
			const a = Math.abs(model.a - 1) < 1e-6 ? 1 + 1e-6 : model.a;
			const b = model.b + chancesToLeave(model.kind, repeats);
			const z = weeks / (alpha + weeks);
			return ((a + b - 1) / (a - 1)) * (1 - Math.pow(1 - z, shape) * hypergeometric(shape, b, a + b - 1, z));
		}
		default:
			return model satisfies never;
	}
}

/** The chance of at least one order within the `weeks` that follow a customer's history, in [0, 1]. */
export function probabilityOfOrder(model: OrderModel, history: History, weeks: number): number {
	const alpha = model.alphaWeeks + history.ageWeeks;
	const shape = model.r + history.repeats;
	const alive = probabilityAlive(model, history);
	const quiet = Math.pow(alpha / (alpha + weeks), shape);
	if (model.kind !== 'paretonbd') return alive * (1 - quiet);
	const { s } = model;
	const beta = model.betaWeeks + history.ageWeeks;
	const left = s * Math.exp(shape * Math.log(alpha) + s * Math.log(beta) + logQuietIntegral(shape, alpha, s, beta, 0, weeks));
	return alive * (1 - quiet * Math.pow(beta / (beta + weeks), s) - left);
}

/**
 * ln ∫ (α + y)^−shape (β + y)^−(s + 1) dy from y = `from` to `to`: a customer who buys no more and leaves at y. By ₂F₁ as in Fader &
 * Hardie (2005), "A note on deriving the Pareto/NBD model", about whichever of α and β is the larger.
 */
export function logQuietIntegral(shape: number, alpha: number, s: number, beta: number, from: number, to: number): number {
	if (!(to > from)) return -Infinity;
	const sum = shape + s;
	const larger = Math.max(alpha, beta);
	const b = alpha >= beta ? s + 1 : shape;
	const tail = (y: number) => hypergeometric(sum, b, sum + 1, Math.abs(alpha - beta) / (larger + y));
	const ratio = Math.exp(sum * Math.log((larger + from) / (larger + to)));
	return Math.log(tail(from) - tail(to) * ratio) - sum * Math.log(larger + from) - Math.log(sum);
}
