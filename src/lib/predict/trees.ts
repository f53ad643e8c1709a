import { permutation, seeded } from '../random.js';
import { pause, type Task } from '../task.js';
import { chanceOf } from './calibrate.js';
import { rowsOf, type Columns } from './design.js';
import type { Outcomes } from './metrics.js';
import { binColumns, grow, type Binned, type Grown } from './tree.js';

/** Boosted trees, one node after another. Plain data. */
export interface Forest {
	readonly ids: readonly string[];
	/** Logit that every row starts from. */
	readonly base: number;
	/** First node of each tree. */
	readonly roots: Int32Array<ArrayBuffer>;
	/** Column that a node looks at, an index into `ids`; −1 at a leaf. */
	readonly column: Int32Array<ArrayBuffer>;
	/** Values up to this go left. */
	readonly threshold: Float64Array<ArrayBuffer>;
	/** Where a missing value goes: 1 = left. */
	readonly missingLeft: Uint8Array<ArrayBuffer>;
	readonly left: Int32Array<ArrayBuffer>;
	readonly right: Int32Array<ArrayBuffer>;
	/** What a leaf adds to the logit. */
	readonly value: Float64Array<ArrayBuffer>;
}

/** Trees are small and many, and their number is found on a fifth of the rows that the first round of growing does not see. */
const settings = { rate: 0.1, mostTrees: 200, patience: 15, heldBack: 0.2 };
const fewestHeldBack = 20;

/**
 * Gradient-boosted trees on histograms (Friedman 2001; the leaf-wise growth and second-order gain of Chen & Guestrin 2016 and Ke et al.
 * 2017) with logistic loss. Missing values go to whichever side gains more. How many trees there are is decided by the log-loss on rows
 * held back at random; then as many are grown on all rows.
 * @throws the signal's reason when stopped
 */
export async function fitTrees(columns: Columns, y: Outcomes, seed: number, task: Task): Promise<Forest> {
	const binned = binColumns(columns);
	const order = permutation(y.length, seeded(seed));
	const held = order.subarray(0, Math.round(settings.heldBack * y.length));
	const positives = held.reduce((sum, row) => sum + y[row]!, 0);
	const found =
		Math.min(positives, held.length - positives) < fewestHeldBack
			? 60
			: (await boost(binned, y, order.subarray(held.length), settings.mostTrees, held, task)).length;
	const trees = await boost(binned, y, order, found, null, task);
	return flatten(Object.keys(columns), baseOf(y, order), trees);
}

const baseOf = (y: Outcomes, rows: Uint32Array): number => {
	const positives = rows.reduce((sum, row) => sum + y[row]!, 0);
	return Math.log((positives + 0.5) / (rows.length - positives + 0.5));
};

/** Trees grown one on the errors of the others, up to the one after which the log-loss of `held` is lowest. */
async function boost(binned: Binned, y: Outcomes, rows: Uint32Array, most: number, held: Uint32Array | null, task: Task): Promise<Grown[]> {
	const logit = new Float64Array(y.length).fill(baseOf(y, rows));
	const gradient = new Float64Array(y.length);
	const hessian = new Float64Array(y.length);
	const trees: Grown[] = [];
	let [best, bestAt] = [Infinity, 0];
	for (let t = 0; t < most; t++) {
		await pause(task);
		for (const row of rows) {
			const p = chanceOf(logit[row]!);
			gradient[row] = p - y[row]!;
			hessian[row] = p * (1 - p);
		}
		const tree = grow(binned, rows, gradient, hessian, settings.rate, logit);
		if (tree.column.length === 1) break;
		trees.push(tree);
		if (!held) continue;
		let loss = 0;
		for (const row of held) {
			logit[row]! += leafOf(tree, binned, row);
			const z = logit[row]!;
			loss += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - y[row]! * z;
		}
		if (loss < best) [best, bestAt] = [loss, trees.length];
		else if (trees.length - bestAt >= settings.patience) break;
	}
	return held ? trees.slice(0, bestAt) : trees;
}

function leafOf(tree: Grown, { codes, rows }: Binned, row: number): number {
	let node = 0;
	while (tree.column[node]! >= 0) {
		const code = codes[tree.column[node]! * rows + row]!;
		node = (code === 0 ? tree.missingLeft[node] : code <= tree.bin[node]!) ? tree.left[node]! : tree.right[node]!;
	}
	return tree.value[node]!;
}

function flatten(ids: readonly string[], base: number, trees: readonly Grown[]): Forest {
	const roots = new Int32Array(trees.length);
	let nodes = 0;
	trees.forEach(({ column }, t) => {
		roots[t] = nodes;
		nodes += column.length;
	});
	const moved = (side: 'left' | 'right') =>
		Int32Array.from(trees.flatMap((tree, t) => tree[side].map((child) => (child < 0 ? -1 : child + roots[t]!))));
	return {
		ids,
		base,
		roots,
		column: Int32Array.from(trees.flatMap(({ column }) => column)),
		threshold: Float64Array.from(trees.flatMap(({ threshold }) => threshold)),
		missingLeft: Uint8Array.from(trees.flatMap(({ missingLeft }) => missingLeft)),
		left: moved('left'),
		right: moved('right'),
		value: Float64Array.from(trees.flatMap(({ value }) => value))
	};
}

/** The chance of each row; columns that are not there count as missing. */
export function treeChances(forest: Forest, columns: Columns): Float64Array {
	const { ids, base, roots, column, threshold, missingLeft, left, right, value } = forest;
	const rows = rowsOf(columns);
	const absent = new Float64Array(rows).fill(NaN);
	const inputs = ids.map((id) => columns[id] ?? absent);
	const chances = new Float64Array(rows);
	for (let i = 0; i < rows; i++) {
		let logit = base;
		for (const root of roots) {
			let node = root;
			while (column[node]! >= 0) {
				const x = inputs[column[node]!]![i]!;
				node = (x === x ? x <= threshold[node]! : missingLeft[node]) ? left[node]! : right[node]!;
			}
			logit += value[node]!;
		}
		chances[i] = chanceOf(logit);
	}
	return chances;
}
