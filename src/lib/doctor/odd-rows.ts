import { headedPersonal } from '../table/personal.js';
import { middleOf } from '../stats/robust.js';
import { fold } from '../table/fold.js';
import type { OddReason, Orders } from '../table/orders.js';
import { bitOf, fitting, type OddRows } from '../table/prepare.js';
import { textAt } from '../table/table.js';
import { pause, type Task } from '../task.js';
import { saysTest } from './test-words.js';

const msPerDay = 86_400_000;
const piece = 1 << 16;

/** Dates beyond a gap longer than everything on the other side of it, and than this many days, are far from all others. */
const shortestGap = 365;
/** At most this share of the rows may stand apart; more of them are a part of the history. */
const apartAtMost = 0.01;

/** Distances from the median, in spreads, from which a number is far from all others. */
const farLine = 6;
const farCustomer = 4;
/**
 * A spread of logarithms counts as at least so much: prices that never change would make any other price an outlier. A quantity must be
 * 64 times the median, a price eleven times that of its product.
 */
const [leastQuantitySpread, leastPriceSpread] = [Math.log(2), Math.log(1.5)];
/** Rows of a product that must be known before one of its prices can be called far from the others. */
const leastPrices = 10;
/** Customers that must be known before one can be called a wholesaler, and how many times the middle one it must spend. */
const leastCustomers = 20;
const wholesaleTimes = 10;

/** What has been looked for in an order log. Held as long as the log itself is, so that a changed choice looks for nothing twice. */
const held = new WeakMap<Orders, { -readonly [Reason in keyof OddRows]: OddRows[Reason] }>();

/**
 * The rows that odd reasons fit, whatever the choices:
 * - `test`: a cell of the customer, the order, the product, the status, or a column of names, contacts or remarks says so.
 * - `strayDate`: later than the day after the file was written, or apart from all other dates by a gap that is longer than a year and
 *   than all the time the others span.
 * - `repeatedLine`: same order, product and time as an earlier row, but not the same in every cell.
 * - `outlier`: a quantity, or a price against the other prices of its product, whose logarithm is more than six spreads from the median.
 * - `wholesale`: all rows of customers who spend ten times what the middle customer does and whose logarithm of spending is more than
 *   four spreads above the median.
 *
 * The last two look only at rows that no other reason fits, repeats aside, so that one oddity is told once.
 * @param task cancels between pieces of some 65 thousand rows
 */
export async function oddRows(orders: Orders, wanted: readonly OddReason[], task: Task): Promise<OddRows> {
	const known = held.get(orders) ?? {};
	held.set(orders, known);
	const need = async (reason: OddReason): Promise<Uint8Array> => (known[reason] ??= await finders[reason](orders, need, task));
	const found: { -readonly [Reason in keyof OddRows]: OddRows[Reason] } = {};
	for (const reason of wanted) found[reason] = await need(reason);
	return found;
}

type Need = (reason: OddReason) => Promise<Uint8Array>;

const finders: Readonly<Record<OddReason, (orders: Orders, need: Need, task: Task) => Promise<Uint8Array>>> = {
	test: testRows,
	strayDate: strayDates,
	repeatedLine: repeatedLines,
	outlier: outliers,
	wholesale: wholesale
};

const remarks = new Set('tag tags note notes remark remarks comment comments mode channel ghichu nhan catatan nota teg mod'.split(' '));

async function testRows({ rows, customer, order, product, status, source, roles }: Orders, _need: Need, task: Task): Promise<Uint8Array> {
	const marks = new Uint8Array(rows);
	for (const [dictionary, kind] of [[customer, 'person'] as const, ...[order, product, status].map((of) => [of, 'thing'] as const)]) {
		if (!dictionary) continue;
		const says = await flagged(dictionary.values.length, (i) => saysTest(dictionary.values[i]!, kind), task);
		if (says) for (let row = 0; row < rows; row++) if (says[dictionary.codes[row]!] === 1) marks[row] = 1;
	}
	const told = (at: number) => at === roles.customer || at === roles.order || at === roles.product || at === roles.status;
	for (const [at, column] of (source.columns ?? []).entries()) {
		const kind = headedPersonal(column.name);
		const person = kind !== null && kind !== 'note';
		if (told(at) || !(person || at === roles.description || remarks.has(fold(column.name)))) continue;
		const says = await flagged(column.texts.count, (i) => saysTest(textAt(column.texts, i).trim(), person ? 'person' : 'thing'), task);
		if (says) for (let row = 0; row < rows; row++) if (says[column.codes[row]!] === 1) marks[row] = 1;
	}
	return marks;
}

/** 1 for each of `count` texts that a test is true of; null where none is. */
async function flagged(count: number, test: (i: number) => boolean, task: Task): Promise<Uint8Array | null> {
	const flags = new Uint8Array(count);
	let some = false;
	for (let i = 0; i < count; i++) {
		if (i % 4096 === 4095) await pause(task);
		if (!test(i)) continue;
		flags[i] = 1;
		some = true;
	}
	return some ? flags : null;
}

async function strayDates({ rows, time, writtenDay }: Orders, _need: Need, task: Task): Promise<Uint8Array> {
	const marks = new Uint8Array(rows);
	const days = new Int32Array(rows);
	let known = 0;
	for (let row = 0; row < rows; row++) if (time[row] === time[row]) days[known++] = Math.floor(time[row]! / msPerDay);
	await pause(task);
	const sorted = days.subarray(0, known).sort();
	await pause(task);
	const { from, to } = together(sorted);
	const last = Math.min(to, (writtenDay ?? Infinity) + 1);
	for (let row = 0; row < rows; row++) {
		const day = Math.floor(time[row]! / msPerDay);
		if (day < from || day > last) marks[row] = 1;
	}
	return marks;
}

/** The first and last of ascending days without the few at either end that a long gap keeps from the rest. */
function together(days: Int32Array): { from: number; to: number } {
	if (days.length === 0) return { from: -Infinity, to: Infinity };
	const few = Math.min(Math.ceil(days.length * apartAtMost), (days.length - 1) >> 1);
	const apart = (gap: number, span: number) => gap > Math.max(shortestGap, span);
	const [start, end] = [few, days.length - 1 - few];
	let [first, last] = [start, end];
	while (last + 1 < days.length && !apart(days[last + 1]! - days[last]!, days[last]! - days[start]!)) last++;
	while (first > 0 && !apart(days[first]! - days[first - 1]!, days[end]! - days[first]!)) first--;
	return { from: days[first]!, to: days[last]! };
}

async function repeatedLines(orders: Orders, _need: Need, task: Task): Promise<Uint8Array> {
	const { rows, order, product, time, repeated, quantity } = orders;
	const marks = new Uint8Array(rows);
	if (!order || !product) return marks;
	let size = 16;
	while (size < rows * 1.5) size *= 2;
	/** Rows + 1 by hash, 0 where free. */
	const slots = new Uint32Array(size);
	for (let row = 0; row < rows; row++) {
		if (row % piece === piece - 1) await pause(task);
		const [o, p] = [order.codes[row]!, product.codes[row]!];
		// What was sent back is not the purchase written twice.
		if (o < 0 || p < 0 || repeated[row] === 1 || (quantity && quantity[row]! < 0)) continue;
		const mixed = Math.imul(Math.imul(o + 1, 0x9e3779b1) ^ p, 0x85ebca6b);
		for (let slot = (mixed ^ (mixed >>> 15)) & (size - 1); ; slot = (slot + 1) & (size - 1)) {
			const earlier = slots[slot]! - 1;
			if (earlier < 0) {
				slots[slot] = row + 1;
				break;
			}
			if (order.codes[earlier] === o && product.codes[earlier] === p && time[earlier] === time[row]) {
				marks[row] = 1;
				break;
			}
		}
	}
	return marks;
}

/** The rows that no other reason fits, repeats and those that `odd` does not tell of aside. */
function plainRows(orders: Orders, odd: OddRows): Uint32Array {
	const mild = ~(bitOf('duplicate') | bitOf('repeatedLine'));
	const fits = fitting(orders, odd);
	const plain = new Uint32Array(orders.rows);
	let n = 0;
	for (let row = 0; row < orders.rows; row++) if ((fits[row]! & mild) === 0) plain[n++] = row;
	return plain.subarray(0, n);
}

async function outliers(orders: Orders, need: Need, task: Task): Promise<Uint8Array> {
	const plain = plainRows(orders, { test: await need('test'), strayDate: await need('strayDate') });
	await pause(task);
	const { amount, quantity, product } = orders;
	const marks = new Uint8Array(orders.rows);
	/** Marks the rows of a group whose number is far from the middle one of the group. */
	const mark = (group: Uint32Array, valueOf: (row: number) => number, leastSpread: number) => {
		const { median, spread } = middleOf(Float64Array.from(group, (row) => Math.log(valueOf(row))));
		const far = farLine * Math.max(spread, leastSpread);
		for (const row of group) if (Math.abs(Math.log(valueOf(row)) - median) > far) marks[row] = 1;
	};
	const price = (row: number) => (quantity ? amount[row]! / quantity[row]! : amount[row]!);
	const priced = plain.filter((row) => amount[row]! > 0 && (!quantity || quantity[row]! > 0));
	await pause(task);
	if (quantity) {
		mark(priced, (row) => quantity[row]!, leastQuantitySpread);
		await pause(task);
	}
	if (!product) {
		mark(priced, price, leastQuantitySpread);
		return marks;
	}
	const { start, rows } = byCode(priced, product.codes, product.values.length);
	let done = 0;
	for (let code = 0; code < product.values.length; code++) {
		const group = rows.subarray(start[code]!, start[code + 1]!);
		if (group.length < leastPrices) continue;
		mark(group, price, leastPriceSpread);
		done += group.length;
		if (done > piece) {
			done = 0;
			await pause(task);
		}
	}
	return marks;
}

/** Rows by their code, a counting sort: those of code c are `rows[start[c]]` to `rows[start[c + 1] - 1]`; those without one are left out. */
function byCode(of: Uint32Array, codes: Int32Array, count: number): { start: Uint32Array; rows: Uint32Array } {
	const start = new Uint32Array(count + 1);
	for (const row of of) if (codes[row]! >= 0) start[codes[row]! + 1]!++;
	for (let code = 0; code < count; code++) start[code + 1]! += start[code]!;
	const rows = new Uint32Array(start[count]!);
	const next = start.slice();
	for (const row of of) if (codes[row]! >= 0) rows[next[codes[row]!]!++] = row;
	return { start, rows };
}

async function wholesale(orders: Orders, need: Need, task: Task): Promise<Uint8Array> {
	const odd = { test: await need('test'), strayDate: await need('strayDate'), outlier: await need('outlier') };
	const plain = plainRows(orders, odd);
	await pause(task);
	const { amount, rows } = orders;
	const { codes, values } = orders.customer;
	const spent = new Float64Array(values.length);
	for (const row of plain) spent[codes[row]!]! += amount[row]!;
	const known = spent.filter((money) => money > 0);
	const marks = new Uint8Array(rows);
	if (known.length < leastCustomers) return marks;
	await pause(task);
	const { median, spread } = middleOf(known.map(Math.log));
	const from = median + Math.max(Math.log(wholesaleTimes), farCustomer * spread);
	await pause(task);
	for (let row = 0; row < rows; row++) if (codes[row]! >= 0 && Math.log(spent[codes[row]!]!) > from) marks[row] = 1;
	return marks;
}
