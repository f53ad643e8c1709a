import { seeded, type Random } from '../random.js';
import { sortedNumbers } from '../stats/quantile.js';
import { pause, type Task } from '../task.js';
import { refitOrders } from './fit.js';
import { distinctHistories, type Histories } from './histories.js';
import type { OrderModel } from './order-model.js';

export interface Interval {
	readonly low: number;
	readonly high: number;
}

/**
 * The model as it would be of other customers of the same kind: one fit to each of `resamples` samples with replacement (Efron 1979),
 * each begun from `model`.
 */
export async function resampledModels(
	model: OrderModel,
	histories: Histories,
	{ seed, resamples = 100 }: { readonly seed: number; readonly resamples?: number },
	task: Task
): Promise<OrderModel[]> {
	const random = seeded(seed);
	const rows = distinctHistories(histories);
	const models: OrderModel[] = [];
	for (let k = 0; k < resamples; k++) {
		task.progress(k / resamples);
		await pause(task);
		models.push(await refitOrders(model, rows, drawnWeights(rows.rowOf, rows.count.length, random), task));
	}
	return models;
}

/** How often each row comes up when as many customers as there are are drawn with replacement. */
function drawnWeights(rowOf: Uint32Array, rows: number, random: Random): Float64Array {
	const weights = new Float64Array(rows);
	for (let i = 0; i < rowOf.length; i++) weights[rowOf[Math.floor(random() * rowOf.length)]!]!++;
	return weights;
}

/**
 * The 95 % interval of a figure from its values under B resampled models: its 0.025 (B + 1)-th and 0.975 (B + 1)-th in order (Davison &
 * Hinkley 1997, 5.2.1), which with a hundred of them is wider than their plain percentiles, and holds the truth as often as it says.
 */
export function intervalOf(figures: ArrayLike<number>): Interval {
	const sorted = sortedNumbers(figures);
	const at = (p: number) => {
		const place = Math.max(0, Math.min(sorted.length - 1, p * (sorted.length + 1) - 1));
		const below = sorted[Math.floor(place)] ?? NaN;
		return below + (place % 1) * ((sorted[Math.ceil(place)] ?? NaN) - below);
	};
	return { low: at(0.025), high: at(0.975) };
}
