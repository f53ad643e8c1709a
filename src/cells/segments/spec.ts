import * as v from 'valibot';
import type { Suggestion } from '../../lib/cluster/choose.js';
import type { FeatureInfo } from '../../lib/features/customers.js';
import type { Scaling } from '../../lib/embed/scale.js';
import type { SegmentName } from '../../lib/segments/segments.js';
import { defineCell } from '../cell.js';
import { countingParams } from '../counting.js';

export const spec = defineCell({
	type: 'segments',
	version: 1,
	params: v.object({
		/** Number of segments; null = as suggested. */
		k: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(12))), null),
		/** k-means on plain features is the better of the two on most data; the embedding waits for those who want to compare. */
		space: v.optional(v.picklist(['features', 'embedding']), 'features'),
		...countingParams
	}),
	inputs: { customers: { kind: 'customers' }, points: { kind: 'points', when: ['space', 'embedding'] } },
	output: 'segments',
	cost: 'light'
});

/** What the cell learned: enough to place new customers. */
export interface SegmentsModel {
	/** Null where the embedding was clustered, which brings its own scaling. */
	readonly scaling: Scaling | null;
	/** k × columns. */
	readonly centroids: Float64Array;
	readonly names: readonly SegmentName[];
}

export interface SegmentsView {
	readonly k: number;
	readonly suggestion: Suggestion;
	readonly scan: readonly { readonly k: number; readonly inertia: number; readonly silhouette: number; readonly expected: number | null }[];
	/** Customers behind each silhouette, where not all. */
	readonly sampled: number | null;
	readonly names: readonly SegmentName[];
	readonly sizes: readonly number[];
	/** Share of all revenue of each segment, in [0, 1]; null where there are no orders. */
	readonly revenue: readonly number[] | null;
	/** What the customers can be measured on: of the values of a category, the first alone. */
	readonly features: readonly FeatureInfo[];
	readonly customers: number;
}
