import { describe, expect, it } from 'vitest';
import { initialLayers, type Layer } from '../../../src/lib/backend/network.js';
import { seeded } from '../../../src/lib/random.js';
import { idle } from '../../task.js';
import { apart, losses, plan } from './parity.js';
import { plainBackend, wasmBackend } from './backends.js';

describe('the kernels', () => {
	it.each(losses)('train to the same weights as plain arithmetic (%s)', async (loss) => {
		const ours = await wasmBackend.train(plan(loss, 24), idle);
		const oracle = await plainBackend.train(plan(loss, 24), idle);
		expect(apart(ours.layers, oracle.layers)).toBeLessThan(1e-5);
		expect(apart(ours.layers, plan(loss, 24).layers)).toBeGreaterThan(0.01);
	});
	it('give the same output as plain arithmetic for more rows than fit one block', async () => {
		const { layers } = plan('squared', 1);
		const rows = 9000;
		const x = Float32Array.from({ length: rows * 6 }, (_, i) => Math.sin(i));
		const ours = wasmBackend.forward(layers, x, rows);
		const oracle = plainBackend.forward(layers, x, rows);
		expect(ours.length).toBe(rows * 6);
		expect(Math.max(...ours.map((value, i) => Math.abs(value - oracle[i]!)))).toBeLessThan(1e-5);
	});
	it('give shares of centres that sum to 1, as plain arithmetic has them', () => {
		const { layers } = plan('divergence', 1);
		const x = Float32Array.from({ length: 70 * 6 }, (_, i) => Math.sin(i));
		const ours = wasmBackend.forward(layers, x, 70);
		plainBackend.forward(layers, x, 70).forEach((share, i) => expect(ours[i]).toBeCloseTo(share, 6));
		for (let r = 0; r < 70; r++) expect(ours.subarray(5 * r, 5 * r + 5).reduce((a, b) => a + b)).toBeCloseTo(1, 6);
	});
	it('repeat themselves to the last bit', async () => {
		const [a, b] = [await wasmBackend.train(plan('squared', 16), idle), await wasmBackend.train(plan('squared', 16), idle)];
		expect(apart(a.layers, b.layers)).toBe(0);
	});
	it.each([1, 3, 4, 5, 8, 13])('take layers of %i numbers, and batches that are no multiple of four', async (width) => {
		const random = seeded(width);
		const layers = initialLayers([width, width + 1, 2, width], ['relu', 'linear', 'linear'], random);
		const rows = Float32Array.from({ length: 7 * width }, () => random() - 0.5);
		const same = {
			...plan('squared', 12),
			layers,
			batchSize: 7,
			fill: (_: number, x: Float32Array, y: Float32Array) => (x.set(rows), y.set(rows))
		};
		const [ours, oracle] = [await wasmBackend.train(same, idle), await plainBackend.train(same, idle)];
		expect(apart(ours.layers, oracle.layers)).toBeLessThan(1e-5);
		const x = rows.subarray(0, 5 * width);
		plainBackend.forward(layers, x, 5).forEach((value, i) => expect(wasmBackend.forward(layers, x, 5)[i]).toBeCloseTo(value, 5));
	});
	it('end where the plan has enough', async () => {
		let seen = 0;
		const trained = await wasmBackend.train({ ...plan('squared', 200), report: (step) => (seen = step), enough: () => seen >= 16 }, idle);
		expect(trained).toMatchObject({ end: 'done', steps: 16 });
	});
	it('stop when asked to', async () => {
		const stop = new AbortController();
		const running = wasmBackend.train({ ...plan('squared', 5000), report: () => stop.abort() }, { ...idle, signal: stop.signal });
		await expect(running).rejects.toThrow(/abort/i);
	});
	it('stop with the last good weights where the loss is no longer a number', async () => {
		const whole = plan('squared', 200);
		const trained = await wasmBackend.train(
			{
				...whole,
				fill(step, x, y) {
					whole.fill(step, x, y);
					if (step >= 20) y[0] = Infinity;
				}
			},
			idle
		);
		expect(trained).toMatchObject({ end: 'diverged', steps: 16 });
		expect(trained.layers.every(({ weights }) => weights.every(Number.isFinite))).toBe(true);
	});
	it('stop with the best weights where the loss grows without bound, finite as it may be', async () => {
		const whole = plan('squared', 200);
		const looks: { step: number; loss: number; layers: Layer[] }[] = [];
		const trained = await wasmBackend.train(
			{
				...whole,
				fill(step, x, y) {
					whole.fill(step, x, y);
					for (let i = 0; i < y.length; i++) y[i]! *= 1.15 ** Math.max(0, step - 16);
				},
				report: (step, loss, layers) => looks.push({ step, loss, layers: layers() })
			},
			idle
		);
		expect(looks.map(({ step }) => step)).toEqual([8, 16, 24, 32]);
		expect(looks[3]!.loss).toBeGreaterThan(10 * looks[1]!.loss);
		expect(trained).toMatchObject({ end: 'diverged', steps: 16 });
		expect(apart(trained.layers, looks[1]!.layers)).toBe(0);
	});
	it.each(losses)('stop with the weights they had where the learning rate is far too high from the start (%s)', async (loss) => {
		const trained = await wasmBackend.train({ ...plan(loss, 200), learningRate: 1e8 }, idle);
		expect(trained).toMatchObject({ end: 'diverged', steps: 0 });
		expect(apart(trained.layers, plan(loss, 1).layers)).toBe(0);
	});
});
