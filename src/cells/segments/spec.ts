import * as v from 'valibot';
import type { DeviceInfo } from '../../lib/backend/network.js';
import type { Suggestion } from '../../lib/cluster/choose.js';
import type { Choice } from '../../lib/cluster/earned.js';
import { methodIds, networked, type MethodId } from '../../lib/cluster/method-ids.js';
import type { ClusterModel, Setbacks } from '../../lib/cluster/methods.js';
import type { Compared } from '../../lib/cluster/verdict.js';
import type { JaccardSums } from '../../lib/cluster/stability.js';
import type { Branch } from '../../lib/cluster/tree.js';
import { type FeatureInfo } from '../../lib/features/customers.js';
import type { NumberScores, Scaling } from '../../lib/embed/scale.js';
import type { SegmentName } from '../../lib/segments/segments.js';
import { defineCell } from '../cell.js';
import { countingParams } from '../counting.js';
import { deviceParams } from '../device.js';
import { keptParams, type LearnedFrom } from '../kept.js';

export { lightOf } from '../../lib/cluster/lights.js';
export { compared, folds, verdictOf, type Trial, type Verdict } from '../../lib/cluster/verdict.js';
export { methodIds, networked, type Choice };

export const spec = defineCell({
	type: 'segments',
	version: 8,
	params: v.object({
		/** Number of segments; null = as suggested. */
		k: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(12))), null),
		/** How segments are formed; `auto`: by the best of all where it earns its time, else by k-means. */
		method: v.optional(v.picklist(['auto', ...methodIds]), 'auto'),
		/** k-means on plain features is the better of the two on most data; the embedding waits for those who want to compare. */
		space: v.optional(v.picklist(['features', 'embedding']), 'features'),
		/** How numbers are compared; `auto`: by size where groups stand apart that way, else by rank. */
		numbers: v.optional(v.picklist(['auto', 'ranks', 'sizes']), 'auto'),
		...deviceParams,
		...keptParams,
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
	readonly clusters: ClusterModel;
	readonly names: readonly SegmentName[];
}

export interface SegmentsView {
	/** By which the segments were formed. */
	readonly method: MethodId;
	/** Why this method was taken, where it was left to the data. */
	readonly choice: Choice | null;
	/** How numbers were compared; null where the embedding was clustered. */
	readonly numbers: NumberScores | null;
	/** Segments, customers that none holds not counted. */
	readonly k: number;
	readonly suggestion: Suggestion;
	readonly scan: readonly {
		readonly k: number;
		readonly inertia: number;
		readonly silhouette: number;
		/** Mean silhouette of the reference. */
		readonly expected: number | null;
		/** See `aboveReference`. */
		readonly above: number | null;
	}[];
	/** Customers behind each silhouette, where not all. */
	readonly sampled: number | null;
	readonly names: readonly SegmentName[];
	readonly sizes: readonly number[];
	/** Mean strength of membership of each segment, in [0, 1]. */
	readonly strength: readonly number[];
	/** The commonest second-best segment of each; null where there is no other. */
	readonly next: readonly (number | null)[];
	/** Customers that questions of trust and evidence look at. */
	readonly looked: number;
	/** Top of the tree of joins, where Ward's clustering was chosen. */
	readonly tree: Branch | null;
	/** Share of all revenue of each segment, in [0, 1]; null where there are no orders. */
	readonly revenue: readonly number[] | null;
	/** What the customers can be measured on: of the values of a category, the first alone. */
	readonly features: readonly FeatureInfo[];
	readonly customers: number;
	/** What a network learns just now, the segments meanwhile being those of k-means; null of a finished result. */
	readonly training: Training | null;
	/** What networks are trained on; null where none are. */
	readonly device: DeviceInfo | null;
	/** What befell the networks; null where none learned. */
	readonly setbacks: Setbacks | null;
	/** On whom the segments were learned, where they are kept and nothing is learned. */
	readonly kept: KeptFrom | null;
}

export interface KeptFrom extends LearnedFrom {
	/** Mean strength of membership of those on whom the segments were learned. */
	readonly strength: number;
}

/** Kept segments, as text holds them; the text is the answer to `keep`. */
export interface KeptSegments {
	readonly model: SegmentsModel;
	readonly about: Pick<SegmentsView, 'suggestion' | 'scan' | 'sampled' | 'numbers' | 'method' | 'choice'>;
	readonly k: number;
	readonly from: KeptFrom;
	/** The embedding that was clustered; null where features were. */
	readonly embedding: string | null;
}

export interface Training {
	/** The first of `networks` is 0. */
	readonly network: number;
	readonly networks: number;
	readonly stage: 'code' | 'centres';
	readonly step: number;
	readonly steps: number;
	/** Mean training loss at each look of this stage of this network. */
	readonly loss: readonly { readonly step: number; readonly value: number }[];
	/** Some customers, spread evenly over all of them, as x, y pairs in the plane of the two widest directions of the code. */
	readonly picture: Float32Array<ArrayBuffer>;
	/** Their segments. */
	readonly labels: Uint16Array<ArrayBuffer>;
}

/** What speaks for each number of segments; asked for as `evidence`. */
export interface KEvidence {
	readonly byK: readonly {
		readonly k: number;
		readonly calinskiHarabasz: number;
		readonly daviesBouldin: number;
		readonly gap: number;
		readonly gapError: number;
		readonly predictionStrength: number | null;
		readonly bic: number;
		readonly icl: number;
	}[];
	/** The k that each names; 1 of the gap statistic and the prediction strength: no segments. */
	readonly best: {
		readonly calinskiHarabasz: number;
		readonly daviesBouldin: number;
		readonly gap: number;
		readonly predictionStrength: number;
		readonly bic: number;
		readonly icl: number;
	};
	/** Customers looked at. */
	readonly rows: number;
}

/** Asked for as `stability`: resamples `from` to `to`. */
export interface StabilityRequest {
	readonly from: number;
	readonly to: number;
}
export type StabilityPart = JaccardSums;

/** One learning of a comparison of methods; asked for as `trial`. `part`: all columns, without one quarter of them, or on a resample. */
export interface TrialRequest {
	readonly method: Compared;
	readonly part: 'whole' | { readonly without: number } | { readonly resample: number };
}
/** Silhouette of the whole; what the hidden quarter has explained, null where there is no such quarter; adjusted Rand index of a resample with the whole. */
export type TrialPart = number | null;

/** How much of the segmentation is left with other seeds, and without one feature; asked for as `agreement`. */
export interface Agreement {
	/** Adjusted Rand index for each other seed. */
	readonly seeds: readonly number[];
	readonly without: readonly { readonly feature: FeatureInfo; readonly index: number }[];
	/** Customers looked at. */
	readonly rows: number;
}
