import { describe, expect, it } from 'vitest';
import { gapStatistic, gapSuggestion } from '../../../src/lib/cluster/gap.js';
import { kmeans } from '../../../src/lib/cluster/kmeans.js';
import { predictable, predictionStrength } from '../../../src/lib/cluster/prediction-strength.js';
import { bootstrapJaccard, lightOf, seedAgreement, withoutColumns, type Method } from '../../../src/lib/cluster/stability.js';
import type { Matrix } from '../../../src/lib/matrix.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { idle } from '../../task.js';

/** Blobs on a simplex, `apart` from each other. */
const blobs = (rows: number, k: number, apart: number, seed: number): Matrix => {
	const random = seeded(seed);
	const cols = Math.max(3, k);
	const values = Float32Array.from({ length: rows * cols }, (_, at) => {
		const i = Math.floor(at / cols);
		return (i % k === at % cols ? apart : 0) + normal(random);
	});
	return { rows, cols, values };
};
const noise = (rows: number, cols: number, seed: number): Matrix => {
	const random = seeded(seed);
	return { rows, cols, values: Float32Array.from({ length: rows * cols }, random) };
};
const method: Method = (points, k, seed, task) => kmeans(points, { k, starts: 3, seed }, task);

describe('the gap statistic', () => {
	it('names three clusters in the plane as in the simulation of its paper, and one in uniform noise', async () => {
		const centres = [0, 0, 0, 5, 5, -3];
		for (let seed = 1; seed <= 5; seed++) {
			const random = seeded(seed);
			const kind = (i: number) => (i < 25 ? 0 : i < 50 ? 1 : 2);
			const values = Float32Array.from({ length: 200 }, (_, at) => centres[2 * kind(at >> 1) + (at & 1)]! + normal(random));
			expect(gapSuggestion(await gapStatistic({ rows: 100, cols: 2, values }, { kMax: 8, seed, draws: 20 }, idle))).toBe(3);
			expect(gapSuggestion(await gapStatistic(noise(200, 10, seed), { kMax: 8, seed, draws: 20 }, idle))).toBe(1);
		}
	});
	it('takes the smallest k within one standard error of the next', () => {
		const of = (gaps: number[], error: number) => gapSuggestion(gaps.map((gap, at) => ({ k: at + 1, gap, error })));
		expect(of([0.1, 0.3, 0.35, 0.2], 0.06)).toBe(2);
		expect(of([0.1, 0.3, 0.35, 0.2], 0.04)).toBe(3);
		expect(of([0.1, 0.2, 0.3], 0)).toBe(3);
	});
});

describe('prediction strength', () => {
	it('is near 1 up to the number of blobs and breaks down above; it is low in noise', async () => {
		const found = await predictionStrength(blobs(400, 4, 8, 1), { kMin: 2, kMax: 6, seed: 1 }, idle);
		expect(found.filter(({ strength }) => strength >= predictable).at(-1)!.k).toBe(4);
		expect(found[2]!.strength).toBeGreaterThan(0.98);
		for (const { strength } of await predictionStrength(noise(400, 5, 2), { kMin: 3, kMax: 6, seed: 1 }, idle))
			expect(strength).toBeLessThan(predictable);
	});
});

async function jaccards(points: Matrix, k: number, resamples: number): Promise<number[]> {
	const found = await method(points, k, 1, idle);
	const { sums, counts } = await bootstrapJaccard(points, found, method, { from: 0, to: resamples, seed: 1 }, idle);
	return sums.map((sum, c) => sum / counts[c]!);
}

describe('bootstrap Jaccard', () => {
	it('is green for every segment that stands apart, and red or amber for nine of ten in noise', async () => {
		for (const k of [3, 5]) for (const jaccard of await jaccards(blobs(400, k, 7, k), k, 30)) expect(lightOf(jaccard)).toBe('high');
		const found: number[] = [];
		for (let seed = 1; seed <= 5; seed++) found.push(...(await jaccards(noise(400, 5, seed), 5, 30)));
		expect(found.filter((jaccard) => ['doubtful', 'unstable'].includes(lightOf(jaccard))).length).toBeGreaterThanOrEqual(
			0.9 * found.length
		);
	});
	it('adds up from parts', async () => {
		const points = blobs(120, 3, 3, 1);
		const found = await method(points, 3, 1, idle);
		const of = (from: number, to: number) => bootstrapJaccard(points, found, method, { from, to, seed: 4 }, idle);
		const [whole, first, last] = [await of(0, 8), await of(0, 3), await of(3, 8)];
		whole.sums.forEach((sum, c) => expect(first.sums[c]! + last.sums[c]!).toBeCloseTo(sum, 10));
	});
	it('counts a row once however often it is drawn', async () => {
		const points: Matrix = { rows: 4, cols: 1, values: Float32Array.of(0, 0, 9, 9) };
		const shifted: Method = async ({ rows }) => ({ k: 2, labels: new Uint16Array(rows) });
		const { sums, counts } = await bootstrapJaccard(
			points,
			{ k: 2, labels: Uint16Array.of(0, 0, 1, 1) },
			shifted,
			{ from: 0, to: 40, seed: 1 },
			idle
		);
		// Everything in one cluster: of the distinct rows drawn, the share that the segment has, 1/3, 1/2, 2/3 or 1.
		sums.forEach((sum, c) => expect([0.3, 0.8].map((bound) => sum / counts[c]! > bound)).toEqual([true, false]));
	});
});

describe('agreement with other seeds and without one column', () => {
	it('is full where segments stand apart, and names the column that carries them', async () => {
		const random = seeded(3);
		const values = Float32Array.from({ length: 1200 }, (_, at) => (at % 3 === 1 ? (Math.floor(at / 3) % 2) * 9 : 0) + normal(random));
		const points: Matrix = { rows: 400, cols: 3, values };
		const found = await method(points, 2, 1, idle);
		for (const agreement of await seedAgreement(points, found, method, { seeds: 5, seed: 1 }, idle)) expect(agreement).toBe(1);
		const without = await withoutColumns(points, found, method, { groups: [[0], [1], [2]], seed: 1 }, idle);
		expect(without[0]).toBeGreaterThan(0.98);
		expect(without[1]).toBeLessThan(0.1);
		expect(without[2]).toBeGreaterThan(0.98);
	});
});
