import type { Matrix } from '../matrix.js';
import { part, pause, type Task } from '../task.js';
import { membership, reachOf } from './fuzzy.js';
import { NearestRows } from './neighbours.js';

const rowsBetweenPauses = 4096;

/** Rows whose places on a map are known: what new rows are placed among. */
export interface PlacedRows {
	readonly rows: Matrix;
	/** x, y pairs. */
	readonly places: Float32Array<ArrayBuffer>;
}

/**
 * Places new rows on a map that is there already, moving nobody: at the mean of their nearest known rows, weighted by how much each of
 * them belongs to their neighbourhood. A row that is known stands where it stood. Returns x, y pairs.
 */
export async function placeAmong(
	{ rows, places }: PlacedRows,
	queries: Matrix,
	task: Task,
	neighbours = 15
): Promise<Float32Array<ArrayBuffer>> {
	const k = Math.min(neighbours, rows.rows);
	const { indices, distances } = await (await NearestRows.of(rows, task)).to(queries, k, part(task, 0, 0.85));
	const placed = new Float32Array(2 * queries.rows);
	for (let i = 0; i < queries.rows; i++) {
		if (i % rowsBetweenPauses === 0) {
			task.progress(0.85 + (0.15 * i) / queries.rows);
			await pause(task);
		}
		const from = i * k;
		const reach = reachOf(distances, from, k, Math.log2(k), 0);
		let [x, y, total] = [0, 0, 0];
		for (let s = from; s < from + (distances[from] === 0 ? 1 : k); s++) {
			const weight = membership(distances[s]!, reach);
			x += weight * places[2 * indices[s]!]!;
			y += weight * places[2 * indices[s]! + 1]!;
			total += weight;
		}
		placed[2 * i] = x / total;
		placed[2 * i + 1] = y / total;
	}
	return placed;
}
