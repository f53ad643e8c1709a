import { describe, expect, it } from 'vitest';
import { asLearned, columnsOf } from '../../../src/lib/embed/as-learned.js';
import { rowsOf } from '../../../src/lib/embed/mixed.js';
import { fitScaling } from '../../../src/lib/embed/scale.js';
import type { Customers, Feature } from '../../../src/lib/features/customers.js';

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
const columns = columnsOf(learned, scaling);
const values = ({ features }: Customers) => features.map((feature) => [...feature.values]);

describe('customers as a scaling knows them', () => {
	it('are as they are where nothing is new', () => {
		expect(values(asLearned(learned, scaling, columns))).toEqual(values(learned));
	});
	it('count a value that was not there as one of the others, and one that nobody has as absent', () => {
		const today = of(indicator('Melaka', [1, 0, 0, NaN]), indicator('Huế', [0, 1, 0, NaN]), indicator(null, [0, 0, 1, NaN]));
		const seen = asLearned(today, scaling, columns);
		expect(seen.features.map(({ id }) => id)).toEqual(['column:2=Huế', 'column:2=Ipoh', 'column:2≠']);
		expect(values(seen)).toEqual([
			[0, 1, 0, NaN],
			[0, 0, 0, NaN],
			[1, 0, 1, NaN]
		]);
		expect(rowsOf(seen, scaling).mixed.categories).toEqual([{ codes: Uint16Array.of(2, 0, 2, 3), levels: 4 }]);
	});
	it('are refused where the column is another one, by name', () => {
		const renamed = learned.features.map((feature) => ({ ...feature, attribute: { ...feature.attribute!, name: 'shop' } }));
		expect(() => asLearned(of(...renamed), scaling, columns)).toThrow(
			expect.objectContaining({ id: 'keptColumn', facts: { name: 'town' } }) as Error
		);
	});
});
