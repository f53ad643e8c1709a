import { Room, type Fields } from './fields.js';
import type { TextCodes, TextColumn } from './table.js';

const encoder = new TextEncoder();
/** Texts of so many letters are kept with their codes, up to so many of a column: a sheet may name one of them in every row. */
const longText = 256;
const longKept = 1024;

/** Collects the columns of a table as codes into their distinct texts, rows at a time or one cell after the other. */
export class ColumnBuilders {
	readonly #fields: Fields;
	readonly #columns: Builder[];
	/** A text on its way into the kernel. */
	readonly #text: Room;

	constructor(fields: Fields, width: number, expectedRows: number) {
		this.#fields = fields;
		this.#text = new Room(fields, 1 << 10);
		this.#columns = Array.from({ length: width }, () => new Builder(fields.kernel.newColumn(), expectedRows));
	}

	/** Adds the first `n` rows of the records that were cut last. */
	addRows(n: number): void {
		const { kernel } = this.#fields;
		this.#columns.forEach((builder, j) => {
			kernel.codeFields(builder.column, j, n);
			builder.append(this.#fields.words(kernel.codesAt(), n), kernel.textCount(builder.column));
		});
	}

	/** Adds a cell to column j. */
	add(j: number, text: string): void {
		const { kernel } = this.#fields;
		const builder = this.#columns[j]!;
		if (text === '') return builder.skip();
		const known = text.length < longText ? undefined : builder.long.get(text);
		if (known !== undefined) {
			this.#fields.words(kernel.countsAt(builder.column) >>> 0, known + 1)[known]!++;
			return builder.append([known], kernel.textCount(builder.column));
		}
		this.#text.reserve(3 * text.length);
		const { at } = this.#text;
		const { written } = encoder.encodeInto(text, this.#fields.bytes.subarray(at, at + 3 * text.length));
		const code = kernel.codeOf(builder.column, at, at + written);
		builder.append([code], kernel.textCount(builder.column));
		if (text.length >= longText && builder.long.size < longKept) builder.long.set(text, code);
	}

	/** The columns; the builders are spent. `typed`: see TextColumn. */
	finish(names: readonly string[], typed: boolean): TextColumn[] {
		const { kernel, bytes } = this.#fields;
		return this.#columns.map(({ column, codes, skipped }, j) => {
			const count = kernel.textCount(column);
			const offsets = this.#fields.words(kernel.offsetsAt(column) >>> 0, count + 1).slice();
			const counts = this.#fields.words(kernel.countsAt(column) >>> 0, count).slice();
			counts[0]! += skipped;
			const from = kernel.bytesAt(column) >>> 0;
			return { name: names[j]!, typed, codes, counts, texts: { count, bytes: bytes.slice(from, from + offsets[count]!), offsets } };
		});
	}
}

/** Codes of one column, in as few bytes as its distinct texts need. */
class Builder {
	readonly column: number;
	#codes: TextCodes;
	#rows = 0;
	readonly long = new Map<string, number>();
	/** Rows of no text that the kernel has not seen. */
	skipped = 0;

	constructor(column: number, expectedRows: number) {
		this.column = column;
		this.#codes = new Uint8Array(Math.max(64, expectedRows));
	}

	append(codes: ArrayLike<number>, texts: number): void {
		const held = this.#codes;
		const wanted = texts <= 1 << 8 ? Uint8Array : texts <= 1 << 16 ? Uint16Array : Uint32Array;
		const rows = this.#rows + codes.length;
		const wider = held.BYTES_PER_ELEMENT < wanted.BYTES_PER_ELEMENT;
		if (wider || rows > held.length) this.#grow(wider ? wanted : (held.constructor as typeof wanted), rows);
		this.#codes.set(codes, this.#rows);
		this.#rows = rows;
	}

	/** Adds a row of text 0. */
	skip(): void {
		if (this.#rows === this.#codes.length) this.#grow(this.#codes.constructor as typeof Uint8Array, this.#rows + 1);
		this.#rows++;
		this.skipped++;
	}

	#grow(kind: typeof Uint8Array | typeof Uint16Array | typeof Uint32Array, rows: number): void {
		const held = this.#codes;
		this.#codes = new kind(rows > held.length ? Math.max(rows, Math.ceil(held.length * 1.5)) : held.length);
		this.#codes.set(held.subarray(0, this.#rows));
	}

	get codes(): TextCodes {
		const { length } = this.#codes;
		// The rows were estimated from the size of the file: what is left over is not worth a copy, unless it is much.
		return length > this.#rows * 1.25 + 1024 ? this.#codes.slice(0, this.#rows) : this.#codes.subarray(0, this.#rows);
	}
}
