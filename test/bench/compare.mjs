import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildLab } from './lab.mjs';
import { oneThread, python } from './peer.mjs';

/** @typedef {import('./run.mjs').Row} Row */

const worker = fileURLToPath(new URL('ml/worker.ts', import.meta.url));
const clock = fileURLToPath(new URL('peers/cpu.py', import.meta.url));
const trust = fileURLToPath(new URL('peers/trust.py', import.meta.url));
const script = fileURLToPath(new URL('../../../shared/peers/compute.py', import.meta.url));

/** Of nothing measured: null. @param {readonly number[]} values */
export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? null;

/** @type {(name: string, ours: number | null, peer: number | null, goal: number) => Row} */
export const against = (name, ours, peer, goal) => {
	const ratio = peer === null || ours === null ? null : ours / peer;
	return { name, ours, peer, ratio, goal, met: ratio === null ? null : ratio <= goal };
};
/** @type {(name: string, ours: number | null, goal: number) => Row} */
export const within = (name, ours, goal) => ({ name, ours, peer: null, ratio: null, goal, met: ours === null ? null : ours <= goal });
/** @type {(name: string, ours: number | null, goal: number) => Row} */
export const atLeast = (name, ours, goal) => ({ name, ours, peer: null, ratio: null, goal, met: ours === null ? null : ours >= goal });

/**
 * What a program of Python's prints last, on one thread; null where it cannot run on this machine.
 * @param {string[]} args @returns {any}
 */
function runPython(args) {
	const program = python();
	if (!program || !args.slice(0, 2).every((path) => !path.endsWith('.py') || existsSync(path))) return null;
	const { status, stdout } = spawnSync(program, args, { env: { ...oneThread, NUMBA_NUM_THREADS: '1' }, encoding: 'utf8' });
	return status === 0 ? JSON.parse(stdout.trim().split('\n').at(-1) ?? '') : null;
}

/**
 * What a peer found, with the ms it took; null where it is not on this machine.
 * @param {string} job @param {Record<string, string | number>} args @returns {Record<string, any> | null}
 */
export const peer = (job, args) => runPython([clock, script, job, ...Object.entries(args).map(([key, value]) => `${key}=${value}`)]);

/** Trustworthiness of a map, by scikit-learn. @param {string} rows @param {number} dims @param {string} map @returns {number | null} */
export const trustOf = (rows, dims, map) => runPython([trust, rows, String(dims), map]);

/**
 * Hands a worker, and the folder that it shares with the peers, to `measure`.
 * @param {(bench: Bench) => Promise<Row[]>} measure @returns {Promise<Row[]>}
 *
 * @typedef {object} Bench
 * @property {import('./lab.mjs').Lab} lab
 * @property {() => Promise<import('./lab.mjs').Lab>} open another worker, in a browser of its own
 * @property {string} site whence any browser has the worker and the files
 * @property {(file: string) => string} path of a file
 * @property {(job: string, args: unknown, times?: number) => Promise<{ ms: number, found: any }>} timed CPU time of the renderer for a job
 */
export async function inLab(measure) {
	const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
	const site = await buildLab(worker, folder);
	const lab = await site.open();
	try {
		return await measure({
			lab,
			open: () => site.open(),
			site: site.site,
			path: (file) => join(folder, file),
			timed: (job, args, times) => timed(lab, job, args, times)
		});
	} finally {
		await lab.close();
		site.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * Mean over `times` times.
 * @param {import('./lab.mjs').Lab} lab @param {string} job @param {unknown} args
 */
export async function timed(lab, job, args, times = 1) {
	const [cpu, start] = [lab.cpu(), performance.now()];
	let found;
	for (let i = 0; i < times; i++) found = await lab.run(job, args);
	const now = lab.cpu();
	return { ms: (cpu === null || now === null ? performance.now() - start : now - cpu) / times, found };
}
