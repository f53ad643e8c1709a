import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { run as features } from '../../src/cells/features/run.js';
import { spec as featuresSpec, type BeforeAfter } from '../../src/cells/features/spec.js';
import { run as segments } from '../../src/cells/segments/run.js';
import { spec as segmentsSpec } from '../../src/cells/segments/spec.js';
import { normal, seeded } from '../../src/lib/random.js';
import { applyMissing } from '../../src/lib/features/missing-values.js';
import { makePeople } from '../../src/lib/table/people.js';
import { quietContext } from '../context.js';
import { ordersOf, timeOf } from '../lib/features/orders.js';
import { peopleOf } from '../lib/features/people.js';

const ctx = quietContext();
const random = seeded(8);
const kinds = Array.from({ length: 240 }, (_, i) => i % 3);
/** Three kinds of customers of different height, wealth and city; some values are missing. */
const columns = (unit: number) => {
	const draw = seeded(4);
	return {
		Height: kinds.map((kind, i) => (i % 17 === 0 ? null : (150 + 12 * kind + 4 * normal(draw)) * unit)),
		Spent: kinds.map((kind, i) => (i % 23 === 0 ? null : Math.exp(3 + kind + 0.4 * normal(draw)) * unit)),
		City: kinds.map((kind, i) => (i % 11 === 0 ? null : ['Huế', 'Vinh', 'Ipoh'][draw() < 0.8 ? kind : (kind + 1) % 3]!))
	};
};
const ids = kinds.map((_, i) => `c${i}`);
const run = (params: object, unit = 1) =>
	features(ctx, v.parse(featuresSpec.params, params), { table: { orders: null, people: peopleOf(columns(unit), ids), events: null } });

describe('choices about variables', () => {
	it('leave everything as it is where none is made', async () => {
		const { output, view } = await run({});
		expect(output.features.every(({ measure }) => measure === undefined)).toBe(true);
		expect(view).toMatchObject({ customers: 240, aside: 0 });
		expect(view.variables.map(({ key, missing, policy, touched }) => [key, missing, policy, touched])).toEqual([
			['column:0', 15, 'keep', 0],
			['column:1', 11, 'keep', 0],
			['column:2', 22, 'keep', 0]
		]);
	});
	it('fill and set aside what they say, in a ledger that balances and a file with reasons', async () => {
		const params = { missing: { 'column:0': 'drop', 'column:1': 'median', 'column:2': 'own' } };
		const { output, view, answers, model } = await run(params);
		expect(view.customers + view.aside).toBe(240);
		expect(view.aside).toBe(15);
		expect(view.variables.map(({ touched }) => touched)).toEqual([15, 10, 20]);
		expect(output.features.every(({ values }) => values.every((value) => value === value))).toBe(true);
		expect(output.ids).toHaveLength(225);
		const file = answers!['asideCustomers'] as (request: object) => Blob;
		const text = await file({ locale: 'en-GB', header: ['customer', 'why'], reasons: { 'column:0': 'No value: Height' } }).text();
		const lines = text
			.replace(/^\uFEFF/, '')
			.trim()
			.split('\r\n');
		expect(lines[0]).toBe('customer,why');
		expect(lines.slice(1).sort()).toEqual(
			ids
				.filter((_, i) => i % 17 === 0)
				.map((id) => `${id},No value: Height`)
				.sort()
		);
		// What is learned treats the same customers alike, and crosses to a file and back.
		const whole = await run({});
		const again = applyMissing(whole.output, JSON.parse(JSON.stringify((model as { missing: unknown }).missing)) as never);
		expect(again.customers).toEqual(output);
		expect((await run(params)).view).toEqual(view);
	});
	it('show the charts of what the file says, and the numbers before and after', async () => {
		const params = { missing: { 'column:1': 'median' }, measures: { 'column:1': { method: 'log', weight: 2 } } };
		const { view, answers } = await run(params);
		const spent = view.summaries.find((summary) => summary.kind === 'number' && summary.feature.id === 'column:1');
		expect(spent!.missing).toBe(11);
		const { before, after, skews } = (answers!['beforeAfter'] as (key: string) => BeforeAfter)('column:1');
		const count = (bins: readonly { count: number }[]) => bins.reduce((sum, bin) => sum + bin.count, 0);
		expect([count(before.bins), count(after!.bins)]).toEqual([240, 240]);
		expect(skews[0]).toBeGreaterThan(1);
		expect(Math.abs(skews[1])).toBeLessThan(0.5);
		const out = await run({ measures: { 'column:1': { method: 'log', weight: 0 } } });
		expect((out.answers!['beforeAfter'] as (key: string) => BeforeAfter)('column:1').after).toBe(null);
	});
	it('group the same customers in metres as in centimetres, by every method', async () => {
		for (const method of ['ranks', 'log', 'robust', 'standard', 'winsorised']) {
			const measures = { 'column:0': { method, weight: 1 }, 'column:1': { method, weight: 1.5 } };
			const labels = async (unit: number) => {
				const { output } = await run({ measures }, unit);
				return [...(await segments(ctx, v.parse(segmentsSpec.params, { k: 3 }), { customers: output, points: undefined })).output.labels];
			};
			expect(await labels(0.01)).toEqual(await labels(1));
		}
	});
	it('set aside customers of orders with their lines', async () => {
		const orders = ordersOf(
			Array.from({ length: 70 }, (_, n) => ({
				customer: `c${n % 50}`,
				time: timeOf('2024-01-01T10:00') + Math.floor(90 * random()) * 86_400_000,
				amount: 1 + n
			}))
		);
		const table = { orders, people: null, events: null };
		const all = await features(ctx, v.parse(featuresSpec.params, {}), { table });
		const without = all.view.variables.find(({ key }) => key === 'gap')!;
		expect(without.missing).toBeGreaterThan(0);
		const { output, view } = await features(ctx, v.parse(featuresSpec.params, { missing: { gap: 'drop' } }), { table });
		expect([view.aside, view.customers]).toEqual([without.missing, 50 - without.missing]);
		expect(output.log!.start).toHaveLength(view.customers + 1);
	});
});

describe('a customer id that is an e-mail', () => {
	it('is masked in answers for the screen unless it may be revealed', async () => {
		const people = makePeople({ ...peopleOf(columns(1)), ids: ids.map((id) => `${id}@shop.example`), idKind: 'email' });
		const { answers } = await features(ctx, v.parse(featuresSpec.params, {}), { table: { orders: null, people, events: null } });
		const page = answers!['customers'] as (args: object, signal: AbortSignal, reveal: boolean) => unknown[][];
		const { signal } = new AbortController();
		expect(page({ from: 0, to: 1 }, signal, false)[0]![0]).toMatch(/^c•••@s•••\.example·/);
		expect(page({ from: 0, to: 1 }, signal, true)[0]![0]).toBe('c0@shop.example');
	});
});
