import { grown } from './dictionary.js';

const bits = new DataView(new ArrayBuffer(8));

/**
 * Tells rows that repeat an earlier row in every cell, by 53 bits of hash each: among a million rows the chance that two
 * different ones are taken for the same is below one in ten thousand.
 */
export class RowHashes {
	#hashes: Float64Array<ArrayBuffer>;
	#count = 0;
	#a = 0;
	#b = 0;

	constructor(expectedRows: number) {
		this.#hashes = new Float64Array(Math.max(16, expectedRows));
	}

	start(): void {
		this.#a = 0x811c9dc5;
		this.#b = 0x9e3779b9;
	}

	#mix(word: number): void {
		this.#a = Math.imul(this.#a ^ word, 0x01000193);
		this.#b = Math.imul((this.#b << 5) ^ (this.#b >>> 27) ^ word, 0x85ebca6b);
	}

	number(value: number): void {
		if ((value | 0) === value) {
			this.#mix(value);
			return;
		}
		bits.setFloat64(0, value);
		this.#mix(bits.getInt32(0));
		this.#mix(bits.getInt32(4));
	}

	text(value: string): void {
		let a = this.#a;
		let b = this.#b;
		for (let i = 0; i < value.length; i++) {
			const code = value.charCodeAt(i);
			a = Math.imul(a ^ code, 0x01000193);
			b = Math.imul((b << 5) ^ (b >>> 27) ^ code, 0x85ebca6b);
		}
		this.#a = a;
		this.#b = b;
		this.#mix(value.length);
	}

	end(): void {
		if (this.#count === this.#hashes.length) this.#hashes = grown(this.#hashes);
		this.#a ^= this.#a >>> 15;
		this.#b ^= this.#b >>> 13;
		this.#hashes[this.#count++] = (this.#a >>> 0) * 2097152 + (this.#b >>> 11);
	}

	/** 1 for each row that repeats an earlier one. */
	repeated(): Uint8Array {
		const out = new Uint8Array(this.#count);
		let size = 16;
		while (size < this.#count * 2) size *= 2;
		const slots = new Float64Array(size).fill(-1);
		for (let row = 0; row < this.#count; row++) {
			const hash = this.#hashes[row]!;
			let slot = hash % size;
			while (slots[slot] !== -1 && slots[slot] !== hash) slot = slot + 1 === size ? 0 : slot + 1;
			if (slots[slot] === hash) out[row] = 1;
			else slots[slot] = hash;
		}
		return out;
	}
}
