import { describe, expect, it } from 'vitest';
import { initialLayers } from '../../../src/lib/backend/network.js';
import { openProcessor } from '../../../src/lib/backend/open.js';
import { trainAutoencoder } from '../../../src/lib/embed/autoencoder.js';
import { embed } from '../../../src/lib/embed/embedding.js';
import { whitenCode } from '../../../src/lib/embed/whiten.js';
import { kmeans } from '../../../src/lib/cluster/kmeans.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { adjustedRandIndex } from '../../../src/lib/stats/adjusted-rand.js';
import { sharedFile } from '../../shared.js';
import { idle } from '../../task.js';
import { readPlanted } from '../cluster/planted.js';

const processor = openProcessor();

describe('a whitened code', () => {
	it('has variance 1 along each direction and none between two, and is given back as before', async () => {
		const random = seeded(3);
		const points = { rows: 500, cols: 6, values: Float32Array.from({ length: 3000 }, () => normal(random)) };
		const encoder = initialLayers([6, 9, 4], ['relu', 'linear'], random);
		// A code whose directions are of very different width, one of them of none.
		const code = encoder[1]!;
		code.weights.forEach((weight, at) => (code.weights[at] = at % 4 === 3 ? 0 : weight * [5, 0.3, 0.02][at % 4]!));
		const halves = { encoder, decoder: initialLayers([4, 9, 6], ['relu', 'linear'], random) };
		const before = await embed(points, halves, processor, idle);
		const after = await embed(points, whitenCode(halves, before), processor, idle);
		for (let a = 0; a < 3; a++) {
			for (let b = 0; b <= a; b++) {
				let sum = 0;
				for (let i = 0; i < 500; i++) sum += after.values[4 * i + a]! * after.values[4 * i + b]!;
				expect(sum / 500).toBeCloseTo(a === b ? 1 : 0, 2);
			}
		}
		expect(Math.max(...after.values.filter((_, at) => at % 4 === 3).map(Math.abs))).toBeLessThan(1e-5);
		before.errors.forEach((error, i) => expect(after.errors[i]).toBeCloseTo(error, 4));
	});
});

const nuisance = sharedFile('data/planted/nuis_100.csv.gz');
it.runIf(nuisance)('whitening shows segments that a block of features hides, as in the published comparison', async () => {
	const { points, truth, k } = readPlanted(nuisance!);
	const options = { dims: 8, steps: 3200, batchSize: 256, swap: 0.5, seed: 1, reportEvery: 100 };
	const trained = await trainAutoencoder(points, options, processor, idle, () => undefined);
	const code = await embed(points, trained, processor, idle);
	const found = async (rows: typeof code) => adjustedRandIndex((await kmeans(rows, { k, starts: 10, seed: 1 }, idle)).labels, truth);
	expect(await found(code)).toBeLessThan(0.4);
	expect(await found(await embed(points, whitenCode(trained, code), processor, idle))).toBeGreaterThan(0.6);
});
