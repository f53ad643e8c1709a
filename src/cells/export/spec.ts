import * as v from 'valibot';
import type { FeatureInfo } from '../../lib/features/customers.js';
import type { Scores } from '../../lib/predict/scores.js';
import type { SegmentName } from '../../lib/segments/segments.js';
import { defineCell } from '../cell.js';

export const spec = defineCell({
	type: 'export',
	version: 1,
	params: v.object({}),
	inputs: {
		customers: { kind: 'customers' },
		rfm: { kind: 'segments', from: 'rfm', optional: true },
		segments: { kind: 'segments', from: 'segments' },
		scores: { kind: 'scores', optional: true }
	},
	output: null,
	cost: 'light'
});

export interface ExportView {
	readonly customers: number;
	readonly features: readonly FeatureInfo[];
	/** Null where there are no orders. */
	readonly rfmNames: readonly SegmentName[] | null;
	readonly segmentNames: readonly SegmentName[];
	/** Null where there are no orders. */
	readonly score: Omit<Scores, 'values'> | null;
	/** First rows: id, masked where it is personal; RFM name, segment, score. */
	readonly first: readonly { readonly id: string; readonly rfm: number | null; readonly segment: number; readonly score: number | null }[];
}

/** The reader's words for what the file holds; the file is written in the worker, which knows no language. */
export interface ExportRequest {
	readonly locale: string;
	readonly header: readonly string[];
	/** Empty where there are no orders. */
	readonly rfmNames: readonly string[];
	readonly segmentNames: readonly string[];
}
