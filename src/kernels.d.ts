/** The WebAssembly module that a kernel compiles to; see `.ci/kernels.mjs`. */
declare module '*?kernel' {
	const bytes: Uint8Array<ArrayBuffer>;
	export default bytes;
}
