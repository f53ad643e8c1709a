import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { apply as applySegments, run as segments } from '../../src/cells/segments/run.js';
import { spec as segmentsSpec, type SegmentsModel } from '../../src/cells/segments/spec.js';
import { adjustedRandIndex } from '../../src/lib/stats/adjusted-rand.js';
import { quietContext } from '../context.js';
import { shopCustomers } from '../shop.js';

let customers: Awaited<ReturnType<typeof shopCustomers>>;
beforeAll(async () => {
	customers = await shopCustomers();
});

describe('the segments cell on the sample shop', () => {
	it('finds the hidden segments, and places the same customers alike from its model alone', async () => {
		const { output, view, model } = await segments(quietContext(), v.parse(segmentsSpec.params, {}), { customers, points: undefined });
		expect(view).toMatchObject({ k: 5, suggestion: { structure: 'clear', k: 5 } });
		expect(adjustedRandIndex(output.labels, Uint16Array.from(customers.truth))).toBeGreaterThanOrEqual(0.8);
		const again = applySegments(structuredClone(model) as SegmentsModel, { customers, points: undefined });
		expect([...again.labels]).toEqual([...output.labels]);
		expect([...again.strength!]).toEqual([...output.strength!]);
		expect(view.sizes.reduce((a, b) => a + b)).toBe(customers.ids.length);
		expect(view.revenue!.reduce((a, b) => a + b)).toBeCloseTo(1, 10);
	});
	it('numbers the segments by size', async () => {
		const { view } = await segments(quietContext(), v.parse(segmentsSpec.params, { k: 7 }), { customers, points: undefined });
		expect([...view.sizes].sort((a, b) => b - a)).toEqual(view.sizes);
	});
});
