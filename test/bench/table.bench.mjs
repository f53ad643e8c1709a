import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { utils, write } from '@e965/xlsx';
import Papa from 'papaparse';
import { openApp } from './app.mjs';
import { readAlone } from './alone.mjs';
import { multiplyOrders, oneThread, python, unpackOrders } from './peer.mjs';

/** @typedef {import('./run.mjs').Row} Row */

export const name = 'table: order logs of 100,000 to 5,000,000 lines from file to customers, against pandas and Danfo.js';

const script = fileURLToPath(new URL('peers/table.py', import.meta.url));
const sizes = { small: 100_000, usual: 1_000_000, large: 5_000_000 };
const runs = 3;
const cells = ['data', 'prepare', 'features'];

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/** Seconds of the same work in pandas, or why there are none. @param {string} path @returns {number | string} */
function pandas(path) {
	const program = python();
	if (!program) return 'no Python here has pandas';
	const { status, stdout, stderr } = spawnSync(program, [script, path], { env: oneThread, encoding: 'utf8' });
	if (status !== 0) return `pandas failed: ${stderr}`;
	/** @type {{ seconds: Record<string, number> }} */
	const { seconds } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
	return Object.values(seconds).reduce((sum, value) => sum + value, 0);
}

/** @type {(name: string, ours: number, peer: number | null, goal: number) => Row} */
const against = (name, ours, peer, goal) => {
	const ratio = peer === null ? null : ours / peer;
	return { name, ours, peer, ratio, goal, met: ratio === null ? null : ratio <= goal };
};
/** @type {(name: string, ours: number | null, goal: number) => Row} */
const within = (name, ours, goal) => ({ name, ours, peer: null, ratio: null, goal, met: ours === null ? null : ours <= goal });

/** Writes the rows of a CSV file as a workbook, numbers as numbers. @param {string} from @param {string} to */
function writeWorkbook(from, to) {
	const rows = parseCsv(readFileSync(from, 'utf8'));
	const book = utils.book_new();
	utils.book_append_sheet(
		book,
		utils.aoa_to_sheet(rows.map((row) => row.map((cell) => (/^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell)))),
		'Orders'
	);
	writeFileSync(to, write(book, { type: 'buffer', bookType: 'xlsx', compression: true }));
}

/** @param {string} text @returns {string[][]} */
const parseCsv = (text) => /** @type {string[][]} */ (Papa.parse(text, { skipEmptyLines: true }).data);

/** @returns {Promise<Row[]>} */
export async function run() {
	const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
	const file = (/** @type {string} */ size) => join(folder, `${size}.csv`);
	const app = await openApp(200);
	try {
		if (!(await unpackOrders(file('source')))) {
			console.log('Not run: the order log is not beside this checkout.');
			return [];
		}
		for (const [size, rows] of Object.entries(sizes)) await multiplyOrders(file('source'), file(size), rows);
		const measure = async (/** @type {string} */ size) => {
			const { seconds, peak } = await app.measure(file(size), 'features');
			return { seconds: cells.reduce((sum, cell) => sum + (seconds[cell] ?? NaN), 0), peak };
		};
		const [small, usual, peers, danfo] = [[], [], [], []].map(() => /** @type {number[]} */ ([]));
		/** @type {(number | null)[]} */
		const peaks = [];
		for (let i = 0; i < runs; i++) {
			const ours = await measure('usual');
			usual?.push(ours.seconds);
			peaks.push(ours.peak);
			small?.push((await measure('small')).seconds);
			const peer = pandas(file('usual'));
			if (typeof peer === 'number') peers?.push(peer);
			else if (i === 0) console.log(`Nothing to compare with: ${peer}.`);
			danfo?.push(await readAlone('danfo', file('usual')));
		}
		const book = join(folder, 'orders.xlsx');
		writeWorkbook(file('small'), book);
		const sheets = [];
		const floors = [];
		for (let i = 0; i < runs; i++) {
			sheets.push((await app.measure(book, 'data')).seconds['data'] ?? NaN);
			floors.push(await readAlone('workbook', book));
		}
		const stops = [];
		for (const after of [50, 300, 700, 1500, 2500]) stops.push(await app.stop(file('large'), after));
		const large = await measure('large');
		const time = median(usual ?? []);
		const peak = peaks.some((value) => value === null) ? null : Math.max(...peaks.map((value) => value ?? 0));
		return [
			against('1,000,000 lines, file to customers (s), against pandas', time, peers?.length ? median(peers) : null, 1.2),
			against('1,000,000 lines, file to customers (s), against Danfo.js reading alone', time, median(danfo ?? []), 0.8),
			against('a line of 1,000,000 (µs), against a line of 100,000', time, (median(small ?? []) * sizes.usual) / sizes.small, 1.2),
			against('a line of 5,000,000 (µs), against a line of 1,000,000', large.seconds / 5, time, 1.2),
			against('a workbook of 100,000 rows (s), against reading the sheet alone', median(sheets), median(floors), 2.5),
			within('from the press on Stop until the reading has stopped, at worst (ms)', Math.max(...stops), 200),
			within('peak memory of the renderer at 1,000,000 lines (MB)', peak, 400),
			within('peak memory of the renderer at 5,000,000 lines (MB)', large.peak, 700)
		];
	} finally {
		await app.close();
		rmSync(folder, { recursive: true, force: true });
	}
}
