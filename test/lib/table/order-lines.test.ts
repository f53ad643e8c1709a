import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { filledInOrder, firstLines, identityUsed, lessRefunds, oncePerOrder } from '../../../src/lib/table/order-lines.js';
import { recognise } from '../../../src/lib/table/sources/recognise.js';
import { sharedFile } from '../../shared.js';

const none = (code: number) => code === -1;

function coded(cells: readonly string[]): Int32Array {
	const codes = new Map<string, number>();
	return Int32Array.from(cells, (text) => {
		if (text === '') return -1;
		if (!codes.has(text)) codes.set(text, codes.size);
		return codes.get(text)!;
	});
}
const money = (cells: readonly string[]) => Float64Array.from(cells, (text) => (text === '' ? NaN : Number(text)));
const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);

describe('lines of an order', () => {
	const order = coded(['a', 'b', 'a', '', 'b', '']);

	it('have one first line, and a row without an order is its own', () => {
		expect([...firstLines(order)]).toEqual([1, 1, 0, 1, 0, 1]);
	});

	it('share what one of them says, wherever it stands', () => {
		expect([...filledInOrder(order, coded(['', 'x', 'y', '', '', 'z']), none)]).toEqual([1, 0, 1, -1, 0, 2]);
		expect([...filledInOrder(order, Float64Array.of(5, NaN, NaN, NaN, 7, 1), Number.isNaN)]).toEqual([5, 7, 5, NaN, 7, 1]);
	});

	it('count the amount once, whether it stands on one line or on all', () => {
		expect([...oncePerOrder(order, Float64Array.of(5, 7, NaN, 2, NaN, 3))]).toEqual([5, 7, 0, 2, 0, 3]);
		expect([...oncePerOrder(order, Float64Array.of(5, 7, 5, 2, 7, 3))]).toEqual([5, 7, 0, 2, 0, 3]);
		expect([...oncePerOrder(order, Float64Array.of(NaN, 7, NaN, 2, 7, 3))]).toEqual([NaN, 7, 0, 2, 0, 3]);
	});

	it('lose what was given back, whichever its sign', () => {
		expect([...lessRefunds(Float64Array.of(10, 10, 10, NaN), Float64Array.of(4, -4, NaN, 1))]).toEqual([6, 6, 10, NaN]);
	});

	it('are named by the first identity that is filled', () => {
		expect([...identityUsed([coded(['a', '', '']), coded(['', 'p', ''])], 3, -1)]).toEqual([0, 1, -1]);
	});
});

/** Totals from Python's csv and decimal modules. */
const exact = { orders: 475, customers: 117, gross: 259_535.59, refunded: 51, refunds: 7787.18, net: 251_748.41 };

describe.each(['shopify_orders_export.csv', 'stripe_payments.csv'])('%s', (name) => {
	const path = sharedFile(`data/exports/${name}`);
	it.runIf(path)('gives its orders, customers and money to the penny', () => {
		const [columns, ...rows] = Papa.parse<string[]>(readFileSync(path!, 'utf8'), { skipEmptyLines: true }).data as [
			string[],
			...string[][]
		];
		const found = recognise(columns, rows.slice(0, 100));
		if (found.kind !== 'source') throw new Error(found.kind);
		const cells = (column: number) => rows.map((row) => row[column]!);
		const order = coded(cells(found.roles.order!));
		const customer = filledInOrder(order, coded(cells(found.roles.customer!)), none);
		const first = firstLines(order);
		const gross = oncePerOrder(order, money(cells(found.roles.amount!)));
		const refund = oncePerOrder(order, money(cells(found.columns.get(found.source.quirks.refund!)!)));
		expect(first.reduce((a, b) => a + b, 0)).toBe(exact.orders);
		expect(new Set(order).size).toBe(exact.orders);
		expect(new Set(customer).size).toBe(exact.customers);
		expect(customer).not.toContain(-1);
		expect(refund.filter((value) => value > 0)).toHaveLength(exact.refunded);
		expect(sum(gross)).toBeCloseTo(exact.gross, 6);
		expect(sum(refund)).toBeCloseTo(exact.refunds, 6);
		expect(sum(lessRefunds(gross, refund))).toBeCloseTo(exact.net, 6);
		const status = filledInOrder(order, coded(cells(found.roles.status!)), none);
		expect(status).not.toContain(-1);
	});
});
