import { openAsBlob } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { purchaseLog } from '../../../src/lib/features/log.js';
import { prepare } from '../../../src/lib/table/prepare.js';
import { readFile } from '../../../src/lib/table/read-file.js';
import { recognise } from '../../../src/lib/table/sources/recognise.js';
import { sharedFile } from '../../shared.js';
import { logFrom } from '../../table.js';
import { idle } from '../../task.js';

const rules = {
	ruledOut: 'aside',
	overlap: 'aside',
	duplicate: 'keep',
	cancelled: 'aside',
	notPaid: 'aside',
	returned: 'aside',
	noPrice: 'aside'
} as const;
const found = sharedFile('data/exports/shopify_orders_export.csv');

async function customersOf(path: string) {
	const { table, sample } = await readFile('export.csv', await openAsBlob(path), {}, idle);
	const origin = recognise(
		table.columns.map(({ name }) => name),
		sample
	);
	if (origin.kind !== 'source') throw new Error('not recognised');
	const { orders } = await logFrom(table, origin.roles, null, origin);
	const { orders: prepared, ledger } = prepare(orders, rules);
	const { ids, log } = purchaseLog(prepared);
	const sum = (amounts: Float64Array) => amounts.reduce((total, amount) => total + amount, 0);
	return {
		source: origin.source.id,
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
});
