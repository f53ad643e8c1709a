import { digamma, logGamma } from '../stats/gamma.js';
import { minimise, type Minimum, type Objective } from '../stats/minimise.js';
import { pause, type Task } from '../task.js';

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

/** Customers who tell of spending. Money is scaled to a mean of one, so that the same starts suit dong and dollars. */
interface Spenders {
	/** Their places in the histories. */
	readonly kept: Uint32Array;
	/** Repeat purchases, their mean spend in units of `typical`, and its logarithm. */
	readonly repeats: Float64Array;
	readonly spend: Float64Array;
	readonly logSpend: Float64Array;
	readonly typical: number;
}

/** Those who came back and spent something on it; null where there are fewer than ten, or they all spend the same. */
function spendersOf(repeats: Float64Array, repeatSpend: Float64Array): Spenders | null {
	const kept = Uint32Array.from(repeats.keys()).filter((i) => repeats[i]! > 0 && repeatSpend[i]! > 0);
	const typical = kept.reduce((sum, i) => sum + repeatSpend[i]!, 0) / kept.length;
	const spend = Float64Array.from(kept, (i) => repeatSpend[i]! / typical);
	if (kept.length < fewest || spend.every((one) => Math.abs(one - spend[0]!) < 1e-9)) return null;
	return { kept, repeats: Float64Array.from(kept, (i) => repeats[i]!), spend, logSpend: spend.map(Math.log), typical };
}

/** Minus the mean log-likelihood of a spender, as a function of the logarithms of p, q and v; `weights` says how often each counts. */
function meanDeviance({ repeats, spend, logSpend }: Spenders, weights: Float64Array): Objective {
	const n = repeats.length;
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const most = repeats.reduce((max, count) => Math.max(max, count), 0);
	// What depends on the number of purchases alone is worked out once for each number that there is.
	const terms = new Float64Array(most + 1);
	const [termsByP, termsByQ] = [new Float64Array(most + 1), new Float64Array(most + 1)];
	return (logs, gradient) => {
		const [p, q, v] = Array.from(logs, Math.exp) as [number, number, number];
		terms.fill(NaN);
		const constant = q * logs[2]! - logGamma(q);
		const constantByQ = logs[2]! - digamma(q);
		let [sum, byP, byQ, byV] = [0, 0, 0, 0];
		for (let i = 0; i < n; i++) {
			const weight = weights[i]!;
			if (weight === 0) continue;
			const x = repeats[i]!;
			const shape = p * x;
			if (Number.isNaN(terms[x]!)) {
				terms[x] = logGamma(shape + q) - logGamma(shape) + shape * Math.log(x) + constant;
				termsByQ[x] = digamma(shape + q) + constantByQ;
				termsByP[x] = x * (digamma(shape + q) - digamma(shape) + Math.log(x));
			}
			const spent = x * spend[i]! + v;
			const logSpent = Math.log(spent);
			sum += weight * (terms[x]! + (shape - 1) * logSpend[i]! - (shape + q) * logSpent);
			byP += weight * (termsByP[x]! + x * (logSpend[i]! - logSpent));
			byQ += weight * (termsByQ[x]! - logSpent);
			byV += weight * (q / v - (shape + q) / spent);
		}
		gradient[0] = (-byP * p) / total;
		gradient[1] = (-byQ * q) / total;
		gradient[2] = (-byV * v) / total;
		return -sum / total;
	};
}

/** Parameters stay within e⁻¹² … e¹². */
const limit = 12;
const starts = [
	[0.5, 1, 0],
	[2, 1.5, 0],
	[0, 2, 1]
] as const;

/**
 * Learns from customers who came back (`repeats` > 0) and spent something on it (`repeatSpend` > 0, the mean of a repeat purchase, in
 * money). Null where there are fewer than ten, or they all spend the same.
 */
export async function fitSpend(repeats: Float64Array, repeatSpend: Float64Array, task: Task): Promise<SpendFit | null> {
	const spenders = spendersOf(repeats, repeatSpend);
	if (!spenders) return null;
	const n = spenders.repeats.length;
	const deviance = meanDeviance(spenders, new Float64Array(n).fill(1));
	let best: Minimum | null = null;
	for (const start of starts) {
		const found = await minimise(deviance, start, { limit }, task);
		if (!best || found.value < best.value) best = found;
	}
	return {
		model: inMoney(best!.x, spenders.typical),
		logLikelihood: -best!.value * n - n * Math.log(spenders.typical),
		converged: best!.converged,
		customers: n,
		correlation: pearson(spenders.repeats, spenders.spend)
	};
}

/** Fits to the same customers with other weights (one array per fit, entries as in the histories), each by one search from a model that is near. */
export async function refitSpend(
	{ p, q, v }: SpendModel,
	repeats: Float64Array,
	repeatSpend: Float64Array,
	weights: Iterable<Float64Array>,
	task: Task
): Promise<SpendModel[]> {
	const spenders = spendersOf(repeats, repeatSpend)!;
	const near = Float64Array.of(p, q, v / spenders.typical).map(Math.log);
	const models: SpendModel[] = [];
	for (const own of weights) {
		await pause(task);
		const deviance = meanDeviance(
			spenders,
			Float64Array.from(spenders.kept, (i) => own[i]!)
		);
		models.push(inMoney((await minimise(deviance, near, { limit, flat: 1e-6 }, task)).x, spenders.typical));
	}
	return models;
}

function inMoney(logs: Float64Array, typical: number): SpendModel {
	const [p, q, v] = Array.from(logs, Math.exp) as [number, number, number];
	return { p, q, v: v * typical };
}

/**
 * What is left open of the rate of a customer's spending by `repeats` purchases of `repeatSpend` on average: it is gamma with `shape`, in
 * units of 1 ÷ `money`. Where spending has no mean over customers (q of 1 or less), that of somebody who came back is as at q = 1, so that
 * a tail that nobody has seen the end of does not count. Of who did not come back nothing can be said (null) where spending has no variance
 * over customers (q of 2 or less), for then a few decide its mean.
 */
export function spendRate({ p, q, v }: SpendModel, repeats: number, repeatSpend: number): { shape: number; money: number } | null {
	const known = repeats > 0 && repeatSpend > 0 ? repeats : 0;
	if (known === 0 && q <= 2) return null;
	return { shape: Math.max(q, 1) + p * known, money: v + known * repeatSpend };
}

/**
 * The mean spend of a future purchase, in money, of a customer with `repeats` repeat purchases of `repeatSpend` on average: their own
 * mean and everyone's, weighed by what is known of them. NaN where nothing can be said, see `spendRate`.
 */
export function expectedSpend(model: SpendModel, repeats: number, repeatSpend: number): number {
	const rate = spendRate(model, repeats, repeatSpend);
	return rate ? (model.p * rate.money) / (rate.shape - 1) : NaN;
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
