import { describe, expect, it } from 'vitest';
import type { ColumnFinding } from '../../../src/lib/doctor/columns.js';
import { examine } from '../../../src/lib/doctor/examine.js';
import { sensitiveKind } from '../../../src/lib/doctor/sensitive.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { masked } from '../../../src/lib/table/mask.js';
import type { People } from '../../../src/lib/table/people.js';
import { idle } from '../../task.js';
import { peopleOf } from '../features/people.js';
import { rules } from '../../rules.js';
import { logOf, soundLines } from './planted.js';

type Cells = Parameters<typeof peopleOf>[0][string];
const n = 200;
const random = seeded(11);
const each = <T>(cell: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => cell(i));
const written = Date.UTC(2024, 6, 1) / 86_400_000;
const ids = each((i) => `c${i}`);
/** Customers of whom nothing odd is said. */
const sound: Readonly<Record<string, Cells>> = {
	Visits: each(() => Math.round(20 + 5 * normal(random))),
	Spend: each(() => Math.exp(4 + normal(random))),
	City: each((i) => ['Huế', 'Vinh', 'Ipoh', 'Johor'][i % 4]!),
	Joined: each((i) => new Date(Date.UTC(2022, 0, 1 + 3 * i)))
};
const bought = each((i) => i % 3 === 0);

const columnsOf = async (people: People): Promise<readonly ColumnFinding[]> =>
	(await examine({ orders: null, people: { ...people, writtenDay: written }, events: null }, rules, idle)).columns;
const told = async (more: Readonly<Record<string, Cells>>) => {
	const { columns } = await examine(
		{ orders: null, people: { ...peopleOf({ ...sound, ...more }, ids), writtenDay: written }, events: null },
		rules,
		idle
	);
	return columns.map(({ rule, columns }) => [rule, columns.map(({ name, cells }) => (cells === null ? name : `${name} ${cells}`))]);
};

const outcome = ['outcome', ['Converted']];
const faults: readonly [string, string, Readonly<Record<string, Cells>>, unknown[]][] = [
	['personal', 'e-mails', { Contact: each((i) => `khach${i}@shop.example`) }, [['personal', ['Contact 200']]]],
	['personal', 'Vietnamese names', { 'Họ tên': each((i) => `Trần Thị ${'ABCDE'[i % 5]!}${i}`) }, [['personal', ['Họ tên 200']]]],
	['personal', 'Malay phone numbers', { 'No. Telefon': each((i) => `012-345 ${1000 + i}`) }, [['personal', ['No. Telefon 200']]]],
	['sensitive', 'an illness', { Diabetes: each((i) => i % 7 === 0) }, [['sensitive', ['Diabetes']]]],
	['sensitive', 'a faith, in Vietnamese', { 'Tôn giáo': each((i) => ['A', 'B', 'C'][i % 3]!) }, [['sensitive', ['Tôn giáo']]]],
	['sensitive', 'a wage, in Malay', { Gaji: each(() => 3000 + 300 * normal(random)) }, [['sensitive', ['Gaji']]]],
	['missing', 'little', { Size: each((i) => (i % 5 === 0 ? ['S', 'M'][(i / 5) % 2]! : null)) }, [['missing', ['Size 160']]]],
	['missing', 'nothing', { Fax2: each(() => null) }, [['missing', ['Fax2 200']]]],
	['constant', 'one thing of everyone', { Plan: each(() => 'basic') }, [['constant', ['Plan']]]],
	['id', 'a number of each row', { No: each((i) => 10_000 + i) }, [['id', ['No']]]],
	['id', 'a code of everyone', { Token: each((i) => `x${i * 7919}`) }, [['id', ['Token']]]],
	['outcome', 'what is to be foretold', { Converted: bought }, [outcome]],
	['farValue', 'a slip of zeros', { Age: each((i) => (i === 9 ? 4200 : 42 + (i % 9))) }, [['farValue', ['Age 1']]]],
	[
		'lateDate',
		'a day that has not come',
		{ Seen: each((i) => new Date(Date.UTC(i === 9 ? 2031 : 2023, 0, 1 + (i % 90)))) },
		[['lateDate', ['Seen 1']]]
	],
	[
		'leak',
		'the outcome by its value',
		{ Converted: bought, Score: each((i) => (bought[i] ? 9 : 1) + random()) },
		[['leak', ['Score']], outcome]
	],
	[
		'leak',
		'the outcome by a category',
		{ Converted: bought, Stage: each((i) => (bought[i] ? ['won', 'paid'] : ['lost', 'open'])[(i >> 2) % 2]!) },
		[['leak', ['Stage']], outcome]
	],
	[
		'leak',
		'the outcome by where it is empty',
		{ Converted: bought, 'Won on': each((i) => (bought[i] || i === 1 ? new Date(Date.UTC(2023, 0, i + 1)) : null)) },
		[['leak', ['Won on']], ['missing', ['Won on 132']], outcome]
	]
];

describe('what the doctor finds among the columns of a table of people', () => {
	it('is nothing where nothing is odd', async () => {
		expect(await told({})).toEqual([]);
	});
	it.each(faults)('is %s, and nothing else, where a column says %s', async (_rule, _fault, columns, expected) => {
		expect(await told(columns)).toEqual(expected);
	});
	it.each([
		['a good guess at the outcome', { Converted: bought, Guess: each((i) => (bought[i] ? 1 : 0) + 0.6 * normal(random)) }, [outcome]],
		['renewals that lie ahead', { 'Next renewal': each((i) => new Date(Date.UTC(2031, 0, 1 + (i % 90)))) }, []],
		['spending with a long tail', { Wine: each((i) => (i % 3 === 0 ? 0 : Math.exp(2 + 1.5 * normal(random)))) }, []]
	] as const)('is not %s', async (_what, columns, expected) => {
		expect(await told(columns)).toEqual(expected);
	});
	it('is a number of each row, though a row stands there twice', async () => {
		const people = peopleOf({ ...sound, No: each((i) => (i === n - 1 ? 10_000 : 10_000 + i)) }, ids.with(-1, ids[0]!));
		expect((await columnsOf(people)).map(({ rule, columns }) => [rule, columns.map(({ name }) => name)])).toEqual([['id', ['No']]]);
	});
	it('shows no e-mail, phone number or name whole', async () => {
		const people = peopleOf({ Email: each((i) => `nguyen.van.${i}@gmail.com`), Phone: each((i) => `+84 912 345 ${100 + i}`) }, ids);
		const [{ columns }] = (await columnsOf(people)) as readonly [ColumnFinding];
		const values = columns.map(({ examples }) => examples[0]!.value);
		expect(values).toEqual([masked('nguyen.van.0@gmail.com', 'email'), masked('+84 912 345 100', 'phone')]);
		expect(values.join()).not.toMatch(/nguyen|912/);
	});
});

describe('what the doctor finds among the columns of an order log', () => {
	const found = async (header: string, cell: (i: number) => string) =>
		(await examine({ orders: await logOf(soundLines(), { header, cell }), people: null, events: null }, rules, idle)).columns.map(
			({ rule, of, columns }) => [rule, of, columns.map(({ name }) => name)]
		);
	it.each([
		['personal', 'Billing Email', (i: number) => `c${i % 50}@shop.example`],
		['personal', 'Số điện thoại', (i: number) => `0912 345 ${100 + (i % 50)}`],
		['sensitive', 'Bangsa', (i: number) => ['a', 'b'][i % 2]!],
		['constant', 'Store', () => 'Hà Nội'],
		['missing', 'Coupon', () => '']
	])('is %s: %s', async (rule, header, cell) => {
		expect(await found(header, cell)).toEqual([[rule, 'orders', [header]]]);
	});
});

describe('headers of sensitive data', () => {
	it.each([
		['Blood_Type', 'health'],
		['medicalHistory', 'health'],
		['Bệnh nền', 'health'],
		['Kesihatan', 'health'],
		['religion', 'belief'],
		['TonGiao', 'belief'],
		['Đảng viên', 'belief'],
		['Agama', 'belief'],
		['Ethnic group', 'origin'],
		['Dân tộc', 'origin'],
		['Bangsa / Kaum', 'origin'],
		['Annual Income', 'money'],
		['Lương tháng', 'money'],
		['Thu nhập (triệu)', 'money'],
		['Pendapatan', 'money'],
		['sexual_orientation', 'intimate'],
		['Rekod jenayah', 'crime']
	])('%s is one of %s', (header, kind) => {
		expect(sensitiveKind(header)).toBe(kind);
	});
	it.each(['Số lượng', 'so_luong', 'Tracey', 'Lap time', 'Traces', 'Outcome', 'Phone', 'Embenhance', 'Bangsar branch', 'Kaumudi'])(
		'%s is none',
		(header) => {
			expect(sensitiveKind(header)).toBe(null);
		}
	);
});
