import { segmentsChance } from '../../lib/predict/by-segment.js';
import { groupProfile, profile } from '../../lib/segments/profile.js';
import { segmentsValue } from '../../lib/value/totals.js';
import type { Run } from '../cell.js';
import type { ProfileView, spec } from './spec.js';

export const run: Run<typeof spec, null, ProfileView> = async (_ctx, _params, { customers, segments, values, scores }) => ({
	output: null,
	view: {
		profile: profile(customers, segments.labels, segments.names.length),
		names: segments.names,
		currency: customers.currency,
		orders: customers.log !== null,
		value: values ? segmentsValue(values, segments.labels, segments.names.length) : null,
		chance: scores ? segmentsChance(scores, segments.labels, segments.names.length) : null
	},
	answers: { selection: (members: Uint32Array) => groupProfile(customers, members) }
});
