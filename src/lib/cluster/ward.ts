import type { Matrix } from '../matrix.js';
import { seeded } from '../random.js';
import { part, type Task } from '../task.js';
import { assignAll } from './assign.js';
import { squaredDistance } from './distance.js';
import { Lloyd } from './lloyd.js';
import { Neighbours } from './neighbours.js';
import { kernelPaced } from './pace.js';
import { sampleRows, takeRows } from './sample.js';

/** The order in which clusters join. Node i < leaves is leaf i; join m makes node leaves + m out of two earlier ones. */
export interface Tree {
	readonly leaves: number;
	/** Two nodes of each join, the smaller number first. */
	readonly joined: Uint32Array<ArrayBuffer>;
	/** Height of each join, ascending: √(2ab / (a + b)) · distance of the means, with a and b rows in the two. */
	readonly heights: Float64Array<ArrayBuffer>;
	/** Rows below each join. */
	readonly sizes: Float64Array<ArrayBuffer>;
}

export interface Ward {
	readonly tree: Tree;
	/** Leaf of each row: its own number, or that of its micro-cluster. */
	readonly leafOf: Uint32Array<ArrayBuffer>;
	/** Whether each row is a leaf. */
	readonly exact: boolean;
}

/** Rows up to which each row is a leaf. */
export const wardExact = 20_000;
const microClusters = 1000;
/** Rows that are brought to their micro-clusters while these, and their tree, are found. */
const [centresCost, treeCost] = [130_000, 18_000];

/**
 * Ward's clustering (Ward 1963): always the two clusters whose union adds least to the sum of squares. Exact up to `exact` rows
 * (20,000 unless given) by nearest-neighbour chains (Murtagh 1983) on means, in memory of the order of the rows; above that the leaves
 * are a thousand micro-clusters of k-means, with their sizes.
 */
export async function ward(points: Matrix, options: { readonly seed: number; readonly exact?: number }, task: Task): Promise<Ward> {
	const { rows, cols, values } = points;
	if (rows <= (options.exact ?? wardExact)) {
		const tree = await wardTree(Float64Array.from(values), new Float64Array(rows).fill(1), cols, task);
		return { tree, leafOf: Uint32Array.from({ length: rows }, (_, i) => i), exact: true };
	}
	const sample = takeRows(points, sampleRows(rows, wardExact, seeded(options.seed)));
	const count = Math.min(microClusters, sample.rows);
	const all = centresCost + rows + treeCost;
	const [sought, assigned] = [centresCost / all, 1 - treeCost / all];
	const centroids = await microCentres(sample, count, options.seed, part(task, 0, sought));
	const { labels } = await assignAll(points, centroids, part(task, sought, assigned));
	const sizes = new Float64Array(count);
	const means = new Float64Array(count * cols);
	for (let i = 0; i < rows; i++) {
		const leaf = labels[i]!;
		sizes[leaf]!++;
		for (let j = 0; j < cols; j++) means[leaf * cols + j]! += values[i * cols + j]!;
	}
	const held = Array.from(sizes.keys()).filter((leaf) => sizes[leaf]! > 0);
	const place = new Uint32Array(count);
	held.forEach((leaf, at) => (place[leaf] = at));
	const tree = await wardTree(
		Float64Array.from(held.flatMap((leaf) => Array.from({ length: cols }, (_, j) => means[leaf * cols + j]! / sizes[leaf]!))),
		Float64Array.from(held, (leaf) => sizes[leaf]!),
		cols,
		part(task, assigned, 1)
	);
	return { tree, leafOf: Uint32Array.from(labels, (leaf) => place[leaf]!), exact: false };
}

async function microCentres(sample: Matrix, count: number, seed: number, task: Task): Promise<Float64Array> {
	const pace = kernelPaced(task);
	const lloyd = new Lloyd(sample, count);
	try {
		lloyd.seed(seeded(seed));
		for (let c = 0; c < count; c++) {
			await lloyd.addCentre(pace);
			task.progress(c / count / 2);
		}
		return (await lloyd.run(10, 0, pace, part(task, 0.5, 1).progress)).centroids;
	} finally {
		lloyd.free();
	}
}

/** The joins of weighted points, in the order of their heights. `means` and `sizes` are used up. */
async function wardTree(means: Float64Array, sizes: Float64Array, cols: number, task: Task): Promise<Tree> {
	const leaves = sizes.length;
	const pace = kernelPaced(task);
	const near = new Neighbours({ rows: leaves, cols, values: means });
	near.weights.set(sizes);
	const placeOf = near.at.slice();
	const chain: number[] = [];
	const inChain = new Uint8Array(leaves);
	const found: { readonly a: number; readonly b: number; readonly cost: number }[] = [];
	try {
		while (near.count > 1) {
			if (chain.length === 0) chain.push(near.at[0]!);
			const top = chain[chain.length - 1]!;
			const before = chain[chain.length - 2] ?? -1;
			inChain[top] = 1;
			const place = near.cheapest(placeOf[top]!);
			await pace(near.count * cols);
			const nearest = before >= 0 && near.found(placeOf[before]!) <= near.found(place) ? before : near.at[place]!;
			if (nearest !== before) {
				// In 32 bits a union may come out a little nearer than what it is made of: the chain then goes on from where it meets itself.
				if (inChain[nearest]) while (chain[chain.length - 1] !== nearest) inChain[chain.pop()!] = 0;
				else chain.push(nearest);
				continue;
			}
			chain.length -= 2;
			inChain[top] = inChain[before] = 0;
			const [a, b] = top < before ? [top, before] : [before, top];
			found.push({ a, b, cost: unionCost(means, sizes, cols, a, b) });
			join(means, sizes, cols, a, b);
			// The union stands where `a` stood; the last takes the place of `b`.
			near.put(placeOf[a]!, means, a * cols);
			near.weights[placeOf[a]!] = sizes[a]!;
			near.remove(placeOf[b]!);
			placeOf[near.at[placeOf[b]!]!] = placeOf[b]!;
			if (found.length % 64 === 0) task.progress(1 - (near.count / leaves) ** 2);
		}
	} finally {
		near.free();
	}
	return inOrder(found, leaves, sizesOfLeaves(found, sizes, leaves));
}

const unionCost = (means: Float64Array, sizes: Float64Array, cols: number, a: number, b: number): number =>
	((2 * sizes[a]! * sizes[b]!) / (sizes[a]! + sizes[b]!)) * squaredDistance(means, a * cols, means, b * cols, cols);

function join(means: Float64Array, sizes: Float64Array, cols: number, a: number, b: number): void {
	const all = sizes[a]! + sizes[b]!;
	for (let j = 0; j < cols; j++) means[a * cols + j] = (means[a * cols + j]! * sizes[a]! + means[b * cols + j]! * sizes[b]!) / all;
	sizes[a] = all;
}

/** Sizes of the leaves, from what `join` made of them. */
function sizesOfLeaves(found: readonly { readonly a: number; readonly b: number }[], sizes: Float64Array, leaves: number): Float64Array {
	const first = sizes.slice(0, leaves);
	for (const { a, b } of found.toReversed()) first[a]! -= first[b]!;
	return first;
}

/** Chains find joins out of order: sorts them by height and numbers the nodes they join. */
function inOrder(
	found: readonly { readonly a: number; readonly b: number; readonly cost: number }[],
	leaves: number,
	leafSizes: Float64Array
): Tree {
	const order = found.map((_, m) => m).sort((x, y) => found[x]!.cost - found[y]!.cost || x - y);
	const joined = new Uint32Array(2 * found.length);
	const heights = new Float64Array(found.length);
	const sizes = new Float64Array(found.length);
	const root = Uint32Array.from({ length: leaves }, (_, i) => i);
	const nodeOf = root.slice();
	const rows = leafSizes.slice();
	const rootOf = (leaf: number) => {
		let at = leaf;
		while (root[at] !== at) at = root[at] = root[root[at]!]!;
		return at;
	};
	order.forEach((m, place) => {
		const { a, b, cost } = found[m]!;
		const [ra, rb] = [rootOf(a), rootOf(b)];
		joined[2 * place] = Math.min(nodeOf[ra]!, nodeOf[rb]!);
		joined[2 * place + 1] = Math.max(nodeOf[ra]!, nodeOf[rb]!);
		heights[place] = Math.sqrt(cost);
		rows[ra]! += rows[rb]!;
		sizes[place] = rows[ra]!;
		root[rb] = ra;
		nodeOf[ra] = leaves + place;
	});
	return { leaves, joined, heights, sizes };
}
