import * as v from 'valibot';
import type { Profile } from '../../lib/segments/profile.js';
import type { SegmentName } from '../../lib/segments/segments.js';
import { defineCell } from '../cell.js';

export const spec = defineCell({
	type: 'profile',
	version: 1,
	params: v.object({
		show: v.optional(v.picklist(['index', 'median', 'mean']), 'median')
	}),
	inputs: { customers: { kind: 'customers' }, segments: { kind: 'segments' } },
	output: null,
	cost: 'light'
});

export interface ProfileView {
	readonly profile: Profile;
	readonly names: readonly SegmentName[];
	readonly currency: string | null;
}
