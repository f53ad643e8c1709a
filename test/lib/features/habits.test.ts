import { describe, expect, it } from 'vitest';
import { habitIds, type HabitId } from '../../../src/lib/features/customers.js';
import { habitsAt } from '../../../src/lib/features/habits.js';
import { defaultAnalysisDay, purchaseLog } from '../../../src/lib/features/log.js';
import { sharedFile } from '../../shared.js';
import { madeRows } from './made.js';
import { dayOf, onlineRetail, ordersOf, timeOf, type Row } from './orders.js';

const msPerDay = 86_400_000;
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
const mean = (values: number[]) => sum(values) / values.length;
const dayOfTime = (time: number) => Math.floor(time / msPerDay);
const everyThird = (day: number) => (day % 3 === 0 ? 1 : 0);
const onHoliday = (first: number, last: number) => Uint8Array.from({ length: last - first + 1 }, (_, i) => everyThird(first + i));

interface Order {
	time: number;
	value: number;
	products: Set<string>;
}

/** Orders of a customer before a day in order of time, from row objects. */
function ordersBefore(rows: Row[], customer: string, day: number): Order[] {
	const lines = rows.filter((line) => line.customer === customer && !line.aside && line.time < day * msPerDay);
	const orders = new Map<string, Order>();
	for (const line of [...lines].sort((a, b) => a.time - b.time)) {
		const order = orders.get(line.order!) ?? { time: line.time, value: 0, products: new Set<string>() };
		order.value += line.amount;
		if (line.product) order.products.add(line.product);
		orders.set(line.order!, order);
	}
	return [...orders.values()];
}

/** The definitions once more. */
function naive(rows: Row[], customer: string, day: number): Record<HabitId, number> {
	const orders = ordersBefore(rows, customer, day);
	const values = orders.map(({ value }) => value);
	const at = orders.map(({ time }) => dayOfTime(time));
	const dates = orders.map(({ time }) => new Date(time));
	const days = [
		...new Set(
			rows.filter((line) => line.customer === customer && !line.aside && line.time < day * msPerDay).map(({ time }) => dayOfTime(time))
		)
	].sort((a, b) => a - b);
	const middle = (at[0]! + day) / 2;
	const [a, b] = [at.slice(1).filter((d) => d < middle).length, at.slice(1).filter((d) => d >= middle).length];
	const share = (test: (order: Order, i: number) => boolean) => orders.filter(test).length / orders.length;
	const named = orders.filter(({ products }) => products.size > 0).map(({ products }) => [...products]);
	const bought = named.flat();
	const times = (list: string[], product: string) => list.filter((other) => other === product).length;
	const everyone = [...new Set(rows.map((line) => line.customer))].flatMap((other) =>
		ordersBefore(rows, other, day).flatMap(({ products }) => [...products])
	);
	const shares = [...new Set(bought)].map((product) => times(bought, product) / bought.length);
	const afterFirst = named.slice(1).flatMap((products, i) =>
		products.map((product) =>
			named
				.slice(0, i + 1)
				.flat()
				.includes(product)
		)
	);
	const runs = [...new Set(bought)].map((product) => {
		const text = named.map((products) => (products.includes(product) ? 'x' : ' ')).join('');
		return Math.max(...text.split(' ').map(({ length }) => length));
	});
	const spread = Math.sqrt(sum(values.map((value) => (value - mean(values)) ** 2)) / (values.length - 1));
	return {
		firstOrder: values[0]!,
		largestOrder: Math.max(...values),
		orderSpread: values.length > 1 ? spread : NaN,
		orders90: at.filter((d) => d >= day - 90).length,
		trend: orders.length > 2 ? (b - a) / (b + a) : NaN,
		overdue: days.length > 1 ? (day - days.at(-1)!) / mean(days.slice(1).map((later, i) => later - days[i]!)) : NaN,
		monthlyOrders: orders.length / new Set(dates.map((date) => date.toISOString().slice(0, 7))).size,
		evening: share((_, i) => dates[i]!.getUTCHours() >= 18),
		payday: share((_, i) => dates[i]!.getUTCDate() >= 25 || dates[i]!.getUTCDate() <= 5),
		holiday: share((_, i) => at[i]! % 3 === 0),
		favourite: bought.length
			? Math.max(
					...bought.map((product) => (times(bought, product) + (5 * times(everyone, product)) / everyone.length) / (bought.length + 5))
				)
			: NaN,
		variety: bought.length ? Math.exp(-sum(shares.map((p) => p * Math.log(p)))) : NaN,
		repeats: afterFirst.length ? mean(afterFirst.map(Number)) : NaN,
		streak: bought.length ? Math.max(...runs) : NaN,
		switching: named.length > 1 ? mean(named.slice(1).map((products, i) => (products.some((p) => named[i]!.includes(p)) ? 0 : 1))) : NaN
	};
}

const valuesAt = (...args: Parameters<typeof habitsAt>) =>
	Object.fromEntries(habitsAt(...args).features.map(({ id, values }) => [id, values])) as Record<HabitId, Float64Array>;

describe('habits of customers', () => {
	it.each([
		[1, 14_620],
		[1, 14_660],
		[2, 14_800],
		[3, 14_725]
	])('are what a naive count gives (made rows %i, before day %i)', (seed, day) => {
		const rows = madeRows(seed);
		const { ids, log } = purchaseLog(ordersOf(rows));
		const values = valuesAt(log, day, onHoliday);
		const met = new Map<HabitId, number>();
		ids.forEach((id, c) => {
			if (ordersBefore(rows, id, day).length === 0) {
				for (const habit of habitIds) expect(values[habit][c], habit).toBeNaN();
				return;
			}
			const expected = naive(rows, id, day);
			for (const habit of habitIds) {
				if (Number.isNaN(expected[habit])) expect(values[habit][c], `${habit} of ${id}`).toBeNaN();
				else {
					expect(values[habit][c], `${habit} of ${id}`).toBeCloseTo(expected[habit], 9);
					met.set(habit, (met.get(habit) ?? 0) + 1);
				}
			}
		});
		for (const habit of habitIds) expect(met.get(habit), habit).toBeGreaterThan(10);
	});

	const buy = (date: string, order: string, product: string, amount: number): Row => ({
		customer: '1',
		time: timeOf(date),
		order,
		product,
		amount
	});
	const example = [
		buy('2024-01-05T19:30', 'a', 'tea', 10),
		buy('2024-01-05T19:30', 'a', 'tea', 5),
		buy('2024-01-05T19:30', 'a', 'rice', 15),
		buy('2024-02-10T09:00', 'b', 'tea', 20),
		buy('2024-03-26T18:00', 'c', 'tea', 30),
		buy('2024-03-26T18:00', 'c', 'fish', 10),
		buy('2024-03-30T10:00', 'd', 'rice', 50)
	];

	it('are worked out by hand for four orders', () => {
		const { log } = purchaseLog(ordersOf(example));
		const tet = (first: number, last: number) =>
			Uint8Array.from({ length: last - first + 1 }, (_, i) => (first + i === dayOf('2024-02-10') ? 1 : 0));
		const of = valuesAt(log, dayOf('2024-04-05'), tet);
		const expected: Record<HabitId, number> = {
			firstOrder: 30, // 10 + 5 + 15
			largestOrder: 50,
			orderSpread: Math.sqrt((25 + 225 + 25 + 225) / 3), // 30, 20, 40, 50 around 35
			orders90: 3, // from 6 January on
			trend: 1 / 3, // the middle is 19.5 February: one before, two after
			overdue: 6 / (85 / 3), // six days, after gaps of 36, 45 and 4
			monthlyOrders: 4 / 3,
			evening: 0.5,
			payday: 0.75, // 5 January, 26 and 30 March
			holiday: 0.25,
			favourite: (3 + (5 * 3) / 6) / 11, // three of six purchases are tea
			variety: Math.exp(-(0.5 * Math.log(0.5) + (1 / 3) * Math.log(1 / 3) + (1 / 6) * Math.log(1 / 6))),
			repeats: 3 / 4, // tea, tea and rice, but not fish
			streak: 3,
			switching: 1 / 3 // only rice after tea and fish
		};
		for (const id of habitIds) expect(of[id][0], id).toBeCloseTo(expected[id], 12);
	});

	it('count the orders of each day', () => {
		const { ordersOn } = habitsAt(purchaseLog(ordersOf(example)).log, dayOf('2024-03-30'), onHoliday);
		expect(ordersOn.firstDay).toBe(dayOf('2024-01-05'));
		expect(ordersOn.counts).toHaveLength(dayOf('2024-03-26') - dayOf('2024-01-05') + 1);
		expect(sum([...ordersOn.counts])).toBe(3);
		expect(ordersOn.counts[dayOf('2024-02-10') - ordersOn.firstDay]).toBe(1);
	});

	it('let few purchases say little: one that everyone makes is no favourite', () => {
		const rows = Array.from({ length: 40 }, (_, i) => ({
			...buy('2024-01-01T09:00', String(i), `p${i % 4}`, 1),
			customer: String(i % 20)
		}));
		const loyal = Array.from({ length: 60 }, (_, i) => ({ ...buy('2024-01-02T09:00', `l${i}`, 'mine', 1), customer: 'loyal' }));
		const { ids, log } = purchaseLog(ordersOf([...rows, ...loyal]));
		const { favourite } = valuesAt(log, dayOf('2024-02-01'), onHoliday);
		expect(favourite[ids.indexOf('3')]).toBeCloseTo((2 + 5 * 0.1) / 7, 12);
		expect(favourite[ids.indexOf('loyal')]).toBeCloseTo((60 + 5 * 0.6) / 65, 12);
	});

	it('are not touched by lines of the day itself or later', () => {
		const rows = madeRows(7);
		const later = rows.map((line) => (line.time < 14_660 * msPerDay ? line : { ...line, amount: 1e9, product: 'z' }));
		expect(habitsAt(purchaseLog(ordersOf(later)).log, 14_660, onHoliday)).toEqual(
			habitsAt(purchaseLog(ordersOf(rows)).log, 14_660, onHoliday)
		);
	});

	it('say nothing of products or hours where the file has none', () => {
		const rows = madeRows(7).map((line) => ({ ...line, product: '', time: dayOfTime(line.time) * msPerDay }));
		const values = valuesAt(purchaseLog(ordersOf(rows)).log, 14_800, onHoliday);
		for (const id of ['evening', 'favourite', 'variety', 'repeats', 'streak', 'switching'] as const)
			expect([...values[id]].every(Number.isNaN), id).toBe(true);
	});

	it('have no meaning before anyone has bought', () => {
		const { features, ordersOn } = habitsAt(purchaseLog(ordersOf(madeRows(7))).log, 14_600, onHoliday);
		for (const { values } of features) expect([...values].every(Number.isNaN)).toBe(true);
		expect(ordersOn.counts).toHaveLength(0);
	});
});

const retail = sharedFile('data/online_retail/online_retail.csv.gz');

describe.runIf(retail)('habits on Online Retail', () => {
	it('count each of 18,532 orders on its day, and a largest order as large as any', () => {
		const { log } = purchaseLog(onlineRetail(retail!));
		const day = defaultAnalysisDay(log);
		for (let i = 0; i < 4; i++) habitsAt(log, day, onHoliday);
		const before = performance.now();
		const { features, ordersOn } = habitsAt(log, day, onHoliday);
		console.info(`habitsAt, ${log.day.length} lines: ${(performance.now() - before).toFixed(0)} ms`);
		expect(sum([...ordersOn.counts])).toBe(18_532);
		const of = (id: HabitId) => features.find((feature) => feature.id === id)!.values;
		const orders = new Map<number, number>();
		log.order.forEach((code, i) => orders.set(code, (orders.get(code) ?? 0) + log.amount[i]!));
		expect(Math.max(...of('largestOrder'))).toBeCloseTo(Math.max(...orders.values()), 6);
		expect([...of('orders90')].reduce((a, b) => a + b, 0)).toBe(sum([...ordersOn.counts.slice(-90)]));
	});
});
