import { reasons, type Dictionary, type Orders, type Reason } from '../table/orders.js';
import type { Customers, PurchaseLog } from './customers.js';

const msPerDay = 86_400_000;
const msPerHour = 3_600_000;

/** Purchases by customer, as `purchaseLog` makes them: entry c of `ids`, of `log` and of `country` is the same customer. */
export interface Purchases {
	readonly ids: string[];
	readonly log: PurchaseLog;
	readonly country: Customers['country'];
}

/**
 * Groups an order log by customer and sorts each customer's lines by time (lines of one moment keep the order of the file).
 *
 * Customers are those with at least one row that takes part, in ascending order of id: by number where every id is a plain
 * whole number, else by UTF-16 code unit. Rows set aside as cancelled or returned are kept beside the purchases of customers
 * who are known. A row without an order id belongs to the order of its customer on its calendar day.
 */
export function purchaseLog(orders: Orders): Purchases {
	const { ids, rank } = customersOf(orders);
	const bought = group(orders, rank, ids.length, (aside) => aside === 0);
	const returned = group(orders, rank, ids.length, isReturn);

	const { rows, start } = bought;
	const day = daysOf(orders.time, rows);
	const returnDay = daysOf(orders.time, returned.rows);
	const product = new Int32Array(rows.length).fill(-1);
	const quantity = new Float64Array(rows.length).fill(1);
	const amount = new Float64Array(rows.length);
	for (let i = 0; i < rows.length; i++) {
		const row = rows[i]!;
		if (orders.product) product[i] = orders.product.codes[row]!;
		if (orders.quantity) quantity[i] = orders.quantity[row]!;
		amount[i] = orders.amount[row]!;
	}
	const nextCode = { value: orders.order?.values.length ?? 0 };
	const log: PurchaseLog = {
		start,
		day,
		hour: hoursOf(orders.time, rows),
		order: orderCodes(orders, bought, day, nextCode),
		product,
		quantity,
		amount,
		...preferencesOf(orders, rows),
		returnStart: returned.start,
		returnDay,
		returnOrder: orderCodes(orders, returned, returnDay, nextCode)
	};
	return { ids, log, country: lastCountry(orders, bought) };
}

/** What the lines of an order log say of categories, channels and discounts. */
function preferencesOf(
	{ category, channel, discounted }: Orders,
	rows: Uint32Array
): Pick<PurchaseLog, 'category' | 'channel' | 'discounted'> {
	const codes = ({ codes, values }: Dictionary) => ({ codes: Int32Array.from(rows, (row) => codes[row]!), values });
	return {
		...(category ? { category: codes(category) } : {}),
		...(channel ? { channel: codes(channel) } : {}),
		...(discounted ? { discounted: Uint8Array.from(rows, (row) => discounted[row]!) } : {})
	};
}

/** The day after the last purchase: the earliest day that looks back on the whole log. */
export function defaultAnalysisDay(log: PurchaseLog): number {
	return log.day.reduce((last, day) => Math.max(last, day), -Infinity) + 1;
}

/** Rows by customer: orders, or events. */
export type Rows = Pick<Orders, 'rows' | 'customer' | 'time' | 'aside'>;

export interface Groups {
	/** Rows of group c are `rows[start[c]]` to `rows[start[c + 1] - 1]`, in order of time. */
	readonly start: Uint32Array;
	readonly rows: Uint32Array;
}

const returnReasons: readonly Reason[] = ['cancelled', 'returned'];

function isReturn(aside: number): boolean {
	const reason = reasons[aside - 1];
	return reason !== undefined && returnReasons.includes(reason);
}

/** How to sort these ids: by number where every one is a plain whole number, else by UTF-16 code unit. */
export function idOrder(ids: readonly string[]): (a: string, b: string) => number {
	const wholeNumbers = ids.every((id) => /^(0|[1-9]\d*)$/.test(id));
	return (a, b) => (wholeNumbers && a.length - b.length) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Ids of the customers who take part, in order, and the place of every customer code in that order (−1: takes no part). */
export function customersOf(orders: Omit<Rows, 'time'>): { ids: string[]; rank: Int32Array } {
	const { codes, values } = orders.customer;
	const rank = new Int32Array(values.length).fill(-1);
	for (let row = 0; row < orders.rows; row++) if (orders.aside[row] === 0 && codes[row]! >= 0) rank[codes[row]!] = 0;
	const present: number[] = [];
	rank.forEach((mark, code) => {
		if (mark === 0) present.push(code);
	});
	const compare = idOrder(present.map((code) => values[code]!));
	present.sort((a, b) => compare(values[a]!, values[b]!));
	present.forEach((code, place) => (rank[code] = place));
	return { ids: present.map((code) => values[code]!), rank };
}

/** The rows that `takes` accepts, by customer and then by time: a stable counting sort by customer of rows in order of time. */
export function group(orders: Rows, rank: Int32Array, n: number, takes: (aside: number) => boolean): Groups {
	const taken = Uint8Array.from({ length: reasons.length + 1 }, (_, aside) => (takes(aside) ? 1 : 0));
	const { codes } = orders.customer;
	const accepted = new Uint32Array(orders.rows);
	let count = 0;
	for (let row = 0; row < orders.rows; row++) {
		if (taken[orders.aside[row]!] && codes[row]! >= 0 && rank[codes[row]!]! >= 0) accepted[count++] = row;
	}
	const inTime = sortedByTime(accepted.subarray(0, count), orders.time);

	const start = new Uint32Array(n + 1);
	for (let i = 0; i < count; i++) start[rank[codes[inTime[i]!]!]! + 1]!++;
	for (let c = 0; c < n; c++) start[c + 1]! += start[c]!;
	const rows = new Uint32Array(count);
	const next = start.slice();
	for (let i = 0; i < count; i++) rows[next[rank[codes[inTime[i]!]!]!]!++] = inTime[i]!;
	return { start, rows };
}

/** Rows in order of time, rows of one millisecond as they were: a radix sort by 16 bits, left out where they are in order. */
function sortedByTime(rows: Uint32Array, time: Float64Array): Uint32Array {
	let first = Infinity;
	let last = -Infinity;
	let sorted = true;
	for (let i = 0; i < rows.length; i++) {
		const at = time[rows[i]!]!;
		if (at < last) sorted = false;
		first = Math.min(first, at);
		last = Math.max(last, at);
	}
	if (sorted) return rows;
	const radix = 65_536;
	let from = rows;
	for (let unit = 1; unit <= last - first; unit *= radix) {
		const digits = new Uint16Array(from.length);
		const start = new Uint32Array(radix + 1);
		for (let i = 0; i < from.length; i++) {
			digits[i] = Math.floor((time[from[i]!]! - first) / unit) % radix;
			start[digits[i]! + 1]!++;
		}
		for (let digit = 0; digit < radix; digit++) start[digit + 1]! += start[digit]!;
		const to = new Uint32Array(from.length);
		for (let i = 0; i < from.length; i++) to[start[digits[i]!]!++] = from[i]!;
		from = to;
	}
	return from;
}

function daysOf(time: Float64Array, rows: Uint32Array): Int32Array {
	const days = new Int32Array(rows.length);
	for (let i = 0; i < days.length; i++) days[i] = Math.floor(time[rows[i]!]! / msPerDay);
	return days;
}

/** Hours of the day, or NaN throughout where every line says midnight: such a file holds dates only. */
function hoursOf(time: Float64Array, rows: Uint32Array): Float32Array {
	const hours = new Float32Array(rows.length);
	for (let i = 0; i < hours.length; i++) {
		const at = time[rows[i]!]!;
		hours[i] = (at - Math.floor(at / msPerDay) * msPerDay) / msPerHour;
	}
	return hours.some((hour) => hour !== 0) ? hours : hours.fill(NaN);
}

/** Codes as the file has them; lines without one get a new code per customer and day, counted on from `nextCode`. */
function orderCodes(orders: Orders, groups: Groups, day: Int32Array, nextCode: { value: number }): Int32Array {
	const codes = new Int32Array(groups.rows.length);
	for (let c = 0; c + 1 < groups.start.length; c++) {
		let lastDay = NaN;
		for (let i = groups.start[c]!; i < groups.start[c + 1]!; i++) {
			const written = orders.order?.codes[groups.rows[i]!] ?? -1;
			if (written < 0 && day[i] !== lastDay) {
				lastDay = day[i]!;
				nextCode.value++;
			}
			codes[i] = written >= 0 ? written : nextCode.value - 1;
		}
	}
	return codes;
}

function lastCountry(orders: Orders, groups: Groups): Customers['country'] {
	if (!orders.country) return null;
	const codes = new Int32Array(groups.start.length - 1).fill(-1);
	for (let c = 0; c < codes.length; c++) {
		for (let i = groups.start[c + 1]! - 1; i >= groups.start[c]! && codes[c]! < 0; i--) codes[c] = orders.country.codes[groups.rows[i]!]!;
	}
	return { codes, values: orders.country.values };
}
