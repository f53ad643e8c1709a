import { Bench } from '../kernel.js';
import bytes from './neighbours.kernel.ts?kernel';
import type { Matrix } from '../matrix.js';
import { pause, type Task } from '../task.js';
import { rowTree, type RowTree } from './row-tree.js';

/** What `neighbours.kernel.ts` exports. */
interface Kernel {
	readonly memory: WebAssembly.Memory;
	prepare(points: number, boxes: number, leaves: number, stack: number, inner: number, cols: number): void;
	search(queries: number, count: number, own: number, k: number, indices: number, distances: number): void;
}

/** For row i, the rows `indices[i · k]` to `indices[i · k + k − 1]`, by rising Euclidean distance. */
export interface Neighbours {
	readonly k: number;
	readonly indices: Uint32Array<ArrayBuffer>;
	readonly distances: Float32Array<ArrayBuffer>;
}

/** Queries between two looks at the clock: so many, and no more than a few milliseconds take where each looks at every row. */
const most = 256;
const looked = 3e7;
const msBetweenPauses = 8;

/**
 * Exact nearest neighbours by Euclidean distance, in 32-bit floats: a tree of boxes (Friedman, Bentley & Finkel 1977), four children a
 * node, passes over whatever is further away than the k nearest so far. In up to about sixteen dimensions this looks at a small share of
 * the rows; in more it comes down to looking at all of them.
 */
export class NearestRows {
	readonly #tree: RowTree;
	readonly #bench: Bench<Kernel>;
	readonly #queries: number;
	readonly #batch: number;
	readonly #rows: number;
	readonly #cols: number;
	readonly #points: Matrix;

	private constructor(points: Matrix, tree: RowTree) {
		const { rows, cols } = points;
		this.#tree = tree;
		this.#rows = rows;
		this.#cols = cols;
		this.#points = points;
		const bench = new Bench<Kernel>(bytes);
		const blocks = bench.take(tree.blocks.length);
		const boxes = bench.take(tree.boxes.length);
		const leaves = bench.take(tree.leaves.length);
		// Each level leaves at most three children behind.
		const stack = bench.take(8 * (tree.levels + 2) * 4);
		this.#batch = Math.max(1, Math.min(most, Math.floor(looked / (rows * cols))));
		this.#queries = bench.take(this.#batch * cols);
		bench.f32(blocks, tree.blocks.length).set(tree.blocks);
		bench.f32(boxes, tree.boxes.length).set(tree.boxes);
		bench.u32(leaves, tree.leaves.length).set(tree.leaves);
		bench.kernel.prepare(blocks, boxes, leaves, stack, tree.inner, cols);
		this.#bench = bench;
	}

	/** @param points rows × cols, finite; at least one row */
	static async of(points: Matrix, task: Task): Promise<NearestRows> {
		return new NearestRows(points, await rowTree(points, task));
	}

	/** The k nearest other rows of each row; k < rows. */
	ofEach(k: number, task: Task): Promise<Neighbours> {
		return this.#search(this.#points, k, this.#tree.order, task);
	}

	/** The k nearest rows of each of other `queries`, as wide as these; k ≤ rows. */
	to(queries: Matrix, k: number, task: Task): Promise<Neighbours> {
		return this.#search(queries, k, null, task);
	}

	/** `order` is that of the tree where the queries are its own rows: near ones then follow each other. */
	async #search({ rows, values }: Matrix, k: number, order: Uint32Array | null, task: Task): Promise<Neighbours> {
		const bench = this.#bench;
		const batch = this.#batch;
		const cols = this.#cols;
		if (k < 1 || k > this.#rows - (order ? 1 : 0)) throw new RangeError(`${k} neighbours of ${this.#rows} rows`);
		const [found, far] = [bench.take(batch * k), bench.take(batch * k)];
		const indices = new Uint32Array(rows * k);
		const distances = new Float32Array(rows * k);
		let paused = performance.now();
		for (let from = 0; from < rows; from += batch) {
			const count = Math.min(batch, rows - from);
			const held = bench.f32(this.#queries, count * cols);
			for (let q = 0; q < count; q++) {
				const row = (order ? order[from + q]! : from + q) * cols;
				held.set(values.subarray(row, row + cols), q * cols);
			}
			bench.kernel.search(this.#queries, count, order ? from : -1, k, found, far);
			const [places, squares] = [bench.u32(found, count * k), bench.f32(far, count * k)];
			for (let q = 0; q < count; q++) {
				const row = order ? order[from + q]! : from + q;
				for (let s = 0; s < k; s++) {
					indices[row * k + s] = this.#tree.order[places[q * k + s]!]!;
					distances[row * k + s] = Math.sqrt(squares[q * k + s]!);
				}
			}
			if (performance.now() - paused < msBetweenPauses) continue;
			task.progress((from + count) / rows);
			await pause(task);
			paused = performance.now();
		}
		return { k, indices, distances };
	}
}
