import * as v from 'valibot';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { run as data } from '../../src/cells/data/run.js';
import { filesOf, newFile, paramsOf, spec, type FileParams } from '../../src/cells/data/spec.js';
import type { AbsentRequest } from '../../src/cells/data/together.js';
import { run as features } from '../../src/cells/features/run.js';
import { spec as featuresSpec } from '../../src/cells/features/spec.js';
import { run as prepare, type AsideRequest } from '../../src/cells/prepare/run.js';
import { spec as prepareSpec } from '../../src/cells/prepare/spec.js';
import { readNotebook } from '../../src/notebook/notebook.js';
import { quietContext } from '../context.js';

const header = 'order_id,customer_id,order_date,sku,quantity,unit_price';
const january = [header, '1,a,2024-01-05,x,1,10', '2,b,2024-01-20,y,2,5', '3,,2024-01-30,y,1,5', '4,c,2024-01-31,x,1,7'].join('\n');
const february = [header, '4,c,2024-01-31,x,1,7', '5,a,2024-02-03,y,3,5', '6,d,never,y,3,5'].join('\n');
const crm = ['customer_id,city,age,vip', 'a,Huế,31,yes', 'c,Vinh,44,no', 'c,Huế,45,no', 'z,Huế,29,yes'].join('\n');

type Given = Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;

/** Runs the Data cell on files by name; `chosen` are choices by name. */
async function read(given: Given, chosen: Readonly<Record<string, Partial<FileParams>>> = {}, currency: string | null = null) {
	const files = Object.keys(given).map((name) => ({ ...newFile({ kind: 'file', id: name, name }), ...chosen[name] }));
	const ctx = { ...quietContext(), file: (id: string) => (given[id] === undefined ? undefined : new File([given[id]], id)) };
	return data(ctx, v.parse(spec.params, { ...paramsOf(files), currency }), {});
}
const table = async (blob: Blob) =>
	(await blob.text())
		.replace(/^\uFEFF/, '')
		.trim()
		.split('\r\n');

describe('the Data cell on several files', () => {
	it('appends orders and joins people, and says how well they fit', async () => {
		const { view, output, blocked, answers } = await read(
			{ 'january.csv': january, 'february.csv': february, 'crm.csv': crm },
			{ 'crm.csv': { kind: 'people', roles: { customer: 0 } } }
		);
		expect(blocked).toBeUndefined();
		expect(view.files.map(({ file, kind, rows }) => [file, kind, rows])).toEqual([
			['january.csv', 'orders', 4],
			['february.csv', 'orders', 3],
			['crm.csv', 'people', 4]
		]);
		expect(view.together).toEqual({
			files: 3,
			orders: {
				files: 2,
				rows: 7,
				customers: 4,
				firstDay: Date.UTC(2024, 0, 5) / 86_400_000,
				lastDay: Date.UTC(2024, 1, 3) / 86_400_000,
				overlap: 1,
				otherCurrency: 0,
				currency: null
			},
			twice: [],
			people: { files: 1, customers: 3 },
			events: null,
			join: {
				customers: 5,
				everywhere: 2,
				tables: [
					{ file: 'january.csv, february.csv', customers: 4 },
					{ file: 'crm.csv', customers: 3 }
				]
			}
		});
		const rows = answers!['rows'] as (request: unknown) => Promise<string[][]>;
		expect(await rows({ file: 1, from: 2, to: 9 })).toEqual([['6', 'd', 'never', 'y', '3', '5']]);
		const absent = answers!['absent'] as (request: AbsentRequest) => Blob;
		expect(await table(absent({ locale: 'en-GB', customer: 'customer', yes: 'yes', no: 'no' }))).toEqual([
			'customer,"january.csv, february.csv",crm.csv',
			'b,yes,no',
			'd,yes,no',
			'z,no,yes'
		]);

		const prepared = await prepare(quietContext(), v.parse(prepareSpec.params, {}), { table: output });
		expect(prepared.view.orders!.ledger).toMatchObject({ rows: 7, kept: 4, aside: { overlap: 1, noCustomer: 1, badTime: 1 } });
		const request = { of: 'orders', locale: 'en-GB', fileHeader: 'File', rowHeader: 'Row', reasonHeader: 'Why' };
		const words = { reasons: { overlap: 'again', noCustomer: 'nobody', badTime: 'no date' } };
		const aside = prepared.answers!['aside'] as (request: AsideRequest, signal: AbortSignal) => Promise<Blob>;
		expect(await table(await aside({ ...request, ...words } as AsideRequest, new AbortController().signal))).toEqual([
			`File,Row,Why,${header}`,
			'january.csv,3,nobody,3,,2024-01-30,y,1,5',
			'january.csv,4,again,4,c,2024-01-31,x,1,7',
			'february.csv,3,no date,6,d,never,y,3,5'
		]);

		const described = await features(quietContext(), v.parse(featuresSpec.params, {}), { table: prepared.output });
		expect(described.output.ids).toEqual(['a', 'b', 'c']);
		expect(described.view.purchases).toMatchObject({ orders: 4, revenue: 10 + 10 + 7 + 15 });
		expect(described.view.people!.join).toMatchObject({ customers: 3, matched: 2 });
		expect([...described.output.features.find(({ attribute }) => attribute?.name === 'age')!.values]).toEqual([31, NaN, 44]);
	});

	it('is what the one file is where there is one', async () => {
		const { view, output } = await read({ 'january.csv': january });
		expect(view.together).toBe(null);
		expect(output.orders).toMatchObject({ file: 'january.csv', overlap: null });
		expect(output.orders!.source.at).toBeUndefined();
	});

	it('reads the files of an archive that have the same header, and no others', async () => {
		const text = (content: string) => new TextEncoder().encode(content);
		const zip = zipSync({ 'jan.csv': text(january), 'notes.txt': text('hello'), 'feb.csv': text(february), 'crm.csv': text(crm) });
		const given = { 'shop.zip': new Uint8Array(zip) };
		const { view } = await read(given);
		expect(view.files.map(({ of, file }) => [of, file])).toEqual([
			[0, 'shop.zip › jan.csv'],
			[0, 'shop.zip › feb.csv']
		]);
		expect(view.together!.orders).toMatchObject({ rows: 7, overlap: 1 });
		const one = await read(given, { 'shop.zip': { part: 'shop.zip › crm.csv' } });
		expect(one.view.files.map(({ file }) => file)).toEqual(['shop.zip › crm.csv']);
	});

	it('asks for the column that names the people before it joins them', async () => {
		const nameless = ['city,age,vip', 'Huế,31,yes', 'Vinh,44,no', 'Huế,29,yes'].join('\n');
		const { blocked, view } = await read({ 'january.csv': january, 'people.csv': nameless });
		expect(blocked).toMatchObject({ id: 'noSharedId', facts: { file: 'people.csv' } });
		expect(view.together).toBe(null);
	});

	it('appends events of several files, each event once, and joins their visitors to orders and people', async () => {
		const log = (lines: readonly string[]) => ['user_id,time,event,page', ...lines].join('\n');
		const given = {
			'january.csv': january,
			'crm.csv': crm,
			'week1.csv': log(['a,2024-01-05 10:00:00,view,/', 'a,2024-01-05 10:05:00,view,/tea', 'c,2024-01-06 09:00:00,view,/']),
			'week2.csv': log([
				'c,2024-01-06 09:00:00,view,/',
				'c,2024-01-07 09:00:00,view,/',
				'c,2024-01-07 09:00:00,view,/',
				'visitor,2024-01-08 09:00:00,view,/'
			])
		};
		const { view, output, blocked } = await read(given, { 'crm.csv': { kind: 'people', roles: { customer: 0 } } });
		expect(blocked).toBeUndefined();
		expect(view.files.map(({ kind }) => kind)).toEqual(['orders', 'people', 'events', 'events']);
		expect(view.together!.events).toEqual({
			files: 2,
			rows: 7,
			customers: 3,
			firstDay: Date.UTC(2024, 0, 5) / 86_400_000,
			lastDay: Date.UTC(2024, 0, 8) / 86_400_000,
			same: 1
		});
		expect(view.together!.join).toEqual({
			customers: 5,
			everywhere: 2,
			tables: [
				{ file: 'january.csv', customers: 3 },
				{ file: 'crm.csv', customers: 3 },
				{ file: 'week1.csv, week2.csv', customers: 3 }
			]
		});
		const prepared = await prepare(quietContext(), v.parse(prepareSpec.params, {}), { table: output });
		expect(prepared.view.events).toMatchObject({ rows: 7, kept: 6, aside: { sameEvent: 1 } });
		const request = {
			of: 'events',
			locale: 'en-GB',
			fileHeader: 'File',
			rowHeader: 'Row',
			reasonHeader: 'Why',
			reasons: { sameEvent: 'again' }
		};
		const aside = prepared.answers!['aside'] as (request: object, signal: AbortSignal) => Promise<Blob>;
		expect(await table(await aside(request, new AbortController().signal))).toEqual([
			'File,Row,Why,user_id,time,event,page',
			'week2.csv,1,again,c,2024-01-06 09:00:00,view,/'
		]);
		const { output: customers, view: made } = await features(quietContext(), v.parse(featuresSpec.params, {}), { table: prepared.output });
		const of = (id: string) => [...customers.features.find((feature) => feature.id === id)!.values];
		expect(customers.ids).toEqual(['a', 'b', 'c']);
		expect([of('visits'), of('eventsPerVisit')]).toEqual([
			[1, NaN, 2],
			[2, NaN, 1.5]
		]);
		expect(made.visits).toMatchObject({ file: 'week1.csv, week2.csv', matched: 2, visitors: 3 });
	});

	it('finds people under several ids across files, of orders and of people', async () => {
		const first = 'customer_id,city,age,email';
		const { output } = await read(
			{
				'north.csv': ['order_id,customer_id,order_date,email,unit_price', '1,n1,2024-01-05,lan@shop.vn,10', '2,n2,2024-01-06,,5'].join(
					'\n'
				),
				'south.csv': ['order_id,customer_id,order_date,email,unit_price', '8,s1,2024-02-05,,10', '9,s2,2024-02-06,LAN@shop.vn,5'].join(
					'\n'
				),
				'crm.csv': [first, 'n2,Huế,31,minh@shop.vn', 's1,Vinh,44,Minh@shop.vn'].join('\n'),
				'vip.csv': ['customer_id,points,level', 'n1,5,gold', 's1,7,silver'].join('\n')
			},
			{ 'crm.csv': { kind: 'people', roles: { customer: 0 } }, 'vip.csv': { kind: 'people', roles: { customer: 0 } } }
		);
		const { view, output: merged } = await prepare(quietContext(), v.parse(prepareSpec.params, { identities: 'merge' }), { table: output });
		expect(view.identities!.first.map(({ id, others }) => [id, ...others.map((other) => other.id)])).toEqual([
			['n1', 's2'],
			['n2', 's1']
		]);
		const { output: customers } = await features(quietContext(), v.parse(featuresSpec.params, {}), { table: merged });
		expect(customers.ids).toEqual(['n1', 'n2']);
	});

	it('shows every file while one of them needs its columns named', async () => {
		const { blocked, view } = await read(
			{ 'january.csv': january, 'odd.csv': 'u,v,w\n1,2,3\n4,5,6\n4,5,7' },
			{ 'odd.csv': { kind: 'orders' } }
		);
		expect(blocked?.facts['file']).toBe('odd.csv');
		expect(view.files.map(({ log }) => log !== null)).toEqual([true, false]);
	});

	it('says which file is not open', async () => {
		const params = v.parse(
			spec.params,
			paramsOf([newFile({ kind: 'sample', name: 'shop' }), newFile({ kind: 'file', id: 'x', name: 'x.csv' })])
		);
		await expect(data(quietContext(), params, {})).rejects.toMatchObject({ id: 'fileNeeded', facts: { file: 'x.csv' } });
	});
});

describe('the choices of the Data cell', () => {
	it('of a notebook saved when it read one file are those of that file', () => {
		const params = {
			source: { kind: 'file', id: 'a.csv|9|1', name: 'a.csv' },
			part: null,
			origin: null,
			kind: 'orders',
			roles: { customer: 2, time: 1, amount: 0 },
			delimiter: ';',
			encoding: null,
			header: null,
			types: { 1: { kind: 'time', order: 'dmy' } },
			currency: 'VND'
		};
		const saved = { format: 'tessera', version: 1, title: '', seed: 1, cells: [{ id: 'data', type: 'data', params, inputs: {} }] };
		const [cell] = readNotebook(JSON.stringify(saved), 'old.tessera.json').cells;
		expect(cell!.params).toEqual({ ...params, more: [], recalled: null });
		const { currency: _, ...file } = params;
		expect(filesOf(cell!.params as never)).toEqual([{ ...file, recalled: null }]);
	});
	it('are the same after they are taken apart and put together', () => {
		const files = ['a', 'b', 'c'].map((name) => ({ ...newFile({ kind: 'file', id: name, name }), roles: { customer: 1 } }));
		expect(filesOf({ ...paramsOf(files), currency: null })).toEqual(files);
	});
});
