import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attributesOf, lastDatedDay, type ColumnChoices, type LeftReason } from '../../../src/lib/features/attributes.js';
import type { People, PeopleRole } from '../../../src/lib/table/people.js';
import { sharedFile } from '../../shared.js';
import { dayOf } from './orders.js';
import { peopleOf, readPeople } from './people.js';

const everyRow = (people: People) => Int32Array.from({ length: people.rows }, (_, row) => row);
const today = dayOf('2024-03-10');
const made = (people: People, choices: ColumnChoices = {}, day: number | null = today) =>
	attributesOf(people, everyRow(people), day, choices);

type Columns = Parameters<typeof peopleOf>[0];
/** Features of a table with these columns, by id: their values. */
const valuesOf = (columns: Columns, choices?: ColumnChoices, day?: number | null) =>
	Object.fromEntries(made(peopleOf(columns), choices, day).features.map(({ id, values }) => [id, [...values]]));
const leftOf = (columns: Columns, choices?: ColumnChoices, roles?: Record<string, PeopleRole>) =>
	Object.fromEntries(made(peopleOf(columns, null, roles), choices).columns.map(({ name, left }) => [name, left]));
const date = (iso: string) => new Date(`${iso}Z`);

describe('features from columns', () => {
	it('take numbers as they are, and yes and no as 1 and 0', () => {
		const { features } = made(peopleOf({ Income: [10.5, null, -3], Member: [true, false, null] }));
		expect(features.map(({ id, unit, attribute }) => ({ id, unit, attribute }))).toEqual([
			{ id: 'column:0', unit: 'number', attribute: { column: 0, name: 'Income' } },
			{ id: 'column:1', unit: 'boolean', attribute: { column: 1, name: 'Member' } }
		]);
		expect(features.map(({ values }) => [...values])).toEqual([
			[10.5, NaN, -3],
			[1, 0, NaN]
		]);
	});
	it('count days from a time to the analysis date, by the calendar', () => {
		expect(valuesOf({ Joined: [date('2024-03-09T23:59'), date('2024-03-10T00:00'), date('2023-03-10T12:00'), null] })).toEqual({
			'column:0': [1, 0, 366, NaN]
		});
	});
	it('make ages of dates of birth, in completed years, in three languages', () => {
		const births = [date('1990-03-10T00:00'), date('1990-03-11T00:00'), date('2000-02-29T00:00'), date('1850-01-01T00:00'), null];
		for (const header of ['Date of birth', 'DOB', 'birthday', 'Ngày sinh', 'Tarikh Lahir']) {
			const { features, columns } = made(peopleOf({ [header]: births }));
			expect(columns[0]).toMatchObject({ as: 'age', left: null });
			expect(features[0]).toMatchObject({ unit: 'years' });
			expect([...features[0]!.values]).toEqual([34, 33, 24, NaN, NaN]);
		}
	});
	it('make ages of years of birth, and of a column with that role whatever its header', () => {
		for (const header of ['Year_Birth', 'Năm sinh', 'Tahun lahir'])
			expect(valuesOf({ [header]: [1957, 2000, 1893, null] })).toEqual({ 'column:0': [67, 24, NaN, NaN] });
		const people = peopleOf({ yob: [1957, 2000, 1990] }, null, { yob: 'birth' });
		expect([...made(people).features[0]!.values]).toEqual([67, 24, 34]);
		// A month of birth is no year.
		expect(valuesOf({ 'Birth month': [1, 7, 7] })).toEqual({ 'column:0': [1, 7, 7] });
	});
	it('leave out what counts from a date where there is none to count from', () => {
		const { columns, features } = made(peopleOf({ Year_Birth: [1957, 2000], Income: [1, 2] }), {}, null);
		expect(columns.map(({ left }) => left)).toEqual(['needsDate', null]);
		expect(features).toHaveLength(1);
	});
	it('make one feature per value of a category, the commonest first, unknown where the cell is empty', () => {
		expect(valuesOf({ City: ['Huế', 'Hà Nội', 'Hà Nội', null] })).toEqual({
			'column:0=Hà Nội': [0, 1, 1, NaN],
			'column:0=Huế': [1, 0, 0, NaN]
		});
	});
	it('put values below one per cent, and beyond the twelve commonest, into one', () => {
		const rare = ['a', 'b', 'c'].flatMap((value, i) => Array<string>([197, 2, 1][i]!).fill(value));
		const { features } = made(peopleOf({ City: rare }));
		expect(features.map(({ attribute }) => attribute!.value)).toEqual(['a', 'b', null]);
		expect(features[2]!.values.filter((value) => value === 1)).toHaveLength(1);
		const many = Array.from({ length: 15 }, (_, v) => Array<string>(20 - v).fill(`v${v}`)).flat();
		const own = made(peopleOf({ City: many })).features;
		expect(own.map(({ attribute }) => attribute!.value)).toEqual([...Array.from({ length: 12 }, (_, v) => `v${v}`), null]);
		for (let row = 0; row < many.length; row++) expect(own.reduce((sum, { values }) => sum + values[row]!, 0)).toBe(1);
	});
	it('take numbers for the names of groups where the person says so', () => {
		expect(valuesOf({ Channel: [1, 2, 2, null] }, { 0: 'category' })).toEqual({
			'column:0=2': [0, 1, 1, NaN],
			'column:0=1': [1, 0, 0, NaN]
		});
	});
	it('are unknown throughout for a customer without a row', () => {
		const people = peopleOf({ Income: [1, 2], City: ['x', 'y'], Member: [true, false] });
		const { features } = attributesOf(people, Int32Array.of(1, -1, 0, 0), today);
		expect(features.map(({ values }) => values[1])).toEqual([NaN, NaN, NaN, NaN]);
		expect(features.map(({ values }) => values[0])).toEqual([2, 0, 1, 0]);
	});
});

describe('columns that make no feature', () => {
	const n = 60;
	const each = (of: (i: number) => string) => Array.from({ length: n }, (_, i) => of(i));
	it('are ids, row numbers, constants, empty ones, and texts with too many values', () => {
		expect(
			leftOf(
				{
					key: each((i) => `k${i}`),
					row: Array.from({ length: n }, (_, i) => i + 5),
					AccountID: Array.from({ length: n }, (_, i) => 7 * i),
					paid: Array.from({ length: n }, (_, i) => 7 * i),
					constant: Array<number>(n).fill(3),
					empty: Array<null>(n).fill(null),
					remarked: each((i) => `note ${i}`),
					town: each((i) => `town ${Math.min(i, 55)}`),
					set: each((i) => `s${i % 2}`)
				},
				{},
				{ key: 'id', set: 'ignored' }
			)
		).toEqual({
			key: 'id',
			row: 'id',
			AccountID: 'id',
			paid: null,
			constant: 'constant',
			empty: 'empty',
			remarked: 'unique',
			town: 'manyValues',
			set: 'ignored'
		});
	});
	it('can be taken in where that makes sense, or left out by the person', () => {
		const town = each((i) => `town ${i < 20 ? 0 : Math.min(i, 72)}`);
		const columns = { town: [...town, ...town], Income: Array.from({ length: 2 * n }, (_, i) => i % 7) };
		const { features } = made(peopleOf({ ...columns, other: [...each((i) => `t${i}`), ...each((i) => `t${i % 55}`)] }), { 2: 'use' });
		expect(features.filter(({ attribute }) => attribute!.column === 2)).toHaveLength(13);
		expect(leftOf(columns, { 1: 'leave' })).toMatchObject({ Income: 'chosen' });
	});

	const personal = (header: string, cells: string[]) => leftOf({ [header]: cells })[header] === 'personal';
	it('are personal by their header, in three languages, whoever they belong to', () => {
		const cells = each((i) => `text ${i % 7}`);
		const headers = [
			...['Name', 'First Name', 'last_name', 'Customer Name', 'E-mail', 'Email Address', 'Phone', 'Mobile Number', 'Billing Address 1'],
			...['Default Address Zip', 'Street', 'Họ tên', 'Họ và tên', 'Tên khách hàng', 'Số điện thoại', 'SĐT', 'Địa chỉ', 'CCCD'],
			...['Nama', 'Nama Penuh', 'E-mel', 'Emel pelanggan', 'No. Telefon', 'Alamat', 'Poskod', 'No. KP']
		];
		expect(headers.filter((header) => !personal(header, cells))).toEqual([]);
		const others = [
			'Campaign name',
			'Product Name',
			'City',
			'Tên sản phẩm',
			'Nama produk',
			'Email Marketing Status',
			'Phone brand',
			'Segment'
		];
		expect(others.filter((header) => personal(header, cells))).toEqual([]);
	});
	it('are personal by their content', () => {
		const some = (values: string[]) => each((i) => values[i % values.length]!);
		expect(personal('a', some(['an@x.vn', 'binh@y.com', 'chi@z.my', '-']))).toBe(true);
		expect(personal('a', some(['+84 912 345 678', '0912345678', '(012) 345-6789']))).toBe(true);
		expect(personal('a', some(['Nguyễn Văn An', 'Trần Thị Bích', 'Lê Minh', 'Anna']))).toBe(true);
		expect(personal('a', some(['Ahmad bin Ali', 'Siti binti Omar', 'Raj a/l Kumar']))).toBe(true);
		expect(personal('a', some(['12 Nguyễn Huệ, phường Bến Nghé', '5 Jalan Ampang', '10 Main Street']))).toBe(true);
		expect(personal('a', some(['Graduation', 'PhD', 'Master', 'Basic']))).toBe(false);
		expect(personal('a', some(['2012-09-04', '2014-03-08', '10-50', '50-100']))).toBe(false);
	});
	it('are personal as numbers only where the numbers are phone numbers, places or papers', () => {
		expect(
			leftOf({
				Phone: [84912345678, 84912345679, 84912345670],
				'Số điện thoại': [84912345678, 84912345679, 84912345670],
				email: [3, 0, 5],
				Zip: [70000, 10000, 55000],
				sdt: [1, 0, 1]
			})
		).toEqual({
			Phone: 'personal',
			'Số điện thoại': 'personal',
			email: null,
			Zip: 'personal',
			sdt: null
		});
	});
	it('are personal whatever the person chooses', () => {
		const columns = { Email: each((i) => `a${i % 5}@x.vn`) };
		expect(leftOf(columns, { 0: 'use' })).toEqual({ Email: 'personal' });
		expect(made(peopleOf(columns)).columns[0]!.choices).toEqual([]);
	});
	it('are outcomes until the person takes them in', () => {
		const columns = {
			Response: [0, 1, 0, 0],
			Churn: ['Yes', 'No', 'No', 'No'],
			'Churn Score': [10, 20, 30, 40],
			Revenue: [true, false, false, true],
			'Đã mua': [true, false, false, true],
			Hasil: ['ya', 'tidak', 'ya', 'ya']
		};
		const outcome: LeftReason = 'outcome';
		const all = Object.fromEntries(Object.keys(columns).map((name) => [name, outcome]));
		expect(leftOf(columns)).toEqual(all);
		expect(made(peopleOf(columns)).columns.every(({ choices }) => choices.includes('use'))).toBe(true);
		expect(leftOf(columns, { 0: 'use', 1: 'use' })).toEqual({ ...all, Response: null, Churn: null });
		// Money earned with a customer is no outcome, nor is a campaign that has long passed.
		expect(leftOf({ Revenue: [120.5, 33, 0, 8], AcceptedCmp1: [0, 1, 0, 0] })).toEqual({ Revenue: null, AcceptedCmp1: null });
	});
});

describe('the last dated day', () => {
	it('is that of the dates of the rows that count, births left out', () => {
		const columns = { Joined: [date('2014-06-29T10:00'), date('2020-01-01T00:00')], 'Ngày sinh': [date('2021-01-01T00:00'), null] };
		expect(lastDatedDay(peopleOf(columns))).toBe(dayOf('2020-01-01'));
		expect(lastDatedDay(peopleOf(columns, ['a', 'a']))).toBe(dayOf('2014-06-29'));
		expect(lastDatedDay(peopleOf({ Year_Birth: [1957, 2000] }))).toBe(null);
	});
});

describe('real files of customers', () => {
	const marketing = sharedFile('data/marketing_campaign/marketing_campaign.csv');
	const reference = sharedFile('data/marketing_campaign/reference.json');
	it.runIf(marketing && reference)('marketing campaign: every column is judged as a person would', () => {
		const people = readPeople(marketing!, ';', 'ID');
		const { features, columns } = made(people, {}, lastDatedDay(people)! + 1);
		expect(people.rows).toBe(2240);
		expect(lastDatedDay(people)).toBe(dayOf('2014-06-29'));
		expect(Object.fromEntries(columns.filter(({ left }) => left !== null).map(({ name, left }) => [name, left]))).toEqual({
			ID: 'id',
			Z_CostContact: 'constant',
			Z_Revenue: 'constant',
			Response: 'outcome'
		});
		expect(features.filter(({ unit }) => unit === 'category').map(({ attribute }) => attribute!.value)).toEqual([
			...['Graduation', 'PhD', 'Master', '2n Cycle', 'Basic'],
			...['Married', 'Together', 'Single', 'Divorced', 'Widow', null]
		]);
		const of = (name: string) => features.find(({ attribute }) => attribute!.name === name)!.values;
		expect([of('Year_Birth')[0], of('Dt_Customer')[0], of('Income')[0]]).toEqual([57, 664, 58138]);
		// A birth in 1893 makes nobody a customer in 2014.
		expect(of('Year_Birth').filter(Number.isNaN)).toHaveLength(1);
		const { feature_mean: means } = JSON.parse(readFileSync(reference!, 'utf8')) as {
			feature_mean: Record<string, number>;
		};
		const known = [...of('Income').keys()].filter((i) => !Number.isNaN(of('Income')[i]));
		expect(known).toHaveLength(2216);
		// The reference leaves out one income of 666,666 that is beyond belief.
		for (const [name, mean] of Object.entries(means)) {
			const values = known.filter((i) => of('Income')[i] !== 666_666).map((i) => of(name)[i]!);
			expect(values.reduce((a, b) => a + b) / values.length / mean).toBeCloseTo(1, 6);
		}
	});

	const wholesale = sharedFile('data/wholesale/Wholesale_customers_data.csv');
	it.runIf(wholesale)('wholesale: eight numbers, two of which may name groups', () => {
		const people = readPeople(wholesale!, ',', null);
		const { features, columns } = made(people, {}, null);
		expect(features.map(({ unit }) => unit)).toEqual(Array(8).fill('number'));
		expect(columns.map(({ choices }) => choices.includes('category'))).toEqual([true, true, ...Array<boolean>(6).fill(false)]);
		const grouped = made(people, { 0: 'category', 1: 'category' }, null).features.slice(0, 5);
		expect(grouped.map(({ attribute, values }) => [attribute!.value, values.reduce((a, b) => a + b)])).toEqual([
			['1', 298],
			['2', 142],
			['3', 316],
			['1', 77],
			['2', 47]
		]);
	});
});
