import { evidenceByScores, evidenceOf, type Evidence } from '../../lib/cluster/choose.js';
import type { NumberScores } from '../../lib/embed/scale.js';
import type { Customers } from '../../lib/features/customers.js';
import type { Matrix } from '../../lib/matrix.js';
import type { Task } from '../../lib/task.js';

export const [kMin, kMax, starts] = [2, 10, 10];

/** What speaks for each k, and the scores of numbers that it was found on. */
export interface Found {
	readonly numbers: NumberScores;
	readonly evidence: Evidence;
}

/** The last search on a table of customers: choosing another k must not repeat it. */
const remembered = new WeakMap<Customers, { readonly of: string; readonly found: Found }>();

/** Searches the customers, measured by either scores of numbers; `of` names everything else that the scores depend on. */
export async function search(
	customers: Customers,
	measured: (numbers: NumberScores) => Matrix,
	{ numbers, seed, of }: { readonly numbers: NumberScores | 'auto'; readonly seed: number; readonly of: unknown },
	task: Task
): Promise<Found> {
	const key = JSON.stringify([numbers, seed, of]);
	const known = remembered.get(customers);
	if (known?.of === key) return known.found;
	const options = { kMin, kMax, starts, seed };
	const found =
		numbers === 'auto'
			? await evidenceByScores(measured, options, task)
			: { numbers, evidence: await evidenceOf(measured(numbers), options, task) };
	remembered.set(customers, { of: key, found });
	return found;
}
