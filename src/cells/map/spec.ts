import * as v from 'valibot';
import type { FeatureInfo } from '../../lib/features/customers.js';
import type { Scores } from '../../lib/predict/scores.js';
import type { SegmentName } from '../../lib/segments/segments.js';
import type { OrderModelKind } from '../../lib/value/order-model.js';
import type { Values } from '../../lib/value/values.js';
import { defineCell } from '../cell.js';
import type { CustomerFileWords } from '../customer-file.js';

/** So many segments may be drawn by hand, each with so many corners. */
export const [mostDrawn, mostCorners] = [12, 100] as const;

/** Colours of a scale by rank, each of as many customers. */
export const shadeSteps = 9;
/** The step of a rank in [0, 1]; one beyond the last where it is not known. */
export const shadeStep = (rank: number): number => (rank >= 0 ? Math.min(shadeSteps - 1, Math.floor(rank * shadeSteps)) : shadeSteps);

/**
 * A segment drawn by hand: a path on one map, and no customer by name. Whoever stands inside belongs to it; on any other map the path means
 * nothing, so that it is tied to the one it was drawn on.
 */
const drawnSegment = v.object({
	name: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
	/** `MapView.id` of its map. */
	map: v.pipe(v.string(), v.maxLength(40)),
	path: v.pipe(
		v.array(v.tuple([v.pipe(v.number(), v.finite()), v.pipe(v.number(), v.finite())])),
		v.minLength(3),
		v.maxLength(mostCorners)
	),
	/** Customers inside. */
	n: v.pipe(v.number(), v.integer(), v.minValue(0))
});
export type DrawnSegment = v.InferOutput<typeof drawnSegment>;

export const spec = defineCell({
	type: 'map',
	version: 3,
	params: v.object({
		/** What places customers: the two widest directions of the embedding, or UMAP. */
		layout: v.optional(v.picklist(['pca', 'umap']), 'pca'),
		/** How many customers make a neighbourhood for UMAP. */
		neighbours: v.optional(v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(100)), 15),
		/** `segment`, `~score`, `~value`, `~error`, or the id of a feature; segments colour the map where there is no such thing. */
		colour: v.optional(v.pipe(v.string(), v.maxLength(400)), 'segment'),
		/** Lines around where customers are dense. */
		contours: v.optional(v.boolean(), false),
		drawn: v.optional(v.pipe(v.array(drawnSegment), v.maxLength(mostDrawn)), [])
	}),
	viewParams: ['contours', 'drawn'],
	inputs: {
		points: { kind: 'points' },
		segments: { kind: 'segments' },
		customers: { kind: 'customers' },
		scores: { kind: 'scores', when: ['colour', '~score'], optional: true },
		values: { kind: 'values', when: ['colour', '~value'], optional: true }
	},
	output: null,
	cost: 'light'
});

/** A number that colours the map. */
export type Shading =
	| { readonly kind: 'feature'; readonly feature: FeatureInfo }
	/** With which the embedding gives back a customer's features. */
	| { readonly kind: 'error' }
	| { readonly kind: 'score'; readonly about: Omit<Scores, 'values'> }
	/** Null where nothing can be said of the time ahead: then it is past value. */
	| ({ readonly kind: 'value'; readonly model: OrderModelKind | null } & Pick<Values, 'asOfDay' | 'terms'>);

export interface MapView {
	/** The same for the same places of the same customers; empty while these move. */
	readonly id: string;
	readonly x: Float32Array<ArrayBuffer>;
	readonly y: Float32Array<ArrayBuffer>;
	readonly labels: Uint16Array<ArrayBuffer>;
	readonly names: readonly SegmentName[];
	/** Whether segments say how clearly each customer belongs. */
	readonly graded: boolean;
	/** What colours the map, with its least and greatest value and the rank of each customer in [0, 1], NaN where unknown; null where segments do. */
	readonly shade: {
		readonly by: Shading;
		readonly ranks: Float32Array<ArrayBuffer>;
		readonly ends: readonly [number, number];
	} | null;
	readonly features: readonly FeatureInfo[];
	readonly currency: string | null;
	/** Whether there are orders, and so values. */
	readonly orders: boolean;
	/** Whether there is something that could be foretold: orders, or a column that may be an outcome. */
	readonly scores: boolean;
	/** What placed the customers; while UMAP is under way, the picture that it has come to. */
	readonly layout: 'pca' | 'umap';
	/** Share of the embedding's variance that the two widest directions show; null for UMAP. */
	readonly shown: number | null;
	/** Customers that were laid out themselves; the others were placed among those most like them. */
	readonly laidOut: number;
	/** Customers who share the place of another who is exactly like them. */
	readonly copies: number;
}

/** Customers of each segment. */
export function sizesOf({ labels, names }: Pick<MapView, 'labels' | 'names'>): number[] {
	const sizes = names.map(() => 0);
	for (const label of labels) sizes[label]!++;
	return sizes;
}

/** The file of a segment drawn by hand; asked for as `audience`. */
export interface AudienceRequest extends CustomerFileWords {
	readonly name: string;
	/** Who stands inside, ascending. */
	readonly members: Uint32Array;
}

/** Of how many customers the neighbourhoods were looked at, and what share of neighbours on the map are neighbours in the embedding. */
export interface Kept {
	readonly rows: number;
	readonly share: number;
	readonly neighbours: number;
}

/** Small maps, of some customers; asked for as `multiples`. */
export interface Multiples {
	readonly x: Float32Array<ArrayBuffer>;
	readonly y: Float32Array<ArrayBuffer>;
	readonly labels: Uint16Array<ArrayBuffer>;
	/** Those that segments differ in most first. */
	readonly features: readonly {
		readonly feature: FeatureInfo;
		/** Step of each customer on the scale, `shadeSteps` where unknown. */
		readonly steps: Uint16Array<ArrayBuffer>;
		/** Mean rank in each segment, in [0, 1]; NaN where nobody's is known. */
		readonly means: readonly number[];
		/** Share of the variance of ranks that lies between segments. */
		readonly told: number;
	}[];
}

/** One customer, for a closer look. */
export interface CustomerFacts {
	readonly id: string;
	readonly segment: number;
	readonly values: readonly { readonly feature: FeatureInfo; readonly value: number }[];
	/** The number that colours the map, where it is not a feature. */
	readonly shade: number | null;
	readonly currency: string | null;
}
