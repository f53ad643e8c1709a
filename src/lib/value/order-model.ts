import { gaussLegendre } from '../stats/gauss-legendre.js';
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
/** Simplest first. */
export const orderModelKinds = ['nbd', 'bgnbd', 'mbgnbd', 'paretonbd'] as const satisfies readonly OrderModel['kind'][];
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

const { points, weights } = gaussLegendre(12);
/** Over a panel in which the integrand falls by at most e⁸, twelve points are exact to the last digit. */
const mostFall = 8;

/**
 * ln ∫ (α + y)^−shape (β + y)^−(s + 1) dy from y = `from` to `to`: a customer who buys no more and leaves at y. It is the difference of
 * two ₂F₁ of Fader & Hardie (2005), "A note on deriving the Pareto/NBD model", here by quadrature over the logarithm of the smaller of
 * α + y and β + y: their series take thousands of terms where α and β are far apart, and cancel where `from` and `to` are close. Into
 * `means` go the means of ln(α + y), ln(β + y), 1 ÷ (α + y) and 1 ÷ (β + y) under the integrand, which its derivatives are made of.
 */
export function logQuietIntegral(
	shape: number,
	alpha: number,
	s: number,
	beta: number,
	from: number,
	to: number,
	means?: Float64Array
): number {
	means?.fill(0);
	if (!(to > from)) return -Infinity;
	const smaller = Math.min(alpha, beta);
	const largest = -shape * Math.log(alpha + from) - (s + 1) * Math.log(beta + from);
	const end = Math.log(smaller + to);
	let at = Math.log(smaller + from);
	let sum = 0;
	while (at < end) {
		// How fast the integrand falls here, which over a width of one grows by no more than e.
		const y = Math.max(from, Math.exp(at) - smaller);
		const fall = (smaller + y) * (shape / (alpha + y) + (s + 1) / (beta + y));
		const width = Math.min(1, mostFall / (1 + Math.E * fall), end - at);
		let panel = 0;
		for (let i = 0; i < points.length; i++) {
			const near = Math.exp(at + width * points[i]!);
			const [a, b] = [alpha + near - smaller, beta + near - smaller];
			const [logA, logB] = [Math.log(a), Math.log(b)];
			const weight = weights[i]! * near * Math.exp(-shape * logA - (s + 1) * logB - largest);
			panel += weight;
			if (!means) continue;
			means[0]! += width * weight * logA;
			means[1]! += width * weight * logB;
			means[2]! += (width * weight) / a;
			means[3]! += (width * weight) / b;
		}
		sum += panel * width;
		at += width;
		if (fall > 1 && panel * width < 1e-17 * sum) break;
	}
	if (means) for (let k = 0; k < 4; k++) means[k]! /= sum;
	return Math.log(sum) + largest;
}
