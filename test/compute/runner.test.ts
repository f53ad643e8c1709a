import { describe, expect, it } from 'vitest';
import type { RunContext } from '../../src/cells/cell.js';
import type { Reply, RunRequest } from '../../src/compute/protocol.js';
import { createRunner, type AnyRun } from '../../src/compute/runner.js';
import { Problem } from '../../src/lib/problem.js';

type TestRun = (ctx: RunContext, params: Record<string, unknown>, inputs: Record<string, unknown>) => ReturnType<AnyRun>;

const runs: Record<string, TestRun> = {
	number: async (_ctx, { value }) => ({
		output: value,
		view: { value },
		answers: { twice: (by: never) => (value as number) * 2 + (by as number) }
	}),
	sum: async (_ctx, _params, { a, b }) => ({ output: (a as number) + (b as number), view: (a as number) + (b as number) }),
	blocked: async () => ({ output: null, view: 'seen', blocked: new Problem('oneColumn', { file: 'f' }) }),
	endless: async (ctx) => {
		for (let i = 0; ; i++) {
			ctx.progress(i / 1000, 'data.stage.read');
			await ctx.breathe();
			ctx.signal.throwIfAborted();
		}
	},
	previews: async (ctx) => {
		ctx.preview('half');
		return { output: 1, view: 'whole' };
	},
	unsendable: async () => ({ output: 1, view: () => undefined }),
	problem: async () => {
		throw new Problem('fileEmpty', { file: 'a.csv' });
	},
	small: async () => {
		throw new Problem('tooFewCustomers', { n: 2, needed: 20 });
	},
	broken: async () => {
		throw new TypeError('no such thing');
	},
	file: async (ctx) => ({ output: null, view: ctx.file('id')?.name })
};

function harness() {
	const replies: Reply[] = [];
	const runner = createRunner({
		load: async (type) => runs[type] as unknown as AnyRun,
		send: (reply) => replies.push(structuredClone(reply)),
		turn: () => new Promise((resolve) => setImmediate(resolve)),
		helpers: () => undefined,
		now: () => performance.now()
	});
	let job = 0;
	const run = (type: string, key: string, params: unknown = {}, inputs: RunRequest['inputs'] = {}) =>
		runner.handle({ kind: 'run', job: ++job, type, key, params, inputs, seed: 1 });
	return { runner, replies, run, last: () => replies.at(-1) };
}

describe('the runner', () => {
	it('keeps outputs by key and hands them to the cells that read them, by input name', async () => {
		const { run, last } = harness();
		await run('number', 'k1', { value: 2 });
		await run('number', 'k2', { value: 40 });
		await run('sum', 'k3', {}, { a: 'k1', b: 'k2' });
		expect(last()).toMatchObject({ kind: 'done', job: 3, view: 42, blocked: null });
	});
	it('says which inputs it no longer holds', async () => {
		const { run, last } = harness();
		await run('number', 'k1', { value: 2 });
		await run('sum', 'k3', {}, { a: 'k1', b: 'gone' });
		expect(last()).toEqual({ kind: 'missing', job: 2, keys: ['gone'] });
	});
	it('forgets the outputs it is told to, and no other', async () => {
		const { runner, run, last } = harness();
		await run('number', 'k1', { value: 2 });
		await run('number', 'k2', { value: 3 });
		await runner.handle({ kind: 'forget', keys: ['k1', 'never made'] });
		await run('sum', 'k3', {}, { a: 'k1', b: 'k2' });
		expect(last()).toEqual({ kind: 'missing', job: 3, keys: ['k1'] });
		await run('sum', 'k3', {}, { a: 'k2', b: 'k2' });
		expect(last()).toMatchObject({ kind: 'done', view: 6 });
	});
	it('holds nothing that the page never heard of', async () => {
		const { run, last } = harness();
		await run('unsendable', 'k1');
		expect(last()).toMatchObject({ kind: 'failed', error: { name: 'DataCloneError' } });
		await run('sum', 'k2', {}, { a: 'k1' });
		expect(last()).toEqual({ kind: 'missing', job: 2, keys: ['k1'] });
	});
	it('stops a run at its next breath', async () => {
		const { runner, run, last } = harness();
		const running = run('endless', 'k');
		setTimeout(() => void runner.handle({ kind: 'cancel', job: 1 }), 20);
		await running;
		expect(last()).toEqual({ kind: 'cancelled', job: 1 });
	});
	it('reports progress at most ten times a second', async () => {
		const { runner, run, replies } = harness();
		const running = run('endless', 'k');
		setTimeout(() => void runner.handle({ kind: 'cancel', job: 1 }), 250);
		await running;
		const count = replies.filter(({ kind }) => kind === 'progress').length;
		expect(count).toBeGreaterThanOrEqual(1);
		expect(count).toBeLessThanOrEqual(4);
	});
	it('sends previews before the result', async () => {
		const { run, replies } = harness();
		await run('previews', 'k');
		expect(replies.map(({ kind }) => kind)).toEqual(['preview', 'done']);
	});
	it('carries a problem across with its facts, and any other error with its stack', async () => {
		const { run, last } = harness();
		await run('problem', 'k');
		expect(last()).toMatchObject({ kind: 'failed', error: { name: 'Problem', problem: { id: 'fileEmpty', facts: { file: 'a.csv' } } } });
		await run('broken', 'k');
		expect(last()).toMatchObject({
			kind: 'failed',
			error: { name: 'TypeError', message: 'no such thing', stack: expect.stringContaining('no such thing') }
		});
	});
	it('shows a result that nothing below can use, with the reason', async () => {
		const { run, last } = harness();
		await run('blocked', 'k');
		expect(last()).toMatchObject({ kind: 'done', view: 'seen', blocked: { id: 'oneColumn', facts: { file: 'f' } } });
	});
	it('takes what the data cannot give for no failure, but for a result of nothing', async () => {
		const { run, last } = harness();
		await run('small', 'k');
		expect(last()).toMatchObject({ kind: 'done', view: undefined, blocked: { id: 'tooFewCustomers', facts: { n: 2, needed: 20 } } });
	});
	it('answers questions about a result it holds, and says when it does not', async () => {
		const { runner, run, last } = harness();
		await run('number', 'k1', { value: 4 });
		await runner.handle({ kind: 'ask', job: 8, key: 'k1', question: 'twice', args: 1, reveal: false });
		expect(last()).toEqual({ kind: 'answer', job: 8, value: 9 });
		await runner.handle({ kind: 'ask', job: 9, key: 'gone', question: 'twice', args: 1, reveal: false });
		expect(last()).toEqual({ kind: 'missing', job: 9, keys: ['gone'] });
	});
	it('hands opened files to runs', async () => {
		const { runner, run, last } = harness();
		await runner.handle({ kind: 'file', id: 'id', file: new File(['x'], 'orders.csv') });
		await run('file', 'k');
		expect(last()).toMatchObject({ kind: 'done', view: 'orders.csv' });
	});
});
