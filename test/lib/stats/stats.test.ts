import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/lib/embed/scale.js';
import { adjustedRandIndex } from '../../../src/lib/stats/adjusted-rand.js';
import { spearman } from '../../../src/lib/stats/correlate.js';
import { histogram } from '../../../src/lib/stats/histogram.js';
import { quantile, sortedInPieces } from '../../../src/lib/stats/quantile.js';
import { midPercentiles } from '../../../src/lib/stats/ranks.js';
import { middleOf } from '../../../src/lib/stats/robust.js';
import { seeded } from '../../../src/lib/random.js';
import { atOnce } from '../../../src/lib/task.js';
import { sharedFile } from '../../shared.js';

const vectors = sharedFile('data/stat_vectors/reference.json');

describe('the adjusted Rand index', () => {
	it.runIf(vectors)('equals the published value', () => {
		const { a, b, ari } = (JSON.parse(readFileSync(vectors!, 'utf8')) as { cluster_agreement: { a: number[]; b: number[]; ari: number } })
			.cluster_agreement;
		expect(adjustedRandIndex(Uint16Array.from(a), Uint16Array.from(b))).toBeCloseTo(ari, 10);
	});
	it('is 1 for the same partition under other names', () => {
		expect(adjustedRandIndex(Uint16Array.of(0, 0, 1, 2), Uint16Array.of(5, 5, 3, 1))).toBe(1);
	});
});

describe('quantiles', () => {
	it('interpolate as numpy and R do by default, and leave NaN out', () => {
		expect(quantile([4, NaN, 1, 3, 2], 0.5)).toBe(2.5);
		expect(quantile([1, 2, 3, 4], 0.1)).toBeCloseTo(1.3, 12);
		expect(quantile([], 0.5)).toBeNaN();
	});
	it('are read off numbers that are sorted in pieces as off those that are sorted at once', () => {
		const random = seeded(1);
		for (const n of [0, 1, 131_072, 400_001]) {
			const values = Float64Array.from({ length: n }, () => (random() < 0.1 ? NaN : Math.round(1e5 * random()) - 100));
			const [pieces, all] = [atOnce(sortedInPieces(values)), values.filter((value) => value === value).sort()];
			expect(pieces.length).toBe(all.length);
			expect(pieces.findIndex((value, i) => value !== all[i])).toBe(-1);
		}
	});
	it.each([
		[0.5, 0],
		[0.975, 1.959963984540054],
		[0.001, -3.090232306167813],
		[0.9, 1.2815515655446004]
	])('of the normal distribution at %d is %d', (p, z) => {
		expect(normalQuantile(p)).toBeCloseTo(z, 7);
	});
});

describe('the middle of numbers', () => {
	it('is the median, and 1.4826 times the median distance from it', () => {
		// Their median absolute deviation is 1.
		expect(middleOf(Float64Array.of(9, 2, 1, 6, 1, 4, 2))).toEqual({ median: 2, spread: expect.closeTo(1.4826, 4) as number });
		expect(middleOf(new Float64Array(0))).toEqual({ median: NaN, spread: NaN });
	});
	it('is found of a million equal numbers', () => {
		expect(middleOf(new Float64Array(1_000_000).fill(7))).toEqual({ median: 7, spread: 0 });
	});
});

describe('mid-ranks', () => {
	it('are shared by equal values and leave NaN out', () => {
		expect([...midPercentiles([10, 20, 20, NaN, 40])]).toEqual([0.125, 0.5, 0.5, NaN, 0.875]);
	});
	it('give Spearman’s correlation, ties included', () => {
		// d² by hand: ranks 1 2.5 2.5 4 against 1 3 2 4.
		expect(spearman([1, 2, 2, 3], [10, 30, 20, 40])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
	});
	it('correlate over the rows that both columns know', () => {
		const [a, b] = [
			[1, 9, 2, NaN, 2, 3],
			[10, NaN, 30, 5, 20, 40]
		];
		for (const given of [[], [midPercentiles(a), midPercentiles(b)]] as const)
			expect(spearman(a, b, ...given)).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
		expect(spearman(a, [1, 2, 3, NaN, 3, 4])).toBeCloseTo(spearman([1, 9, 2, 2, 3], [1, 2, 3, 3, 4]), 12);
	});
});

describe('a histogram', () => {
	it('counts every value once, those beyond in the last bin', () => {
		const values = [...Array.from({ length: 995 }, (_, i) => i % 10), 400, 500, 600, 700, 800, NaN];
		const { bins, beyond } = histogram(values, 12);
		expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
		expect(beyond).toBe(5);
		expect(bins[0]).toMatchObject({ x0: 0 });
	});
	it('gives whole numbers whole bins', () => {
		expect(histogram([1, 1, 2, 3], 10).bins).toEqual([
			{ x0: 1, x1: 2, count: 2 },
			{ x0: 2, x1: 3, count: 1 },
			{ x0: 3, x1: 4, count: 1 }
		]);
	});
	it('is one bar where all values are the same', () => {
		expect(histogram([3, 3, NaN, 3], 10)).toEqual({ bins: [{ x0: 3, x1: 3, count: 3 }], beyond: 0 });
		expect(histogram([0.5, 0.5], 10)).toEqual({ bins: [{ x0: 0.5, x1: 0.5, count: 2 }], beyond: 0 });
	});
});
