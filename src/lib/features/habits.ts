import { daysFromDate } from '../table/time.js';
import { habitIds, type Feature, type HabitId, type PurchaseLog, type Unit } from './customers.js';
import { Baskets } from './baskets.js';
import { endBefore } from './features.js';
import { OrderHistory } from './order-history.js';

const units: Record<HabitId, Unit> = {
	firstOrder: 'money',
	largestOrder: 'money',
	orderSpread: 'money',
	orders90: 'orders',
	trend: 'ratio',
	overdue: 'ratio',
	monthlyOrders: 'orders',
	evening: 'share',
	payday: 'share',
	holiday: 'share',
	favourite: 'share',
	variety: 'products',
	repeats: 'share',
	streak: 'orders',
	switching: 'share'
};

const recentDays = 90;
const eveningFrom = 18;
/** Pay comes from this day of the month, and is spent up to that day of the next. */
const [payFrom, payUntil] = [25, 5];

export interface Habits {
	readonly features: readonly Feature[];
	/** Orders placed on each day from `firstDay` on. */
	readonly ordersOn: { readonly firstDay: number; readonly counts: Uint32Array };
}

/**
 * The habits of customers as they stood at the start of `day`, from lines of earlier days only; one entry per customer of the log. A
 * customer without an earlier purchase has NaN throughout. `onHoliday(first, last)` gives 1 or 0 for each day from `first` to `last`.
 *
 * An order is placed at its first line, on that calendar day, and its value is the sum of its amounts. Orders stand in order of time.
 * - `firstOrder`, `largestOrder`: value of the first and of the largest order. `orderSpread`: standard deviation of the values, divisor
 *   n − 1; NaN below two orders.
 * - `orders90`: orders on the 90 days before `day`.
 * - `trend`: (b − a) ÷ (b + a), where the time from the first order to `day` is halved, and a and b are the orders after the first in
 *   its earlier and its later half (the middle is later); from −1 to 1, NaN below three orders.
 * - `overdue`: days since the last purchase day ÷ mean days between purchase days; NaN for one purchase day.
 * - `monthlyOrders`: orders ÷ distinct calendar months with an order.
 * - `evening`: share of orders from 18:00 to midnight, NaN where the file has dates only. `payday`: share of orders from the 25th of a
 *   month to the 5th of the next. `holiday`: share of orders on days that `onHoliday` marks.
 * - `favourite`: of the products bought, the largest (n + 5 q) ÷ (N + 5), where n of the customer's N purchases and the share q of
 *   everyone's are of the product: the mean of a Dirichlet posterior, so that few purchases say little. A purchase is one product in one
 *   order, however many lines it has.
 * - `variety`: exp(−Σ p ln p) over the shares p = n ÷ N: as many products bought equally often are as varied (the Hill number of order
 *   1; Hill 1973).
 * - `repeats`: share of purchases, after the first order, of products that stand in an earlier order.
 * - `streak`: the most orders in a row that share one product.
 * - `switching`: share of orders after the first that share no product with the order before.
 *
 * The last five count orders that name a product; NaN where there is none, `repeats` and `switching` below two.
 */
export function habitsAt(log: PurchaseLog, day: number, onHoliday: (first: number, last: number) => Uint8Array): Habits {
	const n = log.start.length - 1;
	const features = habitIds.map((id) => ({ id, unit: units[id], values: new Float64Array(n).fill(NaN) }));
	const columns = Object.fromEntries(features.map(({ id, values }) => [id, values])) as Record<HabitId, Float64Array>;
	const { first: firstDay, last: lastDay } = reach(log, day);
	if (firstDay > lastDay) return { features, ordersOn: { firstDay: day, counts: new Uint32Array(0) } };
	const { month, payday } = monthsOf(firstDay, lastDay);
	const holiday = onHoliday(firstDay, lastDay);
	const counts = new Uint32Array(lastDay - firstDay + 1);
	const dated = log.hour.some((hour) => !Number.isNaN(hour));
	const history = new OrderHistory(log);
	const baskets = new Baskets(log, columns);

	for (let c = 0; c < n; c++) {
		const begin = log.start[c]!;
		const end = endBefore(log.day, begin, log.start[c + 1]!, day);
		if (end === begin) continue;
		const orders = history.read(begin, end);
		const { placed, value } = history;
		const first = log.day[begin]!;
		const recent = day - recentDays;
		let [sum, largest, late, since, earlier, evening, paid, festive, months] = [0, -Infinity, 0, 0, 0, 0, 0, 0, 0];
		let lastMonth = -1;
		for (let o = 0; o < orders; o++) {
			const line = placed[o]!;
			const at = log.day[line]!;
			const i = at - firstDay;
			sum += value[o]!;
			if (value[o]! > largest) largest = value[o]!;
			if (at >= recent) since++;
			if (o > 0 && 2 * (at - first) >= day - first) late++;
			else if (o > 0) earlier++;
			if (log.hour[line]! >= eveningFrom) evening++;
			paid += payday[i]!;
			festive += holiday[i]!;
			if (month[i] !== lastMonth) {
				months++;
				lastMonth = month[i]!;
			}
			counts[i]!++;
		}
		columns.firstOrder[c] = value[0]!;
		columns.largestOrder[c] = largest;
		columns.orders90[c] = since;
		columns.monthlyOrders[c] = orders / months;
		if (dated) columns.evening[c] = evening / orders;
		columns.payday[c] = paid / orders;
		columns.holiday[c] = festive / orders;
		if (orders > 1) columns.orderSpread[c] = deviation(value, orders, sum / orders);
		if (orders > 2) columns.trend[c] = (late - earlier) / (late + earlier);
		const days = distinctDays(log.day, begin, end);
		const last = log.day[end - 1]!;
		if (days > 1) columns.overdue[c] = ((day - last) * (days - 1)) / (last - first);
		baskets.read(c, history, end - begin);
	}
	baskets.writeFavourites();
	return { features, ordersOn: { firstDay, counts } };
}

/** First and last day before `day` with a purchase. */
function reach({ day: days }: PurchaseLog, day: number): { first: number; last: number } {
	let [first, last] = [Infinity, -Infinity];
	for (let i = 0; i < days.length; i++) {
		const at = days[i]!;
		if (at >= day) continue;
		if (at < first) first = at;
		if (at > last) last = at;
	}
	return { first, last };
}

/** For each day from `first` to `last`: its month, counted from the first, and whether pay is fresh. */
function monthsOf(first: number, last: number): { month: Uint16Array; payday: Uint8Array } {
	const month = new Uint16Array(last - first + 1);
	const payday = new Uint8Array(month.length);
	const date = new Date(first * 86_400_000);
	let [year, number, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
	let next = daysFromDate(year, number + 1, 1);
	for (let at = first, m = 0; at <= last; at++, dayOfMonth++) {
		if (at === next) {
			m++;
			dayOfMonth = 1;
			number = (number % 12) + 1;
			if (number === 1) year++;
			next = daysFromDate(year, number + 1, 1);
		}
		month[at - first] = m;
		payday[at - first] = dayOfMonth >= payFrom || dayOfMonth <= payUntil ? 1 : 0;
	}
	return { month, payday };
}

function distinctDays(days: Int32Array, begin: number, end: number): number {
	let count = 1;
	for (let i = begin + 1; i < end; i++) if (days[i] !== days[i - 1]) count++;
	return count;
}

/** Standard deviation of the first `n` values, divisor n − 1. */
function deviation(values: Float64Array, n: number, mean: number): number {
	let squares = 0;
	for (let i = 0; i < n; i++) squares += (values[i]! - mean) ** 2;
	return Math.sqrt(squares / (n - 1));
}
