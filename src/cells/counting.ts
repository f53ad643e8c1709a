import * as v from 'valibot';
import { featureIds, habitIds, preferenceIds, preferenceOf, type Feature, type FeatureInfo } from '../lib/features/customers.js';
import { visitIds } from '../lib/features/visits.js';

/** Which features distances are measured on: choices of every cell that measures some. */
export const countingParams = {
	/** Features of orders that count; habits and preferences are left out unless named. */
	features: v.optional(v.array(v.picklist([...featureIds, ...habitIds, ...preferenceIds])), [...featureIds]),
	/** Features of visits that count. */
	visits: v.optional(v.array(v.picklist(visitIds)), [...visitIds]),
	/** Columns of a table of people that do not count, by position. */
	without: v.optional(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999))), [])
};

/** What those choices say. */
export interface Counting {
	readonly features: readonly string[];
	readonly visits: readonly string[];
	readonly without: readonly number[];
}

/** Whether a feature counts under these choices. */
export const counts = ({ id, attribute }: FeatureInfo, { features, visits, without }: Counting): boolean =>
	attribute ? !without.includes(attribute.column) : features.includes(preferenceOf(id) ?? id) || visits.includes(id);

/** Ids of the features that count. */
export const counting = (features: readonly Feature[], choices: Counting): string[] =>
	features.filter((feature) => counts(feature, choices)).map(({ id }) => id);

/** What there is to choose from: of the values of a category, and of shares of one kind, the first alone. */
export const toChoose = (features: readonly FeatureInfo[]): FeatureInfo[] =>
	features.filter(({ attribute, share }, i) => {
		if (share) return features.findIndex((other) => other.share?.of === share.of) === i;
		return !attribute || features.findIndex((other) => other.attribute?.column === attribute.column) === i;
	});
