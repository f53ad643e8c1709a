import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kmeans } from '../../../src/lib/cluster/kmeans.js';
import { learn, placeRows } from '../../../src/lib/cluster/methods.js';
import { categoriesOnly, numbersOnly } from '../../../src/lib/cluster/mixed-rows.js';
import { fitMixture, place, shares } from '../../../src/lib/cluster/mixture.js';
import type { Matrix } from '../../../src/lib/matrix.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { adjustedRandIndex } from '../../../src/lib/stats/adjusted-rand.js';
import { sharedFile } from '../../shared.js';
import { idle } from '../../task.js';
import { readPlanted } from './planted.js';
import { columnsOf, zScored } from './reference.js';

describe('a Gaussian mixture', () => {
	it('gives the log densities of its formula', () => {
		const points: Matrix = { rows: 2, cols: 2, values: Float32Array.of(0.5, -1, 2, 0.25) };
		const spread = Float64Array.of(2, 0.6, 0.6, 0.5, 1, 0, 0, 3);
		const mixture = {
			k: 2,
			covariance: 'full' as const,
			weights: Float64Array.of(0.3, 0.7),
			means: Float64Array.of(0, 0, 1, -1),
			spread,
			probabilities: []
		};
		const density = (x: number, y: number, c: number) => {
			const [a, b, , d] = spread.subarray(4 * c, 4 * c + 4) as unknown as [number, number, number, number];
			const [u, v] = [x - mixture.means[2 * c]!, y - mixture.means[2 * c + 1]!];
			const det = a * d - b * b;
			return Math.exp(-(d * u * u - 2 * b * u * v + a * v * v) / det / 2) / (2 * Math.PI * Math.sqrt(det));
		};
		const by = [0, 1].map((i) => [0, 1].map((c) => mixture.weights[c]! * density(points.values[2 * i]!, points.values[2 * i + 1]!, c)));
		const found = shares(numbersOnly(points), mixture);
		expect(found.logLikelihood).toBeCloseTo(
			by.reduce((sum, [p, q]) => sum + Math.log(p! + q!), 0),
			10
		);
		by.forEach(([p, q], i) => expect(found.shares[2 * i]).toBeCloseTo(p! / (p! + q!), 10));
	});
	it('finds long clouds that cross, which k-means cannot, and places new rows alike', async () => {
		const random = seeded(2);
		const truth = Uint16Array.from({ length: 800 }, (_, i) => i % 2);
		const values = Float32Array.from(
			[...truth].flatMap((kind) => {
				const [long, short] = [3 * normal(random), 0.3 * normal(random)];
				return kind ? [long, short] : [short, long];
			})
		);
		const points: Matrix = { rows: 800, cols: 2, values };
		const start = (await kmeans(points, { k: 2, starts: 3, seed: 1 }, idle)).labels;
		const tilted = Uint16Array.from(truth, (_, i) => (Math.abs(values[2 * i]!) > 1.5 ? 1 : 0));
		const found = await fitMixture(numbersOnly(points), [start, tilted], { k: 2, covariance: 'full' }, idle);
		expect(adjustedRandIndex(start, truth)).toBeLessThan(0.1);
		expect(adjustedRandIndex(found.membership.labels, truth)).toBeGreaterThan(0.7);
		const again = place(numbersOnly(points), structuredClone(found.mixture));
		expect(adjustedRandIndex(again.labels, found.membership.labels)).toBeGreaterThan(0.99);
		found.membership.labels.forEach((label, i) => {
			expect(found.membership.second[i]).toBe(1 - label);
			expect(found.membership.strength[i]).toBeGreaterThanOrEqual(0.5);
		});
	});
});

describe('latent classes', () => {
	it('are found in words alone', async () => {
		const random = seeded(8);
		const truth = Uint16Array.from({ length: 1200 }, (_, i) => i % 3);
		const word = () => Uint16Array.from(truth, (kind) => (random() < 0.75 ? kind : Math.floor(3 * random())));
		const categories = Array.from({ length: 6 }, () => ({ codes: word(), levels: 3 }));
		const found = await fitMixture(categoriesOnly(categories), [categories[0]!.codes], { k: 3, covariance: 'diagonal' }, idle);
		expect(adjustedRandIndex(found.membership.labels, truth)).toBeGreaterThan(0.9);
		// 0.75 + 0.25 ÷ 3 of a class have its own word.
		const top = Math.max(...found.mixture.probabilities[1]!);
		expect(top).toBeCloseTo(0.833, 1);
	});
});

const wholesale = sharedFile('data/wholesale/Wholesale_customers_data.csv');
const wholesaleReference = sharedFile('data/wholesale/reference.json');
describe.runIf(wholesale && wholesaleReference)('a Gaussian mixture of the wholesale customers', () => {
	it('is at least as likely as the published one, with the BIC that follows', async () => {
		const { protocol, gmm_full_z: published } = JSON.parse(readFileSync(wholesaleReference!, 'utf8')) as {
			protocol: { features: string[] };
			gmm_full_z: { k: Record<string, { loglik_per_row: number; bic: number }> };
		};
		const points = zScored(columnsOf(wholesale!, protocol.features));
		for (const k of [1, 2, 3]) {
			const starts = [];
			for (let seed = 0; seed < 40; seed++) starts.push((await kmeans(points, { k, starts: 1, seed, maxIterations: 1 }, idle)).labels);
			const { logLikelihood, bic } = await fitMixture(numbersOnly(points), starts, { k, covariance: 'full', ridge: 1e-6 }, idle);
			const { loglik_per_row: least, bic: most } = published.k[k]!;
			expect(logLikelihood / points.rows).toBeGreaterThan(least - 0.001);
			expect(bic - (most - 2 * (logLikelihood - least * points.rows))).toBeCloseTo(0, 1);
			if (k === 1) expect(logLikelihood / points.rows).toBeCloseTo(least, 4);
		}
	});
});

const plantedReference = sharedFile('data/planted/reference.json');
describe.runIf(plantedReference)('on 18 files of planted segments, the right number given', () => {
	it('k-means and the mixed mixture come within 0.03 of the mean of their references', async () => {
		const { sets, mean } = JSON.parse(readFileSync(plantedReference!, 'utf8')) as {
			sets: Record<string, { k: number }>;
			mean: { kmeans_rank_normal: number; mixture_em: number };
		};
		const names = Object.keys(sets);
		const sums = { kmeans: 0, mixed: 0 };
		for (const name of names) {
			const { points, mixed, truth, k } = readPlanted(sharedFile(`data/planted/${name}.csv.gz`)!);
			expect(k).toBe(sets[name]!.k);
			const means = (await kmeans(points, { k, starts: 10, seed: 1 }, idle)).labels;
			const latent = (await fitMixture(mixed, [means], { k, covariance: 'diagonal' }, idle)).membership.labels;
			sums.kmeans += adjustedRandIndex(means, truth) / names.length;
			sums.mixed += adjustedRandIndex(latent, truth) / names.length;
		}
		expect(sums.kmeans).toBeGreaterThan(mean.kmeans_rank_normal - 0.03);
		expect(sums.mixed).toBeGreaterThan(mean.mixture_em - 0.03);
	});
	it('the best of all beats k-means where words, bent or hidden segments tell more, and loses little anywhere', async () => {
		const gains = { cat_101: 0.1, curved_100: 0.1, nuis_100: 0.1, outl_101: -0.05 };
		for (const [name, least] of Object.entries(gains)) {
			const rows = readPlanted(sharedFile(`data/planted/${name}.csv.gz`)!);
			const { truth, k } = rows;
			const ratios = { kmeans: [0], consensus: [0] };
			const [means, all] = await Promise.all(
				(['kmeans', 'consensus'] as const).map(async (method) => {
					const task = { ...idle, progress: (ratio: number | null) => void ratios[method].push(ratio!) };
					const { labels } = placeRows((await learn(method, rows, { k, seed: 1 }, task)).model, rows);
					return adjustedRandIndex(labels, truth);
				})
			);
			expect(all! - means!, name).toBeGreaterThan(least);
			for (const told of Object.values(ratios)) {
				expect(told).toEqual([...told].sort((a, b) => a - b));
				expect(told.at(-1)).toBe(1);
			}
		}
	}, 300_000);
});
