import { openBackend, openProcessor } from '../../lib/backend/open.js';
import { aboveReference, suggestK, type Evidence, type Suggestion } from '../../lib/cluster/choose.js';
import { earned, hiddenFrom } from '../../lib/cluster/earned.js';
import { refine } from '../../lib/cluster/kmeans.js';
import { bySize } from '../../lib/cluster/membership.js';
import { networked, type MethodId } from '../../lib/cluster/method-ids.js';
import {
	learn,
	placeAll,
	placeRows,
	renumbered,
	rowsOfNumbers,
	takeBoth,
	type Learned,
	type NetworkMoment
} from '../../lib/cluster/methods.js';
import { takeStrata } from '../../lib/cluster/one-cloud.js';
import { everyNth, sampleRows, takeRows } from '../../lib/cluster/sample.js';
import { treeTop, type Branch } from '../../lib/cluster/tree.js';
import type { WhitenedEntry } from '../../lib/cluster/whitened-scan.js';
import { groupsOf, rowsOf, rowsOfAll } from '../../lib/embed/mixed.js';
import { fitScalingAll, scale, type NumberScores, type Scaling } from '../../lib/embed/scale.js';
import { featureInfo, isApart, type Customers } from '../../lib/features/customers.js';
import { strataOf } from '../../lib/features/missing-values.js';
import { takeCustomers } from '../../lib/features/take.js';
import type { Embedding } from '../../lib/embed/embedding.js';
import { asLearned } from '../../lib/embed/as-learned.js';
import type { Matrix } from '../../lib/matrix.js';
import { Problem } from '../../lib/problem.js';
import { seeded } from '../../lib/random.js';
import { nameSegmentsInTurns } from '../../lib/segments/name.js';
import type { SegmentName, Segments } from '../../lib/segments/segments.js';
import { groupMeans } from '../../lib/stats/group-means.js';
import { part, parts, pause, type Task } from '../../lib/task.js';
import type { Apply, Run, RunContext } from '../cell.js';
import { counting, counts, toChoose } from '../counting.js';
import { movingPicture } from '../moving-picture.js';
import { quiet, taskOf } from '../task.js';
import { costOf, search } from './evidence.js';
import { keep, kept } from './keep.js';
import { questions, rowsLooked, type Looked } from './questions.js';
import type { SegmentsModel, SegmentsView, spec, Training } from './spec.js';
import { hiding } from './trials.js';

const fewest = 20;
/** Customers in a moving picture, and milliseconds between two. */
const [pictured, betweenPictures] = [1000, 200];
/** The scan over k, and what learns by other methods than k-means and Ward's, looks at no more rows than this. */
const scanned = 20_000;
/** Branches of a dendrogram that are drawn. */
const drawn = 24;
/** What it costs to learn how a value is scaled and to scale it, as `searchCost` counts. */
const [fitCost, scaleCost] = [300, 100];
/** What it costs to learn from a customer, by what it costs to place one. */
const learnCost: Readonly<Record<MethodId, number>> = { kmeans: 1, diagonal: 10, full: 20, dec: 140, ward: 9, hdbscan: 6, consensus: 100 };

export const run: Run<typeof spec, Segments, SegmentsView> = async (ctx, params, { customers, points }) => {
	if (params.kept !== null) return placed(ctx, params.kept, customers, points);
	const rows = customers.ids.length;
	if (rows < fewest) throw new Problem('tooFewCustomers', { n: rows, needed: fewest });
	const ids = counting(customers.features, params);
	const chosen = rows > scanned ? sampleRows(rows, scanned, seeded(ctx.seed)) : null;
	const some = chosen ? takeCustomers({ ...customers, log: null }, Int32Array.from(chosen)) : customers;
	const strata = strataOf(some, ids);
	const few = sampleRows(some.ids.length, rowsLooked, seeded(ctx.seed));
	const scanning = taskOf(ctx, 'segments.stage.scan');
	const searchedBy = (groups: Uint16Array) => {
		const given = { groups, strata };
		return { given, strata: takeStrata(given, few).strata };
	};
	const found = async () => {
		if (params.space === 'embedding') {
			const all = rowsOfNumbers(points!);
			const seen = chosen ? takeRows(all.points, chosen) : all.points;
			const searched = { ...searchedBy(all.groups), measured: () => seen, few: () => takeRows(seen, few) };
			const { evidence, whitened } = await search(customers, searched, { numbers: 'ranks', seed: ctx.seed, of: points!.by }, scanning);
			return { numbers: null, scaling: null, evidence, whitened, all };
		}
		const values = ids.length * rows;
		const [fitting, searching, scaling] = parts(scanning, [fitCost * values, costOf(some.ids.length), scaleCost * values]);
		const scalings = await scalingsOf(customers, ids, params.numbers, fitting);
		const searched = {
			...searchedBy(groupsOf(some.features, [...scalings.values()][0]!)),
			measured: (by: NumberScores) => scale(some, scalings.get(by)!),
			few: (by: NumberScores) => rowsOf(takeCustomers({ ...some, log: null }, Int32Array.from(few)), scalings.get(by)!).mixed.numbers
		};
		const of = [params.features, params.visits, params.without];
		const { numbers, ...rest } = await search(customers, searched, { numbers: params.numbers, seed: ctx.seed, of }, searching);
		return { numbers, scaling: scalings.get(numbers)!, ...rest, all: await rowsOfAll(customers, scalings.get(numbers)!, scaling) };
	};
	const { numbers, scaling, evidence, whitened, all } = await found();
	const space = all.points;
	const entryOf = (k: number) => {
		const found = evidence.scan.find((candidate) => candidate.k === k);
		if (!found) throw new Problem('tooFewUnlike', { k, most: evidence.scan.at(-1)?.k ?? 1 });
		return found;
	};
	const seen = chosen ? takeBoth(all, chosen) : all;
	// Habits and preferences that do not count leave the names as they are too.
	const naming = some.features.filter((feature) => !isApart(feature.id) || counts(feature, params));
	const looked: Looked = { rows: takeBoth(seen, few), inAll: chosen ? few.map((row) => chosen[row]!) : few };
	const unseen = quiet(ctx, ctx.signal);
	const shown = suggestK(evidence, whitened);
	const wanted = params.k ?? shown.k;
	const entry = entryOf(wanted);
	const hidden = hiddenFrom(looked.rows, entryOf(shown.k), whitened);
	const choice =
		params.method === 'auto'
			? await earned(
					looked.rows,
					entry.centroids,
					{ k: wanted, seed: ctx.seed, structure: shown.structure, hidden },
					hiding(looked.rows, looked.inAll, customers, scaling),
					unseen
				)
			: null;
	const method = choice?.method ?? (params.method as MethodId);
	const suggestion: Suggestion = choice?.method === 'consensus' ? { ...shown, structure: 'clear' } : shown;
	const backend = networked(method) ? await openBackend(params.device) : null;
	// Ward's tree is one of micro-clusters of all customers where there are more.
	const learnt = method === 'ward' ? all : seen;
	const costs = [learnCost[method] * (method === 'kmeans' ? rows : learnt.points.rows), rows, rows] as const;
	const [learning, ordering, placing] = parts(taskOf(ctx, 'segments.stage.learn'), costs);
	const about = { ...foundOn(suggestion, evidence, whitened, rows), numbers, method, choice };
	const formed = async (learned: Learned, ordering: Task, placing: Task) => {
		const order = bySize((await placeAll(learned.model, all, ordering)).labels, learned.k, learned.outliers);
		const clusters = renumbered(learned.model, order);
		const { labels, strength, second } = await placeAll(clusters, all, placing);
		const inside = learned.outliers === null ? learned.k : learned.k - 1;
		const own = chosen ? Uint16Array.from(chosen, (row) => labels[row]!) : labels;
		const names = (await nameSegmentsInTurns(naming, own, learned.k, unseen)).map((name, c): SegmentName =>
			c < inside ? name : { kind: 'outliers' }
		);
		await pause(unseen);
		const output: Segments = { labels, names, strength, second };
		const view: SegmentsView = {
			...viewOf(customers, output),
			...about,
			k: inside,
			looked: few.length,
			tree: learned.tree && renamedTop(treeTop(learned.tree, Math.min(drawn, learned.tree.leaves), wanted), order),
			training: null,
			device: backend?.device ?? null,
			setbacks: learned.setbacks,
			kept: null
		};
		return { clusters, output, view };
	};
	const { centroids } = chosen && method === 'kmeans' ? (await refine(space, [entry], {}, learning))[0]! : entry;
	const means: Learned = { model: { kind: 'centres', centroids }, k: wanted, outliers: null, tree: null, setbacks: null };
	const network = backend ? { backend, watch: shownWhileTraining(ctx, space, await formed(means, unseen, unseen)) } : {};
	const learned = await learn(method, learnt, { k: wanted, seed: ctx.seed, centroids, ...network }, learning);
	await ctx.breathe();
	ctx.signal.throwIfAborted();
	const { clusters, output, view } = await formed(learned, ordering, placing);
	const { labels, names } = output;
	const model: SegmentsModel = { scaling, clusters, names };
	return {
		output,
		view,
		model,
		answers: {
			...ofCustomers(labels, names.length),
			keep: () => keep(customers, points, { model, about, k: view.k, output }),
			...questions(ctx, method, wanted, looked, customers, scaling, {
				labels: Uint16Array.from(looked.inAll, (row) => labels[row]!),
				k: learned.k
			})
		}
	};
};

/** The scalings that a search by these scores of numbers may ask for. */
async function scalingsOf(customers: Customers, ids: readonly string[], numbers: NumberScores | 'auto', task: Task) {
	const scores: readonly NumberScores[] = numbers === 'auto' ? ['sizes', 'ranks'] : [numbers];
	const found = new Map<NumberScores, Scaling>();
	for (const [at, by] of scores.entries())
		found.set(by, await fitScalingAll(customers, ids, by, part(task, at / scores.length, (at + 1) / scores.length)));
	return found;
}

/** Shows the segments of k-means at once, and what a network learns, with the customers in the colours of these, as it goes. */
function shownWhileTraining(ctx: RunContext, space: Matrix, { output, view }: { readonly output: Segments; readonly view: SegmentsView }) {
	ctx.preview(view);
	const some = everyNth(space.rows, pictured);
	const labels = Uint16Array.from(some, (row) => output.labels[row]!);
	const rows = takeRows(space, some);
	let picture = movingPicture(rows, openProcessor());
	let loss: Training['loss'] = [];
	let last: NetworkMoment | null = null;
	let shownAt = -Infinity;
	return (moment: NetworkMoment): void => {
		const { network, networks, stage, step, steps } = moment;
		if (last?.network !== network) picture = movingPicture(rows, openProcessor());
		loss = [...(last?.network === network && last.stage === stage ? loss : []), { step, value: moment.loss }];
		last = moment;
		if (performance.now() - shownAt < betweenPictures) return;
		shownAt = performance.now();
		const moving = picture(moment.encoder);
		const training: Training = { network, networks, stage, step, steps, loss, picture: moving, labels };
		ctx.preview({ ...view, training }, [moving.buffer]);
	};
}

/** Places customers in the segments that were kept, and learns nothing. */
async function placed(ctx: RunContext, text: string, today: Customers, points: Embedding | undefined) {
	const { model, about, k, from } = kept(text, points);
	const [scaling, placing] = parts(taskOf(ctx, 'segments.stage.place'), [1, 1]);
	const customers = model.scaling ? asLearned(today, model.scaling, from.features) : today;
	const rows = model.scaling ? await rowsOfAll(customers, model.scaling, scaling) : rowsOfNumbers(points!);
	const output: Segments = { ...(await placeAll(model.clusters, rows, placing)), names: model.names };
	const view: SegmentsView = {
		...viewOf(today, output),
		...about,
		k,
		looked: 0,
		tree: null,
		training: null,
		device: null,
		setbacks: null,
		kept: from
	};
	return { output, view, model, answers: ofCustomers(output.labels, output.names.length) };
}

/** Places customers by what was learned before. */
export const apply: Apply<typeof spec, SegmentsModel, Segments> = ({ scaling, clusters, names }, { customers, points }) => {
	const rows = scaling ? rowsOf(customers, scaling) : rowsOfNumbers(points!);
	const { labels, strength, second } = placeRows(clusters, rows);
	return { labels, names, strength, second };
};

function commonestSecond(labels: Uint16Array, second: Uint16Array, k: number): (number | null)[] {
	const counts = new Uint32Array(k * k);
	labels.forEach((label, i) => {
		if (second[i] !== label) counts[label * k + second[i]!]!++;
	});
	return Array.from({ length: k }, (_, c) => {
		const row = counts.subarray(c * k, (c + 1) * k);
		const most = row.reduce((best, count, other) => (count > row[best]! ? other : best), 0);
		return row[most]! > 0 ? most : null;
	});
}

function renamedTop(branch: Branch, order: Uint16Array): Branch {
	const cluster = branch.cluster === null ? null : order[branch.cluster]!;
	return { ...branch, cluster, children: branch.children.map((child) => renamedTop(child, order)) };
}

/** Who is in a segment, and in which segments these customers are. */
const ofCustomers = (labels: Uint16Array, k: number) => ({
	members: (segment: number) => {
		const members: number[] = [];
		for (let i = 0; i < labels.length; i++) if (labels[i] === segment) members.push(i);
		return Uint32Array.from(members);
	},
	shared: (members: Uint32Array) => {
		const counts = new Array<number>(k).fill(0);
		for (const i of members) counts[labels[i]!]!++;
		return counts;
	}
});

/** What is seen of customers in their segments. */
function viewOf(customers: Customers, { labels, names, strength, second }: Segments) {
	const k = names.length;
	const sizes = new Array<number>(k).fill(0);
	for (const label of labels) sizes[label]!++;
	return {
		names,
		sizes,
		strength: groupMeans(labels, strength!, k).map((mean) => mean || 0),
		next: commonestSecond(labels, second!, k),
		revenue: revenueShares(customers, labels, k),
		features: toChoose(customers.features.map(featureInfo)),
		customers: labels.length
	};
}

/** What was seen of each number of segments, of so many customers. */
function foundOn(suggestion: Suggestion, evidence: Evidence, whitened: readonly WhitenedEntry[], customers: number) {
	const { scan, reference } = evidence;
	const above = aboveReference(evidence, whitened);
	const looked = scan[0]?.silhouette.rows.length ?? 0;
	return {
		suggestion,
		scan: scan.map((entry) => ({
			k: entry.k,
			inertia: entry.inertia,
			silhouette: entry.silhouette.mean,
			expected: reference.byK.find((at) => at.k === entry.k)?.mean ?? null,
			above: above.get(entry.k) ?? null
		})),
		sampled: looked < customers ? looked : null
	};
}

function revenueShares({ features }: Customers, labels: Uint16Array, k: number): number[] | null {
	const money = features.find(({ id }) => id === 'monetary')?.values;
	if (!money) return null;
	const revenue = new Array<number>(k).fill(0);
	let total = 0;
	labels.forEach((label, i) => {
		revenue[label]! += money[i]!;
		total += money[i]!;
	});
	return revenue.map((sum) => (total === 0 ? 0 : sum / total));
}
