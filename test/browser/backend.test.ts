import * as tf from '@tensorflow/tfjs';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { describe, expect, it } from 'vitest';
import { liveTensors, openTensorflow } from '../../src/lib/backend/tensorflow.js';
import { apart, plan } from '../lib/backend/parity.js';
import { plainBackend } from '../lib/backend/plain.js';
import { idle } from '../task.js';

describe.each(['wasm', 'webgl'] as const)('TensorFlow.js on %s in a browser', (device) => {
	it('runs there, and trains to the same weights as plain arithmetic after 24 steps', async () => {
		const backend = await openTensorflow(device);
		expect(backend.device).toMatchObject({ backend: device, reason: 'chosen' });
		for (const loss of ['squared', 'crossEntropy'] as const) {
			const ours = await backend.train(plan(loss, 24), idle);
			const oracle = await plainBackend.train(plan(loss, 24), idle);
			expect(apart(ours.layers, oracle.layers)).toBeLessThan(5e-4);
		}
	});
	it('leaks no tensor, whether a run ends or is stopped', async () => {
		const backend = await openTensorflow(device);
		await backend.train(plan('squared', 8), idle);
		const before = liveTensors();
		await backend.train(plan('squared', 16), idle);
		const stop = new AbortController();
		await expect(backend.train({ ...plan('squared', 5000), report: () => stop.abort() }, { ...idle, signal: stop.signal })).rejects.toThrow(
			/abort/i
		);
		expect(liveTensors()).toBe(before);
	});
});

describe('the choice of a device', () => {
	it('passes over a renderer in software and says so', async () => {
		const gl = new OffscreenCanvas(1, 1).getContext('webgl2')!;
		const names = gl.getExtension('WEBGL_debug_renderer_info')!;
		const software = /swiftshader|llvmpipe|software/i.test(String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)));
		const { device } = await openTensorflow();
		expect(device).toMatchObject(software ? { backend: 'wasm', reason: 'software' } : { backend: 'webgl', reason: 'gpu' });
	});
	it('keeps the last good weights when the graphics context is lost, and goes on with WebAssembly', async () => {
		const backend = await openTensorflow('webgl');
		const whole = plan('squared', 400);
		const loseContext = () => (tf.backend() as MathBackendWebGL).gpgpu.gl.getExtension('WEBGL_lose_context')!.loseContext();
		const trained = await backend.train(
			{
				...whole,
				report: (step) => {
					if (step === 40) loseContext();
				}
			},
			idle
		);
		expect(trained).toMatchObject({ end: 'lost', steps: 40 });
		expect(trained.layers.every(({ weights }) => weights.some((value) => value !== 0))).toBe(true);
		expect((await openTensorflow('webgl')).device.backend).toBe('wasm');
	});
});
