import { midPercentiles } from '../stats/ranks.js';

/** Tiers of value, best first. */
export const tiers = ['high', 'middle', 'low'] as const;
export type Tier = (typeof tiers)[number];

/** Mid-rank percentile from which a customer is in a tier. */
const from = { high: 0.8, middle: 0.5 } as const;

/** The tier of each customer, an index into `tiers`: the best fifth, the next three tenths, the rest. Equal values share a tier. */
export function tiersOf(values: Float64Array): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(midPercentiles(values), (percentile) => (percentile >= from.high ? 0 : percentile >= from.middle ? 1 : 2));
}
