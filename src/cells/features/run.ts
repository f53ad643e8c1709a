import type { InferOutput } from 'valibot';
import { attributesOf, lastDatedDay } from '../../lib/features/attributes.js';
import { featureInfo, isApart, mostTaken, shownId, type Customers, type Feature, type FeatureId } from '../../lib/features/customers.js';
import { featuresAt } from '../../lib/features/features.js';
import { outcomesOf } from '../../lib/features/outcome.js';
import { findIds, joinPeople, type JoinReport, type Unmatched } from '../../lib/features/join.js';
import { daysSpanned, idOrder, purchaseLog } from '../../lib/features/log.js';
import { preferencesAt } from '../../lib/features/preferences.js';
import { customerFrame, type Frame } from '../../lib/table/danfo/frame.js';
import { Problem } from '../../lib/problem.js';
import type { Orders } from '../../lib/table/orders.js';
import type { People } from '../../lib/table/people.js';
import { relatedVariables } from '../../lib/embed/related.js';
import { fitScaling, scale } from '../../lib/embed/scale.js';
import { csvStyle, writeCsv } from '../../lib/export/csv.js';
import { applyMissing, fitMissing, variablesOf, type MissingModel, type MissingResult } from '../../lib/features/missing-values.js';
import { skewness } from '../../lib/stats/skewness.js';
import { takeCustomers } from '../../lib/features/take.js';
import { histogram } from '../../lib/stats/histogram.js';
import type { Workspace } from '../../lib/table/workspace.js';
import type { Run } from '../cell.js';
import { quiet } from '../task.js';
import { customerHabits } from './run-habits.js';
import { summarise } from './run-summary.js';
import { customerVisits } from './run-visits.js';
import type { AsideCustomersRequest, BeforeAfter, FeaturesView, ShareSummary, spec, VariableReport } from './spec.js';

const bins = 18;

export const run: Run<typeof spec, Customers, FeaturesView> = async (ctx, params, { table }) => {
	const bought = table.orders && purchases(table.orders, params);
	const { people, events } = table;
	const ownDay = people && ownDayOf(people);
	const alone = people && !bought ? rowsOf(people) : null;
	const seen = events && customerVisits(events, bought ? bought.customers.analysisDay : params.analysisDay);
	const { ids } = (bought?.customers ?? alone ?? seen)!;
	const { file, rows } = (table.orders ?? people ?? events)!;
	if (ids.length === 0) throw new Problem('nothingKept', { file, n: rows });
	const analysisDay = bought ? bought.customers.analysisDay : (params.analysisDay ?? seen?.analysisDay ?? ownDay);
	const joined = people && bought ? joinPeople(ids, people) : null;
	const described = people && attributesOf(people, (joined ?? alone)!.rows, analysisDay, params.columns);
	const visited = seen && findIds(ids, seen.ids);
	const features = [
		...(bought?.customers.features ?? []),
		...(bought?.habits ?? []),
		...(bought?.preferences ?? []),
		...(seen?.features.map((feature) => ({ ...feature, values: valuesAt(feature.values, visited!) })) ?? []),
		...(described?.features ?? [])
	];
	const { idKind } = (table.orders ?? people ?? events)!;
	const all: Customers = {
		ids,
		...(idKind ? { idKind } : {}),
		analysisDay,
		features,
		country: bought?.customers.country ?? null,
		currency: table.orders?.currency ?? null,
		...(people ? { outcomes: outcomesOf(people, (joined ?? alone)!.rows) } : {}),
		log: bought?.customers.log ?? null
	};
	const missing = fitMissing(features, params.missing);
	const result = applyMissing(all, missing);
	if (result.kept.length === 0) throw new Problem('nothingKept', { file, n: rows });
	const customers = measured(result.customers, params.measures);
	/** The customers who take part, as the files know them: nothing filled in. */
	const known = result.aside.length === 0 ? features : takeCustomers(all, result.kept).features;
	const model: FeaturesModel = { missing };
	const ordinary = { ...customers, features: customers.features.filter(({ id }) => !isApart(id)) };
	let frame: Frame | undefined;
	return {
		output: customers,
		model,
		answers: {
			customers: ({ from, to }: { from: number; to: number }, _signal: AbortSignal, reveal: boolean) => {
				frame ??= customerFrame(
					customers.ids,
					customers.features.map(({ values }) => values)
				);
				return frame
					.page(from, to)
					.map(([id, ...values], i) => [shownId(String(id), idKind, reveal), ...values, ...mostTaken(customers.features, from + i)]);
			},
			related: (_args: null, signal: AbortSignal) => relatedVariables(ordinary, ctx.seed, quiet(ctx, signal)),
			beforeAfter: (key: string) => beforeAfter(customers, key),
			asideCustomers: (request: AsideCustomersRequest) => asideFile(all, result, request),
			join: (_args: null, _signal: AbortSignal, reveal: boolean) => joined && joinShown(joined.report, people!.idKind ?? idKind, reveal)
		},
		view: {
			customers: customers.ids.length,
			features: customers.features.map(featureInfo),
			variables: variableReports(all, missing, result, params),
			aside: result.aside.length,
			currency: customers.currency,
			analysisDay,
			purchases: bought && {
				...bought.view,
				habits: { ...bought.view.habits, summaries: known.filter(({ id }) => isApart(id)).map(summarise) }
			},
			people: people &&
				described && {
					file: people.file,
					columns: described.columns,
					join: joined && joinShown(joined.report, people.idKind ?? idKind, false),
					ownDay,
					dated: described.columns.some(({ as, left }) => as === 'age' || as === 'days' || left === 'needsDate')
				},
			visits: seen && { ...seen.view, matched: result.kept.filter((customer) => visited![customer]! >= 0).length },
			summaries: summaries(known.filter(({ id }) => !isApart(id)))
		},
		blocked: blockedBy(customers, table)
	};
};

/** What the cell learned: the values that stand in for missing ones. */
export interface FeaturesModel {
	readonly missing: MissingModel;
}

/** Customers whose features know how they are measured. */
function measured(customers: Customers, measures: InferOutput<typeof spec.params>['measures']): Customers {
	const of = new Map(
		variablesOf(customers.features).flatMap(({ key, features }) => features.map(({ id }) => [id, measures[key]] as const))
	);
	const features = customers.features.map((feature) => {
		const measure = of.get(feature.id);
		return measure ? { ...feature, measure } : feature;
	});
	return { ...customers, features };
}

function variableReports(
	{ features }: Customers,
	model: MissingModel,
	{ touched }: MissingResult,
	{ measures }: InferOutput<typeof spec.params>
): VariableReport[] {
	return variablesOf(features).map(({ key, features: own, missing, offers }) => {
		const at = model.findIndex((fill) => fill.key === key);
		return {
			key,
			feature: featureInfo(own[0]!),
			missing,
			offers,
			policy: model[at]?.policy ?? 'keep',
			touched: touched[at] ?? 0,
			measure: measures[key] ?? { method: 'ranks', weight: 1 }
		};
	});
}

function beforeAfter(customers: Customers, key: string): BeforeAfter {
	const feature = variablesOf(customers.features).find((variable) => variable.key === key)!.features[0]!;
	const before = histogram(feature.values, bins);
	const skew = skewness(feature.values);
	if (feature.measure?.weight === 0 || Number.isNaN(skew)) return { before, after: null, skews: [skew, NaN] };
	const known = Int32Array.from([...feature.values.keys()].filter((i) => !Number.isNaN(feature.values[i])));
	const { values } = scale(takeCustomers(customers, known), fitScaling(customers, [feature.id]));
	return { before, after: histogram(values, bins), skews: [skew, skewness(values)] };
}

/** The customers set aside for want of a value, each with what is missing. */
const asideFile = ({ ids }: Customers, { aside }: MissingResult, { locale, header, reasons }: AsideCustomersRequest): Blob => {
	const lines = aside.map(({ customer, key }) => [ids[customer]!, reasons[key] ?? key]);
	return new Blob([...writeCsv(header, lines, csvStyle(locale))], { type: 'text/csv' });
};

/** The table as it was known on a day: later rows take no part. */
function until(table: Orders, day: number): Orders {
	const later = day * 86_400_000;
	return { ...table, aside: table.aside.map((reason, row) => (table.time[row]! < later ? reason : 1)) };
}

function purchases(table: Orders, params: InferOutput<typeof spec.params>) {
	const whole = purchaseLog(table);
	const lastDay = daysSpanned(whole.log).last;
	const analysisDay = params.analysisDay ?? lastDay + 1;
	const { ids, log, country } = analysisDay <= lastDay ? purchaseLog(until(table, analysisDay)) : whole;
	const features = featuresAt(log, analysisDay);
	const habits = customerHabits({ log, country, analysisDay, currency: table.currency }, params);
	const of = (id: FeatureId) => features.find((feature) => feature.id === id)!.values;
	const total = (values: Float64Array) => values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
	const once = of('frequency').filter((orders) => orders === 1).length;
	return {
		customers: { ids, log, country, features, analysisDay },
		habits: habits.features,
		preferences: preferencesAt(log, analysisDay),
		view: {
			orders: total(of('frequency')),
			revenue: total(of('monetary')),
			onceShare: once / Math.max(1, ids.length),
			firstDay: daysSpanned(log).first,
			lastDay,
			habits: habits.view
		}
	};
}

/** The values at some places; NaN where the place is −1. */
const valuesAt = (values: Float64Array, places: Int32Array): Float64Array =>
	Float64Array.from(places, (at) => (at < 0 ? NaN : values[at]!));

/** A report of a join whose ids are masked, unless they may be revealed. */
function joinShown(report: JoinReport, idKind: Customers['idKind'], reveal: boolean): JoinReport {
	const shown = ({ count, first }: Unmatched): Unmatched => ({ count, first: first.map((id) => shownId(id, idKind, reveal)) });
	return { ...report, withoutRow: shown(report.withoutRow), withoutOrders: shown(report.withoutOrders) };
}

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

function blockedBy({ ids, idKind, features }: Customers, { orders, people, events }: Workspace): Problem | undefined {
	const named = orders ?? (people ? null : events);
	if (named && ids.length === 1)
		return new Problem('oneCustomer', {
			file: named.file,
			column: named.columns[named.roles.customer!]!,
			value: shownId(ids[0]!, idKind, false)
		});
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
