import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import asc from 'assemblyscript/asc';
import { root } from './install.mjs';

const query = '?kernel';

/**
 * Compiles `x.kernel.ts`, AssemblyScript, where it is imported as `./x.kernel.ts?kernel`: the default export is the WebAssembly module as
 * bytes. Kernels keep their own account of memory: there is no garbage collector in them, and they import nothing but other kernels' code.
 * @returns {import('vite').Plugin}
 */
export function kernels() {
	return {
		name: 'tessera:kernels',
		enforce: 'pre',
		async load(id) {
			if (!id.endsWith(query)) return null;
			const file = id.slice(0, -query.length);
			const { bytes, files } = await compile(file);
			for (const read of files) this.addWatchFile(read);
			const text = Buffer.from(bytes).toString('base64');
			return `export default Uint8Array.from(atob('${text}'), (c) => c.charCodeAt(0));`;
		}
	};
}

/**
 * @param {string} file Path of an AssemblyScript source.
 * @returns {Promise<{ bytes: Uint8Array, files: string[] }>} the module, and the sources it was made of
 */
async function compile(file) {
	const name = relative(root, file).replaceAll('\\', '/');
	/** @type {Uint8Array | undefined} */
	let bytes;
	/** @type {string[]} */
	const files = [];
	const options = ['--runtime', 'stub', '--enable', 'simd', '--optimizeLevel', '3', '--shrinkLevel', '0', '--converge', '--noAssert'];
	const { error, stderr } = await asc.main([name, '--outFile', 'out.wasm', ...options, '--use', 'abort='], {
		readFile: (path) => {
			const at = join(root, path);
			if (!existsSync(at)) return null;
			files.push(at);
			return readFileSync(at, 'utf8');
		},
		writeFile: (path, contents) => {
			if (path === 'out.wasm' && typeof contents !== 'string') bytes = contents;
		},
		listFiles: () => []
	});
	if (error || !bytes) throw new Error(`${file}: ${stderr.toString() || error?.message}`);
	return { bytes, files };
}
