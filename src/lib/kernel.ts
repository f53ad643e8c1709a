import { Problem } from './problem.js';

/** What every kernel exports. */
interface Exports {
	readonly memory: WebAssembly.Memory;
}

/** Bytes of memory up to which an instance is kept for the next that asks. */
const kept = 64 << 20;
const page = 65_536;

const modules = new WeakMap<Uint8Array, WebAssembly.Module>();

/**
 * A kernel, compiled once.
 * @throws Problem browserTooOld where WebAssembly has no SIMD
 */
export function compiled(bytes: Uint8Array<ArrayBuffer>): WebAssembly.Module {
	let module = modules.get(bytes);
	if (module) return module;
	try {
		module = new WebAssembly.Module(bytes);
	} catch {
		throw new Problem('browserTooOld');
	}
	modules.set(bytes, module);
	return module;
}

/** An instance of a kernel, with a memory of its own. A view of it does not outlive the next growth. */
export class Bench<E extends Exports> {
	readonly kernel: E;
	#end = 1024;

	/** @throws Problem browserTooOld where WebAssembly has no SIMD */
	constructor(bytes: Uint8Array<ArrayBuffer>) {
		this.kernel = new WebAssembly.Instance(compiled(bytes)).exports as unknown as E;
	}

	get memory(): ArrayBuffer {
		return this.kernel.memory.buffer as ArrayBuffer;
	}

	/** Memory for at least `bytes` bytes. */
	grow(bytes: number): void {
		const missing = bytes - this.memory.byteLength;
		if (missing > 0) this.kernel.memory.grow(Math.ceil(missing / page));
	}

	/** Address of `count` numbers of four bytes, a multiple of 16; all zero in an instance that is new. */
	take(count: number): number {
		const at = this.#end;
		this.#end += 16 * Math.ceil(count / 4);
		this.grow(this.#end);
		return at;
	}

	f32(at: number, length: number): Float32Array<ArrayBuffer> {
		return new Float32Array(this.memory, at >>> 0, length);
	}

	f64(at: number, length: number): Float64Array<ArrayBuffer> {
		return new Float64Array(this.memory, at >>> 0, length);
	}

	u32(at: number, length: number): Uint32Array<ArrayBuffer> {
		return new Uint32Array(this.memory, at >>> 0, length);
	}

	u16(at: number, length: number): Uint16Array<ArrayBuffer> {
		return new Uint16Array(this.memory, at >>> 0, length);
	}
}

/** The instances of one kernel: one with what memory it has serves again when nobody holds it. */
export class Benches<E extends Exports> {
	readonly #bytes: Uint8Array<ArrayBuffer>;
	readonly #idle: Bench<E>[] = [];

	constructor(bytes: Uint8Array<ArrayBuffer>) {
		this.#bytes = bytes;
	}

	/** @throws Problem browserTooOld where WebAssembly has no SIMD */
	take(): Bench<E> {
		return this.#idle.pop() ?? new Bench<E>(this.#bytes);
	}

	/** Takes back what `take` gave; nobody may use it any more. */
	give(bench: Bench<E>): void {
		if (bench.memory.byteLength <= kept) this.#idle.push(bench);
	}
}
