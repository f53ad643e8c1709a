import * as v from 'valibot';
import type { DeviceInfo } from '../../lib/backend/network.js';
import type { Halves } from '../../lib/embed/embedding.js';
import type { Scaling } from '../../lib/embed/scale.js';
import type { LatentSize } from '../../lib/embed/latent-size.js';
import type { FeatureInfo } from '../../lib/features/customers.js';
import { defineCell } from '../cell.js';
import { countingParams } from '../counting.js';
import { deviceParams } from '../device.js';
import { keptParams, type LearnedFrom } from '../kept.js';

const whole = (least: number, most: number, preset: number) =>
	v.optional(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)), preset);

/** Which customers a picture of so many shows. */
export { everyNth } from '../../lib/cluster/sample.js';

export const spec = defineCell({
	type: 'embed',
	version: 6,
	params: v.object({
		/** Numbers per customer; null = as suggested. */
		dims: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(16))), null),
		steps: whole(50, 20_000, 3200),
		/** How far each direction of the embedding counts: as much as the network makes it vary, or all alike (whitening). */
		directions: v.optional(v.picklist(['learned', 'alike']), 'learned'),
		...deviceParams,
		...keptParams,
		...countingParams
	}),
	inputs: { customers: { kind: 'customers' } },
	output: 'points',
	cost: 'heavy'
});

/** What the cell learned: enough to place new customers, and to say how odd they are. */
export interface EmbedModel extends Halves {
	readonly scaling: Scaling;
}

export interface EmbedView {
	/** The customers shown, spread evenly over all of them, as x, y pairs in the plane of the two widest directions. */
	readonly picture: Float32Array<ArrayBuffer>;
	readonly customers: number;
	readonly step: number;
	readonly steps: number;
	/** Mean training loss at each look, with the step it was taken at. */
	readonly loss: readonly { readonly step: number; readonly value: number }[];
	/** What the network learned. */
	readonly features: readonly FeatureInfo[];
	/** What there is to choose from. */
	readonly choices: readonly FeatureInfo[];
	readonly currency: string | null;
	readonly dims: number;
	readonly directions: 'learned' | 'alike';
	readonly suggested: LatentSize;
	/** Share of the features' variance that the embedding can give back; null while training. */
	readonly rebuilt: number | null;
	/** Customers whose error lies above the fence (`oddRows`), and the middle of all errors; null while training. */
	readonly odd: { readonly customers: number; readonly fence: number; readonly median: number } | null;
	readonly device: DeviceInfo;
	/** Why training ended before its last step, if it did. */
	readonly ended: 'done' | 'diverged';
	/** The step that training went on from where the graphics card went away; null where it did not. */
	readonly resumedAt: number | null;
	/** On whom the embedding was learned, where it is kept and nothing is learned. */
	readonly kept: KeptFrom | null;
}

export interface KeptFrom extends LearnedFrom {
	/** Share of the variance that was rebuilt of those on whom the embedding was learned. */
	readonly rebuilt: number;
}

/** A kept embedding, as text holds it; the text is the answer to `keep`. */
export interface KeptEmbedding {
	readonly model: EmbedModel;
	readonly about: Pick<
		EmbedView,
		'steps' | 'step' | 'loss' | 'features' | 'dims' | 'directions' | 'suggested' | 'device' | 'ended' | 'resumedAt'
	>;
	readonly from: KeptFrom;
}

/** Odd customers `from` to `to`, the oddest first; asked for as `odd`. */
export interface OddRequest {
	readonly from: number;
	readonly to: number;
}
export interface OddCustomer {
	readonly id: string;
	readonly error: number;
	/** What is most unlike what the network expects; see `Unlike`. */
	readonly unlike: readonly { readonly feature: FeatureInfo; readonly value: number; readonly expected: number }[];
}

/** The reader's words for the file of odd customers; asked for as `oddFile`. */
export interface OddFileRequest {
	readonly locale: string;
	/** Of the id and the error. */
	readonly header: readonly string[];
	/** Of each feature that is told, so many times: its name, the value, what was expected. */
	readonly told: readonly string[];
	/** Names of features, by id. */
	readonly names: Readonly<Record<string, string>>;
}
