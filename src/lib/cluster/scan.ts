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

/** Rows of which silhouettes take as long as a start of the search: they look at all pairs, and k-means at each row some dozen times. */
const evenRows = 2400;

/** What a scan of so many rows costs, with silhouettes of `looked` of them, in pairs of rows. */
export const scanCost = (rows: number, starts: number, looked = rows): number => rows * evenRows * starts + looked ** 2;

/** How many different rows there are, counted up to `most`. */
function differentRows({ rows, cols, values }: Matrix, most: number): number {
	const found: number[] = [];
	const same = (a: number, b: number) => {
		for (let j = 0; j < cols; j++) if (values[a * cols + j] !== values[b * cols + j]) return false;
		return true;
	};
	for (let i = 0; i < rows && found.length < most; i++) if (!found.some((other) => same(i, other))) found.push(i);
	return found.length;
}

/** k-means and its silhouettes for every k; k stops below the number of rows, and at that of different rows, for a cluster more would be empty. */
export async function scanK(points: Matrix, options: ScanOptions, task: Task): Promise<ScanEntry[]> {
	const kMax = Math.min(options.kMax, points.rows - 1, Math.max(options.kMin, differentRows(points, options.kMax)));
	const looked = Math.min(points.rows, options.sample ?? 20_000);
	const searched = 1 - looked ** 2 / scanCost(points.rows, options.starts, looked);
	const found = await kmeansRange(points, { ...options, kMax }, part(task, 0, searched));
	const scores = await silhouettes(points, found, options, part(task, searched, 1));
	return found.map((entry, i) => ({ ...entry, silhouette: scores[i]! }));
}
