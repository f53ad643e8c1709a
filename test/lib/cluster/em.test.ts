import { describe, expect, it } from 'vitest';
import type { MixedRows } from '../../../src/lib/cluster/mixed-rows.js';
import { fitMixture, place, shares, type Mixture } from '../../../src/lib/cluster/mixture.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { idle } from '../../task.js';

const made = (rows: number, cols: number, levels: readonly number[], seed: number): MixedRows => {
	const random = seeded(seed);
	const kind = (i: number) => i % 3;
	const values = Float32Array.from(
		{ length: rows * cols },
		(_, at) => 40 + 2 * kind(Math.floor(at / cols)) * (at % 2) + (1 + (at % cols) / 4) * normal(random)
	);
	const categories = levels.map((count) => ({
		levels: count,
		codes: Uint16Array.from({ length: rows }, (_, i) => (random() < 0.6 ? kind(i) % count : Math.floor(count * random())))
	}));
	return { numbers: { rows, cols, values }, categories };
};

/** ln N(x; μ, Σ) by elimination of Σ, row by row. */
function logNormal(difference: readonly number[], covariance: readonly (readonly number[])[]): number {
	const size = difference.length;
	const work = covariance.map((row, a) => [...row, difference[a]!]);
	let log = (-size * Math.log(2 * Math.PI)) / 2;
	for (let a = 0; a < size; a++) {
		log -= Math.log(work[a]![a]!) / 2 + work[a]![size]! ** 2 / work[a]![a]! / 2;
		for (let b = a + 1; b < size; b++) {
			const by = work[b]![a]! / work[a]![a]!;
			for (let c = a; c <= size; c++) work[b]![c]! -= by * work[a]![c]!;
		}
	}
	return log;
}

const matrix = ({ covariance, spread }: Mixture, c: number, cols: number): number[][] =>
	Array.from({ length: cols }, (_, a) =>
		Array.from({ length: cols }, (_, b) =>
			covariance === 'full' ? spread[(c * cols + Math.max(a, b)) * cols + Math.min(a, b)]! : a === b ? spread[c * cols + a]! : 0
		)
	);

function plainExpectation({ numbers, categories }: MixedRows, mixture: Mixture): { held: number[][]; likelihood: number } {
	const { rows, cols, values } = numbers;
	const { k, means, weights, probabilities } = mixture;
	const matrices = Array.from({ length: k }, (_, c) => matrix(mixture, c, cols));
	let likelihood = 0;
	const held = Array.from({ length: rows }, (_, i) => {
		const logs = matrices.map((covariance, c) => {
			const difference = Array.from({ length: cols }, (_, j) => values[i * cols + j]! - means[c * cols + j]!);
			const words = categories.reduce((sum, { codes }, a) => sum + Math.log(probabilities[a]![codes[i]! * k + c]!), 0);
			return Math.log(weights[c]!) + logNormal(difference, covariance) + words;
		});
		const most = Math.max(...logs);
		const sum = logs.reduce((total, log) => total + Math.exp(log - most), 0);
		likelihood += most + Math.log(sum);
		return logs.map((log) => Math.exp(log - most) / sum);
	});
	return { held, likelihood };
}

function plainMaximisation(
	{ numbers, categories }: MixedRows,
	held: readonly (readonly number[])[],
	k: number,
	covariance: Mixture['covariance'],
	ridge: number
): Mixture {
	const { rows, cols, values } = numbers;
	const components = Array.from({ length: k }, (_, c) => c);
	const sum = (of: (i: number) => number) => Array.from({ length: rows }, (_, i) => of(i)).reduce((total, value) => total + value, 0);
	const counts = components.map((c) => sum((i) => held[i]![c]!));
	const means = components.flatMap((c) =>
		Array.from({ length: cols }, (_, j) => sum((i) => held[i]![c]! * values[i * cols + j]!) / counts[c]!)
	);
	const moment = (c: number, a: number, b: number) =>
		sum((i) => held[i]![c]! * (values[i * cols + a]! - means[c * cols + a]!) * (values[i * cols + b]! - means[c * cols + b]!)) /
			counts[c]! +
		(a === b ? ridge : 0);
	const spread = components.flatMap((c) =>
		Array.from({ length: cols }, (_, a) =>
			covariance === 'full' ? Array.from({ length: cols }, (_, b) => (b <= a ? moment(c, a, b) : 0)) : [moment(c, a, a)]
		).flat()
	);
	const probabilities = categories.map(({ codes, levels }) =>
		Float64Array.from({ length: levels * k }, (_, at) => {
			const [level, c] = [Math.floor(at / k), at % k];
			return (sum((i) => (codes[i] === level ? held[i]![c]! : 0)) + 1 / levels) / (counts[c]! + 1);
		})
	);
	return {
		k,
		covariance,
		weights: Float64Array.from(counts, (count) => count / rows),
		means: Float64Array.from(means),
		spread: Float64Array.from(spread),
		probabilities
	};
}

describe('expectation and maximisation in the kernel', () => {
	it.each([
		['full', 150, 3, []],
		['full', 200, 6, [3, 5]],
		['diagonal', 129, 9, []],
		['diagonal', 64, 2, [4]],
		['diagonal', 90, 0, [3, 2, 4]],
		['full', 70, 1, [3]]
	] as const)('with %s covariances on %i rows of %i numbers and words of %j levels goes the way of plain float64', async (...of) => {
		const [covariance, rows, cols, levels] = of;
		const data = made(rows, cols, levels, rows);
		const k = 3;
		const start = Uint16Array.from({ length: rows }, (_, i) => (i + (i >> 4)) % k);
		for (const iterations of [0, 1, 6]) {
			const options = { k, covariance, maxIterations: iterations, tolerance: -Infinity };
			const { mixture, logLikelihood, membership } = await fitMixture(data, [start], options, idle);
			let held = Array.from(start, (label) => Array.from({ length: k }, (_, c) => Number(c === label)));
			let plain = plainMaximisation(data, held, k, covariance, 1e-3);
			for (let n = 0; n < iterations; n++) {
				held = plainExpectation(data, plain).held;
				plain = plainMaximisation(data, held, k, covariance, 1e-3);
			}
			const last = plainExpectation(data, plain);
			expect(logLikelihood / last.likelihood).toBeCloseTo(1, 10);
			for (const part of ['weights', 'means', 'spread'] as const)
				mixture[part].forEach((value, at) => expect(value).toBeCloseTo(plain[part][at]!, 8));
			mixture.probabilities.forEach((table, a) => table.forEach((value, at) => expect(value).toBeCloseTo(plain.probabilities[a]![at]!, 8)));
			const found = shares(data, mixture).shares;
			last.held.flat().forEach((share, at) => expect(found[at]).toBeCloseTo(share, 8));
			membership.labels.forEach((label, i) => expect(last.held[i]![label]).toBeCloseTo(Math.max(...last.held[i]!), 8));
		}
	});
	it('survives rows that are far from every component, and components without rows', async () => {
		const data = made(100, 2, [], 5);
		data.numbers.values.set([1e6, -1e6], 20);
		const start = Uint16Array.from({ length: 100 }, (_, i) => (i === 10 ? 0 : 1 + (i % 2)));
		const { mixture, membership, logLikelihood } = await fitMixture(data, [start], { k: 4, covariance: 'full' }, idle);
		expect([...mixture.means, ...mixture.spread, ...mixture.weights, logLikelihood].every(Number.isFinite)).toBe(true);
		expect(membership.labels.filter((label) => label === membership.labels[10])).toHaveLength(1);
	});
	it('gives the same bytes twice, and the same place to a row alone and among others', async () => {
		const data = made(5000, 4, [3], 6);
		const start = Uint16Array.from({ length: 5000 }, (_, i) => i % 3);
		const fit = () => fitMixture(data, [start], { k: 3, covariance: 'full' }, idle);
		const [first, second] = [await fit(), await fit()];
		expect(second).toEqual(first);
		const all = place(data, first.mixture);
		expect(all).toEqual(first.membership);
		for (const i of [0, 63, 4095, 4096, 4999]) {
			const [{ codes, levels }] = data.categories as [MixedRows['categories'][number]];
			const one: MixedRows = {
				numbers: { rows: 1, cols: 4, values: data.numbers.values.slice(4 * i, 4 * i + 4) },
				categories: [{ codes: codes.slice(i, i + 1), levels }]
			};
			const alone = place(one, first.mixture);
			expect([alone.labels[0], alone.strength[0], alone.second[0]]).toEqual([all.labels[i], all.strength[i], all.second[i]]);
		}
	});
	it('stops within a piece of work', async () => {
		const stop = new AbortController();
		let taken = 0;
		const breathe = async () => {
			if (++taken === 4) stop.abort();
		};
		const data = made(40_000, 6, [], 1);
		const start = Uint16Array.from({ length: 40_000 }, (_, i) => i % 3);
		const run = fitMixture(data, [start], { k: 3, covariance: 'full', tolerance: -Infinity }, { ...idle, signal: stop.signal, breathe });
		await expect(run).rejects.toThrow(/abort/i);
		expect(taken).toBe(4);
	});
});
