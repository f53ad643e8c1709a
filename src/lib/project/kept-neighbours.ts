import { squaredDistance } from '../cluster/distance.js';
import type { Matrix } from '../matrix.js';
import { part, type Task } from '../task.js';
import { NearestRows } from './neighbours.js';

/** Distances are of 32-bit floats: so much further away is no further. */
const tolerance = 1 + 1e-5;

/**
 * How far to trust a map: of the k rows that are nearest to each row on the map (x, y pairs), the mean share that are among its k nearest
 * in `points` too, in [0, 1] (the agreement rate of Lee & Verleysen 2009); of equally near rows each counts as one of them. By chance it is
 * about k ÷ rows.
 */
export async function keptNeighbours(points: Matrix, places: Float32Array<ArrayBuffer>, k: number, task: Task): Promise<number> {
	const { rows, cols, values } = points;
	const near = await (await NearestRows.of(points, task)).ofEach(k, part(task, 0, 0.5));
	const shown = await (await NearestRows.of({ rows, cols: 2, values: places }, task)).ofEach(k, part(task, 0.5, 1));
	let kept = 0;
	for (let i = 0; i < rows; i++) {
		const furthest = (near.distances[i * k + k - 1]! * tolerance) ** 2;
		for (let s = i * k; s < i * k + k; s++) {
			if (squaredDistance(values, i * cols, values, shown.indices[s]! * cols, cols) <= furthest) kept++;
		}
	}
	return kept / (rows * k);
}
