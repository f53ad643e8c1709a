import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import asc from 'assemblyscript/asc';

const query = '?kernel';

/**
 * Compiles `x.kernel.ts`, AssemblyScript, where it is imported as `./x.kernel.ts?kernel`: the default export is the WebAssembly module as
 * bytes. Kernels keep their own account of memory: there is no garbage collector in them, and they import nothing.
 * @returns {import('vite').Plugin}
 */
export function kernels() {
	return {
		name: 'tessera:kernels',
		enforce: 'pre',
		async load(id) {
			if (!id.endsWith(query)) return null;
			const file = id.slice(0, -query.length);
			this.addWatchFile(file);
			const bytes = await compile(file);
			const text = Buffer.from(bytes).toString('base64');
			return `export default Uint8Array.from(atob('${text}'), (c) => c.charCodeAt(0));`;
		}
	};
}

/**
 * @param {string} file Path of an AssemblyScript source.
 * @returns {Promise<Uint8Array>}
 */
async function compile(file) {
	const name = basename(file);
	/** @type {Uint8Array | undefined} */
	let bytes;
	const options = ['--runtime', 'stub', '--enable', 'simd', '--optimizeLevel', '3', '--shrinkLevel', '0', '--converge', '--noAssert'];
	const { error, stderr } = await asc.main([name, '--outFile', 'out.wasm', ...options, '--use', 'abort='], {
		readFile: (path) => (path === name ? readFileSync(file, 'utf8') : null),
		writeFile: (path, contents) => {
			if (path === 'out.wasm' && typeof contents !== 'string') bytes = contents;
		},
		listFiles: () => []
	});
	if (error || !bytes) throw new Error(`${file}: ${stderr.toString() || error?.message}`);
	return bytes;
}
