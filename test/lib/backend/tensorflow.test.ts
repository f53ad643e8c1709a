import { describe, expect, it } from 'vitest';
import { liveTensors, openTensorflow } from '../../../src/lib/backend/tensorflow.js';
import { idle } from '../../task.js';
import { apart, plan } from './parity.js';
import { plainBackend } from './plain.js';

describe('TensorFlow.js', () => {
	it.each(['squared', 'crossEntropy'] as const)('trains to the same weights as plain arithmetic (%s)', async (loss) => {
		const backend = await openTensorflow('cpu');
		const ours = await backend.train(plan(loss, 24), idle);
		const oracle = await plainBackend.train(plan(loss, 24), idle);
		expect(apart(ours.layers, oracle.layers)).toBeLessThan(5e-4);
		expect(apart(ours.layers, plan(loss, 24).layers)).toBeGreaterThan(0.01);
	});
	it('gives the same output as plain arithmetic for more rows than fit one block', async () => {
		const backend = await openTensorflow('cpu');
		const { layers } = plan('squared', 1);
		const rows = 9000;
		const x = Float32Array.from({ length: rows * 6 }, (_, i) => Math.sin(i));
		const ours = backend.forward(layers, x, rows);
		const oracle = plainBackend.forward(layers, x, rows);
		expect(ours.length).toBe(rows * 6);
		expect(Math.max(...ours.map((value, i) => Math.abs(value - oracle[i]!)))).toBeLessThan(1e-5);
	});
	it('repeats itself to the last bit', async () => {
		const backend = await openTensorflow('cpu');
		const [a, b] = [await backend.train(plan('squared', 16), idle), await backend.train(plan('squared', 16), idle)];
		expect(apart(a.layers, b.layers)).toBe(0);
	});
	it('leaks no tensor, whether it ends or is stopped', async () => {
		const backend = await openTensorflow('cpu');
		const before = liveTensors();
		await backend.train(plan('squared', 16), idle);
		backend.forward(plan('squared', 1).layers, new Float32Array(600), 100);
		expect(liveTensors()).toBe(before);
		const stop = new AbortController();
		const running = backend.train({ ...plan('squared', 5000), report: () => stop.abort() }, { ...idle, signal: stop.signal });
		await expect(running).rejects.toThrow(/abort/i);
		expect(liveTensors()).toBe(before);
	});
	it('stops with the last good weights where the loss is no longer a number', async () => {
		const backend = await openTensorflow('cpu');
		const whole = plan('squared', 200);
		const trained = await backend.train(
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
});
