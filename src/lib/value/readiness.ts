/** What may be said of future value, from the least to the most that is claimed. */
export const claims = ['ranking', 'total', 'person'] as const;
export type Claim = (typeof claims)[number];

export interface Facts {
	readonly customers: number;
	/** Customers with more than one purchase day. */
	readonly repeatBuyers: number;
	/** From the first purchase to the day everyone is looked at. */
	readonly days: number;
	readonly horizonDays: number;
	/** What the model did on the days that were held back; null where none could be. */
	readonly holdout: { readonly predicted: number; readonly actual: number; readonly beatsRepetition: boolean } | null;
}

export interface Readiness {
	readonly claim: Claim;
	readonly sound: boolean;
	/** What the claim asks for at least. */
	readonly needs: Pick<Facts, 'customers' | 'repeatBuyers' | 'days'>;
	/** Whether what was held back speaks for it; null where the claim does not ask, or nothing could be held back. */
	readonly tested: boolean | null;
}

/** Rules of thumb: what a claim needs at least, days as a multiple of the horizon where it counts ahead. */
const rules = {
	ranking: { customers: 100, repeatBuyers: 30, horizons: 0 },
	total: { customers: 300, repeatBuyers: 100, horizons: 1 },
	person: { customers: 1000, repeatBuyers: 300, horizons: 2 }
} as const;
const fewestDays = 90;
/** A total further off than this on the days held back is no total. */
const mostOff = 0.25;

/**
 * What this much data supports: who is worth more than whom (`ranking`), what all or a segment will bring (`total`), and what one person
 * will bring (`person`). The total must also have come within a quarter on the days held back, and a person be told better than by
 * repetition. A claim is sound only where the lesser ones are.
 */
export function readiness(facts: Facts): Readiness[] {
	let sound = true;
	return claims.map((claim) => {
		const { customers, repeatBuyers, horizons } = rules[claim];
		const needs = { customers, repeatBuyers, days: Math.max(fewestDays, horizons * facts.horizonDays) };
		const tested = claim === 'ranking' ? null : test(claim, facts);
		sound &&=
			facts.customers >= needs.customers && facts.repeatBuyers >= needs.repeatBuyers && facts.days >= needs.days && tested !== false;
		return { claim, sound, needs, tested };
	});
}

function test(claim: 'total' | 'person', { holdout }: Facts): boolean | null {
	if (!holdout) return null;
	if (claim === 'person') return holdout.beatsRepetition;
	return holdout.actual > 0 && Math.abs(holdout.predicted / holdout.actual - 1) <= mostOff;
}
