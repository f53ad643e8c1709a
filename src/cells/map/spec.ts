import * as v from 'valibot';
import type { FeatureInfo } from '../../lib/features/customers.js';
import type { SegmentName } from '../../lib/segments/segments.js';
import { defineCell } from '../cell.js';

export const spec = defineCell({
	type: 'map',
	version: 1,
	params: v.object({
		/** `segment`, or the id of a feature; segments colour the map where there is no such feature. */
		colour: v.optional(v.pipe(v.string(), v.maxLength(400)), 'segment')
	}),
	inputs: { points: { kind: 'points' }, segments: { kind: 'segments' }, customers: { kind: 'customers' } },
	output: null,
	cost: 'light'
});

export interface MapView {
	readonly x: Float32Array<ArrayBuffer>;
	readonly y: Float32Array<ArrayBuffer>;
	readonly labels: Uint16Array<ArrayBuffer>;
	readonly names: readonly SegmentName[];
	/** Rank of each customer in the feature that colours the map, in [0, 1]; null where segments colour it. */
	readonly shade: Float32Array<ArrayBuffer> | null;
	readonly features: readonly FeatureInfo[];
	/** Share of the embedding's variance that the two directions show. */
	readonly shown: number;
}

/** One customer, for a closer look. */
export interface CustomerFacts {
	readonly id: string;
	readonly segment: number;
	readonly values: readonly { readonly feature: FeatureInfo; readonly value: number }[];
	readonly currency: string | null;
}
