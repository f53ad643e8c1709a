import type { Task } from '../task.js';
import { addCategory, addDiagonalGaussians, addFullGaussians, addScatters, normalise, startRows } from './density.js';
import type { MixedRows } from './mixed-rows.js';
import { membershipOfShares, type Membership } from './membership.js';
import { paced, rowsPerBreath, type Pace } from './pace.js';

/** Components of a mixture: numbers are Gaussian, words multinomial and independent of all else within a component. */
export interface Mixture {
	readonly k: number;
	readonly covariance: 'full' | 'diagonal';
	readonly weights: Float64Array<ArrayBuffer>;
	/** k × cols. */
	readonly means: Float64Array<ArrayBuffer>;
	/** Covariances: k × cols × cols where full, variances k × cols where diagonal. */
	readonly spread: Float64Array<ArrayBuffer>;
	/** For each category, probabilities levels × k. */
	readonly probabilities: readonly Float64Array<ArrayBuffer>[];
}

export interface FittedMixture {
	readonly mixture: Mixture;
	readonly logLikelihood: number;
	/** Free parameters. */
	readonly parameters: number;
	/** −2 log L + parameters · ln rows (Schwarz 1978); lower is better. */
	readonly bic: number;
	/** BIC + twice the entropy of the shares (Biernacki, Celeux & Govaert 2000); lower is better. */
	readonly icl: number;
	readonly iterations: number;
	readonly membership: Membership;
}

export interface MixtureOptions {
	readonly k: number;
	readonly covariance: 'full' | 'diagonal';
	/** Added to each variance; 1e-3 unless given, for columns of variance near 1. */
	readonly ridge?: number;
	/** Pseudo-counts of each category and component, spread over its levels; 1 unless given. */
	readonly prior?: number;
	/** 200 unless given. */
	readonly maxIterations?: number;
	/** A run ends when the mean log likelihood of a row rises by less; 1e-5 unless given. */
	readonly tolerance?: number;
}

/**
 * Fits a mixture by expectation and maximisation (Dempster, Laird & Rubin 1977) from each of the labelings in `starts`, and keeps the
 * run of highest likelihood. With numbers alone this is a Gaussian mixture, with words alone latent class analysis, and with both the
 * mixed mixture (location model with local independence; Everitt 1988).
 * @throws RangeError where there is no start, or k is not in 1 … rows.
 */
export async function fitMixture(
	data: MixedRows,
	starts: readonly Uint16Array[],
	options: MixtureOptions,
	task: Task
): Promise<FittedMixture> {
	if (starts.length === 0 || !(options.k >= 1 && options.k <= data.numbers.rows)) throw new RangeError(`${options.k} components`);
	const pace = paced(task);
	let best: FittedMixture | null = null;
	for (const [s, start] of starts.entries()) {
		const found = await fitOnce(data, start, options, pace);
		if (!best || found.logLikelihood > best.logLikelihood) best = found;
		task.progress((s + 1) / starts.length);
	}
	return best!;
}

/** Shares of each component in each row (rows × k), and the log likelihood of all rows. */
export function shares(data: MixedRows, mixture: Mixture): { shares: Float64Array<ArrayBuffer>; logLikelihood: number } {
	const out = new Float64Array(data.numbers.rows * mixture.k);
	const logLikelihood = expect(data, prepare(mixture, data.numbers.cols), 0, data.numbers.rows, out);
	return { shares: out, logLikelihood };
}

/** Places rows in a mixture. */
export const place = (data: MixedRows, mixture: Mixture): Membership => membershipOfShares(shares(data, mixture).shares, mixture.k);

async function fitOnce(data: MixedRows, start: Uint16Array, options: MixtureOptions, pace: Pace): Promise<FittedMixture> {
	const { k, maxIterations = 200, tolerance = 1e-5 } = options;
	const { rows, cols } = data.numbers;
	const held = new Float64Array(rows * k);
	start.forEach((label, i) => (held[i * k + label] = 1));
	const perRow = k * (options.covariance === 'full' ? cols * cols : 2 * cols) + k * (data.categories.length + 8);
	const step = rowsPerBreath(perRow);
	let likelihood = -Infinity;
	let iterations = 0;
	let mixture = await maximise(data, held, options, step, perRow, pace);
	for (; iterations < maxIterations; iterations++) {
		const prepared = prepare(mixture, cols);
		let now = 0;
		for (let from = 0; from < rows; from += step) {
			now += expect(data, prepared, from, Math.min(rows, from + step), held);
			await pace(step * perRow);
		}
		const rise = now - likelihood;
		likelihood = now;
		if (rise < tolerance * rows) break;
		mixture = await maximise(data, held, options, step, perRow, pace);
	}
	const parameters =
		k -
		1 +
		k * cols * (options.covariance === 'full' ? 1 + (cols + 1) / 2 : 2) +
		data.categories.reduce((sum, { levels }) => sum + k * (levels - 1), 0);
	const bic = -2 * likelihood + parameters * Math.log(rows);
	let entropy = 0;
	for (const share of held) if (share > 0) entropy -= share * Math.log(share);
	return {
		mixture,
		logLikelihood: likelihood,
		parameters,
		bic,
		icl: bic + 2 * entropy,
		iterations,
		membership: membershipOfShares(held, k)
	};
}

/** What the E-step reads instead of the parameters themselves. */
interface Prepared {
	readonly mixture: Mixture;
	readonly logWeights: Float64Array;
	/** Inverse Cholesky factors, or precisions. */
	readonly whitening: Float64Array;
	readonly constants: Float64Array;
	readonly logProbabilities: readonly Float64Array[];
	readonly difference: Float64Array;
}

function prepare(mixture: Mixture, cols: number): Prepared {
	const { k, covariance, spread } = mixture;
	const constants = new Float64Array(k).fill((-cols * Math.log(2 * Math.PI)) / 2);
	let whitening: Float64Array;
	if (covariance === 'diagonal') {
		whitening = spread.map((variance) => 1 / variance);
		for (let c = 0; c < k; c++) for (let j = 0; j < cols; j++) constants[c]! -= Math.log(spread[c * cols + j]!) / 2;
	} else {
		whitening = new Float64Array(spread.length);
		for (let c = 0; c < k; c++) constants[c]! -= invertCholesky(spread, c * cols * cols, cols, whitening);
	}
	return {
		mixture,
		logWeights: mixture.weights.map((weight) => Math.log(weight)),
		whitening,
		constants,
		logProbabilities: mixture.probabilities.map((of) => of.map((probability) => Math.log(probability))),
		difference: new Float64Array(cols)
	};
}

function expect({ numbers, categories }: MixedRows, prepared: Prepared, from: number, to: number, out: Float64Array): number {
	const { mixture, logWeights, whitening, constants, logProbabilities, difference } = prepared;
	const { k, means } = mixture;
	startRows(logWeights, k, from, to, out);
	if (mixture.covariance === 'full') addFullGaussians(numbers.values, numbers.cols, means, whitening, constants, from, to, out, difference);
	else if (numbers.cols > 0) addDiagonalGaussians(numbers.values, numbers.cols, means, whitening, constants, from, to, out);
	categories.forEach(({ codes }, a) => addCategory(codes, logProbabilities[a]!, k, from, to, out));
	return normalise(k, from, to, out);
}

async function maximise(
	{ numbers, categories }: MixedRows,
	held: Float64Array,
	{ k, covariance, ridge = 1e-3, prior = 1 }: MixtureOptions,
	step: number,
	perRow: number,
	pace: Pace
): Promise<Mixture> {
	const { rows, cols, values } = numbers;
	const counts = new Float64Array(k);
	const means = new Float64Array(k * cols);
	const tables = categories.map(({ levels }) => new Float64Array(levels * k).fill(prior / levels));
	for (let i = 0; i < rows; i++) {
		for (let c = 0; c < k; c++) {
			const share = held[i * k + c]!;
			counts[c]! += share;
			if (share < 1e-12) continue;
			for (let j = 0; j < cols; j++) means[c * cols + j]! += share * values[i * cols + j]!;
		}
		for (let a = 0; a < tables.length; a++) {
			const table = tables[a]!;
			for (let c = 0, at = categories[a]!.codes[i]! * k; c < k; c++) table[at + c]! += held[i * k + c]!;
		}
		if (i % step === step - 1) await pace((step * perRow) / 4);
	}
	const safe = counts.map((count) => Math.max(count, 1e-10));
	for (let at = 0; at < means.length; at++) means[at]! /= safe[Math.floor(at / cols)]!;
	const spread = new Float64Array(k * cols * (covariance === 'full' ? cols : 1));
	const difference = new Float64Array(cols);
	for (let from = 0; from < rows; from += step) {
		const to = Math.min(rows, from + step);
		if (covariance === 'full') addScatters(values, cols, means, held, k, from, to, spread, difference);
		else addVariances(values, cols, means, held, k, from, to, spread);
		await pace(step * perRow);
	}
	const each = spread.length / k;
	for (let at = 0; at < spread.length; at++) spread[at]! /= safe[Math.floor(at / each)]!;
	if (covariance === 'diagonal') for (let at = 0; at < spread.length; at++) spread[at]! += ridge;
	else for (let c = 0; c < k; c++) for (let j = 0; j < cols; j++) spread[c * each + j * (cols + 1)]! += ridge;
	tables.forEach((table) => {
		for (let at = 0; at < table.length; at++) table[at]! /= counts[at % k]! + prior;
	});
	const total = safe.reduce((sum, count) => sum + count, 0);
	return { k, covariance, weights: safe.map((count) => count / total), means, spread, probabilities: tables };
}

function addVariances(
	values: Float32Array,
	cols: number,
	means: Float64Array,
	held: Float64Array,
	k: number,
	from: number,
	to: number,
	sums: Float64Array
): void {
	for (let i = from; i < to; i++) {
		for (let c = 0; c < k; c++) {
			const share = held[i * k + c]!;
			if (share < 1e-12) continue;
			for (let j = 0, q = c * cols, p = i * cols; j < cols; j++, q++, p++) sums[q]! += share * (values[p]! - means[q]!) ** 2;
		}
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
