import type { Dictionary } from './orders.js';

/** What exports write where there is nothing. */
const missing = new Set(['', 'NA', 'N/A', 'NaN', 'nan', 'NULL', 'null', 'None', '#N/A', '-']);

/** Collects a text column as codes into its distinct values; empty cells become −1. Values are trimmed. */
export class DictionaryBuilder {
	readonly #values: string[] = [];
	#rows: Int32Array<ArrayBuffer>;
	#count = 0;
	#last = '';
	#lastCode = -1;
	/** Codes + 1 by hash, 0 where free. A Map would hash each cell by a call into the engine, which costs several times as much. */
	#slots = new Int32Array(1024);

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
		const slot = this.#slot(cell);
		if (this.#slots[slot] !== 0) return this.#slots[slot]! - 1;
		const text = cell.trim();
		if (text.length < cell.length) return this.#code(text);
		if (missing.has(text)) return -1;
		// A slice of a chunk would keep the whole chunk in memory: this copy does not.
		this.#values.push(decoder.decode(encoder.encode(text)));
		this.#slots[slot] = this.#values.length;
		if (this.#values.length * 2 > this.#slots.length) this.#rehash();
		return this.#values.length - 1;
	}

	/** The slot that holds `text`, or the free one where it belongs. */
	#slot(text: string): number {
		const mask = this.#slots.length - 1;
		let hash = text.length;
		for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
		let slot = (hash ^ (hash >>> 15)) & mask;
		for (let held = this.#slots[slot]!; held !== 0 && this.#values[held - 1] !== text; held = this.#slots[slot]!) slot = (slot + 1) & mask;
		return slot;
	}

	#rehash(): void {
		this.#slots = new Int32Array(this.#slots.length * 2);
		this.#values.forEach((text, code) => (this.#slots[this.#slot(text)] = code + 1));
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
