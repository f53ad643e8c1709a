import * as v from 'valibot';
import type { LearnedFeature } from '../lib/embed/as-learned.js';
import { hash } from '../lib/hash.js';
import { Problem } from '../lib/problem.js';

/** What a cell has learned and goes by from then on, as `writeKept` writes it; null: it learns from the customers it gets. */
export const keptParams = { kept: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(32_000_000))), null) };

/** On whom a cell has learned what it keeps. */
export interface LearnedFrom {
	readonly customers: number;
	/** The day they were looked at: days since 1970-01-01; null where nothing is dated. */
	readonly day: number | null;
	/** By the id of the feature. */
	readonly features: Readonly<Record<string, LearnedFeature>>;
}

const arrays = { Float64Array, Float32Array, Uint16Array } as const;
/** Bytes that become characters at once. */
const piece = 8192;

/** Plain data with arrays of numbers as text: JSON in which these are their bytes in base64, after what it is `of` and its hash. */
export function writeKept(of: string, value: unknown): string {
	const body = JSON.stringify(value, (_, inner: unknown) => {
		if (!ArrayBuffer.isView(inner)) return inner;
		const bytes = new Uint8Array(inner.buffer, inner.byteOffset, inner.byteLength);
		let characters = '';
		for (let from = 0; from < bytes.length; from += piece) characters += String.fromCharCode(...bytes.subarray(from, from + piece));
		return { array: inner.constructor.name, bytes: btoa(characters) };
	});
	return `${of} ${hash(body)} ${body}`;
}

/**
 * Reads what `writeKept` wrote of the same.
 * @throws Problem keptBroken: another version wrote it, or a character has changed
 */
export function readKept(of: string, text: string): unknown {
	const [own, sum] = text.split(' ', 2);
	const body = text.slice(`${own} ${sum} `.length);
	if (own !== of || sum !== hash(body)) throw new Problem('keptBroken', {});
	return JSON.parse(body, (_, inner: unknown) => {
		if (inner === null || typeof inner !== 'object' || !('array' in inner && 'bytes' in inner)) return inner;
		const bytes = Uint8Array.from(atob(String(inner.bytes)), (character) => character.charCodeAt(0));
		return new arrays[inner.array as keyof typeof arrays](bytes.buffer);
	});
}
