import type { Matrix } from '../matrix.js';
import { seeded } from '../random.js';
import type { Job } from '../spread.js';
import { Lloyd, type LloydEnd } from './lloyd.js';
import { kernelPaced } from './pace.js';

/** One start of `kmeansRange`; `tolerance` is a share of the mean variance of a column. */
export interface Start {
	readonly points: Matrix;
	readonly kMin: number;
	readonly kMax: number;
	readonly seed: number;
	readonly maxIterations: number;
	readonly tolerance: number;
}

/** Where each k from `kMin` to `kMax` ends from one seeding, which grows by a centre from k to k. */
export const job: Job<Start, LloydEnd[]> = {
	name: 'cluster/start',
	async run({ points, kMin, kMax, seed, maxIterations, tolerance }, task) {
		const pace = kernelPaced(task);
		const lloyd = new Lloyd(points, kMax);
		const ends: LloydEnd[] = [];
		try {
			lloyd.seed(seeded(seed));
			for (let k = 1; k <= kMax; k++) {
				await lloyd.addCentre(pace);
				if (k < kMin) continue;
				ends.push(await lloyd.run(maxIterations, tolerance * lloyd.variance, pace));
				task.progress(ends.length / (kMax - kMin + 1));
			}
		} finally {
			lloyd.free();
		}
		return ends;
	}
};
