import { Problem } from '../problem.js';

const compiled = new Map<Uint8Array, WebAssembly.Module>();

/**
 * A kernel with memory of its own, from the bytes that `./x.kernel.ts?kernel` is.
 * @throws Problem browserTooOld where WebAssembly has no SIMD
 */
export function kernelOf<Kernel>(bytes: Uint8Array<ArrayBuffer>): Kernel {
	return new WebAssembly.Instance(moduleOf(bytes)).exports as Kernel;
}

function moduleOf(bytes: Uint8Array<ArrayBuffer>): WebAssembly.Module {
	let module = compiled.get(bytes);
	if (!module) {
		try {
			module = new WebAssembly.Module(bytes);
		} catch {
			throw new Problem('browserTooOld');
		}
		compiled.set(bytes, module);
	}
	return module;
}
