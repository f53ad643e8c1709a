import { afterEach, describe, expect, it } from 'vitest';
import { ComputeClient, type Port } from '../../src/compute/client.js';
import { openWorker } from '../../src/compute/open-worker.js';
import { Engine } from '../../src/notebook/engine.svelte.js';
import { newNotebook } from '../../src/notebook/notebook.js';

const opened: Port[] = [];
function start(types?: readonly string[], seed = 1) {
	const client = new ComputeClient(() => {
		const port = openWorker();
		opened.push(port);
		return port;
	});
	const engine = new Engine(client, newNotebook(seed, types));
	engine.setParams('data', { source: { kind: 'sample', name: 'shop' } }, { record: false });
	return { client, engine };
}
afterEach(() => {
	for (const port of opened.splice(0)) port.terminate();
});

async function until(what: string, condition: () => boolean, ms = 60_000): Promise<void> {
	const end = performance.now() + ms;
	while (!condition()) {
		if (performance.now() > end) throw new Error(`Waited in vain until ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}
const upToEmbedding = ['data', 'prepare', 'features', 'embed'] as const;

describe('the engine with its worker', () => {
	it('runs light cells by itself and leaves heavy ones to be asked for', async () => {
		const { engine } = start(upToEmbedding);
		await until('the features are done', () => engine.cell('features').status === 'done');
		expect(engine.cell('embed').status).toBe('idle');
		expect(engine.ready('embed')).toBe(true);
	});

	it('answers a stop during training within 200 ms, five times', async () => {
		const { engine } = start(upToEmbedding);
		await until('the features are done', () => engine.cell('features').status === 'done');
		engine.setParams('embed', { steps: 20_000 });
		for (let round = 0; round < 5; round++) {
			engine.run('embed');
			await until('training shows its loss', () => engine.cell('embed').view !== undefined && (engine.cell('embed').ratio ?? 0) > 0);
			const stopped = performance.now();
			engine.stop('embed');
			await until('the run has ended', () => engine.cell('embed').status !== 'running');
			expect(performance.now() - stopped).toBeLessThan(200);
		}
		expect(engine.cell('embed').view).toBeDefined();
		expect(engine.cell('embed').status).toBe('stale');
	});

	it('leaves only the last result of two quick edits', async () => {
		const { engine } = start(['data', 'prepare', 'features', 'segments']);
		await until('the first segments are there', () => engine.cell('segments').status === 'done');
		engine.setParams('segments', { k: 3 });
		engine.setParams('segments', { k: 7 });
		await until('the segments are done', () => engine.cell('segments').status === 'done');
		expect(engine.cell('segments').view).toMatchObject({ k: 7 });
		await engine.settled();
		expect(engine.cell('segments').view).toMatchObject({ k: 7 });
	});

	it('replaces a worker that dies while it trains, and the notebook recovers', async () => {
		const { client, engine } = start(upToEmbedding);
		engine.setParams('embed', { steps: 400 });
		engine.runAll();
		await until('training is under way', () => (engine.cell('embed').ratio ?? 0) > 0);
		const first = opened.length;
		client.close();
		await until('the embedding is done after all', () => engine.cell('embed').status === 'done');
		expect(opened.length).toBe(first + 1);
		expect(engine.cells.map((cell) => cell.status)).toEqual(['done', 'done', 'done', 'done']);
	});

	it('rebuilds what a new worker lacks when a question needs it', async () => {
		const { client, engine } = start(['data', 'prepare']);
		await until('the rows are prepared', () => engine.cell('prepare').status === 'done');
		client.close();
		expect(await engine.ask('data', 'rows', { file: 0, from: 0, to: 1 })).toHaveLength(1);
	});

	it('leaves every other result as it was when a cell has nothing to give', async () => {
		const { engine } = start(['data', 'prepare', 'features', 'segments', 'predict']);
		await until('the segments are there', () => engine.cell('segments').status === 'done');
		const before = engine.cell('segments').view;
		engine.setParams('predict', { horizon: 400 });
		engine.run('predict');
		await until('the scores are blocked', () => engine.cell('predict').blocked !== null);
		expect(engine.cell('predict').blocked).toMatchObject({ id: 'tooShortHistory', facts: { days: 426 } });
		expect(engine.cell('predict').view).toMatchObject({ target: { kind: 'purchase' }, result: null });
		expect(engine.cell('segments').view).toBe(before);
		expect(engine.cell('segments').status).toBe('done');
	});

	it('gives the same embedding and labels twice for one seed, and others for another', async () => {
		const types = ['data', 'prepare', 'features', 'embed', 'segments'] as const;
		const embedded = async (seed: number) => {
			const { engine } = start(types, seed);
			engine.setParams('embed', { steps: 300 });
			engine.setParams('segments', { space: 'embedding', k: 5 });
			engine.runAll();
			await until('the segments are there', () => engine.cell('segments').status === 'done');
			const { picture } = engine.cell('embed').view as { picture: Float32Array };
			const { sizes } = engine.cell('segments').view as { sizes: number[] };
			return { picture: [...picture], sizes };
		};
		const [first, second, other] = [await embedded(1), await embedded(1), await embedded(2)];
		expect(second).toEqual(first);
		expect(other.picture).not.toEqual(first.picture);
	});

	it('undoes and redoes a choice, and takes results it still holds without running again', async () => {
		const { engine } = start(['data', 'prepare', 'features', 'segments']);
		await until('the segments are there', () => engine.cell('segments').status === 'done');
		const suggested = engine.cell('segments').view;
		engine.setParams('segments', { k: 3 });
		await until('three segments are there', () => {
			const { status, view } = engine.cell('segments');
			return status === 'done' && (view as { k: number }).k === 3;
		});
		engine.undo();
		expect(engine.cell('segments').view).toBe(suggested);
		expect(engine.cell('segments').status).toBe('done');
		engine.redo();
		expect(engine.cell('segments').view).toMatchObject({ k: 3 });
	});

	it('looks at another segmentation with the same cell when its input is bound to another one', async () => {
		const { engine } = start(['data', 'prepare', 'features', 'rfm', 'segments', 'profile']);
		await until('the profile is there', () => engine.cell('profile').status === 'done');
		expect((engine.cell('profile').view as { names: unknown[] }).names).toHaveLength(5);
		engine.setInput('profile', 'segments', 'rfm');
		await until('the profile is there again', () => engine.cell('profile').status === 'done');
		expect((engine.cell('profile').view as { names: unknown[] }).names).toHaveLength(10);
		engine.undo();
		expect((engine.cell('profile').view as { names: unknown[] }).names).toHaveLength(5);
		expect(() => engine.setInput('data', 'table', 'profile')).toThrow(/Cycle/);
	});
});
