import { describe, expect, it } from 'vitest';
import { gapStatistic, gapSuggestion } from '../../../src/lib/cluster/gap.js';
import { kmeans } from '../../../src/lib/cluster/kmeans.js';
import { predictable, predictionStrength } from '../../../src/lib/cluster/prediction-strength.js';
import { takeRows } from '../../../src/lib/cluster/sample.js';
import { lightOf } from '../../../src/lib/cluster/lights.js';
import { bootstrapJaccard, type Relabel } from '../../../src/lib/cluster/stability.js';
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
const relabel =
	(points: Matrix, k: number): Relabel =>
	(resamples, task) =>
		Promise.all(resamples.map(({ drawn, seed }) => kmeans(takeRows(points, drawn), { k, starts: 3, seed }, task)));

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
	const found = await kmeans(points, { k, starts: 3, seed: 1 }, idle);
	const { sums, counts } = await bootstrapJaccard(found, relabel(points, k), { from: 0, to: resamples, seed: 1 }, idle);
	return sums.map((sum, c) => sum / counts[c]!);
}

describe('bootstrap Jaccard', () => {
	it('is green for every segment that stands apart, and low for nine of ten in noise', async () => {
		for (const k of [3, 5])
			for (const jaccard of await jaccards(blobs(400, k, 7, k), k, 30)) expect(lightOf(jaccard, 'clear')).toBe('high');
		const found: number[] = [];
		for (let seed = 1; seed <= 5; seed++) found.push(...(await jaccards(noise(400, 5, seed), 5, 30)));
		expect(found.filter((jaccard) => ['doubtful', 'unstable'].includes(lightOf(jaccard, 'clear'))).length).toBeGreaterThanOrEqual(
			0.9 * found.length
		);
	});
	it('makes no segment of a cut through one cloud, however often it comes again', () => {
		expect([0.95, 0.8, 0.7, 0.3].map((jaccard) => lightOf(jaccard, 'none'))).toEqual(['cut', 'cut', 'doubtful', 'unstable']);
		expect([0.95, 0.8, 0.7, 0.3].map((jaccard) => lightOf(jaccard, 'clear'))).toEqual(['high', 'stable', 'doubtful', 'unstable']);
	});
	it('adds up from parts', async () => {
		const points = blobs(120, 3, 3, 1);
		const found = await kmeans(points, { k: 3, starts: 3, seed: 1 }, idle);
		const of = (from: number, to: number) => bootstrapJaccard(found, relabel(points, 3), { from, to, seed: 4 }, idle);
		const [whole, first, last] = [await of(0, 8), await of(0, 3), await of(3, 8)];
		whole.sums.forEach((sum, c) => expect(first.sums[c]! + last.sums[c]!).toBeCloseTo(sum, 10));
	});
	it('counts a row once however often it is drawn', async () => {
		const together: Relabel = async (resamples) => resamples.map(({ drawn }) => ({ k: 2, labels: new Uint16Array(drawn.length) }));
		const original = { k: 2, labels: Uint16Array.of(0, 0, 1, 1) };
		const { sums, counts } = await bootstrapJaccard(original, together, { from: 0, to: 40, seed: 1 }, idle);
		// Everything in one cluster: of the distinct rows drawn, the share that the segment has, 1/3, 1/2, 2/3 or 1.
		sums.forEach((sum, c) => expect([0.3, 0.8].map((bound) => sum / counts[c]! > bound)).toEqual([true, false]));
	});
});
