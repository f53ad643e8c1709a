import type { Matrix } from '../matrix.js';
import { normal, seeded, type Random } from '../random.js';
import { correlation, covariance } from '../stats/covariance.js';
import { symmetricEigen } from '../stats/eigen.js';
import { takeRows } from './sample.js';

/**
 * What is so by definition and therefore tells nothing of structure. Columns with one number in `groups` are the values of one category, of
 * which a row has one at most. Rows with one number in `strata` lack the same values, as customers who bought once lack an interval.
 */
export interface ByDefinition {
	readonly groups: Uint16Array;
	readonly strata: Uint16Array;
}

/** Some of the rows of what is so by definition. */
export const takeStrata = ({ groups, strata }: ByDefinition, rows: Uint32Array): ByDefinition => ({
	groups,
	strata: Uint16Array.from(rows, (row) => strata[row]!)
});

/** Rows that a stratum has at least; smaller ones count as one. */
const smallest = 30;

/** Data without segments that looks like the given data otherwise; see `OneCloud`. Of several strata each has a cloud of its own. */
export function oneCloud(points: Matrix, { groups, strata }: ByDefinition, seed: number): { draw(random: Random): Matrix } {
	const byStratum = new Map<number, number[]>();
	strata.forEach((stratum, row) => {
		const own = byStratum.get(stratum);
		if (own) own.push(row);
		else byStratum.set(stratum, [row]);
	});
	const all = [...byStratum.values()];
	const large = all.filter((rows) => rows.length >= smallest);
	const rest = all.filter((rows) => rows.length < smallest).flat();
	if (large.length === 0 || (large.length === 1 && rest.length === 0)) return new OneCloud(points, groups, seed);
	const parts = (rest.length > 0 ? [...large, rest] : large).map((rows) => ({
		rows,
		cloud: new OneCloud(takeRows(points, Uint32Array.from(rows)), groups, seed)
	}));
	return {
		draw(random) {
			const values = new Float32Array(points.values.length);
			for (const { rows, cloud } of parts) {
				const drawn = cloud.draw(random);
				for (const [i, row] of rows.entries()) values.set(drawn.values.subarray(i * points.cols, (i + 1) * points.cols), row * points.cols);
			}
			return { ...points, values };
		}
	};
}

/**
 * Makes data without segments that looks like the given data otherwise: every column keeps its values, ties and all, and every pair
 * of columns its correlation, but the dependence is that of one Gaussian cloud (NORTA: Cario & Nelson 1997). The values of a category are
 * given to as many rows as have them, to each row one, by which of them the cloud makes the likeliest. Shuffled columns are the
 * case of no correlation; without it one long cloud would pass for two segments.
 *
 * Correlations come out within sampling error, or as near as the values of the columns allow.
 */
class OneCloud {
	readonly #rows: number;
	readonly #cols: number;
	/** Columns one after another, each ascending. */
	readonly #sorted: Float32Array;
	readonly #categories: readonly CategoryColumns[];
	/** cols × cols: turns independent normal numbers into those of the cloud. */
	#mix: Float64Array;

	constructor(points: Matrix, groups: Uint16Array, seed: number) {
		const { rows, cols, values } = points;
		this.#rows = rows;
		this.#cols = cols;
		this.#sorted = new Float32Array(rows * cols);
		for (let j = 0; j < cols; j++) {
			const column = this.#sorted.subarray(j * rows, (j + 1) * rows);
			for (let i = 0; i < rows; i++) column[i] = values[i * cols + j]!;
			column.sort();
		}
		this.#categories = categoriesOf(points, groups);
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
		const inCategory = new Set(this.#categories.flatMap(({ columns }) => columns));
		for (let j = 0; j < cols; j++) {
			if (inCategory.has(j)) continue;
			rank(ranked, (i) => cloud[j * rows + i]!);
			for (let i = 0; i < rows; i++) values[ranked[i]! * cols + j] = this.#sorted[j * rows + i]!;
		}
		for (const { columns, patterns, others } of this.#categories) {
			for (let i = 0; i < rows; i++) for (const [c, j] of columns.entries()) values[i * cols + j] = others[c]!;
			this.#assign(patterns, cloud, (row, pattern) => columns.forEach((j, c) => (values[row * cols + j] = pattern[c]!)));
		}
		return { rows, cols, values };
	}

	/** Gives each value to as many rows as have it, first where a row lies furthest above what that takes; the rows that are left keep none. */
	#assign(patterns: readonly Pattern[], cloud: Float32Array, give: (row: number, pattern: readonly number[]) => void): void {
		const rows = this.#rows;
		const levels = patterns.length;
		const thresholds = patterns.map(({ column, count }) => {
			const sorted = cloud.slice(column * rows, (column + 1) * rows).sort();
			return sorted[rows - count]!;
		});
		const pairs = new Float64Array(rows * levels);
		rank(pairs, (at) => cloud[patterns[at % levels]!.column * rows + Math.floor(at / levels)]! - thresholds[at % levels]!);
		const left = patterns.map(({ count }) => count);
		const given = new Uint8Array(rows);
		for (let p = pairs.length - 1; p >= 0; p--) {
			const [row, level] = [Math.floor(pairs[p]! / levels), pairs[p]! % levels];
			if (given[row] || left[level] === 0) continue;
			given[row] = 1;
			left[level]!--;
			give(row, patterns[level]!.values);
		}
	}
}

/** Fills `ranked` with 0, 1, 2 … in ascending order of a number; typed arrays sort themselves the faster without a function that compares. */
function rank(ranked: Float64Array, of: (at: number) => number): void {
	const n = ranked.length;
	for (let at = 0; at < n; at++) ranked[at] = Math.round(of(at) * 2 ** 24) * n + at;
	ranked.sort();
	for (let at = 0; at < n; at++) ranked[at]! -= Math.floor(ranked[at]! / n) * n;
}

/** What a row with one value of a category has in the columns of all of them. */
interface Pattern {
	readonly column: number;
	readonly count: number;
	readonly values: readonly number[];
}
interface CategoryColumns {
	readonly columns: readonly number[];
	readonly patterns: readonly Pattern[];
	/** What a row without any of these values has. */
	readonly others: readonly number[];
}

/** The categories among the columns: those whose columns are several. */
function categoriesOf({ rows, cols, values }: Matrix, groups: Uint16Array): CategoryColumns[] {
	return [...new Set(groups)]
		.map((group) => Array.from({ length: cols }, (_, j) => j).filter((j) => groups[j] === group))
		.filter((columns) => columns.length > 1)
		.map((columns) => {
			const of = (row: number) => columns.map((j) => values[row * cols + j]!);
			const counts = new Uint32Array(columns.length);
			const first: (readonly number[] | undefined)[] = [];
			let others = columns.map(() => 0);
			for (let row = 0; row < rows; row++) {
				const own = of(row);
				const c = own.findIndex((score) => score > 0);
				if (c < 0) others = own;
				else {
					counts[c]!++;
					first[c] ??= own;
				}
			}
			const patterns = columns.flatMap((column, c): Pattern[] => (first[c] ? [{ column, count: counts[c]!, values: first[c] }] : []));
			return { columns, patterns, others };
		});
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
