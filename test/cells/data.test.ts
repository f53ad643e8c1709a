import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { run as data } from '../../src/cells/data/run.js';
import { newFile, paramsOf, spec, type FileParams } from '../../src/cells/data/spec.js';
import { run as prepare, type AsideRequest } from '../../src/cells/prepare/run.js';
import { spec as prepareSpec } from '../../src/cells/prepare/spec.js';
import type { RowFileWords } from '../../src/cells/row-file.js';
import { quietContext } from '../context.js';

async function read(lines: readonly string[], choices: Partial<FileParams> = {}) {
	const file = new File([lines.join('\n')], 'orders.csv');
	const ctx = { ...quietContext(), file: () => file };
	const params = paramsOf([{ ...newFile({ kind: 'file', id: 'orders.csv', name: 'orders.csv' }), ...choices }]);
	const result = await data(ctx, v.parse(spec.params, { ...params, currency: null }), {});
	return { ...result, file: result.view.files[0]! };
}
const linesOf = async (blob: Blob) =>
	(await blob.text())
		.replace(/^\uFEFF/, '')
		.trim()
		.split('\r\n');
const words: RowFileWords = { locale: 'en-GB', fileHeader: 'File', rowHeader: 'Row', beyondHeader: 'Beyond' };
const header = 'order_id,customer_id,order_date,amount,note';
const orders = (...lines: string[]) => [header, ...lines];

describe('rows that are longer than the header', () => {
	const sound = Array.from({ length: 60 }, (_, i) => `${i + 4},c${i % 9},2024-02-${10 + (i % 15)},1,`);
	const long = orders('1,a,2024-01-05,10,', '2,b,2024-01-20,5,please ring, twice, at the gate', '3,,2024-01-30,5,x,y', ...sound);
	it('can be had whole', async () => {
		const { answers, file } = await read(long);
		expect(file.notes).toMatchObject({ long: 2, longRows: [2, 3] });
		const whole = answers!['long'] as (request: RowFileWords & { file: number }, signal: AbortSignal) => Promise<Blob>;
		expect(await linesOf(await whole({ file: 0, ...words }, new AbortController().signal))).toEqual([
			`Row,${header},Beyond,Beyond`,
			'2,2,b,2024-01-20,5,please ring," twice"," at the gate"',
			'3,3,,2024-01-30,5,x,y'
		]);
	});
	it('keep what is beyond where they are set aside', async () => {
		const { output } = await read(long);
		const { answers } = await prepare(quietContext(), v.parse(prepareSpec.params, {}), { table: output });
		const aside = answers!['aside'] as (request: AsideRequest, signal: AbortSignal) => Promise<Blob>;
		const request = { of: 'orders', ...words, reasonHeader: 'Why', reasons: { noCustomer: 'nobody' } } as unknown as AsideRequest;
		expect(await linesOf(await aside(request, new AbortController().signal))).toEqual([
			`Row,Why,${header},Beyond`,
			'3,nobody,3,,2024-01-30,5,x,y'
		]);
	});
});

describe('dates that read in two ways', () => {
	const lines = orders('1,a,05/04/2024,10,', '2,b,04/04/2024,5,', '3,a,01/02/2024,5,');
	const day = (iso: string) => Date.parse(iso) / 86_400_000;
	it('are asked about, by the first that differs', async () => {
		const { file } = await read(lines);
		expect(file.unsureDates).toEqual({ columns: [2], text: '05/04/2024', dmy: day('2024-04-05'), mdy: day('2024-05-04') });
		expect(file.log).toMatchObject({ firstDay: day('2024-02-01'), lastDay: day('2024-04-05') });
	});
	it('are not asked about again once that is said, and read so', async () => {
		const { file } = await read(lines, { types: { '2': { kind: 'time', order: 'mdy' } } });
		expect(file.unsureDates).toBeNull();
		expect(file.log).toMatchObject({ firstDay: day('2024-01-02'), lastDay: day('2024-05-04') });
	});
	it('are not asked about where one of them tells, or all are the same either way', async () => {
		expect((await read([...lines, '4,c,25/03/2024,1,'])).file.unsureDates).toBeNull();
		expect((await read(orders('1,a,05/05/2024,10,', '2,b,04/04/2024,5,'))).file.unsureDates).toBeNull();
	});
	it('are asked about in a table of people too', async () => {
		const people = ['customer_id,born,points,city', 'a,05/04/1990,3,Huế', 'b,06/07/1985,4,Vinh', 'c,01/02/1999,5,Huế'];
		expect((await read(people)).file).toMatchObject({ kind: 'people', unsureDates: { columns: [1], text: '05/04/1990' } });
	});
});

describe('a list of customers that says nothing of orders', () => {
	it('is one of people, however little it says of them', async () => {
		const { file } = await read(['customer_id,birth_date,city', 'a,1990-04-15,Huế', 'b,1985-07-26,Vinh', 'c,1999-02-21,Huế']);
		expect(file).toMatchObject({ kind: 'people', people: { customers: 3, repeated: 0 } });
	});
	it('may hold some of them twice, but rows that sell something may not', async () => {
		const rows = ['a,Huế,1', 'b,Vinh,2', 'c,Huế,3', 'a,Huế,4'];
		expect((await read(['customer_id,city,visits', ...rows])).file.people).toMatchObject({ customers: 3, repeated: 1 });
		expect((await read(['customer_id,product,visits', ...rows])).file).toMatchObject({ kind: 'orders', people: null });
	});
});

describe('free text', () => {
	it('is hidden whole, names in it too', async () => {
		const { answers, file } = await read(orders('1,a,2024-01-05,10,Leave it with Siti', '2,b,2024-01-20,5,'));
		expect(file.columns[4]!.personal).toBe('note');
		const rows = answers!['rows'] as (request: object, signal: AbortSignal, reveal: boolean) => Promise<string[][]>;
		const shown = await rows({ file: 0, from: 0, to: 2 }, new AbortController().signal, false);
		expect(shown.map((row) => row[4])).toEqual([expect.stringMatching(/^•••·\w{3}$/), '']);
	});
});
