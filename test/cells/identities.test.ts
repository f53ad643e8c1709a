import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { run as data } from '../../src/cells/data/run.js';
import { spec as dataSpec } from '../../src/cells/data/spec.js';
import { run as features } from '../../src/cells/features/run.js';
import { spec as featuresSpec } from '../../src/cells/features/spec.js';
import { run as prepare } from '../../src/cells/prepare/run.js';
import { spec as prepareSpec, type AuditRequest, type IdentitiesView } from '../../src/cells/prepare/spec.js';
import type { Workspace } from '../../src/lib/table/workspace.js';
import { quietContext } from '../context.js';

const read = async (name: string, lines: readonly string[]) => {
	const ctx = { ...quietContext(), file: () => new File([lines.join('\n')], name) };
	const { output } = await data(ctx, v.parse(dataSpec.params, { source: { kind: 'file', id: name, name } }), {});
	return output;
};
const prepared = (table: Workspace, params: Record<string, unknown> = {}) =>
	prepare(quietContext(), v.parse(prepareSpec.params, params), { table });
const idsOf = async (table: Workspace) => (await features(quietContext(), v.parse(featuresSpec.params, {}), { table })).output.ids;

const orders = [
	'order_id,customer_id,email,phone,date,amount',
	'1,C1,Lan@Shop.vn,0912 345 670,2024-03-01,10',
	'2,guest-2,lan@shop.vn,,2024-03-02,20',
	'3,guest-3,,+84912345670,2024-03-03,30',
	'3,guest-3,,+84912345670,2024-03-03,5',
	'4,C2,minh@shop.vn,,2024-03-04,40'
];

describe('people under several ids', () => {
	it('are told of, count apart until they are merged, and apart again', async () => {
		const table = await read('orders.csv', orders);
		const apart = await prepared(table);
		expect(await idsOf(apart.output)).toEqual(['C1', 'C2', 'guest-2', 'guest-3']);
		expect(apart.view.identities).toEqual({
			people: 1,
			ids: 2,
			first: [
				{
					id: 'C1',
					by: ['email', 'phone'],
					orders: 1,
					others: [
						{ id: 'guest-2', by: ['email'], orders: 1 },
						{ id: 'guest-3', by: ['phone'], orders: 1 }
					],
					more: 0
				}
			],
			apart: [],
			apartCount: 0
		});
		const merged = await prepared(table, { identities: 'merge' });
		expect(merged.view.orders).toEqual(apart.view.orders);
		const { output } = await features(quietContext(), v.parse(featuresSpec.params, {}), { table: merged.output });
		expect(output.ids).toEqual(['C1', 'C2']);
		const of = (id: string) => [...output.features.find((feature) => feature.id === id)!.values];
		expect([of('frequency'), of('monetary')]).toEqual([
			[3, 1],
			[65, 40]
		]);
		expect(await idsOf((await prepared(table)).output)).toEqual(['C1', 'C2', 'guest-2', 'guest-3']);
	});

	it('stand in a list with what they have in common, and how many orders', async () => {
		const { answers } = await prepared(await read('orders.csv', orders), { identities: 'merge' });
		const request: AuditRequest = {
			locale: 'en-GB',
			header: ['Id', 'Person', 'What', 'By', 'Value', 'Orders'],
			proofNames: { email: 'e-mail', phone: 'phone', device: 'device' },
			becomes: 'merged',
			apartNames: { crowd: 'crowd', manyPhones: 'phones', severalEmails: 'e-mails', severalUsers: 'users' }
		};
		const text = await (answers!['identities'] as (request: AuditRequest) => Blob)(request).text();
		expect(text.replace(/^\uFEFF/, '').split('\r\n')).toEqual([
			'Id,Person,What,By,Value,Orders',
			'guest-2,C1,merged,e-mail,lan@shop.vn,1',
			'guest-3,C1,merged,phone,+84912345670,1',
			''
		]);
	});

	it('are masked on screen unless they may be revealed; the list has them whole', async () => {
		const table = await read('orders.csv', [
			'email,phone,date,amount',
			'lan@shop.vn,0912345670,2024-03-01,10',
			'lan@home.vn,0912345670,2024-03-02,20',
			'minh@shop.vn,0987654320,2024-03-03,30',
			'minh@home.vn,+84 987 654 320,2024-03-04,30',
			'other@shop.vn,0911222334,2024-03-04,30'
		]);
		const { view, answers } = await prepared(table);
		expect(view.identities!.apartCount).toBe(2);
		expect(JSON.stringify(view)).not.toMatch(/lan@|minh@|912345670|987654320/);
		expect(view.identities!.apart[0]).toMatchObject({ kind: 'phone', n: 2, why: 'severalEmails' });
		const shown = answers!['identitiesShown'] as (args: null, signal: AbortSignal, reveal: boolean) => IdentitiesView;
		const { signal } = new AbortController();
		expect(shown(null, signal, false)).toEqual(view.identities);
		expect(shown(null, signal, true).apart.map(({ value }) => value)).toEqual(['+84912345670', '+84987654320']);

		const named = await read('orders.csv', [
			'customer,email,date,amount',
			'Nguyễn Lan,lan@shop.vn,2024-03-01,10',
			'Trần Lan,lan@shop.vn,2024-03-02,20',
			'Lê Minh,minh@shop.vn,2024-03-03,30'
		]);
		const { identities } = (await prepared(named)).view;
		expect(identities!.people).toBe(1);
		expect(JSON.stringify(identities)).not.toMatch(/Nguyễn|Trần/);
	});

	it('of a table of people keep their first row; the others are counted and set aside', async () => {
		const table = await read('crm.csv', [
			'customer_id,Email,City,Age,Points',
			'1,a@shop.vn,Huế,30,5',
			'2,A@shop.vn,Vinh,31,6',
			'3,b@shop.vn,Huế,40,7'
		]);
		const { view, output } = await prepared(table, { identities: 'merge' });
		expect(view.people).toMatchObject({ rows: 3, kept: 2, aside: { noId: 0, repeatedId: 0, samePerson: 1 } });
		expect(await idsOf(output)).toEqual(['1', '3']);
	});

	it('lead orders under an e-mail to the table of people under an id', async () => {
		const shop = await read('orders.csv', [
			'email,date,amount',
			'LAN@shop.vn,2024-03-01,10',
			'b@shop.vn,2024-03-02,5',
			'b@shop.vn,2024-03-03,5'
		]);
		const crm = await read('crm.csv', ['customer_id,Email,City,Age,Points', '17,lan@shop.vn,Huế,30,5', '18,b@shop.vn,Vinh,31,6']);
		const { output } = await prepared({ orders: shop.orders, people: crm.people, events: null }, { identities: 'merge' });
		const { view } = await features(quietContext(), v.parse(featuresSpec.params, {}), { table: output });
		expect(view.people!.join).toMatchObject({ customers: 2, matched: 2 });
	});

	it('of a log of events are whoever signs in on a device', async () => {
		const at = (minute: number) => `170963${String(1000 + minute)}000123`;
		const table = await read('ga4.csv', [
			'event_timestamp,event_name,user_id,user_pseudo_id',
			`${at(1)},page_view,,dev.1`,
			`${at(2)},page_view,u1,dev.1`,
			`${at(3)},page_view,,dev.2`
		]);
		expect(await idsOf((await prepared(table)).output)).toEqual(['dev.1', 'dev.2', 'u1']);
		expect(await idsOf((await prepared(table, { identities: 'merge' })).output)).toEqual(['dev.2', 'u1']);
	});

	it('are not looked for among plain numbers', async () => {
		const table = await read('orders.csv', ['customer,date,amount', '1,2024-03-01,10', '2,2024-03-02,5', '2,2024-03-03,5']);
		expect((await prepared(table)).view.identities).toBe(null);
	});
});
