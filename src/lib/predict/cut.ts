import type { PurchaseLog } from '../features/customers.js';
import { endBefore, knownAt } from '../features/features.js';
import { Problem } from '../problem.js';
import type { Outcomes } from './metrics.js';

const fewestCustomers = 50;
const fewestOfEach = 10;

/** A day to look ahead from, the customers known by then, and which of them bought in the horizon that follows. */
export interface Cut {
	/** Days since 1970-01-01; lines of earlier days are known, the horizon starts with this day. */
	readonly day: number;
	/** Customers with a purchase before `day`, as indices into the log. */
	readonly known: Uint32Array;
	readonly bought: Outcomes;
	/** How many bought, and their share of `known`. */
	readonly positives: number;
	readonly rate: number;
}

/**
 * The two cuts of a backtest: models learn from the horizon before the last and are tested on the last one before
 * `analysisDay`. Their windows touch and do not overlap.
 *
 * @throws Problem `tooShortHistory` when fewer than two and a half horizons lie behind `analysisDay`, `tooFewCustomers` when
 * fewer than 50 customers were known at the first cut, `oneOutcome` when fewer than ten bought or fewer than ten did not.
 */
export function backtestCuts(log: PurchaseLog, analysisDay: number, horizonDays: number): { train: Cut; test: Cut } {
	let firstDay = analysisDay;
	for (let c = 0; c + 1 < log.start.length; c++) firstDay = Math.min(firstDay, log.day[log.start[c]!]!);
	const days = analysisDay - firstDay;
	const needed = Math.ceil(2.5 * horizonDays);
	if (days < needed) throw new Problem('tooShortHistory', { days, needed, longest: Math.floor(days / 2.5) });
	const train = cutAt(log, analysisDay - 2 * horizonDays, horizonDays);
	const test = cutAt(log, analysisDay - horizonDays, horizonDays);
	if (train.known.length < fewestCustomers) throw new Problem('tooFewCustomers', { n: train.known.length, needed: fewestCustomers });
	for (const { bought, positives } of [train, test]) {
		if (Math.min(positives, bought.length - positives) < fewestOfEach) throw new Problem('oneOutcome', { n: bought.length, positives });
	}
	return { train, test };
}

function cutAt(log: PurchaseLog, day: number, horizonDays: number): Cut {
	const known = knownAt(log, day);
	const bought = Uint8Array.from(known, (c) => {
		const end = log.start[c + 1]!;
		const next = endBefore(log.day, log.start[c]!, end, day);
		return next < end && log.day[next]! < day + horizonDays ? 1 : 0;
	});
	const positives = bought.reduce((sum, outcome) => sum + outcome, 0);
	return { day, known, bought, positives, rate: positives / bought.length };
}
