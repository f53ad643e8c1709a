import type { Dictionary } from './orders.js';
import { identityUsed, type Codes } from './order-lines.js';
import type { Candidate } from './sources/recognise.js';
import { textAt, type TextColumn, type TextTable } from './table.js';

/** The column of a table under a header of the source it comes from. */
export const columnOf = (table: TextTable, { columns }: Candidate, header: string): TextColumn | null => {
	const at = columns.get(header);
	return at === undefined ? null : table.columns[at]!;
};

/**
 * 1 for each row that by the rules of its source is no purchase, such as a payment that failed (null where none is), and the columns that
 * say so of some.
 */
export function ruledOut(table: TextTable, origin: Candidate): { rows: Uint8Array | null; by: number[] } {
	let out: Uint8Array | null = null;
	const by: number[] = [];
	for (const { header, keep, drop } of origin.source.quirks.rows ?? []) {
		const column = columnOf(table, origin, header);
		if (!column) continue;
		const fails = Uint8Array.from({ length: column.texts.count }, (_, text) => {
			const cell = textAt(column.texts, text).trim();
			return cell !== '' && ((keep && !keep.test(cell)) || drop?.test(cell)) ? 1 : 0;
		});
		if (!fails.includes(1)) continue;
		by.push(table.columns.indexOf(column));
		out ??= new Uint8Array(table.rows);
		for (let row = 0; row < table.rows; row++) out[row]! |= fails[column.codes[row]!]!;
	}
	return { rows: out, by };
}

/** Milliseconds since midnight of each row, from a column such as `14:05:30` or `2:05 PM`; 0 where it cannot be read. */
export function timesOfDay({ codes, texts }: TextColumn): Float64Array {
	const values = Float64Array.from({ length: texts.count }, (_, text) => {
		const parts = /^\s*(\d{1,2}):(\d\d)(?::(\d\d))?\s*(?:([ap])\.?m\.?)?\s*$/i.exec(textAt(texts, text));
		if (!parts) return 0;
		const half = parts[4]?.toLowerCase();
		const hour = half ? (+parts[1]! % 12) + (half === 'p' ? 12 : 0) : +parts[1]!;
		return ((hour * 60 + +parts[2]!) * 60 + +(parts[3] ?? 0)) * 1000;
	});
	return Float64Array.from(codes, (code) => values[code]!);
}

/** One dictionary of a chain of identities: each row is named by the first of them that is filled. */
export function firstIdentity(chain: readonly Dictionary[], rows: number): Dictionary {
	if (chain.length === 1) return chain[0]!;
	const used = identityUsed(
		chain.map(({ codes }): Codes => codes),
		rows,
		-1
	);
	const values: string[] = [];
	const known = new Map<string, number>();
	const places = chain.map((dictionary) => new Int32Array(dictionary.values.length).fill(-1));
	const codes = Int32Array.from(used, (column, row) => {
		if (column < 0) return -1;
		const code = chain[column]!.codes[row]!;
		if (places[column]![code] === -1) {
			const value = chain[column]!.values[code]!;
			places[column]![code] = known.get(value) ?? values.push(value) - 1;
			known.set(value, places[column]![code]!);
		}
		return places[column]![code]!;
	});
	return { values, codes };
}
