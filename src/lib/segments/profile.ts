import { featureInfo, type Customers, type Feature, type FeatureInfo } from '../features/customers.js';

/** One feature over a group of customers, in its own unit. Customers for whom it has no meaning are left out of both numbers. */
export interface GroupFeature {
	readonly mean: number;
	readonly median: number;
}

/** A group of customers in numbers. */
export interface GroupProfile {
	readonly size: number;
	/** Share of all customers, in [0, 1]. */
	readonly share: number;
	/** Share of all revenue, in [0, 1]; null where there are no orders. */
	readonly revenueShare: number | null;
	/** In the order of `Profile.features`. */
	readonly features: readonly GroupFeature[];
	/** What most of them took most, by name, in the order of the features that have names; share of those of whom it is known, null where of none. */
	readonly most: readonly ({ readonly name: string; readonly share: number } | null)[];
}

export interface Profile {
	readonly features: readonly FeatureInfo[];
	readonly everyone: GroupProfile;
	readonly groups: readonly GroupProfile[];
}

/** Profile of the customers in `members` (indices) against everyone. */
export function groupProfile(customers: Customers, members: ArrayLike<number>): GroupProfile {
	return {
		size: members.length,
		share: members.length / Math.max(1, customers.ids.length),
		revenueShare: shareOfRevenue(customers, members),
		features: customers.features.map(({ values }) => {
			const known = new Float64Array(members.length);
			let n = 0;
			let sum = 0;
			for (let i = 0; i < members.length; i++) {
				const value = values[members[i]!]!;
				if (Number.isNaN(value)) continue;
				known[n++] = value;
				sum += value;
			}
			const sorted = known.subarray(0, n).sort();
			const middle = n === 0 ? NaN : (sorted[(n - 1) >> 1]! + sorted[n >> 1]!) / 2;
			return { mean: n === 0 ? NaN : sum / n, median: middle };
		}),
		most: customers.features.flatMap(({ mostNames }) => (mostNames ? [commonest(mostNames, members)] : []))
	};
}

function commonest({ codes, values }: NonNullable<Feature['mostNames']>, members: ArrayLike<number>): GroupProfile['most'][number] {
	const times = new Uint32Array(values.length);
	let [known, most] = [0, 0];
	for (let i = 0; i < members.length; i++) {
		const code = codes[members[i]!]!;
		if (code < 0) continue;
		known++;
		times[code]!++;
	}
	for (let code = 1; code < times.length; code++) if (times[code]! > times[most]!) most = code;
	return known === 0 ? null : { name: values[most]!, share: times[most]! / known };
}

function shareOfRevenue({ features }: Customers, members: ArrayLike<number>): number | null {
	const revenue = features.find(({ id }) => id === 'monetary')?.values;
	if (!revenue) return null;
	const total = revenue.reduce((sum, value) => sum + (value || 0), 0);
	let own = 0;
	for (let i = 0; i < members.length; i++) own += revenue[members[i]!] || 0;
	return total === 0 ? 0 : own / total;
}

/** Profiles of `k` segments and of everyone. */
export function profile(customers: Customers, labels: Uint16Array, k: number): Profile {
	const members = Array.from({ length: k }, () => [] as number[]);
	labels.forEach((label, i) => members[label]!.push(i));
	return {
		features: customers.features.map(featureInfo),
		everyone: groupProfile(
			customers,
			customers.ids.map((_, i) => i)
		),
		groups: members.map((group) => groupProfile(customers, group))
	};
}
