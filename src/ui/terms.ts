import type { glossary } from '../i18n/messages/glossary.js';

/** The terms of the trade that have a glossary entry: `glossary.<id>.term` and `glossary.<id>.definition`. */
export type TermId = keyof typeof glossary extends infer Id ? (Id extends `glossary.${infer Name}.term` ? Name : never) : never;
