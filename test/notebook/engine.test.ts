import { describe, expect, it } from 'vitest';
import type { RunContext } from '../../src/cells/cell.js';
import { ComputeClient, type Port } from '../../src/compute/client.js';
import type { Reply, Request } from '../../src/compute/protocol.js';
import { createRunner, type AnyRun } from '../../src/compute/runner.js';
import { featureIds } from '../../src/lib/features/customers.js';
import { Problem } from '../../src/lib/problem.js';
import { Engine } from '../../src/notebook/engine.svelte.js';
import { newNotebook } from '../../src/notebook/notebook.js';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const whole = ['data', 'prepare', 'features', 'rfm', 'embed', 'segments', 'map', 'profile', 'predict', 'export'] as const;

/** An engine whose messages to and from the runner wait here until a test lets them through. The runs compute nothing. */
function harness(types: readonly string[] = whole) {
	const requests: Request[] = [];
	const replies: Reply[] = [];
	/** Types of the runs begun, in order. */
	const begun: string[] = [];
	/** Types whose runs wait for `finish`. */
	const slow = new Set<string>();
	const waiting = new Map<string, () => void>();
	const problems = new Map<string, { blocked?: Problem; thrown?: Problem }>();

	const run =
		(type: string) =>
		async ({ signal }: RunContext, params: unknown) => {
			begun.push(type);
			if (slow.has(type))
				await new Promise<void>((resolve, reject) => {
					waiting.set(type, resolve);
					signal.addEventListener('abort', () => reject(signal.reason));
				});
			const { blocked, thrown } = problems.get(type) ?? {};
			if (thrown) throw thrown;
			return { output: null, view: { params }, blocked, answers: { held: () => true } };
		};
	const runner = createRunner({
		load: async (type) => run(type) as unknown as AnyRun,
		send: (reply) => replies.push(structuredClone(reply)),
		turn,
		helpers: () => undefined,
		now: () => performance.now()
	});
	const port: Port = {
		postMessage: (request) => void requests.push(structuredClone(request)),
		terminate: () => undefined,
		onmessage: null,
		onerror: null
	};

	/** Lets the runner read all its messages, and do what it can without another one. */
	async function work(): Promise<void> {
		for (let idle = 0; idle < 3; idle++) {
			for (const request of requests.splice(0)) void runner.handle(request);
			await turn();
			if (requests.length > 0) idle = 0;
		}
	}
	/** Lets the page read one message. */
	async function hear(): Promise<void> {
		const data = replies.shift();
		if (data) port.onmessage?.({ data } as MessageEvent<Reply>);
		await turn();
	}
	async function quiet(): Promise<void> {
		do {
			await work();
			await hear();
		} while (replies.length > 0 || requests.length > 0);
	}
	async function finish(type: string): Promise<void> {
		waiting.get(type)!();
		await turn();
	}
	/** Which results the runner holds. */
	async function holds(keys: readonly string[]): Promise<boolean[]> {
		const at = replies.length;
		for (const key of keys) await runner.handle({ kind: 'ask', job: -1, key, question: 'held', args: null, reveal: false });
		return replies.splice(at).map(({ kind }) => kind === 'answer');
	}

	const engine = new Engine(new ComputeClient(() => port), newNotebook(1, types));
	const status = () => Object.fromEntries(engine.cells.map((cell) => [cell.id, cell.status]));
	const count = (type: string) => begun.filter((other) => other === type).length;
	return { engine, slow, problems, replies, work, hear, quiet, finish, holds, status, count };
}
const all = (types: readonly string[], status = 'done') => Object.fromEntries(types.map((type) => [type, status]));

describe('what page and worker hold', () => {
	it('is the same though two results are on their way at once', async () => {
		const { engine, slow, replies, work, hear, quiet, finish, count } = harness([
			'data',
			'prepare',
			'features',
			'rfm',
			'segments',
			'profile'
		]);
		slow.add('rfm').add('segments');
		await quiet();
		await finish('rfm');
		await finish('segments');
		expect(replies.map(({ kind }) => kind)).toEqual(['done', 'done']);
		await hear();
		await work();
		await quiet();
		expect(engine.cell('profile').status).toBe('done');
		expect(count('segments')).toBe(1);
	});

	it('includes a result that an edit had outdated before it arrived', async () => {
		const { engine, slow, quiet, finish, holds, count } = harness(['data', 'prepare', 'features', 'segments']);
		await quiet();
		slow.add('segments');
		engine.setParams('segments', { k: 3 });
		await quiet();
		await finish('segments');
		slow.clear();
		engine.setParams('segments', { k: 4 });
		await quiet();
		expect(engine.cell('segments').view).toMatchObject({ params: { k: 4 } });
		expect(count('segments')).toBe(3);
		engine.undo();
		expect(engine.cell('segments').view).toMatchObject({ params: { k: 3 } });
		expect(engine.cell('segments').status).toBe('done');
		expect(await holds([engine.cell('segments').key!])).toEqual([true]);
		await quiet();
		expect(count('segments')).toBe(3);
	});

	it('is forgotten on both sides once there is too much, the oldest first, and never while it is on screen', async () => {
		const { engine, quiet, holds, count } = harness(['data', 'prepare', 'features', 'segments', 'predict']);
		await quiet();
		const made: string[] = [];
		for (let horizon = 100; horizon < 150; horizon++) {
			engine.setParams('predict', { horizon });
			engine.run('predict');
			await quiet();
			made.push(engine.cell('predict').key!);
		}
		expect(await holds(made)).toEqual(made.map((_, i) => i >= 14));
		expect(await holds(engine.cells.map((cell) => cell.key!))).toEqual([true, true, true, true, true]);
		for (let i = 0; i < 35; i++) engine.undo();
		expect(engine.cell('predict').status).toBe('done');
		engine.undo();
		expect(engine.cell('predict').status).toBe('stale');
		await quiet();
		expect(count('predict')).toBe(50);
	});

	it('is the same though a result that is dropped has just been made again', async () => {
		const { engine, slow, quiet, work, hear, finish, holds, count } = harness(['data', 'prepare', 'features', 'embed', 'segments', 'map']);
		await quiet();
		slow.add('embed');
		engine.run('embed');
		await quiet();
		await finish('embed');
		// Made and not yet heard of, the embedding is outdated, and asked for again.
		engine.setParams('embed', { steps: 100 });
		engine.undo();
		engine.run('embed');
		await quiet();
		expect(engine.cell('embed').status).toBe('running');
		const choices = featureIds.slice(0, 4).flatMap((id) => Array.from({ length: 10 }, (_, i) => ({ k: i + 2, features: [id] })));
		// With these, the first segments were one too many; the embedding is next.
		for (const choice of choices.slice(0, 36)) {
			engine.setParams('segments', choice);
			await quiet();
		}
		engine.setParams('segments', choices[36]!);
		await work();
		await finish('embed');
		await hear();
		await quiet();
		expect(engine.cells.map(({ status }) => status)).toEqual(engine.cells.map(() => 'done'));
		expect(await holds(engine.cells.map((cell) => cell.key!))).toEqual(engine.cells.map(() => true));
		expect(count('embed')).toBe(2);
	});
});

describe('a result that is still held', () => {
	it('is taken at once, unasked, also for a heavy cell and what reads it', async () => {
		const { engine, quiet, count, status } = harness();
		engine.runAll();
		await quiet();
		const { view } = engine.cell('embed');
		engine.setParams('embed', { steps: 100 });
		await quiet();
		expect(status()).toEqual({ ...all(whole), embed: 'stale', map: 'stale' });
		engine.undo();
		expect(status()).toEqual(all(whole));
		expect(engine.cell('embed').view).toBe(view);
		await quiet();
		expect([count('embed'), count('map')]).toEqual([1, 1]);
	});
});

describe('a failure', () => {
	it('leaves no trace on a cell whose result arrives after all', async () => {
		const { engine, slow, problems, quiet, finish } = harness(['data', 'prepare', 'features', 'segments']);
		slow.add('segments');
		await quiet();
		await finish('segments');
		slow.clear();
		problems.set('segments', { thrown: new Problem('tooFewCustomers', { n: 1, needed: 2 }) });
		engine.setParams('segments', { k: 3 });
		engine.undo();
		await quiet();
		expect(engine.cell('segments')).toMatchObject({ status: 'done', error: null });
	});
});

describe('why nothing below can use a result', () => {
	it('is said no longer once the cell has been outdated', async () => {
		const { engine, slow, problems, quiet, finish } = harness(['data', 'prepare', 'features']);
		problems.set('data', { blocked: new Problem('oneColumn', { file: 'f' }) });
		await quiet();
		expect(engine.cell('data').blocked).toMatchObject({ id: 'oneColumn' });
		slow.add('data');
		problems.set('data', { thrown: new Problem('fileGone', { file: 'f' }) });
		engine.setParams('data', { delimiter: ';' });
		await quiet();
		expect(engine.cell('data')).toMatchObject({ status: 'running', blocked: null });
		await finish('data');
		await quiet();
		expect(engine.cell('data')).toMatchObject({ status: 'failed', blocked: null, error: { id: 'fileGone' } });
	});
});

describe('a run of everything', () => {
	it.each([
		['a heavy cell that runs', 'embed', 'embed', { steps: 100 }],
		['what a running heavy cell reads', 'embed', 'prepare', { duplicate: 'aside' }],
		['a heavy cell that is done while another runs', 'predict', 'embed', { steps: 100 }],
		['what all heavy cells read, one of them done', 'predict', 'prepare', { duplicate: 'aside' }]
	])('ends with every cell done, though an edit outdates %s', async (_, running, edited, patch) => {
		const { engine, slow, quiet, finish, status } = harness();
		slow.add(running);
		engine.runAll();
		await quiet();
		expect(engine.cell(running).status).toBe('running');
		slow.clear();
		engine.setParams(edited, patch);
		if (engine.cell(running).status === 'running') await finish(running);
		await quiet();
		expect(status()).toEqual(all(whole));
		expect(engine.cell(edited).view).toMatchObject({ params: patch });
	});

	it('goes on once what blocked it has been mended', async () => {
		const { engine, problems, quiet, status } = harness();
		problems.set('data', { blocked: new Problem('noTimeColumn', { file: 'f' }) });
		engine.runAll();
		await quiet();
		expect(status()).toEqual({ ...all(whole, 'idle'), data: 'done' });
		expect(engine.stoppable).toBe(false);
		problems.clear();
		engine.setParams('data', { roles: { time: 1 } });
		await quiet();
		expect(status()).toEqual(all(whole));
	});

	it('asks for nothing once it has ended, whether all went well or not', async () => {
		const { engine, problems, quiet, status } = harness();
		problems.set('predict', { thrown: new Problem('tooShortHistory', { days: 1, needed: 2 }) });
		engine.runAll();
		await quiet();
		expect(status()).toEqual({ ...all(whole), predict: 'failed', export: 'idle' });
		engine.setParams('prepare', { duplicate: 'aside' });
		await quiet();
		expect(status()).toEqual({ ...all(whole), embed: 'stale', map: 'stale', predict: 'idle', export: 'idle' });
	});

	it('asks for nothing anew once the person has stopped a cell', async () => {
		const { engine, slow, quiet } = harness();
		slow.add('embed');
		engine.runAll();
		await quiet();
		engine.stop('embed');
		engine.setParams('embed', { steps: 100 });
		await quiet();
		expect(engine.cell('embed').status).toBe('idle');
		expect(engine.cell('predict').status).toBe('done');
	});

	it('does not outlive the notebook it was asked for', async () => {
		const { engine, slow, quiet, status } = harness();
		slow.add('data');
		engine.runAll();
		await quiet();
		slow.clear();
		engine.open(newNotebook(2, ['data', 'prepare', 'features', 'embed']));
		await quiet();
		expect(status()).toEqual({ data: 'done', prepare: 'done', features: 'done', embed: 'idle' });
	});
});

describe('a heavy cell', () => {
	it('that ran because a cell below was asked for waits to be asked after the next edit', async () => {
		const { engine, slow, quiet, finish } = harness(['data', 'prepare', 'features', 'embed', 'segments', 'map']);
		await quiet();
		slow.add('embed');
		engine.run('embed');
		await quiet();
		engine.run('map');
		await finish('embed');
		await quiet();
		expect(engine.cell('map').status).toBe('done');
		engine.setParams('embed', { steps: 100 });
		await quiet();
		expect(engine.cell('embed').status).toBe('stale');
	});
});

describe('what can be stopped', () => {
	it('is what was asked for, and not the light cells that run by themselves', async () => {
		const { engine, slow, quiet, finish } = harness();
		slow.add('segments').add('map');
		await quiet();
		expect(engine.cell('segments').status).toBe('running');
		expect(engine.stoppable).toBe(false);
		// A heavy cell that waits for light ones to end is stopped with them.
		engine.run('embed');
		expect(engine.cell('embed').status).toBe('idle');
		expect(engine.stoppable).toBe(true);
		await finish('segments');
		await quiet();
		expect(engine.cell('map').status).toBe('running');
		expect(engine.stoppable).toBe(false);
		engine.runAll();
		expect(engine.stoppable).toBe(true);
		engine.stopAll();
		await quiet();
		expect(engine.stoppable).toBe(false);
		expect(engine.cell('map').status).toBe('idle');
		expect(engine.cell('predict').status).toBe('idle');
	});

	it('is a heavy cell while it runs', async () => {
		const { engine, slow, quiet, finish } = harness();
		await quiet();
		slow.add('predict');
		engine.run('predict');
		await quiet();
		expect(engine.stoppable).toBe(true);
		await finish('predict');
		await quiet();
		expect(engine.stoppable).toBe(false);
	});
});
