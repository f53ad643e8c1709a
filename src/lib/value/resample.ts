import { sampleRows } from '../cluster/sample.js';
import { seeded } from '../random.js';
import { sortedNumbers } from '../stats/quantile.js';
import { pause, type Task } from '../task.js';
import { refitOrders } from './fit.js';
import { refitSpend, type SpendModel } from './gamma-gamma.js';
import { distinctHistories, type Histories, type SpendHistories } from './histories.js';
import type { OrderModel } from './order-model.js';

/** Spenders whose resamples are fit to, at most. */
const mostSpenders = 20_000;

export interface Interval {
	readonly low: number;
	readonly high: number;
}

export interface Resampling {
	/** The same seed draws the same customers for every kind of model. */
	readonly seed: number;
	readonly resamples?: number;
}

/**
 * The model as it would be of other customers of the same kind: one fit to each of `resamples` samples with replacement (Efron 1979),
 * each begun from `model`.
 */
export async function resampledModels(
	model: OrderModel,
	histories: Histories,
	{ seed, resamples = 100 }: Resampling,
	task: Task
): Promise<OrderModel[]> {
	const rows = distinctHistories(histories);
	const models: OrderModel[] = [];
	for (const weights of drawnWeights(rows.rowOf, rows.count.length, resamples, seed)) {
		task.progress(models.length / resamples);
		await pause(task);
		models.push(await refitOrders(model, rows, weights, task));
	}
	return models;
}

/**
 * As `resampledModels`, of what customers spend. Of very many the samples are drawn from some, and how far they move the logarithms of the
 * parameters is taken down by the square root of how many more there are (Bickel, Götze & van Zwet 1997).
 */
export async function resampledSpend(
	model: SpendModel,
	{ repeats, repeatSpend }: SpendHistories,
	{ seed, resamples = 100 }: Resampling,
	task: Task
): Promise<SpendModel[]> {
	const spenders = Uint32Array.from(repeats.keys()).filter((i) => repeats[i]! > 0 && repeatSpend[i]! > 0);
	const some = sampleRows(spenders.length, mostSpenders, seeded(seed)).map((at) => spenders[at]!);
	const [ownRepeats, ownSpend] = [repeats, repeatSpend].map((column) => Float64Array.from(some, (i) => column[i]!)) as [
		Float64Array,
		Float64Array
	];
	const everyone = Uint32Array.from(some.keys());
	const weights = drawnWeights(everyone, everyone.length, resamples, seed);
	const drawn = await refitSpend(model, ownRepeats, ownSpend, weights, task);
	if (some.length === spenders.length) return drawn;
	const [centre] = (await refitSpend(model, ownRepeats, ownSpend, [new Float64Array(some.length).fill(1)], task)) as [SpendModel];
	const shrink = Math.sqrt(some.length / spenders.length);
	const moved = (of: SpendModel, id: keyof SpendModel) => model[id] * Math.pow(of[id] / centre[id], shrink);
	return drawn.map((of) => ({ p: moved(of, 'p'), q: moved(of, 'q'), v: moved(of, 'v') }));
}

/** How often each row comes up when as many customers as there are are drawn with replacement, so many times over. */
function* drawnWeights(rowOf: Uint32Array, rows: number, resamples: number, seed: number): Generator<Float64Array> {
	const random = seeded(seed);
	for (let k = 0; k < resamples; k++) {
		const weights = new Float64Array(rows);
		for (let i = 0; i < rowOf.length; i++) weights[rowOf[Math.floor(random() * rowOf.length)]!]!++;
		yield weights;
	}
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
