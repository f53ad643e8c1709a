import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';
import { browserArgs, browserPath } from '../../.ci/browser.mjs';
import { kernels } from '../../.ci/kernels.mjs';

const page = '<!doctype html><title>Lab</title>';
const types = { js: 'text/javascript', html: 'text/html' };
/** Milliseconds of a tick of Linux's count of CPU time. */
const tick = 10;

/**
 * A worker in a fresh Chromium that does jobs by name.
 * @typedef {object} Lab
 * @property {(job: string, args: unknown) => Promise<any>} run
 * @property {(job: string, args: unknown, after: number) => Promise<number | null>} stopped ms from a stop, sent `after` ms into a job, to its
 * answer; null where the job had ended before
 * @property {() => number | null} cpu ms of CPU time that the renderers have used; null where the system does not tell
 * @property {() => number | null} peak MB that the largest renderer has held at most
 * @property {() => Promise<void>} close
 */

/**
 * Builds the worker script `entry` into `folder`, from where that also reads and to where it writes files by name, and hands out a way to
 * open labs.
 * @param {string} entry @param {string} folder
 * @returns {Promise<{ site: string, open(): Promise<Lab>, close(): void }>}
 */
export async function buildLab(entry, folder) {
	await build({
		configFile: false,
		logLevel: 'error',
		base: './',
		plugins: [kernels()],
		build: {
			outDir: join(folder, 'lab'),
			target: 'es2022',
			rolldownOptions: { input: entry, output: { entryFileNames: 'worker.js' }, preserveEntrySignatures: 'strict' }
		}
	});
	const server = createServer((request, response) => {
		const path = join(folder, decodeURIComponent(request.url ?? '').replaceAll('..', ''));
		if (request.method === 'POST') {
			/** @type {Buffer[]} */
			const parts = [];
			request.on('data', (part) => parts.push(part));
			request.on('end', () => (writeFileSync(path, Buffer.concat(parts)), response.end()));
			return;
		}
		const body = request.url === '/' ? page : existsSync(path) ? readFileSync(path) : null;
		const type = Object(types)[request.url === '/' ? 'html' : (path.split('.').at(-1) ?? '')] ?? 'application/octet-stream';
		response.writeHead(body === null ? 404 : 200, { 'content-type': type }).end(body);
	});
	await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
	const address = server.address();
	const site = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
	return { site, open: () => open(site), close: () => void server.close() };
}

/** @param {string} site @returns {Promise<Lab>} */
async function open(site) {
	const executablePath = browserPath();
	const browser = await chromium.launch({ args: browserArgs, ...(executablePath ? { executablePath } : {}) });
	const tab = await browser.newPage();
	await tab.goto(site);
	await tab.evaluate(
		() =>
			new Promise((resolve, reject) => {
				const worker = new Worker('/lab/worker.js', { type: 'module' });
				worker.onerror = (event) => reject(new Error(event.message));
				worker.onmessage = resolve;
				Object.assign(window, { worker });
			})
	);
	const session = await browser.newBrowserCDPSession();
	const { processInfo } = await session.send('SystemInfo.getProcessInfo');
	const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
	return {
		run: (job, args) =>
			tab.evaluate(
				(order) =>
					new Promise((resolve, reject) => {
						/** @type {{ worker: Worker }} */
						const { worker } = Object(window);
						worker.onmessage = ({ data }) => ('error' in data ? reject(new Error(data.error)) : resolve(data.value));
						worker.postMessage(order);
					}),
				{ job, args }
			),
		stopped: (job, args, after) =>
			tab.evaluate(
				({ after, ...order }) =>
					new Promise((resolve) => {
						/** @type {{ worker: Worker }} */
						const { worker } = Object(window);
						let stopped = NaN;
						const stop = setTimeout(() => {
							stopped = performance.now();
							worker.postMessage({ job: 'stop' });
						}, after);
						worker.onmessage = ({ data }) => {
							clearTimeout(stop);
							resolve('error' in data ? performance.now() - stopped : null);
						};
						worker.postMessage(order);
					}),
				{ job, args, after }
			),
		cpu: () => sum(renderers.map(cpuOf)),
		peak: () => sum(renderers.map(peakOf).map((peak, _, all) => (peak === Math.max(...all.map(Number)) ? peak : 0))),
		close: () => browser.close()
	};
}

/** @param {(number | null)[]} values @returns {number | null} */
const sum = (values) => (values.includes(null) ? null : values.reduce((/** @type {number} */ total, value) => total + Number(value), 0));

/** @param {number} pid */
function cpuOf(pid) {
	const path = `/proc/${pid}/stat`;
	if (!existsSync(path)) return null;
	// After the name in brackets, which may hold spaces: user and system time are the 12th and 13th.
	const fields = readFileSync(path, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
	return tick * (Number(fields[11]) + Number(fields[12]));
}

/** @param {number} pid */
function peakOf(pid) {
	const path = `/proc/${pid}/status`;
	const found = existsSync(path) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(path, 'utf8')) : null;
	return found ? Number(found[1]) / 1024 : null;
}
