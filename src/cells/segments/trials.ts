import { learn, placeRows, rowsOfNumbers, takeBoth, type Rows } from '../../lib/cluster/methods.js';
import { silhouettes, type Labeling } from '../../lib/cluster/silhouette.js';
import { explainedVariance, quarters, type Compared } from '../../lib/cluster/verdict.js';
import { rowsOf } from '../../lib/embed/mixed.js';
import type { Scaling } from '../../lib/embed/scale.js';
import type { Customers } from '../../lib/features/customers.js';
import { takeCustomers } from '../../lib/features/take.js';
import type { Matrix } from '../../lib/matrix.js';
import { seeded } from '../../lib/random.js';
import { adjustedRandIndex } from '../../lib/stats/adjusted-rand.js';
import type { Task } from '../../lib/task.js';
import type { TrialPart, TrialRequest } from './spec.js';

/**
 * Learns by each method, piece by piece as the page asks: on all columns, without a quarter of them, and on resamples. `rows` are the
 * customers `inAll`; the `whole` of a method comes before its resamples.
 */
export function trials(
	rows: Rows,
	inAll: Uint32Array,
	{ k, seed }: { readonly k: number; readonly seed: number },
	customers: Customers,
	scaling: Scaling | null
): (request: TrialRequest, task: Task) => Promise<TrialPart> {
	const parts = quarters(rows.groups);
	const wholes = new Map<Compared, Uint16Array>();
	const without = hiding(rows, inAll, customers, scaling);
	return async ({ method, part }, task) => {
		const label = async (from: Rows, all: Rows): Promise<Labeling> => {
			const found = await learn(method, from, { k, seed, starts: 3 }, task);
			return { labels: placeRows(found.model, all).labels, k: found.k };
		};
		if (part === 'whole') {
			const labeling = await label(rows, rows);
			wholes.set(method, labeling.labels);
			return (await silhouettes(rows.points, [labeling], { seed }, task))[0]!.mean;
		}
		if ('without' in part) {
			const hidden = parts[part.without];
			if (!hidden) return null;
			const left = without(hidden);
			return explainedVariance(rows.points, hidden, await label(left, left));
		}
		const random = seeded(seed + 0x85ebca6b * (part.resample + 1));
		const drawn = Uint32Array.from({ length: rows.points.rows }, () => Math.floor(random() * rows.points.rows));
		return adjustedRandIndex(wholes.get(method)!, (await label(takeBoth(rows, drawn), rows)).labels);
	};
}

/**
 * A way to have `rows`, the customers `inAll`, without some columns, measured as they would be had these never been there: a category goes
 * as a whole, so that what is left is scaled as it was.
 */
export function hiding(rows: Rows, inAll: Uint32Array, customers: Customers, scaling: Scaling | null): (hidden: readonly number[]) => Rows {
	const some = scaling && takeCustomers({ ...customers, log: null }, Int32Array.from(inAll));
	return (hidden) => {
		const kept = [...rows.groups.keys()].filter((column) => !hidden.includes(column));
		if (!some) return rowsOfNumbers(takeColumns(rows.points, kept));
		return rowsOf(
			some,
			kept.map((column) => scaling[column]!)
		);
	};
}

function takeColumns({ rows, cols, values }: Matrix, columns: readonly number[]): Matrix {
	const taken = new Float32Array(rows * columns.length);
	for (let i = 0; i < rows; i++) columns.forEach((j, to) => (taken[i * columns.length + to] = values[i * cols + j]!));
	return { rows, cols: columns.length, values: taken };
}
