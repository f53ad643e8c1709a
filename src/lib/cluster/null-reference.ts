import type { Matrix } from '../matrix.js';
import { normal, seeded, type Random } from '../random.js';
import { spread } from '../spread.js';
import { correlation, covariance } from '../stats/covariance.js';
import { symmetricEigen } from '../stats/eigen.js';
import { mean, standardDeviation } from '../stats/moments.js';
import type { Task } from '../task.js';
import { sampleRows, takeRows } from './sample.js';
import { job } from './scan.job.js';

/** What the same procedure finds where there are no segments. */
export interface NullReference {
	/** Mean silhouette of each k, in the order of the scan, over the draws, and its standard deviation. */
	readonly byK: readonly { readonly k: number; readonly mean: number; readonly sd: number }[];
	/** Rows in each draw. */
	readonly rows: number;
	readonly draws: number;
}

export interface NullOptions {
	readonly kMin: number;
	readonly kMax: number;
	readonly seed: number;
	/** 6 unless given. */
	readonly draws?: number;
	/** Runs of k-means per k; 2 unless given. */
	readonly starts?: number;
	/** Rows at most; 700 unless given. */
	readonly rows?: number;
}

/** Silhouettes of k-means on data without segments that has the columns and the correlations of `points` (`OneCloud`). */
export async function nullReference(points: Matrix, options: NullOptions, task: Task): Promise<NullReference> {
	const { kMin, seed, draws = 6, starts = 2, rows = 700 } = options;
	const sample = takeRows(points, sampleRows(points.rows, rows, seeded(seed)));
	const kMax = Math.min(options.kMax, sample.rows - 1);
	const cloud = new OneCloud(sample, seed);
	const list = Array.from({ length: draws }, (_, draw) => ({
		points: cloud.draw(seeded(seed + 1 + draw)),
		options: { kMin, kMax, starts, seed: seed + draw }
	}));
	const found = await spread({ job, list }, task);
	const byK = Array.from({ length: kMax - kMin + 1 }, (_, i) => {
		const means = found.map((draw) => draw[i]!);
		return { k: kMin + i, mean: mean(means), sd: standardDeviation(means) };
	});
	return { byK, rows: sample.rows, draws };
}

/**
 * Makes data without segments that looks like the given data otherwise: every column keeps its values, ties and all, and every pair
 * of columns its correlation, but the dependence is that of one Gaussian cloud (NORTA: Cario & Nelson 1997). Shuffled columns are the
 * case of no correlation; without it one long cloud would pass for two segments.
 *
 * Correlations come out within sampling error, or as near as the values of the columns allow.
 */
export class OneCloud {
	readonly #rows: number;
	readonly #cols: number;
	/** Columns one after another, each ascending. */
	readonly #sorted: Float32Array;
	/** cols × cols: turns independent normal numbers into those of the cloud. */
	#mix: Float64Array;

	constructor(points: Matrix, seed: number) {
		const { rows, cols, values } = points;
		this.#rows = rows;
		this.#cols = cols;
		this.#sorted = new Float32Array(rows * cols);
		for (let j = 0; j < cols; j++) {
			const column = this.#sorted.subarray(j * rows, (j + 1) * rows);
			for (let i = 0; i < rows; i++) column[i] = values[i * cols + j]!;
			column.sort();
		}
		const wanted = correlation(covariance(points).covariance, cols);
		const latent = wanted.slice();
		this.#mix = squareRoot(latent, cols);
		for (let round = 0; round < rounds; round++) {
			const got = correlation(covariance(this.draw(seeded(seed))).covariance, cols);
			for (let at = 0; at < latent.length; at++) {
				const raised = latent[at]! + wanted[at]! - got[at]!;
				latent[at] = at % (cols + 1) === 0 ? 1 : Math.max(-0.999, Math.min(0.999, raised));
			}
			this.#mix = squareRoot(latent, cols);
		}
	}

	/** As many rows as the data has. */
	draw(random: Random): Matrix {
		const rows = this.#rows;
		const cols = this.#cols;
		const cloud = new Float32Array(rows * cols);
		const free = new Float64Array(cols);
		for (let i = 0; i < rows; i++) {
			for (let j = 0; j < cols; j++) free[j] = normal(random);
			for (let j = 0; j < cols; j++) {
				let sum = 0;
				for (let c = 0; c < cols; c++) sum += this.#mix[j * cols + c]! * free[c]!;
				cloud[j * rows + i] = sum;
			}
		}
		const values = new Float32Array(rows * cols);
		const ranked = new Float64Array(rows);
		for (let j = 0; j < cols; j++) {
			// A number and its row in one: typed arrays sort themselves the faster without a function that compares.
			for (let i = 0; i < rows; i++) ranked[i] = Math.round(cloud[j * rows + i]! * 2 ** 24) * rows + i;
			ranked.sort();
			for (let rank = 0; rank < rows; rank++) {
				const row = ranked[rank]! - Math.floor(ranked[rank]! / rows) * rows;
				values[row * cols + j] = this.#sorted[j * rows + rank]!;
			}
		}
		return { rows, cols, values };
	}
}

/** Rounds of bringing the correlations home; the second leaves less than their sampling error. */
const rounds = 2;

/** A square root of the nearest correlation matrix: negative eigenvalues become 0 and rows get length 1. */
function squareRoot(matrix: Float64Array, size: number): Float64Array {
	const { values, vectors } = symmetricEigen(matrix, size);
	const root = new Float64Array(size * size);
	for (let i = 0; i < size; i++) {
		let length = 0;
		for (let c = 0; c < size; c++) {
			const entry = vectors[c * size + i]! * Math.sqrt(Math.max(0, values[c]!));
			root[i * size + c] = entry;
			length += entry * entry;
		}
		for (let c = 0; c < size; c++) root[i * size + c]! /= Math.sqrt(length);
	}
	return root;
}
