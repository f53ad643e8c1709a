import type { Matrix } from '../matrix.js';
import { seeded, type Random } from '../random.js';
import { spread } from '../spread.js';
import { covariance } from '../stats/covariance.js';
import { symmetricEigen } from '../stats/eigen.js';
import { mean } from '../stats/moments.js';
import { part, type Task } from '../task.js';
import { job } from './kmeans.job.js';
import { kmeansRange } from './kmeans.js';

export interface Gap {
	readonly k: number;
	/** Mean log inertia of the reference − log inertia of the data. */
	readonly gap: number;
	/** Standard error: √(1 + 1/draws) times the standard deviation over the draws. */
	readonly error: number;
}

/**
 * The gap statistic (Tibshirani, Walther & Hastie 2001) of k-means for every k from 1 to `kMax`: log inertia against that of uniform data
 * in the box of the principal axes of the points, which is turned with them.
 */
export async function gapStatistic(
	points: Matrix,
	options: { readonly kMax: number; readonly seed: number; readonly draws?: number; readonly starts?: number },
	task: Task
): Promise<Gap[]> {
	const { seed, draws = 20, starts = 3 } = options;
	const kMax = Math.min(options.kMax, points.rows - 1);
	const search = { kMin: 1, kMax, starts, seed };
	const logs = (found: readonly { inertia: number }[]) => found.map(({ inertia }) => Math.log(Math.max(inertia, Number.MIN_VALUE)));
	const own = logs(await kmeansRange(points, search, part(task, 0, 1 / (draws + 1))));
	const draw = uniformBox(points);
	const list = Array.from({ length: draws }, (_, d) => ({ points: draw(seeded(seed + 1 + d)), options: { ...search, seed: seed + d } }));
	const reference = (await spread({ job, list }, part(task, 1 / (draws + 1), 1))).map(logs);
	return own.map((log, at) => {
		const of = reference.map((logsOf) => logsOf[at]!);
		const centre = mean(of);
		const sd = Math.sqrt(mean(of.map((value) => (value - centre) ** 2)));
		return { k: at + 1, gap: centre - log, error: Math.sqrt(1 + 1 / draws) * sd };
	});
}

/** The smallest k with gap(k) ≥ gap(k + 1) − error(k + 1): the rule of the paper (`Tibs2001SEmax` in R). The last k where none holds. */
export function gapSuggestion(gaps: readonly Gap[]): number {
	for (let at = 0; at + 1 < gaps.length; at++) if (gaps[at]!.gap >= gaps[at + 1]!.gap - gaps[at + 1]!.error) return gaps[at]!.k;
	return gaps.at(-1)!.k;
}

function uniformBox(points: Matrix): (random: Random) => Matrix {
	const { rows, cols, values } = points;
	const { mean: centre, covariance: matrix } = covariance(points);
	const { vectors } = symmetricEigen(matrix, cols);
	const low = new Float64Array(cols).fill(Infinity);
	const high = new Float64Array(cols).fill(-Infinity);
	for (let i = 0; i < rows; i++) {
		for (let axis = 0; axis < cols; axis++) {
			let at = 0;
			for (let j = 0; j < cols; j++) at += (values[i * cols + j]! - centre[j]!) * vectors[axis * cols + j]!;
			low[axis] = Math.min(low[axis]!, at);
			high[axis] = Math.max(high[axis]!, at);
		}
	}
	return (random) => {
		const drawn = new Float32Array(rows * cols);
		const along = new Float64Array(cols);
		for (let i = 0; i < rows; i++) {
			for (let axis = 0; axis < cols; axis++) along[axis] = low[axis]! + random() * (high[axis]! - low[axis]!);
			for (let j = 0; j < cols; j++) {
				let sum = centre[j]!;
				for (let axis = 0; axis < cols; axis++) sum += along[axis]! * vectors[axis * cols + j]!;
				drawn[i * cols + j] = sum;
			}
		}
		return { rows, cols, values: drawn };
	};
}
