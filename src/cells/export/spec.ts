import * as v from 'valibot';
import type { FeatureInfo } from '../../lib/features/customers.js';
import type { Scores } from '../../lib/predict/scores.js';
import type { SegmentName } from '../../lib/segments/segments.js';
import type { SegmentsValue } from '../../lib/value/totals.js';
import { defineCell } from '../cell.js';
import type { CustomerFileWords } from '../customer-file.js';

export const spec = defineCell({
	type: 'export',
	version: 2,
	params: v.object({}),
	inputs: {
		customers: { kind: 'customers' },
		rfm: { kind: 'segments', from: 'rfm', optional: true },
		segments: { kind: 'segments', from: 'segments', optional: true },
		scores: { kind: 'scores', optional: true },
		values: { kind: 'values', optional: true }
	},
	output: null,
	cost: 'light'
});

export interface ExportView {
	readonly customers: number;
	readonly features: readonly FeatureInfo[];
	/** Null where there are no orders. */
	readonly rfmNames: readonly SegmentName[] | null;
	/** Null where there are too few customers. */
	readonly segmentNames: readonly SegmentName[] | null;
	/** Null where there are no orders. */
	readonly score: Omit<Scores, 'values'> | null;
	/** Null where there are no orders, or no cell above makes it. */
	readonly value: ExportedValue | null;
	/** First rows: id, masked where it is personal; RFM name, segment, score. */
	readonly first: readonly {
		readonly id: string;
		readonly rfm: number | null;
		readonly segment: number | null;
		/** How clearly the customer belongs, in [0, 1], and the second-best segment; null where the rule is exact. */
		readonly strength: number | null;
		readonly second: number | null;
		readonly score: number | null;
	}[];
}

/** What the file says of value, and what each segment is worth. */
export interface ExportedValue extends SegmentsValue {
	/** Whether there is anything about the time ahead, whether it has a value in money, and whether customers are seen to leave. */
	readonly ahead: boolean;
	readonly money: boolean;
	readonly alive: boolean;
}

export interface ExportRequest extends CustomerFileWords {
	/** Whom the file is of; null for everyone. */
	readonly members: Uint32Array | null;
	/** Empty where there are no orders. */
	readonly rfmNames: readonly string[];
	/** Words for `tiers` and `stages`, in their order. */
	readonly tierNames: readonly string[];
	readonly stageNames: readonly string[];
}
