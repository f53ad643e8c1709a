/**
 * The inner loops of a mixture's E-step. All arrays are flat; `out` is rows × k and holds log densities until `normalise` makes them
 * shares. Each function treats rows `from` to `to` and adds to what `out` holds.
 */

/** Writes the log weight of each component to its rows. */
export function startRows(logWeights: Float64Array, k: number, from: number, to: number, out: Float64Array): void {
	for (let i = from; i < to; i++) for (let c = 0, at = i * k; c < k; c++, at++) out[at] = logWeights[c]!;
}

/**
 * Adds log N(x; μ, Σ) of every component: `whitening` holds, for each, the inverse of the lower Cholesky factor of Σ (cols × cols),
 * and `constants` −½ (cols · ln 2π + ln |Σ|).
 */
export function addFullGaussians(
	values: Float32Array,
	cols: number,
	means: Float64Array,
	whitening: Float64Array,
	constants: Float64Array,
	from: number,
	to: number,
	out: Float64Array,
	difference: Float64Array
): void {
	const k = constants.length;
	for (let i = from; i < to; i++) {
		const p = i * cols;
		for (let c = 0; c < k; c++) {
			for (let j = 0, q = c * cols; j < cols; j++, q++) difference[j] = values[p + j]! - means[q]!;
			let squares = 0;
			let at = c * cols * cols;
			for (let a = 0; a < cols; a++, at += cols) {
				let sum = 0;
				for (let b = 0; b <= a; b++) sum += whitening[at + b]! * difference[b]!;
				squares += sum * sum;
			}
			out[i * k + c]! += constants[c]! - squares / 2;
		}
	}
}

/** The same for diagonal Σ: `precisions` holds 1 ÷ variance of each component and column (k × cols). */
export function addDiagonalGaussians(
	values: Float32Array,
	cols: number,
	means: Float64Array,
	precisions: Float64Array,
	constants: Float64Array,
	from: number,
	to: number,
	out: Float64Array
): void {
	const k = constants.length;
	for (let i = from; i < to; i++) {
		const p = i * cols;
		for (let c = 0, q = 0; c < k; c++) {
			let squares = 0;
			for (let j = 0; j < cols; j++, q++) {
				const d = values[p + j]! - means[q]!;
				squares += d * d * precisions[q]!;
			}
			out[i * k + c]! += constants[c]! - squares / 2;
		}
	}
}

/** Adds the log probability of each row's code; `logProbabilities` is levels × k. */
export function addCategory(
	codes: Uint16Array,
	logProbabilities: Float64Array,
	k: number,
	from: number,
	to: number,
	out: Float64Array
): void {
	for (let i = from; i < to; i++) {
		const at = i * k;
		const q = codes[i]! * k;
		for (let c = 0; c < k; c++) out[at + c]! += logProbabilities[q + c]!;
	}
}

/** Turns log densities into shares that sum to 1 in each row; returns the sum of the rows' log likelihoods. */
export function normalise(k: number, from: number, to: number, out: Float64Array): number {
	let total = 0;
	for (let i = from; i < to; i++) {
		const at = i * k;
		let most = -Infinity;
		for (let c = 0; c < k; c++) if (out[at + c]! > most) most = out[at + c]!;
		let sum = 0;
		for (let c = 0; c < k; c++) {
			const share = Math.exp(out[at + c]! - most);
			out[at + c] = share;
			sum += share;
		}
		for (let c = 0; c < k; c++) out[at + c]! /= sum;
		total += most + Math.log(sum);
	}
	return total;
}

/** Adds each row's outer product about the component's mean, weighted by its share, to the lower triangles of `sums` (k × cols × cols). */
export function addScatters(
	values: Float32Array,
	cols: number,
	means: Float64Array,
	shares: Float64Array,
	k: number,
	from: number,
	to: number,
	sums: Float64Array,
	difference: Float64Array
): void {
	for (let i = from; i < to; i++) {
		const p = i * cols;
		for (let c = 0; c < k; c++) {
			const share = shares[i * k + c]!;
			if (share < 1e-12) continue;
			for (let j = 0, q = c * cols; j < cols; j++, q++) difference[j] = values[p + j]! - means[q]!;
			let at = c * cols * cols;
			for (let a = 0; a < cols; a++, at += cols) {
				const weighted = share * difference[a]!;
				for (let b = 0; b <= a; b++) sums[at + b]! += weighted * difference[b]!;
			}
		}
	}
}
