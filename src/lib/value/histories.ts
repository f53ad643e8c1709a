import type { PurchaseLog } from '../features/customers.js';
import { endBefore } from '../features/features.js';
import { pause, type Task } from '../task.js';
import { daysPerWeek } from './time.js';

/**
 * What the models know of one customer: how many times they came back after their first purchase, when they last did, and how long
 * they have been watched, both counted from the first purchase. The x, t_x and T of the literature, times in weeks.
 */
export interface History {
	readonly repeats: number;
	readonly lastWeeks: number;
	readonly ageWeeks: number;
}

/** Histories of many customers, column by column. */
export interface Histories {
	readonly repeats: Float64Array;
	readonly lastWeeks: Float64Array;
	readonly ageWeeks: Float64Array;
}

/** Histories with what was spent on the days that customers came back. */
export interface SpendHistories extends Histories {
	/** Mean spend of a repeat purchase day, in the money of the file; 0 where there is none. */
	readonly repeatSpend: Float64Array;
}

/**
 * Histories of the customers `among` (indices into the log, each with a purchase before `day`) as they stood at the start of `day`.
 * Purchases of one calendar day are one purchase, and the last day that is watched is the one before `day`.
 */
export function historiesAt(log: PurchaseLog, day: number, among: Uint32Array): SpendHistories {
	const n = among.length;
	const histories = {
		repeats: new Float64Array(n),
		lastWeeks: new Float64Array(n),
		ageWeeks: new Float64Array(n),
		repeatSpend: new Float64Array(n)
	};
	for (let k = 0; k < n; k++) {
		const c = among[k]!;
		const begin = log.start[c]!;
		const end = endBefore(log.day, begin, log.start[c + 1]!, day);
		const first = log.day[begin]!;
		let spend = 0;
		let repeats = 0;
		for (let i = begin; i < end; i++) {
			if (log.day[i] === first) continue;
			spend += log.amount[i]!;
			if (log.day[i] !== log.day[i - 1]) repeats++;
		}
		histories.repeats[k] = repeats;
		histories.lastWeeks[k] = (log.day[end - 1]! - first) / daysPerWeek;
		histories.ageWeeks[k] = (day - 1 - first) / daysPerWeek;
		histories.repeatSpend[k] = repeats > 0 ? spend / repeats : 0;
	}
	return histories;
}

export const historyOf = ({ repeats, lastWeeks, ageWeeks }: Histories, i: number): History => ({
	repeats: repeats[i]!,
	lastWeeks: lastWeeks[i]!,
	ageWeeks: ageWeeks[i]!
});

/** Histories that differ, each with the number of customers who share it. */
export interface DistinctHistories extends Histories {
	readonly count: Float64Array;
	/** Row of each customer. */
	readonly rowOf: Uint32Array;
}

const held = new WeakMap<Histories, DistinctHistories>();

/** Puts customers of one history into one row; rows stand in the order in which they are met. Histories are not to be changed after it. */
export function distinctHistories(histories: Histories): DistinctHistories {
	const known = held.get(histories);
	if (known) return known;
	const { repeats, lastWeeks, ageWeeks } = histories;
	const n = repeats.length;
	const rowOf = new Uint32Array(n);
	const first: number[] = [];
	const count: number[] = [];
	// A table of rows by hash, open to the next free place: 0 is free, else one more than the row.
	const mask = 2 ** Math.ceil(Math.log2(2 * n + 1)) - 1;
	const places = new Uint32Array(mask + 1);
	const words = [repeats, lastWeeks, ageWeeks].map((column) => new Uint32Array(column.slice().buffer));
	for (let i = 0; i < n; i++) {
		let hash = 0;
		for (const own of words)
			for (const word of [own[2 * i]!, own[2 * i + 1]!]) {
				hash = Math.imul(hash ^ word, 0x9e3779b1);
				hash ^= hash >>> 15;
			}
		let at = hash & mask;
		for (; places[at]! > 0; at = (at + 1) & mask) {
			const one = first[places[at]! - 1]!;
			if (repeats[one] === repeats[i] && lastWeeks[one] === lastWeeks[i] && ageWeeks[one] === ageWeeks[i]) break;
		}
		if (places[at] === 0) {
			places[at] = first.push(i);
			count.push(0);
		}
		const row = places[at]! - 1;
		count[row]!++;
		rowOf[i] = row;
	}
	const pick = (values: Float64Array) => Float64Array.from(first, (i) => values[i]!);
	const distinct = { repeats: pick(repeats), lastWeeks: pick(lastWeeks), ageWeeks: pick(ageWeeks), count: Float64Array.from(count), rowOf };
	held.set(histories, distinct);
	return distinct;
}

const rowsBetweenPauses = 500;

/** A figure of each distinct history. */
export async function ofRows(
	rows: DistinctHistories,
	figure: (history: History, row: number) => number,
	task: Task
): Promise<Float64Array> {
	const figures = new Float64Array(rows.count.length);
	for (let k = 0; k < figures.length; k++) {
		if (k % rowsBetweenPauses === 0) await pause(task);
		figures[k] = figure(historyOf(rows, k), k);
	}
	return figures;
}
