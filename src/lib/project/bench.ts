const page = 65_536;

/** What any kernel exports. */
interface Holder {
	readonly memory: WebAssembly.Memory;
}

const modules = new WeakMap<Uint8Array<ArrayBuffer>, WebAssembly.Module>();

/** A kernel with a memory of its own, which goes when nobody holds it any more. Counts are of four bytes each. */
export class Bench<Kernel extends Holder> {
	readonly kernel: Kernel;
	#end = 1024;

	/** @throws WebAssembly.CompileError where the browser has no SIMD */
	constructor(bytes: Uint8Array<ArrayBuffer>) {
		const module = modules.get(bytes) ?? new WebAssembly.Module(bytes);
		modules.set(bytes, module);
		this.kernel = new WebAssembly.Instance(module).exports as unknown as Kernel;
	}

	/** Address of `count` numbers, all zero; a multiple of 16. */
	take(count: number): number {
		const at = this.#end;
		this.#end += 16 * Math.ceil(count / 4);
		const { memory } = this.kernel;
		if (this.#end > memory.buffer.byteLength) memory.grow(Math.ceil((this.#end - memory.buffer.byteLength) / page));
		return at;
	}

	/** A view of `count` numbers; it does not outlive the next `take`. */
	floats(at: number, count: number): Float32Array<ArrayBuffer> {
		return new Float32Array(this.kernel.memory.buffer as ArrayBuffer, at, count);
	}

	counts(at: number, count: number): Uint32Array<ArrayBuffer> {
		return new Uint32Array(this.kernel.memory.buffer as ArrayBuffer, at, count);
	}

	shorts(at: number, count: number): Uint16Array<ArrayBuffer> {
		return new Uint16Array(this.kernel.memory.buffer as ArrayBuffer, at, count);
	}
}
