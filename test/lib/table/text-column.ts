import type { TextColumn } from '../../../src/lib/table/table.js';
import { inferType, type Inferred, type TypeChoice } from '../../../src/lib/table/types.js';

/** A column with these cells, coded in the order in which texts first appear. */
export function textColumn(cells: readonly string[], name = 'x', typed = false): TextColumn {
	const codes = new Map([['', 0]]);
	for (const cell of cells) if (!codes.has(cell)) codes.set(cell, codes.size);
	const parts = [...codes.keys()].map((text) => new TextEncoder().encode(text));
	const offsets = new Uint32Array(parts.length + 1);
	parts.forEach((part, i) => (offsets[i + 1] = offsets[i]! + part.length));
	const bytes = new Uint8Array(offsets.at(-1)!);
	parts.forEach((part, i) => bytes.set(part, offsets[i]));
	const coded = Uint32Array.from(cells, (cell) => codes.get(cell)!);
	const counts = new Uint32Array(parts.length);
	for (const code of coded) counts[code]!++;
	return { name, typed, codes: coded, counts, texts: { count: parts.length, bytes, offsets } };
}

/** What is inferred about a column with these cells. */
export function inferred(cells: readonly string[], options: { name?: string; typed?: boolean; choice?: TypeChoice } = {}): Inferred {
	const column = textColumn(cells, options.name, options.typed);
	return inferType(column, options.choice);
}
