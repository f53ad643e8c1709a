import { describe, expect, it } from 'vitest';
import { evidenceByScores, suggestK, type Suggestion } from '../../../src/lib/cluster/choose.js';
import { scanWhitened } from '../../../src/lib/cluster/whitened-scan.js';
import { kmeans } from '../../../src/lib/cluster/kmeans.js';
import { lightOf, type Light } from '../../../src/lib/cluster/lights.js';
import { scanK } from '../../../src/lib/cluster/scan.js';
import { takeRows } from '../../../src/lib/cluster/sample.js';
import type { ByDefinition } from '../../../src/lib/cluster/one-cloud.js';
import { bootstrapJaccard } from '../../../src/lib/cluster/stability.js';
import { groupsOf } from '../../../src/lib/embed/mixed.js';
import { fitScaling, scale, type NumberScores } from '../../../src/lib/embed/scale.js';
import type { Customers, Feature } from '../../../src/lib/features/customers.js';
import type { Matrix } from '../../../src/lib/matrix.js';
import { normal, seeded, type Random } from '../../../src/lib/random.js';
import { adjustedRandIndex } from '../../../src/lib/stats/adjusted-rand.js';
import { idle } from '../../task.js';

interface Made {
	readonly rows: number[][];
	/** Columns of words that say nothing of the groups. */
	readonly words?: readonly (readonly number[])[];
	readonly truth: number[];
	readonly k: number;
}

/** 2 to 8 groups of unequal sizes in 2 to 8 numbers, any two at least six standard deviations apart; every other number skewed. */
function groups(seed: number): Made {
	const random = seeded(seed);
	const k = 2 + Math.floor(random() * 7);
	const d = 2 + Math.floor(random() * 7);
	const centres: number[][] = [];
	while (centres.length < k) {
		const centre = Array.from({ length: d }, () => (2 * random() - 1) * (d === 2 ? 12 : 8));
		if (centres.every((other) => Math.hypot(...other.map((x, j) => x - centre[j]!)) >= 6)) centres.push(centre);
	}
	const truth = centres.flatMap((_, c) => Array<number>(30 + Math.floor(random() * 90)).fill(c));
	const skewed = (x: number, j: number) => (seed % 2 === 0 && j % 2 === 0 ? Math.exp(x / 4) : x);
	return { rows: truth.map((c) => centres[c]!.map((x, j) => skewed(x + normal(random), j))), truth, k };
}

/** 4 to 6 groups in ten numbers, each in one of two heaps; their centres lie some seven standard deviations apart. */
function heaps(seed: number): Made {
	const random = seeded(seed);
	const k = 4 + (seed % 3);
	const apart = Array.from({ length: 10 }, () => normal(random));
	const centres = Array.from({ length: k }, (_, c) => apart.map((x) => (c % 2 === 0 ? 0.7 : -0.7) * x + 1.2 * normal(random)));
	const truth = Array.from({ length: 200 * k }, (_, i) => i % k);
	return { rows: truth.map((c) => centres[c]!.map((x) => x + 0.8 * normal(random))), truth, k };
}

type Cloud = (random: Random, j: number, common: number) => number;
const clouds: Readonly<Record<string, Cloud>> = {
	'a normal cloud': (random) => normal(random),
	'uniform noise': (random) => random(),
	'a correlated cloud': (random, j, common) => (0.3 + 0.1 * j) * common + 0.5 * normal(random),
	'skewed counts that go together': (random, _, common) => Math.floor(Math.exp(0.8 * common + 0.8 * normal(random))),
	'columns with heavy ties': (random) => (random() < 0.6 ? 0 : Math.abs(normal(random)))
};
/** Rows of one cloud, in 2 to 8 numbers. */
function cloud(kind: Cloud, seed: number): Made {
	const random = seeded(seed);
	const d = 2 + Math.floor(random() * 7);
	const rows = Array.from({ length: 200 + Math.floor(random() * 300) }, () => {
		const common = normal(random);
		return Array.from({ length: d }, (_, j) => kind(random, j, common));
	});
	return { rows, truth: rows.map(() => 0), k: 1 };
}

/** Scaled, and what is so by definition. */
function measured({ rows, words = [] }: Made, numbers: NumberScores): { readonly points: Matrix; readonly given: ByDefinition } {
	const features: Feature[] = [
		...rows[0]!.map((_, j) => ({ id: `${j}`, unit: 'number' as const, values: Float64Array.from(rows, (row) => row[j]!) })),
		...words.flatMap((word, column) =>
			[...new Set(word)].map((name) => ({
				id: `word ${column} ${name}`,
				unit: 'category' as const,
				attribute: { column, name: `word ${column}`, value: `${name}` },
				values: Float64Array.from(word, (other) => Number(other === name))
			}))
		)
	];
	const customers: Customers = { ids: rows.map((_, i) => `${i}`), analysisDay: null, features, country: null, currency: null, log: null };
	const scaling = fitScaling(
		customers,
		features.map(({ id }) => id),
		numbers
	);
	return { points: scale(customers, scaling), given: { groups: groupsOf(features, scaling), strata: new Uint16Array(rows.length) } };
}

async function found(made: Made, seed: number) {
	const { given } = measured(made, 'ranks');
	const options = { kMin: 2, kMax: 10, starts: 4, seed };
	const { numbers, evidence } = await evidenceByScores((by) => measured(made, by).points, given, options, idle);
	const { rows, truth, k } = made;
	const whitened = await scanWhitened(measured({ rows, truth, k }, numbers).points, given.strata, options, idle);
	const suggestion = suggestK(evidence, whitened);
	return { points: measured(made, numbers).points, suggestion, labels: evidence.scan.find(({ k }) => k === suggestion.k)!.labels };
}

async function lights(points: Matrix, labels: Uint16Array, { k, structure }: Suggestion): Promise<Light[]> {
	const again = (drawn: Uint32Array, seed: number) => kmeans(takeRows(points, drawn), { k, starts: 3, seed }, idle);
	const { sums, counts } = await bootstrapJaccard(
		{ labels, k },
		(resamples) => Promise.all(resamples.map(({ drawn, seed }) => again(drawn, seed))),
		{ from: 0, to: 20, seed: 1 },
		idle
	);
	return sums.map((sum, c) => lightOf(sum / counts[c]!, structure));
}
const green: readonly Light[] = ['high', 'stable'];

describe('the number of segments', () => {
	it('is no larger than that of customers who differ', async () => {
		const values = Float32Array.from({ length: 60 }, (_, i) => [0, 0, 1, 4, 5, 2][i % 6]!);
		const scan = await scanK({ rows: 30, cols: 2, values }, { kMin: 2, kMax: 10, starts: 2, seed: 1 }, idle);
		expect(scan.map(({ k }) => k)).toEqual([2, 3]);
	});
	it('is right for at least 90 of 100 sets of groups that stand apart, and no structure is said of 5 at most', async () => {
		let [right, none, allGreen] = [0, 0, 0];
		for (let seed = 1; seed <= 100; seed++) {
			const made = groups(seed);
			const { points, suggestion, labels } = await found(made, seed);
			if (suggestion.structure === 'none') none++;
			if (suggestion.k !== made.k || adjustedRandIndex(labels, Uint16Array.from(made.truth)) < 0.75) continue;
			right++;
			if (seed <= 30 && (await lights(points, labels, suggestion)).every((light) => green.includes(light))) allGreen++;
		}
		expect(right).toBeGreaterThanOrEqual(90);
		expect(none).toBeLessThanOrEqual(5);
		expect(allGreen).toBeGreaterThanOrEqual(27);
	}, 120_000);

	it('is that of the groups, not of the two heaps that these lie in, for at least 17 of 20 sets of groups that overlap', async () => {
		let [right, furthest] = [0, 0];
		for (let seed = 1; seed <= 20; seed++) {
			const made = heaps(seed);
			const { suggestion } = await found(made, seed);
			expect(suggestion.strength).toBeNull();
			if (suggestion.k === made.k) right++;
			if (suggestion.clearest.k === made.k) furthest++;
		}
		expect(right).toBeGreaterThanOrEqual(17);
		expect(furthest).toBeLessThan(right);
	}, 60_000);

	it('is right for at least 18 of 20 such sets with a column of 2 to 6 words beside the numbers', async () => {
		let right = 0;
		for (let seed = 201; seed <= 220; seed++) {
			const made = groups(seed);
			const random = seeded(seed + 1000);
			const town = made.rows.map(() => Math.floor((2 + (seed % 5)) * random()));
			if ((await found({ ...made, words: [town] }, seed)).suggestion.k === made.k) right++;
		}
		expect(right).toBeGreaterThanOrEqual(18);
	}, 60_000);

	it('is none in words that say nothing of each other nor of a number, for at least 19 of 20 sets', async () => {
		let none = 0;
		for (let seed = 1; seed <= 20; seed++) {
			const random = seeded(seed);
			const rows = Array.from({ length: 500 + 50 * seed }, () => [normal(random)]);
			const levels = Array.from({ length: 3 + (seed % 4) }, () => 2 + Math.floor(4 * random()));
			const words = levels.map((count) => rows.map(() => Math.floor(count * random())));
			if ((await found({ rows, words, truth: rows.map(() => 0), k: 1 }, seed)).suggestion.structure === 'none') none++;
		}
		expect(none).toBeGreaterThanOrEqual(19);
	}, 60_000);

	it.each(Object.entries(clouds))(
		'is none in %s, for at least 19 of 20 sets, and no segment of it is green',
		async (_, kind) => {
			let [none, withoutGreen] = [0, 0];
			for (let seed = 1; seed <= 20; seed++) {
				const { points, suggestion, labels } = await found(cloud(kind, seed), seed);
				if (suggestion.structure === 'none') none++;
				if (seed <= 10 && !(await lights(points, labels, suggestion)).some((light) => green.includes(light))) withoutGreen++;
			}
			expect(none).toBeGreaterThanOrEqual(19);
			expect(withoutGreen).toBeGreaterThanOrEqual(9);
		},
		60_000
	);
});
