import { describe, expect, it } from 'vitest';
import { kaplanMeier, survivalAt } from '../../../src/lib/stats/kaplan-meier.js';

describe('the Kaplan–Meier curve', () => {
	// Remission of 21 patients under 6-mercaptopurine, in weeks (Freireich et al. 1963), the textbook example of censoring.
	const weeks = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35];
	const over = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0];
	const curve = kaplanMeier(Float64Array.from(weeks), Uint8Array.from(over));

	it('is the published one', () => {
		expect([...curve.time]).toEqual([6, 7, 10, 13, 16, 22, 23]);
		expect([...curve.atRisk]).toEqual([21, 17, 15, 12, 11, 7, 6]);
		expect([...curve.ended]).toEqual([3, 1, 1, 1, 1, 1, 1]);
		const published = [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482];
		published.forEach((s, i) => expect(curve.survival[i]).toBeCloseTo(s, 4));
		const errors = [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346];
		errors.forEach((s, i) => expect(curve.error[i]).toBeCloseTo(s, 4));
		expect(curve.lastTime).toBe(35);
	});
	it('is read between its steps', () => {
		expect(survivalAt(curve, 5.9)).toBe(1);
		expect(survivalAt(curve, 6)).toBeCloseTo(18 / 21, 12);
		expect(survivalAt(curve, 12)).toBeCloseTo(0.7529, 4);
		expect(survivalAt(curve, 100)).toBeCloseTo(0.4482, 4);
	});
	it('without censoring is the share that is left, by hand', () => {
		const plain = kaplanMeier(Float64Array.of(3, 1, 2, 2), Uint8Array.of(1, 1, 1, 1));
		expect([...plain.survival]).toEqual([0.75, 0.25, 0]);
	});
	it('of nobody, and of nobody who ended, has no step', () => {
		expect(kaplanMeier(new Float64Array(0), new Uint8Array(0)).time).toHaveLength(0);
		expect(survivalAt(kaplanMeier(Float64Array.of(4, 5), Uint8Array.of(0, 0)), 9)).toBe(1);
	});
});
