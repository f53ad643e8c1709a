import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { apply, run } from '../../src/cells/embed/run.js';
import { spec, type EmbedModel } from '../../src/cells/embed/spec.js';
import { openBackend } from '../../src/lib/backend/open.js';
import { liveTensors } from '../../src/lib/backend/tensorflow.js';
import type { Customers, Feature } from '../../src/lib/features/customers.js';
import { normal, seeded } from '../../src/lib/random.js';
import { quietContext } from '../context.js';

const random = seeded(3);
const n = 400;
const feature = (id: Feature['id'], unit: Feature['unit'], make: (i: number) => number): Feature => ({
	id,
	unit,
	values: Float64Array.from({ length: n }, (_, i) => make(i))
});
const customers = {
	ids: Array.from({ length: n }, (_, i) => String(i)),
	features: [
		feature('recency', 'days', (i) => (i % 2) * 100 + 10 * Math.abs(normal(random))),
		feature('frequency', 'orders', (i) => 1 + (i % 2) * 5 + Math.floor(3 * random())),
		feature('monetary', 'money', (i) => Math.exp((i % 2) + normal(random))),
		feature('gap', 'days', (i) => (i % 5 === 0 ? NaN : 30 + 10 * normal(random)))
	]
} as unknown as Customers;

const params = v.parse(spec.params, { steps: 200, device: 'wasm' });
const onGraphics = v.parse(spec.params, { steps: 60, device: 'webgl' });

describe('the embedding cell', () => {
	it('leaks no tensor, whether it ends or is stopped half way', async () => {
		await openBackend('webgl');
		const before = liveTensors();
		await run(quietContext(), onGraphics, { customers });
		expect(liveTensors()).toBe(before);
		const stop = new AbortController();
		const running = run({ ...quietContext(stop.signal), preview: () => stop.abort() }, { ...onGraphics, steps: 5000 }, { customers });
		await expect(running).rejects.toThrow(/abort/i);
		expect(liveTensors()).toBe(before);
	});

	it('places customers it has seen exactly as it did, from the model alone', async () => {
		const { output, model } = await run(quietContext(), params, { customers });
		const again = await apply(structuredClone(model) as EmbedModel, { customers });
		expect(again.rows).toBe(n);
		expect(Math.max(...again.values.map((value, i) => Math.abs(value - output.values[i]!)))).toBeLessThan(1e-5);
		expect(again.errors).toEqual(output.errors);
	});

	it('places them where the processor does, whatever trained the network', async () => {
		const { output, model } = await run(quietContext(), onGraphics, { customers });
		expect((await apply(structuredClone(model) as EmbedModel, { customers })).values).toEqual(output.values);
	});
});
