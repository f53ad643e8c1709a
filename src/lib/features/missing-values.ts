import { quantile } from '../stats/quantile.js';
import { preferenceOf, type Customers, type Feature } from './customers.js';
import { takeCustomers } from './take.js';

/**
 * What to do where a value is missing. `keep`: it stays unknown and stands in the middle when distances are measured; `drop`: the
 * customer takes no part; `median`, `mode`: the middle or the commonest value of the others stands in; `own`: a category gets one more
 * value, for those without one; `flag`: the middle (of yes and no, the commoner) stands in, and one more feature says so.
 */
export const missingPolicies = ['keep', 'drop', 'median', 'mode', 'own', 'flag'] as const;
export type MissingPolicy = (typeof missingPolicies)[number];
/** Policies by variable; one without an entry is kept as it is. */
export type MissingPolicies = Readonly<Record<string, MissingPolicy>>;

/** What a person decides on at once: a feature of behaviour, or all features of one column. */
export interface Variable {
	readonly key: string;
	readonly features: readonly Feature[];
	/** Customers without a value. */
	readonly missing: number;
	/** What can be done about them, `keep` first. */
	readonly offers: readonly MissingPolicy[];
}

/** What was learned for one variable: enough to treat new customers alike. */
export interface Fill {
	readonly key: string;
	readonly policy: MissingPolicy;
	/** Value that stands in, by feature; empty where none does. */
	readonly values: Readonly<Record<string, number>>;
}
export type MissingModel = readonly Fill[];

export interface MissingResult {
	readonly customers: Customers;
	/** Position among the customers given of each that is left. */
	readonly kept: Int32Array;
	/** Customers set aside, each with the first variable whose missing value did it. */
	readonly aside: readonly { readonly customer: number; readonly key: string }[];
	/** Customers that each fill touched: set aside by it, or given a value. */
	readonly touched: readonly number[];
}

const keyOf = ({ id, attribute }: Feature): string => (attribute ? `column:${attribute.column}` : (preferenceOf(id) ?? id));

function offersFor({ unit, attribute }: Feature): readonly MissingPolicy[] {
	if (unit === 'category') return ['keep', 'drop', 'mode', 'own'];
	if (unit === 'boolean') return ['keep', 'drop', 'mode', 'flag'];
	return attribute ? ['keep', 'drop', 'median', 'mode', 'flag'] : ['keep', 'drop', 'median'];
}

/** The variables behind features, in their order. The indicators of a category are all missing at once. */
export function variablesOf(features: readonly Feature[]): Variable[] {
	const groups = new Map<string, Feature[]>();
	for (const feature of features) {
		const key = keyOf(feature);
		const group = groups.get(key);
		if (group) group.push(feature);
		else groups.set(key, [feature]);
	}
	return [...groups].map(([key, own]) => ({
		key,
		features: own,
		missing: own[0]!.values.reduce((count, value) => count + (value !== value ? 1 : 0), 0),
		offers: offersFor(own[0]!)
	}));
}

/** The commonest value; of several as common, the smallest. NaN left out; NaN of none. */
export function mode(values: Float64Array): number {
	const counts = new Map<number, number>();
	for (const value of values) if (value === value) counts.set(value, (counts.get(value) ?? 0) + 1);
	let best = NaN;
	for (const [value, count] of counts) {
		const most = counts.get(best) ?? 0;
		if (count > most || (count === most && value < best)) best = value;
	}
	return best;
}

/** Learns what stands in for missing values. A policy that does not fit its variable is passed over, as are those that keep. */
export function fitMissing(features: readonly Feature[], policies: MissingPolicies): MissingModel {
	return variablesOf(features).flatMap(({ key, features: own, offers }): Fill[] => {
		const policy = policies[key] ?? 'keep';
		if (policy === 'keep' || !offers.includes(policy)) return [];
		return [{ key, policy, values: Object.fromEntries(standIns(own, policy)) }];
	});
}

function standIns(own: readonly Feature[], policy: MissingPolicy): (readonly [string, number])[] {
	const [first] = own;
	if (policy === 'drop') return [];
	if (first!.unit === 'category') {
		const ones = own.map(({ values }) => values.reduce((count, value) => count + (value === 1 ? 1 : 0), 0));
		const commonest = ones.indexOf(Math.max(...ones));
		return own.map(({ id }, i) => [id, policy === 'mode' && i === commonest ? 1 : 0] as const);
	}
	const middle = policy === 'mode' || first!.unit === 'boolean' ? mode(first!.values) : quantile(first!.values, 0.5);
	return [[first!.id, middle]];
}

/** Treats customers as a model says; customers that were not there when it was learned get the values learned then. */
export function applyMissing(customers: Customers, model: MissingModel): MissingResult {
	const groups = new Map(variablesOf(customers.features).map((variable) => [variable.key, variable.features]));
	const reason = new Map<number, string>();
	for (const { key, policy } of model) {
		if (policy !== 'drop') continue;
		groups.get(key)?.[0]!.values.forEach((value, i) => {
			if (value !== value && !reason.has(i)) reason.set(i, key);
		});
	}
	const kept = Int32Array.from([...customers.ids.keys()].filter((i) => !reason.has(i)));
	const left = reason.size === 0 ? customers : takeCustomers(customers, kept);
	const touched: number[] = model.map(({ key }) => [...reason.values()].filter((other) => other === key).length);
	const features = variablesOf(left.features).flatMap(({ key, features: own, missing }) => {
		const at = model.findIndex((fill) => fill.key === key && fill.policy !== 'drop');
		const fill = model[at];
		if (!fill) return own;
		touched[at] = missing;
		const first = own[0]!;
		const where = Uint8Array.from(own[0]!.values, (value) => (value === value ? 0 : 1));
		const filled = own.map((feature) => {
			const value = fill.values[feature.id];
			return value === undefined
				? feature
				: { ...feature, values: feature.values.map((known, i) => (where[i] ? value : known)), filled: { value, where } };
		});
		if ((fill.policy !== 'own' && fill.policy !== 'flag') || !first.attribute) return filled;
		const { column, name } = first.attribute;
		const without: Feature = {
			id: `${key}?`,
			unit: fill.policy === 'own' ? 'category' : 'boolean',
			attribute: { column, name, missing: true },
			values: first.values.map((value) => (value === value ? 0 : 1))
		};
		return [...filled, without];
	});
	const aside = [...reason].sort(([a], [b]) => a - b).map(([customer, key]) => ({ customer, key }));
	return { customers: { ...left, features }, kept, aside, touched };
}

/** A number for each customer, the same where the same of these features are missing. */
export function strataOf({ ids, features }: Customers, among: readonly string[]): Uint16Array<ArrayBuffer> {
	const strata = new Uint16Array(ids.length);
	for (const { values, filled } of features.filter(({ id }) => among.includes(id))) {
		const met = new Map<number, number>();
		values.forEach((value, i) => {
			const pattern = 2 * strata[i]! + Number(value !== value || filled?.where[i] === 1);
			if (!met.has(pattern)) met.set(pattern, met.size);
			strata[i] = met.get(pattern)!;
		});
	}
	return strata;
}
