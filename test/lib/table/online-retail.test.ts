import { openAsBlob } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../../src/lib/table/prepare.js';
import { readFile } from '../../../src/lib/table/read-file.js';
import { guessRoles } from '../../../src/lib/table/roles.js';
import { sharedFile } from '../../shared.js';
import { logFrom } from '../../table.js';
import { idle } from '../../task.js';
import { rules } from '../../rules.js';

const path = sharedFile('data/online_retail/online_retail.csv.gz');

describe.runIf(path)('the full Online Retail file', () => {
	it('is read to the last row and cleaned to the published counts', async () => {
		const { table, sample } = await readFile('online_retail.csv.gz', await openAsBlob(path!), {}, idle);
		const roles = guessRoles(
			table.columns.map(({ name }) => name),
			sample,
			true
		);
		expect(table.columns.map(({ name }, j) => [name, Object.entries(roles).find(([, column]) => column === j)?.[0]])).toEqual([
			['InvoiceNo', 'order'],
			['StockCode', 'product'],
			['Description', 'description'],
			['Quantity', 'quantity'],
			['InvoiceDate', 'time'],
			['UnitPrice', 'price'],
			['CustomerID', 'customer'],
			['Country', 'country']
		]);
		const { orders, dates, numbers } = await logFrom(table, roles, 'GBP');
		expect({ rows: orders.rows, customers: orders.customer.values.length, orders: orders.order?.values.length }).toEqual({
			rows: 541_909,
			customers: 4372,
			orders: 25_900
		});
		expect([dates.bad, numbers.bad]).toEqual([0, 0]);
		expect(new Date(orders.time.reduce((a, b) => Math.min(a, b), Infinity)).toISOString()).toBe('2010-12-01T08:26:00.000Z');
		expect(new Date(orders.time.reduce((a, b) => Math.max(a, b), 0)).toISOString()).toBe('2011-12-09T12:50:00.000Z');

		const { orders: kept, ledger } = prepare(orders, rules);
		expect(ledger.found).toMatchObject({ noCustomer: 135_080, duplicate: 5268, cancelled: 9288 });
		expect(ledger.kept).toBe(397_884);
		expect(ledger.kept + Object.values(ledger.aside).reduce((a, b) => a + b)).toBe(541_909);
		let revenue = 0;
		for (let row = 0; row < kept.rows; row++) if (kept.aside[row] === 0) revenue += kept.amount[row]!;
		expect(revenue).toBeCloseTo(8_911_407.9, 2);

		expect(await orders.source.rows(541_907, 541_909)).toEqual([
			['581587', '23255', 'CHILDRENS CUTLERY CIRCUS PARADE', '4', '2011-12-09 12:50:00', '4.15', '12680', 'France'],
			['581587', '22138', 'BAKING SET 9 PIECE RETROSPOT', '3', '2011-12-09 12:50:00', '4.95', '12680', 'France']
		]);
	});
});
