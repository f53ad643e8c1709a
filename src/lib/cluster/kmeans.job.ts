import type { Matrix } from '../matrix.js';
import type { Job } from '../spread.js';
import { kmeansRange, type KMeans, type KMeansOptions } from './kmeans.js';

/** `kmeansRange` on data of its own. */
export const job: Job<{ points: Matrix; options: KMeansOptions & { kMin: number; kMax: number } }, KMeans[]> = {
	name: 'cluster/kmeans',
	run: ({ points, options }, task) => kmeansRange(points, options, task)
};
