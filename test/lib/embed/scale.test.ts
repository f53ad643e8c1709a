import { describe, expect, it } from 'vitest';
import { fitScaling, normalQuantile, scale } from '../../../src/lib/embed/scale.js';
import type { Customers } from '../../../src/lib/features/customers.js';
import { attributesOf } from '../../../src/lib/features/attributes.js';
import { peopleOf } from '../features/people.js';

type Columns = Parameters<typeof peopleOf>[0];
function customersOf(columns: Columns): Customers {
	const people = peopleOf(columns);
	const rows = Int32Array.from({ length: people.rows }, (_, row) => row);
	const { features } = attributesOf(people, rows, null);
	return { ids: [...people.ids], analysisDay: null, features, country: null, currency: null, log: null };
}
const ids = ({ features }: Customers) => features.map(({ id }) => id);

/** Variance of each column, divisor n. */
function variances(columns: Columns): number[] {
	const customers = customersOf(columns);
	const { rows, cols, values } = scale(customers, fitScaling(customers, ids(customers)));
	return Array.from({ length: cols }, (_, j) => {
		const own = Array.from({ length: rows }, (_, i) => values[i * cols + j]!);
		const mean = own.reduce((a, b) => a + b) / rows;
		return own.reduce((sum, x) => sum + (x - mean) ** 2, 0) / rows;
	});
}
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
const repeat = (counts: Readonly<Record<string, number>>) => Object.entries(counts).flatMap(([value, n]) => Array<string>(n).fill(value));

describe('scaling a category', () => {
	it('gives all of its values together the variance of one number, however many there are', () => {
		for (const counts of [{ a: 500, b: 500 }, { a: 700, b: 200, c: 100 }, Object.fromEntries([...'abcdefghij'].map((v) => [v, 100]))])
			expect(sum(variances({ City: repeat(counts) }))).toBeCloseTo(1, 5);
		expect(sum(variances({ Number: Array.from({ length: 1000 }, (_, i) => ((i * 7919) % 1000) + i / 1e4) }))).toBeCloseTo(1, 1);
	});
	it('places two values by their shares: (x − p) ÷ √Σ p (1 − p)', () => {
		const customers = customersOf({ City: ['a', 'a', 'a', 'b'] });
		const { values } = scale(customers, fitScaling(customers, ids(customers)));
		const weight = 1 / Math.sqrt(2 * 0.75 * 0.25);
		[0.25, -0.25, 0.25, -0.25, 0.25, -0.25, -0.75, 0.75].forEach((x, i) => expect(values[i]).toBeCloseTo(x * weight, 6));
	});
	it('keeps a rare value as near as the rarest of numbers', () => {
		const customers = customersOf({ City: repeat({ a: 980, b: 20 }) });
		const { values } = scale(customers, fitScaling(customers, ids(customers)));
		expect(Math.max(...values)).toBeCloseTo(normalQuantile(0.999), 5);
	});
	it('stands in the middle where the cell is empty', () => {
		const customers = customersOf({ City: ['a', 'b', 'b', null] });
		expect([...scale(customers, fitScaling(customers, ids(customers))).values.slice(6)]).toEqual([0, 0]);
	});
});
