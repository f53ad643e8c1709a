import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../../src/lib/matrix.js';
import { NearestRows } from '../../../src/lib/project/neighbours.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { idle } from '../../task.js';

function cloud(rows: number, cols: number, seed: number, far = 0): Matrix {
	const random = seeded(seed);
	return { rows, cols, values: Float32Array.from({ length: rows * cols }, () => far + normal(random)) };
}

/** Distances from one row to all of another matrix in float64, ascending, without the one at `own`. */
function byHand(query: Float32Array, { rows, cols, values }: Matrix, own: number): number[] {
	return Array.from({ length: rows }, (_, j) => j)
		.filter((j) => j !== own)
		.map((j) => Math.sqrt(query.reduce((sum, value, c) => sum + (value - values[j * cols + c]!) ** 2, 0)))
		.sort((a, b) => a - b);
}

/** Compares every `step`-th row's neighbours. */
async function check(points: Matrix, k: number, queries?: Matrix, step = 1): Promise<void> {
	const tree = await NearestRows.of(points, idle);
	const found = queries ? await tree.to(queries, k, idle) : await tree.ofEach(k, idle);
	const asked = queries ?? points;
	const { cols } = points;
	for (let i = 0; i < asked.rows; i += step) {
		const query = asked.values.subarray(i * cols, i * cols + cols);
		const expected = byHand(query, points, queries ? -1 : i);
		const indices = [...found.indices.subarray(i * k, i * k + k)];
		expect(new Set(indices).size).toBe(k);
		if (!queries) expect(indices).not.toContain(i);
		const real = indices.map((j) => Math.sqrt(query.reduce((sum, value, c) => sum + (value - points.values[j * cols + c]!) ** 2, 0)));
		const off = real.map((distance, s) => Math.max(Math.abs(distance - expected[s]!), Math.abs(distance - found.distances[i * k + s]!)));
		expect(Math.max(...off)).toBeLessThan(1e-5 * (1 + expected[k - 1]!));
	}
}

describe('exact nearest neighbours', () => {
	it('are those of brute force in float64, for any number of rows and columns', () =>
		fc.assert(
			fc.asyncProperty(fc.integer({ min: 2, max: 300 }), fc.integer({ min: 1, max: 21 }), fc.nat(), async (rows, cols, seed) => {
				await check(cloud(rows, cols, seed), Math.min(15, rows - 1));
			}),
			{ numRuns: 40 }
		));
	it('are found through several levels of the tree', () => check(cloud(3000, 8, 5), 14, undefined, 17));
	it('keep their digits far from the origin', () => check(cloud(500, 3, 6, 1000), 10));
	it('of new rows may be any of the known ones', () => check(cloud(700, 6, 7), 9, cloud(80, 6, 8)));
	it('include every other row where there are no more', () => check(cloud(9, 4, 9), 8));
	it('are found among rows most of which are equal', async () => {
		const points = cloud(400, 5, 10);
		for (let i = 0; i < 300; i++) points.values.copyWithin(i * 5, 0, 5);
		await check(points, 14);
	});
	it('cannot be more than there are', async () => {
		const tree = await NearestRows.of(cloud(5, 2, 1), idle);
		await expect(tree.ofEach(5, idle)).rejects.toThrow(RangeError);
	});
	it('are not looked for once the search is stopped', async () => {
		const controller = new AbortController();
		const points = cloud(20_000, 8, 11);
		const tree = await NearestRows.of(points, idle);
		let looks = 0;
		const search = tree.ofEach(14, {
			signal: controller.signal,
			breathe: async () => void (++looks === 2 && controller.abort()),
			progress: () => {}
		});
		await expect(search).rejects.toThrow('aborted');
		expect(looks).toBe(2);
	});
});
