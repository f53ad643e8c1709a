import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Matrix } from '../../../src/lib/matrix.js';
import { keptNeighbours } from '../../../src/lib/project/kept-neighbours.js';
import { pca } from '../../../src/lib/project/pca.js';
import { placeAmong } from '../../../src/lib/project/place.js';
import { umap } from '../../../src/lib/project/umap.js';
import { normal, seeded } from '../../../src/lib/random.js';
import type { Task } from '../../../src/lib/task.js';
import { sharedFile } from '../../shared.js';
import { idle } from '../../task.js';
import { ranked, trustworthiness } from './trustworthiness.js';

const digits = sharedFile('data/digits/digits.csv');

/** Blobs of unit variance, `apart` from each other along an axis of their own. */
function blobs(rows: number, cols: number, seed: number, apart = 8): Matrix {
	const random = seeded(seed);
	const values = Float32Array.from({ length: rows * cols }, () => normal(random));
	for (let i = 0; i < rows; i++) values[i * cols + (i % cols)]! += apart;
	return { rows, cols, values };
}
const onMap = (places: Float32Array<ArrayBuffer>): Matrix => ({ rows: places.length / 2, cols: 2, values: places });
const stopped = (controller: AbortController): Task => ({ signal: controller.signal, breathe: async () => {}, progress: () => {} });

afterEach(() => vi.restoreAllMocks());

describe('UMAP', () => {
	it.runIf(digits)('keeps the neighbours of handwritten digits as well as the published program does', async () => {
		const lines = readFileSync(digits!, 'utf8').trim().split(/\r?\n/);
		const values = Float32Array.from(lines.flatMap((line) => line.split(',').slice(0, 64).map(Number)));
		const points = { rows: lines.length, cols: 64, values };
		expect(points.rows).toBe(1797);
		const places = await umap(points, { seed: 1 }, idle);
		// umap-learn 0.5.3 with as many neighbours and epochs: 0.987.
		expect(trustworthiness(points, onMap(places))).toBeGreaterThan(0.982);
	});
	it('keeps groups that lie apart together', async () => {
		const points = blobs(600, 6, 2);
		const places = onMap(await umap(points, { seed: 1 }, idle));
		for (let i = 0; i < 600; i += 7) for (const j of ranked(places, i).slice(0, 15)) expect(j % 6).toBe(i % 6);
	});
	it('gives the same bytes for the same seed, and another map for another', async () => {
		vi.spyOn(Math, 'random').mockImplementation(() => {
			throw new Error('Unseeded');
		});
		const points = blobs(400, 5, 3);
		const first = await umap(points, { seed: 4 }, idle);
		expect(await umap(points, { seed: 4 }, idle)).toEqual(first);
		expect(await umap(points, { seed: 5 }, idle)).not.toEqual(first);
	});
	it('gives equal rows one place, and everyone a finite one', async () => {
		const points = blobs(500, 4, 6);
		for (let i = 0; i < 500; i += 2) points.values.copyWithin(i * 4, 4 * (i % 3), 4 * (i % 3) + 4);
		const places = await umap(points, { seed: 1 }, idle);
		expect(places.every(Number.isFinite)).toBe(true);
		expect([places[2 * 6], places[2 * 6 + 1]]).toEqual([places[0], places[1]]);
		expect(new Set(places).size).toBeGreaterThan(400);
	});
	it.each([1, 2, 3, 16])('lays out %i rows, equal ones too', async (rows) => {
		for (const points of [blobs(rows, 3, 7), { rows, cols: 3, values: new Float32Array(rows * 3) }]) {
			const places = await umap(points, { seed: 1 }, idle);
			expect(places.length).toBe(2 * rows);
			expect(places.every(Number.isFinite)).toBe(true);
		}
	});
	it('shows itself while it moves, says how far it is, and stops when asked', async () => {
		const points = blobs(4000, 8, 8);
		const controller = new AbortController();
		const ratios: number[] = [];
		const looks: number[] = [];
		const work = umap(
			points,
			{ seed: 1, epochs: 5000 },
			{ ...stopped(controller), progress: (ratio) => void ratios.push(ratio!) },
			(places, epoch) => {
				expect(places().length).toBe(8000);
				looks.push(epoch);
				if (looks.length === 5) controller.abort();
			}
		);
		await expect(work).rejects.toThrow('aborted');
		expect(looks.length).toBe(5);
		expect(ratios).toEqual([...ratios].sort((a, b) => a - b));
		expect(ratios.at(-1)).toBeGreaterThan(0.3);
	});
});

describe('new rows on a map', () => {
	const points = blobs(600, 6, 9);
	it('stand where they stood if they are known', async () => {
		const places = await umap(points, { seed: 1 }, idle);
		expect(await placeAmong({ rows: points, places }, points, idle)).toEqual(places);
	});
	it('come among those like them', async () => {
		const places = await umap(points, { seed: 1 }, idle);
		const queries = blobs(60, 6, 10);
		const placed = await placeAmong({ rows: points, places }, queries, idle);
		const both = { rows: 660, cols: 2, values: Float32Array.from([...placed, ...places]) };
		for (let i = 0; i < 60; i++) {
			const nearest = ranked(both, i).find((j) => j >= 60)!;
			expect((nearest - 60) % 6).toBe(i % 6);
		}
	});
});

describe('the share of neighbours that a map keeps', () => {
	it('is all of them where nothing is lost, few by chance, and what brute force counts', async () => {
		const points = blobs(400, 5, 11);
		const flat = { rows: 400, cols: 5, values: points.values.map((value, i) => (i % 5 < 2 ? value : 0)) };
		const plane = (from: Matrix) => Float32Array.from({ length: 800 }, (_, i) => from.values[(i >> 1) * 5 + (i & 1)]!);
		expect(await keptNeighbours(flat, plane(flat), 15, idle)).toBe(1);
		expect(await keptNeighbours(points, plane(blobs(400, 5, 12, 0)), 15, idle)).toBeLessThan(0.12);
		const places = pca(points, 2).scores.values;
		let common = 0;
		for (let i = 0; i < 400; i++) {
			const near = ranked(points, i).slice(0, 15);
			for (const j of ranked(onMap(places), i).slice(0, 15)) if (near.includes(j)) common++;
		}
		expect(await keptNeighbours(points, places, 15, idle)).toBeCloseTo(common / 6000, 3);
	});
});
