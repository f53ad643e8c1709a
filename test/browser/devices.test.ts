import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { run as embed } from '../../src/cells/embed/run.js';
import { spec as embedSpec } from '../../src/cells/embed/spec.js';
import { openBackend } from '../../src/lib/backend/open.js';
import { kmeans } from '../../src/lib/cluster/kmeans.js';
import { adjustedRandIndex } from '../../src/lib/stats/adjusted-rand.js';
import { quietContext } from '../context.js';
import { shopCustomers } from '../shop.js';
import { idle } from '../task.js';
import { withhold } from './withhold.js';

it('a renderer that the browser does not name is tried against the processor, and the faster is taken', async () => {
	withhold('WEBGL_debug_renderer_info');
	const { device } = await openBackend();
	const { webgl, wasm } = device.trial!;
	console.info(`a step: ${webgl.toFixed(2)} ms on WebGL, ${wasm.toFixed(2)} ms on the processor`);
	expect(Math.min(webgl, wasm)).toBeGreaterThan(0);
	expect(device).toMatchObject(webgl <= wasm ? { backend: 'webgl', reason: 'gpu' } : { backend: 'wasm', reason: 'slow' });
	expect((await openBackend()).device).toEqual(device);
});

describe('one notebook on two devices', () => {
	it('gives the same segments of the embedding (adjusted Rand index of at least 0.99)', async () => {
		const customers = await shopCustomers();
		const labels = async (device: 'wasm' | 'webgl') => {
			const { output, view } = await embed(quietContext(), v.parse(embedSpec.params, { steps: 600, device }), { customers });
			expect(view.device.backend).toBe(device);
			return (await kmeans(output, { k: 5, starts: 10, seed: 1 }, idle)).labels;
		};
		const ari = adjustedRandIndex(await labels('wasm'), await labels('webgl'));
		console.info(`adjusted Rand index ${ari.toFixed(4)}`);
		expect(ari).toBeGreaterThanOrEqual(0.99);
	}, 180_000);
});
