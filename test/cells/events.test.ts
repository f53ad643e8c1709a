import Papa from 'papaparse';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { run as data } from '../../src/cells/data/run.js';
import { spec as dataSpec } from '../../src/cells/data/spec.js';
import { run as features } from '../../src/cells/features/run.js';
import { spec as featuresSpec } from '../../src/cells/features/spec.js';
import { run as predict } from '../../src/cells/predict/run.js';
import { spec as predictSpec } from '../../src/cells/predict/spec.js';
import { run as prepare, type AsideRequest } from '../../src/cells/prepare/run.js';
import { spec as prepareSpec } from '../../src/cells/prepare/spec.js';
import { run as rfm } from '../../src/cells/rfm/run.js';
import { spec as rfmSpec } from '../../src/cells/rfm/spec.js';
import { run as segments } from '../../src/cells/segments/run.js';
import { spec as segmentsSpec, type SegmentsModel } from '../../src/cells/segments/spec.js';
import { adjustedRandIndex } from '../../src/lib/stats/adjusted-rand.js';
import type { Workspace } from '../../src/lib/table/workspace.js';
import { quietContext } from '../context.js';
import { bytesOf } from '../fixtures/battery.js';
import { ga4Sample } from '../ga4.js';
import { dayOf, ordersOf, timeOf } from '../lib/features/orders.js';
import { peopleOf } from '../lib/features/people.js';

const read = (name: string, content: string | Uint8Array<ArrayBuffer>, params: Record<string, unknown> = {}) => {
	const ctx = { ...quietContext(), file: () => new File([content], name) };
	return data(ctx, v.parse(dataSpec.params, { source: { kind: 'file', id: name, name }, ...params }), {});
};
const ctx = quietContext();
const prepared = (table: Workspace) => prepare(ctx, v.parse(prepareSpec.params, {}), { table });
const featuresOf = (table: Workspace, params = {}) => features(ctx, v.parse(featuresSpec.params, params), { table });

const sample = ga4Sample(5);

describe('a file of Google Analytics 4 events', () => {
	let opened: Awaited<ReturnType<typeof read>>;
	let made: Awaited<ReturnType<typeof featuresOf>>;
	beforeAll(async () => {
		opened = await read('ga4.csv', sample.csv);
		made = await featuresOf((await prepared(opened.output)).output);
	});

	it('is a log of events on the clock of the site', () => {
		expect(opened.view.files[0]).toMatchObject({
			kind: 'events',
			log: null,
			people: null,
			origin: { id: 'ga4Events' },
			events: { customers: 180, unnamed: 0, session: 'ga_session_id', clock: 7, utc: false }
		});
		expect(opened.view.files[0]!.events!.purchases).toBe(sample.events.filter(({ name }) => name === 'purchase').length);
	});
	it('counts the visits that were put into it', () => {
		const sessions = new Map<string, Set<number>>();
		for (const { user, session } of sample.events) sessions.set(user, (sessions.get(user) ?? new Set()).add(session));
		const { ids, features: found, log, analysisDay } = made.output;
		expect(ids).toEqual([...sessions.keys()].sort());
		const visits = found.find(({ id }) => id === 'visits')!.values;
		expect([...visits]).toEqual(ids.map((id) => sessions.get(id)!.size));
		expect(made.view.visits).toMatchObject({ visitors: 180, matched: 180, events: sample.events.length });
		const lastUtc = Math.max(...sample.events.map(({ utc }) => utc));
		expect([log, analysisDay]).toEqual([null, Math.floor((lastUtc + 7 * 3_600_000) / 86_400_000) + 1]);
	});
	it('gives back the three ways to use the site', async () => {
		const { output, view } = await segments(ctx, v.parse(segmentsSpec.params, { k: 3 }), { customers: made.output, points: undefined });
		const names = ['power', 'casual', 'beginner'];
		const truth = Uint16Array.from(made.output.ids, (id) => names.indexOf(sample.kinds.get(id)!));
		expect(adjustedRandIndex(output.labels, truth)).toBeGreaterThan(0.9);
		expect(view.revenue).toBe(null);
		for (const name of output.names) expect(name.kind === 'traits' && name.traits.length).toBeGreaterThanOrEqual(1);
	});
	it('says kindly what needs orders, and gives them where it is read as orders', async () => {
		const customers = made.output;
		expect((await rfm(ctx, v.parse(rfmSpec.params, {}), { customers })).blocked?.id).toBe('rfmNeedsOrders');
		expect((await predict(ctx, v.parse(predictSpec.params, {}), { customers })).blocked?.id).toBe('scoresNeedOrders');
		const asOrders = await read('ga4.csv', sample.csv, { kind: 'orders' });
		expect(asOrders.view.files[0]).toMatchObject({ kind: 'orders', log: { numbers: { bad: 0 } } });
		const bought = sample.events.filter(({ name }) => name === 'purchase');
		const { view } = await prepared(asOrders.output);
		const { kept, rows, aside } = view.orders!.ledger;
		expect([kept, aside.ruledOut]).toEqual([bought.length, rows - bought.length]);
		expect(view.orders!.revenue).toBeCloseTo(
			bought.reduce((sum, { revenue }) => sum + Number(revenue), 0),
			6
		);
	});
});

describe('a plain web log', () => {
	const lines = ['a,2024-03-01 10:00,view,/', 'a,2024-03-01 10:05,view,/tea', 'b,2024-03-02 11:00,view,/', ',2024-03-02 11:00,view,/'];
	it('is known by what it holds, and its ledger balances', async () => {
		const { output, view } = await read('log.csv', ['user,time,event,page', ...lines].join('\n'));
		expect(view.files[0]).toMatchObject({ kind: 'events', roles: { customer: 0, time: 1, event: 2, page: 3 } });
		expect(view.files[0]!.events).toMatchObject({ customers: 2, unnamed: 1, session: null, purchases: 0, clock: null, utc: false });
		const { view: ledger, answers } = await prepared(output);
		expect(ledger).toMatchObject({
			orders: null,
			people: null,
			events: { file: 'log.csv', rows: 4, kept: 3, aside: { badTime: 0, noCustomer: 1, sameEvent: 0 } }
		});
		const request = { of: 'events', locale: 'en-GB', reasons: { noCustomer: 'nobody' }, rowHeader: 'Row', reasonHeader: 'Why' };
		const aside = answers!['aside'] as (request: unknown, signal: AbortSignal) => Promise<Blob>;
		const text = await (await aside(request as unknown as AsideRequest, new AbortController().signal)).text();
		expect(text).toContain('4,nobody,,2024-03-02 11:00,view,/');
	});
	it('asks for the column that says when', async () => {
		const { blocked, view } = await read('log.csv', ['user,event,page', 'a,view,/', 'a,view,/'].join('\n'), { kind: 'events' });
		expect([blocked?.id, view.files[0]!.events]).toEqual(['noTimeColumn', null]);
	});
	it('looks from the day that is chosen', async () => {
		const { output } = await read('log.csv', ['user,time,event,page', ...lines].join('\n'));
		const { output: customers, view } = await featuresOf(output, { analysisDay: dayOf('2024-03-02') });
		expect(customers.ids).toEqual(['a']);
		expect(view.visits).toMatchObject({ visitors: 1, visits: 1, lastDay: dayOf('2024-03-02') });
	});
});

describe('the nested export of Google Analytics 4', () => {
	const nested = sample.events.map(({ utc, name, user, device, session, page, engaged, order, revenue }) => ({
		event_date: new Date(utc + 7 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', ''),
		event_timestamp: `${utc}000`,
		event_name: name,
		event_params: [
			{ key: 'page_location', value: { string_value: page, int_value: null, float_value: null, double_value: null } },
			{ key: 'ga_session_id', value: { string_value: null, int_value: String(session), float_value: null, double_value: null } },
			...(engaged === '' ? [] : [{ key: 'session_engaged', value: { string_value: engaged } }])
		],
		user_id: user,
		user_pseudo_id: device,
		user_properties: [],
		device: { category: 'mobile', web_info: { browser: 'Chrome' } },
		geo: { country: 'Vietnam', city: null },
		ecommerce: order === '' ? null : { transaction_id: order, purchase_revenue: Number(revenue) },
		items: order === '' ? [] : [{ item_id: 'SKU1', price: 1, quantity: 1 }]
	}));
	const cellOf = (value: unknown) => (value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));
	const nestedCsv = Papa.unparse([Object.keys(nested[0]!), ...nested.map((event) => Object.values(event).map(cellOf))]);
	it.each([
		['a line per event', nested.map((event) => JSON.stringify(event)).join('\n'), 'ga4.ndjson'],
		['one list', JSON.stringify(nested), 'ga4.json'],
		['a row per event, what is nested as JSON in a cell', nestedCsv, 'ga4.csv']
	])('tells of the same visits as the flattened one: %s', async (_how, content, name) => {
		const [flat, deep] = [await read('ga4.csv', sample.csv), await read(name, content)];
		expect(deep.view.files[0]).toMatchObject({
			kind: 'events',
			origin: { id: 'ga4Events' },
			events: flat.view.files[0]!.events! && { clock: 7, customers: 180 }
		});
		const [a, b] = [await featuresOf(flat.output), await featuresOf(deep.output)];
		expect(b.output.ids).toEqual(a.output.ids);
		expect(b.output.features.map(({ id, values }) => [id, values])).toEqual(a.output.features.map(({ id, values }) => [id, values]));
	});
});

describe('a file with a row per visit', () => {
	const valuesOf = async (lines: readonly string[]) => {
		const { view, output, blocked } = await read('sessions.csv', lines.join('\n'));
		expect([view.files[0]!.kind, blocked]).toEqual(['events', undefined]);
		const { output: customers } = await featuresOf(output);
		return { ids: customers.ids, of: Object.fromEntries(customers.features.map(({ id, values }) => [id, [...values]])) };
	};
	it('says how many pages were seen and for how long', async () => {
		const { ids, of } = await valuesOf([
			'visitor_id,session_id,session_start,duration_seconds,page_views,bounced',
			'a,1,2024-03-01 10:00:00,120,4,no',
			'a,2,2024-03-03 11:00:00,0,1,yes',
			'b,3,2024-03-02 09:30:00,60,2,no'
		]);
		expect(ids).toEqual(['a', 'b']);
		expect(of).toMatchObject({
			visits: [2, 1],
			pagesPerVisit: [2.5, 2],
			visitMinutes: [1, 1],
			bounce: [0.5, 0],
			visitHour: [10.5, 9.5],
			lastSeen: [1, 2]
		});
		expect(of).not.toHaveProperty('eventsPerVisit');
		expect(of).not.toHaveProperty('pagesSeen');
	});
	it('may write durations as a clock does, or in minutes, under a Vietnamese header', async () => {
		const lines = (duration: string, cells: readonly string[]) => [
			`Mã người dùng;Thời gian;${duration};Số lượt xem`,
			...cells.map((cell, i) => `${i % 2 === 0 ? 'a' : 'b'};0${1 + i}/03/2024 10:00;${cell};${i + 1}`)
		];
		const clocks = await valuesOf(lines('Thời lượng', ['0:02:00', '1:30', '0:04:00', '0:00:30']));
		expect(clocks.of).toMatchObject({ visitMinutes: [3, 1], pagesPerVisit: [2, 3], visits: [2, 2] });
		const minutes = await valuesOf(lines('duration_min', ['2', '1.5', '4', '0.5']));
		expect(minutes.of).toMatchObject({ visitMinutes: [3, 1] });
	});
	it('follows the rule of ten seconds and two pages where it says nothing of bounces', async () => {
		const { of } = await valuesOf([
			'user_id,visit_id,visit_start_time,totals.time_on_site,totals.pageviews',
			'a,1,2024-03-01 10:00:00,9,1',
			'a,2,2024-03-02 10:00:00,10,1',
			'a,3,2024-03-03 10:00:00,,2',
			'a,4,2024-03-04 10:00:00,,1'
		]);
		expect(of).toMatchObject({ visits: [4], bounce: [0.5], pagesPerVisit: [1.25] });
	});
});

describe('events beside orders or people', () => {
	it('describe the customers of the orders, of earlier days only, and leave the others unknown', async () => {
		const { output } = await read(
			'log.csv',
			['email,time,event', 'A@x.vn,2024-01-02 10:00,view', 'A@x.vn,2024-01-20 10:00,view', 'z@x.vn,2024-01-02 10:00,view'].join('\n')
		);
		const orders = ordersOf([
			{ customer: 'a@x.vn', time: timeOf('2024-01-01T10:00'), amount: 5 },
			{ customer: 'b@x.vn', time: timeOf('2024-01-03T10:00'), amount: 5 }
		]);
		const { output: customers, view } = await featuresOf({ ...output, orders });
		expect(customers.ids).toEqual(['a@x.vn', 'b@x.vn']);
		expect([...customers.features.find(({ id }) => id === 'visits')!.values]).toEqual([1, NaN]);
		expect(view.visits).toMatchObject({ matched: 1, visitors: 2 });
		const people = peopleOf({ City: ['Huế', 'Vinh'] }, ['z@x.vn', 'b@x.vn']);
		const { output: described } = await featuresOf({ ...output, people });
		expect(described.ids).toEqual(['b@x.vn', 'z@x.vn']);
		expect([...described.features.find(({ id }) => id === 'visits')!.values]).toEqual([NaN, 1]);
	});
});

describe('visits beside other choices', () => {
	const lines = [
		...['a@x.vn,2024-01-02 10:00,view', 'a@x.vn,2024-01-20 10:00,view', 'b@x.vn,2024-01-04 10:00,view', 'b@x.vn,2024-01-05 10:00,view'],
		...['c@x.vn,2024-01-02 10:00,view']
	];
	it('follow the choice of what to do where a value is missing, and how it is measured', async () => {
		const { output } = await read('log.csv', ['email,time,event', ...lines].join('\n'));
		const { view: plain } = await featuresOf(output);
		expect(plain.variables.find(({ key }) => key === 'visitGap')).toMatchObject({ missing: 1, offers: ['keep', 'drop', 'median'] });
		const filled = await featuresOf(output, { missing: { visitGap: 'median' }, measures: { visits: { method: 'log', weight: 2 } } });
		expect([...filled.output.features.find(({ id }) => id === 'visitGap')!.values]).toEqual([18, 1, 9.5]);
		expect(filled.output.features.find(({ id }) => id === 'visits')!.measure).toEqual({ method: 'log', weight: 2 });
		const { view } = await featuresOf(output, { missing: { visitGap: 'drop' } });
		expect(view).toMatchObject({ customers: 2, aside: 1, visits: { visitors: 3, matched: 2 } });
	});
	it('are left out of the segments where that is chosen', async () => {
		const { output } = await read('ga4.csv', sample.csv);
		const { output: customers } = await featuresOf(output);
		const params = v.parse(segmentsSpec.params, { k: 2, visits: ['visits', 'bounce'] });
		const { model } = await segments(ctx, params, { customers, points: undefined });
		expect((model as SegmentsModel).scaling!.map(({ feature }) => feature)).toEqual(['visits', 'bounce']);
	});
	it('of people named by e-mail mask them on screen', async () => {
		const { output, view } = await read('log.csv', ['email,time,event', ...lines].join('\n'));
		expect(output.events!.idKind).toBe('email');
		expect(view.files[0]!.columns[0]!.personal).toBe('email');
		const { answers } = await featuresOf(output);
		const page = answers!['customers'] as (args: object, signal: AbortSignal, reveal: boolean) => unknown[][];
		const { signal } = new AbortController();
		expect(page({ from: 0, to: 1 }, signal, false)[0]![0]).toMatch(/^a•••@x•••\.vn·/);
		expect(page({ from: 0, to: 1 }, signal, true)[0]![0]).toBe('a@x.vn');
	});
});

describe('a report of Google Analytics, with nobody in it', () => {
	it.each(['source-ga4-report.csv', 'source-ga4-exploration.csv'])('is refused by name: %s', async (file) => {
		const { blocked } = await read(file, bytesOf(file));
		expect(blocked).toMatchObject({ id: 'analyticsReport', facts: { file } });
	});
});
