import { describe, expect, it } from 'vitest';
import { openProcessor } from '../../../src/lib/backend/open.js';
import { trainAutoencoder } from '../../../src/lib/embed/autoencoder.js';
import { embed, shareRebuilt } from '../../../src/lib/embed/embedding.js';
import { groupsOf } from '../../../src/lib/embed/mixed.js';
import { oddRows, unlikeExpected } from '../../../src/lib/embed/odd.js';
import { fitScaling, scale } from '../../../src/lib/embed/scale.js';
import type { Customers, Feature } from '../../../src/lib/features/customers.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { idle } from '../../task.js';
import { plainBackend } from '../backend/backends.js';

/** Four numbers that follow one hidden number, and a word that goes with it; row 5 breaks one of the numbers, row 9 the word. */
function customersOf(rows: number): Customers {
	const random = seeded(8);
	const hidden = Float64Array.from({ length: rows }, (_, i) => (i === 5 || i === 9 ? 1.5 : normal(random)));
	const numbers = [1, -1, 2, 0.5].map((slope, j): Feature => ({
		id: `n${j}`,
		unit: 'number',
		values: hidden.map((z, i) => (i === 5 && j === 2 ? -60 : 10 * slope * z) + 0.5 * normal(random))
	}));
	const words = ['low', 'high'].map((value): Feature => ({
		id: `word=${value}`,
		unit: 'category',
		attribute: { column: 9, name: 'word', value },
		values: hidden.map((z, i) => Number((z > 0 === (i !== 9)) === (value === 'high')))
	}));
	return {
		ids: Array.from({ length: rows }, (_, i) => String(i)),
		analysisDay: null,
		features: [...numbers, ...words],
		country: null,
		currency: null,
		log: null
	};
}

describe('errors of a network', () => {
	it('finds the customers whose features do not go together, and says which one is unlike and what was to be expected', async () => {
		const customers = customersOf(1500);
		const { features } = customers;
		const scaling = fitScaling(
			customers,
			features.map(({ id }) => id)
		);
		const points = scale(customers, scaling);
		const groups = groupsOf(features, scaling);
		const backend = openProcessor();
		const options = { dims: 2, steps: 1200, batchSize: 256, swap: 0.5, groups, seed: 1, reportEvery: 400 };
		const halves = await trainAutoencoder(points, options, backend, idle, () => undefined);
		const { errors } = await embed(points, halves, backend, idle);
		const odd = oddRows(errors);
		expect([...odd.rows.subarray(0, 2)].sort()).toEqual([5, 9]);
		const [broken, worded] = unlikeExpected(points, Uint32Array.of(5, 9), { scaling, groups, features }, halves, backend, 2);
		expect(broken![0]!.feature.id).toBe('n2');
		expect(broken![0]!.value).toBe(features[2]!.values[5]);
		expect(broken![0]!.expected).toBeGreaterThan(0);
		expect(worded![0]).toMatchObject({ feature: { id: 'word=low' }, value: 1 });
		expect(worded![0]!.expected).toBeLessThan(0.4);
		// The errors, and the share of the variance that is given back, by plain arithmetic.
		const output = plainBackend.forward([...halves.encoder, ...halves.decoder], points.values, points.rows);
		const squares = points.values.map((score, at) => (score - output[at]!) ** 2);
		errors.forEach((error, i) => {
			const own = squares.subarray(i * points.cols, (i + 1) * points.cols);
			expect(Math.abs(error - own.reduce((sum, each) => sum + each, 0) / points.cols)).toBeLessThan(1e-4);
		});
		const variance = Array.from({ length: points.cols }, (_, j) => {
			const column = Array.from({ length: points.rows }, (_, i) => points.values[i * points.cols + j]!);
			const mean = column.reduce((sum, each) => sum + each, 0) / column.length;
			return column.reduce((sum, each) => sum + (each - mean) ** 2, 0);
		}).reduce((sum, each) => sum + each, 0);
		expect(shareRebuilt(points, errors)).toBeCloseTo(1 - squares.reduce((sum, each) => sum + each, 0) / variance, 3);
	});
	it('calls about one in 290 of log-normal errors odd, and none of equal ones', () => {
		const random = seeded(2);
		const errors = Float32Array.from({ length: 50_000 }, () => Math.exp(normal(random)));
		const { rows, fence, median } = oddRows(errors);
		expect(median).toBeCloseTo(1, 1);
		// Quartiles of the standard normal distribution are ±0.6745, so that the fence lies at 4 × 0.6745.
		expect(Math.log(fence)).toBeCloseTo(2.698, 1);
		expect(rows.length / 50_000).toBeCloseTo(1 / 287, 3);
		expect([...rows].every((row, at) => at === 0 || errors[rows[at - 1]!]! >= errors[row]!)).toBe(true);
		expect(oddRows(new Float32Array(40).fill(0.3)).rows).toHaveLength(0);
	});
});
