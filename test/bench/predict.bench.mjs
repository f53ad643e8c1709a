import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { kernels } from '../../.ci/kernels.mjs';
import { oneThread, python } from './peer.mjs';

/** @typedef {import('./run.mjs').Row} Row */

export const name = 'predict: BG/NBD of 23,570 customers against scipy, the backtest card of Online Retail, 100,000 customers scored';

const script = fileURLToPath(new URL('peers/btyd.py', import.meta.url));
const source = fileURLToPath(new URL('../../../shared/data/cdnow/CDNOW_sample.txt', import.meta.url));
const retail = fileURLToPath(new URL('../../../shared/data/online_retail/online_retail.csv.gz', import.meta.url));
const cardEntry = fileURLToPath(new URL('card.entry.ts', import.meta.url));
const library = fileURLToPath(new URL('../../src/lib/value/fit.ts', import.meta.url));
/** Customers of the whole CDNOW file, of whom the sample is a tenth. */
const customers = 23_570;
const runs = 3;
/** The end of September 1997, in days since 1970-01-01. */
const lastDay = Date.UTC(1997, 8, 30) / 86_400_000;
const quiet = { signal: new AbortController().signal, breathe: () => Promise.resolve(), progress: () => undefined };

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/**
 * Histories of as many customers as the whole file has: each of the sample ten times, those of the copies a day or more younger, so that
 * they are no exact repetitions.
 */
function histories() {
	/** @type {Map<string, Set<number>>} */
	const days = new Map();
	for (const line of readFileSync(source, 'utf8').trim().split('\n')) {
		const [, customer = '', date = ''] = line.trim().split(/\s+/);
		const day = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6))) / 86_400_000;
		if (day <= lastDay) days.set(customer, (days.get(customer) ?? new Set()).add(day));
	}
	const sample = [...days.values()].map((set) => [...set].sort((a, b) => a - b));
	const column = () => new Float64Array(customers);
	const made = { repeats: column(), lastWeeks: column(), ageWeeks: column() };
	for (let i = 0; i < customers; i++) {
		const own = sample[i % sample.length] ?? [];
		const first = own[0] ?? lastDay;
		made.repeats[i] = own.length - 1;
		made.lastWeeks[i] = ((own.at(-1) ?? first) - first) / 7;
		made.ageWeeks[i] = (lastDay - first - Math.min(Math.floor(i / sample.length), lastDay - (own.at(-1) ?? first))) / 7;
	}
	return made;
}

/** @returns {Promise<Row[]>} */
export async function run() {
	return [...(await fits()), ...(await card())];
}

const scored = 100_000;
/** @param {NodeJS.CpuUsage} start */
const secondsSince = (start) => {
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1e6;
};

/**
 * The whole card of Online Retail, 90 days ahead, from its purchases; and as many customers scored by the trees that were learned from them.
 * @returns {Promise<Row[]>}
 */
async function card() {
	if (!existsSync(retail)) return [];
	const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
	try {
		await build({
			configFile: false,
			logLevel: 'error',
			plugins: [kernels()],
			ssr: { noExternal: true },
			build: { ssr: cardEntry, outDir: folder, emptyOutDir: true, rolldownOptions: { output: { entryFileNames: 'card.mjs' } } }
		});
		/** @type {typeof import('./card.entry.js')} */
		const lib = await import(pathToFileURL(join(folder, 'card.mjs')).href);
		const { ids, log } = lib.purchaseLog(lib.onlineRetail(retail));
		const analysisDay = lib.defaultAnalysisDay(log);
		const backend = lib.wasmBackend({ renderer: '', reason: 'chosen', trial: null });
		const source = () => lib.ordersSource(log, { analysisDay, horizonDays: 90, target: 'purchase' });
		/** @type {number[]} */
		const cards = [];
		for (let i = 0; i < runs; i++) {
			const start = process.cpuUsage();
			const made = new lib.Card(source(), 1);
			for (const model of made.source.models) await made.rowsOf(model, backend, quiet);
			made.verdict();
			cards.push(secondsSince(start));
		}
		const { scoreModel } = await lib.backtest(source(), { seed: 1, wanted: 'trees' }, null, quiet);
		const rows = Int32Array.from({ length: scored }, (_, i) => i % ids.length);
		const many = lib.takeCustomers({ ids, analysisDay, features: [], country: null, currency: null, log }, rows).log;
		const asking = /** @type {const} */ ({ horizonDays: 90, target: 'purchase' });
		/** @type {number[]} */
		const looks = [];
		/** @type {number[]} */
		const scores = [];
		for (let i = 0; many && i < runs; i++) {
			const start = process.cpuUsage();
			const known = lib.lookAt(many, analysisDay, lib.askedAt(many, analysisDay, asking), asking);
			looks.push(secondsSince(start));
			const looked = process.cpuUsage();
			lib.scoresOf(scoreModel, known, null);
			scores.push(secondsSince(looked));
		}
		/** @type {(name: string, seconds: number, goal: number) => Row} */
		const within = (name, seconds, goal) => ({ name, ours: seconds, peer: null, ratio: null, goal, met: seconds <= goal });
		return [
			within('the backtest card of Online Retail (s of processor)', median(cards), 8),
			within('100,000 customers scored by trees (s of processor)', median(scores), 1),
			{
				name: 'their columns from 9 million order lines (s of processor)',
				ours: median(looks),
				peer: null,
				ratio: null,
				goal: null,
				met: null
			}
		];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** @returns {Promise<Row[]>} */
async function fits() {
	if (!existsSync(source)) {
		console.log('Not run: the purchases are not beside this checkout.');
		return [];
	}
	const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
	try {
		await build({
			configFile: false,
			logLevel: 'error',
			build: { ssr: library, outDir: folder, emptyOutDir: true, rolldownOptions: { output: { entryFileNames: 'fit.mjs' } } }
		});
		/** @type {typeof import('../../src/lib/value/fit.js')} */
		const { fitOrders } = await import(pathToFileURL(join(folder, 'fit.mjs')).href);
		const made = histories();
		/** @type {number[]} */
		const ours = [];
		let logLikelihood = NaN;
		for (let i = 0; i < runs; i++) {
			const start = performance.now();
			({ logLikelihood } = await fitOrders('bgnbd', made, quiet));
			ours.push((performance.now() - start) / 1000);
		}
		const peer = scipy(made, join(folder, 'histories.csv'));
		const seconds = typeof peer === 'string' ? null : peer.seconds;
		if (typeof peer === 'string') console.log(`Nothing to compare with: ${peer}.`);
		const ratio = seconds === null ? null : median(ours) / seconds;
		const below = typeof peer === 'string' ? null : peer.loglik - logLikelihood;
		return [
			{
				name: 'BG/NBD from three starts (s), against one of scipy',
				ours: median(ours),
				peer: seconds,
				ratio,
				goal: 0.5,
				met: ratio === null ? null : ratio <= 0.5
			},
			{
				name: 'log-likelihood below that of scipy',
				ours: below,
				peer: null,
				ratio: null,
				goal: 0.01,
				met: below === null ? null : below <= 0.01
			}
		];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * The same fit by scipy on one thread, or why there is none.
 * @param {ReturnType<typeof histories>} made @param {string} path @returns {{ seconds: number, loglik: number } | string}
 */
function scipy({ repeats, lastWeeks, ageWeeks }, path) {
	const program = python();
	if (!program) return 'no Python here has pandas and scikit-learn, which bring scipy';
	writeFileSync(path, [...repeats].map((x, i) => `${x},${lastWeeks[i]},${ageWeeks[i]}`).join('\n'));
	const { status, stdout, stderr } = spawnSync(program, [script, path], { env: oneThread, encoding: 'utf8' });
	if (status !== 0) return `scipy failed: ${stderr}`;
	return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}
