import { groupIntervals } from './draws.js';
import type { Interval } from './resample.js';
import type { Values } from './values.js';

/** A group of customers in money. */
export interface GroupValue {
	readonly customers: number;
	/** What they spent × margin, in the money of the file. */
	readonly past: number;
	/** What they are expected to bring within the horizon; null where that is not known. */
	readonly future: number | null;
	/** Where that lies, and where lies what comes (see `Intervals`). */
	readonly interval: Interval | null;
	readonly realised: Interval | null;
}

/** Sums of `past` and `future` over groups: `labels` holds the group of each customer, below `k`. Together they are those of everyone. */
export function groupValues({ past, future }: Pick<Values, 'past' | 'future'>, labels: ArrayLike<number>, k: number): GroupValue[] {
	const value = future?.value ?? null;
	const intervals = value && future?.draws ? groupIntervals(future.draws, value, labels, k) : null;
	const groups = Array.from({ length: k }, (_, g) => ({
		customers: 0,
		past: 0,
		future: value && 0,
		...(intervals?.[g] ?? { interval: null, realised: null })
	}));
	for (let i = 0; i < past.length; i++) {
		const group = groups[labels[i]!]!;
		group.customers++;
		group.past += past[i]!;
		if (value && group.future !== null) group.future += value[i]!;
	}
	return groups;
}

/** What segments are worth, in the order of their names, with everyone, whom they add up to (intervals do not: luck in one makes up for another). */
export interface SegmentsValue extends Pick<Values, 'asOfDay' | 'terms' | 'currency'> {
	readonly segments: readonly GroupValue[];
	readonly everyone: GroupValue;
}

export const segmentsValue = (values: Values, labels: ArrayLike<number>, k: number): SegmentsValue => ({
	asOfDay: values.asOfDay,
	terms: values.terms,
	currency: values.currency,
	segments: groupValues(values, labels, k),
	everyone: groupValues(values, new Uint8Array(values.past.length), 1)[0]!
});
