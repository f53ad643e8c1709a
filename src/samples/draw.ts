import { normal, type Random } from '../lib/random.js';

/** A number whose logarithm is normal: `median` times e to the power of a normal number of deviation `spread`. */
export const logNormal = (median: number, spread: number, random: Random): number => median * Math.exp(spread * normal(random));

/** A waiting time of the given mean: the sum of `shape` equal exponential stages, so a higher `shape` is more regular. */
export function erlang(mean: number, shape: number, random: Random): number {
	let sum = 0;
	for (let i = 0; i < shape; i++) sum -= Math.log(1 - random());
	return (sum * mean) / shape;
}

/** A Poisson count (Knuth 1969, for small means). */
export function poisson(mean: number, random: Random): number {
	const limit = Math.exp(-mean);
	let product = random();
	let count = 0;
	while (product > limit) {
		product *= random();
		count++;
	}
	return count;
}

export const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)]!;
