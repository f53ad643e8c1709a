import { Benches } from '../kernel.js';
import type { Matrix } from '../matrix.js';
import { pause, type Task } from '../task.js';
import bytes from './assign.kernel.ts?kernel';

interface Kernel {
	readonly memory: WebAssembly.Memory;
	reserve(most: number, cols: number, k: number): void;
	pointsAt(): number;
	centroidsAt(): number;
	labelsAt(): number;
	secondAt(): number;
	strengthAt(): number;
	tabulate(): void;
	place(rows: number): number;
}

const benches = new Benches<Kernel>(bytes);
/** Rows in the kernel's memory at once. */
const block = 4096;

export interface Assigned {
	/** Nearest centroid of each row. */
	readonly labels: Uint16Array<ArrayBuffer>;
	/**
	 * How clearly each row belongs: 1 − d₁/d₂ with the distances to the nearest and the second nearest centroid (the simplified
	 * silhouette of one row). 0 is on the border, 1 is on the centroid; 1 everywhere where there is one centroid.
	 */
	readonly strength: Float32Array<ArrayBuffer>;
	/** Second nearest centroid; the nearest where there is one only. */
	readonly second: Uint16Array<ArrayBuffer>;
	/** Sum of squared distances to the nearest centroid. */
	readonly inertia: number;
}

/** Brings each row to its nearest centroid; of two equally near, to the first. `centroids` is k × cols, k ≥ 1. Distances have 64 bits. */
export function assign({ rows, cols, values }: Matrix, centroids: Float64Array): Assigned {
	const bench = benches.take();
	const { kernel } = bench;
	const k = centroids.length / cols;
	kernel.reserve(Math.min(block, rows), cols, k);
	bench.f64(kernel.centroidsAt(), centroids.length).set(centroids);
	kernel.tabulate();
	const labels = new Uint16Array(rows);
	const strength = new Float32Array(rows);
	const second = new Uint16Array(rows);
	let inertia = 0;
	for (let from = 0; from < rows; from += block) {
		const count = Math.min(block, rows - from);
		bench.f32(kernel.pointsAt(), count * cols).set(values.subarray(from * cols, (from + count) * cols));
		inertia += kernel.place(count);
		labels.set(bench.u16(kernel.labelsAt(), count), from);
		second.set(bench.u16(kernel.secondAt(), count), from);
		strength.set(bench.f32(kernel.strengthAt(), count), from);
	}
	benches.give(bench);
	return { labels, strength, second, inertia };
}

/** The same, some rows at a time. */
export async function assignAll({ rows, cols, values }: Matrix, centroids: Float64Array, task: Task): Promise<Assigned> {
	const [labels, strength, second] = [new Uint16Array(rows), new Float32Array(rows), new Uint16Array(rows)];
	let inertia = 0;
	for (let from = 0; from < rows; from += block) {
		await pause(task);
		const count = Math.min(block, rows - from);
		const some = assign({ rows: count, cols, values: values.subarray(from * cols, (from + count) * cols) }, centroids);
		labels.set(some.labels, from);
		strength.set(some.strength, from);
		second.set(some.second, from);
		inertia += some.inertia;
		task.progress((from + count) / rows);
	}
	return { labels, strength, second, inertia };
}
