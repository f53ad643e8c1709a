import { day, number, percent, t } from '../../i18n/locale.svelte.js';
import type { Scores, Target } from '../../lib/predict/scores.js';

/** A value of a column as a person reads it. */
const valueText = (value: string | number | boolean): string => (typeof value === 'boolean' ? t('predict.yes') : String(value));

/** What a target is called in a list of them. */
export const targetName = (target: Target): string =>
	target.kind === 'column'
		? t('predict.target.column', { name: target.name, value: valueText(target.positive) })
		: t(`predict.target.${target.kind}`);

/** What somebody does to whom a score speaks, as the end of a sentence. */
export const happens = (target: Target, horizonDays: number | null): string =>
	target.kind === 'column'
		? t('predict.what.column', { name: target.name, value: valueText(target.positive) })
		: t(`predict.what.${target.kind}`, { h: horizonDays ?? 0 });

/** What a score says of itself wherever it goes: target, horizon, day, model, base rate and AUC. */
export function scoreSource({ target, horizonDays, asOfDay, model, baseRate, auc }: Omit<Scores, 'values'>): string {
	const facts = { model: t(`predict.model.${model}`).toLocaleLowerCase(), rate: percent(baseRate), auc: number(auc, 2) };
	if (target.kind === 'column') return t('map.about.score.other', { target: targetName(target), ...facts });
	if (target.kind !== 'purchase') return t('map.about.score.ahead', { what: happens(target, horizonDays), day: day(asOfDay!), ...facts });
	return t('map.about.score', { h: horizonDays!, day: day(asOfDay!), ...facts });
}
