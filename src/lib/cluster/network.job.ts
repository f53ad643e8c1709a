import { openProcessor } from '../backend/open.js';
import type { Matrix } from '../matrix.js';
import type { Job } from '../spread.js';
import { dec, type Dec, type DecMoment, type DecOptions } from './dec.js';

/** A network of deep embedded clustering, trained on the processor. */
export const job: Job<{ points: Matrix; options: Omit<DecOptions, 'watch'> }, Dec, DecMoment> = {
	name: 'cluster/network',
	run: ({ points, options }, task, watch) => dec(points, { ...options, watch }, openProcessor(), task)
};
