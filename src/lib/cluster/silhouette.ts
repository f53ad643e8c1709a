import { Benches } from '../kernel.js';
import type { Matrix } from '../matrix.js';
import { seeded } from '../random.js';
import type { Task } from '../task.js';
import { kernelPaced } from './pace.js';
import { sampleRows, takeRows } from './sample.js';
import bytes from './silhouette.kernel.ts?kernel';

interface Kernel {
	readonly memory: WebAssembly.Memory;
	reserve(rows: number, cols: number, cells: number, labelings: number, clusters: number): void;
	pointsAt(): number;
	boundsAt(): number;
	membersAt(): number;
	sumsAt(): number;
	measure(first: number): void;
}

const benches = new Benches<Kernel>(bytes);

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
 * (20,000 unless given), above that on a sample of so many.
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
	const looked = sampleRows(points.rows, options.sample ?? 20_000, seeded(options.seed));
	const taken = labelings.map(({ labels, k }) => ({ labels: picked(labels, looked), k }));
	const { order, cells } = refine(taken, looked.length);
	const rows = takeRows(
		points,
		order.map((i) => looked[i]!)
	);
	const sorted = taken.map(({ labels, k }) => ({ labels: picked(labels, order), k }));
	const sums = await distanceSums(rows, sorted, cells, task);
	return sorted.map((labeling, l) => summarise(labeling, sums[l]!, order, looked));
}

function picked(labels: Uint16Array, rows: Uint32Array): Uint16Array {
	const out = new Uint16Array(rows.length);
	for (let i = 0; i < rows.length; i++) out[i] = labels[rows[i]!]!;
	return out;
}

/** Rows in an order that keeps each cell of the common refinement together, and where each cell begins (with the end at last). */
function refine(labelings: readonly Labeling[], rows: number): { order: Uint32Array; cells: Uint32Array } {
	const cellOf = new Uint32Array(rows);
	let cells = 1;
	for (const { labels, k } of labelings) {
		// Cell of each pair of an earlier cell and a cluster, plus one.
		const numbers = new Uint32Array(cells * k);
		cells = 0;
		for (let i = 0; i < rows; i++) {
			const pair = cellOf[i]! * k + labels[i]!;
			cellOf[i] = (numbers[pair] ||= ++cells) - 1;
		}
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
	const bench = benches.take();
	try {
		const { kernel } = bench;
		const first = labelings.map((_, l) => labelings.slice(0, l).reduce((sum, { k }) => sum + k, 0));
		const clusters = labelings.reduce((sum, { k }) => sum + k, 0);
		kernel.reserve(rows.rows, rows.cols, cells.length - 1, labelings.length, clusters);
		bench.f32(kernel.pointsAt(), rows.values.length).set(centred(rows));
		bench.u32(kernel.boundsAt(), cells.length).set(cells);
		const members = bench.u32(kernel.membersAt(), (cells.length - 1) * labelings.length);
		for (let cell = 0, at = 0; cell + 1 < cells.length; cell++)
			for (let l = 0; l < labelings.length; l++, at++) members[at] = first[l]! + labelings[l]!.labels[cells[cell]!]!;
		const found = bench.f64(kernel.sumsAt(), 8 * clusters);
		const sums = labelings.map(({ k }) => new Float64Array(rows.rows * k));
		const pace = kernelPaced(task);
		for (let i = 0; i < rows.rows; i += 8) {
			kernel.measure(i);
			const count = Math.min(8, rows.rows - i);
			for (let l = 0; l < labelings.length; l++) {
				const { k } = labelings[l]!;
				for (let t = 0, to = i * k; t < count; t++)
					for (let c = 0, from = 8 * first[l]! + t; c < k; c++, to++, from += 8) sums[l]![to] = found[from]!;
			}
			await pace(8 * rows.rows * (rows.cols + 4));
			task.progress((i + count) / rows.rows);
		}
		return sums;
	} finally {
		benches.give(bench);
	}
}

/** Rows about their mean, so that 32 bits lose little. */
function centred({ rows, cols, values }: Matrix): Float32Array {
	const mean = new Float64Array(cols);
	const about = new Float32Array(values.length);
	for (let i = 0, at = 0; i < rows; i++) for (let j = 0; j < cols; j++) mean[j]! += values[at++]! / rows;
	for (let i = 0, at = 0; i < rows; i++) for (let j = 0; j < cols; j++, at++) about[at] = values[at]! - mean[j]!;
	return about;
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
