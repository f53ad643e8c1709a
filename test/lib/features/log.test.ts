import { describe, expect, it } from 'vitest';
import { defaultAnalysisDay, purchaseLog } from '../../../src/lib/features/log.js';
import { permutation, seeded } from '../../../src/lib/random.js';
import { madeRows } from './made.js';
import { dayOf, ordersOf, timeOf, type Row } from './orders.js';

const row = (customer: string, time: string, more: Partial<Row> = {}): Row => ({ customer, time: timeOf(time), amount: 1, ...more });
const idsOf = (...ids: string[]) => purchaseLog(ordersOf(ids.map((id) => row(id, '2024-01-01T10:00')))).ids;

describe('customers of a log', () => {
	it('stand in order of number where every id is a whole number, however long', () => {
		expect(idsOf('10', '9', '123456789012345678901', '100', '0')).toEqual(['0', '9', '10', '100', '123456789012345678901']);
	});

	it('stand in order of code units where one id is no plain whole number', () => {
		expect(idsOf('10', '9', 'A1', 'a0')).toEqual(['10', '9', 'A1', 'a0']);
		expect(idsOf('10', '9', '007')).toEqual(['007', '10', '9']);
	});

	it('are those with a row that takes part', () => {
		const orders = ordersOf([
			row('1', '2024-01-01T10:00', { aside: 'returned' }),
			row('2', '2024-01-01T10:00'),
			row('', '2024-01-02T10:00')
		]);
		const { ids, log } = purchaseLog(orders);
		expect(ids).toEqual(['2']);
		expect(log.returnDay).toHaveLength(0);
	});

	it('live where their last order that names a country went', () => {
		const { country } = purchaseLog(
			ordersOf([
				row('1', '2024-03-01T10:00', { country: 'Malta' }),
				row('1', '2024-01-01T10:00', { country: 'Peru' }),
				row('1', '2024-04-01T10:00', { country: '' }),
				row('2', '2024-04-01T10:00', { country: '' })
			])
		);
		expect([...country!.codes].map((code) => country!.values[code])).toEqual(['Malta', undefined]);
		expect(purchaseLog(ordersOf([row('1', '2024-01-01T10:00')])).country).toBeNull();
	});
});

/** Names that objects have, ids that are one another as numbers, and those that would meet if joined with the next cell. */
const awkward = ['constructor', '__proto__', 'toString', '10', '9', '010', '1e1', 'x-y', 'x', 'x_y', 'an', 'An', 'An ', '-', '+1'];

describe('lines of a log', () => {
	it('are of the customer and the order that their texts name, whatever those are', () => {
		const rows = madeRows(2).map((row, i) => ({
			...row,
			customer: awkward[Number(row.customer) % awkward.length]!,
			order: ['z', 'y-z', 'y_z', 'constructor', '__proto__'][i % 5]!
		}));
		const { ids, log } = purchaseLog(ordersOf(rows));
		const kept = rows.filter((row) => !row.aside);
		expect(ids).toEqual([...new Set(kept.map((row) => row.customer))].sort());
		ids.forEach((id, c) => {
			const own = kept.filter((row) => row.customer === id);
			const orders = new Set(log.order.slice(log.start[c], log.start[c + 1]));
			expect(log.amount.slice(log.start[c], log.start[c + 1]).toSorted()).toEqual(Float64Array.from(own, (row) => row.amount).sort());
			expect(orders.size).toBe(new Set(own.map((row) => row.order)).size);
		});
	});

	it('hold what a naive grouping of the rows holds, by customer and time', () => {
		const rows = madeRows(1);
		const { ids, log } = purchaseLog(ordersOf(rows));
		const kept = rows.filter((row) => !row.aside);
		expect(ids).toEqual([...new Set(kept.map((row) => row.customer))].sort((a, b) => Number(a) - Number(b)));
		ids.forEach((id, c) => {
			const own = kept.filter((row) => row.customer === id).sort((a, b) => a.time - b.time);
			const lines = <T>(column: { slice(from: number, to: number): Iterable<T> }) => [...column.slice(log.start[c]!, log.start[c + 1]!)];
			expect(lines(log.amount)).toEqual(own.map((row) => row.amount));
			expect(lines(log.quantity)).toEqual(own.map((row) => row.quantity));
			expect(lines(log.day)).toEqual(own.map((row) => Math.floor(row.time / 86_400_000)));
			expect(lines(log.hour)).toEqual(own.map((row) => new Date(row.time).getUTCHours() + new Date(row.time).getUTCMinutes() / 60));
			expect(lines(log.product).map((code) => code < 0)).toEqual(own.map((row) => row.product === ''));
			const sent = rows.filter((row) => row.customer === id && (row.aside === 'returned' || row.aside === 'cancelled'));
			expect([...log.returnDay.slice(log.returnStart[c], log.returnStart[c + 1])]).toEqual(
				sent.map((row) => Math.floor(row.time / 86_400_000)).sort((a, b) => a - b)
			);
		});
	});

	it('make one order of a customer and calendar day where no order id is written', () => {
		const { log } = purchaseLog(
			ordersOf([
				row('1', '2024-01-01T10:00', { order: '' }),
				row('2', '2024-01-01T10:00', { order: '' }),
				row('1', '2024-01-01T23:59', { order: '' }),
				row('1', '2024-01-01T12:00', { order: 'x' }),
				row('1', '2024-01-02T00:00', { order: '' })
			])
		);
		const [a, x, b, c, d] = log.order;
		expect(a).toBe(b);
		expect(new Set([a, x, c, d]).size).toBe(4);
		const without = purchaseLog(ordersOf([row('1', '2024-01-01T10:00'), row('1', '2024-01-01T11:00'), row('1', '2024-01-02T11:00')])).log;
		expect(without.order[0]).toBe(without.order[1]);
		expect(without.order[0]).not.toBe(without.order[2]);
		expect([...without.product, ...without.quantity]).toEqual([-1, -1, -1, 1, 1, 1]);
	});

	it('have no hour where the file has dates only, and keep midnight among other hours', () => {
		expect([...purchaseLog(ordersOf([row('1', '2024-01-01T00:00'), row('1', '2024-01-02T00:00')])).log.hour]).toEqual([NaN, NaN]);
		expect([...purchaseLog(ordersOf([row('1', '2024-01-01T00:00'), row('1', '2024-01-02T06:45')])).log.hour]).toEqual([0, 6.75]);
	});

	it('count days before 1970 downwards', () => {
		const { log } = purchaseLog(ordersOf([row('1', '1969-12-31T18:00')]));
		expect([...log.day, ...log.hour]).toEqual([-1, 18]);
	});

	it('end the day before the default analysis day', () => {
		const { log } = purchaseLog(ordersOf([row('1', '2024-02-29T10:00'), row('2', '2024-01-01T10:00')]));
		expect(defaultAnalysisDay(log)).toBe(dayOf('2024-03-01'));
	});
});

it('rows in any order give the same purchases as the same rows in order of time', () => {
	const random = seeded(3);
	const n = 20_000;
	const codes = (distinct: number) => ({
		codes: Int32Array.from({ length: n }, () => Math.floor(random() * distinct)),
		values: Array.from({ length: distinct }, (_, i) => String(12_000 + i))
	});
	const orders = {
		...ordersOf([]),
		rows: n,
		customer: codes(400),
		order: codes(2600),
		product: codes(400),
		time: Float64Array.from({ length: n }, (_, i) => 1.3e12 + i * 60_000),
		quantity: Float64Array.from({ length: n }, () => 1 + Math.floor(5 * random())),
		amount: Float64Array.from({ length: n }, () => 10 * random()),
		aside: Uint8Array.from({ length: n }, () => (random() < 0.25 ? 3 : random() < 0.02 ? 5 : 0))
	};
	const order = permutation(n, random);
	const numbers = <A extends Float64Array | Uint8Array>(values: A): A => values.map((_, i) => values[order[i]!]!) as A;
	const texts = ({ codes, values }: { codes: Int32Array; values: string[] }) => ({ values, codes: codes.map((_, i) => codes[order[i]!]!) });
	const shuffled = {
		...orders,
		customer: texts(orders.customer),
		order: texts(orders.order),
		product: texts(orders.product),
		time: numbers(orders.time),
		quantity: numbers(orders.quantity),
		amount: numbers(orders.amount),
		aside: numbers(orders.aside)
	};
	expect(purchaseLog(shuffled)).toEqual(purchaseLog(orders));
});
