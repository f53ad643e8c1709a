import type { Matrix } from '../matrix.js';
import { pause, type Task } from '../task.js';

/** Rows sorted into a tree of boxes whose every node has four children, as `neighbours.kernel.ts` wants it. */
export interface RowTree {
	/** The row at each place; places beyond the last row of a leaf hold none, and are only in `blocks`. */
	readonly order: Uint32Array<ArrayBuffer>;
	readonly blocks: Float32Array<ArrayBuffer>;
	readonly boxes: Float32Array<ArrayBuffer>;
	readonly leaves: Uint32Array<ArrayBuffer>;
	readonly inner: number;
	readonly levels: number;
}

/** A leaf holds at most this many rows. */
const leafRows = 32;
const msBetweenPauses = 8;

/**
 * Halves the rows at the median of their widest column, and each half again, level by level. Leaves begin at multiples of four rows, so
 * that only the last is not full.
 */
export async function rowTree({ rows, cols, values }: Matrix, task: Task): Promise<RowTree> {
	const levels = Math.max(0, Math.ceil(Math.log(rows / leafRows) / Math.log(4)));
	const count = 4 ** levels;
	const inner = (count - 1) / 3;
	const order = Uint32Array.from({ length: rows }, (_, i) => i);
	const boxes = new Float32Array(inner * cols * 8);
	const leaves = new Uint32Array(count + 1);
	const low = new Float32Array(cols);
	const high = new Float32Array(cols);
	const keys = new Float32Array(rows);
	let paused = performance.now();
	const rest = async () => {
		if (performance.now() - paused < msBetweenPauses) return;
		await pause(task);
		paused = performance.now();
	};

	const measure = (from: number, to: number) => {
		low.fill(Infinity);
		high.fill(-Infinity);
		for (let i = from; i < to; i++) {
			const row = order[i]! * cols;
			for (let j = 0; j < cols; j++) {
				const value = values[row + j]!;
				if (value < low[j]!) low[j] = value;
				if (value > high[j]!) high[j] = value;
			}
		}
	};
	/** Sorts the smaller half of `from` … `to` in the widest column before the larger; returns where the second begins. */
	const halve = (from: number, to: number): number => {
		const middle = Math.min(to, from + 4 * Math.ceil((to - from) / 8));
		measure(from, to);
		let widest = 0;
		for (let j = 1; j < cols; j++) if (high[j]! - low[j]! > high[widest]! - low[widest]!) widest = j;
		for (let i = from; i < to; i++) keys[i] = values[order[i]! * cols + widest]!;
		if (middle < to) select(keys, order, from, to - 1, middle);
		return middle;
	};

	/** Places where the nodes of the present level begin. */
	let starts = Uint32Array.of(0, rows);
	for (let level = 0, first = 0; level < levels; level++, first = 4 * first + 1) {
		const next = new Uint32Array(4 * (starts.length - 1) + 1);
		for (let n = 0; n + 1 < starts.length; n++) {
			const [from, to] = [starts[n]!, starts[n + 1]!];
			const middle = halve(from, to);
			await rest();
			next.set([from, halve(from, middle), middle, halve(middle, to)], 4 * n);
			next[4 * n + 4] = to;
			await rest();
			for (let child = 0; child < 4; child++) {
				measure(next[4 * n + child]!, next[4 * n + child + 1]!);
				for (let j = 0, at = (first + n) * cols * 8 + child; j < cols; j++, at += 8) {
					boxes[at] = low[j]!;
					boxes[at + 4] = high[j]!;
				}
			}
			await rest();
		}
		starts = next;
	}
	starts.forEach((start, i) => (leaves[i] = Math.ceil(start / 4)));
	return { order, blocks: blocksOf(order, values, cols), boxes, leaves, inner, levels };
}

/** Points in blocks of four; what fills up the last is further away than anything. */
function blocksOf(order: Uint32Array, values: Float32Array, cols: number): Float32Array<ArrayBuffer> {
	const blocks = new Float32Array(Math.ceil(order.length / 4) * 4 * cols).fill(Infinity);
	order.forEach((row, i) => {
		for (let j = 0, at = (i >> 2) * 4 * cols + (i & 3); j < cols; j++, at += 4) blocks[at] = values[row * cols + j]!;
	});
	return blocks;
}

/** Sorts so that no key before place k is larger, and none after it smaller, than the one there (Hoare 1961). Moves `order` along. */
function select(keys: Float32Array, order: Uint32Array, left: number, right: number, k: number): void {
	const swap = (a: number, b: number) => {
		const key = keys[a]!;
		keys[a] = keys[b]!;
		keys[b] = key;
		const row = order[a]!;
		order[a] = order[b]!;
		order[b] = row;
	};
	while (left < right) {
		const middle = (left + right) >> 1;
		if (keys[middle]! < keys[left]!) swap(left, middle);
		if (keys[right]! < keys[left]!) swap(left, right);
		if (keys[right]! < keys[middle]!) swap(middle, right);
		const pivot = keys[middle]!;
		let i = left;
		let j = right;
		while (i <= j) {
			while (keys[i]! < pivot) i++;
			while (keys[j]! > pivot) j--;
			if (i <= j) swap(i++, j--);
		}
		if (k <= j) right = j;
		else if (k >= i) left = i;
		else return;
	}
}
