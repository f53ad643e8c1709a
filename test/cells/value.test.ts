import { describe, expect, it } from 'vitest';
import { run as exporting } from '../../src/cells/export/run.js';
import { run as profiling } from '../../src/cells/profile/run.js';
import { run } from '../../src/cells/value/run.js';
import type { DueRow } from '../../src/cells/value/spec.js';
import type { Customers } from '../../src/lib/features/customers.js';
import type { Segments } from '../../src/lib/segments/segments.js';
import { newNotebook, readNotebook, writeNotebook } from '../../src/notebook/notebook.js';
import { quietContext } from '../context.js';
import { leaving, madeAnalysisDay, madeLog } from '../lib/predict/made.js';

const log = madeLog(400, leaving, 8);
const ids = Array.from({ length: 400 }, (_, i) => String(i));
const customers: Customers = { ids, analysisDay: madeAnalysisDay, features: [], country: null, currency: 'EUR', log };
const params = { horizon: 6, margin: 30, discount: 10, model: 'auto' as const };
const ctx = quietContext();

describe('the Value cell', () => {
	it('gives columns of value to the export, and segments that add up to everyone', async () => {
		const { output: values, view } = await run(ctx, params, { customers });
		const segments: Segments = {
			labels: Uint16Array.from(ids, (_, i) => i % 3),
			names: [0, 1, 2].map((index) => ({ kind: 'traits', traits: [], index })),
			strength: null,
			second: null
		};
		const file = await exporting(ctx, {}, { customers, rfm: null, segments, scores: null, values });
		const about = file.view.value!;
		expect(about).toMatchObject({ ahead: true, money: true, alive: true, terms: { horizonMonths: 6, margin: 0.3, annualDiscount: 0.1 } });
		const sum = about.segments.reduce((total, { future }) => total + future!, 0);
		expect(sum).toBeCloseTo(view!.report.future!.money!.value, 6);
		expect(about.segments.reduce((total, group) => total + group.customers, 0)).toBe(400);
		const sumOf = (of: (group: (typeof about.segments)[number]) => number) => about.segments.reduce((total, group) => total + of(group), 0);
		const { everyone } = about;
		expect(everyone.customers).toBe(400);
		expect(sumOf(({ past }) => past)).toBeCloseTo(everyone.past, 6);
		for (const { future, interval, realised } of [...about.segments, everyone]) {
			expect(interval!.low < future! && future! < interval!.high).toBe(true);
			expect(realised!.high - realised!.low).toBeGreaterThan(interval!.high - interval!.low);
		}
		const shown = await profiling(ctx, { show: 'value' }, { customers, segments, values, scores: null });
		expect(shown.view.value).toMatchObject({ segments: about.segments, everyone });
		expect(
			(await profiling(ctx, { show: 'median' }, { customers, segments, values: undefined as never, scores: null })).view.value
		).toBeNull();
		const csv = file.answers!['csv'] as (request: unknown) => Blob;
		const header = ['id', 'segment', 'tier', 'stage', 'past', 'future', 'orders', 'any', 'alive', 'next', 'low', 'high'];
		const request = {
			locale: 'en-GB',
			header,
			rfmNames: [],
			segmentNames: ['a', 'b', 'c'],
			tierNames: ['High', 'Middle', 'Low'],
			stageNames: ['p', 'n', 'w', 'l', 'a', 'r', 'i', 'c']
		};
		const lines = (await csv(request).text()).trim().split('\r\n');
		expect(lines).toHaveLength(401);
		for (const line of lines) expect(line.split(',')).toHaveLength(header.length);
		expect(lines.some((line) => /,\d{4}-\d\d-\d\d,\d{4}-\d\d-\d\d,\d{4}-\d\d-\d\d$/.test(line))).toBe(true);
	});
	it('tells when the next orders are due, soonest first, with the id as it may be seen', async () => {
		const { view, answers, output } = await run(ctx, params, {
			customers: { ...customers, ids: ids.map((id) => `${id}@x.org`), idKind: 'email' }
		});
		const { dated, undated, bins } = view!.due!;
		expect(dated + undated).toBe(400);
		expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(dated);
		const ask = answers!['due'] as (range: object, signal: AbortSignal | null, reveal: boolean) => DueRow[];
		const rows = ask({ from: 0, to: dated }, null, true);
		expect(rows).toHaveLength(dated);
		rows.forEach(({ id, last, next, low, high, chance }, k) => {
			const c = ids.indexOf(id.replace('@x.org', ''));
			expect(last).toBe(log.day[log.start[c + 1]! - 1]);
			expect(next).toBe(output!.future!.next.day[c]);
			expect(last < madeAnalysisDay && madeAnalysisDay <= low && low <= next && next <= high && chance >= 0.5).toBe(true);
			if (k > 0) expect(next).toBeGreaterThanOrEqual(rows[k - 1]!.next);
		});
		expect(ask({ from: 0, to: 1 }, null, false)[0]!.id).not.toContain(rows[0]!.id);
	});
	it('is not for people without orders, and says so', async () => {
		const { output, blocked } = await run(ctx, params, { customers: { ...customers, log: null, analysisDay: null } });
		expect(output).toBeNull();
		expect(blocked).toMatchObject({ id: 'valueNeedsOrders' });
	});
	it('a notebook saved before there was one opens and has none', () => {
		const { cells, ...rest } = newNotebook();
		const earlier = cells
			.filter(({ type }) => type !== 'value')
			.map((cell) => ({ ...cell, inputs: Object.fromEntries(Object.entries(cell.inputs).filter(([name]) => name !== 'values')) }));
		expect(readNotebook(writeNotebook({ ...rest, cells: earlier }), 'x').cells).toEqual(earlier);
	});
});
