import type { TextColumn } from './table.js';

const encoder = new TextEncoder();
let scratch = new Uint8Array(1 << 10);

/** Collects a column, one cell at a time, as codes into its distinct texts. */
export class ColumnBuilder {
	#codes: Uint32Array<ArrayBuffer>;
	#rows = 0;
	#bytes = new Uint8Array(1 << 12);
	#offsets = new Uint32Array(1 << 8);
	#hashes = new Uint32Array(1 << 8);
	/** Codes by hash, 0 where free: code 0, the empty text, is found without. */
	#slots = new Uint32Array(1 << 9);
	#count = 1;
	#last = 0;

	constructor(expectedRows: number) {
		this.#codes = new Uint32Array(Math.max(64, expectedRows));
	}

	get rows(): number {
		return this.#rows;
	}

	/** Adds a cell for each of the fields `fields[k] + shift`, `k` < n, of a buffer; a field at or beyond `limits[k]` is empty. */
	addFields(buffer: Uint8Array, from: Int32Array, to: Int32Array, fields: Int32Array, limits: Int32Array, n: number, shift: number): void {
		while (this.#rows + n > this.#codes.length) this.#grow();
		const codes = this.#codes;
		const rows = this.#rows;
		for (let k = 0; k < n; k++) {
			const field = fields[k]! + shift;
			codes[rows + k] = field < limits[k]! ? this.#code(buffer, from[field]!, to[field]!) : 0;
		}
		this.#rows += n;
	}

	/** Adds a cell from text. */
	add(text: string): void {
		if (this.#rows === this.#codes.length) this.#grow();
		if (text.length * 3 > scratch.length) scratch = new Uint8Array(text.length * 6);
		this.#codes[this.#rows++] = this.#code(scratch, 0, encoder.encodeInto(text, scratch).written);
	}

	#code(source: Uint8Array, from: number, to: number): number {
		const length = to - from;
		if (length === 0) return 0;
		// Neighbouring rows of an order log mostly repeat each other.
		if (this.#same(this.#last, source, from, length)) return this.#last;
		let hash = length;
		let i = from;
		for (; i + 3 < to; i += 4) {
			const word = source[i]! | (source[i + 1]! << 8) | (source[i + 2]! << 16) | (source[i + 3]! << 24);
			hash = Math.imul(hash ^ word, 0x9e3779b1);
			hash ^= hash >>> 15;
		}
		for (; i < to; i++) hash = Math.imul(hash ^ source[i]!, 0x01000193);
		hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
		hash = (hash ^ (hash >>> 13)) >>> 0;
		const mask = this.#slots.length - 1;
		for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
			const code = this.#slots[slot]!;
			if (code === 0) return (this.#last = this.#enter(source, from, to, hash, slot));
			if (this.#hashes[code] === hash && this.#same(code, source, from, length)) return (this.#last = code);
		}
	}

	#same(code: number, source: Uint8Array, from: number, length: number): boolean {
		let at = this.#offsets[code]!;
		const end = this.#offsets[code + 1]!;
		if (end - at !== length) return false;
		const bytes = this.#bytes;
		for (let i = from; at < end; i++, at++) if (bytes[at] !== source[i]) return false;
		return true;
	}

	#enter(source: Uint8Array, from: number, to: number, hash: number, slot: number): number {
		const code = this.#count++;
		const start = this.#offsets[code]!;
		const end = start + (to - from);
		if (code + 1 >= this.#offsets.length) {
			this.#offsets = grown(this.#offsets, code + 2);
			this.#hashes = grown(this.#hashes, code + 2);
		}
		if (end > this.#bytes.length) this.#bytes = grown(this.#bytes, end);
		for (let i = from, at = start; i < to; i++, at++) this.#bytes[at] = source[i]!;
		this.#offsets[code + 1] = end;
		this.#hashes[code] = hash;
		this.#slots[slot] = code;
		if (this.#count * 2 > this.#slots.length) this.#rehash();
		return code;
	}

	#rehash(): void {
		const slots = new Uint32Array(this.#slots.length * 4);
		const mask = slots.length - 1;
		for (let code = 1; code < this.#count; code++) {
			let slot = this.#hashes[code]! & mask;
			while (slots[slot] !== 0) slot = (slot + 1) & mask;
			slots[slot] = code;
		}
		this.#slots = slots;
	}

	#grow(): void {
		this.#codes = grown(this.#codes, Math.ceil(this.#codes.length * 1.5));
	}

	/** The column; the builder is spent. `typed`: see TextColumn. */
	finish(name: string, typed: boolean): TextColumn {
		const texts = {
			count: this.#count,
			bytes: this.#bytes.slice(0, this.#offsets[this.#count]),
			offsets: this.#offsets.slice(0, this.#count + 1)
		};
		// The rows were estimated from the size of the file: what is left over is not worth a copy, unless it is much.
		const codes = this.#codes.length > this.#rows * 1.25 + 1024 ? this.#codes.slice(0, this.#rows) : this.#codes.subarray(0, this.#rows);
		return { name, typed, codes, texts };
	}
}

function grown<A extends Uint8Array | Uint32Array>(array: A, least: number): A {
	const next = new (array.constructor as new (length: number) => A)(Math.max(least, array.length * 2));
	next.set(array);
	return next;
}
