import { Problem } from './problem.js';

/** What every kernel exports. */
interface Exports {
	readonly memory: WebAssembly.Memory;
}

/** Bytes of memory up to which an instance is kept for the next that asks. */
const kept = 64 << 20;

/** An instance of a kernel, with a memory of its own. A view of it does not outlive the next growth. */
export class Bench<E extends Exports> {
	readonly kernel: E;

	constructor(module: WebAssembly.Module) {
		this.kernel = new WebAssembly.Instance(module).exports as unknown as E;
	}

	get memory(): ArrayBuffer {
		return this.kernel.memory.buffer as ArrayBuffer;
	}

	/** Memory for at least `bytes` bytes. */
	grow(bytes: number): void {
		const missing = bytes - this.memory.byteLength;
		if (missing > 0) this.kernel.memory.grow(Math.ceil(missing / 65_536));
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

/**
 * The instances of one kernel: it is compiled once, and an instance with what memory it has serves again when nobody holds it.
 * @throws Problem browserTooOld where WebAssembly has no SIMD
 */
export class Benches<E extends Exports> {
	readonly #bytes: Uint8Array<ArrayBuffer>;
	readonly #idle: Bench<E>[] = [];
	#module: WebAssembly.Module | undefined;

	constructor(bytes: Uint8Array<ArrayBuffer>) {
		this.#bytes = bytes;
	}

	take(): Bench<E> {
		return this.#idle.pop() ?? new Bench<E>((this.#module ??= this.#compile()));
	}

	/** Takes back what `take` gave; nobody may use it any more. */
	give(bench: Bench<E>): void {
		if (bench.memory.byteLength <= kept) this.#idle.push(bench);
	}

	#compile(): WebAssembly.Module {
		try {
			return new WebAssembly.Module(this.#bytes);
		} catch {
			throw new Problem('browserTooOld');
		}
	}
}
