import type { Matrix } from '../matrix.js';
import { pause, type Task } from '../task.js';
import { Neighbours } from './neighbours.js';
import { kernelPaced, type Pace } from './pace.js';

export interface HdbscanOptions {
	/** Rows a cluster has at least. */
	readonly minSize: number;
	/** Rows, itself among them, within the core distance of a row; `minSize` unless given. 1 makes it single linkage. */
	readonly minSamples?: number;
}

export interface Hdbscan {
	readonly k: number;
	/** Cluster of each row; `k` for an outlier. Clusters come in the order of their first rows. */
	readonly labels: Uint16Array<ArrayBuffer>;
	/** λ of the row ÷ the largest λ of its cluster, in [0, 1]; 0 for an outlier. */
	readonly strength: Float32Array<ArrayBuffer>;
	readonly outliers: number;
	/** Persistence of each cluster: the excess of mass by which it was chosen. */
	readonly stability: readonly number[];
	/** Heights of the spanning tree of mutual reachability, ascending. */
	readonly edges: Float64Array<ArrayBuffer>;
}

/**
 * HDBSCAN* (Campello, Moulavi, Zimek & Sander 2015): single linkage of mutual reachability distances, its tree condensed to clusters of
 * at least `minSize` rows, and of those the set of largest excess of mass. Rows outside are outliers. Exact, in time of the order of the
 * square of the rows and memory of the order of the rows: meant for up to 20,000 rows.
 */
export async function hdbscan(points: Matrix, options: HdbscanOptions, task: Task): Promise<Hdbscan> {
	const { minSize, minSamples = minSize } = options;
	if (!(minSize >= 2 && points.rows >= 2)) throw new RangeError(`clusters of at least ${minSize} in ${points.rows} rows`);
	const pace = kernelPaced(task);
	const count = Math.min(minSamples, points.rows);
	const near = new Neighbours(points, count);
	try {
		const core = await coreDistances(near, count, pace, (ratio) => task.progress(ratio / 2));
		const edges = await spanningTree(points, near, core, pace, (ratio) => task.progress(0.5 + ratio / 2));
		await pause(task);
		return extract(edges, points.rows, minSize);
	} finally {
		near.free();
	}
}

/** Distance of each row to its `count`-th nearest row, itself the first. */
async function coreDistances(near: Neighbours, count: number, pace: Pace, progress: (ratio: number) => void): Promise<Float64Array> {
	const rows = near.count;
	const core = new Float64Array(rows);
	if (count < 2) return core;
	for (let i = 0; i < rows; i++) {
		near.measure(i);
		core[i] = Math.sqrt(near.nth(count));
		await pace(rows * near.cols);
		if (i % 256 === 0) progress(i / rows);
	}
	return core;
}

interface Edges {
	readonly a: Uint32Array<ArrayBuffer>;
	readonly b: Uint32Array<ArrayBuffer>;
	readonly length: Float64Array<ArrayBuffer>;
}

/** Minimum spanning tree of max(core of both, distance) by Prim's algorithm, its edges ascending. `near` is used up. */
async function spanningTree(
	{ rows, cols, values }: Matrix,
	near: Neighbours,
	core: Float64Array,
	pace: Pace,
	progress: (ratio: number) => void
): Promise<Edges> {
	const a = new Uint32Array(rows - 1);
	const b = new Uint32Array(rows - 1);
	const length = new Float64Array(rows - 1);
	let current = 0;
	near.weights.set(core);
	near.remove(0);
	for (let e = 0; e < rows - 1; e++) {
		const best = near.reach(values, current * cols, core[current]!, current);
		current = near.at[best]!;
		a[e] = near.from[best]!;
		b[e] = current;
		length[e] = near.near[best]!;
		near.remove(best);
		await pace(near.count * cols);
		if (e % 256 === 0) progress(1 - (near.count / rows) ** 2);
	}
	const order = Array.from(length.keys()).sort((x, y) => length[x]! - length[y]! || x - y);
	return {
		a: Uint32Array.from(order, (e) => a[e]!),
		b: Uint32Array.from(order, (e) => b[e]!),
		length: Float64Array.from(order, (e) => length[e]!)
	};
}

/** One cluster of the condensed tree. */
interface Condensed {
	readonly birth: number;
	readonly parent: number;
	readonly children: number[];
	/** Rows that leave it, and the λ at which they do. */
	readonly rows: number[];
	readonly leaves: number[];
	stability: number;
}

function extract(edges: Edges, rows: number, minSize: number): Hdbscan {
	const { left, right, size } = linkage(edges, rows);
	const tree = condense(left, right, size, edges.length, rows, minSize);
	const chosen = choose(tree);
	const labels = new Uint16Array(rows);
	const lambda = new Float64Array(rows);
	const owner = new Int32Array(rows).fill(-1);
	const ownerOf = new Int32Array(tree.length).fill(-1);
	tree.forEach(({ parent, rows: members, leaves }, node) => {
		ownerOf[node] = chosen[node] ? node : parent < 0 ? -1 : ownerOf[parent]!;
		members.forEach((row, at) => {
			owner[row] = ownerOf[node]!;
			lambda[row] = leaves[at]!;
		});
	});
	const numbers = new Map<number, number>();
	for (const of of owner) if (of >= 0 && !numbers.has(of)) numbers.set(of, numbers.size);
	const k = numbers.size;
	const most = new Float64Array(k + 1);
	let outliers = 0;
	for (let i = 0; i < rows; i++) {
		const label = owner[i]! < 0 ? k : numbers.get(owner[i]!)!;
		labels[i] = label;
		if (label === k) outliers++;
		else most[label] = Math.max(most[label]!, lambda[i]!);
	}
	const strength = new Float32Array(rows);
	for (let i = 0; i < rows; i++) {
		const top = most[labels[i]!]!;
		strength[i] = labels[i] === k ? 0 : lambda[i]! >= top ? 1 : lambda[i]! / top;
	}
	return { k, labels, strength, outliers, stability: Array.from(numbers.keys(), (node) => tree[node]!.stability), edges: edges.length };
}

/** Joins the edges into a tree: node rows + m is join m. */
function linkage({ a, b }: Edges, rows: number): { left: Uint32Array; right: Uint32Array; size: Uint32Array } {
	const root = Uint32Array.from({ length: 2 * rows - 1 }, (_, i) => i);
	const rootOf = (node: number) => {
		let at = node;
		while (root[at] !== at) at = root[at] = root[root[at]!]!;
		return at;
	};
	const left = new Uint32Array(rows - 1);
	const right = new Uint32Array(rows - 1);
	const size = new Uint32Array(2 * rows - 1).fill(1, 0, rows);
	for (let m = 0; m < rows - 1; m++) {
		left[m] = rootOf(a[m]!);
		right[m] = rootOf(b[m]!);
		root[left[m]!] = root[right[m]!] = rows + m;
		size[rows + m] = size[left[m]!]! + size[right[m]!]!;
	}
	return { left, right, size };
}

/** Walks down from the root: a split counts where both sides have `minSize` rows; what is smaller falls out as single rows. Parents come before their children. */
function condense(
	left: Uint32Array,
	right: Uint32Array,
	size: Uint32Array,
	heights: Float64Array,
	rows: number,
	minSize: number
): Condensed[] {
	const tree: Condensed[] = [{ birth: 0, parent: -1, children: [], rows: [], leaves: [], stability: 0 }];
	const stack: [node: number, cluster: number][] = [[2 * rows - 2, 0]];
	const fallen: number[] = [];
	while (stack.length > 0) {
		const [node, cluster] = stack.pop()!;
		const own = tree[cluster]!;
		const m = node - rows;
		const lambda = heights[m]! > 0 ? 1 / heights[m]! : Number.MAX_VALUE;
		const [l, r] = [left[m]!, right[m]!];
		const sides = [l, r].filter((side) => size[side]! >= minSize);
		if (sides.length === 2) {
			own.stability += excess(lambda, own.birth) * size[node]!;
			for (const side of sides) {
				own.children.push(tree.length);
				stack.push([side, tree.length]);
				tree.push({ birth: lambda, parent: cluster, children: [], rows: [], leaves: [], stability: 0 });
			}
			continue;
		}
		for (const side of [l, r]) {
			if (sides.includes(side)) {
				stack.push([side, cluster]);
				continue;
			}
			own.stability += excess(lambda, own.birth) * size[side]!;
			fallen.push(side);
			while (fallen.length > 0) {
				const at = fallen.pop()!;
				if (at >= rows) fallen.push(left[at - rows]!, right[at - rows]!);
				else {
					own.rows.push(at);
					own.leaves.push(lambda);
				}
			}
		}
	}
	return tree;
}

/** λ beyond the birth of the cluster; rows at no distance at all count as one millionth apart, so that sums stay finite. */
const excess = (lambda: number, birth: number): number => Math.min(lambda, 1e6) - Math.min(birth, 1e6);

/** Of each cluster and all those below it, the more stable side; the root is never chosen. */
function choose(tree: readonly Condensed[]): boolean[] {
	const chosen = new Array<boolean>(tree.length).fill(false);
	const best = tree.map(({ stability }) => stability);
	for (let node = tree.length - 1; node > 0; node--) {
		const below = tree[node]!.children.reduce((sum, child) => sum + best[child]!, 0);
		if (tree[node]!.children.length > 0 && below > tree[node]!.stability) best[node] = below;
		else chosen[node] = true;
	}
	const covered = new Set<number>();
	tree.forEach(({ parent }, node) => {
		if (parent < 0) return;
		// What lies below a chosen cluster is part of it; parents come first.
		if (chosen[parent] || covered.has(parent)) {
			covered.add(node);
			chosen[node] = false;
		}
	});
	return chosen;
}
