import { localeOf } from '../i18n/format.js';
import { locale, t } from '../i18n/locale.svelte.js';
import type { FeatureInfo } from '../lib/features/customers.js';
import type { CustomerFileWords } from './customer-file.js';
import { featureName, mostNames } from './feature-text.js';

/** Names of the first columns of a file of customers, to the segment if there are any; of graded ones also how clearly each belongs, and the second-best. */
export const firstColumns = (before: readonly string[], segments: boolean, graded: boolean): string[] => [
	t('export.column.id'),
	...before,
	...(segments ? [t('export.column.segment')] : []),
	...(graded ? [t('export.column.strength'), t('export.column.second')] : [])
];

/** The words of a file of customers whose columns before the features are these. */
export const customerFileWords = (
	columns: readonly string[],
	features: readonly FeatureInfo[],
	segmentNames: readonly string[]
): CustomerFileWords => ({
	locale: localeOf(locale.language),
	// In a file, a space is a space: whoever looks a column up types one.
	header: [...columns, ...features.map(featureName), ...mostNames(features)].map((title) => title.replaceAll('\u00a0', ' ')),
	segmentNames
});
