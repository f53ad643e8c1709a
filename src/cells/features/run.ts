import type { InferOutput } from 'valibot';
import { attributesOf, lastDatedDay } from '../../lib/features/attributes.js';
import { featureInfo, type Customers, type Feature, type FeatureId } from '../../lib/features/customers.js';
import { featuresAt } from '../../lib/features/features.js';
import { joinPeople } from '../../lib/features/join.js';
import { defaultAnalysisDay, idOrder, purchaseLog } from '../../lib/features/log.js';
import { customerFrame, type Frame } from '../../lib/table/danfo/frame.js';
import { Problem } from '../../lib/problem.js';
import type { Orders } from '../../lib/table/orders.js';
import type { People } from '../../lib/table/people.js';
import type { Run } from '../cell.js';
import { customerHabits } from './run-habits.js';
import { summarise } from './run-summary.js';
import type { FeaturesView, ShareSummary, spec } from './spec.js';

export const run: Run<typeof spec, Customers, FeaturesView> = async (_ctx, params, { table }) => {
	const bought = table.orders && purchases(table.orders, params);
	const { people } = table;
	const ownDay = people && ownDayOf(people);
	const alone = people && !bought ? rowsOf(people) : null;
	const { ids } = (bought?.customers ?? alone)!;
	const { file, rows } = (table.orders ?? people)!;
	if (ids.length === 0) throw new Problem('nothingKept', { file, n: rows });
	const analysisDay = bought ? bought.customers.analysisDay : (params.analysisDay ?? ownDay);
	const joined = people && bought ? joinPeople(ids, people) : null;
	const described = people && attributesOf(people, (joined ?? alone)!.rows, analysisDay, params.columns);
	const features = [...(bought?.customers.features ?? []), ...(bought?.habits ?? []), ...(described?.features ?? [])];
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
			summaries: summaries([...(bought?.customers.features ?? []), ...(described?.features ?? [])])
		},
		blocked: blockedBy(customers, table.orders, people)
	};
};

/** The table as it was known on a day: later rows take no part. */
function until(table: Orders, day: number): Orders {
	const later = day * 86_400_000;
	return { ...table, aside: table.aside.map((reason, row) => (table.time[row]! < later ? reason : 1)) };
}

function purchases(table: Orders, params: InferOutput<typeof spec.params>) {
	const whole = purchaseLog(table);
	const lastDay = defaultAnalysisDay(whole.log) - 1;
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
		view: {
			orders: total(of('frequency')),
			revenue: total(of('monetary')),
			onceShare: once / Math.max(1, ids.length),
			firstDay: log.day.reduce((first, day) => Math.min(first, day), Infinity),
			lastDay,
			habits: habits.view
		}
	};
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

function blockedBy({ ids, features }: Customers, orders: Orders | null, people: People | null): Problem | undefined {
	if (orders && ids.length === 1)
		return new Problem('oneCustomer', { file: orders.file, column: orders.columns[orders.roles.customer!]!, value: ids[0]! });
	if (people && features.length === 0) return new Problem('noColumnUsed', { file: people.file, n: people.columns.length });
	return undefined;
}

/** One summary for each feature, but one for all values of a category together. */
function summaries(features: readonly Feature[]): FeaturesView['summaries'] {
	return features.flatMap((feature): FeaturesView['summaries'] => {
		const { unit, attribute, values } = feature;
		if (unit === 'boolean') return [yesOrNo(feature)];
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
