import { seeded } from '../random.js';
import type { Task } from '../task.js';
import { descending, rocAuc, type Interval, type Outcomes, type Predictions } from './metrics.js';

/** How far a figure would move with other customers of the same kind. */
export interface Spread extends Interval {
	readonly standardError: number;
}

/**
 * ROC AUC of each score in each of `resamples` samples of the customers with replacement (Efron 1979). All scores see the
 * same samples, so the difference of two rows is the paired bootstrap of their difference. A sample without both outcomes is
 * drawn again.
 */
export async function bootstrapAuc(
	y: Outcomes,
	scores: readonly Predictions[],
	{ seed, resamples = 200 }: { seed: number; resamples?: number },
	task: Task
): Promise<Float64Array[]> {
	const random = seeded(seed);
	const orders = scores.map((values) => descending(values));
	const aucs = scores.map(() => new Float64Array(resamples));
	const mixed = y.includes(0) && y.includes(1);
	const counts = new Uint32Array(y.length);
	const betweenBreaths = Math.ceil(200_000 / (y.length * scores.length));
	for (let b = 0; b < resamples; b++) {
		if (b % betweenBreaths === 0) {
			task.progress(b / resamples);
			await task.breathe();
			task.signal.throwIfAborted();
		}
		let buyers: number;
		do {
			buyers = 0;
			counts.fill(0);
			for (let i = 0; i < y.length; i++) {
				const drawn = Math.floor(random() * y.length);
				counts[drawn]!++;
				buyers += y[drawn]!;
			}
		} while (mixed && (buyers === 0 || buyers === y.length));
		aucs.forEach((values, m) => (values[b] = rocAuc(y, scores[m]!, orders[m], counts)));
	}
	return aucs;
}

/** Standard error (divisor n − 1) and the 95 % interval between the 2.5 and 97.5 percentiles of resampled figures. */
export function spread(figures: Float64Array): Spread {
	const sorted = figures.toSorted();
	const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
	const squares = figures.reduce((sum, figure) => sum + (figure - mean) ** 2, 0);
	return { standardError: Math.sqrt(squares / (figures.length - 1)), low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}

/** Spread of the difference `a` − `b` of two figures over the same resamples. */
export function spreadOfDifference(a: Float64Array, b: Float64Array): Spread {
	return spread(a.map((figure, i) => figure - b[i]!));
}

/** Linear interpolation between order statistics (Hyndman & Fan 1996, type 7). */
function quantile(sorted: Float64Array, q: number): number {
	const at = q * (sorted.length - 1);
	const below = sorted[Math.floor(at)]!;
	return below + (at % 1) * (sorted[Math.ceil(at)]! - below);
}
