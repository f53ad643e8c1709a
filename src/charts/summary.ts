import { getContext, setContext } from 'svelte';

const key = Symbol('summary');

/** A figure hands the chart inside it the words that a screen reader says for the picture. */
export const giveSummary = (read: () => string): void => void setContext(key, read);
export const takeSummary = (): (() => string) => getContext<(() => string) | undefined>(key) ?? (() => '');
