import type { Matrix } from '../matrix.js';
import { distinctRows } from '../project/distinct-rows.js';
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

/** Rows of which silhouettes take as long as a start of the search: they look at all pairs, and k-means at each row some dozen times. */
const evenRows = 2400;

/** What a scan of so many rows costs, with silhouettes of `looked` of them, in pairs of rows. */
export const scanCost = (rows: number, starts: number, looked = rows): number => rows * evenRows * starts + looked ** 2;

/** k-means and its silhouettes for every k; k stops below the number of rows, and at that of different rows, for a cluster more would be empty. */
export async function scanK(points: Matrix, options: ScanOptions, task: Task): Promise<ScanEntry[]> {
	const { first } = await distinctRows(points, task);
	const kMax = Math.min(options.kMax, points.rows - 1, Math.max(options.kMin, first.length));
	const looked = Math.min(points.rows, options.sample ?? 20_000);
	const searched = 1 - looked ** 2 / scanCost(points.rows, options.starts, looked);
	const found = await kmeansRange(points, { ...options, kMax }, part(task, 0, searched));
	const scores = await silhouettes(points, found, options, part(task, searched, 1));
	return found.map((entry, i) => ({ ...entry, silhouette: scores[i]! }));
}
