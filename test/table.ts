import { ordersFrom, type OrderLog } from '../src/lib/table/order-log.js';
import type { Roles } from '../src/lib/table/orders.js';
import { guessRoles } from '../src/lib/table/roles.js';
import { schemaOf } from '../src/lib/table/schema.js';
import type { Candidate } from '../src/lib/table/sources/recognise.js';
import { rowAt, type TextTable } from '../src/lib/table/table.js';
import { readHead, type Head, type LayoutChoice } from '../src/lib/table/text/layout.js';
import { readText } from '../src/lib/table/text/read.js';
import { idle } from './task.js';

/** A text file as the notebook reads it. */
export async function readTable(
	content: Blob | string | Uint8Array<ArrayBuffer>,
	{ name = 'f.csv', chunk, ...choice }: LayoutChoice & { name?: string; chunk?: number } = {}
): Promise<{ head: Head; table: TextTable; rows: string[][] }> {
	const blob = content instanceof Blob ? content : new Blob([content]);
	const head = await readHead(name, blob, choice);
	const table = await readText(name, blob, head, idle, chunk);
	return { head, table, rows: Array.from({ length: table.rows }, (_, i) => rowAt(table, i)) };
}

/** The order log in a text file, its columns as they are guessed. */
export async function readLog(content: Blob | string, currency: string | null = null): Promise<OrderLog> {
	const { head, table } = await readTable(content);
	return logFrom(table, guessRoles(head.columns, head.rows, head.layout.header), currency);
}

/** The order log in a table whose columns have these roles, or those of the program it comes from. */
export async function logFrom(
	table: TextTable,
	roles: Roles,
	currency: string | null = null,
	origin: Candidate | null = null
): Promise<OrderLog> {
	return ordersFrom(table, { roles, schema: await schemaOf(table, {}, idle), currency, origin }, idle);
}
