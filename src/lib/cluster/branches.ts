import type { Matrix } from '../matrix.js';
import { assign } from './assign.js';
import type { Examples } from './examples.js';
import { cutTree } from './tree.js';
import type { Ward } from './ward.js';

/**
 * Ward's clusters as examples: the means of `most` branches of the tree, each with the cluster that it lies in when the tree is cut into k.
 * Where there are no more leaves than that, each is a branch, so that every row gets the very label of the tree again. The strength of a
 * branch is 1 − d₁/d₂ with the distances to the means of its own and of the nearest other cluster, and 0 where the other is the nearer.
 */
export function branches(points: Matrix, { tree, leafOf }: Ward, { k, most }: { readonly k: number; readonly most: number }): Examples {
	const count = Math.min(tree.leaves, most);
	const [clusters, branch] = [cutTree(tree, k), cutTree(tree, count)];
	const labels = new Uint16Array(count);
	branch.forEach((own, leaf) => (labels[own] = clusters[leaf]!));
	const values = Float32Array.from(means(points, leafOf, branch, count));
	const examples = { rows: count, cols: points.cols, values };
	const near = assign(examples, means(points, leafOf, clusters, k));
	return { points: examples, labels, strength: near.strength.map((clear, e) => (near.labels[e] === labels[e] ? clear : 0)) };
}

/** Mean of the rows below each part of a cut; k × cols. */
function means({ rows, cols, values }: Matrix, leafOf: Uint32Array, cut: Uint16Array, k: number): Float64Array<ArrayBuffer> {
	const sums = new Float64Array(k * cols);
	const sizes = new Float64Array(k);
	for (let i = 0; i < rows; i++) {
		const part = cut[leafOf[i]!]!;
		sizes[part]!++;
		for (let j = 0; j < cols; j++) sums[part * cols + j]! += values[i * cols + j]!;
	}
	return sums.map((sum, at) => sum / sizes[Math.floor(at / cols)]!);
}
