import type { Customers, Feature } from '../../lib/features/customers.js';
import { featuresAt } from '../../lib/features/features.js';
import { defaultAnalysisDay, purchaseLog } from '../../lib/features/log.js';
import { Problem } from '../../lib/problem.js';
import type { Orders } from '../../lib/table/orders.js';
import { histogram } from '../../lib/stats/histogram.js';
import { quantile } from '../../lib/stats/quantile.js';
import type { Run } from '../cell.js';
import type { FeaturesView, FeatureSummary, spec } from './spec.js';

const bins = 18;

function summarise({ id, unit, values }: Feature): FeatureSummary {
	const sorted = values.filter((value) => !Number.isNaN(value)).sort();
	const { bins: made, beyond } = histogram(sorted, bins);
	return {
		id,
		unit,
		median: quantile(sorted, 0.5),
		low: sorted[0] ?? NaN,
		high: sorted.at(-1) ?? NaN,
		missing: values.length - sorted.length,
		bins: made,
		beyond
	};
}

/** The table as it was known on a day: later rows take no part. */
function until(table: Orders, day: number): Orders {
	const later = day * 86_400_000;
	return { ...table, aside: table.aside.map((reason, row) => (table.time[row]! < later ? reason : 1)) };
}

export const run: Run<typeof spec, Customers, FeaturesView> = async (_ctx, params, { table }) => {
	const whole = purchaseLog(table);
	const analysisDay = params.analysisDay ?? defaultAnalysisDay(whole.log);
	const { ids, log, country } = analysisDay < defaultAnalysisDay(whole.log) ? purchaseLog(until(table, analysisDay)) : whole;
	if (ids.length === 0) throw new Problem('nothingKept', { file: table.file, n: table.rows });
	const features = featuresAt(log, analysisDay);
	const customers: Customers = { ids, analysisDay, features, country, currency: table.currency, log };
	const of = (id: Feature['id']) => features.find((feature) => feature.id === id)!.values;
	const total = (values: Float64Array) => values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
	const once = of('frequency').filter((orders) => orders === 1).length;
	return {
		output: customers,
		view: {
			customers: ids.length,
			orders: total(of('frequency')),
			revenue: total(of('monetary')),
			currency: table.currency,
			analysisDay,
			firstDay: log.day.reduce((first, day) => Math.min(first, day), Infinity),
			lastDay: defaultAnalysisDay(whole.log) - 1,
			onceShare: once / Math.max(1, ids.length),
			features: features.map(summarise)
		},
		blocked:
			ids.length === 1
				? new Problem('oneCustomer', { file: table.file, column: table.columns[table.roles.customer!]!, value: ids[0]! })
				: undefined
	};
};
