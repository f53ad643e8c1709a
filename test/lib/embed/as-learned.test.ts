import { describe, expect, it } from 'vitest';
import { asLearned, learnedFeatures } from '../../../src/lib/embed/as-learned.js';
import { rowsOf } from '../../../src/lib/embed/mixed.js';
import { fitScaling } from '../../../src/lib/embed/scale.js';
import type { Customers, Feature } from '../../../src/lib/features/customers.js';
import { applyMissing, fitMissing, type MissingPolicy } from '../../../src/lib/features/missing-values.js';

const indicator = (value: string | null, values: number[]): Feature => ({
	id: value === null ? 'column:2≠' : `column:2=${value}`,
	unit: 'category',
	attribute: { column: 2, name: 'town', value },
	values: Float64Array.from(values)
});
const of = (...features: Feature[]): Customers => ({
	ids: Array.from(features[0]!.values, (_, i) => `${i}`),
	analysisDay: null,
	features,
	country: null,
	currency: null,
	log: null
});
const learned = of(indicator('Huế', [1, 1, 0, 0, 0, NaN]), indicator('Ipoh', [0, 0, 1, 1, 0, NaN]), indicator(null, [0, 0, 0, 0, 1, NaN]));
const scaling = fitScaling(
	learned,
	learned.features.map(({ id }) => id)
);
const known = learnedFeatures(learned, scaling);
const values = ({ features }: Customers) => features.map((feature) => [...feature.values]);

describe('customers as a scaling knows them', () => {
	it('are as they are where nothing is new', () => {
		expect(values(asLearned(learned, scaling, known))).toEqual(values(learned));
	});
	it('count a value that was not there as one of the others, and one that nobody has as absent', () => {
		const today = of(indicator('Melaka', [1, 0, 0, NaN]), indicator('Huế', [0, 1, 0, NaN]), indicator(null, [0, 0, 1, NaN]));
		const seen = asLearned(today, scaling, known);
		expect(seen.features.map(({ id }) => id)).toEqual(['column:2=Huế', 'column:2=Ipoh', 'column:2≠']);
		expect(values(seen)).toEqual([
			[0, 1, 0, NaN],
			[0, 0, 0, NaN],
			[1, 0, 1, NaN]
		]);
		expect(rowsOf(seen, scaling).mixed.categories).toEqual([{ codes: Uint16Array.of(2, 0, 2, 3), levels: 4 }]);
	});
	it('are found by the name of the column where it stands elsewhere, unless several have that name', () => {
		const age: Feature = { id: 'column:2', unit: 'number', attribute: { column: 2, name: 'age' }, values: Float64Array.of(7, 8) };
		const town = ['Ipoh', 'Huế', null].map((value, at): Feature => {
			const feature = indicator(value, [Number(at === 0), Number(at === 1)]);
			return { ...feature, id: feature.id.replace('2', '5'), attribute: { ...feature.attribute!, column: 5 } };
		});
		const seen = asLearned(of(age, ...town), scaling, known);
		expect(values(seen)).toEqual([
			[0, 1],
			[1, 0],
			[0, 0]
		]);
		expect(rowsOf(seen, scaling).mixed.categories).toEqual([{ codes: Uint16Array.of(1, 0), levels: 4 }]);
		const again = town.map((feature): Feature => ({
			...feature,
			id: feature.id.replace('5', '6'),
			attribute: { ...feature.attribute!, column: 6 }
		}));
		expect(() => asLearned(of(age, ...town, ...again), scaling, known)).toThrow(expect.objectContaining({ id: 'keptColumn' }) as Error);
	});
	it('have for a missing value what stood in when the scaling was learned', () => {
		const ages = (...values: number[]): Customers =>
			of({ id: 'column:4', unit: 'number', attribute: { column: 4, name: 'age' }, values: Float64Array.from(values) });
		const filled = (policy: MissingPolicy, customers: Customers) =>
			applyMissing(customers, fitMissing(customers.features, { 'column:4': policy })).customers;
		const then = filled('median', ages(20, 30, 40, NaN));
		const scaling = fitScaling(then, ['column:4']);
		const known = learnedFeatures(then, scaling);
		const later = ages(50, NaN, 60, 70);
		for (const today of [later, filled('median', later), filled('mode', later)])
			expect(values(asLearned(today, scaling, known))).toEqual([[50, 30, 60, 70]]);
		const unfilled = ages(20, 30, 40, NaN);
		expect(values(asLearned(filled('median', later), scaling, learnedFeatures(unfilled, scaling)))).toEqual([[50, NaN, 60, 70]]);
	});
	it('are refused where the column is another one, by name', () => {
		const renamed = learned.features.map((feature) => ({ ...feature, attribute: { ...feature.attribute!, name: 'shop' } }));
		expect(() => asLearned(of(...renamed), scaling, known)).toThrow(
			expect.objectContaining({ id: 'keptColumn', facts: { name: 'town' } }) as Error
		);
	});
});
