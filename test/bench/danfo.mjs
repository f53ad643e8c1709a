import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { browserArgs, browserPath } from '../../.ci/browser.mjs';

const bundle = fileURLToPath(new URL('../../node_modules/danfojs/lib/bundle.esm.js', import.meta.url));
const page = '<!doctype html><title>Danfo.js</title><input type="file">';
const worker = `import { readCSV } from './danfo.js';
onmessage = async ({ data }) => {
	const start = performance.now();
	const frame = await readCSV(data);
	postMessage({ seconds: (performance.now() - start) / 1000, rows: frame.shape[0] });
};
postMessage('ready');`;

/**
 * Seconds that the published build of Danfo.js takes to read a CSV file, in a worker of the same browser.
 * @param {string} path @returns {Promise<{ seconds: number, rows: number }>}
 */
export async function readWithDanfo(path) {
	/** @type {Record<string, [string, string | Buffer]>} */
	const files = {
		'/': ['text/html', page],
		'/worker.js': ['text/javascript', worker],
		'/danfo.js': ['text/javascript', readFileSync(bundle)]
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
