import type { FeatureInfo } from '../features/customers.js';

/** The ten names of the recency × frequency grid, best first. */
export const rfmNames = [
	'champions',
	'loyal',
	'potential',
	'new',
	'promising',
	'attention',
	'sleep',
	'risk',
	'lose',
	'hibernating'
] as const;
export type RfmName = (typeof rfmNames)[number];

/** What sets a segment apart: its typical value of a feature against everyone's. */
export interface Trait {
	readonly feature: FeatureInfo;
	readonly level: 'veryLow' | 'low' | 'high' | 'veryHigh';
}

/** A name that each language writes in its own words. */
export type SegmentName =
	| { readonly kind: 'rfm'; readonly id: RfmName }
	| { readonly kind: 'traits'; readonly traits: readonly Trait[]; readonly index: number }
	| { readonly kind: 'everyone' }
	/** Customers that no segment holds. */
	| { readonly kind: 'outliers' };

/** The kind `segments`: each customer in exactly one segment. */
export interface Segments {
	/** Segment of each customer, an index into `names`. */
	readonly labels: Uint16Array<ArrayBuffer>;
	readonly names: readonly SegmentName[];
	/** How clearly each customer belongs, in [0, 1]; null where the rule is exact. */
	readonly strength: Float32Array<ArrayBuffer> | null;
	/** The second-best segment of each customer; null where the rule is exact. */
	readonly second: Uint16Array<ArrayBuffer> | null;
}
