import type { MessageId } from './messages.js';
import { first } from './first.js';
import type { Language, Translations } from './define.js';

const locales: Record<Language, string> = { en: 'en-GB', vi: 'vi-VN', ms: 'ms-MY' };

/** BCP 47 tag whose conventions for numbers, dates and money a language follows. */
export const localeOf = (language: Language): string => locales[language];

const made = new Map<string, Intl.NumberFormat>();
function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
	const key = language + JSON.stringify(options);
	let format = made.get(key);
	if (!format) made.set(key, (format = new Intl.NumberFormat(locales[language], options)));
	return format;
}

const madeDays = new Map<string, Intl.DateTimeFormat>();
function dayFormat(language: Language, style: 'short' | 'medium'): Intl.DateTimeFormat {
	const key = language + style;
	let format = madeDays.get(key);
	if (!format) madeDays.set(key, (format = new Intl.DateTimeFormat(locales[language], { dateStyle: style, timeZone: 'UTC' })));
	return format;
}

/** Makes the formats that most views use: the first of each takes some milliseconds, better spent while the page waits. */
export function warmFormats(language: Language): void {
	for (const digits of [0, 1, 2, 3]) {
		formatNumber(language, 0, digits);
		formatFixed(language, 0, digits);
		formatPercent(language, 0, digits);
		formatFixedPercent(language, 0, digits);
	}
	formatCompact(language, 0);
	formatDay(language, 0);
}

/** A number in the reader's way of writing, with at most `digits` decimals. */
export const formatNumber = (language: Language, value: number, digits = 0): string =>
	numberFormat(language, { maximumFractionDigits: digits }).format(value);

/** A number with exactly `digits` decimals, to stand in a column with others. */
export const formatFixed = (language: Language, value: number, digits: number): string =>
	numberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative' }).format(value);

/** A share in [0, 1] as per cent, with at most `digits` decimals. */
export const formatPercent = (language: Language, share: number, digits = 0): string =>
	numberFormat(language, { style: 'percent', maximumFractionDigits: digits }).format(share);

/** A share in [0, 1] as per cent with exactly `digits` decimals, to stand in a column with others. */
export const formatFixedPercent = (language: Language, share: number, digits: number): string =>
	numberFormat(language, {
		style: 'percent',
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
		signDisplay: 'negative'
	}).format(share);

/**
 * An amount in `currency` (ISO 4217), or as a plain number where the file names none. Large amounts lose their cents; in a column with
 * others, `largest` is the largest of them, and all have cents or none has.
 */
export function formatMoney(language: Language, value: number, currency: string | null, largest?: number): string {
	const round = Math.abs(largest ?? value) >= 1000;
	const whole = round ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {};
	if (currency !== null)
		return numberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...whole }).format(value);
	return round || largest === undefined ? formatNumber(language, value, round ? 0 : 2) : formatFixed(language, value, 2);
}

/** Decimals that tell the numbers of a column apart: three where all are below 100, one below 1,000, and no more than they have. */
export function columnDigits(values: readonly number[]): number {
	const largest = values.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0);
	const most = largest < 100 ? 3 : largest < 1000 ? 1 : 0;
	const enough = (digits: number) =>
		values.every((value) => !Number.isFinite(value) || Number(value.toFixed(digits)) === Number(value.toFixed(most)));
	let digits = 0;
	while (digits < most && !enough(digits)) digits++;
	return digits;
}

/** A number written short, such as 1.2K, for axes. */
export const formatCompact = (language: Language, value: number): string =>
	numberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }).format(value);

/** A calendar day (days since 1970-01-01) in the reader's way of writing, its spaces non-breaking. */
export const formatDay = (language: Language, day: number, style: 'short' | 'medium' = 'medium'): string =>
	dayFormat(language, style)
		.format(day * 86_400_000)
		.replaceAll(' ', '\u00a0');

const held: Partial<Record<MessageId, Translations>> = { ...first };

/** Fetches the texts of the cells; nothing of a notebook may be written before. */
export async function loadTexts(): Promise<void> {
	Object.assign(held, (await import('./rest.js')).rest);
}

/** Writes message `id` in `language`; numbers among `values` are written in its locale, texts stand as they are. */
export function write(language: Language, id: MessageId, values: Readonly<Record<string, string | number>> = {}): string {
	const translations = held[id]!;
	const text = translations[language];
	const chosen = typeof text === 'string' ? text : text[values['n'] === 1 ? 'one' : 'other'];
	return chosen.replace(/\{(\w+)\}/g, (whole, name: string) => {
		const value = values[name];
		if (value === undefined) return whole;
		return typeof value === 'number' ? formatNumber(language, value, Math.abs(value) < 10 ? 2 : 0) : value;
	});
}
