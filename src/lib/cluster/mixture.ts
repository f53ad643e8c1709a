import { fallen, type Task } from '../task.js';
import { Em } from './em.js';
import { membershipOfShares, type Membership } from './membership.js';
import type { MixedRows } from './mixed-rows.js';
import { kernelPaced, kernelPiece, type Pace } from './pace.js';

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

/** Rows whose shares are held at once. */
const block = 4096;
/** What placing the rows in the end costs, in passes over them. */
const placing = 2.5;
/** Rises fall faster at first: how far they have come to this power is how far the work has. */
const hastening = 1.2;

/**
 * Fits a mixture by expectation and maximisation (Dempster, Laird & Rubin 1977) from each of the labelings in `starts`, and keeps the
 * run of highest likelihood. With numbers alone this is a Gaussian mixture, with words alone latent class analysis, and with both the
 * mixed mixture (location model with local independence; Everitt 1988).
 * @throws RangeError where there is no start, or k is not in 1 … rows; Problem browserTooOld
 */
export async function fitMixture(
	data: MixedRows,
	starts: readonly Uint16Array[],
	options: MixtureOptions,
	task: Task
): Promise<FittedMixture> {
	const { rows } = data.numbers;
	if (starts.length === 0 || !(options.k >= 1 && options.k <= rows)) throw new RangeError(`${options.k} components`);
	const pace = kernelPaced(task);
	const em = new Em(data, options, rows, block);
	try {
		em.read(data, 0, rows);
		let best: FittedMixture | null = null;
		for (const [s, start] of starts.entries()) {
			const found = await fitOnce(em, data, start, options, pace, (ratio) => task.progress((s + ratio) / starts.length));
			if (!best || found.logLikelihood > best.logLikelihood) best = found;
			task.progress((s + 1) / starts.length);
		}
		return best!;
	} finally {
		em.free();
	}
}

/** Shares of each component in each row (rows × k), and the log likelihood of all rows. */
export function shares(data: MixedRows, mixture: Mixture): { shares: Float64Array<ArrayBuffer>; logLikelihood: number } {
	const out = new Float64Array(data.numbers.rows * mixture.k);
	const logLikelihood = eachBlock(data, mixture, (found, from) => out.set(found, from * mixture.k));
	return { shares: out, logLikelihood };
}

/** Places rows in a mixture. */
export function place(data: MixedRows, mixture: Mixture): Membership {
	const membership = emptyMembership(data.numbers.rows);
	eachBlock(data, mixture, (found, from) => put(membership, membershipOfShares(found, mixture.k), from));
	return membership;
}

/** Works out the shares of some rows at a time; `found` does not outlive the call. Returns the log likelihood of all. */
function eachBlock(data: MixedRows, mixture: Mixture, each: (found: Float64Array, from: number) => void): number {
	const { rows } = data.numbers;
	const most = Math.min(block, rows);
	const em = new Em(data, mixture, most, most);
	let logLikelihood = 0;
	em.write(mixture);
	for (let from = 0; from < rows; from += block) {
		const count = Math.min(block, rows - from);
		em.read(data, from, count);
		logLikelihood += em.place(0, count, (found) => each(found, from));
	}
	em.free();
	return logLikelihood;
}

const emptyMembership = (rows: number): Membership => ({
	labels: new Uint16Array(rows),
	strength: new Float32Array(rows),
	second: new Uint16Array(rows)
});

function put(to: Membership, { labels, strength, second }: Membership, at: number): void {
	to.labels.set(labels, at);
	to.strength.set(strength, at);
	to.second.set(second, at);
}

async function fitOnce(
	em: Em,
	data: MixedRows,
	start: Uint16Array,
	options: MixtureOptions,
	pace: Pace,
	progress: (ratio: number) => void
): Promise<FittedMixture> {
	const { k, covariance, maxIterations = 200, tolerance = 1e-5, ridge = 1e-3, prior = 1 } = options;
	const { rows, cols } = data.numbers;
	const step = Math.ceil(kernelPiece / em.perRow / block) * block;
	/** Calls `piece` for all rows, some at a time, and adds up what it returns. */
	const overRows = async (size: number, piece: (from: number, to: number) => number): Promise<number> => {
		let sum = 0;
		for (let from = 0; from < rows; from += size) {
			sum += piece(from, Math.min(rows, from + size));
			await pace(size * em.perRow);
		}
		return sum;
	};
	em.start(start);
	await overRows(step, (from, to) => em.count(from, to));
	let mixture = em.maximise(ridge, prior);
	let likelihood = -Infinity;
	let iterations = 0;
	let riseFirst = 0;
	let reached = 0;
	for (; iterations < maxIterations; iterations++) {
		em.write(mixture);
		const now = await overRows(step, (from, to) => em.learn(from, to));
		const rise = now - likelihood;
		likelihood = now;
		if (iterations === 1) riseFirst = rise;
		const passes = iterations + 2;
		const all = passes / (passes + placing);
		// Where rises do not fall, each iteration takes its share of those that may still come.
		const slowly = reached + Math.max(0, all - reached) / (maxIterations - iterations);
		reached = Math.max(slowly, all * fallen(riseFirst, rise, tolerance * rows) ** hastening);
		progress(reached);
		if (rise < tolerance * rows) break;
		mixture = em.maximise(ridge, prior);
	}
	em.write(mixture);
	const membership = emptyMembership(rows);
	let entropy = 0;
	const logLikelihood = await overRows(block, (from, to) => {
		const likelihood = em.place(from, to, (found) => {
			put(membership, membershipOfShares(found, k), from);
			for (const share of found) if (share > 0) entropy -= share * Math.log(share);
		});
		progress(reached + ((1 - reached) * to) / rows);
		return likelihood;
	});
	const parameters =
		k -
		1 +
		k * cols * (covariance === 'full' ? 1 + (cols + 1) / 2 : 2) +
		data.categories.reduce((sum, { levels }) => sum + k * (levels - 1), 0);
	const bic = -2 * logLikelihood + parameters * Math.log(rows);
	return { mixture, logLikelihood, parameters, bic, icl: bic + 2 * entropy, iterations, membership };
}
