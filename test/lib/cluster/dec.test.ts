import { expect, it } from 'vitest';
import type { Backend, Loss } from '../../../src/lib/backend/network.js';
import { learn, placeRows, rowsOfNumbers } from '../../../src/lib/cluster/methods.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { adjustedRandIndex } from '../../../src/lib/stats/adjusted-rand.js';
import { idle } from '../../task.js';
import { wasmBackend } from '../backend/backends.js';

const [n, cols, k] = [600, 6, 3];
const random = seeded(5);
const truth = Uint16Array.from({ length: n }, (_, i) => i % k);
const values = Float32Array.from({ length: n * cols }, (_, at) => normal(random) + (at % k === truth[Math.floor(at / cols)] ? 3 : 0));
const rows = rowsOfNumbers({ rows: n, cols, values });

/** Trains for real, one loss at a rate at which it cannot end well; said to be a graphics card, so that networks are not jobs for others. */
const tooFast = (loss: Loss): Backend => ({
	...wasmBackend,
	device: { ...wasmBackend.device, backend: 'webgl' },
	train: (plan, task, from) => wasmBackend.train(plan.loss === loss ? { ...plan, learningRate: 1e8 } : plan, task, from)
});
const learned = (loss: Loss) => learn('dec', rows, { k, seed: 1, backend: tooFast(loss) }, idle);

it('where drawing segments apart diverges, the network keeps the segments of its code and says so', async () => {
	const { model, setbacks } = await learned('divergence');
	expect(setbacks).toEqual({ diverged: 1, resumed: 0 });
	expect(adjustedRandIndex(placeRows(model, rows).labels, truth)).toBeGreaterThan(0.9);
});

it('where no code is learned, there is nothing to go on from', async () => {
	await expect(learned('squared')).rejects.toMatchObject({ name: 'Problem', id: 'diverged' });
});
