import { describe, expect, it } from 'vitest';
import { fitCurve } from '../../../src/lib/project/curve.js';
import { fuzzyGraph, membership, reachOf } from '../../../src/lib/project/fuzzy.js';
import { seeded } from '../../../src/lib/random.js';
import { idle } from '../../task.js';

/** σ by bisection, as the paper has it. */
function bySearch(distances: readonly number[], rho: number, target: number): number {
	let [low, high] = [1e-9, 1e9];
	for (let step = 0; step < 300; step++) {
		const sigma = Math.sqrt(low * high);
		const sum = distances.reduce((total, d) => total + Math.exp(-Math.max(0, d - rho) / sigma), 0);
		if (sum > target) high = sigma;
		else low = sigma;
	}
	return Math.sqrt(low * high);
}

describe('the reach of a row', () => {
	it('solves the equation of the paper', () => {
		const random = seeded(3);
		for (let trial = 0; trial < 200; trial++) {
			const distances = Float32Array.from({ length: 14 }, () => 0.1 + random() * 10 ** (4 * random() - 2)).sort();
			const { rho, sigma } = reachOf(distances, 0, 14, Math.log2(15), 1);
			expect(rho).toBe(distances[0]);
			const mean = distances.reduce((sum, d) => sum + d / 14, 0);
			const expected = Math.max(mean * 1e-3, bySearch([...distances], rho, Math.log2(15)));
			expect(sigma / expected).toBeCloseTo(1, 5);
		}
	});
	it('passes over neighbours in the same place for the nearest, and stays above nothing', () => {
		expect(reachOf(Float32Array.of(0, 0, 2, 5), 0, 4, Math.log2(5), 1).rho).toBe(2);
		expect(reachOf(Float32Array.of(0, 0, 0, 0), 0, 4, Math.log2(5), 7)).toEqual({ rho: 0, sigma: 7e-3 });
		expect(reachOf(Float32Array.of(1, 1, 1, 1), 0, 4, Math.log2(5), 7)).toEqual({ rho: 1, sigma: 1e-3 });
		expect(membership(0, { rho: 0, sigma: 0 })).toBe(1);
	});
});

describe('the graph of neighbourhoods', () => {
	it('joins rows by a + b − ab, both ways alike', async () => {
		// Rows on a line at 0, 1 and 3, one neighbour short of all.
		const near = { k: 2, indices: Uint32Array.of(1, 2, 0, 2, 1, 0), distances: Float32Array.of(1, 3, 1, 2, 2, 3) };
		const { start, to, weight } = await fuzzyGraph(near, idle);
		const joined = new Map<string, number>();
		for (let i = 0; i < 3; i++) for (let e = start[i]!; e < start[i + 1]!; e++) joined.set(`${i}${to[e]}`, weight[e]!);
		const belongs = (distances: readonly [number, number], s: 0 | 1) =>
			Math.exp(-(distances[s] - distances[0]) / bySearch(distances, distances[0], Math.log2(3)));
		const union = (a: number, b: number) => a + b - a * b;
		expect(joined.size).toBe(6);
		expect(joined.get('01')).toBe(1);
		expect(joined.get('12')).toBeCloseTo(union(belongs([1, 2], 1), belongs([2, 3], 0)), 5);
		expect(joined.get('02')).toBeCloseTo(union(belongs([1, 3], 1), belongs([2, 3], 1)), 5);
		for (const [pair, value] of joined) expect(joined.get([...pair].reverse().join(''))).toBe(value);
	});
	it('has what only one of two rows takes for a neighbour', async () => {
		const { start, to, weight } = await fuzzyGraph({ k: 1, indices: Uint32Array.of(1, 0, 1), distances: Float32Array.of(1, 1, 4) }, idle);
		expect([...start]).toEqual([0, 1, 3, 4]);
		expect([...to]).toEqual([1, 0, 2, 1]);
		expect([...weight]).toEqual([1, 1, 1, 1]);
	});
});

describe('the curve of the map', () => {
	// As the authors' own program fits them.
	it.each([
		[0.1, 1.57694, 0.89506],
		[0.5, 0.58303, 1.33417],
		[0.01, 1.89561, 0.80064],
		[0.25, 1.12144, 1.05747]
	])('at a least distance of %f is the published one', async (minDist, a, b) => {
		const curve = await fitCurve(minDist, idle);
		expect(curve.a).toBeCloseTo(a, 3);
		expect(curve.b).toBeCloseTo(b, 3);
	});
});
