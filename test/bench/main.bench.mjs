import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from './app.mjs';
import { multiplyOrders, runPeer, unpackOrders } from './peer.mjs';

/** @typedef {import('./run.mjs').Row} Row */

export const name = 'main: the whole job on a log of 541,909 order lines against pandas and scikit-learn';

/** The same work on both sides: our types of cells, and the stages of the peer program. */
const stages = [
	{ stage: 'read', cells: ['data', 'prepare'], peer: ['read', 'clean'] },
	{ stage: 'features', cells: ['features'], peer: ['features'] },
	{ stage: 'embed', cells: ['embed'], peer: ['embed'] },
	{ stage: 'cluster', cells: ['segments'], peer: ['cluster'] },
	{ stage: 'predict', cells: ['predict'], peer: ['predict'] }
];
const firstStages = stages.slice(0, 2).flatMap(({ cells }) => cells);
const runs = 3;
const epochs = 30;
/** Customers of the file and rows per batch: what an epoch is in steps. */
const [customers, batch] = [4338, 256];
const largeRows = 1_000_000;
/** 1,000,000 ÷ 541,909: what a reader of constant speed would take longer. */
const larger = 1.85;
const goals = { stage: 1.5, all: 0.7, longestTask: 50, peak: 600 };

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
/** @param {Record<string, number>} seconds @param {readonly string[]} parts */
const sum = (seconds, parts) => parts.reduce((total, part) => total + (seconds[part] ?? NaN), 0);
/** @type {(name: string, ours: number, peer: number | null, goal?: number) => Row} */
const against = (name, ours, peer, goal = goals.stage) => {
	const ratio = peer === null ? null : ours / peer;
	return { name, ours, peer, ratio, goal, met: ratio === null ? null : ratio <= goal };
};
/** @type {(name: string, ours: number | null, goal: number) => Row} */
const within = (name, ours, goal) => ({ name, ours, peer: null, ratio: null, goal, met: ours === null ? null : ours <= goal });

/** @returns {Promise<Row[]>} */
export async function run() {
	const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
	const file = join(folder, 'online_retail.csv');
	const large = join(folder, 'large.csv');
	try {
		if (!(await unpackOrders(file))) {
			console.log('Not run: the order log is not beside this checkout.');
			return [];
		}
		await multiplyOrders(file, large, largeRows);
		return await measureAll(file, large);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** @param {string} file @param {string} large */
async function measureAll(file, large) {
	const app = await openApp(epochs * Math.ceil(customers / batch));
	/** @type {import('./app.mjs').Measured[]} */
	const ours = [];
	/** @type {import('./app.mjs').Measured[]} */
	const larges = [];
	/** @type {Record<string, number>[]} */
	const peers = [];
	try {
		// By turns, so that a busy minute of the machine falls on both.
		for (let i = 0; i < runs; i++) {
			ours.push(await app.measure(file, 'export'));
			larges.push(await app.measure(large, 'features'));
			const peer = runPeer(file, epochs);
			if (typeof peer !== 'string') peers.push(peer);
			else if (i === 0) console.log(`Nothing to compare with: ${peer}.`);
		}
	} finally {
		await app.close();
	}
	const allCells = stages.flatMap(({ cells }) => cells);
	const allStages = stages.flatMap(({ peer }) => peer);
	/** @type {(parts: readonly string[]) => number} */
	const time = (parts) => median(ours.map(({ seconds }) => sum(seconds, parts)));
	/** @type {(parts: readonly string[]) => number | null} */
	const peerTime = (parts) => (peers.length > 0 ? median(peers.map((seconds) => sum(seconds, parts))) : null);
	const peaks = ours.flatMap(({ peak }) => peak ?? []);
	return [
		...stages.map(({ stage, cells, peer }) => against(`${stage} (s)`, time(cells), peerTime(peer))),
		against('all five stages (s)', time(allCells), peerTime(allStages), goals.all),
		against(
			'read and features of 1,000,000 rows (s), the peer being ours on 541,909 × 1.85',
			median(larges.map(({ seconds }) => sum(seconds, firstStages))),
			time(firstStages) * larger
		),
		within(
			'longest task on the page after the file was opened (ms)',
			Math.max(...ours.map(({ longestTask }) => longestTask)),
			goals.longestTask
		),
		within('peak memory of the renderer (MB)', peaks.length > 0 ? Math.max(...peaks) : null, goals.peak)
	];
}
