import type { Matrix } from '../matrix.js';
import type { Job } from '../spread.js';
import { scanK, type ScanOptions } from './scan.js';

/** The mean silhouette of each k of `scanK`. */
export const job: Job<{ points: Matrix; options: ScanOptions }, number[]> = {
	name: 'cluster/scan',
	run: async ({ points, options }, task) => (await scanK(points, options, task)).map(({ silhouette }) => silhouette.mean)
};
