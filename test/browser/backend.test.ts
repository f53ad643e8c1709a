import * as tf from '@tensorflow/tfjs';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { describe, expect, it, vi } from 'vitest';
import { initialLayers, type Layer } from '../../src/lib/backend/network.js';
import { openBackend } from '../../src/lib/backend/open.js';
import { liveTensors } from '../../src/lib/backend/tensorflow.js';
import { seeded } from '../../src/lib/random.js';
import { plainBackend } from '../lib/backend/backends.js';
import { apart, losses, plan } from '../lib/backend/parity.js';
import { idle } from '../task.js';

const webgl = () => tf.backend() as MathBackendWebGL;

describe.each(['wasm', 'webgl'] as const)('training on %s in a browser', (device) => {
	it('runs there, and leads to the same weights as plain arithmetic after 24 steps', async () => {
		const backend = await openBackend(device);
		expect(backend.device).toMatchObject({ backend: device, reason: 'chosen' });
		for (const loss of losses) {
			const ours = await backend.train(plan(loss, 24), idle);
			const oracle = await plainBackend.train(plan(loss, 24), idle);
			expect(apart(ours.layers, oracle.layers)).toBeLessThan(5e-4);
		}
	});
	it('stops with the last good weights where the loss is no longer a number', async () => {
		const backend = await openBackend(device);
		const whole = plan('squared', 200);
		const spoilt = (value: number) => ({
			...whole,
			fill(step: number, x: Float32Array, y: Float32Array) {
				whole.fill(step, x, y);
				if (step >= 20) y[0] = value;
			}
		});
		const good = await backend.train(plan('squared', 200), idle);
		for (const value of [NaN, Infinity, 1e30]) {
			const trained = await backend.train(spoilt(value), idle);
			expect(trained).toMatchObject({ end: 'diverged', steps: 16 });
			expect(trained.layers.every(({ weights, bias }) => weights.every(Number.isFinite) && bias.every(Number.isFinite))).toBe(true);
			expect(apart(trained.layers, whole.layers)).toBeGreaterThan(0);
			expect(apart(trained.layers, good.layers)).toBeLessThan(2);
		}
	});
});

describe('TensorFlow.js on WebGL', () => {
	it('leaks no tensor, whether a run ends or is stopped', async () => {
		const backend = await openBackend('webgl');
		await backend.train(plan('squared', 8), idle);
		const before = liveTensors();
		await backend.train(plan('squared', 16), idle);
		const stop = new AbortController();
		await expect(backend.train({ ...plan('squared', 5000), report: () => stop.abort() }, { ...idle, signal: stop.signal })).rejects.toThrow(
			/abort/i
		);
		expect(liveTensors()).toBe(before);
	});
	it('runs at most 60 programs a step for a network of six layers', async () => {
		const backend = await openBackend('webgl');
		const random = seeded(1);
		const layers = initialLayers([40, 64, 32, 8, 32, 64, 40], ['relu', 'relu', 'linear', 'relu', 'relu', 'linear'], random);
		const rows = Float32Array.from({ length: 256 * 40 }, () => random() - 0.5);
		const run = webgl().runWebGLProgram;
		let programs = 0;
		let before = 0;
		webgl().runWebGLProgram = (...args) => {
			programs++;
			return run.apply(webgl(), args);
		};
		const perStep: number[] = [];
		await backend.train(
			{
				...plan('squared', 8),
				layers,
				batchSize: 256,
				reportEvery: 100,
				fill(_, x, y) {
					perStep.push(programs - before);
					before = programs;
					x.set(rows);
					y.set(rows);
				}
			},
			idle
		);
		webgl().runWebGLProgram = run;
		console.info(`programs a step: ${perStep.slice(1).join(', ')}`);
		expect(Math.max(...perStep.slice(2))).toBeLessThanOrEqual(60);
		expect(Math.min(...perStep.slice(2))).toBeGreaterThan(12);
	});
});

describe('the choice of a device', () => {
	it('passes over a renderer in software and says so', async () => {
		const gl = new OffscreenCanvas(1, 1).getContext('webgl2')!;
		const names = gl.getExtension('WEBGL_debug_renderer_info')!;
		const software = /swiftshader|llvmpipe|software/i.test(String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)));
		const { device } = await openBackend();
		if (software) expect(device).toMatchObject({ backend: 'wasm', reason: 'software', trial: null });
		else expect(device.trial).toMatchObject({ webgl: expect.any(Number), wasm: expect.any(Number) });
	});
	it('goes on from the last look when the graphics context is lost, on a new one, and the second time with WebAssembly', async () => {
		const backend = await openBackend('webgl');
		const whole = plan('squared', 400);
		const x = Float32Array.from({ length: 70 * 6 }, (_, i) => Math.sin(i));
		/** Outputs are right at every look, whatever the context says of itself: one that goes away says so in a later turn only. */
		const loseAt = (lost: number) => ({
			...whole,
			report(step: number, _: number, layers: () => Layer[]) {
				if (step !== lost) return;
				const { gl } = webgl().gpgpu;
				gl.getExtension('WEBGL_lose_context')!.loseContext();
				const oracle = plainBackend.forward(layers(), x, 70);
				for (const told of [false, true]) {
					const says = vi.spyOn(gl, 'isContextLost').mockReturnValue(told);
					backend.forward(layers(), x, 70).forEach((value, i) => expect(value).toBeCloseTo(oracle[i]!, 4));
					says.mockRestore();
				}
			}
		});
		const calm = await openBackend('wasm').then((wasm) => wasm.train(whole, idle));
		const once = await backend.train(loseAt(40), idle);
		expect(once).toMatchObject({ end: 'done', steps: 400, resumedAt: 40 });
		expect(tf.getBackend()).toBe('webgl');
		expect(apart(once.layers, calm.layers)).toBeLessThan(0.2);
		const again = await backend.train(loseAt(80), idle);
		expect(again).toMatchObject({ end: 'done', steps: 400, resumedAt: 80 });
		for (const { device } of [backend, await openBackend('webgl')]) expect(device).toMatchObject({ backend: 'wasm', reason: 'lost' });
	});
});
