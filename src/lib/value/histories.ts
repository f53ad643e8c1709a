import type { PurchaseLog } from '../features/customers.js';
import { endBefore } from '../features/features.js';
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
	const rowOf = new Uint32Array(repeats.length);
	const rows = new Map<string, number>();
	const first: number[] = [];
	const count: number[] = [];
	for (let i = 0; i < repeats.length; i++) {
		const key = `${repeats[i]} ${lastWeeks[i]} ${ageWeeks[i]}`;
		let row = rows.get(key);
		if (row === undefined) {
			rows.set(key, (row = first.length));
			first.push(i);
			count.push(0);
		}
		count[row]!++;
		rowOf[i] = row;
	}
	const pick = (values: Float64Array) => Float64Array.from(first, (i) => values[i]!);
	const distinct = { repeats: pick(repeats), lastWeeks: pick(lastWeeks), ageWeeks: pick(ageWeeks), count: Float64Array.from(count), rowOf };
	held.set(histories, distinct);
	return distinct;
}
