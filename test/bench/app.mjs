import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { browserArgs, browserPath } from '../../.ci/browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fileInput = 'input[type=file][data-testid="file"]';
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
 * @returns {Promise<{ measure(path: string, last: string): Promise<Measured>, close(): Promise<void> }>}
 */
export async function openApp() {
	if (!existsSync(`${root}dist/index.html`)) throw new Error('There is no built site in dist: run npm run build first.');
	const server = await preview({ root, preview: { host: '127.0.0.1' }, logLevel: 'error' });
	const address = server.resolvedUrls?.local[0] ?? '';
	return { measure: (path, last) => measure(address, path, last), close: () => server.close() };
}

/** @param {string} address @param {string} path @param {string} last @returns {Promise<Measured>} */
async function measure(address, path, last) {
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
		const start = await page.evaluate(() => performance.now());
		await page.setInputFiles(fileInput, path);
		await page.waitForSelector(done(last), { state: 'attached', timeout: 900_000 });
		const found = await page.evaluate((since) => {
			/** @type {{ longTasks: PerformanceEntry[] }} */
			const { longTasks } = Object(window);
			const tasks = longTasks.filter((task) => task.startTime >= since).map((task) => task.duration);
			const cells = performance.getEntriesByType('measure').filter((entry) => entry.name.startsWith('tessera:'));
			return {
				seconds: Object.fromEntries(cells.map((entry) => [entry.name.slice('tessera:'.length), entry.duration / 1000])),
				whole: (performance.now() - since) / 1000,
				longestTask: Math.max(0, ...tasks)
			};
		}, start);
		const session = await browser.newBrowserCDPSession();
		const { processInfo } = await session.send('SystemInfo.getProcessInfo');
		const peaks = processInfo.filter((process) => process.type === 'renderer').map((process) => peakOf(process.id));
		return { ...found, peak: peaks.some((peak) => peak !== null) ? Math.max(...peaks.map((peak) => peak ?? 0)) : null };
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
