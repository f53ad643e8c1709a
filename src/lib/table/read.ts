import { Problem } from '../problem.js';
import type { Task } from '../task.js';
import { chunkFrame, type Cell } from './danfo/frame.js';
import { DictionaryBuilder, grown } from './dictionary.js';
import type { Layout } from './layout.js';
import { decimalMark, parseNumber, type DecimalMark } from './number.js';
import type { Dictionary, Orders, Role, Roles } from './orders.js';
import { RowHashes } from './row-hash.js';
import { streamRows } from './stream.js';
import { dateOrder, parseTime, type DateOrder } from './time.js';

/** A cell that could not be read, to be shown: `row` counts rows of data from 1. */
export interface BadCell {
	readonly row: number;
	readonly value: string;
}

export interface ReadPlan {
	readonly file: string;
	readonly blob: Blob;
	readonly layout: Layout;
	readonly columns: readonly string[];
	/** First rows, from which number and date styles are taken. */
	readonly sample: readonly (readonly string[])[];
	readonly roles: Roles;
	/** Overrides what the dates themselves say. */
	readonly dateOrder?: DateOrder | undefined;
	readonly currency: string | null;
}

export interface ReadResult {
	readonly orders: Orders;
	readonly dates: { readonly order: DateOrder; readonly certain: boolean; readonly bad: number; readonly examples: readonly BadCell[] };
	readonly numbers: { readonly bad: number; readonly examples: readonly BadCell[] };
}

const examplesKept = 20;
const texts = ['customer', 'order', 'product', 'country', 'status'] as const;
const counts = ['quantity', 'price', 'amount'] as const;

/** One pass over the file under one reading of its dates. */
async function pass(plan: ReadPlan, order: DateOrder, task: Task): Promise<ReadResult & { contradicted: boolean }> {
	const { roles, layout } = plan;
	const expected = Math.ceil((plan.blob.size / Math.max(1, meanBytes(plan.sample))) * 1.1);
	const dictionaries = new Map(
		texts.flatMap((role) => (roles[role] === undefined ? [] : [[role, new DictionaryBuilder(expected)] as const]))
	);
	const marks = new Map<Role, DecimalMark>(
		counts.flatMap((role) => (roles[role] === undefined ? [] : [[role, decimalMark(plan.sample.map((row) => row[roles[role]!] ?? ''))]]))
	);
	let time = new Float64Array(expected);
	let amount = new Float64Array(expected);
	let quantity = roles.quantity === undefined ? null : new Float64Array(expected);
	const dates = { bad: 0, examples: [] as BadCell[] };
	const numbers = { bad: 0, examples: [] as BadCell[] };
	let contradicted = false;
	let count = 0;
	let lastTime = '';
	let lastValue = NaN;

	const present = counts.filter((role) => marks.has(role));
	const numeric = new Set([roles.time!, ...present.map((role) => roles[role]!)]);
	const types = plan.columns.map((_, j) => (numeric.has(j) ? ('float32' as const) : ('string' as const)));
	const numberOf = (cell: string, role: Role, row: number): number => {
		const value = parseNumber(cell, marks.get(role)!);
		if (value !== value) {
			numbers.bad++;
			if (numbers.examples.length < examplesKept) numbers.examples.push({ row: row + 1, value: cell });
		}
		return value;
	};
	const timeOf = (cell: string, row: number): number => {
		if (cell !== lastTime) {
			lastTime = cell;
			lastValue = parseTime(cell, order);
			if (lastValue !== lastValue && order !== 'ymd' && !Number.isNaN(parseTime(cell, order === 'dmy' ? 'mdy' : 'dmy')))
				contradicted = true;
		}
		if (lastValue !== lastValue) {
			dates.bad++;
			if (dates.examples.length < examplesKept) dates.examples.push({ row: row + 1, value: cell });
		}
		return lastValue;
	};

	const hashes = new RowHashes(expected);
	const columns = plan.columns.length;
	const builders = texts.flatMap((role) => (dictionaries.has(role) ? [{ column: roles[role]!, builder: dictionaries.get(role)! }] : []));
	const others = types.flatMap((_, j) => (numeric.has(j) || builders.some(({ column }) => column === j) ? [] : [j]));
	const [timeAt, quantityAt, priceAt, amountAt] = [roles.time!, roles.quantity ?? -1, roles.price ?? -1, roles.amount ?? -1];

	/** Types the cells of a chunk in place: a second array per row would double the work of the garbage collector. */
	const typed = (chunk: string[][]): Cell[][] => {
		let row = count;
		for (const cells of chunk as Cell[][]) {
			while (cells.length < columns) cells.push('');
			cells.length = columns;
			cells[timeAt] = timeOf(cells[timeAt] as string, row);
			for (const role of present) cells[roles[role]!] = numberOf(cells[roles[role]!] as string, role, row);
			row++;
		}
		return chunk;
	};
	const { rows, reader } = await streamRows(
		plan.file,
		plan.blob,
		layout,
		(chunk) => {
			for (const cells of chunkFrame(typed(chunk), types).values) {
				if (count === time.length) {
					time = grown(time);
					amount = grown(amount);
					quantity &&= grown(quantity);
				}
				time[count] = cells[timeAt] as number;
				const units = quantityAt >= 0 ? (cells[quantityAt] as number) : 1;
				if (quantity) quantity[count] = units;
				amount[count] = priceAt >= 0 ? units * (cells[priceAt] as number) : (cells[amountAt] as number);
				hashes.start();
				for (const column of numeric) hashes.number(cells[column] as number);
				for (const { column, builder } of builders) hashes.number(builder.add(cells[column] as string));
				for (const column of others) hashes.text(cells[column] as string);
				hashes.end();
				count++;
			}
		},
		task
	);
	const dictionary = (role: (typeof texts)[number]): Dictionary | null => dictionaries.get(role)?.finish() ?? null;
	const orders: Orders = {
		file: plan.file,
		columns: plan.columns,
		roles,
		rows,
		customer: dictionary('customer')!,
		order: dictionary('order'),
		product: dictionary('product'),
		country: dictionary('country'),
		status: dictionary('status'),
		time: time.slice(0, count),
		quantity: quantity?.slice(0, count) ?? null,
		amount: amount.slice(0, count),
		repeated: hashes.repeated(),
		aside: new Uint8Array(count),
		currency: plan.currency,
		source: reader
	};
	return { orders, dates: { order, certain: true, ...dates }, numbers, contradicted };
}

const meanBytes = (rows: readonly (readonly string[])[]): number =>
	rows.reduce((sum, row) => sum + row.reduce((length, cell) => length + cell.length + 1, 0), 0) / Math.max(1, rows.length);

/**
 * Reads an order log into typed columns, streaming. The order of day and month is taken from the first rows and, where a later
 * date contradicts it, the file is read again the other way.
 * Needs the roles customer, time, and amount or price.
 * @throws Problem noCustomerColumn, noTimeColumn, noAmountColumn, badDates (most dates unreadable), fileGone
 */
export async function readOrders(plan: ReadPlan, task: Task): Promise<ReadResult> {
	const { roles, file } = plan;
	if (roles.customer === undefined) throw new Problem('noCustomerColumn', { file });
	if (roles.time === undefined) throw new Problem('noTimeColumn', { file });
	if (roles.price === undefined && roles.amount === undefined) throw new Problem('noAmountColumn', { file });
	const evidence = dateOrder(plan.sample.map((row) => row[roles.time!] ?? ''));
	const order = plan.dateOrder ?? evidence.order;
	let result = await pass(plan, order, task);
	let certain = evidence.certain || plan.dateOrder !== undefined;
	if (result.contradicted && plan.dateOrder === undefined) {
		const other = await pass(plan, order === 'dmy' ? 'mdy' : 'dmy', task);
		if (other.dates.bad < result.dates.bad) result = other;
		certain = true;
	}
	const { orders, dates, numbers } = result;
	if (dates.bad > orders.rows / 2) {
		const [first] = dates.examples;
		const list = dates.examples.slice(0, 5).map(({ row }) => row);
		throw new Problem('badDates', {
			file,
			count: dates.bad,
			rows: list.join(', '),
			column: plan.columns[roles.time]!,
			value: first!.value
		});
	}
	return { orders, dates: { ...dates, certain }, numbers };
}
