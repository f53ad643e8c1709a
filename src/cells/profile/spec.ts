import * as v from 'valibot';
import type { SegmentsChance } from '../../lib/predict/by-segment.js';
import type { Profile } from '../../lib/segments/profile.js';
import type { SegmentName } from '../../lib/segments/segments.js';
import type { SegmentsValue } from '../../lib/value/totals.js';
import { defineCell } from '../cell.js';

export const spec = defineCell({
	type: 'profile',
	version: 2,
	params: v.object({
		show: v.optional(v.picklist(['index', 'median', 'mean', 'value', 'chance']), 'median')
	}),
	inputs: {
		customers: { kind: 'customers' },
		segments: { kind: 'segments' },
		values: { kind: 'values', when: ['show', 'value'], optional: true },
		scores: { kind: 'scores', when: ['show', 'chance'], optional: true }
	},
	output: null,
	cost: 'light'
});

export interface ProfileView {
	readonly profile: Profile;
	readonly names: readonly SegmentName[];
	readonly currency: string | null;
	/** Whether there are orders, and so values. */
	readonly orders: boolean;
	/** What each segment is worth, where that is to be shown. */
	readonly value: SegmentsValue | null;
	/** What the chances in each segment come to, where they are to be shown. */
	readonly chance: SegmentsChance | null;
}
