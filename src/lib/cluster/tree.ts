import type { Tree } from './ward.js';

/** Cluster of each leaf when the tree is cut into k ≤ leaves, the cluster of the first leaf being 0. */
export function cutTree({ leaves, joined }: Tree, k: number): Uint16Array<ArrayBuffer> {
	const joins = joined.length / 2;
	const cluster = new Int32Array(leaves + joins).fill(-1);
	const labels = new Uint16Array(leaves);
	const kept = Math.max(0, leaves - k);
	const parent = new Int32Array(leaves + joins).fill(-1);
	for (let m = 0; m < kept; m++) for (const side of [0, 1]) parent[joined[2 * m + side]!] = leaves + m;
	let next = 0;
	for (let leaf = 0; leaf < leaves; leaf++) {
		let top = leaf;
		while (parent[top]! >= 0) top = parent[top]!;
		if (cluster[top]! < 0) cluster[top] = next++;
		labels[leaf] = cluster[top]!;
		// The path is made short, so that a long chain is climbed once.
		for (let at = leaf; parent[at]! >= 0;) {
			const above = parent[at]!;
			parent[at] = top;
			at = above;
		}
	}
	return labels;
}

/** One branch of a drawn tree: a join at its height over two others, or a group of rows below the cut. */
export interface Branch {
	/** Height of the join; 0 for a group. */
	readonly height: number;
	/** Rows below. */
	readonly size: number;
	/** Cluster, where all rows below lie in one at the cut; null above. */
	readonly cluster: number | null;
	readonly children: readonly Branch[];
}

/** The top of a tree as a dendrogram shows it: its last `groups` − 1 joins, and each branch's cluster at a cut into `k` ≤ groups. */
export function treeTop(tree: Tree, groups: number, k: number): Branch {
	const { leaves, joined, heights, sizes } = tree;
	const joins = heights.length;
	const labels = cutTree(tree, k);
	const lowest = Math.max(0, joins - groups + 1);
	const someLeaf = (node: number): number => (node < leaves ? node : someLeafBelow(tree, node));
	const branch = (node: number): Branch => {
		const m = node - leaves;
		const size = m < 0 ? 1 : sizes[m]!;
		const cluster = m >= joins - k + 1 ? null : labels[someLeaf(node)]!;
		if (m < lowest) return { height: 0, size, cluster, children: [] };
		return { height: heights[m]!, size, cluster, children: [branch(joined[2 * m]!), branch(joined[2 * m + 1]!)] };
	};
	return branch(leaves + joins - 1);
}

function someLeafBelow({ leaves, joined }: Tree, node: number): number {
	let at = node;
	while (at >= leaves) at = joined[2 * (at - leaves)]!;
	return at;
}
