import { featureInfo, type Feature } from '../../lib/features/customers.js';
import { histogramSorted } from '../../lib/stats/histogram.js';
import { quantileSorted, sortedNumbers } from '../../lib/stats/quantile.js';
import type { NumberSummary } from './spec.js';

const bins = 18;

/** A feature as a histogram and its middle. */
export function summarise(feature: Feature): NumberSummary {
	const sorted = sortedNumbers(feature.values);
	const { bins: made, beyond } = histogramSorted(sorted, bins);
	return {
		kind: 'number',
		feature: featureInfo(feature),
		median: quantileSorted(sorted, 0.5),
		low: sorted[0] ?? NaN,
		high: sorted.at(-1) ?? NaN,
		missing: feature.values.length - sorted.length,
		bins: made,
		beyond
	};
}
