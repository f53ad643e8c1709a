import { initialLayers } from '../../../src/lib/backend/network.js';
import { openBackend, openProcessor } from '../../../src/lib/backend/open.js';
import { kmeans, kmeansRange, refine } from '../../../src/lib/cluster/kmeans.js';
import { methodIds, type MethodId } from '../../../src/lib/cluster/method-ids.js';
import { learn, placeRows, rowsOfNumbers } from '../../../src/lib/cluster/methods.js';
import { numbersOnly } from '../../../src/lib/cluster/mixed-rows.js';
import { fitMixture } from '../../../src/lib/cluster/mixture.js';
import { sampleRows, takeRows } from '../../../src/lib/cluster/sample.js';
import { silhouettes } from '../../../src/lib/cluster/silhouette.js';
import type { Feature } from '../../../src/lib/features/customers.js';
import type { Matrix } from '../../../src/lib/matrix.js';
import { umap } from '../../../src/lib/project/umap.js';
import { permutation, seeded } from '../../../src/lib/random.js';
import { adjustedRandIndex } from '../../../src/lib/stats/adjusted-rand.js';
import { mean, standardDeviation } from '../../../src/lib/stats/moments.js';
import type { Task } from '../../../src/lib/task.js';
import { matchedShare } from '../../lib/cluster/matched-share.js';
import { plantedRows } from '../../lib/cluster/planted-rows.js';
import { kinds } from './kinds.js';
import { questions } from './questions.js';
import { watched } from './watched.js';

/*
 * The jobs of the benchmark, as the product does them. Rows are files of 32-bit floats beside the script; what is loaded is kept, so that
 * a job that is measured reads nothing.
 */

const task: Task = { signal: new AbortController().signal, breathe: () => Promise.resolve(), progress: () => undefined };
const held = new Map<string, Matrix>();

interface Rows {
	readonly file: string;
}
const rowsOf = ({ file }: Rows): Matrix => held.get(file)!;

const jobs = {
	/** Writes the file and keeps its rows. */
	async make({ file, kind, n, d }: Rows & { kind: string; n: number; d: number }) {
		const values = kinds[kind]!(n, d);
		held.set(file, { rows: n, cols: d, values });
		await fetch(`/${file}`, { method: 'POST', body: values });
	},

	async load({ file, d }: Rows & { d: number }) {
		const values = new Float32Array(await (await fetch(`/${file}`)).arrayBuffer());
		held.set(file, { rows: values.length / d, cols: d, values });
	},

	/** An autoencoder of plain Adam, as many batches as the epochs have rows. */
	async autoencoder({ batch, epochs, ...of }: Rows & { batch: number; epochs: number }) {
		const { rows, cols, values } = rowsOf(of);
		const random = seeded(1);
		const backend = await openBackend('wasm');
		const turn = new Uint32Array(rows);
		let at = rows;
		let last = NaN;
		const { layers } = await backend.train(
			{
				layers: initialLayers([cols, 64, 32, 8, 32, 64, cols], ['relu', 'relu', 'linear', 'relu', 'relu', 'linear'], random),
				loss: 'squared',
				batchSize: batch,
				steps: Math.round((epochs * rows) / batch),
				learningRate: 1e-3,
				schedule: 'constant',
				weightDecay: 0,
				reportEvery: Math.ceil(rows / batch),
				fill(_, x, y) {
					for (let b = 0; b < batch; b++) {
						if (at === rows) {
							permutation(rows, random, turn);
							at = 0;
						}
						const row = turn[at++]! * cols;
						for (let j = 0; j < cols; j++) x[b * cols + j] = values[row + j]!;
					}
					y.set(x);
				},
				report: (_step, loss) => (last = loss)
			},
			task
		);
		return { layers: layers.length, mse: last };
	},

	/** Inertia of each k. */
	async scan({ kMin, kMax, starts, ...of }: Rows & { kMin: number; kMax: number; starts: number }) {
		return (await kmeansRange(rowsOf(of), { kMin, kMax, starts, seed: 1 }, task)).map(({ inertia }) => inertia);
	},

	/** The same from a sample of 20,000 rows, refined on all. */
	async scanBySample({ kMin, kMax, starts, ...of }: Rows & { kMin: number; kMax: number; starts: number }) {
		const points = rowsOf(of);
		const sample = takeRows(points, sampleRows(points.rows, 20_000, seeded(1)));
		const found = await kmeansRange(sample, { kMin, kMax, starts, seed: 1 }, task);
		return (await refine(points, found, {}, task)).map(({ inertia }) => inertia);
	},

	/** The mean silhouette of k clusters, over all rows; `silhouetteLabels` makes them. */
	async silhouetteLabels({ k, ...of }: Rows & { k: number }) {
		labels = (await kmeans(rowsOf(of), { k, starts: 1, seed: 1 }, task)).labels;
	},
	async silhouette({ k, ...of }: Rows & { k: number }) {
		const points = rowsOf(of);
		return (await silhouettes(points, [{ labels, k }], { sample: points.rows, seed: 1 }, task))[0]!.mean;
	},

	/** Writes the map as a file of x, y pairs. */
	async map({ to, ...of }: Rows & { to: string }) {
		const places = await umap(rowsOf(of), { seed: 1, neighbours: 15, epochs: 200 }, task);
		await fetch(`/${to}`, { method: 'POST', body: places });
	},

	/** The best of all on six round clouds. */
	async recipe({ k, ...of }: Rows & { k: number }) {
		return (await learn('consensus', rowsOfNumbers(rowsOf(of)), { k, seed: 1 }, task)).k;
	},

	/**
	 * Adjusted Rand indices with the truth of a file of planted segments: of k-means on standardised numbers and plain indicators, of k-means
	 * on ranks, of the mixture and the network alone, and of the best of all.
	 */
	async planted({ file, seed }: Rows & { seed: number }) {
		const { features, truth, k, ...rows } = plantedRows(await (await fetch(`/${file}`)).text());
		const index = (labels: Uint16Array) => adjustedRandIndex(labels, truth);
		const standardised = await kmeans(plain(features), { k, starts: 10, seed }, task);
		const ranks = await kmeans(rows.points, { k, starts: 10, seed }, task);
		const by = async (method: MethodId) => index(placeRows((await learn(method, rows, { k, seed }, task)).model, rows).labels);
		return {
			standardised: index(standardised.labels),
			ranks: index(ranks.labels),
			mixture: await by('diagonal'),
			network: await by('dec'),
			consensus: await by('consensus')
		};
	},

	/** Share of handwritten digits under the right one of ten, by k-means, by Ward, and by the best of all. */
	async digits({ file }: Rows) {
		const lines = (await (await fetch(`/${file}`)).text()).trim().split(/\r?\n/).slice(1);
		const cells = lines.map((line) => line.split(',').map(Number));
		const truth = Uint16Array.from(cells, (row) => row[64]!);
		const rows = rowsOfNumbers({
			rows: cells.length,
			cols: 64,
			values: Float32Array.from(cells.flatMap((row) => row.slice(0, 64).map((x) => x / 16)))
		});
		const share = async (method: 'kmeans' | 'ward' | 'consensus') => {
			const found = await learn(method, rows, { k: 10, seed: 1, starts: 20 }, task);
			return matchedShare(placeRows(found.model, rows).labels, truth, 10);
		};
		return { kmeans: await share('kmeans'), ward: await share('ward'), consensus: await share('consensus') };
	},

	/** A full mixture from one run of k-means: iterations, and the mean log likelihood of a row. */
	async mixture({ k, iterations, ...of }: Rows & { k: number; iterations: number }) {
		const points = rowsOf(of);
		const start = (await kmeans(points, { k, starts: 1, seed: 1 }, task)).labels;
		const options = { k, covariance: 'full', ridge: 1e-6, maxIterations: iterations, tolerance: -Infinity } as const;
		const found = await fitMixture(numbersOnly(points), [start], options, task);
		return { iterations: found.iterations, logLikelihood: found.logLikelihood / points.rows };
	},

	/** Labels of rows by each method from each seed: of planted segments where the file is CSV. Networks train on the processor. */
	async labels({ file, seeds }: Rows & { seeds: readonly number[] }) {
		const csv = file.endsWith('.csv');
		const { k, ...rows } = csv ? plantedRows(await (await fetch(`/${file}`)).text(), 2000) : { ...rowsOfNumbers(rowsOf({ file })), k: 6 };
		const found: Record<string, number[]> = {};
		for (const method of methodIds) {
			found[method] = [];
			for (const seed of seeds) {
				const { model } = await learn(method, rows, { k, seed, starts: 4, backend: openProcessor() }, task);
				found[method].push(...placeRows(model, rows).labels);
			}
		}
		return found;
	},

	async questions() {
		return Object.keys(questions);
	},

	/** Makes what a question is asked of. */
	async prepare({ question }: { question: string }) {
		ask = await questions[question]!();
	},
	/** Asks the question that was prepared. */
	async ask() {
		return watched(ask, stop.signal);
	}
};
let ask: (task: Task) => Promise<unknown>;
let stop = new AbortController();
let labels = new Uint16Array(0);

/** Numbers less their mean by their standard deviation, and indicators as they are. */
function plain(features: readonly Feature[]): Matrix {
	const rows = features[0]!.values.length;
	const points = { rows, cols: features.length, values: new Float32Array(rows * features.length) };
	features.forEach(({ unit, values }, j) => {
		const [centre, scale] = unit === 'category' ? [0, 1] : [mean([...values]), standardDeviation([...values]) || 1];
		values.forEach((value, i) => (points.values[i * points.cols + j] = (value - centre) / scale));
	});
	return points;
}

addEventListener('message', ({ data: { job, args } }: MessageEvent<{ job: keyof typeof jobs | 'stop'; args: never }>) => {
	if (job === 'stop') return stop.abort();
	stop = new AbortController();
	(jobs[job](args) as Promise<unknown>).then(
		(value) => postMessage({ value }),
		(error: Error) => postMessage({ error: error.stack ?? error.message })
	);
});
postMessage('ready');
