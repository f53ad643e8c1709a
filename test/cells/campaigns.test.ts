import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { run as data } from '../../src/cells/data/run.js';
import { newFile, paramsOf, spec as dataSpec, type FileParams } from '../../src/cells/data/spec.js';
import { run as features } from '../../src/cells/features/run.js';
import { spec as featuresSpec } from '../../src/cells/features/spec.js';
import { run as prepare, type AsideRequest } from '../../src/cells/prepare/run.js';
import { spec as prepareSpec } from '../../src/cells/prepare/spec.js';
import { quietContext } from '../context.js';

type Given = Readonly<Record<string, readonly string[]>>;
async function read(given: Given, chosen: Partial<FileParams> = {}) {
	const files = Object.keys(given).map((name) => ({ ...newFile({ kind: 'file', id: name, name }), ...chosen }));
	const ctx = { ...quietContext(), file: (id: string) => new File([given[id]!.join('\n')], id) };
	return data(ctx, v.parse(dataSpec.params, { ...paramsOf(files), currency: null }), {});
}
const described = async (table: Awaited<ReturnType<typeof read>>['output'], params = {}) => {
	const { output } = await features(quietContext(), v.parse(featuresSpec.params, params), { table });
	return {
		ids: output.ids,
		of: Object.fromEntries(output.features.map(({ attribute, id, values }) => [attribute?.name ?? id, [...values]]))
	};
};

const list = [
	'Email,Campaign,Opened,Clicked,Responded',
	'lan@shop.vn,Tết,yes,yes,no',
	'minh@shop.vn,Tết,yes,no,no',
	'an@shop.vn,Tết,no,no,yes',
	'Lan@shop.vn,Raya,no,no,yes',
	'minh@shop.vn,Raya,yes,yes,no',
	'lan@shop.vn,Raya,yes,yes,yes',
	',Raya,yes,no,no'
];

describe('a list with a row for each customer and campaign', () => {
	it('keeps what people did as columns of each campaign, one row for each customer, and sets aside what comes twice', async () => {
		const { view, output, blocked } = await read({ 'list.csv': list });
		expect(blocked).toBeUndefined();
		expect(view.files[0]).toMatchObject({
			kind: 'campaigns',
			roles: { customer: 0, campaign: 1 },
			people: { customers: 3, repeated: 1, nameless: 1, campaigns: 2 }
		});
		const { ids, of } = await described(output);
		expect(ids).toEqual(['an@shop.vn', 'lan@shop.vn', 'minh@shop.vn']);
		expect(of).toEqual({
			'Tết: Opened': [0, 1, 1],
			'Tết: Clicked': [0, 1, 0],
			'Raya: Opened': [NaN, 0, 1],
			'Raya: Clicked': [NaN, 0, 1]
		});
	});
	it('says once what is of the person rather than of a campaign, and of whom each row is', async () => {
		const people = Array.from({ length: 12 }, (_, i) => `${i}@shop.vn,${['Huế', 'Vinh', 'Ipoh'][i % 3]}`);
		const rows = ['Tết', 'Raya'].flatMap((campaign, c) =>
			people.slice(2 * c, 10 + 2 * c).map((who, i) => `${who},${campaign},2024-0${1 + 3 * c}-0${1 + (i % 3)},${i % 2 ? 'yes' : 'no'}`)
		);
		const { output } = await read({ 'list.csv': ['Email,City,Campaign,Sent at,Opened', ...rows] });
		expect(output.people!.columns.map(({ name, at, role }) => [name, at, role ?? null])).toEqual([
			['Email', 0, 'id'],
			['City', 1, null],
			['Tết: Sent at', 2, null],
			['Tết: Opened', 3, null],
			['Raya: Sent at', 4, null],
			['Raya: Opened', 5, null]
		]);
		const rowsRead = await output.people!.source.rows(0, 12);
		expect([rowsRead[0], rowsRead[11]]).toEqual([
			['0@shop.vn', 'Huế', '2024-01-01', 'no', '', ''],
			['11@shop.vn', 'Ipoh', '', '', '2024-04-01', 'yes']
		]);
	});
	it('leaves out what was hoped for, unless it is asked for', async () => {
		const { output } = await read({ 'list.csv': list });
		const at = output.people!.columns.find(({ name }) => name === 'Raya: Responded')!.at;
		expect((await described(output, { columns: { [at]: 'use' } })).of).toMatchObject({ 'Raya: Responded': [NaN, 1, 0] });
	});
	it('gives the rows set aside back with their numbers in the file', async () => {
		const { output } = await read({ 'list.csv': list });
		const { answers, view } = await prepare(quietContext(), v.parse(prepareSpec.params, {}), { table: output });
		expect(view.people).toMatchObject({ rows: 5, kept: 3, aside: { noId: 1, repeatedId: 1 } });
		const words = { locale: 'en-GB', fileHeader: 'File', rowHeader: 'Row', beyondHeader: 'Beyond', reasonHeader: 'Why' };
		const request = { of: 'people', ...words, reasons: { noId: 'nobody', repeatedId: 'again' } } as unknown as AsideRequest;
		const aside = answers!['aside'] as (request: AsideRequest, signal: AbortSignal) => Promise<Blob>;
		const text = await (await aside(request, new AbortController().signal)).text();
		expect(
			text
				.replace(/^\uFEFF/, '')
				.trim()
				.split('\r\n')
		).toEqual([
			'File,Row,Why,Email,Tết: Opened,Tết: Clicked,Tết: Responded,Raya: Opened,Raya: Clicked,Raya: Responded',
			'list.csv,6,again,lan@shop.vn,,,,yes,yes,yes',
			'list.csv,7,nobody,,,,,yes,no,no'
		]);
	});
	it('is joined to the orders of its customers, and multiplies none', async () => {
		const bought = ['1,lan@shop.vn,2024-01-01,5', '2,lan@shop.vn,2024-02-01,5', '3,hoa@shop.vn,2024-02-02,9', '4,an@shop.vn,2024-02-02,1'];
		const orders = ['order_id,email,order_date,amount', ...bought];
		const { view, output } = await read({ 'orders.csv': orders, 'list.csv': list });
		expect(view.files.map(({ kind }) => kind)).toEqual(['orders', 'campaigns']);
		expect(view.together!.join).toMatchObject({ customers: 4, everywhere: 2 });
		const { ids, of } = await described(output);
		expect(ids).toEqual(['an@shop.vn', 'hoa@shop.vn', 'lan@shop.vn']);
		expect(of).toMatchObject({ frequency: [1, 1, 2], monetary: [1, 9, 10], 'Tết: Opened': [0, NaN, 1] });
	});
	it('is a table of people where nobody comes back', async () => {
		const { view } = await read({ 'list.csv': list.slice(0, 4) });
		expect(view.files[0]).toMatchObject({ kind: 'people', people: { customers: 3, campaigns: null } });
	});
});
