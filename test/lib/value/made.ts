import type { PurchaseLog } from '../../../src/lib/features/customers.js';
import { purchaseLog } from '../../../src/lib/features/log.js';
import { normal, seeded, type Random } from '../../../src/lib/random.js';
import { ordersOf, type Row } from '../features/orders.js';
import type { Histories } from '../../../src/lib/value/histories.js';

/** A gamma number of this shape and rate 1 (Marsaglia & Tsang 2000). */
export function gamma(shape: number, random: Random): number {
	if (shape < 1) return gamma(shape + 1, random) * Math.pow(1 - random(), 1 / shape);
	const d = shape - 1 / 3;
	for (;;) {
		const x = normal(random);
		const v = (1 + x / Math.sqrt(9 * d)) ** 3;
		if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
	}
}

/** Customers who buy and leave as BG/NBD says, watched for `ages` weeks in turn, and what they buy in the `weeks` after. */
export function madeHistories(
	n: number,
	{ r, alphaWeeks, a, b }: { r: number; alphaWeeks: number; a: number; b: number },
	ages: readonly number[],
	weeks: number,
	seed: number
): Histories & { later: Float64Array; alive: Uint8Array } {
	const random = seeded(seed);
	const made = {
		repeats: new Float64Array(n),
		lastWeeks: new Float64Array(n),
		ageWeeks: new Float64Array(n),
		later: new Float64Array(n),
		alive: new Uint8Array(n)
	};
	for (let i = 0; i < n; i++) {
		const rate = gamma(r, random) / alphaWeeks;
		const [one, other] = [gamma(a, random), gamma(b, random)];
		const leaves = one / (one + other);
		const age = ages[i % ages.length]!;
		made.ageWeeks[i] = age;
		made.alive[i] = 1;
		for (let t = -Math.log(1 - random()) / rate; t < age + weeks; t -= Math.log(1 - random()) / rate) {
			if (t < age) {
				made.repeats[i]!++;
				made.lastWeeks[i] = t;
			} else made.later[i]!++;
			if (random() < leaves) {
				if (t < age) made.alive[i] = 0;
				break;
			}
		}
	}
	return made;
}

/** How a made shop's customers buy and leave (BG/NBD), and spend (gamma-gamma). */
export interface MadeShop {
	readonly orders: { readonly r: number; readonly alphaWeeks: number; readonly a: number; readonly b: number };
	readonly spend: { readonly p: number; readonly q: number; readonly v: number };
}
const firstDay = 16_000;

/** All purchases of a made shop, to the end of the weeks ahead, and the day on which the weeks ahead begin. Customers join during the first half. */
export function madeShop(
	n: number,
	{ orders: { r, alphaWeeks, a, b }, spend: { p, q, v } }: MadeShop,
	{ weeks, ahead }: { readonly weeks: number; readonly ahead: number },
	seed: number
): { log: PurchaseLog; day: number } {
	const random = seeded(seed);
	const rows: Row[] = [];
	for (let c = 0; c < n; c++) {
		const rate = gamma(r, random) / alphaWeeks;
		const [one, other] = [gamma(a, random), gamma(b, random)];
		const leaves = one / (one + other);
		const own = gamma(q, random) / v;
		let leaving = false;
		for (let t = (weeks / 2) * random(); t < weeks + ahead; t -= Math.log(1 - random()) / rate) {
			rows.push({
				customer: String(c),
				order: String(rows.length),
				time: Math.floor((firstDay + 7 * t) * 86_400_000),
				amount: gamma(p, random) / own
			});
			if (leaving && random() < leaves) break;
			leaving = true;
		}
	}
	return { log: purchaseLog(ordersOf(rows)).log, day: firstDay + 7 * weeks };
}
