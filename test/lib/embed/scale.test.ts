import { describe, expect, it } from 'vitest';
import { fitScaling, fitScalingAll, normalQuantile, scale, scaleAll } from '../../../src/lib/embed/scale.js';
import { measureMethods, type Customers, type MeasureMethod } from '../../../src/lib/features/customers.js';
import { attributesOf } from '../../../src/lib/features/attributes.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { idle } from '../../task.js';
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

describe('scaling a number by a method of its own', () => {
	const numbers = [1, 2, 4, 4, 7, 11, 16, 30, 64, 250];
	function scoresOf(values: readonly number[], method: MeasureMethod, weight = 1): number[] {
		const customers = customersOf({ x: values });
		const features = customers.features.map((feature) => ({ ...feature, measure: { method, weight } }));
		const measured = { ...customers, features };
		return [...scale(measured, fitScaling(measured, ids(measured))).values];
	}
	/** By numpy: (x − mean) ÷ std(ddof=1), and so on. */
	const first: Record<Exclude<MeasureMethod, 'ranks'>, (x: readonly number[]) => number[]> = {
		standard: (x) => standardised(x),
		log: (x) => standardised(x.map(Math.log)),
		// Type 7 quartiles of the ten numbers: 4, 9, 26.5.
		robust: (x) => x.map((value) => (value - 9) / ((26.5 - 4) / 1.3489795003921634)),
		// 0.05 quantile 1 + 0.45 × 1, 0.95 quantile 64 + 0.55 × 186.
		winsorised: (x) => standardised(x.map((value) => Math.min(64 + 0.55 * 186, Math.max(1.45, value))))
	};
	function standardised(x: readonly number[]): number[] {
		const mean = sum([...x]) / x.length;
		const sd = Math.sqrt(sum(x.map((value) => (value - mean) ** 2)) / (x.length - 1));
		return x.map((value) => (value - mean) / sd);
	}
	it.each(Object.keys(first) as (keyof typeof first)[])('follows the definition of %s', (method) => {
		const expected = first[method](numbers);
		scoresOf(numbers, method).forEach((score, i) => expect(score).toBeCloseTo(expected[i]!, 5));
	});
	it('takes asinh(x ÷ s) for the logarithm where some are not positive, s being the median size of the others', () => {
		for (const [x, s] of [
			[[-5, 0, 0, 3, 40], 5],
			[[-5, 0, 3, 4, 40], 4.5],
			[[-7, -1, 0], 4]
		] as const) {
			const expected = standardised(x.map((value) => Math.asinh(value / s)));
			scoresOf(x, 'log').forEach((score, i) => expect(score).toBeCloseTo(expected[i]!, 5));
		}
	});
	it.each(measureMethods)('%s gives the same scores in cm and in m, and in ₫ and in k₫', (method) => {
		const plain = scoresOf(numbers, method);
		for (const unit of [100, 0.001])
			scoresOf(
				numbers.map((x) => x * unit),
				method
			).forEach((score, i) => expect(score).toBeCloseTo(plain[i]!, 5));
		const signed = scoresOf([-5, 0, 0, 3, 40], method);
		scoresOf([-500, 0, 0, 300, 4000], method).forEach((score, i) => expect(score).toBeCloseTo(signed[i]!, 5));
	});
	it('keeps gaps by size: standard scores, of logarithms where numbers are skewed, no further out than ranks go', () => {
		const bySize = (x: readonly number[]) => {
			const customers = customersOf({ x });
			return [...scale(customers, fitScaling(customers, ids(customers), 'sizes')).values];
		};
		const even = [1, 2, 3, 10, 11, 12];
		bySize(even).forEach((score, i) => expect(score).toBeCloseTo(standardised(even)[i]!, 5));
		bySize(numbers).forEach((score, i) => expect(score).toBeCloseTo(standardised(numbers.map(Math.log))[i]!, 5));
		expect(Math.min(...bySize([-1000, ...Array.from({ length: 99 }, (_, i) => i)]))).toBeCloseTo(-normalQuantile(0.999), 5);
	});
	it('counts as often as its weight says, and not at all at 0', () => {
		const plain = scoresOf(numbers, 'ranks');
		scoresOf(numbers, 'ranks', 2.5).forEach((score, i) => expect(score).toBeCloseTo(2.5 * plain[i]!, 5));
		expect(() => scoresOf(numbers, 'ranks', 0)).toThrow(/noFeatureVaries/);
	});
	it('has scores where half of the values are the same', () => {
		for (const method of measureMethods) expect(scoresOf([5, 5, 5, 5, 5, 5, 5, 5, 5, 9], method).every(Number.isFinite)).toBe(true);
	});
});

describe('scaling many customers', () => {
	const rows = 200_000;
	const random = seeded(2);
	const customers: Customers = {
		...customersOf({ Number: ['1', '2'] }),
		ids: Array.from({ length: rows }, (_, i) => `${i}`),
		features: ['a', 'b'].map((id) => ({
			id,
			unit: 'number',
			attribute: { column: 0, name: id },
			values: Float64Array.from({ length: rows }, () => (random() < 0.01 ? NaN : Math.round(1e4 * Math.exp(normal(random)))))
		}))
	};

	it('is the same in turns as at once, told all the way', async () => {
		const told: number[] = [];
		const watched = { ...idle, progress: (ratio: number | null) => void told.push(ratio!) };
		const scaling = await fitScalingAll(customers, ['a', 'b'], 'ranks', watched);
		expect(scaling).toEqual(fitScaling(customers, ['a', 'b']));
		expect(told.length).toBeGreaterThan(8);
		told.length = 0;
		const [some, all] = [(await scaleAll(customers, scaling, watched)).values, scale(customers, scaling).values];
		expect(Buffer.from(some.buffer).equals(Buffer.from(all.buffer))).toBe(true);
		expect(told).toEqual([...told].sort((a, b) => a - b));
		expect(told.length).toBeGreaterThan(8);
		expect(told.at(-1)).toBe(1);
	});
	it('ends with a stop', async () => {
		const stop = new AbortController();
		let looks = 0;
		const task = { ...idle, signal: stop.signal, breathe: async () => void (++looks === 3 && stop.abort()) };
		await expect(fitScalingAll(customers, ['a', 'b'], 'sizes', task)).rejects.toThrow('aborted');
		expect(looks).toBe(3);
	});
});
