import { logGamma } from '../stats/gamma.js';
import { byDifferences, minimise } from '../stats/minimise.js';
import type { Task } from '../task.js';

/**
 * What customers spend per purchase: each purchase is gamma (shape p) about a mean of the customer's own, whose rate is gamma (shape q,
 * rate v in money) over customers (Fader & Hardie 2013, "The gamma-gamma model of monetary value").
 */
export interface SpendModel {
	readonly p: number;
	readonly q: number;
	readonly v: number;
}

export interface SpendFit {
	readonly model: SpendModel;
	readonly logLikelihood: number;
	readonly converged: boolean;
	/** Customers with at least one repeat purchase of more than nothing, whom the model is learned from. */
	readonly customers: number;
	/** Pearson correlation of the number of repeat purchases with their mean: the model takes it for zero. */
	readonly correlation: number;
}

/** Fewer than this many customers with repeat purchases tell nothing of how spending spreads. */
const fewest = 10;

/**
 * Learns from customers who came back (`repeats` > 0) and spent something on it (`repeatSpend` > 0, the mean of a repeat purchase, in
 * money). Null where there are fewer than ten, or they all spend the same.
 */
export async function fitSpend(repeats: Float64Array, repeatSpend: Float64Array, task: Task): Promise<SpendFit | null> {
	const kept = Uint32Array.from(repeats.keys()).filter((i) => repeats[i]! > 0 && repeatSpend[i]! > 0);
	const n = kept.length;
	const x = Float64Array.from(kept, (i) => repeats[i]!);
	const typical = kept.reduce((sum, i) => sum + repeatSpend[i]!, 0) / n;
	// Money is scaled to a mean of one, so that the same starts suit dong and dollars.
	const m = Float64Array.from(kept, (i) => repeatSpend[i]! / typical);
	if (n < fewest || m.every((spend) => Math.abs(spend - m[0]!) < 1e-9)) return null;
	const logs = m.map(Math.log);
	const most = x.reduce((max, count) => Math.max(max, count), 0);
	const deviance = byDifferences((params) => {
		const [p, q, v] = Array.from(params, Math.exp) as [number, number, number];
		const counted = new Float64Array(most + 1).fill(NaN);
		const constant = q * params[2]! - logGamma(q);
		let sum = 0;
		for (let i = 0; i < n; i++) {
			const shape = p * x[i]!;
			if (Number.isNaN(counted[x[i]!]!)) counted[x[i]!] = logGamma(shape + q) - logGamma(shape) + shape * Math.log(x[i]!) + constant;
			sum += counted[x[i]!]! + (shape - 1) * logs[i]! - (shape + q) * Math.log(x[i]! * m[i]! + v);
		}
		return -sum / n;
	});
	let best = await minimise(deviance, [0.5, 1, 0], { limit: 12 }, task);
	for (const start of [
		[2, 1.5, 0],
		[0, 2, 1]
	]) {
		const found = await minimise(deviance, start, { limit: 12 }, task);
		if (found.value < best.value) best = found;
	}
	const [p, q, v] = Array.from(best.x, Math.exp) as [number, number, number];
	return {
		model: { p, q, v: v * typical },
		logLikelihood: -best.value * n - n * Math.log(typical),
		converged: best.converged,
		customers: n,
		correlation: pearson(x, m)
	};
}

/** Whether spending has a mean over customers at all. */
export const hasMean = ({ q }: SpendModel): boolean => q > 1;

/**
 * The mean spend of a future purchase, in money, of a customer with `repeats` repeat purchases of `repeatSpend` on average: their own
 * mean and everyone's, weighed by what is known of them. NaN where the model has no mean.
 */
export function expectedSpend({ p, q, v }: SpendModel, repeats: number, repeatSpend: number): number {
	if (q <= 1) return NaN;
	const known = repeats > 0 && repeatSpend > 0 ? repeats : 0;
	return (p * (v + known * repeatSpend)) / (p * known + q - 1);
}

function pearson(x: Float64Array, y: Float64Array): number {
	const n = x.length;
	const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / n;
	const [mx, my] = [mean(x), mean(y)];
	let xy = 0;
	let xx = 0;
	let yy = 0;
	for (let i = 0; i < n; i++) {
		xy += (x[i]! - mx) * (y[i]! - my);
		xx += (x[i]! - mx) ** 2;
		yy += (y[i]! - my) ** 2;
	}
	return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}
