import { Benches, type Bench } from '../kernel.js';
import type { Matrix } from '../matrix.js';
import type { Random } from '../random.js';
import bytes from './kmeans.kernel.ts?kernel';
import { fallen } from '../task.js';
import { kernelPiece, type Pace } from './pace.js';

interface Kernel {
	readonly memory: WebAssembly.Memory;
	reserve(rows: number, cols: number, clusters: number): void;
	pointsAt(): number;
	meanAt(): number;
	centroidsAt(): number;
	iterationCount(): number;
	lastShift(): number;
	centre(): number;
	beginSeeding(): void;
	draw(left: number): number;
	propose(lane: number, row: number): void;
	measure(from: number, to: number): void;
	accept(first: number, second: number, third: number, fourth: number): number;
	begin(maxIterations: number, tolerance: number): void;
	resume(clusters: number, maxIterations: number, tolerance: number): void;
	advance(work: number): number;
	inertia(): number;
}

/** Where a run of Lloyd's algorithm ended. */
export interface LloydEnd {
	/** k × cols. */
	readonly centroids: Float64Array<ArrayBuffer>;
	/** Sum of squared distances of the rows to the means of their clusters. */
	readonly inertia: number;
	readonly iterations: number;
}

const benches = new Benches<Kernel>(bytes);

/**
 * Candidates tried for each centre, as many as the kernel measures at once: 2 + ⌊ln k⌋ at k = 8 … 20, and no slower than fewer.
 */
const trials = [0, 1, 2, 3];

/**
 * Seeding and Lloyd's algorithm on the rows of a matrix, in a kernel's memory until `free`.
 *
 * Greedy k-means++ (Arthur & Vassilvitskii 2007): each centre is the best of four rows drawn with a chance proportional to their squared
 * distance from the centres so far. Centres come one at a time, so that one seeding serves every k on the way. Lloyd's algorithm skips
 * rows that cannot change hands: an upper bound on the distance to the own centroid and a lower one on that to every other are kept per
 * row (Hamerly 2010). Rows are centred and measured in 32 bits; sums and centroids have 64.
 */
export class Lloyd {
	/** Mean variance of a column. */
	readonly variance: number;
	readonly #bench: Bench<Kernel>;
	readonly #rows: number;
	readonly #cols: number;
	#random: Random = () => 0;
	#picked = 0;
	#left = 0;

	/**
	 * @param clusters Clusters at most.
	 * @throws RangeError where a number is not finite; Problem browserTooOld
	 */
	constructor({ rows, cols, values }: Matrix, clusters: number) {
		this.#bench = benches.take();
		this.#rows = rows;
		this.#cols = cols;
		const { kernel } = this.#bench;
		kernel.reserve(rows, cols, clusters);
		const wide = this.#wide;
		const held = this.#bench.f32(kernel.pointsAt(), rows * wide);
		if (wide === cols) held.set(values.subarray(0, rows * cols));
		else for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) held[i * wide + j] = values[i * cols + j]!;
		this.variance = kernel.centre() / rows / cols;
		if (!Number.isFinite(this.variance)) {
			this.free();
			throw new RangeError('k-means needs finite numbers');
		}
	}

	/** Columns with the padding behind them. */
	get #wide(): number {
		return (this.#cols + 3) & ~3;
	}

	/** Starts a new seeding. */
	seed(random: Random): void {
		this.#random = random;
		this.#picked = 0;
		this.#bench.kernel.beginSeeding();
	}

	/** Adds one centre to the seeding. */
	async addCentre(pace: Pace): Promise<void> {
		const { kernel } = this.#bench;
		const first = this.#draw();
		const drawn = trials.map((lane) => (lane === 0 || this.#picked === 0 ? first : this.#draw()));
		drawn.forEach((row, lane) => kernel.propose(lane, row));
		const perRow = trials.length * this.#cols;
		const step = Math.ceil(kernelPiece / perRow);
		const held = (this.#rows + 3) & ~3;
		for (let from = 0; from < held; from += step) {
			kernel.measure(from, Math.min(held, from + step));
			await pace(step * perRow);
		}
		this.#left = kernel.accept(drawn[0]!, drawn[1]!, drawn[2]!, drawn[3]!);
		this.#picked++;
	}

	#draw(): number {
		if (this.#picked === 0) return Math.floor(this.#random() * this.#rows);
		return this.#bench.kernel.draw(this.#random() * this.#left);
	}

	/**
	 * Runs from the centres of the seeding until no row moves, the squared shift of all centroids is at most `tolerance`, or `maxIterations`.
	 * `told` hears after each iteration how far it has come, in [0, 1].
	 */
	async run(maxIterations: number, tolerance: number, pace: Pace, told?: (far: number) => void): Promise<LloydEnd> {
		this.#bench.kernel.begin(maxIterations, tolerance);
		return this.#finish(this.#picked, { maxIterations, tolerance }, pace, told);
	}

	/** The same from given centroids, k × cols. */
	async resume(
		centroids: Float64Array,
		maxIterations: number,
		tolerance: number,
		pace: Pace,
		told?: (far: number) => void
	): Promise<LloydEnd> {
		const k = centroids.length / this.#cols;
		const held = this.#centroids(k).fill(0);
		const mean = this.#mean();
		for (let c = 0; c < k; c++) for (let j = 0; j < this.#cols; j++) held[c * this.#wide + j] = centroids[c * this.#cols + j]! - mean[j]!;
		this.#bench.kernel.resume(k, maxIterations, tolerance);
		return this.#finish(k, { maxIterations, tolerance }, pace, told);
	}

	async #finish(
		k: number,
		{ maxIterations, tolerance }: { readonly maxIterations: number; readonly tolerance: number },
		pace: Pace,
		told?: (far: number) => void
	): Promise<LloydEnd> {
		const { kernel } = this.#bench;
		let [seen, first] = [0, 0];
		while (!kernel.advance(kernelPiece)) {
			await pace(kernelPiece);
			if (!told || kernel.iterationCount() === seen) continue;
			seen = kernel.iterationCount();
			first ||= kernel.lastShift();
			told(Math.max(seen / maxIterations, fallen(first, kernel.lastShift(), tolerance)));
		}
		const held = this.#centroids(k);
		const mean = this.#mean();
		const centroids = new Float64Array(k * this.#cols);
		for (let c = 0; c < k; c++) for (let j = 0; j < this.#cols; j++) centroids[c * this.#cols + j] = held[c * this.#wide + j]! + mean[j]!;
		return { centroids, inertia: kernel.inertia(), iterations: kernel.iterationCount() };
	}

	#centroids(k: number): Float64Array {
		return this.#bench.f64(this.#bench.kernel.centroidsAt(), k * this.#wide);
	}

	#mean(): Float64Array {
		return this.#bench.f64(this.#bench.kernel.meanAt(), this.#cols);
	}

	/** Gives the kernel's memory back; nothing else may be called afterwards. */
	free(): void {
		benches.give(this.#bench);
	}
}
