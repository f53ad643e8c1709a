import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { run as exporting } from '../../src/cells/export/run.js';
import { run as features } from '../../src/cells/features/run.js';
import { spec as featuresSpec } from '../../src/cells/features/spec.js';
import { run as map } from '../../src/cells/map/run.js';
import { run as predict } from '../../src/cells/predict/run.js';
import { spec as predictSpec } from '../../src/cells/predict/spec.js';
import { run as prepare, type AsideRequest } from '../../src/cells/prepare/run.js';
import { spec as prepareSpec } from '../../src/cells/prepare/spec.js';
import { run as profile } from '../../src/cells/profile/run.js';
import { run as rfm } from '../../src/cells/rfm/run.js';
import { spec as rfmSpec } from '../../src/cells/rfm/spec.js';
import { run as segments } from '../../src/cells/segments/run.js';
import { spec as segmentsSpec } from '../../src/cells/segments/spec.js';
import { normal, seeded } from '../../src/lib/random.js';
import { adjustedRandIndex } from '../../src/lib/stats/adjusted-rand.js';
import { makePeople, type People } from '../../src/lib/table/people.js';
import { quietContext } from '../context.js';
import { dayOf, ordersOf, timeOf } from '../lib/features/orders.js';
import { peopleOf, readPeople } from '../lib/features/people.js';
import { sharedFile } from '../shared.js';

const ctx = quietContext();
const featuresOf = (people: People | null, orders: ReturnType<typeof ordersOf> | null = null, params = {}) =>
	features(ctx, v.parse(featuresSpec.params, params), { table: { orders, people, events: null } });

/** Two kinds of customers: those who are married and spend much, and those who are single and spend little. */
const random = seeded(3);
const kinds = Array.from({ length: 300 }, (_, i) => i % 2);
const people = peopleOf(
	{
		Income: kinds.map((kind) => 30 + 40 * kind + 5 * normal(random)),
		Wines: kinds.map((kind) => 10 + 90 * kind + 9 * normal(random)),
		Status: kinds.map((kind) => (random() < 0.9 ? ['Single', 'Married'][kind]! : ['Married', 'Single'][kind]!)),
		Newsletter: kinds.map((kind) => random() < (kind === 1 ? 0.9 : 0.1)),
		Joined: kinds.map(() => new Date(timeOf('2023-06-01T00:00') + Math.floor(300 * random()) * 86_400_000)),
		Email: kinds.map((_, i) => `c${i}@shop.example`),
		Churn: kinds.map((kind) => kind === 0)
	},
	kinds.map((_, i) => `c${i}`)
);

describe('the notebook on a table of people', () => {
	let made: Awaited<ReturnType<typeof featuresOf>>;
	let found: Awaited<ReturnType<typeof segments>>;
	beforeAll(async () => {
		made = await featuresOf(people);
		found = await segments(ctx, v.parse(segmentsSpec.params, {}), { customers: made.output, points: undefined });
	});

	it('describes customers by columns, looked at from the day after the latest date', () => {
		const { view, output, blocked } = made;
		expect(blocked).toBeUndefined();
		expect(view).toMatchObject({ customers: 300, purchases: null, people: { join: null, dated: true } });
		expect(view.people!.columns.filter(({ left }) => left !== null).map(({ name, left }) => [name, left])).toEqual([
			['Email', 'personal'],
			['Churn', 'outcome']
		]);
		expect(view.summaries.map((summary) => (summary.kind === 'number' ? summary.feature.id : summary.name))).toEqual([
			'column:0',
			'column:1',
			'Status',
			'Newsletter',
			'column:4'
		]);
		const days = output.features.find(({ id }) => id === 'column:4')!.values;
		expect(Math.min(...days)).toBe(1);
		expect(output.analysisDay).toBe(view.people!.ownDay);
		expect(output.log).toBe(null);
	});
	it('counts the values of a category and of a yes or no', () => {
		const shares = made.view.summaries.filter((summary) => summary.kind === 'share');
		for (const { values, missing } of shares) expect(values.reduce((sum, { customers }) => sum + customers, missing)).toBe(300);
		expect(shares[1]!.values.map(({ value }) => value)).toEqual([true, false]);
	});
	it('finds the two kinds of customers, and names them by number and by value', () => {
		const truth = Uint16Array.from(made.output.ids, (id) => kinds[Number(id.slice(1))]!);
		expect(found.view).toMatchObject({ k: 2, revenue: null });
		expect(adjustedRandIndex(found.output.labels, truth)).toBeGreaterThan(0.9);
		const married = found.output.names[found.output.labels[truth.indexOf(1)]!]!;
		const traits = married.kind === 'traits' ? married.traits.map(({ feature, level }) => [feature.attribute!.name, level]) : [];
		expect(traits).toContainEqual(['Wines', expect.stringMatching(/high/i)]);
		expect(found.view.features.map(({ id }) => id)).toEqual(['column:0', 'column:1', 'column:2=Married', 'column:3', 'column:4']);
	});
	it('leaves a column out of the segments, all values of a category at once', async () => {
		const without = v.parse(segmentsSpec.params, { without: [0, 1, 3, 4] });
		const { model } = await segments(ctx, without, { customers: made.output, points: undefined });
		expect((model as { scaling: { feature: string }[] }).scaling.map(({ feature }) => feature)).toEqual([
			'column:2=Married',
			'column:2=Single'
		]);
	});
	it('says kindly what needs orders, and gives the cells below nothing instead', async () => {
		const first = await rfm(ctx, v.parse(rfmSpec.params, {}), { customers: made.output });
		const unanswered = { ...made.output, outcomes: [] };
		const last = await predict(ctx, v.parse(predictSpec.params, {}), { customers: unanswered });
		expect([first.output, first.view, first.blocked?.id]).toEqual([null, undefined, 'rfmNeedsOrders']);
		expect([last.output, last.view, last.blocked?.id]).toEqual([null, undefined, 'scoresNeedOrders']);
	});
	it('profiles, maps and exports without them', async () => {
		const customers = made.output;
		const { view } = await profile(ctx, { show: 'median' }, { customers, segments: found.output, values: null, scores: null });
		expect(view.profile.groups.map(({ revenueShare }) => revenueShare)).toEqual([null, null]);
		const married = view.profile.features.findIndex(({ attribute }) => attribute?.value === 'Married');
		const means = view.profile.groups.map((group) => group.features[married]!.mean);
		expect(Math.max(...means)).toBeGreaterThan(0.85);
		expect(Math.min(...means)).toBeLessThan(0.15);

		const values = Float32Array.from({ length: 600 }, () => normal(random));
		const points = { rows: 300, cols: 2, values, errors: new Float32Array(300), by: 'made' };
		const choices = { layout: 'pca', neighbours: 15, contours: false, drawn: [] as never[] } as const;
		const drawn = await map(
			ctx,
			{ ...choices, colour: 'column:2=Married' },
			{ points, segments: found.output, customers, scores: null, values: null }
		);
		expect(drawn.view.shade?.ranks).toHaveLength(300);
		const none = await map(
			ctx,
			{ ...choices, colour: 'recency' },
			{ points, segments: found.output, customers, scores: null, values: null }
		);
		expect(none.view.shade).toBe(null);

		const file = await exporting(ctx, {}, { customers, rfm: null, segments: found.output, scores: null, values: null });
		expect(file.view).toMatchObject({ rfmNames: null, score: null, first: [{ id: 'c0', rfm: null, score: null }, {}, {}, {}, {}] });
		const csv = file.answers!['csv'] as (request: unknown) => Blob;
		const header = ['customer', 'segment', 'strength', 'second', ...customers.features.map(({ id }) => id)];
		const text = await csv({ locale: 'en-GB', header, rfmNames: [], segmentNames: ['One', 'Two'] }).text();
		const [first, second] = text.replace(/^\uFEFF/, '').split('\r\n');
		expect(first!.split(',')).toEqual(header);
		expect(second!.split(',')).toHaveLength(header.length);
		expect(second).toMatch(/^c0,(One,0\.\d+,Two|Two,0\.\d+,One),/);
	});
	it('has nothing to say where every column is left out, and names the reason', async () => {
		const { blocked, view } = await featuresOf(peopleOf({ Email: ['a@x.vn', 'b@x.vn', 'c@x.vn'], Plan: ['x', 'x', 'x'] }));
		expect(blocked).toMatchObject({ id: 'noColumnUsed', facts: { file: 'made.csv', n: 2 } });
		expect(view.people!.columns.map(({ left }) => left)).toEqual(['personal', 'constant']);
	});
});

describe('preparing a table of people', () => {
	const rows = [
		['7', 'x'],
		['7 ', 'y'],
		['', 'z'],
		['8', 'w']
	];
	const repeated = makePeople({
		file: 'crm.csv',
		rows: 4,
		ids: rows.map(([id]) => id!),
		columns: [
			{ name: 'id', at: 0, role: 'id', kind: 'text', codes: Int32Array.of(0, 0, -1, 1), categories: ['7', '8'] },
			{ name: 'tag', at: 1, kind: 'category', codes: Int32Array.of(0, 1, 2, 3), categories: ['x', 'y', 'z', 'w'] }
		],
		source: { rows: (from, to) => Promise.resolve(rows.slice(from, to)) }
	});
	it('balances its ledger and writes the rows set aside with their reasons', async () => {
		const { view, output, answers } = await prepare(ctx, v.parse(prepareSpec.params, {}), {
			table: { orders: null, people: repeated, events: null }
		});
		expect(view).toEqual({
			orders: null,
			people: { file: 'crm.csv', rows: 4, kept: 2, aside: { noId: 1, repeatedId: 1, samePerson: 0 } },
			events: null,
			identities: null
		});
		expect(output.people).toBe(repeated);
		const request = {
			of: 'people',
			locale: 'en-GB',
			reasons: { noId: 'no id', repeatedId: 'again' },
			fileHeader: 'File',
			rowHeader: 'Row',
			reasonHeader: 'Why'
		};
		const aside = answers!['aside'] as (request: AsideRequest, signal: AbortSignal) => Promise<Blob>;
		const text = await (await aside(request as AsideRequest, new AbortController().signal)).text();
		expect(
			text
				.replace(/^\uFEFF/, '')
				.trim()
				.split('\r\n')
		).toEqual(['Row,Why,id,tag', '2,again,"7 ",y', '3,no id,,z']);
	});
});

describe('orders with a table of people beside them', () => {
	const row = (customer: string, iso: string, amount: number) => ({ customer, time: timeOf(iso), amount });
	const orders = ordersOf([
		row('a', '2024-01-01T10:00', 5),
		row('b', '2024-01-02T10:00', 7),
		row('b', '2024-01-03T10:00', 9),
		row('c', '2024-01-04T10:00', 1)
	]);
	const crm = peopleOf({ City: ['Huế', 'Vinh', 'Huế', 'Huế'], Joined: [1, 2, 3, 4].map((d) => new Date(Date.UTC(2023, 0, d))) }, [
		'b',
		'x',
		'a',
		'b'
	]);
	it('keep their customers, features and day, and gain the columns', async () => {
		const { output, view } = await featuresOf(crm, orders);
		expect(output.ids).toEqual(['a', 'b', 'c']);
		expect(output.analysisDay).toBe(dayOf('2024-01-05'));
		const of = (id: string) => [...output.features.find((feature) => feature.id === id)!.values];
		expect(of('frequency')).toEqual([1, 2, 1]);
		expect(of('column:1')).toEqual([dayOf('2024-01-05') - dayOf('2023-01-03'), dayOf('2024-01-05') - dayOf('2023-01-01'), NaN]);
		expect(view.people!.join).toEqual({
			customers: 3,
			matched: 2,
			withoutRow: { count: 1, first: ['c'] },
			people: 3,
			withoutOrders: { count: 1, first: ['x'] }
		});
		expect(view.purchases).toMatchObject({ orders: 4, revenue: 22 });
	});
	it('give the same features of orders as without them', async () => {
		const [alone, beside] = [await featuresOf(null, orders), await featuresOf(crm, orders)];
		expect(beside.output.features.slice(0, alone.output.features.length)).toEqual(alone.output.features);
		expect(alone.view.people).toBe(null);
	});
});

const marketing = sharedFile('data/marketing_campaign/marketing_campaign.csv');
const wholesale = sharedFile('data/wholesale/Wholesale_customers_data.csv');
describe('real files of customers', () => {
	it.runIf(marketing)(
		'marketing campaign: segments that differ in spending, with names',
		async () => {
			const { output: customers } = await featuresOf(readPeople(marketing!, ';', 'ID'));
			const { output, view } = await segments(ctx, v.parse(segmentsSpec.params, {}), { customers, points: undefined });
			expect(view.sizes.reduce((a, b) => a + b)).toBe(2240);
			const wines = customers.features.find(({ attribute }) => attribute?.name === 'MntWines')!.values;
			const mean = (s: number) => wines.filter((_, i) => output.labels[i] === s).reduce((a, b) => a + b) / view.sizes[s]!;
			const means = view.sizes.map((_, s) => mean(s));
			expect(Math.max(...means) / Math.min(...means)).toBeGreaterThan(4);
			for (const name of output.names) expect(name.kind === 'traits' && name.traits.length).toBeGreaterThanOrEqual(1);
		},
		60_000
	);
	it.runIf(wholesale)('wholesale: the two channels come out of the spending alone', async () => {
		const people = readPeople(wholesale!, ',', null);
		const { output: customers } = await featuresOf(people, null, { columns: { 0: 'leave', 1: 'leave' } });
		const { output } = await segments(ctx, v.parse(segmentsSpec.params, { k: 2 }), { customers, points: undefined });
		const channel = people.columns[0]!;
		const truth = Uint16Array.from('values' in channel ? channel.values : []);
		expect(adjustedRandIndex(output.labels, truth)).toBeGreaterThan(0.45);
	});
});
