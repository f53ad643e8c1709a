import { Benches, type Bench } from '../kernel.js';
import type { Matrix } from '../matrix.js';
import bytes from './neighbours.kernel.ts?kernel';

interface Kernel {
	readonly memory: WebAssembly.Memory;
	reserve(most: number, cols: number, nearest: number): void;
	pointsAt(): number;
	queryAt(): number;
	foundAt(): number;
	weightsAt(): number;
	nearAt(): number;
	fromAt(): number;
	measure(count: number): void;
	weigh(count: number, own: number): void;
	reach(count: number, own: number, id: number): void;
	least(numbers: number, first: number, count: number): number;
	smallest(count: number, nth: number): number;
}

const benches = new Benches<Kernel>(bytes);

/**
 * Points in a kernel's memory until `free`, and distances to them in 32 bits. Points have places, 0 … `count` − 1; one that is taken out
 * leaves its place to the last.
 */
export class Neighbours {
	/** Number of the point at each place. */
	readonly at: Uint32Array;
	count: number;
	readonly cols: number;
	readonly #bench: Bench<Kernel>;
	readonly #mean: Float64Array;
	readonly #points: Float32Array;
	readonly #query: Float32Array;
	readonly #found: Float32Array;
	/** Of each place, for `cheapest` the rows of the point, for `reach` what an edge has at least. */
	readonly weights: Float32Array;
	/** Of each place, the length of the shortest edge that has reached it, infinite at first, and whence it came. */
	readonly near: Float32Array;
	readonly from: Uint32Array;

	/** @param nearest The largest n that `nth` will be asked for. */
	constructor({ rows, cols, values }: Pick<Matrix, 'rows' | 'cols'> & { readonly values: ArrayLike<number> }, nearest = 0) {
		this.#bench = benches.take();
		this.cols = cols;
		this.count = rows;
		const { kernel } = this.#bench;
		kernel.reserve(rows, cols, nearest);
		const held = (rows + 7) & ~7;
		this.#points = this.#bench.f32(kernel.pointsAt(), held * cols);
		this.#query = this.#bench.f32(kernel.queryAt(), cols);
		this.#found = this.#bench.f32(kernel.foundAt(), held);
		this.weights = this.#bench.f32(kernel.weightsAt(), held).fill(1);
		this.near = this.#bench.f32(kernel.nearAt(), held);
		this.from = this.#bench.u32(kernel.fromAt(), held);
		this.#mean = new Float64Array(cols);
		for (let i = 0, at = 0; i < rows; i++) for (let j = 0; j < cols; j++) this.#mean[j]! += values[at++]! / rows;
		for (let i = 0; i < rows; i++) this.put(i, values, i * cols);
		this.at = Uint32Array.from({ length: rows }, (_, i) => i);
	}

	#place(place: number): number {
		return (place >> 3) * 8 * this.cols + (place & 7);
	}

	/** Puts the point at a place where the numbers from `p` on say. */
	put(place: number, values: ArrayLike<number>, p: number): void {
		for (let j = 0, to = this.#place(place); j < this.cols; j++, to += 8) this.#points[to] = values[p + j]! - this.#mean[j]!;
	}

	/** Takes the point at a place out. */
	remove(place: number): void {
		const last = --this.count;
		for (let j = 0, from = this.#place(last), to = this.#place(place); j < this.cols; j++, from += 8, to += 8) {
			this.#points[to] = this.#points[from]!;
			this.#points[from] = Infinity;
		}
		this.weights[place] = this.weights[last]!;
		this.near[place] = this.near[last]!;
		this.near[last] = Infinity;
		this.from[place] = this.from[last]!;
		this.at[place] = this.at[last]!;
	}

	/** Measures from given numbers. */
	measureFrom(values: ArrayLike<number>, p: number): void {
		for (let j = 0; j < this.cols; j++) this.#query[j] = values[p + j]! - this.#mean[j]!;
		this.#bench.kernel.measure(this.count);
	}

	/** Measures from the point at a place. */
	measure(place: number): void {
		for (let j = 0, from = this.#place(place); j < this.cols; j++, from += 8) this.#query[j] = this.#points[from]!;
		this.#bench.kernel.measure(this.count);
	}

	/** The squared distance to a place, as measured last; the cost of a union after `cheapest`. */
	found(place: number): number {
		return this.#found[place]!;
	}

	/** The first place of the least found among `count` from `first`, a multiple of 4, on; `count` is taken up to the next one. */
	nearest(first = 0, count = this.count): number {
		return this.#bench.kernel.least(this.#bench.kernel.foundAt(), first, count);
	}

	/** The n-th smallest squared distance, as measured last. */
	nth(n: number): number {
		return this.#bench.kernel.smallest(this.count, n);
	}

	/** The place with which a union of the point at a place would add least to the sum of squares, by Ward's 2ab ÷ (a + b) · d². */
	cheapest(place: number): number {
		this.measure(place);
		this.#bench.kernel.weigh(this.count, this.weights[place]!);
		this.#found[place] = Infinity;
		return this.nearest();
	}

	/** Lets node `id` at the numbers from `p` on, with edges no shorter than `own`, reach all points; the place of the shortest edge of all. */
	reach(values: ArrayLike<number>, p: number, own: number, id: number): number {
		const { kernel } = this.#bench;
		this.measureFrom(values, p);
		kernel.reach(this.count, own, id);
		return kernel.least(kernel.nearAt(), 0, this.count);
	}

	/** Gives the kernel's memory back; nothing else may be called afterwards. */
	free(): void {
		benches.give(this.#bench);
	}
}
