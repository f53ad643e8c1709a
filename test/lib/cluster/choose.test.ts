import { describe, expect, it } from 'vitest';
import { nullReference, suggestK } from '../../../src/lib/cluster/choose.js';
import { scanK } from '../../../src/lib/cluster/scan.js';
import type { Matrix } from '../../../src/lib/matrix.js';
import { normal, seeded, type Random } from '../../../src/lib/random.js';
import { idle } from '../../task.js';

const made = (rows: number, cols: number, seed: number, row: (i: number, random: Random) => number[]): Matrix => {
	const random = seeded(seed);
	return { rows, cols, values: Float32Array.from(Array.from({ length: rows }, (_, i) => row(i, random)).flat()) };
};
async function suggested(points: Matrix, seed: number) {
	const range = { kMin: 2, kMax: 8, seed };
	return suggestK(await scanK(points, { ...range, starts: 4 }, idle), await nullReference(points, range, idle));
}
async function count(
	seeds: number,
	points: (seed: number) => Matrix,
	right: (found: Awaited<ReturnType<typeof suggested>>) => boolean
): Promise<number> {
	let n = 0;
	for (let seed = 1; seed <= seeds; seed++) if (right(await suggested(points(seed), seed))) n++;
	return n;
}

describe('the number of segments', () => {
	it.each([3, 4, 5, 6])('of %i blobs that stand apart is found for at least 9 of 10 seeds', async (k) => {
		// Centres on a simplex, so that all are equally far from each other.
		const points = (seed: number) =>
			made(400, 6, seed, (i, random) => Array.from({ length: 6 }, (_, j) => (i % k === j ? 5 : 0) + 0.8 * normal(random)));
		expect(await count(10, points, (found) => found.structure === 'clear' && found.k === k)).toBeGreaterThanOrEqual(9);
	});
	it('is none in uniform noise for at least 9 of 10 seeds', async () => {
		const points = (seed: number) => made(400, 5, seed, (_, random) => Array.from({ length: 5 }, random));
		expect(await count(10, points, ({ structure }) => structure === 'none')).toBeGreaterThanOrEqual(9);
	});
	it('is none in one correlated cloud for at least 9 of 10 seeds', async () => {
		const points = (seed: number) =>
			made(400, 5, seed, (_, random) => {
				const size = normal(random);
				return Array.from({ length: 5 }, () => size + 0.5 * normal(random));
			});
		expect(await count(10, points, ({ structure }) => structure === 'none')).toBeGreaterThanOrEqual(9);
	});
	it('is none in independent columns with heavy ties for at least 9 of 10 seeds', async () => {
		const points = (seed: number) =>
			made(400, 4, seed, (_, random) => Array.from({ length: 4 }, () => (random() < 0.6 ? -0.5 : normal(random))));
		expect(await count(10, points, ({ structure }) => structure === 'none')).toBeGreaterThanOrEqual(9);
	});
});
