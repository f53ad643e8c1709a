import { expect, it } from 'vitest';
import { skewness } from '../../../src/lib/stats/skewness.js';

it('is that of the moments', () => {
	// Deviations −2, −1, −1, 0, 4 of the mean 3: m₂ = 22 ÷ 5, m₃ = (−8 − 1 − 1 + 64) ÷ 5.
	expect(skewness([1, 2, 2, 3, 7, NaN])).toBeCloseTo(10.8 / 4.4 ** 1.5, 12);
	expect(skewness([1, 2, 3])).toBeCloseTo(0, 12);
	expect(skewness([4, 4])).toBeNaN();
});
