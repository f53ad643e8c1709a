import type { Backend, Layer } from '../backend/network.js';
import { openBackend, openProcessor } from '../backend/open.js';
import type { Matrix } from '../matrix.js';
import { seeded } from '../random.js';
import { spread } from '../spread.js';
import { adjustedRandIndex } from '../stats/adjusted-rand.js';
import { part, pause, type Task } from '../task.js';
import { assign } from './assign.js';
import { branches } from './branches.js';
import { consensus } from './consensus.js';
import { dec, type DecMoment } from './dec.js';
import { nearestExample, type Examples } from './examples.js';
import { hdbscan } from './hdbscan.js';
import { kmeans } from './kmeans.js';
import type { MethodId } from './method-ids.js';
import { membershipOfShares, type Membership } from './membership.js';
import { categoriesOnly, numbersOnly, takeMixed, type MixedRows } from './mixed-rows.js';
import { fitMixture, place, type Mixture } from './mixture.js';
import { job } from './network.job.js';
import { sampleRows, takeRows } from './sample.js';
import type { Labeling } from './silhouette.js';
import { ward, type Tree } from './ward.js';
import { setApart } from './whitened-scan.js';

/** Adjusted Rand index from which two segmentations are the same to whoever uses them. */
export const alike = 0.9;

/** Rows as numbers alone, and as numbers and words; both hold the same rows. */
export interface Rows {
	readonly points: Matrix;
	readonly mixed: MixedRows;
	/** Which columns of the points belong together, as the indicators of a category do: those beside each other with the same number. */
	readonly groups: Uint16Array;
}

/** Rows of numbers that are numbers, each for itself. */
export const rowsOfNumbers = (points: Matrix): Rows => ({
	points,
	mixed: numbersOnly(points),
	groups: Uint16Array.from({ length: points.cols }, (_, j) => j)
});

/** What a method learned, as plain data: enough to place any row. */
export type ClusterModel =
	| { readonly kind: 'centres'; readonly centroids: Float64Array<ArrayBuffer> }
	| { readonly kind: 'mixture'; readonly mixture: Mixture }
	/** The last layer gives the shares of the clusters. */
	| { readonly kind: 'network'; readonly layers: readonly Layer[] }
	/** The members' labels are the words of the mixture. */
	| { readonly kind: 'consensus'; readonly members: readonly ClusterModel[]; readonly mixture: Mixture }
	/** A row belongs where the nearest example does. */
	| ({ readonly kind: 'examples' } & Examples);

export interface Learned {
	readonly model: ClusterModel;
	/** Clusters, the outliers of HDBSCAN counted as one where there are any. */
	readonly k: number;
	/** Number of the cluster of outliers, or null. */
	readonly outliers: number | null;
	/** Ward's joins, where that is the method. */
	readonly tree: Tree | null;
	/** Null where no network learned. */
	readonly setbacks: Setbacks | null;
}

/** Networks whose loss grew without bound, so that their best weights were kept, and such as went on after the graphics card went away. */
export interface Setbacks {
	readonly diverged: number;
	readonly resumed: number;
}

export interface LearnOptions {
	/** HDBSCAN finds its own. */
	readonly k: number;
	readonly seed: number;
	/** Runs of k-means, also of those that mixtures start from; 10 unless given. */
	readonly starts?: number;
	/** Centres of k-means for this k, where they are known already. */
	readonly centroids?: Float64Array<ArrayBuffer>;
	/** What trains networks; the backend that suits, unless given. */
	readonly backend?: Backend;
	/** Is told what networks learn as they go. Of several that are trained at once, the first speaks for all. */
	readonly watch?: (moment: NetworkMoment) => void;
}

/** What the network `network` of `networks` learns. */
export interface NetworkMoment extends DecMoment {
	readonly network: number;
	readonly networks: number;
}

/** Variance added to each component, so that ties do not become spikes; and that of a second, smoother full mixture. */
const [ridge, smoother] = [0.02, 0.1];
/** Rows that HDBSCAN keeps as examples, and branches that Ward's tree does. */
const examplesKept = 4000;

const placedAtOnce = 4096;

/** Learns segments by one method. Repeats for one seed. */
export async function learn(method: MethodId, rows: Rows, options: LearnOptions, task: Task): Promise<Learned> {
	const { k, seed } = options;
	const of = (model: ClusterModel, told: Partial<Learned> = {}): Learned => ({
		model,
		k,
		outliers: null,
		tree: null,
		setbacks: null,
		...told
	});
	switch (method) {
		case 'kmeans':
			return of(await centres(rows.points, options, task));
		case 'diagonal':
		case 'full': {
			const sought = options.centroids ? 0 : 0.4;
			const means = assign(rows.points, (await centres(rows.points, options, part(task, 0, sought))).centroids);
			return of((await mixture(rows, means.labels, method, k, part(task, sought, 1))).model);
		}
		case 'dec': {
			const { models, setbacks } = await networksOf(rows, options, 1, task);
			return of(models[0]!, { setbacks });
		}
		case 'ward': {
			const found = await ward(rows.points, { seed }, task);
			return of({ kind: 'examples', ...branches(rows.points, found, { k, most: examplesKept }) }, { tree: found.tree });
		}
		case 'hdbscan':
			return dense(rows.points, seed, task);
		case 'consensus': {
			const { model, setbacks } = await together(rows, options, task);
			return of(model, { setbacks });
		}
		default:
			return method satisfies never;
	}
}

/** Places rows by what was learned. */
export function placeRows(model: ClusterModel, rows: Rows): Membership {
	switch (model.kind) {
		case 'centres':
			return assign(rows.points, model.centroids);
		case 'mixture':
			return place(rows.mixed, model.mixture);
		case 'network':
			// Always on the processor, so that the same row has the same shares whatever trained the network.
			return membershipOfShares(openProcessor().forward(model.layers, rows.points.values, rows.points.rows), model.layers.at(-1)!.units);
		case 'consensus': {
			const words = model.members.map((member) => ({ codes: placeRows(member, rows).labels, levels: model.mixture.k }));
			return place(categoriesOnly(words), model.mixture);
		}
		case 'examples':
			return nearestExample(rows.points, model);
		default:
			return model satisfies never;
	}
}

/** Places many rows, some at a time. */
export async function placeAll(model: ClusterModel, rows: Rows, task: Task): Promise<Membership> {
	const n = rows.points.rows;
	if (n <= placedAtOnce) return placeRows(model, rows);
	const all = { labels: new Uint16Array(n), strength: new Float32Array(n), second: new Uint16Array(n) };
	for (let from = 0; from < n; from += placedAtOnce) {
		await pause(task);
		const some = Uint32Array.from({ length: Math.min(placedAtOnce, n - from) }, (_, i) => from + i);
		const { labels, strength, second } = placeRows(model, takeBoth(rows, some));
		all.labels.set(labels, from);
		all.strength.set(strength, from);
		all.second.set(second, from);
		task.progress(Math.min(1, (from + placedAtOnce) / n));
	}
	return all;
}

/** The same model with cluster c called `to[c]`. */
export function renumbered(model: ClusterModel, to: Uint16Array): ClusterModel {
	switch (model.kind) {
		case 'centres':
			return { ...model, centroids: blocks(model.centroids, to) };
		case 'network':
			return { ...model, layers: model.layers.with(-1, renumberedCentres(model.layers.at(-1)!, to)) };
		case 'mixture':
		case 'consensus':
			return { ...model, mixture: renumberedMixture(model.mixture, to) };
		case 'examples':
			return { ...model, labels: model.labels.map((label) => to[label]!) };
		default:
			return model satisfies never;
	}
}

/** Some of the rows, in the given order. */
export const takeBoth = ({ points, mixed, groups }: Rows, rows: Uint32Array): Rows => ({
	points: takeRows(points, rows),
	mixed: takeMixed(mixed, rows),
	groups
});

async function centres(points: Matrix, { k, seed, starts = 10, centroids }: LearnOptions, task: Task) {
	return { kind: 'centres' as const, centroids: centroids ?? (await kmeans(points, { k, starts, seed }, task)).centroids };
}

async function mixture(rows: Rows, start: Uint16Array, covariance: 'diagonal' | 'full', k: number, task: Task, added = ridge) {
	const options = { k, covariance, ridge: added, tolerance: 1e-4, maxIterations: 100 };
	const found = await fitMixture(rows.mixed, [start], options, task);
	return { model: { kind: 'mixture' as const, mixture: found.mixture }, bic: found.bic };
}

/**
 * `count` networks of deep embedded clustering with seeds of their own: jobs for the processor, or one after another where the graphics card
 * trains them, for there is one of it.
 */
async function networksOf({ points, groups }: Rows, options: LearnOptions, count: number, task: Task) {
	const { k, seed, watch, backend = await openBackend() } = options;
	const list = Array.from({ length: count }, (_, n) => ({ points, options: { k, seed: seed + 104_729 * n, groups } }));
	const onCard = backend.device.backend === 'webgl';
	const alone = onCard || !task.helpers;
	const work: typeof job = onCard
		? { ...job, run: (args, own, tell) => dec(args.points, { ...args.options, watch: tell }, backend, own) }
		: job;
	const trained = await spread({ job: work, list }, alone ? { ...task, helpers: undefined } : task, (moment, n) => {
		if (alone || n === 0) watch?.({ ...moment, network: n, networks: count });
	});
	return {
		models: trained.map(({ layers }): ClusterModel => ({ kind: 'network', layers })),
		setbacks: { diverged: trained.filter(({ diverged }) => diverged).length, resumed: trained.filter(({ resumed }) => resumed).length }
	};
}

/** Labels of k-means of whitened numbers; null where there are fewer than two. */
const setApartLabels = async ({ mixed: { numbers } }: Rows, { k, seed }: LearnOptions, task: Task): Promise<Uint16Array | null> =>
	numbers.cols > 1 ? (await kmeans(setApart(numbers), { k, starts: 3, seed }, task)).labels : null;

/** Networks that vote. */
const networks = 3;

/**
 * Three full mixtures (from k-means of the numbers or of the whitened ones, whichever ends likelier, from the diagonal mixture, and a smoother
 * one that starts as the first) and three networks, and with them k-means and the diagonal mixture unless the features go together within
 * segments: these two take them for independent, and where the BIC says that they are not, they would outvote those who see it. On sets of
 * planted segments this is better than the vote of any fewer, and than that of all.
 */
async function together(rows: Rows, options: LearnOptions, task: Task): Promise<{ model: ClusterModel; setbacks: Setbacks }> {
	const { k, seed } = options;
	const means = await centres(rows.points, options, part(task, 0, 0.02));
	const near = assign(rows.points, means.centroids).labels;
	const diagonal = await mixture(rows, near, 'diagonal', k, part(task, 0.02, 0.04));
	const classes = place(rows.mixed, diagonal.model.mixture).labels;
	let start: Uint16Array = near;
	let first = await mixture(rows, near, 'full', k, part(task, 0.04, 0.055));
	const apart = await setApartLabels(rows, options, part(task, 0.055, 0.06));
	if (apart && adjustedRandIndex(apart, near) < alike) {
		const other = await mixture(rows, apart, 'full', k, part(task, 0.06, 0.07));
		if (other.bic < first.bic) [start, first] = [apart, other];
	}
	const full = [
		first,
		await mixture(rows, classes, 'full', k, part(task, 0.07, 0.085)),
		await mixture(rows, start, 'full', k, part(task, 0.085, 0.1), smoother)
	];
	const independent = diagonal.bic <= Math.min(...full.map(({ bic }) => bic));
	const { models, setbacks } = await networksOf(rows, options, networks, part(task, 0.1, 0.97));
	const members: ClusterModel[] = [...(independent ? [means, diagonal.model] : []), ...full.map(({ model }) => model), ...models];
	const labelings: Labeling[] = [];
	for (const member of members) {
		await pause(task);
		labelings.push({ labels: placeRows(member, rows).labels, k });
	}
	const { mixture: agreed } = await consensus(labelings, { k, seed }, part(task, 0.97, 1));
	return { model: { kind: 'consensus', members, mixture: agreed }, setbacks };
}

/** Clusters of at least 2 % of the rows, and 10 at least. */
async function dense(points: Matrix, seed: number, task: Task): Promise<Learned> {
	const minSize = Math.max(10, Math.round(points.rows / 50));
	const found = await hdbscan(points, { minSize, minSamples: 10 }, task);
	const kept = sampleRows(points.rows, examplesKept, seeded(seed));
	const all = found.outliers > 0 ? found.k + 1 : found.k;
	return {
		model: {
			kind: 'examples',
			points: takeRows(points, kept),
			labels: Uint16Array.from(kept, (row) => found.labels[row]!),
			strength: Float32Array.from(kept, (row) => found.strength[row]!)
		},
		k: all,
		outliers: found.outliers > 0 ? found.k : null,
		tree: null,
		setbacks: null
	};
}

/** Equal blocks of an array, block c moved to `to[c]`. */
function blocks(values: Float64Array, to: Uint16Array): Float64Array<ArrayBuffer> {
	const size = values.length / to.length;
	const out = new Float64Array(values.length);
	to.forEach((place, c) => out.set(values.subarray(c * size, (c + 1) * size), place * size));
	return out;
}

function renumberedCentres(layer: Layer, to: Uint16Array): Layer {
	const weights = new Float32Array(layer.weights.length);
	layer.weights.forEach((weight, at) => (weights[at - (at % layer.units) + to[at % layer.units]!] = weight));
	return { ...layer, weights };
}

function renumberedMixture(mixture: Mixture, to: Uint16Array): Mixture {
	return {
		...mixture,
		weights: blocks(mixture.weights, to),
		means: blocks(mixture.means, to),
		spread: blocks(mixture.spread, to),
		probabilities: mixture.probabilities.map((table) => {
			const out = new Float64Array(table.length);
			table.forEach((probability, at) => (out[at - (at % mixture.k) + to[at % mixture.k]!] = probability));
			return out;
		})
	};
}
