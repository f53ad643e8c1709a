import { describe, expect, it } from 'vitest';
import { clockOf } from '../../../src/lib/table/event-clock.js';
import { eventsFrom } from '../../../src/lib/table/event-log.js';
import { guessEventRoles, isEvents } from '../../../src/lib/table/event-roles.js';
import { eventLedger, type Events } from '../../../src/lib/table/events.js';
import { schemaOf } from '../../../src/lib/table/schema.js';
import { recognise } from '../../../src/lib/table/sources/recognise.js';
import { bytesOf } from '../../fixtures/battery.js';
import { readTable } from '../../table.js';
import { idle } from '../../task.js';

/** A log of events as the Data cell reads it. */
async function readEvents(content: string | Uint8Array<ArrayBuffer>): Promise<Events> {
	const { head, table, rows } = await readTable(content);
	const recognised = recognise(head.columns, rows);
	const origin = recognised.kind === 'source' ? recognised : null;
	const roles = { ...guessEventRoles(head.columns, rows), ...(origin && { customer: origin.roles.customer! }) };
	return eventsFrom(table, { roles, schema: await schemaOf(table, {}, idle), origin }, idle);
}

describe('the columns of a log of events', () => {
	it.each([
		['user_id,timestamp,event,page', ['customer', 'time', 'event', 'page']],
		['visitor_id,session_id,time,url', ['customer', 'session', 'time', 'page']],
		['Mã khách hàng,Thời gian,Sự kiện,Trang', ['customer', 'time', 'event', 'page']],
		['Pengguna,Masa,Peristiwa,Halaman,Sesi', ['customer', 'time', 'event', 'page', 'session']],
		[
			'event_timestamp,event_name,user_pseudo_id,event_params.ga_session_id,event_params.page_location,event_params.session_engaged',
			['time', 'event', 'customer', 'session', 'page', 'engaged']
		],
		[
			'event_params_ga_session_id_int_value,user_first_touch_timestamp,event_timestamp,event_name,user_pseudo_id',
			['session', undefined, 'time', 'event', 'customer']
		]
	])('are known by name: %s', (header, expected) => {
		const columns = header.split(',');
		const cell = (name: string, row: number) =>
			/time|thời gian|masa/i.test(name) ? `2024-03-0${1 + row} 10:00` : /page|url|trang|halaman/i.test(name) ? `/p${row}` : `x${row % 3}`;
		const sample = Array.from({ length: 9 }, (_, row) => columns.map((name) => cell(name, row)));
		const roles = Object.entries(guessEventRoles(columns, sample));
		expect(columns.map((_, j) => roles.find(([, column]) => column === j)?.[0])).toEqual(expected);
		expect(isEvents(columns, sample)).toBe(true);
	});

	const rows = (make: (row: number) => string[]) => Array.from({ length: 9 }, (_, row) => make(row));
	it.each([
		['an order log', 'customer,date,amount', (i: number) => [`c${i % 3}`, `2024-03-0${1 + i}`, '12.5']],
		[
			'an order log with a session',
			'order_id,customer,date,session,amount',
			(i: number) => [`o${i}`, `c${i % 3}`, `2024-03-0${1 + i}`, 's1', '12.5']
		],
		['a table of people', 'user_id,created_at,page', (i: number) => [`c${i}`, `2024-03-0${1 + i}`, `/welcome`]],
		['a report', 'date,page,views', (i: number) => [`2024-03-0${1 + i}`, `/p${i}`, '120']]
	])('are not those of %s', (_, header, make) => {
		expect(isEvents(header.split(','), rows(make))).toBe(false);
	});
});

describe('events of Google Analytics 4', () => {
	it.each(['source-ga4-events.csv', 'source-ga4-events-dots.csv'])('%s', async (file) => {
		const events = await readEvents(bytesOf(file));
		expect(events.customer.values).toEqual(['u17', '0987654321.1709630000']);
		expect(events.event!.values).toEqual(['purchase', 'page_view']);
		expect(events.rows).toBe(3);
		expect(eventLedger(events)).toEqual({ badTime: 0, noCustomer: 0, sameEvent: 0 });
	});
	it('count once where each item of a purchase has a line', async () => {
		const header = 'event_timestamp,event_name,user_pseudo_id,items_item_id';
		const at = '1709629951123456';
		const events = await readEvents(
			[header, `${at},purchase,a.1,SKU1`, `${at},purchase,a.1,SKU2`, `${at},page_view,a.1,`, `${at},purchase,b.2,SKU1`].join('\n')
		);
		expect([...events.aside]).toEqual([0, 3, 0, 0]);
	});
	it('name rows without a time or a person', async () => {
		const events = await readEvents(
			'user,time,event\na,2024-03-01 10:00,view\na,never,view\n,2024-03-02 10:00,view\nb,2024-03-02 10:00,view'
		);
		expect([...events.aside]).toEqual([0, 1, 2, 0]);
		expect(eventLedger(events)).toEqual({ badTime: 1, noCustomer: 1, sameEvent: 0 });
	});
	it('whose times cannot be read are refused', async () => {
		const text = ['user,time,event', ...Array.from({ length: 8 }, (_, i) => `u${i % 2},whenever ${i},view`)].join('\n');
		const { head, table } = await readTable(text);
		const plan = { roles: { customer: 0, time: 1, event: 2 }, schema: await schemaOf(table, {}, idle), origin: null };
		await expect(eventsFrom(table, plan, idle)).rejects.toMatchObject({ id: 'badDates', facts: { column: head.columns[1] } });
		await expect(eventsFrom(table, { ...plan, roles: { time: 1 } }, idle)).rejects.toMatchObject({ id: 'noCustomerColumn' });
		await expect(eventsFrom(table, { ...plan, roles: { customer: 0 } }, idle)).rejects.toMatchObject({ id: 'noTimeColumn' });
	});
	it('stand on the clock of the site where its dates tell it', async () => {
		// Each half hour of four days in UTC, with the date in Hanoi, seven hours ahead.
		const start = Date.UTC(2024, 2, 1);
		const lines = Array.from({ length: 192 }, (_, i) => {
			const utc = start + i * 1_800_000;
			const date = new Date(utc + 7 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
			return `${date},${utc}000,page_view,a.${i % 5}`;
		});
		const events = await readEvents(['event_date,event_timestamp,event_name,user_pseudo_id', ...lines].join('\n'));
		expect(events).toMatchObject({ clock: 420, utc: false });
		expect(new Date(events.time[0]!).toISOString()).toBe('2024-03-01T07:00:00.000Z');
	});
});

describe('the clock of dates beside times in UTC', () => {
	const at = (iso: string) => Date.parse(`${iso}Z`);
	const hour = 3_600_000;
	it.each([0, 60, -300, 420, 480, 345, 330, 840, -720])('is found: %i minutes from UTC', (minutes) => {
		const utc = Float64Array.from({ length: 400 }, (_, i) => at('2024-03-01T00:00') + i * 7 * 60_000 * 3);
		const dates = utc.map((time) => Math.floor((time + minutes * 60_000) / (24 * hour)) * 24 * hour);
		expect(clockOf(utc, dates)).toBe(minutes);
	});
	it('stays unknown where events are too few, or where the dates are on no clock', () => {
		const noon = Float64Array.of(at('2024-03-01T12:00'));
		expect(clockOf(noon, Float64Array.of(at('2024-03-01T00:00')))).toBe(null);
		expect(clockOf(noon, Float64Array.of(at('2024-05-01T00:00')))).toBe(null);
		expect(clockOf(noon, Float64Array.of(NaN))).toBe(null);
	});
});
