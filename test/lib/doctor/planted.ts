import { ordersFrom } from '../../../src/lib/table/order-log.js';
import type { Orders } from '../../../src/lib/table/orders.js';
import { guessRoles } from '../../../src/lib/table/roles.js';
import { schemaOf } from '../../../src/lib/table/schema.js';
import { seeded } from '../../../src/lib/random.js';
import { readTable } from '../../table.js';
import { idle } from '../../task.js';

/** A line of the log below; the fields in the order of its header. */
export type Line = readonly [order: string, customer: string, time: string, sku: string, quantity: string, price: string, status: string];
export const header = 'order_id,customer_id,order_date,sku,quantity,unit_price,status';
/** The day on which the file of the log was written: 2024-07-01. */
export const writtenDay = Date.UTC(2024, 6, 1) / 86_400_000;

/** An order log of fifty customers over the first half of 2024 in which nothing is odd. */
export function soundLines(): Line[] {
	const random = seeded(7);
	return Array.from({ length: 400 }, (_, i): Line => {
		const product = i % 8;
		const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(i * 0.45))).toISOString().slice(0, 10);
		const quantity = 1 + Math.floor(4 * random());
		const status = random() < 0.5 ? 'shipped' : 'delivered';
		return [String(1000 + i), `c${i % 50}`, `${day} 10:30`, `p${product}`, String(quantity), String(4 + 3 * product), status];
	});
}

/** The log of these lines, as a file would be read. */
export async function logOf(lines: readonly Line[], extra: { header: string; cell: (i: number) => string } | null = null): Promise<Orders> {
	const text = [
		extra ? `${header},${extra.header}` : header,
		...lines.map((line, i) => (extra ? [...line, extra.cell(i)] : line).join(','))
	].join('\n');
	const { head, table } = await readTable(text);
	const roles = guessRoles(head.columns, head.rows, true);
	const { orders } = await ordersFrom(
		table,
		{ roles, schema: await schemaOf(table, {}, idle), currency: null, origin: null, writtenDay },
		idle
	);
	return orders;
}
