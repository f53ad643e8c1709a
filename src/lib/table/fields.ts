import { kernelOf } from './kernel.js';
import module from './fields.kernel.ts?kernel';

interface Kernel {
	readonly memory: WebAssembly.Memory;
	allocate(bytes: number): number;
	release(block: number, bytes: number): void;
	cut(at: number, end: number, delimiter: number, last: boolean, most: number, longestQuotation: number): number;
	fieldsAt(): number;
	firstAt(): number;
	rowsAt(): number;
	codesAt(): number;
	recordCount(): number;
	openAt(): number;
	openCount(): number;
	sift(from: number, width: number): number;
	blankCount(): number;
	oddCount(): number;
	newColumn(): number;
	textCount(column: number): number;
	bytesAt(column: number): number;
	offsetsAt(column: number): number;
	countsAt(column: number): number;
	codeOf(column: number, from: number, to: number): number;
	codeFields(column: number, j: number, n: number): void;
}

/** Bytes a quotation may run on before its opening mark is taken for an ordinary character. */
const longestQuotation = 1 << 20;

export interface Cutting {
	/** The byte between fields. Of spaces any run counts as one, and those at either end of a line as none. */
	readonly delimiter: number;
	/** Whether the text ends where these bytes end. */
	readonly last: boolean;
	/** Records to stop after. */
	readonly most?: number;
}

/** Bytes cut into records and fields: numbers are addresses in `memory`, which any call may replace by a larger one. */
export interface Records {
	readonly count: number;
	/** Record r has the fields `first[r]` to `first[r + 1]`; field f is from address `bounds[2f]` to `bounds[2f + 1]`. */
	readonly first: Uint32Array;
	readonly bounds: Uint32Array;
	/** Where the first record begins that the bytes do not finish. */
	readonly end: number;
}

/** Records as rows; good until they are coded. */
export interface Sifted {
	readonly rows: number;
	/** Row i has the fields `spans[2i]` to `spans[2i + 1]`. */
	readonly spans: Uint32Array;
	/** Records of several fields without any text. */
	readonly blank: number;
	/** Rows that have not the width of the table, or a quotation that was never closed: twice their place, and one more for the latter. */
	readonly odd: Uint32Array;
}

/**
 * The memory of the kernel that cuts text into fields and codes them, for one file: it grows and is given back only as a whole.
 * @throws Problem browserTooOld where WebAssembly has no SIMD; WebAssembly.RuntimeError where the memory of 4 GiB is full
 */
export class Fields {
	readonly kernel: Kernel;
	#bytes = new Uint8Array();

	constructor() {
		this.kernel = kernelOf<Kernel>(module);
	}

	/** All of memory as bytes; good until the next call that may grow it. */
	get bytes(): Uint8Array<ArrayBuffer> {
		if (this.#bytes.buffer !== this.kernel.memory.buffer) this.#bytes = new Uint8Array(this.kernel.memory.buffer);
		return this.#bytes as Uint8Array<ArrayBuffer>;
	}

	/** `length` whole numbers from an address on; good until the next call that may grow the memory. */
	words(at: number, length: number): Uint32Array<ArrayBuffer> {
		return new Uint32Array(this.kernel.memory.buffer as ArrayBuffer, at, length);
	}

	/** Cuts the UTF-8 bytes from one address to another. Fields with quotation marks inside are put straight within them. */
	cut(at: number, to: number, { delimiter, last, most = 0xffff_ffff }: Cutting): Records {
		const { kernel } = this;
		const end = kernel.cut(at, to, delimiter, last, most, longestQuotation) >>> 0;
		const count = kernel.recordCount();
		const first = this.words(kernel.firstAt(), count + 1);
		const bounds = this.words(kernel.fieldsAt(), 2 * first[count]!);
		return { count, first, bounds, end };
	}

	/** Tells the records from number `from` on that hold any text, which become rows of `width` cells, from those that hold none. */
	sift(from: number, width: number): Sifted {
		const { kernel } = this;
		const rows = kernel.sift(from, width);
		return {
			rows,
			spans: this.words(kernel.rowsAt(), 2 * rows),
			blank: kernel.blankCount(),
			odd: this.words(kernel.codesAt(), kernel.oddCount())
		};
	}
}

/** A piece of a kernel's memory that grows when more is asked for. */
export class Room {
	readonly #fields: Fields;
	#size = 0;
	at = 0;

	constructor(fields: Fields, bytes: number) {
		this.#fields = fields;
		this.reserve(bytes);
	}

	/** Makes room for `bytes` bytes; the first `kept` stay what they are. */
	reserve(bytes: number, kept = 0): void {
		if (bytes <= this.#size) return;
		const { kernel } = this.#fields;
		const size = Math.max(bytes, 2 * this.#size);
		const at = kernel.allocate(size) >>> 0;
		this.#fields.bytes.copyWithin(at, this.at, this.at + kept);
		if (this.#size > 0) kernel.release(this.at, this.#size);
		this.#size = size;
		this.at = at;
	}
}
