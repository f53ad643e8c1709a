import { describe, expect, it } from 'vitest';
import { oneCloud } from '../../../src/lib/cluster/one-cloud.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { correlation, covariance } from '../../../src/lib/stats/covariance.js';

/** Two numbers that go together, a third, and the three values of a category that one row in ten has none of; one row in three lacks the third. */
const rows = 1200;
const cols = 6;
const random = seeded(1);
const strata = Uint16Array.from({ length: rows }, (_, i) => Number(i % 3 === 0));
const values = Float32Array.from(
	Array.from({ length: rows }, (_, i) => {
		const a = normal(random);
		const level = i % 10 === 0 ? -1 : Math.floor(3 * random() ** 2);
		const scores = level < 0 ? [0, 0, 0] : [0, 1, 2].map((c) => (c === level ? 0.8 : -0.4));
		return [a, 0.8 * a + 0.6 * normal(random), strata[i] ? 0 : 1 + random(), ...scores];
	}).flat()
);
const groups = Uint16Array.of(0, 1, 2, 3, 3, 3);
const drawn = oneCloud({ rows, cols, values }, { groups, strata }, 1).draw(seeded(7));
const column = (of: Float32Array, j: number, stratum: number) =>
	Array.from({ length: rows }, (_, i) => i)
		.filter((i) => strata[i] === stratum)
		.map((i) => of[i * cols + j]!)
		.sort((a, b) => a - b);

describe('one cloud', () => {
	it('has the values of every column among those who lack the same', () => {
		for (const stratum of [0, 1])
			for (let j = 0; j < cols; j++) expect(column(drawn.values, j, stratum)).toEqual(column(values, j, stratum));
	});
	it('gives a row one value of a category, or none where the data does', () => {
		for (let i = 0; i < rows; i++) {
			const scores = [...drawn.values.subarray(i * cols + 3, i * cols + 6)];
			const have = scores.filter((score) => score > 0).length;
			expect([have, scores.filter((score) => score === 0).length]).toEqual(have === 1 ? [1, 0] : [0, 3]);
		}
	});
	it('has the correlations of the data', () => {
		const of = (from: typeof values) => correlation(covariance({ rows, cols, values: from }).covariance, cols);
		const [own, made] = [of(values), of(drawn.values)];
		for (const [a, b] of [
			[0, 1],
			[0, 2],
			[0, 3],
			[1, 5]
		] as const)
			expect(Math.abs(own[a * cols + b]! - made[a * cols + b]!)).toBeLessThan(3 / Math.sqrt(rows));
	});
	it('is the same for a seed, and another for another', () => {
		const again = (seed: number) => oneCloud({ rows, cols, values }, { groups, strata }, 1).draw(seeded(seed)).values;
		expect(again(7)).toEqual(drawn.values);
		expect(again(8)).not.toEqual(drawn.values);
	});
});
