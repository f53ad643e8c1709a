import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { examine } from '../../../src/lib/doctor/examine.js';
import { oddRows } from '../../../src/lib/doctor/odd-rows.js';
import { oddReasons, reasons, type Orders, type Reason } from '../../../src/lib/table/orders.js';
import { chosenReasons, prepare, type Rules } from '../../../src/lib/table/prepare.js';
import { idle } from '../../task.js';
import { rules as asRead } from '../../rules.js';
import { logOf, soundLines, type Line } from './planted.js';

const sound = soundLines();
const change = (rows: readonly number[], how: (line: Line) => Line): Line[] =>
	sound.map((line, i) => (rows.includes(i) ? how(line) : line));
const more = (...lines: readonly Line[]): Line[] => [...sound, ...lines];
const findings = async (orders: Orders, rules: Rules = asRead) => (await examine({ orders, people: null, events: null }, rules, idle)).rows;
const told = async (lines: readonly Line[]) =>
	(await findings(await logOf(lines))).map(({ reason, rows, customers }) => [reason, rows, customers]);

const [first] = sound as [Line];
const again = (cells: Partial<Record<number, string>>): Line => first.map((cell, i) => cells[i] ?? cell) as unknown as Line;

/** One fault each, with the rows and customers that it concerns. */
const faults: readonly [Reason, string, readonly Line[], number, number][] = [
	['badTime', 'a date that is none', change([5], ([a, b, , ...rest]) => [a, b, 'soon', ...rest]), 1, 1],
	['badNumber', 'a number that is none', change([5], ([a, b, c, d, , ...rest]) => [a, b, c, d, 'many', ...rest]), 1, 1],
	['noCustomer', 'nobody named', change([5, 6], ([a, , ...rest]) => [a, '', ...rest]), 2, 0],
	['duplicate', 'a row written twice', more(first, first), 2, 1],
	['repeatedLine', 'a product twice in an order', more(again({ 4: '9' })), 1, 1],
	['cancelled', 'a status that says so', change([5], ([a, b, c, d, e, f]) => [a, b, c, d, e, f, 'cancelled']), 1, 1],
	['cancelled', 'the same in Vietnamese', change([5], ([a, b, c, d, e, f]) => [a, b, c, d, e, f, 'Đã hủy']), 1, 1],
	['cancelled', 'a C before the number of the order', change([5], ([a, ...rest]) => [`C${a}`, ...rest]), 1, 1],
	['notPaid', 'a status that says so in Malay', change([5], ([a, b, c, d, e, f]) => [a, b, c, d, e, f, 'Belum bayar']), 1, 1],
	['returned', 'less than nothing bought', change([5], ([a, b, c, d, , ...rest]) => [a, b, c, d, '-1', ...rest]), 1, 1],
	['noPrice', 'a gift', change([5], ([a, b, c, d, e, , f]) => [a, b, c, d, e, '0', f]), 1, 1],
	['test', 'a customer called test', change([5, 6], ([a, , ...rest]) => [a, 'Test User', ...rest]), 2, 1],
	['test', 'an e-mail of a tester', change([5], ([a, , ...rest]) => [a, 'lan+test@shop.example', ...rest]), 1, 1],
	['test', 'a product in Vietnamese', change([5], ([a, b, c, , ...rest]) => [a, b, c, 'Sản phẩm thử', ...rest]), 1, 1],
	['test', 'a status in Malay', change([5], ([a, b, c, d, e, f]) => [a, b, c, d, e, f, 'Pesanan ujian']), 1, 1],
	['strayDate', 'a date after the file was written', more(again({ 0: '9', 2: '2024-07-19 10:00' })), 1, 1],
	[
		'strayDate',
		'a date where nothing else is',
		more(again({ 0: '9', 2: '1999-01-01 10:00' }), again({ 0: '8', 2: '2099-12-31 10:00' })),
		2,
		1
	],
	['outlier', 'too many zeros in a quantity', change([5], ([a, b, c, d, , ...rest]) => [a, b, c, d, '20000', ...rest]), 1, 1],
	['outlier', 'too many zeros in a price', change([5], ([a, b, c, d, e, , f]) => [a, b, c, d, e, '190000', f]), 1, 1],
	[
		'wholesale',
		'a customer who buys for a shop',
		more(...Array.from({ length: 60 }, (_, i) => again({ 0: `9${i}`, 1: 'whale', 3: `p${i % 8}`, 4: '60', 5: String(4 + 3 * (i % 8)) }))),
		60,
		1
	]
];

describe('what the doctor finds among the rows of an order log', () => {
	it('is nothing where nothing is odd', async () => {
		expect(await told(sound)).toEqual([]);
	});
	it.each(faults)('is %s, and nothing else, of %s', async (reason, _fault, lines, rows, customers) => {
		expect(await told(lines)).toEqual([[reason, rows, customers]]);
	});
	it.each([
		['a product for testing', (i: number): Partial<Record<number, string>> => (i === 5 ? { 3: 'Pregnancy test kit' } : {})],
		['a Vietnamese name', (i: number) => (i === 5 ? { 1: 'Nguyễn Thị Thu' } : {})],
		['a trial that is sold', (i: number) => (i === 5 ? { 3: 'Gói dùng thử 30 ngày' } : {})],
		['a season of its own, a year after', (i: number) => (i < 100 ? { 2: '2022-12-24 10:00' } : {})],
		['a dozen where most buy one', (i: number) => ({ 4: i === 5 ? '12' : '1' })],
		['the same spending of everyone', () => ({ 4: '1', 5: '10' })]
	])('is not %s', async (_what, cells) => {
		expect(
			await told(sound.map((line, i) => line.map((cell, j) => (cells(i) as Partial<Record<number, string>>)[j] ?? cell) as unknown as Line))
		).toEqual([]);
	});
	it('shows the row, the column and the value, and no e-mail', async () => {
		const orders = await logOf(change([5], ([a, , ...rest]) => [a, 'nguyen.test@gmail.com', ...rest]));
		const [finding] = await findings(orders);
		expect(finding!.examples).toEqual([{ row: 6, column: 'customer_id', value: expect.stringMatching(/^n•••@\S+·\w{3}$/) }]);
	});
	it('is told of test orders that only another column gives away', async () => {
		const orders = await logOf(sound, { header: 'Note', cell: (i) => (i === 9 ? 'test order' : '') });
		expect((await findings(orders)).map(({ reason, rows }) => [reason, rows])).toEqual([['test', 1]]);
	});
	it('can be stopped', async () => {
		const controller = new AbortController();
		let turns = 0;
		const breathe = async () => {
			if (++turns === 3) controller.abort();
		};
		const orders = await logOf(sound);
		await expect(oddRows(orders, oddReasons, { ...idle, signal: controller.signal, breathe })).rejects.toThrow(/abort/i);
		// What was stopped is not taken for what was found.
		expect(await findings(orders)).toEqual([]);
	});
});

describe('choices', () => {
	let orders: Orders;
	beforeAll(async () => {
		const all = faults.flatMap(([, , lines], f) =>
			lines
				.filter((line) => !sound.includes(line))
				.map((line): Line => [
					`${line[0]}${line[0].startsWith('C') ? 0 : f}`,
					...(line.slice(1) as never as [string, string, string, string, string, string])
				])
		);
		orders = await logOf([...sound, ...all, first, first, again({ 4: '9' })]);
	});
	const rules = fc.record(
		Object.fromEntries(chosenReasons.map((reason) => [reason, fc.constantFrom('aside' as const, 'keep' as const)]))
	) as unknown as fc.Arbitrary<Rules>;
	const under = async (rules: Rules) => {
		const sought = oddReasons.filter((reason) => rules[reason] === 'aside');
		return prepare(orders, rules, await oddRows(orders, sought, idle));
	};
	const keptOf = ({ aside, amount, customer }: Orders) => {
		const rows = [...aside.keys()].filter((row) => aside[row] === 0);
		return {
			rows: rows.length,
			customers: new Set(rows.map((row) => customer.codes[row])).size,
			revenue: expect.closeTo(
				rows.reduce((sum, row) => sum + amount[row]!, 0),
				4
			) as number
		};
	};

	it('leave a ledger that balances and that the same choices make again', () =>
		fc.assert(
			fc.asyncProperty(rules, async (rules) => {
				const { orders: prepared, ledger } = await under(rules);
				const aside = Object.values(ledger.aside).reduce((a, b) => a + b);
				expect(ledger.kept + aside).toBe(ledger.rows);
				expect(prepared.aside.filter((reason) => reason === 0)).toHaveLength(ledger.kept);
				for (const [r, reason] of reasons.entries()) {
					expect(ledger.aside[reason]).toBe(prepared.aside.filter((code) => code === r + 1).length);
					expect(ledger.found[reason] ?? 0).toBeGreaterThanOrEqual(ledger.aside[reason]);
				}
				const replayed = await under(JSON.parse(JSON.stringify(rules)) as Rules);
				expect(replayed.ledger).toEqual(ledger);
				expect(replayed.orders.aside).toEqual(prepared.aside);
			}),
			{ numRuns: 60 }
		));
	it('do what was foretold of them', () =>
		fc.assert(
			fc.asyncProperty(rules, async (rules) => {
				const { kept, rows } = await examine({ orders, people: null, events: null }, rules, idle);
				expect(kept).toEqual(keptOf((await under(rules)).orders));
				for (const { reason, choice, otherwise } of rows) {
					if (choice === null) continue;
					const other = await under({ ...rules, [reason]: choice === 'aside' ? 'keep' : 'aside' });
					expect(otherwise).toEqual(keptOf(other.orders));
				}
			}),
			{ numRuns: 40 }
		));
	it('never change what is found', async () => {
		const counts = async (rules: Rules) =>
			new Map((await findings(orders, rules)).map(({ reason, rows, customers }) => [reason, [rows, customers]]));
		const all = (choice: 'aside' | 'keep') => Object.fromEntries(chosenReasons.map((reason) => [reason, choice])) as unknown as Rules;
		const once = await counts(all('aside'));
		expect(once.size).toBe(new Set(faults.map(([reason]) => reason)).size);
		expect(await counts(all('keep'))).toEqual(once);
	});
});
