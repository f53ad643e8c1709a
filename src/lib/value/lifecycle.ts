import type { PurchaseLog } from '../features/customers.js';
import { endBefore } from '../features/features.js';
import { quantile } from '../stats/quantile.js';
import type { GapCurve } from './gaps.js';

/** Where customers stand who may leave without a word; of two that fit, the earlier in the rules of `stageOf` holds. */
export const stages = ['prospect', 'new', 'reactivated', 'loyal', 'active', 'risk', 'inactive', 'churned'] as const;
export type Stage = (typeof stages)[number];

/** Days since the last purchase at which one stage becomes the next. */
export interface Cutoffs {
	/** Within these many days half of those who come back have done so; within the others 80 % and 95 %. */
	readonly half: number;
	readonly most: number;
	readonly nearlyAll: number;
	/** Purchase days from which a customer is loyal. */
	readonly loyal: number;
	/** False where fewer than 30 purchases were followed by another: 30, 90 and 180 days are then taken instead. */
	readonly fromData: boolean;
}

const fewestGaps = 30;
const usual = { half: 30, most: 90, nearlyAll: 180 } as const;
const fewestOfLoyal = 3;

/**
 * Cut-offs from the curve of days to the next purchase. Many never come back, so the curve levels out; its fall (1 − S(t)) ÷ (1 − S(end))
 * is that of those who do. `purchaseDays` are those of each customer: loyal is who has as many as the best fifth, and at least three.
 */
export function cutoffsOf({ curve, closed }: GapCurve, purchaseDays: ArrayLike<number>): Cutoffs {
	const loyal = Math.max(fewestOfLoyal, Math.ceil(quantile(purchaseDays, 0.8)));
	if (closed < fewestGaps) return { ...usual, loyal, fromData: false };
	const fall = 1 - curve.survival.at(-1)!;
	const reaching = (share: number) => curve.time[curve.survival.findIndex((s) => (1 - s) / fall >= share - 1e-12)]!;
	return { half: reaching(0.5), most: reaching(0.8), nearlyAll: reaching(0.95), loyal, fromData: true };
}

/** What a stage is told from: purchase days so far, days since the last, and days between the last two (NaN with fewer than two). */
export interface Rhythm {
	readonly purchaseDays: number;
	readonly recency: number;
	readonly lastGap: number;
}

/** The one stage of a customer: the first rule that fits. */
export function stageOf({ purchaseDays, recency, lastGap }: Rhythm, { half, most, nearlyAll, loyal }: Cutoffs): Stage {
	if (purchaseDays === 0) return 'prospect';
	if (purchaseDays === 1 && recency <= half) return 'new';
	if (lastGap > nearlyAll && recency <= half) return 'reactivated';
	if (purchaseDays >= loyal && recency <= most) return 'loyal';
	if (recency <= most) return 'active';
	if (recency <= nearlyAll) return 'risk';
	return recency <= 2 * nearlyAll ? 'inactive' : 'churned';
}

/** The rhythm of a customer (index into the log) as it stood at the start of `day`. */
export function rhythmAt(log: PurchaseLog, customer: number, day: number): Rhythm {
	const begin = log.start[customer]!;
	const end = endBefore(log.day, begin, log.start[customer + 1]!, day);
	if (end === begin) return { purchaseDays: 0, recency: NaN, lastGap: NaN };
	let purchaseDays = 1;
	let lastGap = NaN;
	for (let i = begin + 1; i < end; i++) {
		if (log.day[i] === log.day[i - 1]) continue;
		purchaseDays++;
		lastGap = log.day[i]! - log.day[i - 1]!;
	}
	return { purchaseDays, recency: day - log.day[end - 1]!, lastGap };
}
