import { pause, type Task } from '../task.js';
import type { Neighbours } from './neighbours.js';

/** A symmetric graph: row i is joined to `to[start[i]]` … `to[start[i + 1] − 1]`, each by a weight in (0, 1]. */
export interface Graph {
	readonly start: Uint32Array<ArrayBuffer>;
	readonly to: Uint32Array<ArrayBuffer>;
	readonly weight: Float32Array<ArrayBuffer>;
}

/** How near one row's neighbours must be to count. */
export interface Reach {
	/** Distance to the nearest row that is not in the same place; 0 where all are. */
	readonly rho: number;
	/** The scale on which membership falls off beyond that. */
	readonly sigma: number;
}

const smallestShare = 1e-3;
const rowsBetweenPauses = 2048;

/**
 * The reach of a row with distances d to its neighbours (McInnes, Healy & Melville 2018, algorithm 3): σ solves
 * Σ exp(−max(0, d − ρ) / σ) = `target`. Newton's method in 1/σ from zero: the sum is convex and falls, so that it never oversteps. σ is at
 * least a thousandth of the mean distance (`everywhere`: that of all rows, where ρ is 0), which also stands in where so many neighbours
 * are in the same place that nothing solves it.
 */
export function reachOf(distances: Float32Array, from: number, k: number, target: number, everywhere: number): Reach {
	let rho = 0;
	let mean = 0;
	for (let s = from; s < from + k; s++) {
		const d = distances[s]!;
		if (d > 0 && (rho === 0 || d < rho)) rho = d;
		mean += d / k;
	}
	let inverse = 0;
	for (let step = 0; step < 64; step++) {
		let sum = -target;
		let slope = 0;
		for (let s = from; s < from + k; s++) {
			const off = distances[s]! - rho;
			const part = off > 0 ? Math.exp(-off * inverse) : 1;
			sum += part;
			if (off > 0) slope += off * part;
		}
		if (!(slope > 0)) break;
		const next = inverse + sum / slope;
		if (!(next > inverse * (1 + 1e-9)) || next === Infinity) break;
		inverse = next;
	}
	const least = smallestShare * (rho > 0 ? mean : everywhere);
	return { rho, sigma: Math.max(inverse > 0 ? 1 / inverse : 0, least) };
}

/** How much a neighbour at distance d belongs to a row of this reach, in [0, 1]. */
export const membership = (d: number, { rho, sigma }: Reach): number => (d <= rho || sigma === 0 ? 1 : Math.exp((rho - d) / sigma));

/**
 * The fuzzy union of every row's neighbourhood: rows that take each other for neighbours with memberships a and b are joined by
 * a + b − ab, those of which one does by its own. `target` is log₂(k + 1): a row counts among its own neighbours.
 */
export async function fuzzyGraph({ k, indices, distances }: Neighbours, task: Task): Promise<Graph> {
	const rows = indices.length / k;
	let everywhere = 0;
	for (const d of distances) everywhere += d / distances.length;
	const belongs = new Float32Array(rows * k);
	for (let i = 0; i < rows; i++) {
		if (i % rowsBetweenPauses === 0) await pause(task);
		const reach = reachOf(distances, i * k, k, Math.log2(k + 1), everywhere);
		for (let s = i * k; s < i * k + k; s++) belongs[s] = membership(distances[s]!, reach);
	}

	/** Which neighbourhoods each row is in: those of `back[backStart[i]]` …, as positions in `indices`. */
	const backStart = new Uint32Array(rows + 1);
	await pause(task);
	for (const j of indices) backStart[j + 1]!++;
	for (let i = 0; i < rows; i++) backStart[i + 1]! += backStart[i]!;
	const next = backStart.slice();
	await pause(task);
	const back = new Uint32Array(indices.length);
	for (let s = 0; s < indices.length; s++) back[next[indices[s]!]!++] = s;

	await pause(task);
	const start = new Uint32Array(rows + 1);
	const to = new Uint32Array(2 * indices.length);
	const weight = new Float32Array(2 * indices.length);
	/** Where row j stands among those that the present row is joined to, plus one. */
	const place = new Uint32Array(rows);
	let end = 0;
	for (let i = 0; i < rows; i++) {
		if (i % rowsBetweenPauses === 0) await pause(task);
		const first = end;
		for (let s = i * k; s < i * k + k; s++) {
			const j = indices[s]!;
			place[j] = end + 1;
			to[end] = j;
			weight[end++] = belongs[s]!;
		}
		for (let s = backStart[i]!; s < backStart[i + 1]!; s++) {
			const j = Math.floor(back[s]! / k);
			const b = belongs[back[s]!]!;
			const at = place[j]!;
			if (at > 0) weight[at - 1] = weight[at - 1]! + b - weight[at - 1]! * b;
			else {
				to[end] = j;
				weight[end++] = b;
			}
		}
		for (let e = first; e < end; e++) place[to[e]!] = 0;
		start[i + 1] = end;
	}
	await pause(task);
	return { start, to: to.slice(0, end), weight: weight.slice(0, end) };
}
