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
	const days: number[] = [];
	const ended: number[] = [];
	for (const c of among) {
		const begin = log.start[c]!;
		const end = endBefore(log.day, begin, log.start[c + 1]!, day);
		for (let i = begin + 1; i < end; i++) {
			if (log.day[i] === log.day[i - 1]) continue;
			days.push(log.day[i]! - log.day[i - 1]!);
			ended.push(1);
		}
		days.push(day - 1 - log.day[end - 1]!);
		ended.push(0);
	}
	const closed = ended.reduce((sum, end) => sum + end, 0);
	return { curve: kaplanMeier(Float64Array.from(days), Uint8Array.from(ended)), closed, open: ended.length - closed };
}
