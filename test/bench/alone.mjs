import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { browserArgs, browserPath } from '../../.ci/browser.mjs';

const page = '<!doctype html><title>A library alone</title><input type="file">';
/** What a worker imports from a library, and how it reads a file with it. */
const readers = {
	danfo: { bundle: 'danfojs/lib/bundle.esm.js', code: 'await library.readCSV(data)' },
	workbook: { bundle: '@e965/xlsx/xlsx.mjs', code: 'library.read(await data.arrayBuffer(), { dense: true })' }
};
const worker = (/** @type {string} */ code) => `import * as library from './library.js';
onmessage = async ({ data }) => {
	const start = performance.now();
	${code};
	postMessage((performance.now() - start) / 1000);
};
postMessage('ready');`;

/**
 * Seconds that a library alone takes to read a file, in a worker of the same browser: the published build of Danfo.js for CSV, or
 * SheetJS for workbooks.
 * @param {keyof typeof readers} library @param {string} path @returns {Promise<number>}
 */
export async function readAlone(library, path) {
	const { bundle, code } = readers[library];
	/** @type {Record<string, [string, string | Buffer]>} */
	const files = {
		'/': ['text/html', page],
		'/worker.js': ['text/javascript', worker(code)],
		'/library.js': ['text/javascript', readFileSync(new URL(`../../node_modules/${bundle}`, import.meta.url))]
	};
	const server = createServer((request, response) => {
		const [type, body] = files[request.url ?? ''] ?? ['text/plain', ''];
		response.writeHead(200, { 'content-type': type }).end(body);
	});
	await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
	const address = server.address();
	const executablePath = browserPath();
	const browser = await chromium.launch({ args: browserArgs, ...(executablePath ? { executablePath } : {}) });
	try {
		const tab = await browser.newPage();
		await tab.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
		await tab.setInputFiles('input', path);
		return await tab.evaluate(
			() =>
				new Promise((resolve, reject) => {
					const reader = new Worker('/worker.js', { type: 'module' });
					reader.onerror = (event) => reject(new Error(event.message));
					reader.onmessage = ({ data }) =>
						data === 'ready' ? reader.postMessage(document.querySelector('input')?.files?.[0]) : resolve(data);
				})
		);
	} finally {
		await browser.close();
		server.close();
	}
}
