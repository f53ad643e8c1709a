import type { Matrix } from '../matrix.js';
import { part, type Task } from '../task.js';
import { kmeansRange, type KMeans } from './kmeans.js';
import { silhouettes, type Silhouette } from './silhouette.js';

export interface ScanEntry extends KMeans {
	readonly silhouette: Silhouette;
}

export interface ScanOptions {
	readonly kMin: number;
	readonly kMax: number;
	readonly starts: number;
	readonly seed: number;
	/** Rows for silhouettes where there are more; 20,000 unless given. */
	readonly sample?: number;
}

/** k-means and its silhouettes for every k; k stops below the number of rows. */
export async function scanK(points: Matrix, options: ScanOptions, task: Task): Promise<ScanEntry[]> {
	const kMax = Math.min(options.kMax, points.rows - 1);
	const found = await kmeansRange(points, { ...options, kMax }, part(task, 0, 0.8));
	const scores = await silhouettes(points, found, options, part(task, 0.8, 1));
	return found.map((entry, i) => ({ ...entry, silhouette: scores[i]! }));
}
