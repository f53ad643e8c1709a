import type { PurchaseLog } from '../features/customers.js';
import { endBefore } from '../features/features.js';
import { kaplanMeier, type SurvivalCurve } from '../stats/kaplan-meier.js';

export interface GapCurve {
	/** Share of purchases not yet followed by another, by days since. */
	readonly curve: SurvivalCurve;
	/** Gaps that ended with a purchase, and gaps that are still open. */
	readonly closed: number;
	readonly open: number;
}

/**
 * Days from one purchase day to the next, as a survival curve, of the customers `among` as they stood at the start of `day`. The gap since
 * the last purchase is open and counts as such: without it long gaps, which are the open ones, would be missed.
 */
export function gapCurve(log: PurchaseLog, day: number, among: Uint32Array): GapCurve {
	let first = day;
	for (const c of among) first = Math.min(first, log.day[log.start[c]!]!);
	// Gaps are whole days, so they are counted by length: those that ended, then those still open.
	const lengths = day - first;
	const counts = new Float64Array(2 * lengths);
	let closed = 0;
	for (const c of among) {
		const begin = log.start[c]!;
		const end = endBefore(log.day, begin, log.start[c + 1]!, day);
		for (let i = begin + 1; i < end; i++) {
			if (log.day[i] === log.day[i - 1]) continue;
			counts[log.day[i]! - log.day[i - 1]!]!++;
			closed++;
		}
		counts[lengths + day - 1 - log.day[end - 1]!]!++;
	}
	const seen = Uint32Array.from(counts.keys()).filter((at) => counts[at]! > 0);
	const curve = kaplanMeier(
		Float64Array.from(seen, (at) => at % lengths),
		Uint8Array.from(seen, (at) => (at < lengths ? 1 : 0)),
		Float64Array.from(seen, (at) => counts[at]!)
	);
	return { curve, closed, open: among.length };
}

const fewestPairs = 100;

/**
 * How regularly customers buy: the shape k of gamma gaps about a mean of each customer's own, by the estimate of Wheat & Morrison (1990)
 * from the last two gaps of each customer, whose share M of both has the variance 1 ÷ (4 (2 k + 1)). 1 is a purchase at random times, as
 * models of orders take it; the larger, the more by the clock. Null where fewer than 100 customers of `among` have two gaps before `day`.
 */
export function regularity(log: PurchaseLog, day: number, among: Uint32Array): number | null {
	let [pairs, sum, squares] = [0, 0, 0];
	for (const c of among) {
		const gaps = [];
		const begin = log.start[c]!;
		for (let i = endBefore(log.day, begin, log.start[c + 1]!, day) - 1; i > begin && gaps.length < 2; i--)
			if (log.day[i] !== log.day[i - 1]) gaps.push(log.day[i]! - log.day[i - 1]!);
		if (gaps.length < 2) continue;
		const share = gaps[0]! / (gaps[0]! + gaps[1]!);
		pairs++;
		sum += share;
		squares += share * share;
	}
	if (pairs < fewestPairs) return null;
	const variance = squares / pairs - (sum / pairs) ** 2;
	return (1 / (4 * variance) - 1) / 2;
}
