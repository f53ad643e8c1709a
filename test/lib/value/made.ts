import { normal, seeded, type Random } from '../../../src/lib/random.js';
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
