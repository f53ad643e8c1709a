import { featureInfo, shownId, type Customers } from '../../lib/features/customers.js';
import { pca } from '../../lib/project/pca.js';
import type { Segments } from '../../lib/segments/segments.js';
import type { Run } from '../cell.js';
import type { CustomerFacts, MapView, spec } from './spec.js';

/** Mid-rank of each value among all, in [0, 1]; values without meaning stand at 0. */
function ranks(values: Float64Array): Float32Array<ArrayBuffer> {
	const sorted = values.filter((value) => !Number.isNaN(value)).sort();
	const first = (target: number, after: boolean) => {
		let [low, high] = [0, sorted.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (sorted[middle]! < target || (after && sorted[middle] === target)) low = middle + 1;
			else high = middle;
		}
		return low;
	};
	return Float32Array.from(values, (value) => (Number.isNaN(value) ? 0 : (first(value, false) + first(value, true)) / 2 / sorted.length));
}

export const run: Run<typeof spec, null, MapView> = async (_ctx, { colour }, { points, segments, customers }) => {
	const { scores, explained } = pca(points, 2);
	const x = new Float32Array(points.rows);
	const y = new Float32Array(points.rows);
	for (let i = 0; i < points.rows; i++) {
		x[i] = scores.values[i * 2]!;
		y[i] = scores.values[i * 2 + 1]!;
	}
	const feature = customers.features.find(({ id }) => id === colour);
	const view: MapView = {
		x,
		y,
		labels: segments.labels.slice(),
		names: segments.names,
		shade: feature ? ranks(feature.values) : null,
		features: customers.features.map(featureInfo),
		shown: explained.reduce((sum, share) => sum + share, 0)
	};
	return {
		output: null,
		view,
		answers: {
			customer: (index: number, _signal: AbortSignal, reveal: boolean) => facts(customers, segments, index, reveal),
			find: (id: string) => customers.ids.indexOf(id.trim())
		}
	};
};

const facts = ({ ids, idKind, features, currency }: Customers, { labels }: Segments, index: number, reveal: boolean): CustomerFacts => ({
	id: shownId(ids[index]!, idKind, reveal),
	segment: labels[index]!,
	values: features.map((feature) => ({ feature: featureInfo(feature), value: feature.values[index]! })),
	currency
});
