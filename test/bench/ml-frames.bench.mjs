import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { browserArgs, browserPath } from '../../.ci/browser.mjs';
import { atLeast } from './compare.mjs';

/** @typedef {import('./run.mjs').Row} Row */

export const name = 'ml: frames of a map that moves under the hand, drawn without a graphics card';

const root = fileURLToPath(new URL('frames/', import.meta.url));
const goal = 20;
/** As on a machine without a graphics card: the page itself is drawn by the processor, not by a graphics card in software. */
const args = [...browserArgs.filter((flag) => !flag.startsWith('--use-angle')), '--disable-gpu'];
const ways = [
	{ by: 'WebGL2 in software', args },
	{ by: 'the canvas', args: [...args, '--disable-3d-apis'] }
];
/** Points of a map, and whether the goal is set for so many. */
const sizes = [
	{ points: 100_000, bound: true },
	{ points: 1_000_000, bound: false }
];
const [rounds, lasting] = [3, 3000];

/** @returns {Promise<Row[]>} */
export async function run() {
	const outDir = mkdtempSync(join(tmpdir(), 'tessera-frames-'));
	const options = { root, configFile: /** @type {const} */ (false), logLevel: /** @type {const} */ ('error') };
	await build({
		...options,
		base: './',
		plugins: [svelte({ configFile: join(root, '../../../svelte.config.js') })],
		build: { outDir, target: 'es2022' }
	});
	const server = await preview({ ...options, build: { outDir }, preview: { host: '127.0.0.1' } });
	try {
		/** @type {Row[]} */
		const found = [];
		for (const { by, args } of ways) {
			for (const { points, bound } of sizes) {
				/** @type {Seen[]} */
				const seen = [];
				for (let round = 0; round < rounds; round++) seen.push(await frames(`${server.resolvedUrls?.local[0]}#${points}`, args));
				for (const how of /** @type {const} */ (['drags', 'zooms'])) {
					// What else the machine does only takes frames away: the best round counts.
					const perSecond = Math.max(...seen.map((each) => each[how].perSecond));
					const what = `frames a second of ${points.toLocaleString('en')} points while one ${how}, by ${by}`;
					found.push(
						bound ? atLeast(what, perSecond, goal) : figure(what, perSecond),
						figure('as many as the CPU time of the busiest process allows', Math.max(...seen.map((each) => each[how].allowed)))
					);
				}
			}
		}
		return found;
	} finally {
		await server.close();
		rmSync(outDir, { recursive: true, force: true });
	}
}

/** @type {(name: string, ours: number) => Row} */
const figure = (name, ours) => ({ name, ours, peer: null, ratio: null, goal: null, met: null });

/**
 * @typedef {object} Moving
 * @property {number} perSecond frames a second
 * @property {number} allowed the same if nothing else ran: frames by the seconds of CPU time of the process that used most
 * @typedef {{ drags: Moving, zooms: Moving }} Seen
 */

/**
 * Frames that came onto the screen with a new picture of the map: of those that the compositor drew, and the times that the map
 * was painted, the fewer.
 * @param {string} address @param {string[]} args @returns {Promise<Seen>}
 */
async function frames(address, args) {
	const executablePath = browserPath();
	const browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
	try {
		const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		await page.addInitScript(() => {
			const counted = { paints: 0 };
			Object.assign(window, { counted });
			for (const method of /** @type {const} */ (['drawImage', 'putImageData'])) {
				const draw = CanvasRenderingContext2D.prototype[method];
				CanvasRenderingContext2D.prototype[method] = function (/** @type {any[]} */ ...how) {
					counted.paints++;
					return Reflect.apply(draw, this, how);
				};
			}
		});
		await page.goto(address);
		const box = await (await page.waitForSelector('.touch')).boundingBox();
		if (!box) throw new Error('There is no map.');
		await page.waitForTimeout(2000);
		const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
		// Closer to, so that there is something to move to.
		await page.mouse.click(x, y);
		await page.mouse.wheel(0, -300);
		await page.waitForTimeout(1500);
		const session = await browser.newBrowserCDPSession();
		const cpu = async () => {
			const { processInfo } = await session.send('SystemInfo.getProcessInfo');
			return new Map(processInfo.map(({ id, cpuTime }) => [id, cpuTime]));
		};
		/** @param {(turn: number) => Promise<void>} act @returns {Promise<Moving>} */
		const during = async (act) => {
			const before = await cpu();
			await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline.frame', 'devtools.timeline.frame'] });
			await page.evaluate(() => (Object(window).counted.paints = 0));
			const begun = performance.now();
			for (let turn = 0; performance.now() - begun < lasting; turn++) await act(turn);
			const seconds = (performance.now() - begun) / 1000;
			const busiest = Math.max(...[...(await cpu())].map(([id, used]) => used - (before.get(id) ?? used)));
			/** @type {number} */
			const paints = await page.evaluate(() => Object(window).counted.paints);
			/** @type {{ traceEvents: { name: string }[] }} */
			const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
			const drawn = traceEvents.filter((event) => event.name === 'DrawFrame').length;
			const count = Math.min(paints, drawn);
			return { perSecond: count / seconds, allowed: count / busiest };
		};
		await page.mouse.down();
		const drags = await during((turn) => page.mouse.move(x + 150 * Math.sin(turn / 15), y + 100 * Math.cos(turn / 20)));
		await page.mouse.up();
		const zooms = await during((turn) => page.mouse.wheel(0, turn % 40 < 20 ? -20 : 20));
		return { drags, zooms };
	} finally {
		await browser.close();
	}
}
