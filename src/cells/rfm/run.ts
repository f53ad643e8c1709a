import type { FeatureId } from '../../lib/features/customers.js';
import { Problem } from '../../lib/problem.js';
import { rfmLabels, rfmName, scoreByFifths, scoreByThresholds } from '../../lib/segments/rfm.js';
import { rfmNames, type SegmentName, type Segments } from '../../lib/segments/segments.js';
import type { Run } from '../cell.js';
import type { RfmView, spec } from './spec.js';

/** Orders from which scores 2, 3, 4 and 5 are given where fifths would be pretence. */
const orderThresholds = [2, 3, 4, 6] as const;
const fifth = [1, 2, 3, 4, 5] as const;
const names: readonly SegmentName[] = rfmNames.map((id) => ({ kind: 'rfm', id }));

export const run: Run<typeof spec, Segments | null, RfmView | undefined> = async (_ctx, params, { customers }) => {
	if (!customers.log) return { output: null, view: undefined, blocked: new Problem('rfmNeedsOrders') };
	const of = (id: FeatureId) => customers.features.find((feature) => feature.id === id)!.values;
	const money = of('monetary');
	const times = of(params.frequency === 'orders' ? 'frequency' : 'purchaseDays');
	const recency = scoreByFifths(of('recency'), 'low');
	const frequency = params.cutoffs === 'quantiles' ? scoreByFifths(times, 'high') : scoreByThresholds(times, orderThresholds);
	const monetary = scoreByFifths(params.monetary === 'total' ? money : of('orderValue'), 'high');
	const labels = rfmLabels(recency.scores, frequency.scores);

	const count = () => ({ customers: 0, revenue: 0, high: 0 });
	const squares = fifth.flatMap((r) => fifth.map((f) => ({ recency: r, frequency: f, ...count() })));
	const totals = rfmNames.map((id) => ({ id, ...count() }));
	let revenue = 0;
	labels.forEach((label, i) => {
		const high = monetary.scores[i]! >= 4 ? 1 : 0;
		for (const sum of [squares[(recency.scores[i]! - 1) * 5 + frequency.scores[i]! - 1]!, totals[label]!]) {
			sum.customers++;
			sum.revenue += money[i]!;
			sum.high += high;
		}
		revenue += money[i]!;
	});
	const lowest = frequency.scores.reduce((least, score) => Math.min(least, score), 5);
	return {
		output: { labels, names, strength: null, second: null },
		view: {
			squares,
			names: squares.map((square) => ({ kind: 'rfm', id: rfmName(square.recency, square.frequency) })),
			recency: recency.ranges,
			frequency: frequency.ranges,
			monetary: monetary.ranges,
			lowest: frequency.scores.filter((score) => score === lowest).length / labels.length,
			totals,
			customers: labels.length,
			revenue,
			currency: customers.currency
		}
	};
};
