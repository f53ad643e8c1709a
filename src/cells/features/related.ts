import type { Related } from '../../lib/embed/related.js';

/** Variables that are weighed together: a block, or those that are related to nothing. */
export interface Weighed {
	readonly kind: 'block' | 'alone';
	readonly keys: readonly string[];
	/** The weight offered for each: a block of m counts as one at 1 ÷ √m, for the mean squared distance adds up squares of weights. */
	readonly offered: number;
	/** Whether they have it. */
	readonly applied: boolean;
	/** Their share of the mean squared distance where everything counts once, as it is weighed now, and with the weight offered. */
	readonly shares: { readonly once: number; readonly now: number; readonly offered: number };
}

/** What is offered for blocks and for variables that are related to nothing, with the shares of the distance before and after. */
export function weighing({ blocks, alone, variance }: Related, weightOf: (key: string) => number): Weighed[] {
	const keys = Object.keys(variance);
	const part = (of: readonly string[], weight: (key: string) => number) =>
		of.reduce((sum, key) => sum + variance[key]! * weight(key) ** 2, 0);
	const share = (of: readonly string[], weight: (key: string) => number) => part(of, weight) / part(keys, weight);
	const sets = [
		...blocks.map((block) => ({ kind: 'block' as const, keys: block, offered: Number((1 / Math.sqrt(block.length)).toFixed(4)) })),
		...(alone.length > 0 && alone.length < keys.length - 1 ? [{ kind: 'alone' as const, keys: alone, offered: 0 }] : [])
	];
	return sets.map((set) => ({
		...set,
		applied: set.keys.every((key) => weightOf(key) === set.offered),
		shares: {
			once: share(set.keys, () => 1),
			now: share(set.keys, weightOf),
			offered: share(set.keys, (key) => (set.keys.includes(key) ? set.offered : weightOf(key)))
		}
	}));
}
