import { featureIds, isHabit, preferenceOf, type FeatureId, type FeatureInfo, type Unit } from '../lib/features/customers.js';
import { visitIds, type VisitId } from '../lib/features/visits.js';
import { fixed, money, number, percent, t } from '../i18n/locale.svelte.js';

/** Whether a feature is one of those that follow from orders, which have texts of their own. */
export const isBehaviour = (id: string): id is FeatureId => (featureIds as readonly string[]).includes(id);

/** Whether a feature is one of those that follow from visits, which have texts of their own too. */
export const isVisit = (id: string): id is VisitId => (visitIds as readonly string[]).includes(id);

/** A value of a category as a person reads it; null stands for all that are too rare to stand alone. */
export const categoryValue = (value: string | null): string => value ?? t('features.other');

/** What a feature is called that is of no column. */
export function ownName(id: string): string {
	const preference = preferenceOf(id);
	if (preference) return t(`preferences.name.${preference}`);
	if (isBehaviour(id)) return t(`features.name.${id}`);
	if (isHabit(id)) return t(`habits.name.${id}`);
	return isVisit(id) ? t(`visits.name.${id}`) : id;
}

/** What a feature is called: the header of its column, or its own name. */
export function featureName({ id, unit, attribute, share }: FeatureInfo): string {
	if (share) {
		const value = categoryValue(share.value);
		return share.of === 'category' ? t('preferences.share.category', { value }) : t('preferences.share.channel', { value });
	}
	if (!attribute) return ownName(id);
	const { name, value, missing } = attribute;
	if (missing) return t('features.named.missing', { name });
	if (value !== undefined) return t('features.named.category', { name, value: categoryValue(value) });
	if (unit === 'years') return t('features.named.years', { name });
	return unit === 'days' ? t('features.named.days', { name }) : name;
}

/** What the names that features hold beside their numbers are of, in their order. */
export const mostNames = (features: readonly FeatureInfo[]): string[] =>
	features.flatMap(({ most }) => (most ? [t(`preferences.most.${most}`)] : []));

/** What a feature is called where it stands for all values of its column, or for all shares of its kind. */
export function variableName(feature: FeatureInfo): string {
	const { id, unit, attribute, share } = feature;
	if (share) return t(`preferences.name.${preferenceOf(id)!}`);
	return attribute && unit === 'category' ? attribute.name : featureName(feature);
}

/** What a feature that follows from orders or visits is, in a sentence; nothing for one that the file has as it stands. */
export function featureAbout(id: string): string {
	if (isBehaviour(id)) return t(`features.about.${id}`);
	if (isHabit(id)) return t(`habits.about.${id}`);
	const preference = preferenceOf(id);
	if (preference) return t(`preferences.about.${preference}`);
	return isVisit(id) ? t(`visits.about.${id}`) : '';
}

/** Whether a feature says yes or no, so that its mean is a share. */
export const isEither = (unit: Unit): boolean => unit === 'boolean' || unit === 'category';

/**
 * A value of a feature, or the mean of several, as a person writes it. Beside others in a column, `largest` is the largest of them, which
 * sets the decimals of all.
 */
export function featureValue(unit: Unit, value: number, currency: string | null, largest?: number): string {
	if (Number.isNaN(value)) return '–';
	switch (unit) {
		case 'money':
			return money(value, currency, largest);
		case 'share':
		case 'boolean':
		case 'category':
			return percent(value, 0);
		case 'hour': {
			const minutes = Math.round(value * 60);
			return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
		}
		case 'number': {
			const size = Math.abs(value);
			return number(value, size < 1 ? 3 : size < 100 ? 1 : 0);
		}
		case 'minutes':
			return t('visits.minutes', {
				minutes: largest === undefined ? number(value, value < 10 ? 1 : 0) : fixed(value, largest < 10 ? 1 : 0)
			});
		case 'ratio':
			return number(value, Math.abs(value) < 10 ? 2 : 0);
		case 'years':
			return number(value, 0);
		case 'days':
		case 'orders':
		case 'items':
		case 'lines':
		case 'products':
		case 'count':
			if (largest !== undefined) return fixed(value, largest < 10 ? 1 : 0);
			return number(value, value < 10 ? 1 : 0);
		default:
			return unit satisfies never;
	}
}
