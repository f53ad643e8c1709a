import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { branches } from '../../../src/lib/cluster/branches.js';
import { hdbscan } from '../../../src/lib/cluster/hdbscan.js';
import { kmeans } from '../../../src/lib/cluster/kmeans.js';
import { learn, placeRows, rowsOfNumbers } from '../../../src/lib/cluster/methods.js';
import { cutTree, treeTop } from '../../../src/lib/cluster/tree.js';
import { ward } from '../../../src/lib/cluster/ward.js';
import type { Matrix } from '../../../src/lib/matrix.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { adjustedRandIndex } from '../../../src/lib/stats/adjusted-rand.js';
import { sharedFile } from '../../shared.js';
import { idle } from '../../task.js';
import { matchedShare } from './matched-share.js';
import { columnsOf, zScored } from './reference.js';

const blobs = (rows: number, seed: number): Matrix & { truth: Uint16Array } => {
	const random = seeded(seed);
	const truth = Uint16Array.from({ length: rows }, (_, i) => i % 4);
	const values = Float32Array.from({ length: rows * 4 }, (_, at) => (truth[Math.floor(at / 4)] === at % 4 ? 8 : 0) + normal(random));
	return { rows, cols: 4, values, truth };
};
/** Clouds so near each other that they overlap. */
const overlapping = (rows: number, seed: number): Matrix => {
	const random = seeded(seed);
	const values = Float32Array.from({ length: rows * 3 }, (_, at) => (Math.floor(at / 3) % 4 === at % 3 ? 2.5 : 0) + normal(random));
	return { rows, cols: 3, values };
};
const sizesOf = (labels: Uint16Array) =>
	[...new Set(labels)].map((c) => labels.filter((label) => label === c).length).sort((a, b) => b - a);

describe("Ward's clustering", () => {
	it('finds the same segments on micro-clusters as on all rows', async () => {
		const points = blobs(3000, 1);
		for (const exact of [3000, 1000]) {
			const found = await ward(points, { seed: 1, exact }, idle);
			expect(found.exact).toBe(exact === 3000);
			expect(found.tree.sizes.at(-1)).toBe(3000);
			const leaves = cutTree(found.tree, 4);
			const labels = Uint16Array.from(found.leafOf, (leaf) => leaves[leaf]!);
			expect(adjustedRandIndex(labels, points.truth)).toBe(1);
		}
	});
	it('draws the top of its tree with every row below it and every cluster in it', async () => {
		const { tree } = await ward(blobs(200, 2), { seed: 1 }, idle);
		const top = treeTop(tree, 12, 4);
		const groups: { size: number; cluster: number | null }[] = [];
		const walk = (branch: typeof top): void => (branch.children.length > 0 ? branch.children.forEach(walk) : void groups.push(branch));
		walk(top);
		expect(groups).toHaveLength(12);
		expect(groups.reduce((sum, { size }) => sum + size, 0)).toBe(200);
		expect(new Set(groups.map(({ cluster }) => cluster))).toEqual(new Set([0, 1, 2, 3]));
		expect(top.height).toBe(tree.heights.at(-1));
	});
	it('takes rows that are the same', async () => {
		const { tree } = await ward({ rows: 5, cols: 1, values: Float32Array.of(1, 1, 1, 4, 4) }, { seed: 1 }, idle);
		expect([...cutTree(tree, 2)]).toEqual([0, 0, 0, 1, 1]);
		expect(tree.heights[2]).toBe(0);
	});
});

/** Ward's clustering as it is defined: of all pairs of clusters, the one whose union adds least to the sum of squares, until k are left. */
function plainWard({ rows, cols, values }: Matrix, k: number): { readonly members: number[][]; readonly means: number[][] } {
	let members = Array.from({ length: rows }, (_, i) => [i]);
	const meanOf = (of: readonly number[]) =>
		Array.from({ length: cols }, (_, j) => of.reduce((sum, i) => sum + values[i * cols + j]!, 0) / of.length);
	let means = members.map(meanOf);
	while (members.length > k) {
		let best = { a: 0, b: 1, added: Infinity };
		for (let a = 0; a < members.length; a++)
			for (let b = a + 1; b < members.length; b++) {
				const [na, nb] = [members[a]!.length, members[b]!.length];
				const added = ((na * nb) / (na + nb)) * means[a]!.reduce((sum, x, j) => sum + (x - means[b]![j]!) ** 2, 0);
				if (added < best.added) best = { a, b, added };
			}
		const united = [...members[best.a]!, ...members[best.b]!];
		members = [...members.filter((_, c) => c !== best.a && c !== best.b), united];
		means = [...means.filter((_, c) => c !== best.a && c !== best.b), meanOf(united)];
	}
	return { members, means };
}

describe("Ward's segments", () => {
	it('are those of the tree, strong as the means of the segments say, and so for the same rows alone', async () => {
		const points = overlapping(120, 3);
		const plain = plainWard(points, 4);
		const { model } = await learn('ward', rowsOfNumbers(points), { k: 4, seed: 1 }, idle);
		const { labels, strength, second } = placeRows(structuredClone(model), rowsOfNumbers(points));
		let nearerToAnother = 0;
		plain.members.forEach((rows, c) => {
			expect(new Set(rows.map((i) => labels[i])).size).toBe(1);
			for (const i of rows) {
				const d = plain.means.map((mean) => Math.hypot(...mean.map((x, j) => x - points.values[3 * i + j]!)));
				const other = Math.min(...d.filter((_, to) => to !== c));
				if (other < d[c]!) nearerToAnother++;
				expect(strength[i]).toBeCloseTo(Math.max(0, 1 - d[c]! / other), 5);
				expect(second[i]).not.toBe(labels[i]);
			}
		});
		expect(new Set(labels).size).toBe(4);
		expect(nearerToAnother).toBeGreaterThan(3);
		const one = { rows: 1, cols: 3, values: points.values.slice(30, 33) };
		const alone = placeRows(model, rowsOfNumbers(one));
		expect([alone.labels[0], alone.strength[0], alone.second[0]]).toEqual([labels[10], strength[10], second[10]]);
	});
	it('are those of the tree for nearly all rows where not every row can be kept', async () => {
		const points = overlapping(3000, 4);
		const found = await ward(points, { seed: 1 }, idle);
		const cut = cutTree(found.tree, 4);
		const examples = branches(points, found, { k: 4, most: 600 });
		expect(examples.points.rows).toBe(600);
		const { labels } = placeRows({ kind: 'examples', ...examples }, rowsOfNumbers(points));
		expect(labels.filter((label, i) => label === cut[i]).length / 3000).toBeGreaterThan(0.97);
	});
});

const wholesale = sharedFile('data/wholesale/Wholesale_customers_data.csv');
const wholesaleReference = sharedFile('data/wholesale/reference.json');
describe.runIf(wholesale && wholesaleReference)('trees of the wholesale customers', () => {
	const reference = JSON.parse(readFileSync(wholesaleReference!, 'utf8')) as {
		protocol: { features: string[] };
		ward_z: { last10_merge_heights: number[]; sizes: Record<string, number[]> };
		single_z_last5_heights: number[];
	};
	const points = zScored(columnsOf(wholesale!, reference.protocol.features));
	it("have the published heights and sizes of Ward's clustering", async () => {
		const { tree } = await ward(points, { seed: 1 }, idle);
		reference.ward_z.last10_merge_heights.forEach((height, i) => expect(tree.heights.at(-1 - i)! / height).toBeCloseTo(1, 5));
		for (const [k, sizes] of Object.entries(reference.ward_z.sizes)) expect(sizesOf(cutTree(tree, Number(k)))).toEqual(sizes);
	});
	it('have the published heights of single linkage where core distances are 0', async () => {
		const { edges } = await hdbscan(points, { minSize: 10, minSamples: 1 }, idle);
		reference.single_z_last5_heights.forEach((height, i) => expect(edges.at(-1 - i)! / height).toBeCloseTo(1, 5));
	});
});

const digits = sharedFile('data/digits/digits.csv');
describe.runIf(digits)('handwritten digits', () => {
	it('are told apart by k-means for 78 %, and by Ward for 83 %', async () => {
		const rows = readFileSync(digits!, 'utf8')
			.trim()
			.split(/\r?\n/)
			.slice(1)
			.map((line) => line.split(',').map(Number));
		const truth = Uint16Array.from(rows, (row) => row[64]!);
		const points: Matrix = {
			rows: rows.length,
			cols: 64,
			values: Float32Array.from(rows.flatMap((row) => row.slice(0, 64).map((x) => x / 16)))
		};
		const { model } = await learn('ward', rowsOfNumbers(points), { k: 10, seed: 1 }, idle);
		expect(matchedShare(placeRows(model, rowsOfNumbers(points)).labels, truth, 10)).toBeGreaterThanOrEqual(0.83);
		const { labels } = await kmeans(points, { k: 10, starts: 20, seed: 1 }, idle);
		expect(matchedShare(labels, truth, 10)).toBeGreaterThanOrEqual(0.78);
	});
});

describe('HDBSCAN', () => {
	it('finds dense segments of any shape, and leaves the rows between them out', async () => {
		const random = seeded(5);
		const rows = 900;
		const truth = Uint16Array.from({ length: rows }, (_, i) => (i >= 840 ? 2 : i % 2));
		const values = new Float32Array(2 * rows);
		truth.forEach((kind, i) => {
			const angle = Math.PI * random();
			const noise = () => 0.07 * normal(random);
			const [x, y] = [
				[Math.cos(angle) + noise(), Math.sin(angle) + noise()],
				[1 - Math.cos(angle) + noise(), 0.5 - Math.sin(angle) + noise()],
				[-4 + 9 * random(), -4 + 8 * random()]
			][kind]!;
			values.set([x!, y!], 2 * i);
		});
		const { k, labels, strength, outliers } = await hdbscan({ rows, cols: 2, values }, { minSize: 60, minSamples: 8 }, idle);
		expect(k).toBe(2);
		expect(adjustedRandIndex(labels.slice(0, 840), truth.slice(0, 840))).toBeGreaterThan(0.95);
		const far = Array.from({ length: 60 }, (_, i) => 840 + i).filter(
			(i) => Math.hypot(values[2 * i]! - 0.5, values[2 * i + 1]! - 0.25) > 2.5
		);
		expect(far.length).toBeGreaterThan(20);
		for (const i of far) expect(labels[i]).toBe(2);
		expect(outliers).toBe(labels.filter((label) => label === k).length);
		labels.forEach((label, i) => expect(strength[i]! > 0).toBe(label < k));
	});
	it('gives equal rows one segment, and finds none where nothing is dense', async () => {
		const same = Float32Array.from({ length: 60 }, (_, i) => (i < 30 ? 1 : 9));
		const found = await hdbscan({ rows: 60, cols: 1, values: same }, { minSize: 10 }, idle);
		expect(found.k).toBe(2);
		expect(found.strength.every((value) => value === 1)).toBe(true);
		const random = seeded(1);
		const cloud = Float32Array.from({ length: 1200 }, () => normal(random));
		expect((await hdbscan({ rows: 300, cols: 4, values: cloud }, { minSize: 30 }, idle)).outliers).toBeGreaterThan(100);
	});
});
