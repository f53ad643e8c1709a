import { pause, type Task } from '../task.js';
import { inOneCurrency, type OrderLog } from './order-log.js';
import { appendCodes, appendColumns, appendContacts, sum } from './append-columns.js';
import type { Orders, Roles } from './orders.js';
import { overlapping } from './overlap.js';
import { nameOfAll, stacked, unionOf } from './side-by-side.js';

function lastTime({ time }: Orders): number {
	let last = -Infinity;
	for (let row = 0; row < time.length; row++) if (time[row]! > last) last = time[row]!;
	return last;
}

/**
 * Takes the money of an order off every line but the newest file's where several files hold lines of it: `paidHere` and `amount` are
 * changed. An order is one of a customer at a time, as the numbers of two shops may meet.
 */
function payOnce(
	{ customer, order, time, amount }: Orders,
	paidHere: Uint8Array,
	overlap: Uint8Array,
	files: readonly (readonly [number, number])[]
): void {
	const paidIn = new Map<string, number>();
	files.forEach(([from, to], file) => {
		for (let row = from; row < to; row++) {
			const code = order?.codes[row] ?? -1;
			if (code < 0 || paidHere[row] === 0 || overlap[row] === 1) continue;
			const key = `${code},${customer.codes[row]},${time[row]}`;
			const paid = paidIn.get(key) ?? file;
			paidIn.set(key, paid);
			if (paid === file) continue;
			paidHere[row] = 0;
			amount[row] = 0;
		}
	});
}

/**
 * Appends order logs of several files into one: row for row, one dictionary for each role. Which currency counts is decided over all rows, and rows
 * in another one are marked; what stands in several files is marked as overlapping in all but the newest (the one whose last line is
 * the latest, of two alike the one given last). A file without quantities has one unit a row, given back where its money is below zero.
 * @param currency ISO 4217 code that the person chose, or null
 */
export async function appendOrders(logs: readonly OrderLog[], currency: string | null, task: Task): Promise<Orders> {
	const parts = logs.map(({ orders }) => orders);
	const rows = parts.map((part) => part.rows);
	const total = sum(rows);
	const codesOf = async (role: 'customer' | 'order' | 'product' | 'country' | 'status' | 'category' | 'channel') => {
		const made = appendCodes(
			parts.map((part) => part[role] ?? null),
			rows
		);
		await pause(task);
		return made;
	};
	const flagsOf = (flag: 'ruledOut' | 'paidHere' | 'repeated' | 'discounted', absent: 0 | 1) =>
		appendColumns(
			parts.map((part) => part[flag] ?? null),
			rows,
			(i) => new Uint8Array(rows[i]!).fill(absent)
		);
	const union = unionOf(parts.map(({ columns }) => columns));
	const roles: Roles = {};
	for (const [i, part] of parts.entries()) {
		for (const role of Object.keys(part.roles) as (keyof Roles)[]) roles[role] ??= union.places[i]![part.roles[role]!]!;
	}
	const money = appendCodes(
		logs.map((log) => log.money),
		rows
	);
	const paidHere = flagsOf('paidHere', 1);
	const orders: Orders = {
		file: nameOfAll(parts.map(({ file }) => file)),
		columns: union.columns,
		roles,
		rows: total,
		customer: (await codesOf('customer'))!,
		order: await codesOf('order'),
		product: await codesOf('product'),
		country: await codesOf('country'),
		status: await codesOf('status'),
		category: await codesOf('category'),
		channel: await codesOf('channel'),
		discounted: flagsOf('discounted', 0),
		time: appendColumns(
			parts.map(({ time }) => time),
			rows,
			() => new Float64Array()
		)!,
		quantity: appendColumns(
			parts.map(({ quantity }) => quantity),
			rows,
			(i) => parts[i]!.amount.map((amount) => (amount < 0 ? -1 : 1))
		),
		amount: appendColumns(
			parts.map(({ amount }) => amount),
			rows,
			() => new Float64Array()
		)!,
		ruledOut: flagsOf('ruledOut', 0),
		ruledBy: [...new Set(parts.flatMap(({ ruledBy }, i) => ruledBy?.map((at) => union.places[i]![at]!) ?? []))],
		...inOneCurrency(money, currency),
		overlap: null,
		paidHere,
		repeated: flagsOf('repeated', 0)!,
		aside: new Uint8Array(total),
		contacts: () => appendContacts(parts, rows),
		source: stacked(parts, union)
	};
	await pause(task);
	const starts = rows.map((_, i) => sum(rows.slice(0, i)));
	const last = parts.map(lastTime);
	const newest = [...parts.keys()].sort((a, b) => last[b]! - last[a]! || b - a);
	const overlap = await overlapping(orders, starts, newest, task);
	if (paidHere) {
		const spans = newest.map((i) => [starts[i]!, starts[i]! + rows[i]!] as const);
		payOnce(orders, paidHere, overlap, spans);
	}
	return { ...orders, overlap };
}
