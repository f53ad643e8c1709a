import type { Backend, Layer } from '../backend/network.js';
import { encode, trainAutoencoder } from '../embed/autoencoder.js';
import { latentSize } from '../embed/latent-size.js';
import type { Matrix } from '../matrix.js';
import { Problem } from '../problem.js';
import { permutation, seeded } from '../random.js';
import { covariance } from '../stats/covariance.js';
import { part, type Task } from '../task.js';
import { kmeans } from './kmeans.js';
import { numbersOnly } from './mixed-rows.js';
import { fitMixture } from './mixture.js';

export interface DecOptions {
	readonly k: number;
	readonly seed: number;
	/** Group of each column; see `trainAutoencoder`. */
	readonly groups: Uint16Array;
	/** Is told what the network learns as it goes. */
	readonly watch?: (moment: DecMoment) => void;
}

/** A look at the network while it learns: first to give back its rows (`code`), then to tell them apart (`centres`). */
export interface DecMoment {
	readonly stage: 'code' | 'centres';
	readonly step: number;
	readonly steps: number;
	/** Mean loss since the last look. */
	readonly loss: number;
	readonly encoder: readonly Layer[];
}

export interface Dec {
	/** The encoder, and a last layer of centres, which gives the shares of each cluster. */
	readonly layers: readonly Layer[];
	/** Whether the loss of either stage grew without bound, so that its best weights were kept; see `Trained`. */
	readonly diverged: boolean;
	/** Whether the graphics card went away and the training went on. */
	readonly resumed: boolean;
}

/** Steps that teach the code. */
const codeSteps = 3200;
const batchSize = 256;
/** Looks at the shares, each of which sets new targets, at most; steps between two of them, at least. */
const [updates, fewestSteps] = [15, 16];
/** Training ends when fewer rows than this share change their cluster from one look to the next. */
const settled = 0.001;
/** Looks left, about, are the times that this share is exceeded to this power, and taken for so many at least. */
const [power, fewestLeft] = [0.8, 1.25];
/** Looks taken of those that may be, about. */
const taken = 0.5;

/**
 * Deep embedded clustering (Xie, Girshick & Farhadi 2016): a swap-noise autoencoder learns a code of `latentSize` numbers, a mixture with
 * full covariances finds clusters in it, and encoder and centres are then trained by Adam towards sharper shares of themselves, about one
 * pass over the rows between two targets. Repeats for one seed and one backend.
 * @throws Problem diverged where no code was learned before the loss grew without bound
 */
export async function dec(points: Matrix, options: DecOptions, backend: Backend, task: Task): Promise<Dec> {
	const { k, seed, groups, watch } = options;
	const { rows, cols, values } = points;
	const between = Math.max(fewestSteps, Math.ceil(rows / batchSize));
	// A look costs a third of the steps that the rows would take.
	const taught = 0.02 + (0.94 * codeSteps) / (codeSteps + taken * updates * (between + rows / batchSize / 3));
	const found = taught + 0.04;
	const { dims } = await latentSize(points, groups, seed, part(task, 0, 0.02));
	const code = await trainAutoencoder(
		points,
		{ dims, steps: codeSteps, batchSize, swap: 0.5, groups, seed, reportEvery: 100 },
		backend,
		part(task, 0.02, taught),
		(step, loss, now) => watch?.({ stage: 'code', step, steps: codeSteps, loss, encoder: now() })
	);
	if (code.steps === 0) throw new Problem('diverged');
	const { encoder } = code;
	const start = await clustersOfCode(encode(points, encoder, backend), k, seed, part(task, taught, found));
	const layers = [...encoder, start.centres];
	let { labels } = start;
	let looks = 0;
	let moved: number;
	/** Looks that seem to be left, and how far all steps between looks have come: each takes its share of what is left. */
	let looksLeft: number;
	let reached = 0;
	const settling = part(task, found, 1);
	let targets: Float32Array;
	/** Sets new targets; returns the labels as they are now. */
	const look = (shares: Float32Array): Uint16Array => {
		targets = targetShares(shares, k);
		const now = largest(shares, k);
		moved = now.reduce((n, label, i) => n + Number(label !== labels[i]), 0);
		looksLeft = Math.max(fewestLeft, Math.min(updates - looks, (moved / (settled * rows)) ** power));
		return now;
	};
	look(backend.forward(layers, values, rows));
	const random = seeded(seed);
	const turn = new Uint32Array(rows);
	let at = rows;
	const trained = await backend.train(
		{
			layers,
			loss: 'divergence',
			batchSize,
			steps: updates * between,
			learningRate: 1e-3,
			schedule: 'constant',
			weightDecay: 0,
			reportEvery: between,
			fill(step, x, y) {
				reached += (1 - reached) / (between * looksLeft - (step % between));
				settling.progress(reached);
				for (let b = 0; b < batchSize; b++) {
					if (at === rows) {
						permutation(rows, random, turn);
						at = 0;
					}
					const row = turn[at++]!;
					x.set(values.subarray(row * cols, (row + 1) * cols), b * cols);
					y.set(targets.subarray(row * k, (row + 1) * k), b * k);
				}
			},
			report(step, loss, current) {
				const now = current();
				looks++;
				labels = look(backend.forward(now, values, rows));
				watch?.({ stage: 'centres', step, steps: updates * between, loss, encoder: now.slice(0, -1) });
			},
			enough: () => moved < settled * rows
		},
		{ ...settling, progress: () => undefined }
	);
	settling.progress(1);
	return {
		layers: trained.layers,
		diverged: code.end === 'diverged' || trained.end === 'diverged',
		resumed: code.resumedAt !== null || trained.resumedAt !== undefined
	};
}

/** Clusters of a full-covariance mixture of the code, from three labelings of k-means, and their means as a layer. */
async function clustersOfCode(z: Matrix, k: number, seed: number, task: Task): Promise<{ labels: Uint16Array; centres: Layer }> {
	const { rows, cols } = z;
	const starts: Uint16Array[] = [];
	for (const [s, runs] of [10, 1, 1].entries())
		starts.push((await kmeans(z, { k, starts: runs, seed: seed + s }, part(task, s / 6, (s + 1) / 6))).labels);
	const spread = covariance(z).covariance;
	let variance = 0;
	for (let j = 0; j < cols; j++) variance += spread[j * (cols + 1)]! / cols;
	const options = { k, covariance: 'full', ridge: 1e-3 * Math.max(variance, 1e-6), maxIterations: 100, tolerance: 1e-3 } as const;
	const { mixture, membership } = await fitMixture(numbersOnly(z), starts, options, part(task, 0.5, 1));
	const { labels } = membership;
	const sums = new Float64Array(k * cols);
	const sizes = new Float64Array(k);
	for (let i = 0; i < rows; i++) {
		sizes[labels[i]!]!++;
		for (let j = 0; j < cols; j++) sums[labels[i]! * cols + j]! += z.values[i * cols + j]!;
	}
	const weights = new Float32Array(cols * k);
	// A component that is nobody's most likely one keeps the mean it has.
	for (let c = 0; c < k; c++)
		for (let j = 0; j < cols; j++) weights[j * k + c] = sizes[c]! > 0 ? sums[c * cols + j]! / sizes[c]! : mixture.means[c * cols + j]!;
	return { labels, centres: { inputs: cols, units: k, activation: 'student', weights, bias: new Float32Array(k) } };
}

/** The shares to train towards (eq. 3 of the paper): q² ÷ the sum of q over the rows, scaled to sum to 1 in each row. */
function targetShares(q: Float32Array, k: number): Float32Array {
	const sums = new Float64Array(k);
	for (let at = 0; at < q.length; at++) sums[at % k]! += q[at]!;
	const p = new Float32Array(q.length);
	for (let at = 0; at < q.length; at += k) {
		let sum = 0;
		for (let c = 0; c < k; c++) sum += p[at + c] = q[at + c]! ** 2 / sums[c]!;
		for (let c = 0; c < k; c++) p[at + c]! /= sum;
	}
	return p;
}

function largest(shares: Float32Array, k: number): Uint16Array {
	const labels = new Uint16Array(shares.length / k);
	for (let i = 0; i < labels.length; i++) for (let c = 1; c < k; c++) if (shares[i * k + c]! > shares[i * k + labels[i]!]!) labels[i] = c;
	return labels;
}
