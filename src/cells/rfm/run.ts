import { rfmNames } from '../../lib/segments/segments.js';
import type { Segments } from '../../lib/segments/segments.js';
import type { Run } from '../cell.js';
import type { spec } from './spec.js';
export const run: Run<typeof spec, Segments, object> = async (_ctx, _p, { customers }) => ({
	output: { labels: new Uint16Array(customers.ids.length), names: rfmNames.map((id) => ({ kind: 'rfm', id })), strength: null },
	view: {}
});
