import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assign } from '../../../src/lib/cluster/assign.js';
import { kmeans, kmeansRange } from '../../../src/lib/cluster/kmeans.js';
import { silhouettes } from '../../../src/lib/cluster/silhouette.js';
import type { Matrix } from '../../../src/lib/matrix.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { sharedFile } from '../../shared.js';
import { idle } from '../../task.js';
import { columnsOf, retailRfm, zScored } from './reference.js';

const blobs = (rows: number, k: number, spread: number, seed: number): Matrix & { truth: number[] } => {
	const random = seeded(seed);
	const centres = Array.from({ length: k * 4 }, () => 8 * random());
	const truth = Array.from({ length: rows }, (_, i) => i % k);
	return {
		rows,
		cols: 4,
		truth,
		values: Float32Array.from({ length: rows * 4 }, (_, i) => centres[(Math.floor(i / 4) % k) * 4 + (i % 4)]! + spread * normal(random))
	};
};

/** Sum of squared distances to the nearest centre, one row at a time. */
function naiveInertia({ rows, cols, values }: Matrix, centroids: ArrayLike<number>): number {
	let sum = 0;
	for (let i = 0; i < rows; i++) {
		let least = Infinity;
		for (let c = 0; c < centroids.length; c += cols) {
			let d = 0;
			for (let j = 0; j < cols; j++) d += (values[i * cols + j]! - centroids[c + j]!) ** 2;
			least = Math.min(least, d);
		}
		sum += least;
	}
	return sum;
}

describe('k-means', () => {
	it('finds blobs that stand apart, and its inertia is what a naive sum gives', async () => {
		const points = blobs(600, 5, 0.3, 4);
		const { labels, centroids, inertia } = await kmeans(points, { k: 5, starts: 5, seed: 1 }, idle);
		for (let i = 0; i < points.rows; i++) expect(labels[i]).toBe(labels[i % 5]);
		expect(new Set(labels).size).toBe(5);
		expect(inertia / naiveInertia(points, centroids)).toBeCloseTo(1, 5);
	});
	it('repeats itself for one seed', async () => {
		const points = blobs(400, 4, 2, 9);
		const [a, b] = [await kmeans(points, { k: 6, starts: 3, seed: 5 }, idle), await kmeans(points, { k: 6, starts: 3, seed: 5 }, idle)];
		expect(a.labels).toEqual(b.labels);
		expect(a.inertia).toBe(b.inertia);
	});
	it('copes with fewer different rows than clusters', async () => {
		const points: Matrix = { rows: 30, cols: 2, values: Float32Array.from({ length: 60 }, (_, i) => Math.floor(i / 2) % 2) };
		const { labels, inertia } = await kmeans(points, { k: 3, starts: 2, seed: 1 }, idle);
		expect(inertia).toBeCloseTo(0, 10);
		expect(labels[0]).not.toBe(labels[1]);
	});
	it('keeps its precision far from the origin', async () => {
		const near = blobs(300, 3, 0.2, 2);
		const far: Matrix = { ...near, values: near.values.map((value) => value + 1000) };
		const [a, b] = [await kmeans(near, { k: 3, starts: 3, seed: 1 }, idle), await kmeans(far, { k: 3, starts: 3, seed: 1 }, idle)];
		expect([...b.labels]).toEqual([...a.labels]);
	});
	it('stops when asked', async () => {
		const stop = new AbortController();
		stop.abort();
		await expect(kmeans(blobs(20_000, 4, 2, 1), { k: 8, starts: 10, seed: 1 }, { ...idle, signal: stop.signal })).rejects.toThrow(/abort/i);
	});
	it('assigns rows to the nearest centre, with a strength of 0 half way and near 1 at a centre', () => {
		const points: Matrix = { rows: 3, cols: 1, values: Float32Array.of(0, 4.999, 10) };
		const { labels, strength } = assign(points, Float64Array.of(0, 10));
		expect([...labels]).toEqual([0, 0, 1]);
		expect(strength[0]).toBeCloseTo(1, 5);
		expect(strength[1]).toBeLessThan(0.01);
	});
});

const retail = sharedFile('data/online_retail/rfm_2011-12-10.csv');
const retailReference = sharedFile('data/online_retail/reference.json');
describe.runIf(retail && retailReference)('on Online Retail, log1p of recency, purchase days and revenue', () => {
	const reference = JSON.parse(readFileSync(retailReference!, 'utf8')) as {
		kmeans_best_known: { kmeans_log1p_rfm_z: Record<string, number> };
		kmeans_log1p_rfm_z: { k: Record<string, { silhouette: number }> };
		partition4: { labels: string };
	};
	it('comes within 1 % of the best known inertia up to k = 6, and within 2 % above', async () => {
		const found = await kmeansRange(retailRfm(retail!), { kMin: 2, kMax: 10, starts: 10, seed: 1 }, idle);
		for (const { k, inertia } of found) {
			const ratio = inertia / reference.kmeans_best_known.kmeans_log1p_rfm_z[k]!;
			expect(ratio).toBeLessThan(k <= 6 ? 1.01 : 1.02);
			expect(ratio).toBeGreaterThan(0.9999);
		}
	});
	it('gives the published partition its published silhouette', async () => {
		const points = retailRfm(retail!);
		const labels = Uint16Array.from(reference.partition4.labels, Number);
		expect(labels.length).toBe(points.rows);
		const [found] = await silhouettes(points, [{ labels, k: 4 }], { sample: 5000, seed: 1 }, idle);
		expect(found!.mean).toBeCloseTo(reference.kmeans_log1p_rfm_z.k['4']!.silhouette, 4);
	});
});

const wholesale = sharedFile('data/wholesale/Wholesale_customers_data.csv');
const wholesaleReference = sharedFile('data/wholesale/reference.json');
describe.runIf(wholesale && wholesaleReference)('on the wholesale customers', () => {
	it('comes within 1 % of the best known inertia up to k = 6, and within 2 % above', async () => {
		const { kmeans_best_known: best } = JSON.parse(readFileSync(wholesaleReference!, 'utf8')) as {
			kmeans_best_known: Record<'kmeans_z' | 'kmeans_log1p_z', Record<string, number>>;
		};
		const raw = columnsOf(wholesale!, ['Fresh', 'Milk', 'Grocery', 'Frozen', 'Detergents_Paper', 'Delicassen']);
		for (const [name, columns] of [
			['kmeans_z', raw],
			['kmeans_log1p_z', raw.map((column) => column.map(Math.log1p))]
		] as const) {
			for (const { k, inertia } of await kmeansRange(zScored(columns), { kMin: 2, kMax: 10, starts: 50, seed: 1 }, idle)) {
				expect(inertia / best[name][k]!).toBeLessThan(k <= 6 ? 1.01 : 1.02);
				expect(inertia / best[name][k]!).toBeGreaterThan(0.9999);
			}
		}
	});
	it('gives the published partition its published silhouette', async () => {
		const reference = JSON.parse(readFileSync(wholesaleReference!, 'utf8')) as {
			protocol: { features: string[] };
			kmeans_z: Record<string, { silhouette: number; sizes: number[] }>;
			fixed_partition: { k: number; labels: string };
		};
		const { k, labels: digits } = reference.fixed_partition;
		const published = reference.kmeans_z[k]!;
		const labels = Uint16Array.from(digits, Number);
		expect([...labels].reduce((sizes, label) => sizes.with(label, sizes[label]! + 1), new Array<number>(k).fill(0))).toEqual(
			published.sizes
		);
		const points = zScored(columnsOf(wholesale!, reference.protocol.features));
		const [found] = await silhouettes(points, [{ labels, k }], { seed: 1 }, idle);
		expect(published.silhouette).toBeCloseTo(0.5482873, 7);
		expect(Math.abs(found!.mean - published.silhouette)).toBeLessThan(1e-6);
	});
});

const vectors = sharedFile('data/stat_vectors/reference.json');
describe.runIf(vectors)('silhouettes', () => {
	it('equal the published value of every point', async () => {
		const { internal_indices: published } = JSON.parse(readFileSync(vectors!, 'utf8')) as {
			internal_indices: { points: number[][]; labels: number[]; silhouette: number; silhouette_samples: number[] };
		};
		const points: Matrix = { rows: published.points.length, cols: 2, values: Float32Array.from(published.points.flat()) };
		const [found] = await silhouettes(points, [{ labels: Uint16Array.from(published.labels), k: 3 }], { seed: 1 }, idle);
		expect(found!.mean).toBeCloseTo(published.silhouette, 6);
		published.silhouette_samples.forEach((value, i) => expect(found!.values[i]).toBeCloseTo(value, 5));
	});
});
