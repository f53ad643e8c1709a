import { hash } from '../lib/hash.js';

/** A result's name: the same code, choices, seed and inputs give the same key on every machine. */
export function resultKey(type: string, version: number, params: unknown, seed: number, inputs: Readonly<Record<string, string>>): string {
	return hash(JSON.stringify(ordered([type, version, params, seed, inputs])));
}

function ordered(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(ordered);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([name, inner]) => [name, ordered(inner)])
	);
}
