import { afterEach, describe, expect, it } from 'vitest';
import { boundWorker } from '../../src/compute/bound-worker.js';
import { Pool } from '../../src/compute/pool.js';
import { gapStatistic } from '../../src/lib/cluster/gap.js';
import { learn, rowsOfNumbers } from '../../src/lib/cluster/methods.js';
import { predictionStrength } from '../../src/lib/cluster/prediction-strength.js';
import { Problem } from '../../src/lib/problem.js';
import { normal, seeded } from '../../src/lib/random.js';
import { spread } from '../../src/lib/spread.js';
import { idle } from '../task.js';
import helperUrl from './pool/helper.ts?worker&url';
import { jobs } from './pool/jobs.js';

const pools: Pool[] = [];
afterEach(() => {
	for (const pool of pools.splice(0)) pool.close();
});

/** A pool of two helpers, named 1, 2, 3 … as they are started. */
function start() {
	const opened: Worker[] = [];
	const pool = new Pool(2, () => {
		const worker = boundWorker(new URL(helperUrl, document.baseURI).href, String(opened.length + 1));
		opened.push(worker);
		return worker;
	});
	pools.push(pool);
	return { pool, opened, task: { ...idle, helpers: pool } };
}

describe('a pool of two helpers', () => {
	it('reads the parts of a file in both at once, and brings back large arrays, progress and news', async () => {
		const { opened, task } = start();
		const file = new File([Uint8Array.from({ length: 4_000_000 }, (_, i) => i % 251)], 'large.csv');
		const list = [0, 1, 2, 3].map((part) => ({ file, from: part * 1_000_000, to: (part + 1) * 1_000_000 }));
		const ratios: (number | null)[] = [];
		const news: string[] = [];
		const parts = await spread({ job: jobs.bytes, list }, { ...task, progress: (ratio) => ratios.push(ratio) }, (text, at) =>
			news.push(`${at}: ${text}`)
		);
		parts.forEach(({ values }, part) => {
			expect(values).toHaveLength(1_000_000);
			expect(values.every((value, i) => value === (part * 1_000_000 + i) % 251)).toBe(true);
		});
		expect(new Set(parts.map(({ place }) => place))).toEqual(new Set(['1', '2']));
		expect(opened).toHaveLength(2);
		expect(ratios).toEqual([...ratios].sort((a, b) => a! - b!));
		expect(ratios.at(-1)).toBe(1);
		expect(news.sort()).toEqual([0, 1, 2, 3].map((part) => `${part}: read 1000000`));
	});

	it('gives to the last bit what one thread gives', async () => {
		const random = seeded(3);
		const points = { rows: 400, cols: 3, values: Float32Array.from({ length: 1200 }, () => normal(random)) };
		const { task } = start();
		const gaps = { kMax: 6, seed: 5, draws: 7, starts: 2 };
		expect(await gapStatistic(points, gaps, task)).toEqual(await gapStatistic(points, gaps, idle));
		const strengths = { kMin: 2, kMax: 5, seed: 5, splits: 3 };
		expect(await predictionStrength(points, strengths, task)).toEqual(await predictionStrength(points, strengths, idle));
	});

	it('trains the networks of the best of all as one thread does, and shows the first', async () => {
		const random = seeded(4);
		const values = Float32Array.from({ length: 800 }, (_, at) => 3 * ((at >> 2) % 2) + normal(random));
		const rows = rowsOfNumbers({ rows: 200, cols: 4, values });
		const { task } = start();
		const shown = new Set<number>();
		const watch = ({ network }: { network: number }) => void shown.add(network);
		const [there, here] = [
			await learn('consensus', rows, { k: 2, seed: 1, watch }, task),
			await learn('consensus', rows, { k: 2, seed: 1 }, idle)
		];
		expect(there).toEqual(here);
		expect([...shown]).toEqual([0]);
	});

	it('starts nothing before there are two jobs to do, and nothing twice', async () => {
		const { opened, task } = start();
		expect(await spread({ job: jobs.deadly, list: [[]] }, task)).toEqual(['']);
		expect(opened).toHaveLength(0);
		for (let round = 0; round < 3; round++) await spread({ job: jobs.deadly, list: [[], []] }, task);
		expect(opened).toHaveLength(2);
	});

	it('brings errors back whole, and stops the other jobs', async () => {
		const { opened, task } = start();
		const problem = await spread({ job: jobs.failing, list: ['problem', 'problem'] }, task).catch((cause: Error) => cause);
		expect(problem).toBeInstanceOf(Problem);
		expect(problem).toMatchObject({ id: 'fileEmpty', facts: { file: 'a.csv' } });
		await expect(spread({ job: jobs.failing, list: ['error', 'error'] }, task)).rejects.toMatchObject({
			name: 'TypeError',
			message: 'no such thing',
			stack: expect.stringContaining('jobs')
		});
		const unknown = { name: 'nowhere', run: jobs.endless.run };
		await expect(spread({ job: unknown, list: [null, null] }, task)).rejects.toThrow();
		// All helpers are free again.
		expect(new Set(await spread({ job: jobs.deaf, list: [50, 50] }, task))).toEqual(new Set(['1', '2']));
		expect(opened).toHaveLength(2);
	});

	it('stops at once, and the helpers go on with other work', async () => {
		const { opened, task } = start();
		const stop = new AbortController();
		const heard: (number | null)[] = [];
		const progress = (ratio: number | null) => {
			heard.push(ratio);
			stop.abort();
		};
		const running = spread({ job: jobs.endless, list: [null, null, null, null] }, { ...task, signal: stop.signal, progress });
		await expect(running).rejects.toMatchObject({ name: 'AbortError' });
		expect(heard.length).toBeGreaterThan(0);
		await spread({ job: jobs.deadly, list: [[], []] }, task);
		expect(opened).toHaveLength(2);
	});

	it('ends a helper that does not hear of a stop, and starts another', async () => {
		const { opened, task } = start();
		await spread({ job: jobs.deadly, list: [[], []] }, task);
		const stop = new AbortController();
		const running = spread({ job: jobs.deaf, list: [60_000, 60_000] }, { ...task, signal: stop.signal });
		setTimeout(() => stop.abort(), 50);
		await expect(running).rejects.toMatchObject({ name: 'AbortError' });
		expect(new Set(await spread({ job: jobs.deaf, list: [50, 50] }, task))).toEqual(new Set(['3', '4']));
		expect(opened).toHaveLength(4);
	});

	it('repeats the job of a helper that dies, in its place once, then here', async () => {
		const { opened, task } = start();
		const [first, second] = await spread(
			{
				job: jobs.deadly,
				list: [
					['1', '2'],
					['1', '2']
				]
			},
			task
		);
		expect([first, second].sort()).toEqual(['3', '4']);
		expect(await spread({ job: jobs.deadly, list: [['3', '4', '5', '6'], []] }, task)).toContain('');
		expect(opened.length).toBeLessThanOrEqual(6);
	});

	it('does everything here where no helper can be started', async () => {
		const nowhere = new Pool(2, () => boundWorker(new URL('nowhere.js', document.baseURI).href, 'nowhere'));
		pools.push(nowhere);
		expect(await spread({ job: jobs.deadly, list: [[], [], []] }, { ...idle, helpers: nowhere })).toEqual(['', '', '']);
	});
});
