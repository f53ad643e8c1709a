export const languages = ['en', 'vi', 'ms'] as const;
export type Language = (typeof languages)[number];

/** A text, or in English two of them where the number `{n}` decides between one and many. */
export type Text = string | { readonly one: string; readonly other: string };
export interface Translations {
	readonly en: Text;
	readonly vi: string;
	readonly ms: string;
}

/** Declares messages: each in all three languages, with the same `{placeholders}` in each. */
export function messages<const M extends Record<string, Translations>>(group: M): M {
	return group;
}

type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type TextNames<T extends Text> = T extends string ? Names<T> : T extends { other: infer O extends string } ? Names<O> | 'n' : never;
/** The placeholders of a message, each a number (written in the reader's locale) or a text. */
export type Values<T extends Translations> = [TextNames<T['en']>] extends [never]
	? []
	: [values: Record<TextNames<T['en']>, string | number>];
