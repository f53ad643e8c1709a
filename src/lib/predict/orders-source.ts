import type { PurchaseLog } from '../features/customers.js';
import { endBefore, knownAt } from '../features/features.js';
import { Problem } from '../problem.js';
import { historiesAt, type Histories } from '../value/histories.js';
import { tiers, tiersOf } from '../value/tiers.js';
import { columnsAt } from './design.js';
import { sampleOf, type Known, type Sample, type SampleReport } from './known.js';
import type { Outcomes } from './metrics.js';
import { shortestHorizon } from './scores.js';
import type { Source } from './source.js';

const fewestCustomers = 50;
const fewestOfEach = 10;
/** Horizons of history that one test asks for, and that two tests of windows of their own ask for. */
const [forOne, forTwo] = [2.5, 3.5];
/** Days. */
const year = 365;

/** What is asked about customers on a day. */
export interface Asking {
	readonly horizonDays: number;
	readonly target: 'purchase' | 'more' | 'tier';
}

export interface OrdersOptions extends Asking {
	/** Everyone is scored as of this day: days since 1970-01-01, lines of earlier days are known. */
	readonly analysisDay: number;
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
 * @throws Problem `nobodyReturns` when fewer than ten of at least 50 customers bought on more than one day, `tooShortForAny` where no horizon has days enough, `tooShortHistory` when fewer
 * than two and a half horizons lie behind `analysisDay`, `tooFewKnown` when fewer than 50 customers were known at the first cut of the last test (`tooFewAsked` where not all of them are asked about), `oneOutcome` when fewer than ten have either outcome.
 */
export function ordersSource(log: PurchaseLog, { analysisDay, ...asking }: OrdersOptions): Source {
	const { horizonDays, target } = asking;
	let firstDay = analysisDay;
	let returned = 0;
	for (let c = 0; c + 1 < log.start.length; c++) {
		const begin = log.start[c]!;
		const end = endBefore(log.day, begin, log.start[c + 1]!, analysisDay);
		firstDay = Math.min(firstDay, log.day[begin]!);
		if (end > begin && log.day[end - 1] !== log.day[begin]) returned++;
	}
	const customers = log.start.length - 1;
	if (customers >= fewestCustomers && returned < fewestOfEach)
		throw new Problem('nobodyReturns', { n: customers, returned, needed: fewestOfEach });
	const days = analysisDay - firstDay;
	const needed = Math.ceil(forOne * horizonDays);
	if (days < forOne * shortestHorizon)
		throw new Problem('tooShortForAny', { days, needed: Math.ceil(forOne * shortestHorizon), shortest: shortestHorizon });
	if (days < needed) throw new Problem('tooShortHistory', { days, needed, longest: Math.floor(days / forOne) });
	const last = analysisDay - horizonDays;
	const [train, test] = [last - horizonDays, last].map((day) => cutAt(log, day, asking)) as [Cut, Cut];
	if (train.known.length < fewestCustomers)
		throw new Problem(target === 'purchase' ? 'tooFewKnown' : 'tooFewAsked', { n: train.known.length, needed: fewestCustomers });
	for (const { outcomes } of [train, test]) {
		const positives = outcomes.reduce((sum, outcome) => sum + outcome, 0);
		if (Math.min(positives, outcomes.length - positives) < fewestOfEach) throw new Problem('oneOutcome', { n: outcomes.length, positives });
	}
	const samples = new Map<number, Sample>();
	const sampleAt = (cut: Cut): Sample => {
		const held = samples.get(cut.day);
		if (held) return held;
		const known = lookAt(log, cut.day, cut.known, asking);
		const once = Uint8Array.from(known.columns['purchaseDays']!, (bought) => (bought === 1 ? 1 : 0));
		const sample = sampleOf(known, cut.outcomes, cut.day, once);
		samples.set(cut.day, sample);
		return sample;
	};
	const earlier = days >= forTwo * horizonDays ? earlierCut(log, last - 2 * horizonDays, asking) : null;
	const trials = [...(earlier ? [[earlier, train] as const] : []), [train, test] as const];
	const nearest = target === 'tier' ? (['nearest'] as const) : [];
	return {
		models: ['baseRate', 'recency', 'frequency', 'habit', ...nearest, 'rfm', 'orders', 'logistic', 'network', 'trees'],
		horizonDays,
		asOfDay: analysisDay,
		target: { kind: target },
		trials: trials.length,
		trial: (k) => ({ train: sampleAt(trials[k]![0]), test: sampleAt(trials[k]![1]) }),
		parts: () => {
			const places = askedAt(log, analysisDay, asking);
			return [{ learn: sampleAt(test), known: lookAt(log, analysisDay, places, asking), places }];
		},
		yearBefore: days >= year + horizonDays ? reportOf(cutAt(log, analysisDay - year, asking)) : null,
		customers
	};
}

/** The first cut of an earlier test, where enough customers with either outcome are known at it. */
function earlierCut(log: PurchaseLog, day: number, asking: Asking): Cut | null {
	const cut = cutAt(log, day, asking);
	const positives = cut.outcomes.reduce((sum, outcome) => sum + outcome, 0);
	const fit = cut.known.length >= fewestCustomers && Math.min(positives, cut.outcomes.length - positives) >= fewestOfEach;
	return fit ? cut : null;
}

/** What happened after a cut; null where too few were known at it. */
function reportOf({ day, known, outcomes }: Cut): SampleReport | null {
	if (known.length < fewestCustomers) return null;
	const positives = outcomes.reduce((sum, outcome) => sum + outcome, 0);
	return { day, n: known.length, positives, baseRate: positives / known.length };
}

export function cutAt(log: PurchaseLog, day: number, { horizonDays, target }: Asking): Cut {
	const needed = neededAt(log, day, { horizonDays, target });
	const known = askedAt(log, day, { horizonDays, target }, needed);
	const outcomes = Uint8Array.from(known, (c) => {
		if (needed) {
			const came = spent(log, c, day, day + horizonDays);
			// What is needed is a difference of sums, which may round up.
			return (target === 'more' ? came > needed[c]! : came >= needed[c]! * (1 - 1e-9)) ? 1 : 0;
		}
		const end = log.start[c + 1]!;
		const at = endBefore(log.day, log.start[c]!, end, day);
		return at < end && log.day[at]! < day + horizonDays ? 1 : 0;
	});
	return { day, known, outcomes };
}

/** The customers who are asked about on a day: all who are known, or those from whom some spend is needed. */
export function askedAt(log: PurchaseLog, day: number, asking: Asking, needed = neededAt(log, day, asking)): Uint32Array {
	const known = knownAt(log, day);
	return needed ? known.filter((c) => needed[c]! > 0) : known;
}

/**
 * What each customer must spend within the horizon: up to the value at which the tier above theirs begins on the day, or more than within as
 * many days before it; NaN for who is not asked about, null where any purchase will do.
 */
function neededAt(log: PurchaseLog, day: number, { horizonDays, target }: Asking): Float64Array | null {
	if (target === 'purchase') return null;
	const known = knownAt(log, day);
	const needed = new Float64Array(log.start.length - 1).fill(NaN);
	if (target === 'more') {
		for (const c of known) needed[c] = spent(log, c, day - horizonDays, day);
		return needed;
	}
	const past = Float64Array.from(known, (c) => spent(log, c, -Infinity, day));
	const tier = tiersOf(past);
	const begins = tiers.map((_, k) => past.reduce((least, value, i) => (tier[i] === k && value < least ? value : least), Infinity));
	known.forEach((c, i) => (needed[c] = (begins.slice(0, tier[i]).findLast(Number.isFinite) ?? NaN) - past[i]!));
	return needed;
}

/** What a customer spent from day `from` until before day `to`. */
function spent(log: PurchaseLog, c: number, from: number, to: number): number {
	const end = endBefore(log.day, log.start[c]!, log.start[c + 1]!, to);
	let sum = 0;
	for (let i = endBefore(log.day, log.start[c]!, end, from); i < end; i++) sum += log.amount[i]!;
	return sum;
}

/**
 * What is known of customers at the start of a day; their histories are made when a model asks for them. Where the target is spend, what is
 * still `neededSpend` is known too, and how many orders of the customer's own mean value that makes, `neededOrders`.
 */
export function lookAt(log: PurchaseLog, day: number, among: Uint32Array, asking: Asking): Known {
	let histories: Histories | undefined;
	const columns = columnsAt(log, day, among);
	const needed = neededAt(log, day, asking);
	const spend = needed && Float64Array.from(among, (c) => needed[c]!);
	const orders = spend?.map((amount, i) => (columns.orderValue[i]! > 0 ? amount / columns.orderValue[i]! : NaN));
	return {
		rows: among.length,
		columns: spend && orders ? { ...columns, neededSpend: spend, neededOrders: orders } : columns,
		histories: () => (histories ??= historiesAt(log, day, among))
	};
}
