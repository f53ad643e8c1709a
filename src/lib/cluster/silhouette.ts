import type { Matrix } from '../matrix.js';
import { seeded } from '../random.js';
import type { Task } from '../task.js';
import { fourDistances } from './distance.js';
import { paced } from './pace.js';
import { sampleRows, takeRows } from './sample.js';

/** A partition of the rows into clusters 0 … k−1. */
export interface Labeling {
	readonly labels: Uint16Array;
	readonly k: number;
}

export interface Silhouette {
	/** Mean over the rows looked at; NaN where they lie in fewer than two clusters. */
	readonly mean: number;
	/** Mean over the rows of each cluster; NaN where none was looked at. */
	readonly perCluster: Float64Array<ArrayBuffer>;
	/** Silhouette of each row looked at, in the order of `rows`. */
	readonly values: Float32Array<ArrayBuffer>;
	/** Rows looked at, ascending: all of them, or a sample. */
	readonly rows: Uint32Array;
}

/**
 * Silhouettes (Rousseeuw 1987) of several labelings of the same rows: s = (b − a) / max(a, b) with the mean Euclidean distance a to
 * the other rows of the own cluster and b to those of the nearest other one; 0 for a row that is alone. Exact up to `sample` rows
 * (5,000 unless given), above that on a sample of so many.
 *
 * One pass over the distances serves all labelings: they are summed over the rows that all labelings keep together (the cells of the
 * common refinement), and the cells then over the clusters.
 */
export async function silhouettes(
	points: Matrix,
	labelings: readonly Labeling[],
	options: { readonly sample?: number; readonly seed: number },
	task: Task
): Promise<Silhouette[]> {
	const looked = sampleRows(points.rows, options.sample ?? 5000, seeded(options.seed));
	const taken = labelings.map(({ labels, k }) => ({ labels: Uint16Array.from(looked, (row) => labels[row]!), k }));
	const { order, cells } = refine(taken, looked.length);
	const rows = takeRows(
		points,
		Uint32Array.from(order, (i) => looked[i]!)
	);
	const sorted = taken.map(({ labels, k }) => ({ labels: Uint16Array.from(order, (i) => labels[i]!), k }));
	const sums = await distanceSums(rows, sorted, cells, task);
	return sorted.map((labeling, l) => summarise(labeling, sums[l]!, order, looked));
}

/** Rows in an order that keeps each cell of the common refinement together, and where each cell begins (with the end at last). */
function refine(labelings: readonly Labeling[], rows: number): { order: Uint32Array; cells: Uint32Array } {
	const cellOf = new Uint32Array(rows);
	let cells = 1;
	for (const { labels, k } of labelings) {
		const numbers = new Map<number, number>();
		for (let i = 0; i < rows; i++) {
			const pair = cellOf[i]! * k + labels[i]!;
			let cell = numbers.get(pair);
			if (cell === undefined) numbers.set(pair, (cell = numbers.size));
			cellOf[i] = cell;
		}
		cells = numbers.size;
	}
	const begins = new Uint32Array(cells + 1);
	for (const cell of cellOf) begins[cell + 1]!++;
	for (let c = 0; c < cells; c++) begins[c + 1]! += begins[c]!;
	const next = begins.slice();
	const order = new Uint32Array(rows);
	cellOf.forEach((cell, i) => (order[next[cell]!++] = i));
	return { order, cells: begins };
}

/** For each labeling, the sum of distances from each row to the rows of each cluster, row-major rows × k. */
async function distanceSums(rows: Matrix, labelings: readonly Labeling[], cells: Uint32Array, task: Task): Promise<Float64Array[]> {
	const sums = labelings.map(({ k }) => new Float64Array(rows.rows * k));
	const add = (row: number, cell: number, sum: number) => {
		const member = cells[cell]!;
		for (let l = 0; l < labelings.length; l++) {
			const { labels, k } = labelings[l]!;
			sums[l]![row * k + labels[member]!]! += sum;
		}
	};
	const four = new Float64Array(4 * rows.cols);
	const toCell = new Float64Array(rows.rows);
	const fromFour = new Float64Array(4);
	const pace = paced(task);
	for (let cell = 0; cell + 1 < cells.length; cell++) {
		const begin = cells[cell]!;
		const end = cells[cell + 1]!;
		toCell.fill(0, begin);
		for (let i = begin; i < end; i += 4) {
			const count = Math.min(4, end - i);
			for (let t = 0; t < 4; t++) {
				const row = i + Math.min(t, count - 1);
				for (let j = 0; j < rows.cols; j++) four[4 * j + t] = rows.values[row * rows.cols + j]!;
			}
			for (let other = cell; other + 1 < cells.length; other++) {
				addDistances(rows, four, count, cells[other]!, cells[other + 1]!, toCell, fromFour);
				if (other > cell) for (let t = 0; t < count; t++) add(i + t, other, fromFour[t]!);
			}
			await pace(4 * (rows.rows - begin) * (rows.cols + 4));
		}
		for (let i = begin; i < rows.rows; i++) add(i, cell, toCell[i]!);
		task.progress(end / rows.rows);
	}
	return sums;
}

const squares = new Float64Array(4);

/** Distances between `count` ≤ 4 rows and rows `from` to `to`: summed per row of the range onto `toFour`, and per row of the four in `fromFour`. */
function addDistances(
	{ cols, values }: Matrix,
	four: Float64Array,
	count: number,
	from: number,
	to: number,
	toFour: Float64Array,
	fromFour: Float64Array
): void {
	const w1 = count > 1 ? 1 : 0;
	const w2 = count > 2 ? 1 : 0;
	const w3 = count > 3 ? 1 : 0;
	let s0 = 0;
	let s1 = 0;
	let s2 = 0;
	let s3 = 0;
	for (let i = from; i < to; i++) {
		fourDistances(values, i * cols, cols, four, 0, squares, 0);
		const d0 = Math.sqrt(squares[0]!);
		const d1 = Math.sqrt(squares[1]!) * w1;
		const d2 = Math.sqrt(squares[2]!) * w2;
		const d3 = Math.sqrt(squares[3]!) * w3;
		s0 += d0;
		s1 += d1;
		s2 += d2;
		s3 += d3;
		toFour[i]! += d0 + d1 + d2 + d3;
	}
	fromFour[0] = s0;
	fromFour[1] = s1;
	fromFour[2] = s2;
	fromFour[3] = s3;
}

function summarise({ labels, k }: Labeling, sums: Float64Array, order: Uint32Array, rows: Uint32Array): Silhouette {
	const sizes = new Float64Array(k);
	for (const label of labels) sizes[label]!++;
	const values = new Float32Array(labels.length);
	const totals = new Float64Array(k);
	let total = 0;
	const several = sizes.filter((size) => size > 0).length > 1;
	for (let i = 0; i < labels.length; i++) {
		const own = labels[i]!;
		if (sizes[own]! < 2) continue;
		const a = sums[i * k + own]! / (sizes[own]! - 1);
		let b = Infinity;
		for (let c = 0; c < k; c++) if (c !== own && sizes[c]! > 0) b = Math.min(b, sums[i * k + c]! / sizes[c]!);
		const s = Math.max(a, b) > 0 ? (b - a) / Math.max(a, b) : 0;
		values[order[i]!] = s;
		totals[own]! += s;
		total += s;
	}
	return {
		mean: several ? total / labels.length : NaN,
		perCluster: several ? totals.map((sum, c) => sum / sizes[c]!) : new Float64Array(k).fill(NaN),
		values,
		rows
	};
}
