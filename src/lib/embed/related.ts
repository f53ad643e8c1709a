import { sampleRows } from '../cluster/sample.js';
import { variablesOf, type Variable } from '../features/missing-values.js';
import type { Customers, Feature } from '../features/customers.js';
import { seeded } from '../random.js';
import { midPercentiles } from '../stats/ranks.js';
import { pause, type Task } from '../task.js';
import { fitScaling, normalQuantile, scale } from './scale.js';

/** Spearman's correlation, of either sign, from which two variables count as moving together. */
const together = 0.5;
/** Variables in a block, at least. */
const fewest = 3;
/** Chance that any variable which is unrelated is called related. */
const level = 0.05;
/** Customers looked at, at most, and pairs of values where there are many variables. */
const [mostRows, leastRows, mostPairs] = [4000, 300, 2e7];
/** Classes of a number, of about as many customers each, and of a category, the rarer values as one. */
const [numberClasses, categoryClasses] = [5, 8];

export interface Related {
	/**
	 * Keys of variables that move together, in blocks of at least three, the largest block first. A block that is nearly all there is hides
	 * nothing, so that it is none: three variables that are related to something stand beside it at least.
	 */
	readonly blocks: readonly (readonly string[])[];
	/** Keys of variables that are related to no other beyond chance. */
	readonly alone: readonly string[];
	/** Variance of each variable that varies where it counts once: half of its part of the mean squared distance between customers. */
	readonly variance: Readonly<Record<string, number>>;
	/** Correlation that puts two variables into one block. */
	readonly least: number;
	/** Customers looked at. */
	readonly rows: number;
}

/**
 * How variables hang together, and so how much of the distance between customers says one thing over and over, or nothing.
 *
 * - Numbers and yes-or-no columns make a block where each is correlated with another of it by at least `together` (single linkage of
 *   Spearman's correlation). Single, because a block that follows a few hidden causes has members that are not like each other, and is
 *   taken as one thing all the same.
 * - A variable is alone where neither Spearman's correlation, by its normal approximation, nor a G test of independence of classes
 *   (Woolf 1957, corrected by Williams 1976; its critical value by Wilson & Hilferty 1931), which sees any kind of dependence, rejects chance with any other variable,
 *   at 0.05 over all tests together (Bonferroni).
 *
 * What is unknown stands in the middle for correlations, as in distances, and is a class of its own for the test.
 */
export async function relatedVariables(customers: Customers, seed: number, task: Task): Promise<Related> {
	const all = variablesOf(customers.features).length;
	const n = Math.round(Math.min(mostRows, Math.max(leastRows, (2 * mostPairs) / all ** 2)));
	const rows = sampleRows(customers.ids.length, n, seeded(seed));
	const seen = customers.features.map((feature): Feature => ({
		...feature,
		values: Float64Array.from(rows, (row) => feature.values[row]!),
		measure: { method: feature.measure?.method ?? 'ranks', weight: 1 }
	}));
	if (!seen.some(varies)) return { blocks: [], alone: [], variance: {}, least: together, rows: rows.length };
	const variance = variancesOf({ ...customers, ids: Array.from(rows, (row) => customers.ids[row]!), features: seen });
	const variables = variablesOf(seen).filter(({ key }) => variance[key]! > 0);
	const count = variables.length;
	const pairs = (count * (count - 1)) / 2;
	const ranks = variables.map(({ features: [first] }) => (first!.unit === 'category' ? null : centredRanks(first!.values)));
	const classes = variables.map(classesOf);
	const certain = normalQuantile(1 - level / Math.max(1, 2 * pairs));
	const clear = normalQuantile(1 - level / Math.max(1, 4 * pairs)) / Math.sqrt(rows.length - 1);
	const block = variables.map((_, i) => i);
	const related = new Uint8Array(count);
	for (let a = 0; a < count; a++) {
		await pause(task);
		for (let b = 0; b < a; b++) {
			const [one, other] = [ranks[a], ranks[b]];
			const correlation = one && other ? Math.abs(product(one, other)) : 0;
			if (correlation > clear || gTest(classes[a]!, classes[b]!) > certain) related[a] = related[b] = 1;
			if (correlation >= together) {
				const [from, to] = [block[a]!, block[b]!];
				block.forEach((of, v) => of === from && (block[v] = to));
			}
		}
	}
	const keys = (wanted: (v: number) => boolean) => variables.flatMap(({ key }, v) => (wanted(v) ? [key] : []));
	const blocks = [...new Set(block)]
		.map((of) => keys((v) => block[v] === of))
		.filter(({ length }) => length >= fewest && related.filter(Boolean).length >= length + fewest);
	return {
		blocks: blocks.sort((a, b) => b.length - a.length),
		alone: count < 2 ? [] : keys((v) => related[v] === 0),
		variance,
		least: together,
		rows: rows.length
	};
}

function varies({ values }: Feature): boolean {
	const first = values.find((value) => !Number.isNaN(value));
	return values.some((value) => value === value && value !== first);
}

function variancesOf(customers: Customers): Record<string, number> {
	const { features } = customers;
	const scaling = fitScaling(
		customers,
		features.map(({ id }) => id)
	);
	const { rows, cols, values } = scale(customers, scaling);
	const of = new Map<string, number>();
	scaling.forEach(({ feature }, j) => {
		let sum = 0;
		let squares = 0;
		for (let at = j; at < values.length; at += cols) {
			sum += values[at]!;
			squares += values[at]! ** 2;
		}
		of.set(feature, squares / rows - (sum / rows) ** 2);
	});
	const variables = variablesOf(features);
	return Object.fromEntries(variables.map(({ key, features: own }) => [key, own.reduce((sum, { id }) => sum + (of.get(id) ?? 0), 0)]));
}

/** Ranks with mean 0 and squares that sum to 1, so that products of two are Spearman's correlation. */
function centredRanks(values: Float64Array): Float64Array {
	const ranks = midPercentiles(values).map((rank) => (Number.isNaN(rank) ? 0 : rank - 0.5));
	const length = Math.sqrt(product(ranks, ranks));
	return length > 0 ? ranks.map((rank) => rank / length) : ranks;
}

function product(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
	return sum;
}

interface Classes {
	readonly codes: Uint8Array;
	readonly sizes: Uint32Array;
}

/** Customers by class, numbered from 0 without gaps. */
function classesOf({ features }: Variable): Classes {
	const raw = new Uint8Array(features[0]!.values.length);
	if (features[0]!.unit === 'category') {
		const shown = features
			.map(({ values }) => ({ values, ones: values.reduce((sum, value) => sum + Number(value === 1), 0) }))
			.sort((a, b) => b.ones - a.ones)
			.slice(0, categoryClasses);
		shown.forEach(({ values }, c) => values.forEach((value, i) => value === 1 && (raw[i] = c + 1)));
	} else {
		const percentiles = midPercentiles(features[0]!.values);
		percentiles.forEach((rank, i) => (raw[i] = Number.isNaN(rank) ? 0 : 1 + Math.min(numberClasses - 1, Math.floor(rank * numberClasses))));
	}
	const known = [...new Set(raw)];
	const codes = raw.map((of) => known.indexOf(of));
	const sizes = new Uint32Array(known.length);
	for (const code of codes) sizes[code]!++;
	return { codes, sizes };
}

/** How far the likelihood ratio of dependence over independence lies above its expectation by chance, in standard deviations. */
function gTest(a: Classes, b: Classes): number {
	const width = b.sizes.length;
	const freedom = (a.sizes.length - 1) * (width - 1);
	if (freedom === 0) return -Infinity;
	const both = new Uint32Array(a.sizes.length * width);
	for (let i = 0; i < a.codes.length; i++) both[a.codes[i]! * width + b.codes[i]!]!++;
	let ratio = 0;
	both.forEach((count, at) => {
		const expected = (a.sizes[Math.floor(at / width)]! * b.sizes[at % width]!) / a.codes.length;
		if (count > 0) ratio += 2 * count * Math.log(count / expected);
	});
	const unevenness = ({ sizes }: Classes) => sizes.reduce((sum, size) => sum + a.codes.length / size, 0) - 1;
	const correction = 1 + (unevenness(a) * unevenness(b)) / (6 * a.codes.length * freedom);
	const spread = 2 / (9 * freedom);
	return (Math.cbrt(ratio / correction / freedom) - (1 - spread)) / Math.sqrt(spread);
}
