import { gapStatistic, gapSuggestion } from '../../lib/cluster/gap.js';
import { clusterIndices } from '../../lib/cluster/indices.js';
import { kmeansRange } from '../../lib/cluster/kmeans.js';
import type { MethodId } from '../../lib/cluster/method-ids.js';
import { learn, placeRows, takeBoth, type Rows } from '../../lib/cluster/methods.js';
import { fitMixture } from '../../lib/cluster/mixture.js';
import { predictable, predictionStrength } from '../../lib/cluster/prediction-strength.js';
import { sampleRows } from '../../lib/cluster/sample.js';
import type { Labeling } from '../../lib/cluster/silhouette.js';
import { bootstrapJaccard } from '../../lib/cluster/stability.js';
import { mixedRows } from '../../lib/embed/mixed.js';
import { fitScaling, scale, type Scaling } from '../../lib/embed/scale.js';
import { featureInfo, type Customers, type Feature, type FeatureInfo } from '../../lib/features/customers.js';
import { seeded } from '../../lib/random.js';
import { adjustedRandIndex } from '../../lib/stats/adjusted-rand.js';
import { pause, type Task } from '../../lib/task.js';
import type { Answers, RunContext } from '../cell.js';
import { quiet } from '../task.js';
import type { Agreement, KEvidence, StabilityPart, StabilityRequest } from './spec.js';

/** Customers looked at, at most: each question runs its method many times. */
export const rowsLooked = 2000;
const [kMin, kMax] = [2, 10];
const otherSeeds = 20;

/**
 * What the page asks for once segments are shown: evidence for each number of segments, and how stable the segments are. It all costs
 * many runs, so that nobody waits for it who does not ask.
 */
export function questions(
	ctx: RunContext,
	params: { readonly method: MethodId },
	wanted: number,
	/** The customers that the segments were learned from, and which of all they are (null: all). */
	seen: Rows,
	inSeen: Uint32Array | null,
	customers: Customers,
	scaling: Scaling | null,
	{ labels, k }: Labeling
): Answers {
	const task = (signal: AbortSignal): Task => quiet(ctx, signal);
	const some = sampleRows(seen.points.rows, rowsLooked, seeded(ctx.seed));
	const rows = takeBoth(seen, some);
	const labeling: Labeling = { labels: Uint16Array.from(some, (row) => labels[row]!), k };
	const relabel = async (from: Rows, seed: number, inner: Task): Promise<Labeling> => {
		const found = await learn(params.method, from, { k: wanted, seed, starts: 3 }, inner);
		return { labels: placeRows(found.model, from).labels, k: found.k };
	};
	return {
		evidence: (_: unknown, signal: AbortSignal) => evidenceOf(rows, ctx.seed, task(signal)),
		stability: ({ from, to }: StabilityRequest, signal: AbortSignal): Promise<StabilityPart> =>
			bootstrapJaccard(
				labeling,
				(drawn, seed, inner) => relabel(takeBoth(rows, drawn), seed, inner),
				{ from, to, seed: ctx.seed },
				task(signal)
			),
		agreement: async (_: unknown, signal: AbortSignal): Promise<Agreement> => {
			const inner = task(signal);
			const seeds: number[] = [];
			for (let s = 1; s <= otherSeeds; s++) {
				seeds.push(adjustedRandIndex(labeling.labels, (await relabel(rows, ctx.seed + 7919 * s, inner)).labels));
			}
			const without: { feature: FeatureInfo; index: number }[] = [];
			for (const { feature, rest } of leftOut(customers, scaling)) {
				await pause(inner);
				const left = scaleAgain(customers, rest);
				const again = await relabel(takeBoth(left, inSeen ? pick(inSeen, some) : some), ctx.seed, inner);
				without.push({ feature, index: adjustedRandIndex(labeling.labels, again.labels) });
			}
			return { seeds, without, rows: some.length };
		}
	};
}

const pick = (from: Uint32Array, at: Uint32Array): Uint32Array => Uint32Array.from(at, (i) => from[i]!);

/** Each feature that counts, a category as a whole, with the ids of the others; nothing where there is one only. */
function leftOut(customers: Customers, scaling: Scaling | null): { feature: FeatureInfo; rest: string[] }[] {
	const used = (scaling ?? []).map(({ feature }) => customers.features.find(({ id }) => id === feature)!);
	const same = (a: Feature, b: Feature) => a === b || (a.unit === 'category' && a.attribute?.column === b.attribute?.column);
	return used
		.filter((feature, i) => used.findIndex((other) => same(other, feature)) === i)
		.map((feature) => ({ feature: featureInfo(feature), rest: used.filter((other) => !same(other, feature)).map(({ id }) => id) }))
		.filter(({ rest }) => rest.length > 0);
}

function scaleAgain(customers: Customers, features: readonly string[]): Rows {
	const scaling = fitScaling(customers, features);
	const points = scale(customers, scaling);
	return { points, mixed: mixedRows(customers, scaling, points) };
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
