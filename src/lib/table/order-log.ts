import { Problem } from '../problem.js';
import { pause, type Task } from '../task.js';
import { missingAt } from './missing.js';
import { columnNumbers } from './number.js';
import type { Dictionary, Orders, Role, Roles, RowReader } from './orders.js';
import { repeatedRows } from './repeated.js';
import { rowAt, textAt, textCounts, type ColumnType, type TextColumn, type TextTable } from './table.js';
import { columnTimes, type DateOrder } from './time.js';
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
	readonly currency: string | null;
}

export interface OrderLog {
	readonly orders: Orders;
	readonly dates: Unread & { readonly order: DateOrder; readonly certain: boolean };
	readonly numbers: Unread;
}

const examplesKept = 20;

/** Any rows of a table, as they are written. */
export const rowReader = (table: TextTable): RowReader => ({
	rows: (from, to) =>
		Promise.resolve(Array.from({ length: Math.max(0, Math.min(to, table.rows) - from) }, (_, i) => rowAt(table, from + i)))
});

/** A text column by its values, trimmed; a cell that is empty, or marked as missing, has code −1. */
export function dictionary(column: TextColumn): Dictionary {
	const counts = textCounts(column);
	const values: string[] = [];
	const known = new Map<string, number>();
	const codeOf = new Int32Array(column.texts.count).fill(-1);
	for (let text = 1; text < codeOf.length; text++) {
		if (counts[text] === 0 || missingAt(column.texts, text)) continue;
		const value = textAt(column.texts, text).trim();
		const code = known.get(value) ?? values.push(value) - 1;
		known.set(value, code);
		codeOf[text] = code;
	}
	const codes = new Int32Array(column.codes.length);
	for (let row = 0; row < codes.length; row++) codes[row] = codeOf[column.codes[row]!]!;
	return { codes, values };
}

/** The value of every row, from the value of every distinct text. */
export function perRow({ codes }: TextColumn, values: Float64Array): Float64Array {
	const out = new Float64Array(codes.length);
	for (let row = 0; row < out.length; row++) out[row] = values[codes[row]!]!;
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
export async function ordersFrom(table: TextTable, { roles, schema, currency }: LogPlan, task: Task): Promise<OrderLog> {
	const file = table.name;
	const column = (role: Role) => (roles[role] === undefined ? null : table.columns[roles[role]]!);
	const customer = column('customer');
	const timeColumn = column('time');
	if (!customer) throw new Problem('noCustomerColumn', { file });
	if (!timeColumn) throw new Problem('noTimeColumn', { file });
	if (roles.price === undefined && roles.amount === undefined) throw new Problem('noAmountColumn', { file });
	/** A column whose role asks for another type than its cells have is read as the role asks. */
	const typeOf = <Kind extends NonNullable<TypeChoice['kind']>>(role: Role, kind: Kind) => {
		const found = schema[roles[role]!]!.type;
		const type = found.kind === kind ? found : inferType(column(role)!, textCounts(column(role)!), { kind }).type;
		return type.kind === kind ? (type as Extract<ColumnType, { kind: Kind }>) : null;
	};

	const timeType = typeOf('time', 'time');
	const time = timeType ? perRow(timeColumn, columnTimes(timeColumn, timeType)) : new Float64Array(table.rows).fill(NaN);
	const dates = { ...unread(timeColumn, time), order: timeType?.order ?? 'ymd', certain: timeType?.certain ?? true };
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
		const type = typeOf(role, 'number');
		const values = type ? perRow(from, columnNumbers(from, type)) : new Float64Array(table.rows).fill(NaN);
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
