import type { Feature, FeatureId } from '../features/customers.js';
import { midPercentiles } from '../stats/ranks.js';
import { quantile } from '../stats/quantile.js';
import { spearman } from '../stats/correlate.js';
import type { SegmentName, Trait } from './segments.js';

/** Features that say the same thing would name a segment twice. */
const sameThing = 0.8;
/** A segment's typical customer must stand at least this far from everyone's middle, in ranks, to be named for it. */
const noticeable = 0.12;
const strong = 0.35;
const fewTraits = 2;

interface Lean {
	readonly feature: FeatureId;
	/** Median rank of the segment minus one half, in [−½, ½]. */
	readonly by: number;
}

/**
 * Names each of `k` segments by the features in which its typical customer stands furthest from everyone's middle: the median of the
 * segment's ranks against one half. The first two such features, none of them correlated with one already taken (|Spearman| > 0.8);
 * where segments would share a name, each adds the next that another of them lacks. Segments that have no such feature keep the name
 * they share, word for word; whoever writes it tells them apart by a number.
 */
export function nameSegments(features: readonly Feature[], labels: Uint16Array, k: number): SegmentName[] {
	if (k === 1) return [{ kind: 'everyone' }];
	const leans = Array.from({ length: k }, () => [] as Lean[]);
	for (const { id, values } of features) {
		const ranks = midPercentiles(values);
		for (let segment = 0; segment < k; segment++) {
			const own = ranks.filter((_, i) => labels[i] === segment);
			const by = quantile(own, 0.5) - 0.5;
			if (Math.abs(by) >= noticeable) leans[segment]!.push({ feature: id, by });
		}
	}
	const alike = similar(features);
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
		.map(({ feature, by }) => `${feature}${by > 0 ? '+' : '-'}`)
		.sort()
		.join();

function trait({ feature, by }: Lean): Trait {
	if (by > 0) return { feature, level: by > strong ? 'veryHigh' : 'high' };
	return { feature, level: by < -strong ? 'veryLow' : 'low' };
}

/** Whether two features say the same thing; each pair is looked at once, when first asked for. */
function similar(features: readonly Feature[]): (a: FeatureId, b: FeatureId) => boolean {
	const known = new Map<string, boolean>();
	return (a, b) => {
		const key = a < b ? `${a} ${b}` : `${b} ${a}`;
		let same = known.get(key);
		if (same === undefined) {
			const [first, second] = [a, b].map((id) => features.find((feature) => feature.id === id)!.values);
			same = Math.abs(spearman(first!, second!)) > sameThing;
			known.set(key, same);
		}
		return same;
	};
}
