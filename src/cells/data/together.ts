import { csvStyle, writeCsv } from '../../lib/export/csv.js';
import { Problem } from '../../lib/problem.js';
import { appendOrders } from '../../lib/table/append.js';
import { eventLedger, type Events } from '../../lib/table/events.js';
import { appendEvents } from '../../lib/table/events-append.js';
import type { Orders } from '../../lib/table/orders.js';
import { samePurchases, type SamePurchases } from '../../lib/table/same-purchases.js';
import { groupsOf, joinTables } from '../../lib/table/people-join.js';
import { namingTables, presenceIn, type NamingTable, type Presence } from '../../lib/table/presence.js';
import type { Workspace } from '../../lib/table/workspace.js';
import type { Task } from '../../lib/task.js';
import type { OrderLog } from '../../lib/table/order-log.js';
import type { FileRead } from './read.js';
import type { Together } from './spec.js';

const dayMs = 86_400_000;

export interface AbsentRequest {
	/** BCP 47 tag whose conventions the file follows. */
	readonly locale: string;
	/** The reader's words: name of the column of ids, and of the cells that say whether a table has the customer. */
	readonly customer: string;
	readonly yes: string;
	readonly no: string;
}

export interface Joined {
	readonly output: Workspace;
	readonly view: Together;
	/** The customers that at least one table lacks, with the tables that have them. */
	absent(request: AbsentRequest): Blob;
}

const count = (flags: Uint8Array | null): number => flags?.reduce((sum, flag) => sum + flag, 0) ?? 0;

/** First and last day of times in milliseconds, those that could not be read left out. */
function span(times: Float64Array): { firstDay: number; lastDay: number } {
	let [first, last] = [Infinity, -Infinity];
	for (let row = 0; row < times.length; row++) {
		const time = times[row]!;
		if (time < first) first = time;
		if (time > last) last = time;
	}
	return { firstDay: Math.floor(first / dayMs), lastDay: Math.floor(last / dayMs) };
}

function ordersSummary(orders: Orders, files: number): Together['orders'] {
	return {
		files,
		rows: orders.rows,
		customers: orders.customer.values.length,
		...span(orders.time),
		overlap: count(orders.overlap),
		otherCurrency: count(orders.otherCurrency),
		currency: orders.currency
	};
}

const startsOf = (logs: readonly OrderLog[]): number[] => {
	let next = 0;
	return logs.map(({ orders: { rows } }) => (next += rows) - rows);
};

/** A pair of order logs by the places of their files among all that were read. */
function inFiles({ files, of, n }: SamePurchases, read: readonly FileRead[]): Together['twice'][number] {
	const places = [...read.keys()].filter((i) => read[i]!.log !== null);
	return { of, n, files: files.map((log) => ({ place: places[log]!, file: read[places[log]!]!.view.file })) };
}

const eventsSummary = (events: Events, files: number): Together['events'] => ({
	files,
	rows: events.rows,
	customers: events.customer.values.length,
	...span(events.time),
	same: eventLedger(events).sameEvent
});

function joinSummary(tables: readonly NamingTable[], { ids, marks }: Presence): Together['join'] {
	const all = 2 ** tables.length - 1;
	const has = (table: number) => marks.reduce((sum, mark) => sum + ((mark >>> table) & 1), 0);
	return {
		customers: ids.length,
		everywhere: marks.reduce((sum, mark) => sum + (mark === all ? 1 : 0), 0),
		tables: tables.map(({ file }, table) => ({ file, customers: has(table) }))
	};
}

function absentFile(tables: readonly NamingTable[], { ids, marks }: Presence, { locale, customer, yes, no }: AbsentRequest): Blob {
	const all = 2 ** tables.length - 1;
	const lines = ids.flatMap((id, i) =>
		marks[i] === all ? [] : [[id, ...tables.map((_, table) => ((marks[i]! >>> table) & 1 ? yes : no))]]
	);
	return new Blob([...writeCsv([customer, ...tables.map(({ file }) => file)], lines, csvStyle(locale))], { type: 'text/csv' });
}

/**
 * What several tables are together: their orders one log, their events another, their people one table, joined by customer.
 * @throws Problem noSharedId (a table of people without a column that names them)
 */
export async function join(read: readonly FileRead[], currency: string | null, task: Task): Promise<Joined> {
	const logs = read.flatMap(({ log }) => log ?? []);
	const people = read.flatMap(({ output }) => output.people ?? []);
	const nameless = people.find(({ named }) => !named);
	if (nameless) throw new Problem('noSharedId', { file: nameless.file });
	const orders = logs.length > 1 ? await appendOrders(logs, currency, task) : (logs[0]?.orders ?? null);
	const same = orders && logs.length > 1 ? await samePurchases(orders, startsOf(logs), task) : [];
	const groups = groupsOf(people);
	const joined = groups.length > 0 ? joinTables(groups) : null;
	const logsOfEvents = read.flatMap(({ output }) => output.events ?? []);
	const events = logsOfEvents.length > 0 ? await appendEvents(logsOfEvents, task) : null;
	const tables = namingTables(orders, groups, events);
	const presence = presenceIn(tables);
	const idKind = read.map(({ output }) => (output.orders ?? output.people ?? output.events)?.idKind).find((kind) => kind);
	const named = idKind ? { idKind } : {};
	return {
		output: {
			orders: orders && { ...orders, ...named },
			people: joined && { ...joined, ...named },
			events: events && { ...events, ...named }
		},
		view: {
			files: read.length,
			orders: orders && ordersSummary(orders, logs.length),
			twice: same.map((one) => inFiles(one, read)),
			people: joined && { files: people.length, customers: joined.aside.reduce((sum, reason) => sum + (reason === 0 ? 1 : 0), 0) },
			events: events && eventsSummary(events, logsOfEvents.length),
			join: tables.length > 1 ? joinSummary(tables, presence) : null
		},
		absent: (request) => absentFile(tables, presence, request)
	};
}
