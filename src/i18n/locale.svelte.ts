import { languages, type Language, type Values } from './define.js';
import * as format from './format.js';
import type { AllMessages, MessageId } from './messages.js';

const kept = 'tessera:language';
const known = (tag: string | null | undefined): Language | undefined => languages.find((l) => tag?.toLowerCase().startsWith(l));

function first(): Language {
	return known(localStorage.getItem(kept)) ?? navigator.languages.map(known).find((l) => l !== undefined) ?? 'en';
}

class Locale {
	#language = $state<Language>(first());
	get language(): Language {
		return this.#language;
	}
	/** Switches every text on the page at once and remembers the choice. */
	set language(language: Language) {
		this.#language = language;
		localStorage.setItem(kept, language);
	}
}

/** The reader's language: the browser's at first, then whatever the reader chose. */
export const locale = new Locale();

/** A message in the reader's language. */
export const t = <Id extends MessageId>(id: Id, ...values: Values<AllMessages[Id]>): string => format.write(locale.language, id, values[0]);

/** A message whose id is known only at run time. */
export const say = (id: MessageId, facts: Readonly<Record<string, string | number>> = {}): string =>
	format.write(locale.language, id, facts);

export const number = (value: number, digits = 0): string => format.formatNumber(locale.language, value, digits);
export const fixed = (value: number, digits: number): string => format.formatFixed(locale.language, value, digits);
export const percent = (share: number, digits = 0): string => format.formatPercent(locale.language, share, digits);
export const fixedPercent = (share: number, digits: number): string => format.formatFixedPercent(locale.language, share, digits);
export const money = (value: number, currency: string | null, largest?: number): string =>
	format.formatMoney(locale.language, value, currency, largest);
export const compact = (value: number): string => format.formatCompact(locale.language, value);
export const day = (days: number, style: 'short' | 'medium' = 'medium'): string => format.formatDay(locale.language, days, style);
