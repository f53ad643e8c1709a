import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { run as features } from '../../src/cells/features/run.js';
import { spec as featuresSpec } from '../../src/cells/features/spec.js';
import { run as segments } from '../../src/cells/segments/run.js';
import { spec as segmentsSpec } from '../../src/cells/segments/spec.js';
import { featureIds, habitIds, isHabit, type Customers } from '../../src/lib/features/customers.js';
import { quietContext } from '../context.js';
import { madeRows } from '../lib/features/made.js';
import { dayOf, ordersOf, timeOf } from '../lib/features/orders.js';

const ctx = quietContext();
const orders = ordersOf(madeRows(5));
const featuresOf = (params = {}, table = orders) =>
	features(ctx, v.parse(featuresSpec.params, params), { table: { orders: table, people: null, events: null } });
const segmentsOf = (customers: Customers, params = {}) =>
	segments(ctx, v.parse(segmentsSpec.params, params), { customers, points: undefined });

describe('habits in the notebook', () => {
	it('stand behind the features that were there, each with a histogram of everyone for whom it has a meaning', async () => {
		const { output, view } = await featuresOf();
		expect(output.features.map(({ id }) => id)).toEqual([...featureIds, ...habitIds]);
		expect(view.summaries).toHaveLength(14);
		const { summaries } = view.purchases!.habits;
		expect(summaries.map(({ feature }) => feature.id)).toEqual(habitIds);
		for (const { bins, missing, feature } of summaries)
			expect(
				bins.reduce((sum, { count }) => sum + count, missing),
				feature.id
			).toBe(output.ids.length);
	});

	it('change neither segments nor their names unless they are asked to count', async () => {
		const { output } = await featuresOf();
		const without = { ...output, features: output.features.filter(({ id }) => !isHabit(id)) };
		const [plain, beside] = [await segmentsOf(without), await segmentsOf(output)];
		expect(beside.output).toEqual(plain.output);
		const asked = await segmentsOf(output, { features: ['evening', 'streak'] });
		expect(asked.model).toMatchObject({ scaling: [{ feature: 'evening' }, { feature: 'streak' }] });
		expect(beside.view.features.map(({ id }) => id)).toEqual([...featureIds, ...habitIds]);
	});

	const row = (customer: string, date: string, order: string) => ({ customer, time: timeOf(date), amount: 10, order });
	// Tết 2025 begins on 29 January.
	const atTet = ordersOf([
		row('1', '2025-01-21T23:59', 'a'),
		row('1', '2025-01-22T00:00', 'b'),
		row('1', '2025-01-31T23:59', 'c'),
		row('1', '2025-02-01T00:00', 'd'),
		row('2', '2025-01-29T10:00', 'e'),
		row('2', '2025-01-10T10:00', 'f')
	]);
	const holidayShares = async (params: object) => {
		const { output } = await featuresOf(params, { ...atTet, currency: 'VND' });
		return [...output.features.find(({ id }) => id === 'holiday')!.values];
	};

	it('count orders on a holiday and on as many days before as are chosen', async () => {
		expect(await holidayShares({})).toEqual([0.5, 0.5]);
		expect(await holidayShares({ holidaysBefore: 8 })).toEqual([0.75, 0.5]);
		expect(await holidayShares({ holidaysBefore: 0 })).toEqual([0.25, 0.5]);
		expect(await holidayShares({ holidays: 'malaysia', holidaysBefore: 0 })).toEqual([0, 0.5]);
		expect(await holidayShares({ holidays: 'none' })).toEqual([0, 0]);
		expect(await holidayShares({ holidays: 'none', holidaysBefore: 0, ownHolidays: '1/2/2025\n10/01/2025' })).toEqual([0.25, 0.5]);
	});

	it('say which holidays there were and what was not read as one', async () => {
		const { view } = await featuresOf({ ownHolidays: '2025-01-25, someday' }, { ...atTet, currency: 'VND' });
		expect(view.purchases!.habits).toMatchObject({
			calendar: 'vietnam',
			guessed: 'vietnam',
			unread: ['someday'],
			allHolidays: 2,
			holidays: [
				{ id: 'tet', day: dayOf('2025-01-29'), orders: 3 },
				{ id: 'own', day: dayOf('2025-01-25'), orders: 2 }
			]
		});
	});
});
