import { quantileSorted, sortedNumbers } from '../stats/quantile.js';
import { rowsOf, type Columns } from './design.js';

/** Columns in bins: code 0 is a missing value, the others rise with the value. */
export interface Binned {
	readonly rows: number;
	/** Code of row i in column j at j × rows + i. */
	readonly codes: Uint8Array;
	/** Upper edge of each bin of a column but the last; the edge of code b is entry b − 1. */
	readonly edges: readonly Float64Array[];
	/** Where the sums of each column begin in a histogram: gradient, Hessian and rows of each code. The last entry is its length. */
	readonly starts: Int32Array;
}

/** A tree as it was grown, node by node; see `Forest`. */
export interface Grown {
	readonly column: number[];
	/** Codes up to this go left. */
	readonly bin: number[];
	readonly threshold: number[];
	readonly missingLeft: number[];
	readonly left: number[];
	readonly right: number[];
	readonly value: number[];
}

const mostBins = 63;
const limits = { leaves: 15, leafRows: 20, ridge: 1, leastGain: 1e-6 };

/** Bins of about equal count with edges halfway between values; each value its own where they are few. */
export function binColumns(columns: Columns): Binned {
	const all = Object.values(columns);
	const rows = rowsOf(columns);
	const codes = new Uint8Array(all.length * rows);
	const edges = all.map((values, j) => {
		const own = edgesOf(values);
		for (let i = 0; i < rows; i++) {
			const value = values[i]!;
			if (Number.isNaN(value)) continue;
			let [low, high] = [0, own.length];
			while (low < high) {
				const middle = (low + high) >> 1;
				if (value <= own[middle]!) high = middle;
				else low = middle + 1;
			}
			codes[j * rows + i] = low + 1;
		}
		return own;
	});
	const starts = new Int32Array(edges.length + 1);
	edges.forEach((own, j) => (starts[j + 1] = starts[j]! + 3 * (own.length + 2)));
	return { rows, codes, edges, starts };
}

function edgesOf(values: Float64Array): Float64Array {
	const sorted = sortedNumbers(values);
	const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
	const between = (i: number) => {
		const middle = (distinct[i]! + distinct[i + 1]!) / 2;
		return middle < distinct[i + 1]! ? middle : distinct[i]!;
	};
	if (distinct.length <= mostBins) return Float64Array.from({ length: Math.max(0, distinct.length - 1) }, (_, i) => between(i));
	const edges = new Set<number>();
	for (let b = 1; b < mostBins; b++) {
		const at = quantileSorted(sorted, b / mostBins);
		let [low, high] = [0, distinct.length - 1];
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (distinct[middle]! <= at) low = middle;
			else high = middle - 1;
		}
		if (low + 1 < distinct.length) edges.add(between(low));
	}
	return Float64Array.from(edges).sort();
}

interface Split {
	readonly gain: number;
	readonly column: number;
	readonly bin: number;
	readonly missingLeft: boolean;
}

interface Leaf {
	readonly node: number;
	readonly from: number;
	readonly to: number;
	readonly histogram: Float64Array;
	readonly split: Split | null;
}

/**
 * One tree on the gradients and Hessians of `rows`: of all leaves the one that gains most is split, until there are fifteen or nothing is
 * gained. Leaves are shrunk by `rate`, and what they add is added to `logit`.
 */
export function grow(
	binned: Binned,
	rows: Uint32Array,
	gradient: Float64Array,
	hessian: Float64Array,
	rate: number,
	logit: Float64Array
): Grown {
	const tree: Grown = { column: [], bin: [], threshold: [], missingLeft: [], left: [], right: [], value: [] };
	const own = rows.slice();
	const scratch = new Uint32Array(own.length);
	const open = (from: number, to: number, histogram: Float64Array): Leaf => {
		const node = tree.column.push(-1) - 1;
		for (const list of [tree.bin, tree.threshold, tree.missingLeft, tree.value]) list.push(0);
		tree.left.push(-1);
		tree.right.push(-1);
		const sums = totals(histogram, binned);
		tree.value[node] = (-rate * sums.gradient) / (sums.hessian + limits.ridge);
		return { node, from, to, histogram, split: bestSplit(histogram, binned) };
	};
	const leaves = [open(0, own.length, histogramOf(binned, own, 0, own.length, gradient, hessian))];
	while (leaves.length < limits.leaves) {
		const best = leaves.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a));
		const { split, node, from, to } = best;
		if (!split) break;
		const middle = partition(binned, own, scratch, from, to, split);
		const leftIsSmaller = middle - from <= to - middle;
		const smaller = leftIsSmaller
			? histogramOf(binned, own, from, middle, gradient, hessian)
			: histogramOf(binned, own, middle, to, gradient, hessian);
		const larger = best.histogram;
		for (let k = 0; k < larger.length; k++) larger[k]! -= smaller[k]!;
		tree.column[node] = split.column;
		tree.bin[node] = split.bin;
		tree.threshold[node] = binned.edges[split.column]![split.bin - 1] ?? Infinity;
		tree.missingLeft[node] = split.missingLeft ? 1 : 0;
		const left = open(from, middle, leftIsSmaller ? smaller : larger);
		const right = open(middle, to, leftIsSmaller ? larger : smaller);
		tree.left[node] = left.node;
		tree.right[node] = right.node;
		leaves.splice(leaves.indexOf(best), 1, left, right);
	}
	for (const { node, from, to } of leaves) for (let i = from; i < to; i++) logit[own[i]!]! += tree.value[node]!;
	return tree;
}

function histogramOf(
	{ codes, rows, edges, starts }: Binned,
	own: Uint32Array,
	from: number,
	to: number,
	gradient: Float64Array,
	hessian: Float64Array
): Float64Array {
	const histogram = new Float64Array(starts[edges.length]!);
	const count = to - from;
	const [g, h] = [new Float64Array(count), new Float64Array(count)];
	for (let i = 0; i < count; i++) {
		g[i] = gradient[own[from + i]!]!;
		h[i] = hessian[own[from + i]!]!;
	}
	for (let j = 0; j < edges.length; j++) {
		const start = starts[j]!;
		const column = j * rows;
		for (let i = 0; i < count; i++) {
			const at = start + 3 * codes[column + own[from + i]!]!;
			histogram[at] = histogram[at]! + g[i]!;
			histogram[at + 1] = histogram[at + 1]! + h[i]!;
			histogram[at + 2] = histogram[at + 2]! + 1;
		}
	}
	return histogram;
}

/** Sums over all rows, which are those of any column. */
function totals(histogram: Float64Array, { starts }: Binned): { gradient: number; hessian: number; count: number } {
	let gradient = 0;
	let hessian = 0;
	let count = 0;
	for (let at = 0; at < starts[1]!; at += 3) {
		gradient += histogram[at]!;
		hessian += histogram[at + 1]!;
		count += histogram[at + 2]!;
	}
	return { gradient, hessian, count };
}

/** The split that gains most over all columns and bins, missing values to either side; null where none does. */
function bestSplit(histogram: Float64Array, binned: Binned): Split | null {
	const { edges, starts } = binned;
	const all = totals(histogram, binned);
	const score = (g: number, h: number) => (g * g) / (h + limits.ridge);
	const whole = score(all.gradient, all.hessian);
	let best: Split | null = null;
	if (all.count < 2 * limits.leafRows) return best;
	let most = limits.leastGain;
	for (let column = 0; column < edges.length; column++) {
		const start = starts[column]!;
		const bins = edges[column]!.length + 1;
		const missing = histogram[start + 2]! > 0;
		for (let side = missing ? 1 : 0; side >= 0; side--) {
			const missingLeft = side === 1;
			let g = missingLeft ? histogram[start]! : 0;
			let h = missingLeft ? histogram[start + 1]! : 0;
			let n = missingLeft ? histogram[start + 2]! : 0;
			// The last bin can only be parted from missing values.
			const last = missing && !missingLeft ? bins : bins - 1;
			for (let bin = 1; bin <= last; bin++) {
				const at = start + 3 * bin;
				g += histogram[at]!;
				h += histogram[at + 1]!;
				n += histogram[at + 2]!;
				if (n < limits.leafRows) continue;
				if (all.count - n < limits.leafRows) break;
				const gain = score(g, h) + score(all.gradient - g, all.hessian - h) - whole;
				if (gain > most) {
					most = gain;
					best = { gain, column, bin, missingLeft };
				}
			}
		}
	}
	return best;
}

/** Puts the rows that go left before the others, the order of each kept; returns where the others begin. */
function partition(
	{ codes, rows }: Binned,
	own: Uint32Array,
	scratch: Uint32Array,
	from: number,
	to: number,
	{ column, bin, missingLeft }: Split
): number {
	let left = from;
	let right = 0;
	for (let i = from; i < to; i++) {
		const row = own[i]!;
		const code = codes[column * rows + row]!;
		if (code === 0 ? missingLeft : code <= bin) own[left++] = row;
		else scratch[right++] = row;
	}
	own.set(scratch.subarray(0, right), left);
	return left;
}
