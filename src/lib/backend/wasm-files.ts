import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';

// A worker started from a blob has no address of its own that a relative one could stand on.
const whole = (path: string): string => new URL(path, import.meta.url).href;

/** Addresses of the WASM backend's files within the site. */
export const wasmFiles = {
	'tfjs-backend-wasm.wasm': whole(plain),
	'tfjs-backend-wasm-simd.wasm': whole(simd),
	'tfjs-backend-wasm-threaded-simd.wasm': whole(threaded)
};
