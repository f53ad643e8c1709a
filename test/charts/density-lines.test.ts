import { describe, expect, it } from 'vitest';
import { densityLines } from '../../src/charts/density-lines.js';
import { groupPeaks } from '../../src/charts/scatter-peaks.js';
import { extentOfPoints } from '../../src/charts/scatter-view.js';
import { normal, seeded } from '../../src/lib/random.js';

const random = seeded(4);
const n = 20_000;
const x = Float32Array.from({ length: n }, () => normal(random));
const y = Float32Array.from({ length: n }, () => 2 * normal(random));

describe('lines of density', () => {
	it('around a normal cloud are the ellipses that hold their share', () => {
		for (const { share, path } of densityLines(x, y, extentOfPoints(x, y)!)) {
			const ring = path.slice(1, path.indexOf('Z')).split('L');
			const far = ring.map((point) => {
				const [px, py] = point.split(',').map(Number);
				return Math.hypot(px!, py! / 2);
			});
			// The share within r of a plane normal distribution is 1 − exp(−r² / 2).
			const mean = far.reduce((sum, r) => sum + r / far.length, 0);
			expect(mean / Math.sqrt(-2 * Math.log(1 - share))).toBeGreaterThan(0.9);
			expect(mean / Math.sqrt(-2 * Math.log(1 - share))).toBeLessThan(1.15);
		}
	});
	it('leave out points without a place, and are none where there are none', () => {
		const lone = Float32Array.of(NaN, 1, 1, 1);
		expect(densityLines(lone, lone, { x0: 1, x1: 1, y0: 1, y1: 1 })).toHaveLength(4);
		expect(densityLines(Float32Array.of(NaN), Float32Array.of(NaN), { x0: 0, x1: 0, y0: 0, y1: 0 })).toEqual([]);
	});
});

describe('the place of a group’s name', () => {
	it('is on the group, where it is densest, even where the group is in two parts', () => {
		const two = Float32Array.from({ length: 300 }, (_, i) => (i < 100 ? -5 : i < 200 ? 0 : 5) + 0.1 * normal(random));
		const group = Uint16Array.from({ length: 300 }, (_, i) => (i < 100 || i >= 220 ? 0 : 1));
		const [first, second] = groupPeaks(two, two, group, 3, extentOfPoints(two, two)!);
		expect(first).toMatchObject({ group: 0, count: 180 });
		expect(first!.x).toBeCloseTo(-5, 0);
		expect(second).toMatchObject({ group: 1, count: 120 });
		expect(second!.x).toBeCloseTo(0, 0);
	});
	it('is left out for a group without points', () => {
		expect(groupPeaks(x, y, new Uint16Array(n), 2, extentOfPoints(x, y)!).map(({ group }) => group)).toEqual([0]);
	});
});
