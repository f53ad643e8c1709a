import { describe, expect, it } from 'vitest';
import { weighing } from '../../../src/cells/features/related.js';
import { kmeans } from '../../../src/lib/cluster/kmeans.js';
import { relatedVariables } from '../../../src/lib/embed/related.js';
import { fitScaling, scale } from '../../../src/lib/embed/scale.js';
import type { Customers, Feature } from '../../../src/lib/features/customers.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { adjustedRandIndex } from '../../../src/lib/stats/adjusted-rand.js';
import { sharedFile } from '../../shared.js';
import { idle } from '../../task.js';
import { readPlanted } from '../cluster/planted.js';

const customersOf = (features: readonly Feature[]): Customers => ({
	ids: Array.from(features[0]!.values, (_, i) => String(i)),
	analysisDay: null,
	features,
	country: null,
	currency: null,
	log: null
});
const numbers = (n: number, make: (i: number) => readonly number[]): Feature[] => {
	const rows = Array.from({ length: n }, (_, i) => make(i));
	return rows[0]!.map((_, j) => ({ id: `n${j}`, unit: 'number', values: Float64Array.from(rows, (row) => row[j]!) }));
};

describe('how variables hang together', () => {
	it('sees a block, whatever its signs and missing values, and a dependence without correlation', async () => {
		const random = seeded(5);
		const features = numbers(1200, (i) => {
			const [z, a, b] = [normal(random), normal(random), normal(random)];
			const block = [z, -z, 2 * z, z].map((of, j) => (j === 3 && i % 10 === 0 ? NaN : of + 0.4 * normal(random)));
			return [...block, a, a ** 2, b, b + 2 * normal(random), normal(random), 7];
		});
		const { blocks, alone, variance, rows } = await relatedVariables(customersOf(features), 1, idle);
		expect(rows).toBe(1200);
		expect(blocks).toEqual([['n0', 'n1', 'n2', 'n3']]);
		expect(alone).toEqual(['n8']);
		expect(variance['n9']).toBe(0);
		expect(variance['n0']).toBeCloseTo(1, 1);
	});
	it('takes no block for one that is nearly all there is', async () => {
		const random = seeded(5);
		const features = numbers(500, () => {
			const z = normal(random);
			return [z, z + 0.5 * normal(random), z - 0.5 * normal(random), 0.3 * z + normal(random), 0.3 * z + normal(random)];
		});
		expect((await relatedVariables(customersOf(features), 1, idle)).blocks).toEqual([]);
	});
	it('calls unrelated variables related in no more than one of twenty tables', async () => {
		const random = seeded(77);
		let wrong = 0;
		for (let table = 0; table < 200; table++) {
			const features = numbers(300, () => [
				normal(random),
				random(),
				Math.floor(3 * random()),
				Math.exp(normal(random)),
				Number(random() < 0.1)
			]);
			wrong += Number((await relatedVariables(customersOf(features), 1, idle)).alone.length < 5);
		}
		expect(wrong / 200).toBeLessThanOrEqual(0.08);
	});
});

const planted = ['nuis_100', 'nuis_101', 'noisecols_100', 'noisecols_101'] as const;
const there = sharedFile(`data/planted/${planted[0]}.csv.gz`);
describe.runIf(there)('weights that are offered', () => {
	it.each([
		['nuis_100', 'block', 20 / 30, 0.6],
		['nuis_101', 'block', 19 / 30, 0.5],
		['noisecols_100', 'alone', 30 / 40, 0.02],
		['noisecols_101', 'alone', 30 / 40, 0.06]
	] as const)('bring the planted segments of %s out', async (name, kind, share, gain) => {
		const { features, truth, k } = readPlanted(sharedFile(`data/planted/${name}.csv.gz`)!);
		const offered = weighing(await relatedVariables(customersOf(features), 1, idle), () => 1).find((set) => set.kind === kind)!;
		expect(offered.shares.once).toBeCloseTo(share, 1);
		expect(offered.shares.offered).toBeLessThan(0.1);
		const found = async (of: readonly Feature[]) => {
			const customers = customersOf(of);
			const points = scale(
				customers,
				fitScaling(
					customers,
					of.map(({ id }) => id)
				)
			);
			return adjustedRandIndex((await kmeans(points, { k, starts: 10, seed: 1 }, idle)).labels, truth);
		};
		const weight = offered.offered;
		const after = features.map((feature) =>
			offered.keys.includes(feature.id) ? { ...feature, measure: { method: 'ranks' as const, weight } } : feature
		);
		expect((await found(after)) - (await found(features))).toBeGreaterThan(gain);
	});
});
