import * as v from 'valibot';
import type { DeviceInfo, Layer } from '../../lib/backend/network.js';
import type { Scaling } from '../../lib/embed/scale.js';
import type { FeatureInfo } from '../../lib/features/customers.js';
import { defineCell } from '../cell.js';
import { countingParams } from '../counting.js';
import { deviceParams } from '../device.js';

const whole = (least: number, most: number, preset: number) =>
	v.optional(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)), preset);

export const spec = defineCell({
	type: 'embed',
	version: 2,
	params: v.object({
		/** Numbers per customer. */
		dims: whole(2, 16, 8),
		steps: whole(50, 20_000, 3200),
		...deviceParams,
		...countingParams
	}),
	inputs: { customers: { kind: 'customers' } },
	output: 'points',
	cost: 'heavy'
});

/** What the cell learned: enough to place new customers. */
export interface EmbedModel {
	readonly scaling: Scaling;
	readonly encoder: readonly Layer[];
}

export interface EmbedView {
	/** The customers shown, spread evenly over all of them, as x, y pairs in the plane of the two widest directions. */
	readonly picture: Float32Array<ArrayBuffer>;
	readonly customers: number;
	readonly step: number;
	readonly steps: number;
	/** Mean training loss at each look, with the step it was taken at. */
	readonly loss: readonly { readonly step: number; readonly value: number }[];
	readonly features: number;
	/** What there is to choose from. */
	readonly choices: readonly FeatureInfo[];
	readonly dims: number;
	/** Share of the features' variance that the embedding can give back; null while training. */
	readonly rebuilt: number | null;
	readonly device: DeviceInfo;
	/** Why training ended before its last step, if it did. */
	readonly ended: 'done' | 'diverged';
	/** The step that training went on from where the graphics card went away; null where it did not. */
	readonly resumedAt: number | null;
}
