import { featureInfo, type Feature } from '../features/customers.js';
import { spearman } from '../stats/correlate.js';
import { groupMeans, groupMedians } from '../stats/group-means.js';
import { mean } from '../stats/moments.js';
import { midPercentiles } from '../stats/ranks.js';
import { atOnce, inTurns, type Task } from '../task.js';
import type { SegmentName, Trait } from './segments.js';

/** Features that say the same thing would name a segment twice. */
const sameThing = 0.8;
/** A segment's typical customer must stand at least this far from everyone's middle, in ranks, to be named for it. */
const noticeable = 0.12;
const strong = 0.35;
const fewTraits = 2;

interface Lean {
	readonly feature: Feature;
	/** In [−½, ½]. */
	readonly by: number;
}

/**
 * Names each of `k` segments by the features in which its typical customer stands furthest from everyone's middle: the median of the
 * segment's ranks against one half. For yes and no, and for the values of a category, it is the mean of the ranks, which is half of
 * the difference between the segment's share and everyone's; such a feature names only a segment on the other side of one half, or
 * one in which most are so, and the values of one category name it once. The first two such features, none of them correlated with one
 * already taken (|Spearman| > 0.8); where segments would share a name, each adds the next that another of them lacks. Segments that have
 * no such feature keep the name they share, word for word; whoever writes it tells them apart by a number.
 */
export const nameSegments = (features: readonly Feature[], labels: Uint16Array, k: number): SegmentName[] =>
	atOnce(naming(features, labels, k));

/** The same, in turns. */
export const nameSegmentsInTurns = (features: readonly Feature[], labels: Uint16Array, k: number, task: Task): Promise<SegmentName[]> =>
	inTurns(naming(features, labels, k), task);

function* naming(features: readonly Feature[], labels: Uint16Array, k: number): Generator<number, SegmentName[]> {
	if (k === 1) return [{ kind: 'everyone' }];
	const percentilesOf = percentiles();
	const leans = Array.from({ length: k }, () => [] as Lean[]);
	for (const [at, feature] of features.entries()) {
		yield at / features.length;
		if (feature.attribute?.value === null) continue;
		const each = isEither(feature) ? leansOfShares(feature.values, labels, k) : leansOfRanks(percentilesOf(feature), labels, k);
		each.forEach((by, segment) => Math.abs(by) >= noticeable && leans[segment]!.push({ feature, by }));
	}
	const alike = similar(percentilesOf);
	const said = leans.map((list) => {
		const traits: Lean[] = [];
		for (const lean of list.sort((a, b) => Math.abs(b.by) - Math.abs(a.by))) {
			if (!traits.some((taken) => alike(taken.feature, lean.feature))) traits.push(lean);
		}
		return traits;
	});
	const names = said.map((traits) => traits.slice(0, fewTraits));
	const has = (segment: number, { feature, by }: Lean) => leans[segment]!.some((own) => own.feature === feature && own.by > 0 === by > 0);
	for (let added = true; added;) {
		added = false;
		const keys = names.map(nameKey);
		keys.forEach((key, index) => {
			const rivals = [...keys.keys()].filter((other) => other !== index && keys[other] === key);
			const own = names[index]!;
			const next = said[index]!.find((lean) => !own.includes(lean) && rivals.some((rival) => !has(rival, lean)));
			if (next) added = own.push(next) > 0;
		});
	}
	const keys = names.map(nameKey);
	return names.map((traits, index) => {
		// What cannot be told apart is said in one order.
		const order = names[keys.indexOf(keys[index]!)]!;
		return { kind: 'traits', index, traits: order.map(({ feature }) => trait(traits.find((lean) => lean.feature === feature)!)) };
	});
}

/** What a name says, in whatever order. */
const nameKey = (traits: readonly Lean[]): string =>
	traits
		.map(({ feature, by }) => `${feature.id}${by > 0 ? '+' : '-'}`)
		.sort()
		.join();

function trait({ feature, by }: Lean): Trait {
	if (by > 0) return { feature: featureInfo(feature), level: by > strong ? 'veryHigh' : 'high' };
	return { feature: featureInfo(feature), level: by < -strong ? 'veryLow' : 'low' };
}

const isEither = ({ unit }: Feature) => unit === 'boolean' || unit === 'category';

/** The ranks of a feature; they are worked out once. */
function percentiles(): (feature: Feature) => Float64Array {
	const known = new Map<Feature, Float64Array>();
	return (feature) => {
		let ranks = known.get(feature);
		if (!ranks) known.set(feature, (ranks = midPercentiles(feature.values)));
		return ranks;
	};
}

/** Median rank of each segment minus one half. */
const leansOfRanks = (ranks: Float64Array, labels: Uint16Array, k: number): number[] =>
	groupMedians(labels, ranks, k).map((median) => median - 0.5);

/** Half of the difference between the share of ones in each segment and everyone's; 0 where most of both are the same. */
function leansOfShares(values: Float64Array, labels: Uint16Array, k: number): number[] {
	const all = mean(values);
	return groupMeans(labels, values, k).map((own) => {
		const telling = own > all ? own > 0.5 : own < 0.5 && all > 0.5;
		return telling ? (own - all) / 2 : 0;
	});
}

/** Whether two features say the same thing or stem from one column; each pair is looked at once, when first asked for. */
function similar(percentilesOf: (feature: Feature) => Float64Array): (a: Feature, b: Feature) => boolean {
	const known = new Map<string, boolean>();
	return (a, b) => {
		if (a.attribute && a.attribute.column === b.attribute?.column) return true;
		const key = a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`;
		let same = known.get(key);
		if (same === undefined) {
			same = Math.abs(spearman(a.values, b.values, percentilesOf(a), percentilesOf(b))) > sameThing;
			known.set(key, same);
		}
		return same;
	};
}
