import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { browserArgs, browserPath } from '../../.ci/browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const anyFile = 'input[type=file]';
/** @type {[type: string, inputs: Record<string, string>][]} */
const cells = [
	['data', {}],
	['prepare', { table: 'data' }],
	['features', { table: 'prepare' }],
	['rfm', { customers: 'features' }],
	['embed', { customers: 'features' }],
	['segments', { customers: 'features', points: 'embed' }],
	['map', { points: 'embed', segments: 'segments', customers: 'features' }],
	['profile', { customers: 'features', segments: 'segments' }],
	['predict', { customers: 'features' }],
	['export', { customers: 'features', rfm: 'rfm', segments: 'segments', scores: 'predict' }]
];
/** A saved notebook without a file: the first notebook, with as many training steps as the peer takes. @param {number} steps */
const notebook = (steps) => ({
	name: 'bench.tessera.json',
	mimeType: 'application/json',
	buffer: Buffer.from(
		JSON.stringify({
			format: 'tessera',
			version: 1,
			title: '',
			seed: 1,
			cells: cells.map(([type, inputs]) => ({ id: type, type, params: type === 'embed' ? { steps } : {}, inputs }))
		})
	)
});
const done = (/** @type {string} */ cell) => `section[data-cell="${cell}"][data-status="done"]`;

/**
 * What one run of the app took.
 * @typedef {object} Measured
 * @property {Record<string, number>} seconds by type of cell
 * @property {number} whole seconds from handing over the file to the last cell
 * @property {number} longestTask ms that the page's thread was held at most, 0 where never for 50 ms
 * @property {number | null} peak MB that the largest renderer process held at most; null where the system does not tell
 */

/**
 * Serves the built site and hands out a way to run a file through it in a fresh Chromium, up to the cell `last`.
 * The training takes `steps` steps.
 * @param {number} steps
 * @returns {Promise<{ measure(path: string, last: string): Promise<Measured>, stop(path: string, after: number): Promise<number>, close(): Promise<void> }>}
 */
export async function openApp(steps) {
	if (!existsSync(`${root}dist/index.html`)) throw new Error('There is no built site in dist: run npm run build first.');
	const server = await preview({ root, preview: { host: '127.0.0.1' }, logLevel: 'error' });
	const address = server.resolvedUrls?.local[0] ?? '';
	return {
		measure: (path, last) => measure(address, notebook(steps), path, last),
		stop: (path, after) => stop(address, path, after),
		close: () => server.close()
	};
}

/** @param {string} address @param {ReturnType<typeof notebook>} saved @param {string} path @param {string} last @returns {Promise<Measured>} */
async function measure(address, saved, path, last) {
	const executablePath = browserPath();
	const browser = await chromium.launch({ args: browserArgs, ...(executablePath ? { executablePath } : {}) });
	try {
		const page = await browser.newPage();
		await page.addInitScript(() => {
			/** @type {PerformanceEntry[]} */
			const longTasks = [];
			new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });
			Object.assign(window, { longTasks });
		});
		await page.goto(address, { waitUntil: 'networkidle' });
		await page.setInputFiles(anyFile, saved);
		// The notebook asks for its file: the worker has answered, so it is there and its code is loaded.
		await page.waitForSelector('section[data-cell="data"][data-status="failed"]');
		await page.waitForLoadState('networkidle');
		const start = await page.evaluate(() => performance.now());
		await page.setInputFiles(`section[data-cell="data"] ${anyFile}`, path);
		await page.waitForSelector(done(last), { state: 'attached', timeout: 900_000 });
		const found = await page.evaluate((since) => {
			const cells = performance.getEntriesByType('measure').filter((entry) => entry.name.startsWith('tessera:'));
			return {
				seconds: Object.fromEntries(cells.map((entry) => [entry.name.slice('tessera:'.length), entry.duration / 1000])),
				whole: (performance.now() - since) / 1000
			};
		}, start);
		const session = await browser.newBrowserCDPSession();
		const { processInfo } = await session.send('SystemInfo.getProcessInfo');
		const peaks = processInfo.filter((process) => process.type === 'renderer').map((process) => peakOf(process.id));
		// Cells out of sight are drawn when the run is over.
		await page.waitForSelector(`${done(last)} .view`, { state: 'attached' });
		await page.waitForTimeout(2000);
		const longestTask = await page.evaluate((since) => {
			/** @type {{ longTasks: PerformanceEntry[] }} */
			const { longTasks } = Object(window);
			return Math.max(0, ...longTasks.filter((task) => task.startTime >= since).map((task) => task.duration));
		}, start);
		return { ...found, longestTask, peak: peaks.some((peak) => peak !== null) ? Math.max(...peaks.map((peak) => peak ?? 0)) : null };
	} finally {
		await browser.close();
	}
}

/**
 * Milliseconds from the press on Stop, `after` ms into the reading of a file, until the cell says that it has stopped.
 * @param {string} address @param {string} path @param {number} after @returns {Promise<number>}
 */
async function stop(address, path, after) {
	const executablePath = browserPath();
	const browser = await chromium.launch({ args: browserArgs, ...(executablePath ? { executablePath } : {}) });
	try {
		const page = await browser.newPage();
		await page.goto(address, { waitUntil: 'networkidle' });
		await page.setInputFiles(anyFile, path);
		await page.waitForSelector('section[data-cell="data"][data-status="running"]', { state: 'attached' });
		return await page.evaluate(async (delay) => {
			await new Promise((due) => setTimeout(due, delay));
			const cell = document.querySelector('section[data-cell="data"]');
			const button = [...(cell?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === 'Stop');
			if (!button) throw new Error('The file was read before it could be stopped.');
			const start = performance.now();
			button.click();
			while (cell?.getAttribute('data-status') === 'running') await new Promise((due) => setTimeout(due, 2));
			return performance.now() - start;
		}, after);
	} finally {
		await browser.close();
	}
}

/** The most memory a process has held, in MB, as Linux counts it. @param {number} pid */
function peakOf(pid) {
	const path = `/proc/${pid}/status`;
	const found = existsSync(path) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(path, 'utf8')) : null;
	return found ? Number(found[1]) / 1024 : null;
}
