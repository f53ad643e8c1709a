import { openProcessor } from '../backend/open.js';
import type { Job } from '../spread.js';
import type { MethodId } from './method-ids.js';
import { learn, placeRows, type Rows } from './methods.js';
import type { Labeling } from './silhouette.js';

/** Segments of rows by a method that starts anew; networks train on the processor. */
export const job: Job<{ method: MethodId; rows: Rows; k: number; seed: number }, Labeling> = {
	name: 'cluster/relabel',
	async run({ method, rows, k, seed }, task) {
		const found = await learn(method, rows, { k, seed, starts: 3, backend: openProcessor() }, task);
		return { labels: placeRows(found.model, rows).labels, k: found.k };
	}
};
