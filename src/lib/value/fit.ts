import { minimise, type Minimum } from '../stats/minimise.js';
import { part, type Task } from '../task.js';
import { distinctHistories, type DistinctHistories, type Histories } from './histories.js';
import { logsOf, meanDeviance, modelOf } from './likelihood.js';
import type { OrderModel, OrderModelKind } from './order-model.js';

export interface OrderFit {
	readonly model: OrderModel;
	/** Of all customers together, times counted in weeks. */
	readonly logLikelihood: number;
	readonly converged: boolean;
	/**
	 * Whether the histories say that customers leave at all. Where they do not, the chance of being alive is 1 for everybody or anything,
	 * depending on where the search came to rest, and must not be shown. Always false for `nbd`, which has no such chance.
	 */
	readonly leavingIdentified: boolean;
}

/** Ages are scaled to a mean of ten, so that the same starts suit shops of any age and pace. */
const meanAge = 10;
/** Parameters stay within e⁻⁹ … e⁹, beyond which customers are as good as all alike, or all apart. */
const limit = 9;
/** Twice the gain in log-likelihood over customers who never leave that two more parameters reach by chance in one case of twenty (χ², 2 df). */
const leastGain = 5.991;

const starts: Record<OrderModelKind, readonly (readonly number[])[]> = {
	nbd: [
		[1, 10],
		[0.2, 2]
	],
	bgnbd: [
		[0.5, 2, 1, 3],
		[1, 10, 0.3, 3],
		[0.2, 0.5, 2, 8]
	],
	mbgnbd: [
		[0.5, 2, 1, 3],
		[1, 10, 0.3, 3],
		[0.2, 0.5, 2, 8]
	],
	paretonbd: [
		[0.5, 3, 0.5, 4],
		[1, 8, 1, 12],
		[0.3, 1, 0.3, 1]
	]
};

/**
 * The model of this kind under which the histories are likeliest, by a search from several starts over the logarithms of its parameters
 * (no penalty). Histories that are the same are treated once.
 */
export async function fitOrders(kind: OrderModelKind, histories: Histories, task: Task): Promise<OrderFit> {
	const rows = distinctHistories(histories);
	const best = await search(kind, rows, rows.count, starts[kind], task);
	const never = kind === 'nbd' ? best : await search('nbd', rows, rows.count, starts.nbd, part(task, 1, 1));
	return { ...best, leavingIdentified: 2 * (best.logLikelihood - never.logLikelihood) > leastGain };
}

/** A fit to the same histories with other weights, by one search from a model that is near. */
export async function refitOrders(near: OrderModel, rows: DistinctHistories, weights: Float64Array, task: Task): Promise<OrderModel> {
	const scale = scaleOf(rows, weights);
	const { x } = await minimise(
		meanDeviance(near.kind, scaled(rows, scale), weights, task),
		logsOf(timesScaled(near, scale)),
		{ limit, flat: 1e-6 },
		task
	);
	return timesScaled(modelOf(near.kind, x), 1 / scale);
}

async function search(
	kind: OrderModelKind,
	rows: DistinctHistories,
	weights: Float64Array,
	from: readonly (readonly number[])[],
	task: Task
): Promise<Omit<OrderFit, 'leavingIdentified'>> {
	const scale = scaleOf(rows, weights);
	const deviance = meanDeviance(kind, scaled(rows, scale), weights, task);
	let best: Minimum | null = null;
	for (const [k, start] of from.entries()) {
		task.progress(k / from.length);
		const found = await minimise(deviance, start.map(Math.log), { limit }, task);
		if (!best || found.value < best.value || Number.isNaN(best.value)) best = found;
	}
	task.progress(1);
	const customers = weights.reduce((sum, weight) => sum + weight, 0);
	const purchases = weights.reduce((sum, weight, i) => sum + weight * rows.repeats[i]!, 0);
	return {
		model: timesScaled(modelOf(kind, best!.x), 1 / scale),
		// A density per scaled unit of time becomes one per week, once for every purchase.
		logLikelihood: -best!.value * customers + purchases * Math.log(scale),
		converged: best!.converged
	};
}

function scaleOf({ ageWeeks }: Histories, weights: Float64Array): number {
	let sum = 0;
	let total = 0;
	for (let i = 0; i < ageWeeks.length; i++) {
		sum += weights[i]! * ageWeeks[i]!;
		total += weights[i]!;
	}
	return sum > 0 ? (meanAge * total) / sum : 1;
}

const scaled = (rows: DistinctHistories, scale: number): DistinctHistories => ({
	...rows,
	lastWeeks: rows.lastWeeks.map((weeks) => weeks * scale),
	ageWeeks: rows.ageWeeks.map((weeks) => weeks * scale)
});

function timesScaled(model: OrderModel, scale: number): OrderModel {
	const alphaWeeks = model.alphaWeeks * scale;
	return model.kind === 'paretonbd' ? { ...model, alphaWeeks, betaWeeks: model.betaWeeks * scale } : { ...model, alphaWeeks };
}
