import { Problem } from '../problem.js';
import { pause, type Task } from '../task.js';
import { contactsOf } from './contacts.js';
import { columnBooleans } from './boolean.js';
import { clockOf } from './event-clock.js';
import { clockSeconds, durationUnit } from './event-roles.js';
import { eventReasons, type EventReason, type EventRole, type EventRoles, type Events } from './events.js';
import { fold } from './fold.js';
import { columnNumbers } from './number.js';
import { dictionary, perRow, rowReader } from './dictionary.js';
import type { Dictionary } from './orders.js';
import { firstIdentity } from './origin.js';
import type { Candidate } from './sources/recognise.js';
import { textAt, type TextColumn, type TextTable } from './table.js';
import { columnTimes } from './time.js';
import { inferType, type Inferred } from './types.js';

export interface EventPlan {
	readonly roles: EventRoles;
	/** Types of all columns. */
	readonly schema: readonly Inferred[];
	/** The program the table comes from, where it is known. */
	readonly origin: Candidate | null;
}

/** 1, 0 or −1 (nothing said) of each row of a column that says whether a visit is engaged. */
function engagement(column: TextColumn): Int8Array {
	const words = columnBooleans(column);
	const numbers = columnNumbers(column, { mark: '.' });
	const values = Int8Array.from(words, (word, i) => {
		const value = Number.isNaN(word) ? numbers[i]! : word;
		return Number.isNaN(value) ? -1 : value > 0 ? 1 : 0;
	});
	return Int8Array.from(column.codes, (code) => values[code]!);
}

/** Seconds of each row of a column of durations; NaN where it says none. */
function secondsOf(column: TextColumn, numbers: (column: TextColumn) => Float64Array): Float64Array {
	const unit = durationUnit(column.name);
	const clocks = Float64Array.from({ length: column.texts.count }, (_, i) => clockSeconds(textAt(column.texts, i)) ?? NaN);
	const values = clocks.some((seconds) => !Number.isNaN(seconds)) ? perRow(column, clocks) : numbers(column).map((value) => value * unit);
	return values.map((value) => (value >= 0 ? value : NaN));
}

/**
 * Rows that are one event: an export with a line per item of a purchase repeats the event on each. They have the customer, the
 * millisecond, the event and the page in common; told only of clocks that are finer than a second, on which two events do not meet.
 */
function sameEvents(customer: Dictionary, time: Float64Array, event: Dictionary | null, page: Dictionary | null): Uint8Array {
	const same = new Uint8Array(time.length);
	if (time.every((at) => Number.isNaN(at) || at % 1000 === 0)) return same;
	const sorted = time.slice().sort();
	const shared = new Set(sorted.filter((at, i) => at === sorted[i - 1]));
	const seen = new Set<string>();
	for (let row = 0; row < time.length; row++) {
		if (!shared.has(time[row]!)) continue;
		const key = [time[row], customer.codes[row], event?.codes[row], page?.codes[row]].join();
		if (seen.has(key)) same[row] = 1;
		seen.add(key);
	}
	return same;
}

/**
 * Makes a log of events of a table whose columns have roles. Needs the roles customer and time. Times in UTC beside the date on the clock
 * of the site (Google Analytics 4: `event_timestamp`, `event_date`) are put on that clock where the two tell it (`clockOf`).
 * @throws Problem noCustomerColumn, noTimeColumn, badDates (most times unreadable)
 */
export async function eventsFrom(table: TextTable, { roles, schema, origin }: EventPlan, task: Task): Promise<Events> {
	const file = table.name;
	const column = (role: EventRole) => (roles[role] === undefined ? null : table.columns[roles[role]]!);
	const [customer, timeColumn] = [column('customer'), column('time')];
	const [engaged, bounced, views, duration] = [column('engaged'), column('bounced'), column('views'), column('duration')];
	if (!customer) throw new Problem('noCustomerColumn', { file });
	if (!timeColumn) throw new Problem('noTimeColumn', { file });

	const found = schema[roles.time!]!;
	const { type, values } = found.type.kind === 'time' ? found : inferType(timeColumn, { kind: 'time' });
	const time = type.kind === 'time' && values ? perRow(timeColumn, values) : new Float64Array(table.rows).fill(NaN);
	const unread = Array.from(time.keys()).filter((row) => Number.isNaN(time[row]));
	if (unread.length > table.rows / 2) {
		throw new Problem('badDates', {
			file,
			n: unread.length,
			rows: unread
				.slice(0, 5)
				.map((row) => row + 1)
				.join(', '),
			column: timeColumn.name,
			value: textAt(timeColumn.texts, timeColumn.codes[unread[0]!]!)
		});
	}
	await pause(task);

	const counted = type.kind === 'time' && (type.style === 'micros' || type.style === 'millis' || type.style === 'seconds');
	const dates = counted ? table.columns.find(({ name }) => ['eventdate', 'localdate'].includes(fold(name))) : undefined;
	const clock = dates
		? clockOf(time, perRow(dates, columnTimes(dates, { kind: 'time', style: 'date', order: 'ymd', certain: true })))
		: null;
	if (clock !== null) for (let row = 0; row < time.length; row++) time[row]! += clock * 60_000;

	const dictionaryOf = async (from: TextColumn | null): Promise<Dictionary | null> => {
		if (!from) return null;
		await pause(task);
		return dictionary(from);
	};
	const chain: Dictionary[] = [];
	const identities = origin && roles.customer === origin.roles.customer ? origin.identity.map((at) => table.columns[at]!) : [customer];
	for (const identity of identities) chain.push((await dictionaryOf(identity))!);
	const named = firstIdentity(chain, table.rows);
	const event = await dictionaryOf(column('event'));
	const page = await dictionaryOf(column('page'));
	const session = await dictionaryOf(column('session'));
	await pause(task);

	const numbersOf = (role: EventRole, from: TextColumn): Float64Array => {
		const found = schema[roles[role]!]!.type;
		const type = found.kind === 'number' ? found : inferType(from, { kind: 'number' }).type;
		return type.kind === 'number' ? perRow(from, columnNumbers(from, type)) : new Float64Array(table.rows).fill(NaN);
	};
	const same = sameEvents(named, time, event, page);
	const reason = (name: EventReason) => 1 + eventReasons.indexOf(name);
	const aside = Uint8Array.from(time, (at, row) => {
		if (Number.isNaN(at)) return reason('badTime');
		if (named.codes[row] === -1) return reason('noCustomer');
		return same[row] === 1 ? reason('sameEvent') : 0;
	});
	return {
		file,
		columns: table.columns.map(({ name }) => name),
		roles,
		rows: table.rows,
		customer: named,
		time,
		event,
		page,
		session,
		engaged: engaged ? engagement(engaged) : bounced && engagement(bounced).map((said) => (said < 0 ? said : 1 - said)),
		views: views && numbersOf('views', views),
		seconds: duration && secondsOf(duration, (column) => numbersOf('duration', column)),
		clock,
		utc: counted && clock === null,
		aside,
		contacts: () => {
			const found = contactsOf(table);
			const device = chain.length > 1 ? chain.at(-1)! : null;
			return device ? { emails: [], phones: [], ...found, device } : found;
		},
		source: rowReader(table)
	};
}
