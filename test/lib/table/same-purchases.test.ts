import { describe, expect, it } from 'vitest';
import { appendOrders } from '../../../src/lib/table/append.js';
import { samePurchases } from '../../../src/lib/table/same-purchases.js';
import { readLog } from '../../table.js';
import { idle } from '../../task.js';

const twice = async (...files: readonly string[]) => {
	const logs = await Promise.all(files.map((file) => readLog(file)));
	const starts = logs.map((_, i) => logs.slice(0, i).reduce((sum, { orders }) => sum + orders.rows, 0));
	return samePurchases(await appendOrders(logs, null, idle), starts, idle);
};
const day = (i: number) => `2024-01-${String(1 + (i % 28)).padStart(2, '0')}`;
const orders = (lines: readonly string[]) => ['order_id,email,order_date,amount', ...lines].join('\n');
const payments = (lines: readonly string[]) => ['transaction_id,email,created,amount', ...lines].join('\n');

describe('two files of orders', () => {
	const shop = Array.from({ length: 20 }, (_, i) => [`o${i}`, `c${i % 7}@shop.vn`, day(i), 10 + i / 10] as const);
	it('tell of the same purchases under other numbers, an hour past midnight and with capitals', async () => {
		const lines = shop.flatMap(([order, email, on, money]) => [`${order},${email},${on},${money - 4}`, `${order},${email},${on},4`]);
		const paid = shop.slice(0, 12).map(([order, email, , money], i) => `p-${order},${email.toUpperCase()},${day(i + 1)} 00:30,${money}`);
		expect(await twice(orders(lines), payments(paid))).toEqual([{ files: [0, 1], of: 12, n: 12 }]);
	});
	it('do not where money, customer or day differ', async () => {
		const lines = shop.map(([order, email, on, money]) => `${order},${email},${on},${money}`);
		const other = (of: (i: number) => string) => twice(orders(lines), payments(shop.map((_, i) => of(i))));
		expect(await other((i) => `p${i},c${i % 7}@shop.vn,${day(i)},${50 + i}`)).toEqual([]);
		expect(await other((i) => `p${i},d${i % 7}@shop.vn,${day(i)},${10 + i / 10}`)).toEqual([]);
		expect(await other((i) => `p${i},c${i % 7}@shop.vn,2024-06-01,${10 + i / 10}`)).toEqual([]);
	});
	it('count a purchase as one, though the other file has its like but once', async () => {
		const many = Array.from({ length: 20 }, (_, i) => `o${i},a@shop.vn,2024-01-01,5`);
		expect(await twice(orders(many), payments(['p1,a@shop.vn,2024-01-01,5', ...shop.map((_, i) => `q${i},z@x.vn,2024-01-01,5`)]))).toEqual(
			[]
		);
	});
});
