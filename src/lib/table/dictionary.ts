import type { Dictionary } from './orders.js';

/** What exports write where there is nothing. */
const missing = new Set(['', 'NA', 'N/A', 'NaN', 'nan', 'NULL', 'null', 'None', '#N/A', '-']);

/** Collects a text column as codes into its distinct values; empty cells become −1. Values are trimmed. */
export class DictionaryBuilder {
	readonly #codes = new Map<string, number>();
	readonly #values: string[] = [];
	#rows: Int32Array<ArrayBuffer>;
	#count = 0;
	#last = '';
	#lastCode = -1;

	constructor(expectedRows: number) {
		this.#rows = new Int32Array(Math.max(16, expectedRows));
	}

	add(cell: string): number {
		if (this.#count === this.#rows.length) this.#rows = grown(this.#rows);
		// Neighbouring rows of an order log mostly repeat each other.
		if (cell !== this.#last) {
			this.#last = cell;
			this.#lastCode = this.#code(cell);
		}
		return (this.#rows[this.#count++] = this.#lastCode);
	}

	#code(cell: string): number {
		const known = this.#codes.get(cell);
		if (known !== undefined) return known;
		const text = cell.trim();
		if (missing.has(text)) return -1;
		let code = this.#codes.get(text);
		if (code === undefined) {
			code = this.#values.length;
			// A slice of a chunk would keep the whole chunk in memory: this copy does not.
			const own = decoder.decode(encoder.encode(text));
			this.#values.push(own);
			this.#codes.set(own, code);
		}
		return code;
	}

	get count(): number {
		return this.#count;
	}

	finish(): Dictionary {
		return { codes: this.#rows.slice(0, this.#count), values: this.#values };
	}
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The same numbers with room for twice as many. */
export function grown<A extends Int32Array | Float64Array | Uint8Array>(array: A): A {
	const next = new (array.constructor as new (length: number) => A)(array.length * 2);
	next.set(array);
	return next;
}
