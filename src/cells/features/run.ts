import { attributesOf, lastDatedDay } from '../../lib/features/attributes.js';
import { featureInfo, type Customers, type Feature, type FeatureId } from '../../lib/features/customers.js';
import { featuresAt } from '../../lib/features/features.js';
import { findIds, joinPeople } from '../../lib/features/join.js';
import { defaultAnalysisDay, idOrder, purchaseLog } from '../../lib/features/log.js';
import { visitFeatures } from '../../lib/features/visits.js';
import { visitLog, type VisitLog } from '../../lib/features/visit-log.js';
import { customerFrame, type Frame } from '../../lib/table/danfo/frame.js';
import { Problem } from '../../lib/problem.js';
import type { Orders } from '../../lib/table/orders.js';
import type { Events } from '../../lib/table/events.js';
import type { People } from '../../lib/table/people.js';
import { histogram } from '../../lib/stats/histogram.js';
import { quantile } from '../../lib/stats/quantile.js';
import type { Workspace } from '../../lib/table/workspace.js';
import type { Run } from '../cell.js';
import type { FeaturesView, NumberSummary, ShareSummary, spec } from './spec.js';

const bins = 18;

export const run: Run<typeof spec, Customers, FeaturesView> = async (_ctx, params, { table }) => {
	const bought = table.orders && purchases(table.orders, params.analysisDay);
	const { people, events } = table;
	const ownDay = people && ownDayOf(people);
	const alone = people && !bought ? rowsOf(people) : null;
	const seen = events && visits(events, bought ? bought.customers.analysisDay : params.analysisDay);
	const { ids } = (bought?.customers ?? alone ?? seen?.log)!;
	const { file, rows } = (table.orders ?? people ?? events)!;
	if (ids.length === 0) throw new Problem('nothingKept', { file, n: rows });
	const analysisDay = bought ? bought.customers.analysisDay : (params.analysisDay ?? seen?.analysisDay ?? ownDay);
	const joined = people && bought ? joinPeople(ids, people) : null;
	const described = people && attributesOf(people, (joined ?? alone)!.rows, analysisDay, params.columns);
	const visited = seen && findIds(ids, seen.log.ids);
	const features = [
		...(bought?.customers.features ?? []),
		...(seen?.features.map((feature) => ({ ...feature, values: valuesAt(feature.values, visited!) })) ?? []),
		...(described?.features ?? [])
	];
	const customers: Customers = {
		ids,
		analysisDay,
		features,
		country: bought?.customers.country ?? null,
		currency: table.orders?.currency ?? null,
		log: bought?.customers.log ?? null
	};
	let frame: Frame | undefined;
	return {
		output: customers,
		answers: {
			customers: ({ from, to }: { from: number; to: number }) => {
				frame ??= customerFrame(
					ids,
					features.map(({ values }) => values)
				);
				return frame.page(from, to);
			}
		},
		view: {
			customers: ids.length,
			features: features.map(featureInfo),
			currency: customers.currency,
			analysisDay,
			purchases: bought?.view ?? null,
			people: people &&
				described && {
					file: people.file,
					columns: described.columns,
					join: joined?.report ?? null,
					ownDay,
					dated: described.columns.some(({ as, left }) => as === 'age' || as === 'days' || left === 'needsDate')
				},
			visits: seen && { ...seen.view, matched: visited!.filter((at) => at >= 0).length },
			summaries: summaries(features)
		},
		blocked: blockedBy(customers, table)
	};
};

/** The table as it was known on a day: later rows take no part. */
function until(table: Orders, day: number): Orders {
	const later = day * 86_400_000;
	return { ...table, aside: table.aside.map((reason, row) => (table.time[row]! < later ? reason : 1)) };
}

function purchases(table: Orders, chosenDay: number | null) {
	const whole = purchaseLog(table);
	const lastDay = defaultAnalysisDay(whole.log) - 1;
	const analysisDay = chosenDay ?? lastDay + 1;
	const { ids, log, country } = analysisDay <= lastDay ? purchaseLog(until(table, analysisDay)) : whole;
	const features = featuresAt(log, analysisDay);
	const of = (id: FeatureId) => features.find((feature) => feature.id === id)!.values;
	const total = (values: Float64Array) => values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
	const once = of('frequency').filter((orders) => orders === 1).length;
	return {
		customers: { ids, log, country, features, analysisDay },
		view: {
			orders: total(of('frequency')),
			revenue: total(of('monetary')),
			onceShare: once / Math.max(1, ids.length),
			firstDay: log.day.reduce((first, day) => Math.min(first, day), Infinity),
			lastDay
		}
	};
}

/** Visits up to a day, the day after the last event unless it is chosen, with the features of their visitors. */
function visits(events: Events, chosenDay: number | null) {
	const whole = visitLog(events);
	const firstDay = whole.eventDay.reduce((first, day) => Math.min(first, day), Infinity);
	const lastDay = whole.eventDay.reduce((last, day) => Math.max(last, day), -Infinity);
	const analysisDay = chosenDay ?? lastDay + 1;
	const log: VisitLog = analysisDay <= lastDay ? visitLog(events, analysisDay) : whole;
	const sum = (values: Iterable<number>) => {
		let total = 0;
		for (const value of values) total += value;
		return total;
	};
	const features = visitFeatures(log, analysisDay);
	const made = log.begin.length;
	return {
		log,
		analysisDay,
		features,
		view: {
			file: events.file,
			visitors: log.ids.length,
			visits: made,
			events: sum(log.events),
			bounce: features.some(({ id }) => id === 'bounce') && made > 0 ? 1 - sum(log.engaged) / made : null,
			firstDay,
			lastDay
		}
	};
}

/** The values at some places; NaN where the place is −1. */
const valuesAt = (values: Float64Array, places: Int32Array): Float64Array =>
	Float64Array.from(places, (at) => (at < 0 ? NaN : values[at]!));

/** The people who take part, in ascending order of id, each with the row that describes them. */
function rowsOf({ ids, aside }: People): { ids: string[]; rows: Int32Array } {
	const compare = idOrder(ids.filter((_, row) => aside[row] === 0));
	const rows = Int32Array.from([...aside.keys()].filter((row) => aside[row] === 0)).sort((a, b) => compare(ids[a]!, ids[b]!));
	return { ids: Array.from(rows, (row) => ids[row]!), rows };
}

function ownDayOf(people: People): number | null {
	const last = lastDatedDay(people);
	return last === null ? people.writtenDay : last + 1;
}

function blockedBy({ ids, features }: Customers, { orders, people, events }: Workspace): Problem | undefined {
	if (orders && ids.length === 1)
		return new Problem('oneCustomer', { file: orders.file, column: orders.columns[orders.roles.customer!]!, value: ids[0]! });
	if (!orders && !people && events && ids.length === 1)
		return new Problem('oneCustomer', { file: events.file, column: events.columns[events.roles.customer!]!, value: ids[0]! });
	if (people && features.length === 0) return new Problem('noColumnUsed', { file: people.file, n: people.columns.length });
	return undefined;
}

/** One summary for each feature, but one for all values of a category together. */
function summaries(features: readonly Feature[]): FeaturesView['summaries'] {
	return features.flatMap((feature): FeaturesView['summaries'] => {
		const { unit, attribute, values } = feature;
		if (unit === 'boolean') return [yesOrNo(feature)];
		if (attribute?.answers) return [onScale(feature, attribute.answers)];
		if (unit !== 'category') return [summarise(feature)];
		const first = features.find((other) => other.attribute?.column === attribute!.column);
		if (feature !== first) return [];
		const { column, name } = attribute!;
		const own = features.filter((other) => other.attribute?.column === column);
		const shares = own.map((other) => ({ value: other.attribute!.value ?? null, customers: ones(other.values) }));
		return [{ kind: 'share', column, name, missing: unknown(values), values: shares }];
	});
}

const ones = (values: Float64Array) => values.filter((value) => value === 1).length;
const unknown = (values: Float64Array) => values.filter(Number.isNaN).length;

function yesOrNo({ attribute, values }: Feature): ShareSummary {
	const { column, name } = attribute!;
	const [yes, missing] = [ones(values), unknown(values)];
	const shares = [
		{ value: true, customers: yes },
		{ value: false, customers: values.length - missing - yes }
	];
	return { kind: 'share', column, name, missing, values: shares };
}

/** Answers on a scale, from the lowest. */
function onScale({ attribute, values }: Feature, answers: readonly string[]): ShareSummary {
	const { column, name } = attribute!;
	const shares = answers.map((value, i) => ({ value, customers: values.filter((rank) => rank === i + 1).length }));
	return { kind: 'share', column, name, missing: unknown(values), values: shares.filter(({ customers }) => customers > 0) };
}

function summarise(feature: Feature): NumberSummary {
	const sorted = feature.values.filter((value) => !Number.isNaN(value)).sort();
	const { bins: made, beyond } = histogram(sorted, bins);
	return {
		kind: 'number',
		feature: featureInfo(feature),
		median: quantile(sorted, 0.5),
		low: sorted[0] ?? NaN,
		high: sorted.at(-1) ?? NaN,
		missing: feature.values.length - sorted.length,
		bins: made,
		beyond
	};
}
