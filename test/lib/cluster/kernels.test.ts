import { describe, expect, it } from 'vitest';
import { assign } from '../../../src/lib/cluster/assign.js';
import { kmeans, kmeansRange, refine } from '../../../src/lib/cluster/kmeans.js';
import { Lloyd } from '../../../src/lib/cluster/lloyd.js';
import { kernelPaced } from '../../../src/lib/cluster/pace.js';
import { silhouettes, type Labeling } from '../../../src/lib/cluster/silhouette.js';
import type { Matrix } from '../../../src/lib/matrix.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { idle } from '../../task.js';

const cloud = (rows: number, cols: number, seed: number, blobs = 5): Matrix => {
	const random = seeded(seed);
	const centres = Float64Array.from({ length: blobs * cols }, () => 3 * normal(random));
	const values = Float32Array.from(
		{ length: rows * cols },
		(_, at) => centres[(Math.floor(at / cols) % blobs) * cols + (at % cols)]! + normal(random)
	);
	return { rows, cols, values };
};
const shapes = [
	[40, 1, 3],
	[1003, 3, 1],
	[1001, 4, 2],
	[2050, 8, 5],
	[1500, 14, 12],
	[999, 5, 17],
	[700, 2, 30]
] as const;

/** Squared distance of row i to each centroid, in float64. */
const distances = ({ cols, values }: Matrix, i: number, centroids: ArrayLike<number>): number[] =>
	Array.from({ length: centroids.length / cols }, (_, c) => {
		let d = 0;
		for (let j = 0; j < cols; j++) d += (values[i * cols + j]! - centroids[c * cols + j]!) ** 2;
		return d;
	});
const nearest = (all: readonly number[]): number => all.reduce((best, d, c) => (d < all[best]! ? c : best), 0);

/** Lloyd's algorithm as it is written in books; clusters must not become empty. */
function plainLloyd(points: Matrix, start: Float64Array): { labels: number[]; centroids: Float64Array; iterations: number } {
	const { rows, cols, values } = points;
	const centroids = start.slice();
	let labels = Array.from({ length: rows }, (_, i) => nearest(distances(points, i, centroids)));
	for (let iterations = 1; ; iterations++) {
		const sizes = new Float64Array(centroids.length / cols);
		centroids.fill(0);
		labels.forEach((label, i) => {
			sizes[label]!++;
			for (let j = 0; j < cols; j++) centroids[label * cols + j]! += values[i * cols + j]!;
		});
		for (let at = 0; at < centroids.length; at++) centroids[at]! /= sizes[Math.floor(at / cols)]!;
		const next = Array.from({ length: rows }, (_, i) => nearest(distances(points, i, centroids)));
		if (next.every((label, i) => label === labels[i])) return { labels, centroids, iterations };
		labels = next;
	}
}

describe("Lloyd's algorithm in the kernel", () => {
	it.each(shapes)('on %i × %i rows with %i clusters goes the way of the plain one', async (rows, cols, k) => {
		const points = cloud(rows, cols, rows);
		const start = Float64Array.from(points.values.subarray(0, k * cols));
		const plain = plainLloyd(points, start);
		const lloyd = new Lloyd(points, k);
		const found = await lloyd.resume(start, 1000, 0, kernelPaced(idle));
		lloyd.free();
		expect(found.iterations).toBe(plain.iterations);
		expect([...assign(points, found.centroids).labels]).toEqual(plain.labels);
		found.centroids.forEach((value, at) => expect(value).toBeCloseTo(plain.centroids[at]!, 5));
		const inertia = plain.labels.reduce((sum, label, i) => sum + distances(points, i, plain.centroids)[label]!, 0);
		expect(found.inertia / inertia).toBeCloseTo(1, 5);
	});
	it('fills clusters that nothing is near', async () => {
		const points = cloud(500, 3, 1);
		const start = Float64Array.of(0, 0, 0, 1e6, 0, 0, 0, 1e6, 0);
		const [found] = await refine(points, [{ k: 3, centroids: start }], {}, idle);
		expect(new Set(found!.labels).size).toBe(3);
		expect(found!.inertia).toBeLessThan(1.2 * (await kmeans(points, { k: 3, starts: 10, seed: 1 }, idle)).inertia);
	});
	it('finds on a sample and refines on all rows what it finds on all rows', async () => {
		const points = cloud(60_000, 8, 3, 6);
		const sample: Matrix = { rows: 20_000, cols: 8, values: points.values.slice(0, 160_000) };
		const range = { kMin: 2, kMax: 9, starts: 4, seed: 1 };
		const refined = await refine(points, await kmeansRange(sample, range, idle), {}, idle);
		const all = await kmeansRange(points, range, idle);
		refined.forEach(({ inertia }, at) => expect(inertia / all[at]!.inertia).toBeLessThan(1.005));
	});
	it('is held apart from another run that takes turns with it', async () => {
		const [a, b] = [cloud(3000, 8, 1), cloud(5000, 6, 2)];
		const turns = { ...idle, breathe: () => new Promise<void>((resolve) => setTimeout(resolve)) };
		const options = { kMin: 2, kMax: 9, starts: 3, seed: 1 };
		const alone = [await kmeansRange(a, options, idle), await kmeansRange(b, options, idle)];
		expect(await Promise.all([kmeansRange(a, options, turns), kmeansRange(b, options, turns)])).toEqual(alone);
	});
	it('stops within a piece of work, in its seeding and in its runs', async () => {
		const points = cloud(50_000, 8, 1);
		for (const breaths of [2, 30]) {
			const stop = new AbortController();
			let taken = 0;
			const breathe = async () => {
				if (++taken === breaths) stop.abort();
			};
			const run = kmeansRange(points, { kMin: 2, kMax: 12, starts: 10, seed: 1 }, { ...idle, signal: stop.signal, breathe });
			await expect(run).rejects.toThrow(/abort/i);
			expect(taken).toBe(breaths);
		}
	});
	it('refuses numbers that are not finite', async () => {
		const points = cloud(100, 3, 1);
		points.values[7] = NaN;
		await expect(kmeans(points, { k: 2, starts: 1, seed: 1 }, idle)).rejects.toThrow(RangeError);
	});
});

describe('assignment in the kernel', () => {
	it.each(shapes)('of %i × %i rows to %i centroids is that of plain float64', (rows, cols, k) => {
		const points = cloud(rows, cols, 2 * rows);
		const centroids = Float64Array.from({ length: k * cols }, (_, at) => points.values[at]! + 1e-9);
		const found = assign(points, centroids);
		let inertia = 0;
		for (let i = 0; i < rows; i++) {
			const all = distances(points, i, centroids);
			const label = nearest(all);
			const others = all.with(label, Infinity);
			const second = k > 1 ? nearest(others) : 0;
			inertia += all[label]!;
			expect([found.labels[i], found.second[i]]).toEqual([label, second]);
			expect(found.strength[i]).toBe(Math.fround(k > 1 ? 1 - Math.sqrt(all[label]! / others[second]!) : 1));
		}
		expect(found.inertia / inertia).toBeCloseTo(1, 12);
	});
	it('gives a row the same place alone and among others', () => {
		const points = cloud(9000, 6, 5);
		const centroids = Float64Array.from(points.values.subarray(0, 30));
		const all = assign(points, centroids);
		for (const i of [0, 4095, 4096, 8999]) {
			const one = assign({ rows: 1, cols: 6, values: points.values.slice(6 * i, 6 * i + 6) }, centroids);
			expect([one.labels[0], one.strength[0], one.second[0]]).toEqual([all.labels[i], all.strength[i], all.second[i]]);
		}
	});
	it('takes the first of two that are equally near', () => {
		const { labels, second } = assign({ rows: 1, cols: 1, values: Float32Array.of(1000) }, Float64Array.of(1001, 999, 999, 1001));
		expect([labels[0], second[0]]).toEqual([0, 1]);
	});
});

describe('silhouettes in the kernel', () => {
	it('of several labelings are those of plain float64, far from the origin too', async () => {
		const random = seeded(3);
		for (const [rows, cols, away] of [
			[203, 3, 0],
			[500, 9, 5000]
		] as const) {
			const points = cloud(rows, cols, rows);
			points.values.forEach((value, at) => (points.values[at] = value + away));
			const labelings: Labeling[] = [2, 5, 9].map((k) => ({
				k,
				labels: Uint16Array.from({ length: rows }, () => Math.floor(k * random()))
			}));
			labelings.push({ k: 3, labels: Uint16Array.from({ length: rows }, (_, i) => (i === 7 ? 2 : i & 1)) });
			const found = await silhouettes(points, labelings, { seed: 1 }, idle);
			labelings.forEach(({ labels, k }, l) => {
				for (let i = 0; i < rows; i++) {
					const sums = new Float64Array(k);
					const sizes = new Float64Array(k);
					distances(points, i, points.values).forEach((d, other) => {
						sums[labels[other]!]! += Math.sqrt(d);
						sizes[labels[other]!]!++;
					});
					const own = labels[i]!;
					const a = sums[own]! / (sizes[own]! - 1);
					const b = Math.min(...sums.map((sum, c) => (c === own || sizes[c] === 0 ? Infinity : sum / sizes[c]!)));
					expect(found[l]!.values[i]).toBeCloseTo(sizes[own]! > 1 ? (b - a) / Math.max(a, b) : 0, 5);
				}
			});
		}
	});
});
