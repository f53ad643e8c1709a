import { say, t } from '../i18n/locale.svelte.js';
import type { MessageId } from '../i18n/messages.js';
import { isApart } from '../lib/features/customers.js';
import { distinct } from '../lib/segments/distinct.js';
import type { SegmentName, Trait } from '../lib/segments/segments.js';
import { featureName } from './feature-text.js';

/** Values that say little without the name of their column: codes, numbers, yes and no. */
const bare = /^(\P{L}*\p{L}?\P{L}*|yes|no|true|false|có|không|ya|tidak|none|other|unknown|khác|lain)$/iu;

function trait({ feature, level }: Trait): string {
	const side = level === 'high' || level === 'veryHigh' ? 'high' : 'low';
	const { id, unit, attribute } = feature;
	if (isApart(id)) return t(`segments.trait.number.${side}`, { name: lowered(featureName(feature)) });
	if (!attribute) return say(`segments.trait.${id}.${side}` as MessageId);
	const { name } = attribute;
	const own = attribute.value ?? '';
	return say(`segments.trait.${unit}.${side}` as MessageId, { name, value: bare.test(own) ? `${name} ${own}` : own });
}
/** A name within a sentence: its own capitals stay. */
const lowered = (text: string): string => text.charAt(0).toLocaleLowerCase() + text.slice(1);
const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** The name of a segment in the reader's language. */
export function segmentName(name: SegmentName): string {
	switch (name.kind) {
		case 'rfm':
			return t(`rfm.name.${name.id}`);
		case 'everyone':
			return t('segments.name.everyone');
		case 'outliers':
			return t('segments.name.outliers');
		case 'traits':
			if (name.traits.length === 0) return t('segments.name.plain', { n: name.index + 1 });
			return sentence(name.traits.map(trait).join(', '));
		default:
			return name satisfies never;
	}
}

/** The names of a whole segmentation; two that read alike are told apart by a number. */
export const segmentNames = (names: readonly SegmentName[]): string[] => distinct(names.map(segmentName));
