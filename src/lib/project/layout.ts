import { seeded } from '../random.js';
import { pause, type Task } from '../task.js';
import { Bench } from '../kernel.js';
import type { Curve } from './curve.js';
import type { Graph } from './fuzzy.js';
import bytes from './layout.kernel.ts?kernel';

/** What `layout.kernel.ts` exports. */
interface Kernel {
	readonly memory: WebAssembly.Memory;
	prepare(places: number, start: number, ends: number, weights: number, sums: number, tables: number, rows: number, seed: number): void;
	epoch(from: number, to: number, rate: number): void;
}

export interface LayoutOptions {
	readonly epochs: number;
	readonly curve: Curve;
	readonly seed: number;
}

/** Squared distances that the kernel's tables know: 128 steps to each doubling from 2⁻¹² to 2¹². */
const [lowest, doublings, perDoubling] = [-12, 24, 128];
const entries = doublings * perDoubling;
const msBetweenPauses = 8;
const edgesPerChunk = 20_000;
const rowsBetweenPauses = 2048;

/**
 * Moves places (x, y pairs, in place) until rows joined in the graph lie together and others apart: stochastic gradient descent on the
 * cross-entropy of McInnes, Healy & Melville (2018, algorithm 5), with five negative samples and steps that shorten evenly to nothing. The
 * same graph, places and seed give the same bytes. `onlook` is called between epochs with the places as they are then, whenever work was
 * interrupted to let messages in.
 */
export async function layOut(
	{ start, to, weight }: Graph,
	places: Float32Array,
	{ epochs, curve, seed }: LayoutOptions,
	task: Task,
	onlook?: (places: Float32Array<ArrayBuffer>, epoch: number) => void
): Promise<void> {
	const rows = start.length - 1;
	await pause(task);
	const bench = new Bench<Kernel>(bytes);
	const groups = new Uint32Array(rows + 1);
	for (let i = 0; i < rows; i++) groups[i + 1] = groups[i]! + Math.ceil((start[i + 1]! - start[i]!) / 8);
	const edges = 8 * groups[rows]!;
	const held = {
		places: bench.take(2 * rows),
		start: bench.take(rows + 1),
		ends: bench.take(edges),
		weights: bench.take(edges / 2),
		sums: bench.take(edges / 2),
		tables: bench.take(2 * entries)
	};
	bench.f32(held.places, 2 * rows).set(places);
	bench.u32(held.start, rows + 1).set(groups);
	bench.f32(held.tables, 2 * entries).set(tablesOf(curve));
	const ends = bench.u32(held.ends, edges);
	const weights = bench.u16(held.weights, edges);
	const sums = bench.u16(held.sums, edges);
	const random = seeded(seed);
	let heaviest = 0;
	for (let e = 0; e < weight.length; e++) if (weight[e]! > heaviest) heaviest = weight[e]!;
	for (let i = 0; i < rows; i++) {
		if (i % rowsBetweenPauses === 0) await pause(task);
		for (let e = start[i]!, at = 8 * groups[i]!; e < start[i + 1]!; e++, at++) {
			ends[at] = to[e]!;
			weights[at] = Math.min(65_535, Math.round((65_536 * weight[e]!) / heaviest));
			sums[at] = Math.floor(65_536 * random());
		}
	}
	await pause(task);
	bench.kernel.prepare(held.places, held.start, held.ends, held.weights, held.sums, held.tables, rows, Math.floor(random() * 2 ** 32));

	const chunk = Math.max(1, Math.ceil((rows * edgesPerChunk) / Math.max(1, to.length)));
	let paused = performance.now();
	for (let epoch = 0; epoch < epochs; epoch++) {
		for (let from = 0; from < rows; from += chunk) {
			bench.kernel.epoch(from, Math.min(rows, from + chunk), 1 - epoch / epochs);
			if (performance.now() - paused < msBetweenPauses) continue;
			task.progress((epoch + from / rows) / epochs);
			await pause(task);
			paused = performance.now();
			onlook?.(bench.f32(held.places, 2 * rows), epoch);
		}
	}
	places.set(bench.f32(held.places, 2 * rows));
	task.progress(1);
}

/** What the difference between two places is multiplied by, at the middle of each step of squared distance. */
function tablesOf({ a, b }: Curve): Float32Array {
	const tables = new Float32Array(2 * entries);
	for (let e = 0; e < entries; e++) {
		const squared = 2 ** (lowest + Math.floor(e / perDoubling)) * (1 + ((e % perDoubling) + 0.5) / perDoubling);
		const power = squared ** b;
		tables[e] = (-2 * a * b * power) / squared / (1 + a * power);
		tables[entries + e] = (2 * b) / (0.001 + squared) / (1 + a * power);
	}
	return tables;
}
