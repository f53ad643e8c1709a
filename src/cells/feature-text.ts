import type { FeatureId, Unit } from '../lib/features/customers.js';
import { fixed, money, number, percent, t } from '../i18n/locale.svelte.js';

export const featureName = (id: FeatureId): string => t(`features.name.${id}`);

/** A value of a feature as a person writes it. Beside others in a column, `largest` is the largest of them, which sets the decimals of all. */
export function featureValue(unit: Unit, value: number, currency: string | null, largest?: number): string {
	if (Number.isNaN(value)) return '–';
	switch (unit) {
		case 'money':
			return money(value, currency, largest);
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
			if (largest !== undefined) return fixed(value, largest < 10 ? 1 : 0);
			return number(value, value < 10 ? 1 : 0);
		default:
			return unit satisfies never;
	}
}
