import type { PurchaseLog } from '../features/customers.js';
import { endBefore } from '../features/features.js';

/** Customers whose first purchase falls into one calendar period, and the share of them who bought in each period after it. */
export interface Cohort {
	/** First day of the period: days since 1970-01-01. */
	readonly day: number;
	readonly customers: number;
	/** Entry k: share who bought in the (k + 1)-th period after their first. Only periods that `day` has left behind. */
	readonly retention: readonly number[];
}

export interface CohortTable {
	readonly period: 'month' | 'quarter';
	readonly cohorts: readonly Cohort[];
	/** Entry k: share of all customers old enough for it who bought in the (k + 1)-th period after their first. */
	readonly average: readonly number[];
	/** Share of customers with more than one purchase day. */
	readonly repeatRate: number;
}

const mostMonths = 18;
const msPerDay = 86_400_000;

/** Cohorts of the customers `among` by calendar month of their first purchase, or by quarter where the log is longer than 18 months. */
export function cohortTable(log: PurchaseLog, day: number, among: Uint32Array): CohortTable {
	let first = Infinity;
	for (const c of among) first = Math.min(first, log.day[log.start[c]!]!);
	const period = monthOf(day - 1) - monthOf(first) < mostMonths ? 'month' : 'quarter';
	const size = period === 'month' ? 1 : 3;
	const periodOf = (at: number) => Math.floor(monthOf(at) / size);
	const origin = periodOf(first);
	const periods = Int32Array.from({ length: day - first }, (_, at) => periodOf(first + at) - origin);
	/** Periods that are over: the one that `day` falls into is not. */
	const over = periodOf(day) - origin;
	const count = periodOf(day - 1) - origin + 1;
	const customers = new Float64Array(count);
	const bought = Array.from({ length: count }, () => new Float64Array(count));
	let repeaters = 0;
	for (const c of among) {
		const begin = log.start[c]!;
		const end = endBefore(log.day, begin, log.start[c + 1]!, day);
		const cohort = periods[log.day[begin]! - first]!;
		customers[cohort]!++;
		if (log.day[end - 1] !== log.day[begin]) repeaters++;
		let last = cohort;
		for (let i = begin; i < end; i++) {
			if (i > begin && log.day[i] === log.day[i - 1]) continue;
			const at = periods[log.day[i]! - first]!;
			if (at > last) bought[cohort]![at]!++;
			last = at;
		}
	}
	const cohorts: Cohort[] = [];
	const sums = new Float64Array(count);
	const bases = new Float64Array(count);
	for (let k = 0; k < count; k++) {
		if (customers[k] === 0) continue;
		const later = Math.max(0, over - k - 1);
		const counts = bought[k]!.subarray(k + 1, k + 1 + later);
		cohorts.push({
			day: dayOfMonth((k + origin) * size),
			customers: customers[k]!,
			retention: Array.from(counts, (n) => n / customers[k]!)
		});
		counts.forEach((n, i) => {
			sums[i]! += n;
			bases[i]! += customers[k]!;
		});
	}
	const average = [...sums].flatMap((sum, i) => (bases[i]! > 0 ? [sum / bases[i]!] : []));
	return { period, cohorts, average, repeatRate: repeaters / Math.max(1, among.length) };
}

/** Months since January 1970. */
function monthOf(day: number): number {
	const date = new Date(day * msPerDay);
	return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

const dayOfMonth = (month: number): number => Date.UTC(1970, month, 1) / msPerDay;
