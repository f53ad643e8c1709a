import { Problem } from '../problem.js';
import { pause, type Task } from '../task.js';
import { dictionary, perRow, rowReader } from './dictionary.js';
import { contactsOf } from './contacts.js';
import { filledInOrder, firstLines, lessRefunds, oncePerOrder } from './order-lines.js';
import { columnOf, firstIdentity, ruledOut, timesOfDay } from './origin.js';
import { missingAt } from './missing.js';
import { columnCurrencies, parseNumber } from './number.js';
import type { Dictionary, Orders, Role, Roles } from './orders.js';
import { repeatedRows } from './repeated.js';
import type { Candidate } from './sources/recognise.js';
import { textAt, type ColumnType, type TextColumn, type TextTable } from './table.js';
import type { DateOrder } from './time.js';
import { inferType, type Inferred, type TypeChoice } from './types.js';

/** A cell that could not be read, to be shown: `row` counts rows of data from 1. */
export interface BadCell {
	readonly row: number;
	readonly value: string;
}

interface Unread {
	readonly bad: number;
	/** The first of them. */
	readonly examples: readonly BadCell[];
}

export interface LogPlan {
	readonly roles: Roles;
	/** Types of all columns. */
	readonly schema: readonly Inferred[];
	/** ISO 4217 code that the person chose. */
	readonly currency: string | null;
	/** The program the table comes from, where it is known. */
	readonly origin: Candidate | null;
	/** Day since 1970-01-01 on which the file was written, where it is known. */
	readonly writtenDay?: number | null;
}

export interface OrderLog {
	readonly orders: Orders;
	/** The currency of each row, by its ISO 4217 code where it has one; null where the table names none. */
	readonly money: Dictionary | null;
	readonly dates: Unread & { readonly order: DateOrder; readonly certain: boolean };
	readonly numbers: Unread;
}

const examplesKept = 20;
/** What a cell of discounts says where there is none. */
const noDiscount = /^\s*(no|none|false|không|khong|tidak|tiada|-|–)\s*$/i;

/** 1 for each row whose cell tells of a discount: money or a share other than zero, or a code. */
function discounts(column: TextColumn | null): Uint8Array | null {
	if (!column) return null;
	const { codes, texts } = column;
	const says = Uint8Array.from({ length: texts.count }, (_, i) => {
		const text = textAt(texts, i);
		return missingAt(texts, i) || noDiscount.test(text) || parseNumber(text, '.') === 0 || parseNumber(text, ',') === 0 ? 0 : 1;
	});
	return Uint8Array.from(codes, (code) => says[code]!);
}

const isoCode = (text: string): string | null => (/^[A-Za-z]{3}$/.test(text) ? text.toUpperCase() : null);

/** Currencies by their code, however its letters are written. */
function oneSpelling({ codes, values }: Dictionary): Dictionary {
	const spelt = values.map((value) => isoCode(value) ?? value);
	const distinct = [...new Set(spelt)];
	const codeOf = Int32Array.from(spelt, (value) => distinct.indexOf(value));
	return { values: distinct, codes: codes.map((code) => (code < 0 ? -1 : codeOf[code]!)) };
}

/** The currencies that the cells of a column name themselves, such as `RM 12`; null where none does. */
function signs(column: TextColumn): Dictionary | null {
	const named = columnCurrencies(column);
	const values = [...new Set(named.filter((currency) => currency !== null))];
	if (values.length === 0) return null;
	const codeOf = Int32Array.from(named, (currency) => (currency === null ? -1 : values.indexOf(currency)));
	return { values, codes: Int32Array.from(column.codes, (text) => codeOf[text]!) };
}

/** The code of the currency that counts: the one chosen where the file has it, else the one of most rows; −1 without currencies. */
function mainCurrency(money: Dictionary | null, chosen: string | null): number {
	if (!money) return -1;
	const asked = money.values.findIndex((value) => isoCode(value) === chosen && chosen !== null);
	if (asked >= 0) return asked;
	const rows = new Uint32Array(money.values.length);
	for (const code of money.codes) if (code >= 0) rows[code]!++;
	return rows.indexOf(Math.max(...rows));
}

/** The currency that counts, and which rows are in another one. `chosen`: see LogPlan. */
export function inOneCurrency(money: Dictionary | null, chosen: string | null): Pick<Orders, 'currency' | 'otherCurrency'> {
	const main = mainCurrency(money, chosen);
	return {
		currency: (money && main >= 0 ? isoCode(money.values[main]!) : null) ?? chosen,
		otherCurrency: money && money.values.length > 1 ? Uint8Array.from(money.codes, (code) => (code >= 0 && code !== main ? 1 : 0)) : null
	};
}

function unread(column: TextColumn, values: Float64Array, out: Uint8Array | null = null): Unread {
	const examples: BadCell[] = [];
	let bad = 0;
	for (let row = 0; row < values.length; row++) {
		if (values[row] === values[row] || out?.[row] === 1) continue;
		bad++;
		if (examples.length < examplesKept) examples.push({ row: row + 1, value: textAt(column.texts, column.codes[row]!) });
	}
	return { bad, examples };
}

/** @throws Problem badNumbers where most rows hold something, and no number */
function refuseWords(file: string, { name, texts, codes }: TextColumn, values: Float64Array): void {
	const rows = [...values.keys()].filter((row) => Number.isNaN(values[row]) && !missingAt(texts, codes[row]!));
	if (rows.length <= values.length / 2) return;
	throw new Problem('badNumbers', { file, column: name, n: rows.length, row: rows[0]! + 1, value: textAt(texts, codes[rows[0]!]!) });
}

/**
 * Makes an order log of a table whose columns have roles. The order of day and month, and the decimal mark of each column, are
 * decided over all rows.
 * Needs the roles customer, time, and amount or price.
 * @throws Problem noCustomerColumn, noTimeColumn, noAmountColumn, badDates (most dates unreadable), badNumbers (most rows hold something
 * else than a price, amount or quantity)
 */
export async function ordersFrom(
	table: TextTable,
	{ roles, schema, currency, origin, writtenDay = null }: LogPlan,
	task: Task
): Promise<OrderLog> {
	const file = table.name;
	const column = (role: Role) => (roles[role] === undefined ? null : table.columns[roles[role]]!);
	const customer = column('customer');
	const timeColumn = column('time');
	if (!customer) throw new Problem('noCustomerColumn', { file });
	if (!timeColumn) throw new Problem('noTimeColumn', { file });
	if (roles.price === undefined && roles.amount === undefined) throw new Problem('noAmountColumn', { file });
	/** What the texts of a column stand for; one whose role asks for another type than its cells have is read as the role asks. */
	const readAs = <Kind extends NonNullable<TypeChoice['kind']>>(role: Role, kind: Kind) => {
		const found = schema[roles[role]!]!;
		const { type, values } = found.type.kind === kind ? found : inferType(column(role)!, { kind });
		return type.kind === kind ? { type: type as Extract<ColumnType, { kind: Kind }>, values: values! } : null;
	};

	// First, for it needs the most room while it runs.
	const repeated = await repeatedRows(table, task);
	const quirks = origin?.source.quirks ?? {};
	const orderColumn = column('order');
	const order = orderColumn && dictionary(orderColumn);
	await pause(task);
	/** Cells about a whole order may stand on one of its lines only. */
	const whole = <T extends Int32Array | Float64Array>(values: T, empty: (value: number) => boolean): T =>
		order && quirks.firstLineOnly ? filledInOrder(order.codes, values, empty) : values;
	const dictionaryOf = async (from: TextColumn | null): Promise<Dictionary | null> => {
		if (!from) return null;
		const { codes, values } = dictionary(from);
		await pause(task);
		return { codes: whole(codes, (code) => code < 0), values };
	};

	const times = readAs('time', 'time');
	const read = times ? perRow(timeColumn, times.values) : new Float64Array(table.rows).fill(NaN);
	const time = whole(read, Number.isNaN);
	const clock = origin && quirks.timeOfDay ? columnOf(table, origin, quirks.timeOfDay) : null;
	if (clock) timesOfDay(clock).forEach((ms, row) => (time[row]! += ms));
	const dates = { ...unread(timeColumn, time), order: times?.type.order ?? 'ymd', certain: times?.type.certain ?? true };
	if (dates.bad > table.rows / 2) {
		throw new Problem('badDates', {
			file,
			n: dates.bad,
			rows: dates.examples
				.slice(0, 5)
				.map(({ row }) => row)
				.join(', '),
			column: timeColumn.name,
			value: dates.examples[0]!.value
		});
	}
	await pause(task);

	async function numbersOf(role: Role): Promise<Float64Array | null> {
		const from = column(role);
		if (!from) return null;
		const known = readAs(role, 'number');
		const values = known ? perRow(from, known.values) : new Float64Array(table.rows).fill(NaN);
		await pause(task);
		return values;
	}
	const quantity = await numbersOf('quantity');
	const price = await numbersOf('price');
	const given = price ? null : await numbersOf('amount');
	const perOrder = given && order && quirks.amountPerOrder ? order.codes : null;
	const amount = perOrder ? oncePerOrder(perOrder, given!) : (price ?? given)!;
	const out = origin ? ruledOut(table, origin) : { rows: null, by: [] };
	const counted = [[column(price ? 'price' : 'amount')!, amount] as const, ...(quantity ? [[column('quantity')!, quantity] as const] : [])];
	const numbers = counted.map(([from, values]) => {
		const found = unread(from, values, out.rows);
		if (found.bad > table.rows / 2) refuseWords(file, from, values);
		return found;
	});
	if (price && quantity) for (let row = 0; row < amount.length; row++) amount[row]! *= quantity[row]!;
	const refund = await numbersOf('refund');
	if (refund) amount.set(lessRefunds(amount, perOrder ? oncePerOrder(perOrder, refund) : refund));
	await pause(task);
	const identities = origin && roles.customer === origin.roles.customer ? origin.identity.map((at) => table.columns[at]!) : [customer];
	const chain: Dictionary[] = [];
	for (const identity of identities) chain.push((await dictionaryOf(identity))!);
	const named = await dictionaryOf(column('currency'));
	const money = named ? oneSpelling(named) : signs(column(price ? 'price' : 'amount')!);
	const orders: Orders = {
		file,
		columns: table.columns.map(({ name }) => name),
		roles,
		rows: table.rows,
		customer: firstIdentity(chain, table.rows),
		order,
		product: await dictionaryOf(column('product')),
		country: await dictionaryOf(column('country')),
		status: await dictionaryOf(column('status')),
		category: await dictionaryOf(column('category')),
		channel: await dictionaryOf(column('channel')),
		discounted: discounts(column('discount')),
		ruledOut: out.rows,
		ruledBy: out.by,
		overlap: null,
		paidHere: perOrder && firstLines(perOrder),
		time,
		quantity,
		amount,
		repeated,
		aside: new Uint8Array(table.rows),
		...inOneCurrency(money, currency),
		writtenDay,
		contacts: () => contactsOf(table),
		source: rowReader(table)
	};
	const bad = numbers.reduce((sum, { bad }) => sum + bad, 0);
	return { orders, money, dates, numbers: { bad, examples: numbers.flatMap(({ examples }) => examples).slice(0, examplesKept) } };
}
