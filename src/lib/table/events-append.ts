import { pause, type Task } from '../task.js';
import { appendCodes, appendColumns, appendContacts, sum } from './append-columns.js';
import { eventReasons, type EventRoles, type Events } from './events.js';
import { nameOfAll, stacked, unionOf } from './side-by-side.js';

const sameEvent = 1 + eventReasons.indexOf('sameEvent');

/** First and last time of the rows of each file that take part. */
function spans(time: Float64Array, aside: Uint8Array, rows: readonly number[]): (readonly [first: number, last: number])[] {
	let row = 0;
	return rows.map((count) => {
		let [first, last] = [Infinity, -Infinity];
		for (const end = row + count; row < end; row++) {
			if (aside[row] !== 0) continue;
			first = Math.min(first, time[row]!);
			last = Math.max(last, time[row]!);
		}
		return [first, last];
	});
}

/** Marks rows that an earlier file holds too: the same event and page of the same customer and visit at the same time. */
async function markRepeats(
	{ customer, time, event, page, session }: Omit<Events, 'aside'>,
	rows: readonly number[],
	aside: Uint8Array,
	task: Task
): Promise<void> {
	const spanOf = spans(time, aside, rows);
	const firstIn = new Map<string, number>();
	let row = 0;
	for (const [file, count] of rows.entries()) {
		const others = spanOf.filter((_, other) => other !== file);
		for (const end = row + count; row < end; row++) {
			if ((row & 0xffff) === 0xffff) await pause(task);
			const at = time[row]!;
			if (aside[row] !== 0 || !others.some(([first, last]) => first <= at && at <= last)) continue;
			const key = `${at},${customer.codes[row]},${event?.codes[row]},${page?.codes[row]},${session?.codes[row]}`;
			const first = firstIn.get(key);
			if (first === undefined) firstIn.set(key, file);
			else if (first !== file) aside[row] = sameEvent;
		}
	}
}

/**
 * Appends logs of events of several files into one: row for row, one dictionary for each role. An event that an earlier file holds too is
 * set aside, so that exports whose days overlap count no visit twice. Times keep the clock that each file was put on.
 */
export async function appendEvents(logs: readonly Events[], task: Task): Promise<Events> {
	if (logs.length === 1) return logs[0]!;
	const rows = logs.map((log) => log.rows);
	const union = unionOf(logs.map(({ columns }) => columns));
	const roles: EventRoles = {};
	for (const [i, log] of logs.entries()) {
		for (const role of Object.keys(log.roles) as (keyof EventRoles)[]) roles[role] ??= union.places[i]![log.roles[role]!]!;
	}
	const codesOf = async (role: 'customer' | 'event' | 'page' | 'session') => {
		await pause(task);
		return appendCodes(
			logs.map((log) => log[role]),
			rows
		);
	};
	const numbersOf = (of: 'views' | 'seconds') =>
		appendColumns(
			logs.map((log) => log[of] ?? null),
			rows,
			(i) => new Float64Array(rows[i]!).fill(NaN)
		);
	const clocks = new Set(logs.map(({ clock }) => clock));
	const aside = new Uint8Array(sum(rows));
	let start = 0;
	for (const log of logs) {
		aside.set(log.aside, start);
		start += log.rows;
	}
	const events = {
		file: nameOfAll(logs.map(({ file }) => file)),
		columns: union.columns,
		roles,
		rows: sum(rows),
		customer: (await codesOf('customer'))!,
		event: await codesOf('event'),
		page: await codesOf('page'),
		session: await codesOf('session'),
		time: appendColumns(
			logs.map(({ time }) => time),
			rows,
			() => new Float64Array()
		)!,
		engaged: appendColumns(
			logs.map(({ engaged }) => engaged),
			rows,
			(i) => new Int8Array(rows[i]!).fill(-1)
		),
		...(logs.some(({ views }) => views) ? { views: numbersOf('views') } : {}),
		...(logs.some(({ seconds }) => seconds) ? { seconds: numbersOf('seconds') } : {}),
		clock: clocks.size === 1 ? logs[0]!.clock : null,
		utc: logs.some(({ utc }) => utc),
		contacts: () => appendContacts(logs, rows),
		source: stacked(logs, union)
	};
	await markRepeats(events, rows, aside, task);
	return { ...events, aside };
}
