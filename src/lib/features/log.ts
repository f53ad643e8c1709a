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
	const { day, hour } = calendar(orders.time, rows);
	const { day: returnDay } = calendar(orders.time, returned.rows);
	const nextCode = { value: orders.order?.values.length ?? 0 };
	const log: PurchaseLog = {
		start,
		day,
		hour,
		order: orderCodes(orders, bought, day, nextCode),
		product: orders.product ? taken(orders.product.codes, rows, new Int32Array(rows.length)) : new Int32Array(rows.length).fill(-1),
		quantity: orders.quantity ? taken(orders.quantity, rows, new Float64Array(rows.length)) : new Float64Array(rows.length).fill(1),
		amount: taken(orders.amount, rows, new Float64Array(rows.length)),
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
	return daysSpanned(log).last + 1;
}

/** First and last day with a purchase; ∞ and −∞ where there is none. */
export function daysSpanned({ start, day }: PurchaseLog): { first: number; last: number } {
	let [first, last] = [Infinity, -Infinity];
	for (let c = 0; c + 1 < start.length; c++) {
		if (start[c] === start[c + 1]) continue;
		first = Math.min(first, day[start[c]!]!);
		last = Math.max(last, day[start[c + 1]! - 1]!);
	}
	return { first, last };
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

/** The rows that `takes` accepts, by customer and then by time; those of one millisecond keep the order of the file. */
export function group({ rows, customer, time, aside }: Rows, rank: Int32Array, n: number, takes: (aside: number) => boolean): Groups {
	const taken = Uint8Array.from({ length: reasons.length + 1 }, (_, reason) => (takes(reason) ? 1 : 0));
	const { codes } = customer;
	const start = new Uint32Array(n + 1);
	for (let row = 0; row < rows; row++) {
		if (taken[aside[row]!] === 0 || codes[row]! < 0) continue;
		const place = rank[codes[row]!]!;
		if (place >= 0) start[place + 1]!++;
	}
	for (let c = 0; c < n; c++) start[c + 1]! += start[c]!;
	const grouped = new Uint32Array(start[n]!);
	const next = start.slice();
	for (let row = 0; row < rows; row++) {
		if (taken[aside[row]!] === 0 || codes[row]! < 0) continue;
		const place = rank[codes[row]!]!;
		if (place >= 0) grouped[next[place]!++] = row;
	}
	// Files are mostly in order of time, or at least what each customer bought is.
	if (!inTime(grouped, start, time)) {
		const sorted = sortedByTime(grouped, time);
		next.set(start);
		for (const row of sorted) grouped[next[rank[codes[row]!]!]!++] = row;
	}
	return { start, rows: grouped };
}

function inTime(rows: Uint32Array, start: Uint32Array, time: Float64Array): boolean {
	for (let c = 0; c + 1 < start.length; c++) {
		for (let i = start[c]! + 1; i < start[c + 1]!; i++) if (time[rows[i]!]! < time[rows[i - 1]!]!) return false;
	}
	return true;
}

/** Rows in order of time, rows of one millisecond as they were: a radix sort by 16 bits. */
function sortedByTime(rows: Uint32Array, time: Float64Array): Uint32Array {
	let first = Infinity;
	let last = -Infinity;
	for (let i = 0; i < rows.length; i++) {
		const at = time[rows[i]!]!;
		first = Math.min(first, at);
		last = Math.max(last, at);
	}
	const radix = 65_536;
	let from = rows.slice();
	let to = new Uint32Array(rows.length);
	const digits = new Uint16Array(rows.length);
	for (let unit = 1; unit <= last - first; unit *= radix) {
		const start = new Uint32Array(radix + 1);
		for (let i = 0; i < from.length; i++) {
			digits[i] = Math.floor((time[from[i]!]! - first) / unit) % radix;
			start[digits[i]! + 1]!++;
		}
		for (let digit = 0; digit < radix; digit++) start[digit + 1]! += start[digit]!;
		for (let i = 0; i < from.length; i++) to[start[digits[i]!]!++] = from[i]!;
		[from, to] = [to, from];
	}
	return from;
}

/** Day and hour of each row; hours are NaN throughout where every row says midnight, for such a file holds dates only. */
function calendar(time: Float64Array, rows: Uint32Array): { day: Int32Array; hour: Float32Array } {
	const day = new Int32Array(rows.length);
	const hour = new Float32Array(rows.length);
	let timed = false;
	for (let i = 0; i < rows.length; i++) {
		const at = time[rows[i]!]!;
		const days = Math.floor(at / msPerDay);
		day[i] = days;
		hour[i] = (at - days * msPerDay) / msPerHour;
		timed ||= at !== days * msPerDay;
	}
	return { day, hour: timed ? hour : hour.fill(NaN) };
}

function taken<T extends Int32Array | Float64Array>(values: T, rows: Uint32Array, out: T): T {
	for (let i = 0; i < rows.length; i++) out[i] = values[rows[i]!]!;
	return out;
}

/** Codes as the file has them; lines without one get a new code per customer and day, counted on from `nextCode`. */
function orderCodes(orders: Orders, groups: Groups, day: Int32Array, nextCode: { value: number }): Int32Array {
	const { start, rows } = groups;
	const known = orders.order?.codes;
	const codes = new Int32Array(rows.length);
	for (let c = 0; c + 1 < start.length; c++) {
		let lastDay = NaN;
		for (let i = start[c]!; i < start[c + 1]!; i++) {
			const written = known ? known[rows[i]!]! : -1;
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

/** One more than the highest of some codes. */
export function codeCount(codes: Int32Array): number {
	let count = 0;
	for (let i = 0; i < codes.length; i++) if (codes[i]! >= count) count = codes[i]! + 1;
	return count;
}
