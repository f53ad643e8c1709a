import type { DecimalMark } from './number.js';
import type { DateOrder } from './time.js';

/**
 * The distinct texts of a column as UTF-8: text i is `bytes` from `offsets[i]` to `offsets[i + 1]`. Text 0 is the empty one, in
 * every column; no other text is empty.
 */
export interface Texts {
	readonly count: number;
	readonly bytes: Uint8Array;
	/** count + 1 entries. */
	readonly offsets: Uint32Array;
}

/** Codes of a column, in as few bytes as its distinct texts need. */
export type TextCodes = Uint8Array | Uint16Array | Uint32Array;

/** A column as it is written in the file: one code per row into its distinct texts. Nothing is trimmed or guessed. */
export interface TextColumn {
	/** As the header writes it, trimmed; `#3` where the third column has no name. Names may repeat: columns go by position. */
	readonly name: string;
	readonly codes: TextCodes;
	readonly texts: Texts;
	/** How many rows hold each distinct text. */
	readonly counts: Uint32Array;
	/** True where the cells came typed (a workbook, JSON, Parquet): then numbers are plain (`-1234.5`) and times are ISO. */
	readonly typed: boolean;
}

/** Where a reader met something that is not a row of data, or a row that does not fit; rows of data count from 1. */
export interface ReadingNotes {
	/** Rows above the header, such as the title of a report. */
	readonly preamble: readonly (readonly string[])[];
	/** A row under the header that describes the columns, or null. */
	readonly description: readonly string[] | null;
	/** Rows of totals at the end of the file. */
	readonly totals: readonly (readonly string[])[];
	/** Rows without any text. */
	readonly blank: number;
	/** Rows with fewer cells than the header; what is missing counts as empty. */
	readonly short: { readonly count: number; readonly rows: readonly number[] };
	/** Rows with text beyond the last column: that text, by row. */
	readonly long: ReadonlyMap<number, readonly string[]>;
	/** Rows with a quotation mark that nothing closes, read as any other character. */
	readonly openQuotes: readonly number[];
}

/** A table as it stands in a file or on a sheet of one. */
export interface TextTable {
	/** The file, and the sheet where it has several: `orders.xlsx › Sheet2`. */
	readonly name: string;
	readonly rows: number;
	readonly columns: readonly TextColumn[];
	readonly notes: ReadingNotes;
}

/** How a column writes points in time. `serial`: days since 1899-12-30 (spreadsheets); `seconds`, `millis`, `micros`: since 1970 UTC. */
export type TimeStyle = 'date' | 'serial' | 'seconds' | 'millis' | 'micros';

/** What the cells of a column are, decided over all rows. */
export type ColumnType =
	| { readonly kind: 'empty' }
	| { readonly kind: 'text' }
	| { readonly kind: 'boolean' }
	| {
			readonly kind: 'number';
			readonly mark: DecimalMark;
			/** ISO 4217 codes of the currency signs met; more than one means that the column must not be added up. */
			readonly currencies: readonly string[];
			/** True where cells carry a percent sign: 12 % is the number 0.12. */
			readonly percent: boolean;
	  }
	| {
			readonly kind: 'time';
			readonly style: TimeStyle;
			readonly order: DateOrder;
			/** False where every date reads both as day-month and as month-day. */
			readonly certain: boolean;
	  };

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Text i of a column. */
export function textAt({ bytes, offsets }: Texts, i: number): string {
	const from = offsets[i]!;
	const to = offsets[i + 1]!;
	if (to - from > 24) return decoder.decode(bytes.subarray(from, to));
	let text = '';
	for (let at = from; at < to; at++) {
		const byte = bytes[at]!;
		if (byte >= 0x80) return decoder.decode(bytes.subarray(from, to));
		text += String.fromCharCode(byte);
	}
	return text;
}

/** Row i of a table, as it is written. */
export function rowAt(table: TextTable, i: number): string[] {
	return table.columns.map(({ codes, texts }) => textAt(texts, codes[i]!));
}
