import { describe, expect, it } from 'vitest';
import { examine } from '../../../src/lib/doctor/examine.js';
import { reasons, type Roles } from '../../../src/lib/table/orders.js';
import { prepare } from '../../../src/lib/table/prepare.js';
import { guessRoles } from '../../../src/lib/table/roles.js';
import { recognise } from '../../../src/lib/table/sources/recognise.js';
import { logFrom, readLog, readTable } from '../../table.js';
import { rules } from '../../rules.js';
import { idle } from '../../task.js';

const named = ({ aside }: { aside: Uint8Array }) => [...aside].map((code) => (code === 0 ? 'kept' : reasons[code - 1]));

const log = [
	'order_id,customer_id,order_date,sku,quantity,unit_price',
	'1,a,2024-01-01,x,1,10',
	'1,a,2024-01-01,x,1,10',
	'C1,a,2024-01-02,x,-1,10',
	'2,,2024-01-02,x,1,10',
	'3,b,soon,x,1,10',
	'4,b,2024-01-03,x,many,10',
	'5,b,2024-01-04,x,-2,10',
	'6,b,2024-01-05,x,1,0',
	'7,00123,2024-01-06,x,3,1.5'
].join('\n');

describe('preparing an order log', () => {
	it('sets each row aside under the first reason that fits, and the ledger balances', async () => {
		const { orders } = await readLog(log);
		const { orders: prepared, ledger } = prepare(orders, rules);
		expect(named(prepared)).toEqual(['kept', 'kept', 'cancelled', 'noCustomer', 'badTime', 'badNumber', 'returned', 'noPrice', 'kept']);
		expect(ledger.rows).toBe(9);
		expect(ledger.kept + Object.values(ledger.aside).reduce((a, b) => a + b)).toBe(9);
		expect(ledger.found).toMatchObject({ duplicate: 1, cancelled: 1, returned: 2, noPrice: 1 });
	});
	it('follows the choices', async () => {
		const { orders } = await readLog(log);
		const all = prepare(orders, {
			ruledOut: 'keep',
			overlap: 'keep',
			duplicate: 'aside',
			cancelled: 'keep',
			notPaid: 'keep',
			returned: 'keep',
			noPrice: 'keep'
		});
		expect(named(all.orders)).toEqual(['kept', 'duplicate', 'kept', 'noCustomer', 'badTime', 'badNumber', 'kept', 'kept', 'kept']);
	});
	it('keeps ids as text', async () => {
		const { orders } = await readLog(log);
		expect(orders.customer.values).toEqual(['a', 'b', '00123']);
	});
	it('knows cancelled and unpaid orders by their status, in three languages', async () => {
		const words = ['completed', 'Cancelled', 'refunded', 'partially_refunded', 'pending', 'Đã hủy', 'dibatalkan', 'đã giao', 'belum bayar'];
		const { orders } = await readLog(
			['customer_id,order_date,amount,status', ...words.map((word, i) => `c${i},2024-01-0${(i % 9) + 1},5,${word}`)].join('\n')
		);
		expect(named(prepare(orders, rules).orders)).toEqual([
			'kept',
			'cancelled',
			'cancelled',
			'kept',
			'notPaid',
			'cancelled',
			'cancelled',
			'kept',
			'notPaid'
		]);
	});
	it.each([
		['a column of currencies', 'currency', ['MYR', 'MYR', 'USD', 'myr'].map((code, i) => `${i + 1}0,${code}`)],
		['signs beside the amounts', 'note', ['RM 10', 'RM20', '$30', '40'].map((amount) => `${amount},x`)]
	])('never adds up two currencies: %s', async (_how, column, cells) => {
		const text = [`customer_id,order_date,amount,${column}`, ...cells.map((cell, i) => `c${i},2024-01-0${i + 1},${cell}`)].join('\n');
		const { orders } = await readLog(text);
		expect(orders.currency).toBe('MYR');
		const { orders: prepared, ledger } = prepare(orders, rules);
		expect(named(prepared)).toEqual(['kept', 'kept', 'otherCurrency', 'kept']);
		expect(ledger.aside.otherCurrency).toBe(1);
		const chosen = await readLog(text, 'USD');
		expect(named(prepare(chosen.orders, rules).orders).filter((reason) => reason === 'kept')).toHaveLength(column === 'currency' ? 1 : 2);
	});
	it('sets aside what its source says is no purchase, unless told to keep it', async () => {
		const header = 'id,Created (UTC),Amount,Amount Refunded,Currency,Status,Captured,Mode,Customer ID';
		const payments = ['Paid,true,Live', 'Failed,true,Live', 'Paid,false,Live', 'Paid,true,Test', 'Refunded,true,Live'];
		const { table, rows } = await readTable(
			[header, ...payments.map((rest, i) => `ch_${i},2024-01-0${i + 1} 10:00,10.00,${i === 4 ? 4 : 0},usd,${rest},cus_${i}`)].join('\n')
		);
		const origin = recognise(header.split(','), rows);
		if (origin.kind !== 'source') throw new Error('not recognised');
		const { orders } = await logFrom(table, origin.roles, null, origin);
		expect(orders.currency).toBe('USD');
		const { rows: found } = await examine({ orders, people: null, events: null }, rules, idle);
		expect(found.find(({ reason }) => reason === 'ruledOut')!.examples.map(({ column, value }) => [column, value])).toEqual([
			['Status · Captured · Mode', 'Failed · true · Live'],
			['Status · Captured · Mode', 'Paid · false · Live'],
			['Status · Captured · Mode', 'Paid · true · Test']
		]);
		expect(named(prepare(orders, rules).orders)).toEqual(['kept', 'ruledOut', 'ruledOut', 'ruledOut', 'cancelled']);
		expect(named(prepare(orders, { ...rules, ruledOut: 'keep', cancelled: 'keep', notPaid: 'keep' }).orders)).toEqual(
			Array(5).fill('kept')
		);
	});
	it('does not take a C for a cancellation where order numbers hold letters anyway', async () => {
		const { orders } = await readLog(
			['order_id,customer_id,order_date,amount', 'C100,a,2024-01-01,5', 'C101,b,2024-01-02,5', 'C102,c,2024-01-03,5'].join('\n')
		);
		expect(named(prepare(orders, rules).orders)).toEqual(['kept', 'kept', 'kept']);
	});
});

describe('reading an order log', () => {
	it('names the rows whose dates it cannot read', async () => {
		const { dates } = await readLog(log);
		expect(dates).toMatchObject({ bad: 1, examples: [{ row: 5, value: 'soon' }] });
	});
	it('refuses words where numbers should be, naming a row and a value, but not cells without any', async () => {
		const read = async (...amounts: readonly string[]) => {
			const { table } = await readTable(
				`customer,when,amount\n${amounts.map((amount, i) => `a${i},2024-01-0${i + 1},${amount}\n`).join('')}`
			);
			return logFrom(table, { customer: 0, time: 1, amount: 2 });
		};
		await expect(read('', 'paid', '3', 'due')).resolves.toMatchObject({ numbers: { bad: 3 } });
		await expect(read('', 'paid', 'paid', 'due')).rejects.toMatchObject({
			id: 'badNumbers',
			facts: { column: 'amount', n: 3, row: 2, value: 'paid' }
		});
	});
	it('refuses a column where most dates cannot be read, naming rows and a value', async () => {
		const { table } = await readTable('customer,when,amount\na,soon,1\nb,later,2\nc,2024-01-01,3\n');
		const read = (roles: Roles) => logFrom(table, roles);
		await expect(read({ customer: 0, time: 1, amount: 2 })).rejects.toMatchObject({
			id: 'badDates',
			facts: { n: 2, rows: '1, 2', column: 'when', value: 'soon' }
		});
		await expect(read({ customer: 0, amount: 2 })).rejects.toMatchObject({ id: 'noTimeColumn' });
		await expect(read({ time: 1, amount: 2 })).rejects.toMatchObject({ id: 'noCustomerColumn' });
		await expect(read({ customer: 0, time: 1 })).rejects.toMatchObject({ id: 'noAmountColumn' });
	});
	it('decides the order of day and month over all rows', async () => {
		const early = Array.from({ length: 1500 }, (_, i) => `c${i},0${(i % 9) + 1}/0${(i % 9) + 1}/2024,1`);
		const { orders, dates } = await readLog(['customer_id,order_date,amount', ...early, 'z,12/25/2024,1'].join('\n'));
		expect(dates).toMatchObject({ order: 'mdy', certain: true, bad: 0 });
		expect(new Date(orders.time.at(-1)!).toISOString()).toBe('2024-12-25T00:00:00.000Z');
	});
});

describe('guessing roles', () => {
	it.each([
		['Vietnamese', 'Mã đơn hàng,Ngày đặt hàng,Người Mua,Số lượng,Đơn giá', { order: 0, time: 1, customer: 2, quantity: 3, price: 4 }],
		['Malay', 'ID Pesanan,Tarikh,Pelanggan,Kuantiti,Harga', { order: 0, time: 1, customer: 2, quantity: 3, price: 4 }]
	])('reads %s headers', (_language, header, expected) => {
		expect(
			guessRoles(
				header.split(','),
				[
					['1', '2024-01-01', 'an', '2', '5.5'],
					['2', '2024-01-02', 'bo', '1', '6']
				],
				true
			)
		).toMatchObject(expected);
	});
	it('takes the only column of dates for the time, whatever its name', () => {
		expect(
			guessRoles(
				['who', 'x', 'amount'],
				[
					['a', '2024-01-01', '1'],
					['b', '2024-01-05', '2']
				],
				true
			)
		).toMatchObject({ time: 1, amount: 2 });
	});
});
