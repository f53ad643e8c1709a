import { openAsBlob } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { purchaseLog } from '../../../src/lib/features/log.js';
import { appendOrders } from '../../../src/lib/table/append.js';
import { prepare } from '../../../src/lib/table/prepare.js';
import { readFile } from '../../../src/lib/table/read-file.js';
import { samePurchases } from '../../../src/lib/table/same-purchases.js';
import { recognise } from '../../../src/lib/table/sources/recognise.js';
import { textAt } from '../../../src/lib/table/table.js';
import { sharedFile } from '../../shared.js';
import { logFrom } from '../../table.js';
import { idle } from '../../task.js';
import { rules } from '../../rules.js';

const found = sharedFile('data/exports/shopify_orders_export.csv');

async function logOf(path: string) {
	const { table, sample } = await readFile('export.csv', await openAsBlob(path), {}, idle);
	const origin = recognise(
		table.columns.map(({ name }) => name),
		sample
	);
	if (origin.kind !== 'source') throw new Error('not recognised');
	return { table, source: origin.source.id, log: await logFrom(table, origin.roles, null, origin) };
}

async function customersOf(path: string) {
	const {
		source,
		log: { orders }
	} = await logOf(path);
	const { orders: prepared, ledger } = prepare(orders, rules);
	const { ids, log } = purchaseLog(prepared);
	const sum = (amounts: Float64Array) => amounts.reduce((total, amount) => total + amount, 0);
	return {
		source,
		customers: orders.customer.values.length,
		orders: orders.order!.values.length,
		money: sum(orders.amount),
		currency: orders.currency,
		kept: { customers: ids.length, orders: new Set(log.order).size, money: sum(log.amount) },
		ledger
	};
}

describe.runIf(found)('exports of one shop from two programs', () => {
	it.each([
		['shopifyOrders', found],
		['stripePayments', sharedFile('data/exports/stripe_payments.csv')]
	])('agree: %s', async (source, path) => {
		const read = await customersOf(path!);
		expect(read).toMatchObject({ source, customers: 117, orders: 475, currency: 'GBP' });
		// 259,535.59 sold less 7,787.18 refunded; one order of 475 was refunded in full.
		expect(read.money).toBeCloseTo(251_748.41, 2);
		expect(read.kept).toMatchObject({ customers: 117, orders: 474 });
		expect(read.kept.money).toBeCloseTo(251_748.41, 2);
		expect(read.ledger.kept + Object.values(read.ledger.aside).reduce((a, b) => a + b)).toBe(read.ledger.rows);
	});
	it('give the sums of the shop: 259,535.59 sold in 475 orders, 7,787.18 given back in 51', async () => {
		const { table } = await logOf(found!);
		const cells = (name: string) => {
			const column = table.columns.find((one) => one.name === name)!;
			return Array.from(column.codes, (code) => Number(textAt(column.texts, code) || NaN)).filter((value) => !Number.isNaN(value));
		};
		const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
		expect(cells('Total')).toHaveLength(475);
		expect(sum(cells('Total'))).toBeCloseTo(259_535.59, 2);
		expect(cells('Refunded Amount').filter((refund) => refund > 0)).toHaveLength(51);
		expect(sum(cells('Refunded Amount'))).toBeCloseTo(7_787.18, 2);
	});
	it('are seen to tell of the same purchases', async () => {
		const logs = [(await logOf(found!)).log, (await logOf(sharedFile('data/exports/stripe_payments.csv')!)).log];
		const both = await appendOrders(logs, null, idle);
		expect(await samePurchases(both, [0, logs[0]!.orders.rows], idle)).toEqual([{ files: [0, 1], of: 474, n: 474 }]);
	});
});
