import { featureInfo, type Feature } from '../../lib/features/customers.js';
import { histogram } from '../../lib/stats/histogram.js';
import { quantile } from '../../lib/stats/quantile.js';
import type { NumberSummary } from './spec.js';

const bins = 18;

/** A feature as a histogram and its middle. */
export function summarise(feature: Feature): NumberSummary {
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
