import type { PurchaseLog } from '../features/customers.js';
import { endBefore, knownAt } from '../features/features.js';
import { Problem } from '../problem.js';
import { historiesAt, type Histories } from '../value/histories.js';
import { tiers, tiersOf } from '../value/tiers.js';
import { columnsAt } from './design.js';
import { sampleOf, type Known, type Sample } from './known.js';
import type { Outcomes } from './metrics.js';
import type { Source } from './source.js';

const fewestCustomers = 50;
const fewestOfEach = 10;
/** Horizons of history that one test asks for, and that two tests of windows of their own ask for. */
const [forOne, forTwo] = [2.5, 3.5];

export interface OrdersOptions {
	/** Everyone is scored as of this day: days since 1970-01-01, lines of earlier days are known. */
	readonly analysisDay: number;
	readonly horizonDays: number;
	readonly target: 'purchase' | 'more' | 'tier';
}

/** A day to look ahead from, the customers known by then, and what happened in the horizon that follows. */
export interface Cut {
	/** Days since 1970-01-01; lines of earlier days are known, the horizon starts with this day. */
	readonly day: number;
	/** Customers who are asked about, as indices into the log. */
	readonly known: Uint32Array;
	readonly outcomes: Outcomes;
}

/**
 * Tests on calendar cuts. Of each the models learn from one horizon and are tested on the next: the last test on the horizon before
 * `analysisDay`, the one before it on the horizon before that, where the history is long enough. At a cut only lines of earlier days are seen.
 *
 * @throws Problem `tooShortHistory` when fewer than two and a half horizons lie behind `analysisDay`, `tooFewCustomers` when
 * fewer than 50 customers were known at the first cut of the last test, `oneOutcome` when fewer than ten have either outcome.
 */
export function ordersSource(log: PurchaseLog, { analysisDay, horizonDays, target }: OrdersOptions): Source {
	let firstDay = analysisDay;
	for (let c = 0; c + 1 < log.start.length; c++) firstDay = Math.min(firstDay, log.day[log.start[c]!]!);
	const days = analysisDay - firstDay;
	const needed = Math.ceil(forOne * horizonDays);
	if (days < needed) throw new Problem('tooShortHistory', { days, needed, longest: Math.floor(days / forOne) });
	const last = analysisDay - horizonDays;
	const [train, test] = [last - horizonDays, last].map((day) => cutAt(log, day, horizonDays, target)) as [Cut, Cut];
	if (train.known.length < fewestCustomers) throw new Problem('tooFewCustomers', { n: train.known.length, needed: fewestCustomers });
	for (const { outcomes } of [train, test]) {
		const positives = outcomes.reduce((sum, outcome) => sum + outcome, 0);
		if (Math.min(positives, outcomes.length - positives) < fewestOfEach) throw new Problem('oneOutcome', { n: outcomes.length, positives });
	}
	const samples = new Map<number, Sample>();
	const sampleAt = (cut: Cut): Sample => {
		const held = samples.get(cut.day);
		if (held) return held;
		const known = lookAt(log, cut.day, cut.known);
		const once = Uint8Array.from(known.columns['purchaseDays']!, (bought) => (bought === 1 ? 1 : 0));
		const sample = sampleOf(known, cut.outcomes, cut.day, once);
		samples.set(cut.day, sample);
		return sample;
	};
	const earlier = days >= forTwo * horizonDays ? earlierCut(log, last - 2 * horizonDays, horizonDays, target) : null;
	const trials = [...(earlier ? [[earlier, train] as const] : []), [train, test] as const];
	return {
		models: ['baseRate', 'recency', 'frequency', 'habit', 'rfm', 'orders', 'logistic', 'network', 'trees'],
		horizonDays,
		asOfDay: analysisDay,
		target: { kind: target },
		trials: trials.length,
		trial: (k) => ({ train: sampleAt(trials[k]![0]), test: sampleAt(trials[k]![1]) }),
		parts: () => {
			const known = askedAt(log, analysisDay, horizonDays, target);
			return [{ learn: sampleAt(test), known: lookAt(log, analysisDay, known), places: known }];
		},
		customers: log.start.length - 1
	};
}

/** The first cut of an earlier test, where enough customers with either outcome are known at it. */
function earlierCut(log: PurchaseLog, day: number, horizonDays: number, target: OrdersOptions['target']): Cut | null {
	const cut = cutAt(log, day, horizonDays, target);
	const positives = cut.outcomes.reduce((sum, outcome) => sum + outcome, 0);
	const fit = cut.known.length >= fewestCustomers && Math.min(positives, cut.outcomes.length - positives) >= fewestOfEach;
	return fit ? cut : null;
}

export function cutAt(log: PurchaseLog, day: number, horizonDays: number, target: OrdersOptions['target']): Cut {
	const known = askedAt(log, day, horizonDays, target);
	const next = target === 'tier' ? nextTierAt(log, day) : null;
	const outcomes = Uint8Array.from(known, (c) => {
		if (next) return spent(log, c, -Infinity, day + horizonDays) >= next.get(c)! ? 1 : 0;
		if (target === 'more') return spent(log, c, day, day + horizonDays) > spent(log, c, day - horizonDays, day) ? 1 : 0;
		const end = log.start[c + 1]!;
		const at = endBefore(log.day, log.start[c]!, end, day);
		return at < end && log.day[at]! < day + horizonDays ? 1 : 0;
	});
	return { day, known, outcomes };
}

/** The customers who are asked about on a day. */
export function askedAt(log: PurchaseLog, day: number, horizonDays: number, target: OrdersOptions['target']): Uint32Array {
	const known = knownAt(log, day);
	switch (target) {
		case 'purchase':
			return known;
		case 'more':
			return known.filter((c) => spent(log, c, day - horizonDays, day) > 0);
		case 'tier': {
			const next = nextTierAt(log, day);
			return known.filter((c) => next.has(c));
		}
		default:
			return target satisfies never;
	}
}

/** What each customer who stands below another tier of value on a day must have spent in all to have reached it: where it begins on that day. */
function nextTierAt(log: PurchaseLog, day: number): Map<number, number> {
	const known = knownAt(log, day);
	const past = Float64Array.from(known, (c) => spent(log, c, -Infinity, day));
	const tier = tiersOf(past);
	const begins = tiers.map((_, k) => past.reduce((least, value, i) => (tier[i] === k && value < least ? value : least), Infinity));
	const next = new Map<number, number>();
	known.forEach((c, i) => {
		const above = begins.slice(0, tier[i]).findLast(Number.isFinite);
		if (above !== undefined) next.set(c, above);
	});
	return next;
}

/** What a customer spent from day `from` until before day `to`. */
function spent(log: PurchaseLog, c: number, from: number, to: number): number {
	const end = endBefore(log.day, log.start[c]!, log.start[c + 1]!, to);
	let sum = 0;
	for (let i = endBefore(log.day, log.start[c]!, end, from); i < end; i++) sum += log.amount[i]!;
	return sum;
}

/** What is known of customers at the start of a day; their histories are made when a model asks for them. */
export function lookAt(log: PurchaseLog, day: number, among: Uint32Array): Known {
	let histories: Histories | undefined;
	return { rows: among.length, columns: columnsAt(log, day, among), histories: () => (histories ??= historiesAt(log, day, among)) };
}
