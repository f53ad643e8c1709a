import { Benches, type Bench } from '../kernel.js';
import type { MixedRows } from './mixed-rows.js';
import bytes from './mixture.kernel.ts?kernel';
import type { Mixture } from './mixture.js';

interface Kernel {
	readonly memory: WebAssembly.Memory;
	reserve(rows: number, cols: number, components: number, full: boolean, categories: number, levels: number, most: number): void;
	valuesAt(): number;
	codesAt(): number;
	firstLevelsAt(): number;
	labelsAt(): number;
	meansAt(): number;
	whiteningAt(): number;
	constantsAt(): number;
	logProbabilitiesAt(): number;
	sharesAt(): number;
	countsAt(): number;
	sumsAt(): number;
	squaresAt(): number;
	tablesAt(): number;
	clear(): void;
	count(from: number, to: number): void;
	learn(from: number, to: number): number;
	place(from: number, to: number): number;
}

const benches = new Benches<Kernel>(bytes);

/**
 * Expectation and maximisation on rows in a kernel's memory until `free`. Expectation adds up what maximisation needs: sums of shares, and of
 * differences from the means as they are and of their products, from which the new means and covariances follow (parallel axes).
 */
export class Em {
	/** Multiply-adds that a row costs, about. */
	readonly perRow: number;
	readonly #bench: Bench<Kernel>;
	readonly #k: number;
	readonly #cols: number;
	readonly #covariance: Mixture['covariance'];
	/** Levels of each category, and of those before it. */
	readonly #levels: readonly { readonly first: number; readonly count: number }[];
	readonly #rows: number;

	/**
	 * @param rows Rows held at once.
	 * @param most Rows placed at once, at most.
	 */
	constructor({ numbers, categories }: MixedRows, { k, covariance }: Pick<Mixture, 'k' | 'covariance'>, rows: number, most: number) {
		this.#bench = benches.take();
		this.#k = k;
		this.#cols = numbers.cols;
		this.#covariance = covariance;
		this.#rows = rows;
		let first = 0;
		this.#levels = categories.map(({ levels }) => {
			first += levels;
			return { first: first - levels, count: levels };
		});
		const full = covariance === 'full';
		this.perRow = k * (numbers.cols * (full ? numbers.cols + 4 : 6) + 2 * categories.length + 24);
		const { kernel } = this.#bench;
		kernel.reserve(rows, numbers.cols, k, full, categories.length, first, most);
		this.#bench.u32(kernel.firstLevelsAt(), categories.length).set(this.#levels.map((level) => level.first));
	}

	/** Takes `count` rows from `from` on as those to work on. */
	read({ numbers, categories }: MixedRows, from: number, count: number): void {
		const { kernel } = this.#bench;
		const { cols, values } = numbers;
		this.#bench.f32(kernel.valuesAt(), count * cols).set(values.subarray(from * cols, (from + count) * cols));
		categories.forEach(({ codes }, a) =>
			this.#bench.u16(kernel.codesAt() + 2 * a * this.#rows, count).set(codes.subarray(from, from + count))
		);
	}

	/** Makes `count` add up by these labels, about the mean of all rows. */
	start(labels: Uint16Array): void {
		const { kernel } = this.#bench;
		this.#bench.u16(kernel.labelsAt(), this.#rows).set(labels);
		const values = this.#bench.f32(kernel.valuesAt(), this.#rows * this.#cols);
		const means = this.#f64(kernel.meansAt(), this.#k * this.#cols).fill(0);
		for (let i = 0, at = 0; i < this.#rows; i++) for (let j = 0; j < this.#cols; j++) means[j]! += values[at++]! / this.#rows;
		for (let at = this.#cols; at < means.length; at++) means[at] = means[at - this.#cols]!;
		kernel.clear();
	}

	/** Takes the parameters of a mixture for the next expectation, whose sums begin at zero. */
	write({ weights, means, spread, probabilities }: Mixture): void {
		const { kernel } = this.#bench;
		const [k, cols] = [this.#k, this.#cols];
		const constants = this.#f64(kernel.constantsAt(), k);
		const whitening = this.#f64(kernel.whiteningAt(), spread.length);
		for (let c = 0; c < k; c++) {
			constants[c] = Math.log(weights[c]!) - (cols * Math.log(2 * Math.PI)) / 2;
			if (this.#covariance === 'full') constants[c]! -= invertCholesky(spread, c * cols * cols, cols, whitening);
			else
				for (let at = c * cols; at < (c + 1) * cols; at++) {
					whitening[at] = 1 / spread[at]!;
					constants[c]! -= Math.log(spread[at]!) / 2;
				}
		}
		this.#f64(kernel.meansAt(), means.length).set(means);
		this.#levels.forEach(({ first, count }, a) => {
			const logs = this.#f64(kernel.logProbabilitiesAt() + 8 * first * k, count * k);
			for (let at = 0; at < logs.length; at++) logs[at] = Math.log(probabilities[a]![at]!);
		});
		kernel.clear();
	}

	/** Adds up rows `from` to `to` as their labels say; returns 0. */
	count(from: number, to: number): number {
		this.#bench.kernel.count(from, to);
		return 0;
	}

	/** Adds up rows `from` to `to` by their shares; returns their log likelihood. */
	learn(from: number, to: number): number {
		return this.#bench.kernel.learn(from, to);
	}

	/** Hands the shares of rows `from` to `to` over, rows × k, for the length of the call; returns their log likelihood. */
	place(from: number, to: number, take: (shares: Float64Array) => void): number {
		const likelihood = this.#bench.kernel.place(from, to);
		take(this.#f64(this.#bench.kernel.sharesAt(), (to - from) * this.#k));
		return likelihood;
	}

	/** The mixture of highest likelihood for what has been added up: `ridge` is added to variances, `prior` is pseudo-counts of each category. */
	maximise(ridge: number, prior: number): Mixture {
		const { kernel } = this.#bench;
		const [k, cols] = [this.#k, this.#cols];
		const counts = this.#f64(kernel.countsAt(), k);
		const sums = this.#f64(kernel.sumsAt(), k * cols);
		const old = this.#f64(kernel.meansAt(), k * cols);
		const safe = Float64Array.from(counts, (count) => Math.max(count, 1e-10));
		const shift = sums.map((sum, at) => sum / safe[Math.floor(at / cols)]!);
		const full = this.#covariance === 'full';
		const spread = this.#f64(kernel.squaresAt(), k * cols * (full ? cols : 1)).slice();
		for (let c = 0; c < k; c++) {
			for (let a = 0; a < cols; a++) {
				for (let b = full ? 0 : a; b <= a; b++) {
					const at = full ? (c * cols + a) * cols + b : c * cols + a;
					spread[at] = spread[at]! / safe[c]! - shift[c * cols + a]! * shift[c * cols + b]!;
					if (a === b) spread[at] = Math.max(0, spread[at]!) + ridge;
				}
			}
		}
		const total = safe.reduce((sum, count) => sum + count, 0);
		return {
			k,
			covariance: this.#covariance,
			weights: safe.map((count) => count / total),
			means: shift.map((by, at) => old[at]! + by),
			spread,
			probabilities: this.#levels.map(({ first, count }) => {
				const table = this.#f64(kernel.tablesAt() + 8 * first * k, count * k);
				return Float64Array.from(table, (sum, at) => (sum + prior / count) / (counts[at % k]! + prior));
			})
		};
	}

	#f64(at: number, length: number): Float64Array<ArrayBuffer> {
		return this.#bench.f64(at, length);
	}

	/** Gives the kernel's memory back; nothing else may be called afterwards. */
	free(): void {
		benches.give(this.#bench);
	}
}

/**
 * Writes the inverse of the lower Cholesky factor of the matrix at `at` (its lower triangle is read) to the same place of `into`;
 * returns half the log determinant. A pivot that rounding made negative is raised to 1e-12.
 */
function invertCholesky(matrix: Float64Array, at: number, size: number, into: Float64Array): number {
	const factor = new Float64Array(size * size);
	let half = 0;
	for (let a = 0; a < size; a++) {
		for (let b = 0; b <= a; b++) {
			let sum = matrix[at + a * size + b]!;
			for (let m = 0; m < b; m++) sum -= factor[a * size + m]! * factor[b * size + m]!;
			factor[a * size + b] = a === b ? Math.sqrt(Math.max(sum, 1e-12)) : sum / factor[b * size + b]!;
		}
		half += Math.log(factor[a * size + a]!);
	}
	for (let b = 0; b < size; b++) {
		into[at + b * size + b] = 1 / factor[b * size + b]!;
		for (let a = b + 1; a < size; a++) {
			let sum = 0;
			for (let m = b; m < a; m++) sum -= factor[a * size + m]! * into[at + m * size + b]!;
			into[at + a * size + b] = sum / factor[a * size + a]!;
		}
	}
	return half;
}
