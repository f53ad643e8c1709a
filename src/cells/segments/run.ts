import { assign } from '../../lib/cluster/assign.js';
import { nullReference, scanK, suggestK, type NullReference, type ScanEntry } from '../../lib/cluster/choose.js';
import { sampleRows, takeRows } from '../../lib/cluster/sample.js';
import { fitScaling, scale, type Scaling } from '../../lib/embed/scale.js';
import { featureInfo, isHabit, type Customers } from '../../lib/features/customers.js';
import type { Matrix } from '../../lib/matrix.js';
import { Problem } from '../../lib/problem.js';
import { seeded } from '../../lib/random.js';
import { nameSegments } from '../../lib/segments/name.js';
import type { Segments } from '../../lib/segments/segments.js';
import type { Apply, Run } from '../cell.js';
import { counting, counts, toChoose } from '../counting.js';
import { taskOf } from '../task.js';
import type { SegmentsModel, SegmentsView, spec } from './spec.js';

const fewest = 20;
const [kMin, kMax, starts] = [2, 10, 10];
/** The scan over k looks at no more rows than this; everyone is then given the nearest centre. */
const scanned = 10_000;

interface Evidence {
	readonly scan: readonly ScanEntry[];
	readonly reference: NullReference;
}
/** The last scan of a table of customers: choosing another k must not repeat it. */
const remembered = new WeakMap<Customers, { readonly of: string; readonly evidence: Evidence }>();

export const run: Run<typeof spec, Segments, SegmentsView> = async (ctx, params, { customers, points }) => {
	const rows = customers.ids.length;
	if (rows < fewest) throw new Problem('tooFewCustomers', { n: rows, needed: fewest });
	const scaling = params.space === 'features' ? fitScaling(customers, counting(customers.features, params)) : null;
	const space: Matrix = scaling ? scale(customers, scaling) : points!;
	const sample = rows > scanned ? takeRows(space, sampleRows(rows, scanned, seeded(ctx.seed))) : space;
	const of = JSON.stringify([params.space, params.features, params.visits, params.without, ctx.seed]);
	let evidence = params.space === 'features' && remembered.get(customers)?.of === of ? remembered.get(customers)!.evidence : undefined;
	if (!evidence) {
		const scan = await scanK(sample, { kMin, kMax, starts, seed: ctx.seed }, taskOf(ctx, 'segments.stage.scan', 0, 0.7));
		const reference = await nullReference(sample, { kMin, kMax, seed: ctx.seed }, taskOf(ctx, 'segments.stage.scan', 0.7, 1));
		evidence = { scan, reference };
		remembered.set(customers, { of, evidence });
	}
	const suggestion = suggestK(evidence.scan, evidence.reference);
	const k = params.k ?? suggestion.k;
	const entry = evidence.scan.find((candidate) => candidate.k === k);
	if (!entry) throw new Problem('tooFewCustomers', { n: rows, needed: k + 1 });
	const centroids = bySize(entry.centroids, assign(space, entry.centroids).labels, k);
	const { labels, strength } = assign(space, centroids);
	// Habits that do not count leave the names as they are too.
	const naming = customers.features.filter((feature) => !isHabit(feature.id) || counts(feature, params));
	const names = nameSegments(naming, labels, k);
	const model: SegmentsModel = { scaling, centroids, names };
	return {
		output: { labels, names, strength },
		view: viewOf(customers, labels, names, k, suggestion, evidence, sample.rows < rows),
		model
	};
};

/** Places customers with the centres learned before. */
export const apply: Apply<typeof spec, SegmentsModel, Segments> = ({ scaling, centroids, names }, { customers, points }) => {
	const { labels, strength } = assign(applied(scaling, customers, points), centroids);
	return { labels, names, strength };
};

const applied = (scaling: Scaling | null, customers: Customers, points: Matrix | undefined): Matrix =>
	scaling ? scale(customers, scaling) : points!;

/** Centres ordered by how many customers they have, so that the first segment is the largest. */
function bySize(centroids: Float64Array, labels: Uint16Array, k: number): Float64Array {
	const sizes = new Uint32Array(k);
	for (const label of labels) sizes[label]!++;
	const order = Array.from(sizes.keys()).sort((a, b) => sizes[b]! - sizes[a]! || a - b);
	const cols = centroids.length / k;
	const out = new Float64Array(centroids.length);
	order.forEach((from, to) => out.set(centroids.subarray(from * cols, (from + 1) * cols), to * cols));
	return out;
}

function viewOf(
	customers: Customers,
	labels: Uint16Array,
	names: Segments['names'],
	k: number,
	suggestion: SegmentsView['suggestion'],
	{ scan, reference }: Evidence,
	sampledRows: boolean
): SegmentsView {
	const sizes = new Array<number>(k).fill(0);
	for (const label of labels) sizes[label]!++;
	const looked = scan[0]?.silhouette.rows.length ?? 0;
	return {
		k,
		suggestion,
		scan: scan.map((entry) => ({
			k: entry.k,
			inertia: entry.inertia,
			silhouette: entry.silhouette.mean,
			expected: reference.byK.find((at) => at.k === entry.k)?.mean ?? null
		})),
		sampled: sampledRows || looked < labels.length ? looked : null,
		names,
		sizes,
		revenue: revenueShares(customers, labels, k),
		features: toChoose(customers.features.map(featureInfo)),
		customers: labels.length
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
