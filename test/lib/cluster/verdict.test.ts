import { describe, expect, it } from 'vitest';
import { explainedVariance, quarters, verdictOf, type Trial } from '../../../src/lib/cluster/verdict.js';
import { normal, seeded } from '../../../src/lib/random.js';

const trial = (method: Trial['method'], explained: number[], stability = 0.9): Trial => ({ method, explained, stability, silhouette: 0.2 });

describe('the variance of columns that segments explain', () => {
	it('is the adjusted share of an analysis of variance worked out by hand', () => {
		// Means 2 and 7, overall 4: within 2 + 2 over 4 − 2, total 4 + 0 + 1 + … over 4 − 1.
		const points = { rows: 5, cols: 1, values: Float32Array.of(1, 2, 3, 6, 8) };
		const labels = Uint16Array.of(0, 0, 0, 1, 1);
		expect(explainedVariance(points, [0], { labels, k: 2 })).toBeCloseTo(1 - 4 / 3 / (34 / 4), 6);
	});
	it('is near nothing for labels without meaning, however many there are', () => {
		const random = seeded(3);
		const points = { rows: 600, cols: 4, values: Float32Array.from({ length: 2400 }, () => normal(random)) };
		for (const k of [2, 10, 40]) {
			const labels = Uint16Array.from({ length: 600 }, () => Math.floor(k * random()));
			expect(Math.abs(explainedVariance(points, [0, 1, 2, 3], { labels, k }))).toBeLessThan(0.02);
		}
	});
	it('hides every column once, groups whole', () => {
		const parts = quarters(Uint16Array.of(0, 1, 1, 1, 2, 3, 4, 4));
		expect(parts).toHaveLength(4);
		expect(parts.flat().sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
		expect(parts.some((part) => part.includes(1) && part.includes(2) && part.includes(3))).toBe(true);
		expect(quarters(Uint16Array.of(0, 0, 0))).toEqual([]);
	});
});

describe('the verdict', () => {
	it('is the simplest method within one standard error of the best', () => {
		const noisy = [trial('kmeans', [0.3, 0.1, 0.25, 0.2]), trial('consensus', [0.28, 0.16, 0.24, 0.24])];
		expect(verdictOf(noisy)).toMatchObject({ best: { method: 'consensus' }, recommended: { method: 'kmeans' }, worth: true });
		const clear = [trial('kmeans', [0.2, 0.2, 0.2, 0.2]), trial('diagonal', [0.29, 0.3, 0.31, 0.3]), trial('dec', [0.29, 0.3, 0.32, 0.3])];
		expect(verdictOf(clear)).toMatchObject({ best: { method: 'dec' }, recommended: { method: 'diagonal' } });
	});
	it('says that none is worth it where nothing is explained, or nothing is found again', () => {
		expect(verdictOf([trial('kmeans', [0.005, 0, -0.002, 0.01])]).worth).toBe(false);
		expect(verdictOf([trial('kmeans', [0.2, 0.2, 0.2, 0.2], 0.1)]).worth).toBe(false);
	});
});
