import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { purchaseLog } from '../../../src/lib/features/log.js';
import { appendOrders } from '../../../src/lib/table/append.js';
import type { Dictionary, Orders } from '../../../src/lib/table/orders.js';
import { prepare } from '../../../src/lib/table/prepare.js';
import { recognise } from '../../../src/lib/table/sources/recognise.js';
import { logFrom, readLog, readTable } from '../../table.js';
import { idle } from '../../task.js';
import { rules } from '../../rules.js';

const header = 'order_id,customer_id,order_date,sku,quantity,unit_price';
const csv = (lines: readonly string[], first = header) => [first, ...lines].join('\n');
const append = async (files: readonly string[], currency: string | null = null) =>
	appendOrders(await Promise.all(files.map((file) => readLog(file))), currency, idle);
const texts = (column: Dictionary | null) => column && Array.from(column.codes, (code) => (code < 0 ? null : column.values[code]!));
const money = (orders: Orders) => {
	const { log } = purchaseLog(prepare(orders, rules).orders);
	return log.amount.reduce((sum, amount) => sum + amount, 0);
};
const days = ['2024-01-01', '2024-01-02', '2024-01-13', '2024-02-20', '2024-03-31'];

/** Lines of a log: each is of its own, as its order number says. */
const logs = fc
	.array(
		fc.record({
			customer: fc.integer({ min: 0, max: 8 }),
			day: fc.constantFrom(...days),
			product: fc.constantFrom('x', 'y', ''),
			quantity: fc.integer({ min: 1, max: 5 }),
			price: fc.integer({ min: 1, max: 999 })
		}),
		{ minLength: 2, maxLength: 60 }
	)
	.map((lines) => lines.map((line, i) => `${i},c${line.customer},${line.day},${line.product},${line.quantity},${line.price / 100}`));

describe('appending order logs', () => {
	it('of k pieces of a log is the log', async () => {
		await fc.assert(
			fc.asyncProperty(logs, fc.array(fc.nat(), { maxLength: 4 }), async (lines, cuts) => {
				const at = [...new Set([0, ...cuts.map((cut) => cut % lines.length), lines.length])].sort((a, b) => a - b);
				const pieces = at.slice(0, -1).map((from, i) => csv(lines.slice(from, at[i + 1])));
				const [whole, appended] = [(await readLog(csv(lines))).orders, await append(pieces)];
				for (const role of ['customer', 'order', 'product'] as const) expect(texts(appended[role])).toEqual(texts(whole[role]));
				for (const role of ['time', 'quantity', 'amount'] as const) expect(appended[role]).toEqual(whole[role]);
				expect(appended.overlap!.every((flag) => flag === 0)).toBe(true);
				expect(await appended.source.rows(0, appended.rows)).toEqual(lines.map((line) => line.split(',')));
				const [a, b] = [purchaseLog(prepare(whole, rules).orders), purchaseLog(prepare(appended, rules).orders)];
				expect(b.ids).toEqual(a.ids);
				expect(b.log.amount).toEqual(a.log.amount);
			}),
			{ numRuns: 60 }
		);
	});

	it('of files that overlap counts every line once', async () => {
		await fc.assert(
			fc.asyncProperty(logs, fc.nat(), fc.nat(), async (lines, a, b) => {
				const [from, to] = [a % lines.length, b % lines.length].sort((x, y) => x - y) as [number, number];
				const appended = await append([csv(lines.slice(0, to + 1)), csv(lines.slice(from))]);
				expect(appended.overlap!.reduce((sum, flag) => sum + flag, 0)).toBe(to + 1 - from);
				expect(money(appended)).toBeCloseTo(money((await readLog(csv(lines))).orders), 6);
			}),
			{ numRuns: 60 }
		);
	});

	it('keeps a line as often as the file that holds it most often', async () => {
		const line = '1,a,2024-01-01,x,1,10';
		const appended = await append([csv([line, line]), csv([line, line, line, '2,a,2024-01-02,x,1,10']), csv([line])]);
		// The second file is the newest: its three lines count.
		expect([...appended.overlap!]).toEqual([1, 1, 0, 0, 0, 0, 1]);
		expect(prepare(appended, rules).ledger).toMatchObject({ rows: 7, kept: 4, aside: { overlap: 3 }, found: { overlap: 3 } });
		expect(prepare(appended, { ...rules, overlap: 'keep' }).ledger.kept).toBe(7);
	});

	it('takes an order as the newest file has it', async () => {
		const first = 'order_id,customer_id,order_date,amount,status';
		const older = csv(['1,a,2024-01-31,10,pending'], first);
		const newer = csv(['1,a,2024-01-31,10,paid', '2,b,2024-02-01,5,paid'], first);
		for (const files of [
			[older, newer],
			[newer, older]
		]) {
			expect(money(await append(files))).toBe(15);
		}
	});

	it('keeps apart what two shops number alike', async () => {
		const appended = await append([csv(['1,a,2024-01-01,x,1,10']), csv(['1,b,2024-01-01,x,1,10'])]);
		expect([...appended.overlap!]).toEqual([0, 0]);
		expect(money(appended)).toBe(20);
	});

	it('never adds up money of two currencies, whichever file it stands in', async () => {
		const first = `${header},currency`;
		const files = [
			csv(['1,a,2024-01-01,x,1,10,MYR', '2,a,2024-01-02,x,1,10,MYR', '3,a,2024-01-03,x,1,7,usd'], first),
			csv(['4,b,2024-01-04,x,1,500,USD', '5,b,2024-01-05,x,1,2,MYR'], first)
		];
		const [most, asked] = [await append(files), await append(files, 'USD')];
		expect([most.currency, money(most), [...most.otherCurrency!]]).toEqual(['MYR', 22, [0, 0, 1, 1, 0]]);
		expect([asked.currency, money(asked)]).toEqual(['USD', 507]);
	});

	it('reads each file by its own dates, marks, separators and columns', async () => {
		const appended = await append([
			'order_id;customer_id;order_date;amount;note\n1;a;31/01/2024;1.234,50;first\n2;a;01/02/2024;2,00;',
			'amount,order_date,customer_id,order_id\n5.25,02/29/2024,b,3\n1.75,03/01/2024,a,4'
		]);
		expect(Array.from(appended.time, (time) => new Date(time).toISOString().slice(0, 10))).toEqual([
			'2024-01-31',
			'2024-02-01',
			'2024-02-29',
			'2024-03-01'
		]);
		expect([...appended.amount]).toEqual([1234.5, 2, 5.25, 1.75]);
		expect(appended.columns).toEqual(['order_id', 'customer_id', 'order_date', 'amount', 'note']);
		expect(await appended.source.rows(1, 3)).toEqual([
			['2', 'a', '01/02/2024', '2,00', ''],
			['3', 'b', '02/29/2024', '5.25', '']
		]);
		expect(appended.source.at!(2)).toEqual({ file: 'f.csv', row: 1 });
		expect(appended.columns[appended.roles.customer!]).toBe('customer_id');
	});

	it('gives rows of a file without quantities one unit, and back where money was given back', async () => {
		const appended = await append([
			csv(['1,a,2024-01-01,x,3,10']),
			'order_id,customer_id,order_date,amount\n2,a,2024-01-02,8\n3,a,2024-01-03,-8'
		]);
		expect([...appended.quantity!]).toEqual([3, 1, -1]);
		expect(prepare(appended, rules).ledger).toMatchObject({ kept: 2, aside: { returned: 1, noPrice: 0 } });
	});

	it('counts the total of an order once where its lines are cut between two files', async () => {
		const first =
			'Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Refunded Amount,Id';
		const line = (name: string, day: string, item: string) =>
			`${name},a@x.com,paid,${day},fulfilled,GBP,30,0,0,30,${day} 10:00:00 +0000,1,${item},10,${item},0,9${name.slice(1)}`;
		const read = async (lines: string[]) => {
			const { table, rows } = await readTable(csv(lines, first));
			const origin = recognise(
				table.columns.map(({ name }) => name),
				rows
			);
			if (origin.kind !== 'source') throw new Error('not recognised');
			return logFrom(table, origin.roles, null, origin);
		};
		const files = [
			[line('#1', '2024-01-31', 'p'), line('#1', '2024-01-31', 'q')],
			[line('#1', '2024-01-31', 'r'), line('#2', '2024-02-02', 'p')]
		];
		const appended = await appendOrders(await Promise.all(files.map(read)), null, idle);
		expect(money(appended)).toBe(60);
		expect([...appended.overlap!]).toEqual([0, 0, 0, 0]);
	});
});
