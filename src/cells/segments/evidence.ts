import { evidenceByScores, evidenceOf, searchCost, type Evidence } from '../../lib/cluster/choose.js';
import type { ByDefinition } from '../../lib/cluster/one-cloud.js';
import type { NumberScores } from '../../lib/embed/scale.js';
import type { Customers } from '../../lib/features/customers.js';
import type { Matrix } from '../../lib/matrix.js';
import { scanWhitened, type WhitenedEntry } from '../../lib/cluster/whitened-scan.js';
import { parts, type Task } from '../../lib/task.js';

export const [kMin, kMax, starts] = [2, 12, 10];

/** What speaks for each k, and the scores of numbers that it was found on. */
export interface Found {
	readonly numbers: NumberScores;
	readonly evidence: Evidence;
	readonly whitened: readonly WhitenedEntry[];
}

/** The last search on a table of customers: choosing another k must not repeat it. */
const remembered = new WeakMap<Customers, { readonly of: string; readonly found: Found }>();

/** What is searched: customers measured by either scores of numbers, and of some of them the numbers alone. */
export interface Searched {
	measured(numbers: NumberScores): Matrix;
	few(numbers: NumberScores): Matrix;
	readonly given: ByDefinition;
	/** Strata of the few. */
	readonly strata: Uint16Array;
}

/** What it costs to look at whitened numbers of 2,000 customers, as `searchCost` counts. */
const whitenedCost = 1.8e8;
/** What the search of so many customers costs. */
export const costOf = (customers: number): number => searchCost(customers, starts) + whitenedCost;

/** Searches the customers; `of` names everything else that their scores depend on. */
export async function search(
	customers: Customers,
	{ measured, few, given, strata }: Searched,
	{ numbers: by, seed, of }: { readonly numbers: NumberScores | 'auto'; readonly seed: number; readonly of: unknown },
	task: Task
): Promise<Found> {
	const key = JSON.stringify([by, seed, of]);
	const known = remembered.get(customers);
	if (known?.of === key) return known.found;
	const options = { kMin, kMax, starts, seed };
	const [searching, whitening] = parts(task, [searchCost(given.strata.length, starts), whitenedCost]);
	const { numbers, evidence } =
		by === 'auto'
			? await evidenceByScores(measured, given, options, searching)
			: { numbers: by, evidence: await evidenceOf(measured(by), given, options, searching) };
	const found = { numbers, evidence, whitened: await scanWhitened(few(numbers), strata, options, whitening) };
	remembered.set(customers, { of: key, found });
	return found;
}
