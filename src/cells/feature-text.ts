import type { FeatureId, Unit } from '../lib/features/customers.js';
import { money, number, percent, t } from '../i18n/locale.svelte.js';

export const featureName = (id: FeatureId): string => t(`features.name.${id}`);

/** A value of a feature as a person writes it. */
export function featureValue(unit: Unit, value: number, currency: string | null): string {
	if (Number.isNaN(value)) return '–';
	switch (unit) {
		case 'money':
			return money(value, currency);
		case 'share':
			return percent(value, 0);
		case 'hour': {
			const minutes = Math.round(value * 60);
			return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
		}
		case 'days':
		case 'orders':
		case 'items':
		case 'lines':
		case 'products':
			return number(value, value < 10 ? 1 : 0);
		default:
			return unit satisfies never;
	}
}
