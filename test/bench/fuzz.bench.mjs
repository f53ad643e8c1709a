import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/** @typedef {import('./run.mjs').Row} Row */

export const name = 'fuzz: 10,000 spoiled files of every kind, each read or refused in moments';

/** @returns {Promise<Row[]>} */
export async function run() {
	const root = fileURLToPath(new URL('../..', import.meta.url));
	const server = await createServer({ root, server: { middlewareMode: true }, appType: 'custom', logLevel: 'error' });
	try {
		const { fuzz } = /** @type {typeof import('./fuzz.entry.js')} */ (await server.ssrLoadModule('/test/bench/fuzz.entry.ts'));
		const { tables, problems, slowest, slowestFile, peak, seconds } = await fuzz(10_000);
		console.log(`  ${tables} tables, ${problems} problems in ${seconds.toFixed(0)} s; the slowest: ${slowestFile}`);
		const row = (/** @type {string} */ measure, /** @type {number | null} */ ours, /** @type {number} */ goal) => ({
			...{ name: measure, ours, peer: null, ratio: null, goal },
			met: ours === null ? null : ours <= goal
		});
		return [row('slowest file, s', slowest, 2), row('memory above that at the start, MB', peak, 400)];
	} finally {
		await server.close();
	}
}
