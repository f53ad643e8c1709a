import type { Matrix } from '../matrix.js';
import { fourDistances, interleave } from './distance.js';

export interface Assigned {
	/** Nearest centroid of each row. */
	readonly labels: Uint16Array<ArrayBuffer>;
	/**
	 * How clearly each row belongs: 1 − d₁/d₂ with the distances to the nearest and the second nearest centroid (the simplified
	 * silhouette of one row). 0 is on the border, 1 is on the centroid; 1 everywhere where there is one centroid.
	 */
	readonly strength: Float32Array<ArrayBuffer>;
	/** Second nearest centroid; the nearest where there is one only. */
	readonly second: Uint16Array<ArrayBuffer>;
	/** Sum of squared distances to the nearest centroid. */
	readonly inertia: number;
}

/** Brings each row to its nearest centroid; of two equally near, to the first. `centroids` is k × cols, k ≥ 1. */
export function assign(points: Matrix, centroids: Float64Array): Assigned {
	const { rows, cols, values } = points;
	const k = centroids.length / cols;
	const groups = Math.ceil(k / 4);
	const four = new Float64Array(groups * 4 * cols).fill(Infinity);
	interleave(centroids, k, cols, four);
	const distances = new Float64Array(groups * 4);
	const labels = new Uint16Array(rows);
	const strength = new Float32Array(rows);
	const next = new Uint16Array(rows);
	let inertia = 0;
	for (let i = 0; i < rows; i++) {
		for (let c = 0; c < k; c += 4) fourDistances(values, i * cols, cols, four, c * cols, distances, c);
		let nearest = Infinity;
		let second = Infinity;
		let label = 0;
		let other = 0;
		for (let c = 0; c < k; c++) {
			const d = distances[c]!;
			if (d < nearest) {
				second = nearest;
				nearest = d;
				other = label;
				label = c;
			} else if (d < second) {
				second = d;
				other = c;
			}
		}
		labels[i] = label;
		next[i] = other;
		strength[i] = second > 0 ? 1 - Math.sqrt(nearest / second) : 0;
		inertia += nearest;
	}
	return { labels, strength, second: next, inertia };
}
