import { gapStatistic, gapSuggestion } from '../../lib/cluster/gap.js';
import { clusterIndices } from '../../lib/cluster/indices.js';
import { kmeansRange } from '../../lib/cluster/kmeans.js';
import { networked, type MethodId } from '../../lib/cluster/method-ids.js';
import { takeBoth, type Rows } from '../../lib/cluster/methods.js';
import { fitMixture } from '../../lib/cluster/mixture.js';
import { predictable, predictionStrength } from '../../lib/cluster/prediction-strength.js';
import { job as relabel } from '../../lib/cluster/relabel.job.js';
import type { Labeling } from '../../lib/cluster/silhouette.js';
import { bootstrapJaccard } from '../../lib/cluster/stability.js';
import { groupsOf } from '../../lib/embed/mixed.js';
import type { Scaling } from '../../lib/embed/scale.js';
import { featureInfo, type Customers, type Feature, type FeatureInfo } from '../../lib/features/customers.js';
import { spread } from '../../lib/spread.js';
import { adjustedRandIndex } from '../../lib/stats/adjusted-rand.js';
import { pause, type Task } from '../../lib/task.js';
import type { Answers, RunContext } from '../cell.js';
import { quiet } from '../task.js';
import { hiding, trials } from './trials.js';
import type { Agreement, KEvidence, StabilityPart, StabilityRequest, TrialRequest } from './spec.js';

/** Customers looked at, at most: each question runs its method many times. */
export const rowsLooked = 2000;
const [kMin, kMax] = [2, 10];
/** Other seeds that are tried; fewer where each trains networks. */
const [otherSeeds, otherNetworks] = [20, 5];

/**
 * What the page asks for once segments are shown: evidence for each number of segments, and how stable the segments are. It all costs
 * many runs, so that nobody waits for it who does not ask.
 */
export function questions(
	ctx: RunContext,
	/** By which the segments were formed. */
	method: MethodId,
	wanted: number,
	{ rows, inAll }: Looked,
	customers: Customers,
	/** How customers were measured; null where the embedding was clustered. */
	scaling: Scaling | null,
	/** Segments of the customers looked at. */
	labeling: Labeling
): Answers {
	const task = (signal: AbortSignal): Task => quiet(ctx, signal);
	const again = (list: readonly { readonly rows: Rows; readonly seed: number }[], inner: Task): Promise<Labeling[]> =>
		spread({ job: relabel, list: list.map((each) => ({ ...each, method, k: wanted })) }, inner);
	const likeness = (other: Labeling): number => adjustedRandIndex(labeling.labels, other.labels);
	const compare = trials(rows, inAll, { k: wanted, seed: ctx.seed }, customers, scaling);
	return {
		trial: (request: TrialRequest, signal: AbortSignal) => compare(request, task(signal)),
		evidence: (_: unknown, signal: AbortSignal) => evidenceOf(rows, ctx.seed, task(signal)),
		stability: ({ from, to }: StabilityRequest, signal: AbortSignal): Promise<StabilityPart> =>
			bootstrapJaccard(
				labeling,
				(resamples, inner) =>
					again(
						resamples.map(({ drawn, seed }) => ({ rows: takeBoth(rows, drawn), seed })),
						inner
					),
				{ from, to, seed: ctx.seed },
				task(signal)
			),
		agreement: async (_: unknown, signal: AbortSignal): Promise<Agreement> => {
			const inner = task(signal);
			const count = networked(method) ? otherNetworks : otherSeeds;
			const others = Array.from({ length: count }, (_, s) => ({ rows, seed: ctx.seed + 7919 * (s + 1) }));
			const seeds = (await again(others, inner)).map(likeness);
			const left = scaling ? leftOut(customers.features, scaling) : [];
			const hide = hiding(rows, inAll, customers, scaling);
			const fewer: { rows: Rows; seed: number }[] = [];
			for (const { hidden } of left) {
				await pause(inner);
				fewer.push({ rows: hide(hidden), seed: ctx.seed });
			}
			const found = (await again(fewer, inner)).map(likeness);
			const without = left.map(({ feature }, at) => ({ feature, index: found[at]! }));
			return { seeds, without, rows: inAll.length };
		}
	};
}

/** Customers that questions look at, and which of all they are. */
export interface Looked {
	readonly rows: Rows;
	readonly inAll: Uint32Array;
}

/** Each feature that counts, a category as a whole, with its columns; nothing where there is one only. */
function leftOut(features: readonly Feature[], scaling: Scaling): { feature: FeatureInfo; hidden: number[] }[] {
	const groups = groupsOf(features, scaling);
	const own = Array.from(new Set(groups), (group) => [...groups.keys()].filter((column) => groups[column] === group));
	if (own.length < 2) return [];
	return own.map((hidden) => ({ feature: featureInfo(features.find(({ id }) => id === scaling[hidden[0]!]!.feature)!), hidden }));
}

/** Every index over k, on k-means and, for BIC and ICL, on the diagonal mixture that starts from it. */
async function evidenceOf(rows: Rows, seed: number, task: Task): Promise<KEvidence> {
	const { points, mixed } = rows;
	const last = Math.min(kMax, points.rows >> 2);
	const scan = await kmeansRange(points, { kMin, kMax: last, starts: 5, seed }, task);
	const gaps = await gapStatistic(points, { kMax: last, seed, draws: 10, starts: 1 }, task);
	const strengths = await predictionStrength(points, { kMin, kMax: last, seed, splits: 5, starts: 2 }, task);
	const byK: KEvidence['byK'][number][] = [];
	for (const entry of scan) {
		const { k } = entry;
		const { calinskiHarabasz, daviesBouldin } = clusterIndices(points, entry);
		const { bic, icl } = await fitMixture(mixed, [entry.labels], { k, covariance: 'diagonal', ridge: 0.02, tolerance: 1e-4 }, task);
		const { gap, error } = gaps[k - 1]!;
		const strength = strengths.find((at) => at.k === k)?.strength ?? null;
		byK.push({ k, calinskiHarabasz, daviesBouldin, gap, gapError: error, predictionStrength: strength, bic, icl });
	}
	const lowest = (index: 'daviesBouldin' | 'bic' | 'icl') => byK.reduce((best, at) => (at[index] < best[index] ? at : best)).k;
	return {
		byK,
		best: {
			calinskiHarabasz: byK.reduce((best, at) => (at.calinskiHarabasz > best.calinskiHarabasz ? at : best)).k,
			daviesBouldin: lowest('daviesBouldin'),
			gap: gapSuggestion(gaps),
			predictionStrength: strengths.findLast(({ strength }) => strength >= predictable)?.k ?? 1,
			bic: lowest('bic'),
			icl: lowest('icl')
		},
		rows: points.rows
	};
}
