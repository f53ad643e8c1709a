import { describe, expect, it } from 'vitest';
import { attributesOf } from '../../../src/lib/features/attributes.js';
import type { Customers } from '../../../src/lib/features/customers.js';
import { featuresAt } from '../../../src/lib/features/features.js';
import { purchaseLog } from '../../../src/lib/features/log.js';
import { applyMissing, fitMissing, mode, variablesOf, type MissingPolicy } from '../../../src/lib/features/missing-values.js';
import { takeCustomers } from '../../../src/lib/features/take.js';
import { madeRows } from './made.js';
import { ordersOf } from './orders.js';
import { peopleOf } from './people.js';

function customersOf(columns: Parameters<typeof peopleOf>[0]): Customers {
	const people = peopleOf(columns);
	const rows = Int32Array.from({ length: people.rows }, (_, row) => row);
	return {
		ids: [...people.ids],
		analysisDay: null,
		features: attributesOf(people, rows, null).features,
		country: null,
		currency: null,
		log: null
	};
}
const columns = {
	Income: [10, 20, null, 40, 20, null, 90],
	City: ['Huế', 'Huế', 'Vinh', null, 'Huế', null, 'Vinh'],
	Member: [true, true, null, false, true, false, true]
};
const customers = customersOf(columns);
const after = (policies: Record<string, MissingPolicy>, to = customers) => applyMissing(to, fitMissing(customers.features, policies));
const of = ({ customers: { features } }: { customers: Customers }, id: string) => [
	...features.find((feature) => feature.id === id)!.values
];

describe('missing values', () => {
	it('are counted by variable, the values of a category as one', () => {
		expect(variablesOf(customers.features).map(({ key, missing, offers }) => [key, missing, offers])).toEqual([
			['column:0', 2, ['keep', 'drop', 'median', 'mode', 'flag']],
			['column:1', 2, ['keep', 'drop', 'mode', 'own']],
			['column:2', 1, ['keep', 'drop', 'mode', 'flag']]
		]);
	});
	it('stay as they are unless the person says otherwise', () => {
		const { customers: same, aside, touched } = after({});
		expect(same.features).toEqual(customers.features);
		expect([aside, touched]).toEqual([[], []]);
	});
	it('become the middle or the commonest of the others', () => {
		expect(of(after({ 'column:0': 'median' }), 'column:0')).toEqual([10, 20, 20, 40, 20, 20, 90]);
		expect(of(after({ 'column:0': 'mode' }), 'column:0')).toEqual([10, 20, 20, 40, 20, 20, 90]);
		expect(of(after({ 'column:2': 'mode' }), 'column:2')).toEqual([1, 1, 1, 0, 1, 0, 1]);
		const filled = after({ 'column:1': 'mode' });
		expect(of(filled, 'column:1=Huế')).toEqual([1, 1, 0, 1, 1, 1, 0]);
		expect(of(filled, 'column:1=Vinh')).toEqual([0, 0, 1, 0, 0, 0, 1]);
		expect(filled.touched).toEqual([2]);
	});
	it('become a value of their own, or are flagged beside the middle', () => {
		const own = after({ 'column:1': 'own' });
		expect(of(own, 'column:1=Huế')).toEqual([1, 1, 0, 0, 1, 0, 0]);
		expect(of(own, 'column:1?')).toEqual([0, 0, 0, 1, 0, 1, 0]);
		expect(own.customers.features.at(-2)).toMatchObject({ unit: 'category', attribute: { column: 1, name: 'City', missing: true } });
		const flagged = after({ 'column:0': 'flag' });
		expect(of(flagged, 'column:0')).toEqual([10, 20, 20, 40, 20, 20, 90]);
		expect(of(flagged, 'column:0?')).toEqual([0, 0, 1, 0, 0, 1, 0]);
	});
	it('set customers aside, each by the first variable, and the counts balance', () => {
		const { customers: left, aside, touched, kept } = after({ 'column:0': 'drop', 'column:1': 'drop' });
		expect(aside).toEqual([
			{ customer: 2, key: 'column:0' },
			{ customer: 3, key: 'column:1' },
			{ customer: 5, key: 'column:0' }
		]);
		expect([touched, [...kept], left.ids]).toEqual([
			[2, 1],
			[0, 1, 4, 6],
			['1', '2', '5', '7']
		]);
		expect(left.ids.length + touched.reduce((a, b) => a + b)).toBe(customers.ids.length);
	});
	it('of new customers become what was learned, not what they would say themselves', () => {
		const others = customersOf({ Income: [1, null, 2], City: ['Vinh', 'Vinh', null], Member: [false, false, null] });
		const treated = applyMissing(
			{ ...others, features: others.features.length > 0 ? others.features : [] },
			fitMissing(customers.features, { 'column:0': 'median', 'column:2': 'mode' })
		);
		expect(of(treated, 'column:0')).toEqual([1, 20, 2]);
		expect(fitMissing(customers.features, { 'column:1': 'median' })).toEqual([]);
	});
	it('have a mode that does not depend on order', () => {
		expect(mode(Float64Array.of(3, 1, NaN, 3, 1, 2))).toBe(1);
		expect(mode(Float64Array.of(NaN))).toBeNaN();
	});
});

describe('some of the customers', () => {
	it('have the features that their own lines give', () => {
		const { ids, log, country } = purchaseLog(ordersOf(madeRows(5)));
		const day = 14_800;
		const whole: Customers = { ids, log, country, analysisDay: day, currency: null, features: featuresAt(log, day) };
		const rows = Int32Array.from([...ids.keys()].filter((i) => i % 3 !== 1));
		const some = takeCustomers(whole, rows);
		expect(some.ids).toEqual(ids.filter((_, i) => i % 3 !== 1));
		expect(featuresAt(some.log!, day).map(({ values }) => [...values])).toEqual(some.features.map(({ values }) => [...values]));
	});
});
