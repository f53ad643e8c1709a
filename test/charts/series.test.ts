import { describe, expect, it } from 'vitest';
import { extentOf, nearestIndex, thinned } from '../../src/charts/series.js';
import { normal, seeded } from '../../src/lib/random.js';

const random = seeded(4);
const values = Float64Array.from({ length: 20_000 }, (_, i) => Math.exp(-i / 3000) + 0.05 * normal(random));

describe('a long line', () => {
	it('keeps the first, lowest, highest and last value of every pixel column', () => {
		const columns = 300;
		const points = thinned({ name: 'loss', values }, columns);
		expect(points.length).toBeLessThanOrEqual(4 * columns);
		const kept = new Set(points.map(([x]) => x));
		for (let c = 0; c < columns; c++) {
			const from = Math.floor((c * values.length) / columns);
			const part = values.slice(from, Math.floor(((c + 1) * values.length) / columns));
			expect(kept).toContain(from);
			expect(kept).toContain(from + part.length - 1);
			expect(kept).toContain(from + part.indexOf(Math.min(...part)));
			expect(kept).toContain(from + part.indexOf(Math.max(...part)));
		}
	});
	it('runs from left to right and stays broken where values are missing', () => {
		const broken = values.slice();
		broken[10_000] = NaN;
		const points = thinned({ name: 'loss', values: broken }, 100);
		points.slice(1).forEach(([x], i) => expect(x).toBeGreaterThan(points[i]![0]));
		expect(points.some(([, y]) => Number.isNaN(y))).toBe(true);
	});
	it('is left as it is where it is short', () => {
		expect(thinned({ name: 'k', x: [2, 3, 5], values: [1, NaN, 4] }, 200)).toEqual([
			[2, 1],
			[3, NaN],
			[5, 4]
		]);
	});
});

describe('reading a line', () => {
	it('finds the position nearest to an x', () => {
		const x = [0, 1, 4, 9, 16];
		for (const wanted of [-5, 0.4, 0.6, 2.4, 2.6, 12.4, 12.6, 99]) {
			const distances = x.map((at) => Math.abs(at - wanted));
			expect(nearestIndex({ name: 'a', x, values: x }, wanted)).toBe(distances.indexOf(Math.min(...distances)));
		}
		expect(nearestIndex({ name: 'a', values: [] }, 3)).toBe(-1);
	});
	it('spans the finite values only', () => {
		expect(
			extentOf([
				[3, NaN, -1],
				[Infinity, 7]
			])
		).toEqual([-1, 7]);
		expect(extentOf([[NaN]])).toBeNull();
	});
});
