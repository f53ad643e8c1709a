import * as v from 'valibot';
import type { FeatureId } from '../../lib/features/customers.js';
import type { Scores } from '../../lib/predict/scores.js';
import type { SegmentName } from '../../lib/segments/segments.js';
import { defineCell } from '../cell.js';

export const spec = defineCell({
	type: 'export',
	version: 1,
	params: v.object({}),
	inputs: {
		customers: { kind: 'customers' },
		rfm: { kind: 'segments', from: 'rfm' },
		segments: { kind: 'segments', from: 'segments' },
		scores: { kind: 'scores' }
	},
	output: null,
	cost: 'light'
});

export interface ExportView {
	readonly customers: number;
	readonly features: readonly FeatureId[];
	readonly rfmNames: readonly SegmentName[];
	readonly segmentNames: readonly SegmentName[];
	readonly score: Omit<Scores, 'values'>;
	/** First rows: id, RFM name, segment, score. */
	readonly first: readonly { readonly id: string; readonly rfm: number; readonly segment: number; readonly score: number }[];
}

/** The reader's words for what the file holds; the file is written in the worker, which knows no language. */
export interface ExportRequest {
	readonly locale: string;
	readonly header: readonly string[];
	readonly rfmNames: readonly string[];
	readonly segmentNames: readonly string[];
}
