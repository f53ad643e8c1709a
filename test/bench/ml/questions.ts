import { search } from '../../../src/cells/segments/evidence.js';
import { openProcessor } from '../../../src/lib/backend/open.js';
import { gapStatistic } from '../../../src/lib/cluster/gap.js';
import { kmeans, refine } from '../../../src/lib/cluster/kmeans.js';
import type { MethodId } from '../../../src/lib/cluster/method-ids.js';
import { learn, rowsOfNumbers } from '../../../src/lib/cluster/methods.js';
import { predictionStrength } from '../../../src/lib/cluster/prediction-strength.js';
import { job as relabel } from '../../../src/lib/cluster/relabel.job.js';
import { sampleRows, takeRows } from '../../../src/lib/cluster/sample.js';
import { scanK } from '../../../src/lib/cluster/scan.js';
import { silhouettes } from '../../../src/lib/cluster/silhouette.js';
import { bootstrapJaccard } from '../../../src/lib/cluster/stability.js';
import { trainAutoencoder } from '../../../src/lib/embed/autoencoder.js';
import type { Matrix } from '../../../src/lib/matrix.js';
import { umap } from '../../../src/lib/project/umap.js';
import { seeded } from '../../../src/lib/random.js';
import { spread } from '../../../src/lib/spread.js';
import type { Task } from '../../../src/lib/task.js';
import { valueCustomers } from '../../../src/lib/value/valuation.js';
import { madeShop } from '../../lib/value/made.js';
import { kinds } from './kinds.js';

/** Makes what a question is asked of, and hands out a way to ask it. */
type Question = () => Promise<(task: Task) => Promise<unknown>>;

const quiet: Task = { signal: new AbortController().signal, breathe: () => Promise.resolve(), progress: () => undefined };
const seed = 1;
const k = 6;
const range = { kMin: 2, kMax: 10, starts: 10, seed };

const rows = (n: number, d: number, kind = 'blobs'): Matrix => ({ rows: n, cols: d, values: kinds[kind]!(n, d) });
const on =
	(points: () => Matrix, ask: (points: Matrix, task: Task) => Promise<unknown>): Question =>
	() => {
		const held = points();
		return Promise.resolve((task) => ask(held, task));
	};
/** As the cell of segments learns: the centres of k-means are there from the search for k. */
const by =
	(method: MethodId, n: number, d: number, kind?: string): Question =>
	async () => {
		const points = rows(n, d, kind);
		const { centroids } = await kmeans(points, { k, starts: 10, seed }, quiet);
		return (task) => learn(method, rowsOfNumbers(points), { k, seed, centroids }, task);
	};
/** As the cell of segments searches; each time customers of its own, since it remembers the last. */
const evidence = (n: number, kind: string): Question =>
	on(
		() => rows(n, 8, kind),
		(points, task) => {
			const few = takeRows(points, sampleRows(n, 2000, seeded(seed)));
			const given = { groups: rowsOfNumbers(points).groups, strata: new Uint16Array(n) };
			const searched = { measured: () => points, few: () => few, given, strata: given.strata.subarray(0, few.rows) };
			const customers = { ids: [], analysisDay: null, features: [], country: null, currency: null, log: null };
			return search(customers, searched, { numbers: 'auto', seed, of: null }, task);
		}
	);
/** From the centres of a sample. */
const refined =
	(n: number, kind?: string): Question =>
	async () => {
		const points = rows(n, 8, kind);
		const sample = takeRows(points, sampleRows(n, 20_000, seeded(seed)));
		const found = await kmeans(sample, { k, starts: 10, seed }, quiet);
		return (task) => refine(points, [found], {}, task);
	};
/** With the labels of k-means. */
const labelled =
	(n: number, ask: (points: Matrix, labels: Uint16Array, task: Task) => Promise<unknown>): Question =>
	async () => {
		const points = rows(n, 8);
		const { labels } = await kmeans(points, { k, starts: 2, seed }, quiet);
		return (task) => ask(points, labels, task);
	};
/** k-means anew on each of several sets of rows. */
const again = (sets: readonly { readonly points: Matrix; readonly seed: number }[], task: Task) =>
	spread({ job: relabel, list: sets.map(({ points, seed }) => ({ method: 'kmeans', rows: rowsOfNumbers(points), k, seed })) }, task);
const mapped = (n: number): Question =>
	on(
		() => rows(n, 8),
		(points, task) => umap(points, { seed }, task)
	);
/** Two years of customers who buy, leave and spend much as those of CDNOW do. */
const shop = { orders: { r: 0.25, alphaWeeks: 4.4, a: 0.8, b: 2.4 }, spend: { p: 6, q: 4, v: 15 } };
const valued =
	(n: number): Question =>
	() => {
		const { log, day } = madeShop(n, shop, { weeks: 104, ahead: 0 }, seed);
		const terms = { horizonMonths: 12, annualDiscount: 0.1, margin: 1 };
		return Promise.resolve((task) => valueCustomers(log, day, terms, { seed, currency: null }, task));
	};

/** Everything that people wait for with a way to stop it, on as much data as the product asks it of. */
export const questions: Readonly<Record<string, Question>> = {
	'k-means and silhouettes for k = 2 … 10, 20,000 × 8': on(
		() => rows(20_000, 8),
		(points, task) => scanK(points, range, task)
	),
	'evidence for k = 2 … 10, 2,000 × 8': evidence(2000, 'blobs'),
	'evidence for k = 2 … 10, 20,000 × 8': evidence(20_000, 'blobs'),
	'the same of 2,000 where segments stand apart': evidence(2000, 'apart'),
	'the same of 20,000 where segments stand apart': evidence(20_000, 'apart'),
	'the same of 2,000 where there are none': evidence(2000, 'cloud'),
	'the same of 20,000 where there are none': evidence(20_000, 'cloud'),
	'centres refined on 100,000 × 8': refined(100_000),
	'centres refined on 1,000,000 × 8': refined(1_000_000),
	'centres refined on 1,000,000 × 8 in no clouds': refined(1_000_000, 'curved'),
	'diagonal mixture, 20,000 × 8': by('diagonal', 20_000, 8),
	'full mixture, 20,000 × 8': by('full', 20_000, 8),
	'diagonal mixture, 20,000 × 8 in no clouds': by('diagonal', 20_000, 8, 'curved'),
	'full mixture, 20,000 × 8 in no clouds': by('full', 20_000, 8, 'curved'),
	'network, 4,000 × 12': by('dec', 4000, 12),
	'network, 20,000 × 12': by('dec', 20_000, 12),
	'network, 20,000 × 12 in no clouds': by('dec', 20_000, 12, 'curved'),
	'Ward, 20,000 × 8': by('ward', 20_000, 8),
	'Ward on micro-clusters, 50,000 × 8': by('ward', 50_000, 8),
	'HDBSCAN, 20,000 × 8': by('hdbscan', 20_000, 8),
	'best of all, 4,000 × 12': by('consensus', 4000, 12),
	'UMAP, 5,000 × 8': mapped(5000),
	'UMAP, 20,000 × 8': mapped(20_000),
	'UMAP, 100,000 × 8': mapped(100_000),
	'gap statistic, 2,000 × 8': on(
		() => rows(2000, 8),
		(points, task) => gapStatistic(points, { kMax: 10, seed, draws: 10, starts: 1 }, task)
	),
	'prediction strength, 2,000 × 8': on(
		() => rows(2000, 8),
		(points, task) => predictionStrength(points, { kMin: 2, kMax: 10, seed, splits: 5, starts: 4 }, task)
	),
	'stability of 20 resamples, 2,000 × 8': labelled(2000, (points, labels, task) =>
		bootstrapJaccard(
			{ labels, k },
			(resamples, inner) =>
				again(
					resamples.map(({ drawn, seed }) => ({ points: takeRows(points, drawn), seed })),
					inner
				),
			{ from: 0, to: 20, seed },
			task
		)
	),
	'agreement over 20 seeds, 2,000 × 8': on(
		() => rows(2000, 8),
		(points, task) =>
			again(
				Array.from({ length: 20 }, (_, s) => ({ points, seed: seed + 7919 * (s + 1) })),
				task
			)
	),
	'silhouettes of 20,000 × 8': labelled(20_000, (points, labels, task) => silhouettes(points, [{ labels, k }], { seed }, task)),
	'embedding, 20,000 × 40, 3,000 steps': on(
		() => rows(20_000, 40, 'curved'),
		(points, task) =>
			trainAutoencoder(
				points,
				{ dims: 8, steps: 3000, batchSize: 256, swap: 0.5, seed, reportEvery: 20 },
				openProcessor(),
				task,
				() => undefined
			)
	),
	'value of 4,000 customers': valued(4000),
	'value of 100,000 customers': valued(100_000),
	'value of 300,000 customers': valued(300_000)
};
