import { describe, expect, it } from 'vitest';
import { nearestExample } from '../../../src/lib/cluster/examples.js';
import { hdbscan } from '../../../src/lib/cluster/hdbscan.js';
import { cutTree } from '../../../src/lib/cluster/tree.js';
import { ward } from '../../../src/lib/cluster/ward.js';
import type { Matrix } from '../../../src/lib/matrix.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { idle } from '../../task.js';

const cloud = (rows: number, cols: number, seed: number, away = 0): Matrix => {
	const random = seeded(seed);
	return { rows, cols, values: Float32Array.from({ length: rows * cols }, () => away + normal(random)) };
};
const distance = (a: Matrix, i: number, b: Matrix, o: number): number => {
	let d = 0;
	for (let j = 0; j < a.cols; j++) d += (a.values[i * a.cols + j]! - b.values[o * b.cols + j]!) ** 2;
	return Math.sqrt(d);
};

/** Heights of Ward's joins, looking at every pair before each. */
function plainWard(points: Matrix): number[] {
	let clusters = Array.from({ length: points.rows }, (_, i) => [i]);
	const mean = (rows: readonly number[], j: number) => rows.reduce((sum, i) => sum + points.values[i * points.cols + j]!, 0) / rows.length;
	const heights: number[] = [];
	while (clusters.length > 1) {
		let [least, a, b] = [Infinity, 0, 0];
		const means = clusters.map((rows) => Array.from({ length: points.cols }, (_, j) => mean(rows, j)));
		for (let p = 0; p < clusters.length; p++) {
			for (let q = 0; q < p; q++) {
				const [m, n] = [clusters[p]!.length, clusters[q]!.length];
				const cost = ((2 * m * n) / (m + n)) * means[p]!.reduce((sum, value, j) => sum + (value - means[q]![j]!) ** 2, 0);
				if (cost < least) [least, a, b] = [cost, p, q];
			}
		}
		heights.push(Math.sqrt(least));
		clusters = [...clusters.filter((_, c) => c !== a && c !== b), [...clusters[a]!, ...clusters[b]!]];
	}
	return heights;
}

/** Lengths of the edges of a minimum spanning tree of mutual reachability, by Kruskal's algorithm. */
function plainEdges(points: Matrix, samples: number): number[] {
	const { rows } = points;
	const all = Array.from({ length: rows }, (_, i) => Array.from({ length: rows }, (_, o) => distance(points, i, points, o)));
	const core = all.map((of) => [...of].sort((a, b) => a - b)[samples - 1]!);
	const edges = all.flatMap((of, i) => of.slice(0, i).map((d, o) => ({ i, o, length: samples > 1 ? Math.max(d, core[i]!, core[o]!) : d })));
	const root = all.map((_, i) => i);
	const rootOf = (i: number): number => (root[i] === i ? i : (root[i] = rootOf(root[i]!)));
	return edges
		.sort((a, b) => a.length - b.length)
		.filter(({ i, o }) => {
			if (rootOf(i) === rootOf(o)) return false;
			root[rootOf(i)] = rootOf(o);
			return true;
		})
		.map(({ length }) => length);
}

describe('neighbours in the kernel', () => {
	it.each([
		[61, 1, 0],
		[130, 3, 0],
		[97, 9, 3000]
	])('give %i × %i rows the joins that looking at every pair gives', async (rows, cols, away) => {
		const points = cloud(rows, cols, rows, away);
		const { tree } = await ward(points, { seed: 1 }, idle);
		plainWard(points).forEach((height, m) => expect(tree.heights[m]! / height).toBeCloseTo(1, 5));
	});
	it.each([
		[75, 2, 1],
		[120, 5, 6],
		[64, 11, 10]
	])('give %i × %i rows the spanning tree of mutual reachability of %i', async (rows, cols, minSamples) => {
		const points = cloud(rows, cols, rows, 50);
		const { edges } = await hdbscan(points, { minSize: 5, minSamples }, idle);
		plainEdges(points, minSamples).forEach((length, e) => expect(edges[e]! / length).toBeCloseTo(1, 5));
	});
	it('find the nearest example, and the nearest with another label', () => {
		const examples = { points: cloud(203, 4, 1), labels: Uint16Array.from({ length: 203 }, (_, e) => [0, 2, 5][e % 3]!) };
		const strength = Float32Array.from({ length: 203 }, (_, e) => e / 203);
		const points = cloud(150, 4, 2);
		const found = nearestExample(points, { ...examples, strength });
		for (let i = 0; i < points.rows; i++) {
			const order = Array.from({ length: 203 }, (_, e) => e).sort(
				(a, b) => distance(points, i, examples.points, a) - distance(points, i, examples.points, b)
			);
			const other = order.find((e) => examples.labels[e] !== examples.labels[order[0]!])!;
			expect(found.labels[i]).toBe(examples.labels[order[0]!]);
			expect(found.strength[i]).toBe(strength[order[0]!]);
			expect(found.second[i]).toBe(examples.labels[other]);
		}
		const single = nearestExample(points, { ...examples, strength, labels: new Uint16Array(203).fill(3) });
		expect([single.labels[0], single.second[0]]).toEqual([3, 3]);
	});
	it('join rows on a grid, where very many distances are equal', async () => {
		const values = Float32Array.from({ length: 1200 }, (_, at) => (at % 2 ? Math.floor(at / 2) % 25 : Math.floor(at / 50)) * 0.1 + 7);
		const { tree } = await ward({ rows: 600, cols: 2, values }, { seed: 1 }, idle);
		expect(tree.sizes.at(-1)).toBe(600);
		expect(new Set(cutTree(tree, 12)).size).toBe(12);
		expect([...tree.heights]).toEqual([...tree.heights].sort((a, b) => a - b));
	});
});
