import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../../src/lib/table/formats/json-text.js';
import { survivesDamage } from './damage.js';
import { one, problemOf } from './read.js';

describe('JSON', () => {
	it('of records has the keys of all of them, in the order they are first seen', async () => {
		expect(await one('x', '[{"a":1,"b":2},{"b":20,"c":true},{"c":null,"a":"x"}]')).toMatchObject({
			header: ['a', 'b', 'c'],
			rows: [
				['1', '2', ''],
				['', '20', 'true'],
				['x', '', '']
			]
		});
	});
	it('has columns for what is nested, and for parameters as Google Analytics lists them', async () => {
		const record = {
			geo: { city: 'Huế', at: { lat: 16.5 } },
			tags: ['vip', 'new'],
			items: [{ id: 1 }],
			event_params: [
				{ key: 'page', value: { string_value: '/cart', int_value: null } },
				{ key: 'session', value: { string_value: null, int_value: '17' } }
			]
		};
		expect(await one('x', JSON.stringify([record]))).toMatchObject({
			header: ['geo.city', 'geo.at.lat', 'tags', 'items', 'event_params.page', 'event_params.session'],
			rows: [['Huế', '16.5', 'vip, new', '[{"id":1}]', '/cart', '17']]
		});
	});
	it.each(['data', 'items', 'results', 'orders', 'customers'])(
		'of an answer that wraps its records in "%s" is those records',
		async (key) => {
			expect(await one('x', JSON.stringify({ page: 1, [key]: [{ a: 1 }] }))).toMatchObject({ header: ['a'], rows: [['1']] });
		}
	);
	it('may be lists of cells, or a list of cells by column', async () => {
		expect(await one('x', '[["a","b"],[1],[2,null,3]]')).toMatchObject({
			header: null,
			width: 3,
			rows: [['a', 'b'], ['1'], ['2', '', '3']]
		});
		expect(await one('x', '{"a":[1,2],"b":["x"]}')).toMatchObject({
			header: ['a', 'b'],
			rows: [
				['1', 'x'],
				['2', '']
			]
		});
		expect(await one('x', '[5,"y"]')).toMatchObject({ header: ['value'], rows: [['5'], ['y']] });
	});
	it('may have a line for each record', async () => {
		const lines = Array.from({ length: 30_000 }, (_, i) => `{"id":${i},"name":"Nguyễn Thị Ánh ${i}"${i === 29_999 ? ',"last":1' : ''}}`);
		const table = await one('x', lines.join('\r\n') + '\n\n');
		expect(table).toMatchObject({ header: ['id', 'name', 'last'], width: 3 });
		expect(table.rows).toEqual(lines.map((_, i) => [String(i), `Nguyễn Thị Ánh ${i}`, i === 29_999 ? '1' : '']));
		expect(await one('x', '["a",1]\n["b",2,3]\n')).toMatchObject({
			header: null,
			width: 3,
			rows: [
				['a', '1'],
				['b', '2', '3']
			]
		});
	});
	it('keeps the digits of long numbers, and leaves strings alone', async () => {
		const text =
			'[{"id":12345678901234567890,"n":-9007199254740993,"d":0.12345678901234567890,"e":1.5e3,"s":"\\"12345678901234567890\\\\"}]';
		expect((await one('x', text)).rows).toEqual([
			['12345678901234567890', '-9007199254740993', '0.12345678901234567890', '1500', '"12345678901234567890\\']
		]);
	});
	it('cannot reach the objects of the program', async () => {
		const table = await one('x', '[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":2}},"a":3}]');
		expect(table).toMatchObject({ header: ['__proto__.polluted', 'constructor.prototype.polluted', 'a'], rows: [['1', '2', '3']] });
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
	it('may be UTF-16 or begin with a byte-order mark', async () => {
		expect(await one('x', '\ufeff[{"é":1}]')).toMatchObject({ header: ['é'] });
		const wide = new Uint8Array(Uint16Array.from('\ufeff[{"é":1}]', (c) => c.charCodeAt(0)).buffer);
		expect(await one('x', wide)).toMatchObject({ header: ['é'] });
	});
	it.each([
		['[{"a":1},\n {"a":2,}]', 2, 9],
		['[{"a":1}\n', 2, 1],
		['{"a":"x\ny"}', 1, 6],
		['[{"a":01}]', 1, 8],
		['[1,2]]', 1, 6],
		['{"a":[1,2},"b":"' + 'x'.repeat(5000) + '"}', 1, 10],
		['{"b":"' + 'x'.repeat(5000) + '" 1}', 1, 5009],
		['{"a":1}\n{"a":2}\n{"a":}\n', 3, 6]
	])('that is broken is refused with the place: %j', async (text, line, column) => {
		expect(await problemOf('x', text)).toMatchObject({ id: 'fileJsonBroken', facts: { file: 'x', line, column } });
	});
	it('nested without end, of no records, or of endless columns is refused', async () => {
		expect(await problemOf('x', '['.repeat(1e6))).toMatchObject({ id: 'fileJsonBroken' });
		expect(await problemOf('x', '[]')).toMatchObject({ id: 'fileEmpty' });
		const keys = Array.from({ length: 20_000 }, (_, i) => [`k${i}`, 1]);
		expect(await problemOf('x', JSON.stringify([Object.fromEntries(keys)]))).toMatchObject({ id: 'fileTooWide', facts: { limit: 16_384 } });
	});
	it('parses as the engine does where no number is long', () => {
		for (const text of ['{"a":[-0.5,1e-7,{}],"b":"\\\\\\"","c":"\\u00e9"}', '[true,false,null,""]'])
			expect(parseJson(text)).toEqual(JSON.parse(text));
	});
	it('that is damaged ends with a table or a problem', async () => {
		const records = Array.from({ length: 20 }, (_, i) => ({ id: `o-${i}`, at: { day: '2024-03-31' }, amount: i * 1.5, tags: ['a', null] }));
		const ids = ['fileJsonBroken', 'fileEmpty'];
		await survivesDamage('x.json', strToU8(JSON.stringify(records)), ids);
		await survivesDamage('x.ndjson', strToU8(records.map((record) => JSON.stringify(record)).join('\n')), ids);
	});
});
