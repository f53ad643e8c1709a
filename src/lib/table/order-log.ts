import { Problem } from '../problem.js';
import { pause, type Task } from '../task.js';
import { decimalMark, parseNumber } from './number.js';
import type { Dictionary, Orders, Role, Roles, RowReader } from './orders.js';
import { repeatedRows } from './repeated.js';
import { rowAt, textAt, textCounts, type TextColumn, type TextTable } from './table.js';
import { dateOrder, parseTime, type DateOrder } from './time.js';

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

export interface ReadPlan {
	readonly roles: Roles;
	/** Overrides what the dates themselves say. */
	readonly dateOrder?: DateOrder | undefined;
	readonly currency: string | null;
}

export interface ReadResult {
	readonly orders: Orders;
	readonly dates: Unread & { readonly order: DateOrder; readonly certain: boolean };
	readonly numbers: Unread;
}

const examplesKept = 20;

/** What exports write where there is nothing. */
const missing = new Set(['', 'NA', 'N/A', 'NaN', 'nan', 'NULL', 'null', 'None', '#N/A', '-']);

/** Any rows of a table, as they are written. */
export const rowReader = (table: TextTable): RowReader => ({
	rows: (from, to) =>
		Promise.resolve(Array.from({ length: Math.max(0, Math.min(to, table.rows) - from) }, (_, i) => rowAt(table, from + i)))
});

/** A text column by its values, trimmed; a cell that is empty, or marked as missing, has code −1. */
function dictionary(column: TextColumn): Dictionary {
	const counts = textCounts(column);
	const values: string[] = [];
	const known = new Map<string, number>();
	const codeOf = new Int32Array(column.texts.count).fill(-1);
	for (let text = 1; text < codeOf.length; text++) {
		if (counts[text] === 0) continue;
		const value = textAt(column.texts, text).trim();
		if (missing.has(value)) continue;
		const code = known.get(value) ?? values.push(value) - 1;
		known.set(value, code);
		codeOf[text] = code;
	}
	const codes = new Int32Array(column.codes.length);
	for (let row = 0; row < codes.length; row++) codes[row] = codeOf[column.codes[row]!]!;
	return { codes, values };
}

function* textsOf({ texts }: TextColumn): Generator<string> {
	for (let text = 1; text < texts.count; text++) yield textAt(texts, text);
}

/** One value per row of a column, read once per distinct text. */
function perRow(column: TextColumn, read: (text: string) => number): Float64Array {
	const values = new Float64Array(column.texts.count).fill(NaN);
	let text = 1;
	for (const written of textsOf(column)) values[text++] = read(written);
	const out = new Float64Array(column.codes.length);
	for (let row = 0; row < out.length; row++) out[row] = values[column.codes[row]!]!;
	return out;
}

function unread(column: TextColumn, values: Float64Array): Unread {
	const examples: BadCell[] = [];
	let bad = 0;
	for (let row = 0; row < values.length; row++) {
		if (values[row] === values[row]) continue;
		bad++;
		if (examples.length < examplesKept) examples.push({ row: row + 1, value: textAt(column.texts, column.codes[row]!) });
	}
	return { bad, examples };
}

/**
 * Makes an order log of a table whose columns have roles. The order of day and month, and the decimal mark of each column, are
 * decided over all rows.
 * Needs the roles customer, time, and amount or price.
 * @throws Problem noCustomerColumn, noTimeColumn, noAmountColumn, badDates (most dates unreadable)
 */
export async function ordersFrom(table: TextTable, { roles, dateOrder: chosen, currency }: ReadPlan, task: Task): Promise<ReadResult> {
	const file = table.name;
	const column = (role: Role) => (roles[role] === undefined ? null : table.columns[roles[role]]!);
	const customer = column('customer');
	const timeColumn = column('time');
	if (!customer) throw new Problem('noCustomerColumn', { file });
	if (!timeColumn) throw new Problem('noTimeColumn', { file });
	if (roles.price === undefined && roles.amount === undefined) throw new Problem('noAmountColumn', { file });
	const found = dateOrder(textsOf(timeColumn));
	const order = chosen ?? found.order;
	const time = perRow(timeColumn, (text) => parseTime(text, order));
	const dates = { ...unread(timeColumn, time), order, certain: found.certain || chosen !== undefined };
	if (dates.bad > table.rows / 2) {
		throw new Problem('badDates', {
			file,
			count: dates.bad,
			rows: dates.examples
				.slice(0, 5)
				.map(({ row }) => row)
				.join(', '),
			column: timeColumn.name,
			value: dates.examples[0]!.value
		});
	}
	await pause(task);

	const numbers = { bad: 0, examples: [] as BadCell[] };
	async function numbersOf(role: Role): Promise<Float64Array | null> {
		const from = column(role);
		if (!from) return null;
		const mark = decimalMark(textsOf(from));
		const values = perRow(from, (text) => parseNumber(text, mark));
		const { bad, examples } = unread(from, values);
		numbers.bad += bad;
		numbers.examples.push(...examples.slice(0, examplesKept - numbers.examples.length));
		await pause(task);
		return values;
	}
	const quantity = await numbersOf('quantity');
	const price = await numbersOf('price');
	const given = price ? null : await numbersOf('amount');
	const amount = (price ?? given)!;
	if (price && quantity) for (let row = 0; row < amount.length; row++) amount[row]! *= quantity[row]!;
	const dictionaryOf = async (role: Role) => {
		const from = column(role);
		await pause(task);
		return from && dictionary(from);
	};
	const orders: Orders = {
		file,
		columns: table.columns.map(({ name }) => name),
		roles,
		rows: table.rows,
		customer: dictionary(customer),
		order: await dictionaryOf('order'),
		product: await dictionaryOf('product'),
		country: await dictionaryOf('country'),
		status: await dictionaryOf('status'),
		time,
		quantity,
		amount,
		repeated: await repeatedRows(table, task),
		aside: new Uint8Array(table.rows),
		currency,
		source: rowReader(table)
	};
	return { orders, dates, numbers };
}
