import type { PurchaseLog } from '../features/customers.js';
import { endBefore, knownAt } from '../features/features.js';
import { pause, type Task } from '../task.js';
import type { ValueTerms } from './clv.js';
import { cohortTable, type CohortTable } from './cohorts.js';
import { concentration, type Concentration } from './concentration.js';
import { foresee, type Foreseen, type FutureReport } from './future.js';
import { gapCurve, regularity, type GapCurve } from './gaps.js';
import { historiesAt } from './histories.js';
import { cutoffsOf, rhythmAt, stageOf, stages, type Cutoffs } from './lifecycle.js';
import type { OrderModelKind } from './order-model.js';
import { readiness, type Readiness } from './readiness.js';
import { tiers, tiersOf } from './tiers.js';
import { daysPerWeek, weeksOfMonths } from './time.js';
import { groupValues, type GroupValue } from './totals.js';
import type { Future, Values } from './values.js';

/** Small plain data for a view. */
export interface ValueReport {
	readonly asOfDay: number;
	readonly terms: ValueTerms;
	readonly customers: number;
	readonly repeatBuyers: number;
	/** From the first purchase to `asOfDay`. */
	readonly days: number;
	readonly readiness: readonly Readiness[];
	readonly past: { readonly total: number; readonly spread: Concentration | null };
	readonly cohorts: CohortTable;
	readonly gaps: GapCurve;
	readonly cutoffs: Cutoffs;
	/** How regularly customers buy; see `regularity`. */
	readonly regularity: number | null;
	readonly stages: readonly GroupValue[];
	readonly tiers: readonly GroupValue[];
	readonly future: FutureReport | null;
}

export interface ValuationOptions {
	readonly seed: number;
	readonly currency: string | null;
	/** The order model to use; null for the one that the comparison chooses. */
	readonly wanted?: OrderModelKind | null;
	/** Hears what can be said before any model is learned: the past, and what this much data supports. */
	readonly onPast?: (report: ValueReport) => void;
}

const fewestRepeatBuyers = 10;
/** Of fewer days no rate of buying can be learned, however many customers there are. */
const fewestDays = 28;

/**
 * What each customer of `log` has been worth before `day` and may be worth after it, and how far that can be trusted. Customers without
 * a purchase before `day` are prospects of no value.
 */
export async function valueCustomers(
	log: PurchaseLog,
	day: number,
	terms: ValueTerms,
	{ seed, currency, wanted = null, onPast }: ValuationOptions,
	task: Task
): Promise<{ values: Values; report: ValueReport }> {
	const n = log.start.length - 1;
	const known = knownAt(log, day);
	await pause(task);
	const histories = historiesAt(log, day, known);
	await pause(task);
	const past = pastValue(log, day, terms.margin);
	const repeatBuyers = histories.repeats.filter((x) => x > 0).length;
	let first = day;
	for (const c of known) first = Math.min(first, log.day[log.start[c]!]!);
	const days = day - first;

	await pause(task);
	const gaps = gapCurve(log, day, known);
	const cutoffs = cutoffsOf(
		gaps,
		histories.repeats.map((x) => x + 1)
	);
	await pause(task);
	const stage = Uint8Array.from({ length: n }, (_, c) => stages.indexOf(stageOf(rhythmAt(log, c, day), cutoffs)));
	await pause(task);
	const cohorts = cohortTable(log, day, known);
	await pause(task);
	const spread = concentration(past);
	await pause(task);
	const regular = regularity(log, day, known);

	const valued = async (seen: Foreseen | null): Promise<{ values: Values; report: ValueReport }> => {
		await pause(task);
		const future = seen && spreadOver(seen.future, known, n);
		await pause(task);
		const tier = tiersOf(future?.value ?? past);
		const values: Values = { asOfDay: day, terms, currency, past, future, tier, stage };
		const holdout = seen?.report.holdout ?? null;
		await pause(task);
		const ofStages = groupValues(values, stage, stages.length);
		await pause(task);
		const ofTiers = groupValues(values, tier, tiers.length);
		return {
			values,
			report: {
				asOfDay: day,
				terms,
				customers: known.length,
				repeatBuyers,
				days,
				readiness: readiness({
					customers: known.length,
					repeatBuyers,
					days,
					horizonDays: Math.round(weeksOfMonths(terms.horizonMonths) * daysPerWeek),
					holdout: holdout && {
						predicted: holdout.rows.find(({ method }) => method === holdout.chosen)!.total,
						actual: holdout.actual,
						beatsRepetition: holdout.beatsRepetition
					}
				}),
				past: { total: past.reduce((sum, value) => sum + value, 0), spread },
				cohorts,
				gaps,
				cutoffs,
				regularity: regular,
				stages: ofStages,
				tiers: ofTiers,
				future: seen?.report ?? null
			}
		};
	};
	const before = await valued(null);
	if (repeatBuyers < fewestRepeatBuyers || days < fewestDays) return before;
	onPast?.(before.report);
	const seen = await foresee({ log, day, days, known, histories }, terms, { seed, wanted }, task);
	task.progress(1);
	return valued(seen);
}

function pastValue(log: PurchaseLog, day: number, margin: number): Float64Array<ArrayBuffer> {
	return Float64Array.from({ length: log.start.length - 1 }, (_, c) => {
		const end = endBefore(log.day, log.start[c]!, log.start[c + 1]!, day);
		let sum = 0;
		for (let i = log.start[c]!; i < end; i++) sum += log.amount[i]!;
		return sum * margin;
	});
}

/** Entries of known customers, put where they stand among all `n`; the others have no orders ahead and no date. */
function spreadOver({ model, orders, chance, value, alive, next, draws }: Future, known: Uint32Array, n: number): Future {
	const placed = (column: Float64Array, empty: number) => {
		const all = new Float64Array(n).fill(empty);
		known.forEach((c, k) => (all[c] = column[k]!));
		return all;
	};
	return {
		model,
		orders: placed(orders, 0),
		chance: placed(chance, 0),
		value: value && placed(value, 0),
		alive: alive && placed(alive, NaN),
		next: { day: placed(next.day, NaN), low: placed(next.low, NaN), high: placed(next.high, NaN) },
		draws: draws && { ...draws, of: draws.of.map((k) => known[k]!) }
	};
}
