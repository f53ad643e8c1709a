import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostTaken, type Customers } from '../../../src/lib/features/customers.js';
import { purchaseLog } from '../../../src/lib/features/log.js';
import { preferencesAt } from '../../../src/lib/features/preferences.js';
import { takeCustomers } from '../../../src/lib/features/take.js';
import { groupProfile } from '../../../src/lib/segments/profile.js';
import { prepare } from '../../../src/lib/table/prepare.js';
import { readLog } from '../../table.js';
import { rules } from '../../rules.js';

const header = 'order_id,customer_id,order_date,amount,category,channel,discount';
const day = (iso: string) => Date.parse(iso) / 86_400_000;

async function preferencesOf(lines: readonly string[], at = day('2024-12-31'), first = header) {
	const { orders } = await readLog([first, ...lines].join('\n'));
	const { ids, log } = purchaseLog(prepare(orders, rules).orders);
	const features = preferencesAt(log, at);
	const of = Object.fromEntries(features.map(({ id, values }) => [id, Array.from(values)]));
	return { ids, of, features, names: features.map(({ id }) => id) };
}

/** Anna buys tea twice in one order and once later, by two channels; Bo buys cups, once; Cy names nothing. */
const lines = [
	'1,anna,2024-01-01,5,tea,web,0',
	'1,anna,2024-01-01,6,tea,web,1.5',
	'1,anna,2024-01-01,7,cups,web,0',
	'2,anna,2024-02-01,5,tea,shop,0',
	'3,anna,2024-03-01,5,tea,web,0',
	'4,bo,2024-03-01,5,cups,app,2',
	'5,cy,2024-03-02,5,,,0'
];

describe('what orders tell of taste', () => {
	it('follows from its definition', async () => {
		const { ids, of, names } = await preferencesOf(lines);
		expect(ids).toEqual(['anna', 'bo', 'cy']);
		expect(names).toEqual([
			...['favouriteCategory', 'categoryVariety', 'categoryShares=tea', 'categoryShares=cups'],
			...['mainChannel', 'channelVariety', 'channelShares=web', 'channelShares=app', 'channelShares=shop', 'discounted']
		]);
		// Of five purchases three are tea: a purchase is one category in one order. Anna has four of them, Bo one.
		const [tea, cups] = [3 / 5, 2 / 5];
		const near = (values: readonly number[]) =>
			values.map((value) => (Number.isNaN(value) ? value : (expect.closeTo(value, 12) as number)));
		expect(of['categoryShares=tea']).toEqual(near([(3 + 5 * tea) / 9, (0 + 5 * tea) / 6, NaN]));
		expect(of['categoryShares=cups']).toEqual(near([(1 + 5 * cups) / 9, (1 + 5 * cups) / 6, NaN]));
		expect(of['favouriteCategory']).toEqual(near([(3 + 5 * tea) / 9, Math.max(5 * tea, 1 + 5 * cups) / 6, NaN]));
		const hill = (...p: number[]) => Math.exp(-p.reduce((sum, x) => sum + x * Math.log(x), 0));
		expect(of['categoryVariety']).toEqual(near([hill(3 / 4, 1 / 4), 1, NaN]));
		expect(of['channelShares=web']).toEqual(near([2 / 3, 0, NaN]));
		expect(of['channelShares=shop']).toEqual(near([1 / 3, 0, NaN]));
		expect(of['channelShares=app']).toEqual(near([0, 1, NaN]));
		expect(of['mainChannel']).toEqual(near([2 / 3, 1, NaN]));
		expect(of['channelVariety']).toEqual(near([hill(2 / 3, 1 / 3), 1, NaN]));
		expect(of['discounted']).toEqual(near([1 / 3, 1, 0]));
	});
	it('names what each customer took most, never what only others did', async () => {
		const { features } = await preferencesOf(lines);
		expect(features.flatMap(({ most }) => most ?? [])).toEqual(['category', 'channel']);
		expect([0, 1, 2].map((i) => mostTaken(features, i))).toEqual([
			['tea', 'web'],
			['cups', 'app'],
			[null, null]
		]);
		// Cups and tea once each: tea is bought by more.
		const even = await preferencesOf(['1,anna,2024-01-01,5,cups,web,0', '2,anna,2024-01-02,5,tea,web,0', '3,bo,2024-01-02,5,tea,web,0']);
		expect(mostTaken(even.features, 0)).toEqual(['tea', 'web']);
		const one = { ids: ['anna', 'bo', 'cy'], features, log: null, country: null } as unknown as Customers;
		expect(mostTaken(takeCustomers(one, Int32Array.of(1)).features, 0)).toEqual(['cups', 'app']);
		expect(groupProfile(one, [0, 1, 2]).most).toEqual([
			{ name: 'tea', share: 0.5 },
			{ name: 'web', share: 0.5 }
		]);
	});
	it('knows nothing of what comes later', async () => {
		const { of, ids } = await preferencesOf(lines, day('2024-02-01'));
		expect(ids).toHaveLength(3);
		expect(of['channelShares=web']).toEqual([1, NaN, NaN]);
		expect(of['discounted']).toEqual([1, NaN, NaN]);
	});
	it('makes no feature of what the file does not name', async () => {
		expect((await preferencesOf(['1,a,2024-01-01,5'], undefined, 'order_id,customer_id,order_date,amount')).names).toEqual([]);
	});
	it('takes codes for discounts, and words and zeros for none', async () => {
		const first = 'order_id,customer_id,order_date,amount,coupon';
		const cells = ['TET10', '', '0', '0.00', '0%', '-', 'none', 'Không', 'RM 0.00', '₫0', '-5', '10%', 'RM 3'];
		const { of, ids } = await preferencesOf(
			cells.map((cell, i) => `${i},c${String(i).padStart(2, '0')},2024-01-01,5,${cell}`),
			undefined,
			first
		);
		expect(ids.map((_, i) => cells[i]).filter((_, i) => of['discounted']![i] === 1)).toEqual(['TET10', '-5', '10%', 'RM 3']);
	});
	it('gives at most twelve values a share of their own, and the others one', async () => {
		const many = Array.from({ length: 200 }, (_, i) => `${i},c${i % 7},2024-01-01,5,k${Math.floor(Math.sqrt(i))},w${i % 2},0`);
		const { names, of } = await preferencesOf(many);
		const shares = names.filter((name) => name.startsWith('categoryShares'));
		expect(shares).toHaveLength(13);
		expect(shares.at(-1)).toBe('categoryShares≠');
		for (let c = 0; c < 7; c++) expect(shares.reduce((sum, name) => sum + of[name]![c]!, 0)).toBeCloseTo(1, 12);
	});
	it('draws customers with few purchases to what everyone buys, and lets those with many be themselves', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), async (teas, cups) => {
				const others = Array.from({ length: cups }, (_, i) => `x${i},other,2024-01-01,5,cups,web,0`);
				const own = Array.from({ length: teas }, (_, i) => `y${i},self,2024-01-01,5,tea,web,0`);
				const { of, ids } = await preferencesOf([...others, ...own]);
				const share = of['categoryShares=tea']![ids.indexOf('self')]!;
				const all = teas / (teas + cups);
				expect(share).toBeGreaterThan(all);
				expect(share).toBeLessThan(1);
				expect(share).toBeCloseTo((teas * 1 + 5 * all) / (teas + 5), 12);
			}),
			{ numRuns: 30 }
		);
	});
});
