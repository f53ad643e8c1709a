import { sampleRows, takeRows } from '../cluster/sample.js';
import type { Matrix } from '../matrix.js';
import { permutation, seeded } from '../random.js';
import { covariance } from '../stats/covariance.js';
import { symmetricEigen } from '../stats/eigen.js';
import { pause, type Task } from '../task.js';

/** Fewest and most numbers that are suggested: on sets of planted segments, fewer lose groups and more learn noise. */
export const [fewestDims, mostDims] = [4, 8];
const draws = 10;
/** Rows looked at, at most; of more columns than these, nobody waits for the eigenvalues. */
const [mostRows, mostColumns] = [4000, 100];

export interface LatentSize {
	/** Numbers per row that suit. */
	readonly dims: number;
	/** Directions that stand out from chance; null where there are too many columns to look. */
	readonly components: number | null;
}

/**
 * How many numbers a code of the rows needs, by parallel analysis (Horn 1965): directions whose variance is larger than any of ten
 * tables with the same columns has in its place when each column, or group of columns (`groupsOf`), is shuffled by itself.
 */
export async function latentSize(points: Matrix, groups: Uint16Array, seed: number, task: Task): Promise<LatentSize> {
	const { cols } = points;
	const suited = (components: number) => Math.max(2, Math.min(cols, mostDims, Math.max(fewestDims, components)));
	if (cols > mostColumns) return { dims: suited(mostDims), components: null };
	const random = seeded(seed);
	const rows = sampleRows(points.rows, mostRows, random);
	const seen = takeRows(points, rows);
	const own = await variances(seen, task);
	const chance = new Float64Array(cols);
	const order = new Uint32Array(seen.rows);
	const values = new Float32Array(seen.values.length);
	for (let draw = 0; draw < draws; draw++) {
		for (let j = 0; j < cols; j++) {
			if (j === 0 || groups[j] !== groups[j - 1]) permutation(seen.rows, random, order);
			for (let i = 0; i < seen.rows; i++) values[i * cols + j] = seen.values[order[i]! * cols + j]!;
		}
		(await variances({ ...seen, values }, task)).forEach((value, i) => (chance[i] = Math.max(chance[i]!, value)));
		task.progress((draw + 1) / draws);
	}
	let components = 0;
	while (components < cols && own[components]! > chance[components]!) components++;
	return { dims: suited(components), components };
}

/** Variances along the principal axes, the largest first. */
async function variances(points: Matrix, task: Task): Promise<Float64Array> {
	await pause(task);
	const spread = covariance(points).covariance;
	await pause(task);
	return symmetricEigen(spread, points.cols).values;
}
