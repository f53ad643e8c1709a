import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { apply, run } from '../../src/cells/embed/run.js';
import { spec, type EmbedModel, type OddCustomer, type OddFileRequest } from '../../src/cells/embed/spec.js';
import { run as segments } from '../../src/cells/segments/run.js';
import { spec as segmentsSpec } from '../../src/cells/segments/spec.js';
import { quietContext } from '../context.js';
import { shopCustomers } from '../shop.js';

describe('the embedding cell on the sample shop', () => {
	it('lists odd customers with what is unlike others, ids masked on the screen and whole in the file', async () => {
		const shop = await shopCustomers();
		const customers = { ...shop, ids: shop.ids.map((id) => `person${id}@example.com`), idKind: 'email' as const };
		const { view, answers } = await run(quietContext(), v.parse(spec.params, { steps: 1000, device: 'wasm' }), { customers });
		const { signal } = new AbortController();
		const { customers: count, fence, median } = view.odd!;
		const odd = (reveal: boolean) => answers!['odd']!({ from: 0, to: count } as never, signal, reveal) as OddCustomer[];
		const [masked, whole] = [odd(false), odd(true)];
		expect(whole.length).toBe(count);
		expect(count).toBeGreaterThan(0);
		expect(count).toBeLessThan(0.05 * shop.ids.length);
		expect(masked.map(({ id }) => id).join()).not.toContain('person');
		for (const { id, error, unlike } of whole) {
			expect(error).toBeGreaterThan(fence);
			expect(fence).toBeGreaterThan(median);
			for (const { feature, value } of unlike)
				expect(value).toBe(customers.features.find((each) => each.id === feature.id)!.values[customers.ids.indexOf(id)]);
		}
		const names = { gap: 'Days between purchases' };
		const request: OddFileRequest = { locale: 'en', header: ['id', 'error'], told: ['feature', 'value', 'expected'], names };
		const text = await ((await answers!['oddFile']!(request as never, signal, false)) as Blob).text();
		const lines = text.trim().split('\r\n');
		expect(lines[0]).toBe(`id,error${',feature,value,expected'.repeat(3)}`);
		lines.slice(1).forEach((line, i) => expect(line.split(',').slice(0, 2)).toEqual([whole[i]!.id, String(whole[i]!.error)]));
		expect(lines).toHaveLength(1 + count);
	});
	it('keeps the embedding in the notebook, which places the same customers alike, and the segments kept with it', async () => {
		const customers = await shopCustomers();
		const { signal } = new AbortController();
		const params = v.parse(spec.params, { steps: 200, device: 'wasm' });
		const first = await run(quietContext(), params, { customers });
		const kept = first.answers!['keep']!(null as never, signal, false) as string;
		const again = await run(quietContext(), { ...params, kept: JSON.parse(JSON.stringify(kept)) as string }, { customers });
		expect(again.output).toEqual(first.output);
		expect(again.view).toMatchObject({ rebuilt: first.view.rebuilt, odd: first.view.odd, loss: first.view.loss });
		expect(again.view.kept).toMatchObject({ customers: customers.ids.length, rebuilt: first.view.rebuilt });
		const choices = v.parse(segmentsSpec.params, { space: 'embedding', method: 'kmeans', k: 3 });
		const formed = await segments(quietContext(), choices, { customers, points: first.output });
		const held = { ...choices, kept: formed.answers!['keep']!(null as never, signal, false) as string };
		const placed = await segments(quietContext(), held, { customers, points: again.output });
		expect(placed.output.labels).toEqual(formed.output.labels);
		const other = await run(quietContext(), { ...params, steps: 220 }, { customers });
		await expect(segments(quietContext(), held, { customers, points: other.output })).rejects.toMatchObject({ id: 'keptElsewhere' });
	});
	it('stretches its directions to one width when asked to, for new customers too', async () => {
		const customers = await shopCustomers();
		const params = v.parse(spec.params, { steps: 200, device: 'wasm', directions: 'alike' });
		const { output, view, model } = await run(quietContext(), params, { customers });
		expect(view).toMatchObject({ directions: 'alike', dims: 8, suggested: { dims: 8 } });
		for (let j = 0; j < 8; j++) {
			const own = Float64Array.from(customers.ids, (_, i) => output.values[8 * i + j]!);
			expect(own.reduce((sum, value) => sum + value * value, 0) / own.length).toBeCloseTo(1, 2);
		}
		expect((await apply(structuredClone(model) as EmbedModel, { customers })).values).toEqual(output.values);
	});
});
