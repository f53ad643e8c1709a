import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { apply as applySegments, run as segments } from '../../src/cells/segments/run.js';
import {
	folds,
	lightOf,
	networked,
	spec as segmentsSpec,
	type Agreement,
	type KEvidence,
	type SegmentsModel,
	type SegmentsView,
	type StabilityPart,
	type TrialPart,
	type TrialRequest
} from '../../src/cells/segments/spec.js';
import type { Answers } from '../../src/cells/cell.js';
import { takeCustomers } from '../../src/lib/features/take.js';
import { scale } from '../../src/lib/embed/scale.js';
import type { Customers } from '../../src/lib/features/customers.js';
import { normal, seeded } from '../../src/lib/random.js';
import { adjustedRandIndex } from '../../src/lib/stats/adjusted-rand.js';
import { quietContext } from '../context.js';
import { plainShop, shopCustomers } from '../shop.js';

let customers: Awaited<ReturnType<typeof shopCustomers>>;
beforeAll(async () => {
	customers = await shopCustomers();
});

const keptBy = (answers: Answers): string => answers['keep']!(null as never, new AbortController().signal, false) as string;
/** By kept segments that have been in a notebook's file. */
const placedBy = (kept: string, of: Customers) =>
	segments(quietContext(), v.parse(segmentsSpec.params, JSON.parse(JSON.stringify({ kept }))), { customers: of, points: undefined });

describe('the segments cell on the sample shop', () => {
	it('finds the hidden segments, and places the same customers alike from its model alone', async () => {
		const { output, view, model } = await segments(quietContext(), v.parse(segmentsSpec.params, { method: 'auto' }), {
			customers,
			points: undefined
		});
		expect(view).toMatchObject({ k: 5, suggestion: { structure: 'clear', k: 5 }, method: 'kmeans', choice: { why: 'alike' } });
		expect(adjustedRandIndex(output.labels, Uint16Array.from(customers.truth))).toBeGreaterThanOrEqual(0.8);
		const again = applySegments(structuredClone(model) as SegmentsModel, { customers, points: undefined });
		expect([...again.labels]).toEqual([...output.labels]);
		expect([...again.strength!]).toEqual([...output.strength!]);
		expect(view.sizes.reduce((a, b) => a + b)).toBe(customers.ids.length);
		expect(view.revenue!.reduce((a, b) => a + b)).toBeCloseTo(1, 10);
	});
	it('numbers the segments by size', async () => {
		const params = v.parse(segmentsSpec.params, { method: 'kmeans', k: 7 });
		const { view } = await segments(quietContext(), params, { customers, points: undefined });
		expect([...view.sizes].sort((a, b) => b - a)).toEqual(view.sizes);
	});
	it.each(['diagonal', 'full', 'dec', 'ward', 'consensus'] as const)(
		'finds them by the method “%s” too, and places the same customers alike',
		async (method) => {
			const { output, view, model } = await segments(quietContext(), v.parse(segmentsSpec.params, { method, k: 5 }), {
				customers,
				points: undefined
			});
			expect(adjustedRandIndex(output.labels, Uint16Array.from(customers.truth))).toBeGreaterThanOrEqual(0.6);
			expect([...view.sizes].sort((a, b) => b - a)).toEqual(view.sizes);
			expect(view.tree === null).toBe(method !== 'ward');
			expect(view.setbacks).toEqual(networked(method) ? { diverged: 0, resumed: 0 } : null);
			const again = applySegments(structuredClone(model) as SegmentsModel, { customers, points: undefined });
			expect([...again.labels]).toEqual([...output.labels]);
			expect([...again.second!]).toEqual([...output.second!]);
			expect([...again.strength!]).toEqual([...output.strength!]);
			output.labels.forEach((label, i) => expect(output.second![i]).not.toBe(label));
		},
		240_000
	);
	it('shows the segments of k-means at once while networks learn, and then what they learn', async () => {
		const views: SegmentsView[] = [];
		const ctx = { ...quietContext(), preview: (view: unknown) => void views.push(view as SegmentsView) };
		const { view } = await segments(ctx, v.parse(segmentsSpec.params, { method: 'dec', k: 5 }), { customers, points: undefined });
		const { view: means } = await segments(quietContext(), v.parse(segmentsSpec.params, { method: 'kmeans', k: 5 }), {
			customers,
			points: undefined
		});
		expect(view.training).toBeNull();
		expect(views[0]).toEqual({ ...means, method: 'dec', device: view.device });
		const learned = views.slice(1).map(({ training }) => training!);
		expect(learned[0]).toMatchObject({ network: 0, networks: 1, stage: 'code', step: 100, steps: 3200 });
		for (const { picture, labels } of learned) {
			expect(picture).toHaveLength(2 * labels.length);
			expect(picture.every(Number.isFinite)).toBe(true);
		}
	});
	it('says that there is no clear structure where customers of one kind came one after another, many of them once so far', async () => {
		let none = 0;
		for (let seed = 1; seed <= 6; seed++) {
			const customers = await plainShop(seed);
			const once = customers.features.find(({ id }) => id === 'gap')!.values.filter(Number.isNaN).length / customers.ids.length;
			expect(once).toBeGreaterThan(0.2);
			const { view } = await segments(quietContext(), v.parse(segmentsSpec.params, {}), { customers, points: undefined });
			if (view.suggestion.structure === 'none' && view.choice?.why === 'cloud') none++;
		}
		expect(none).toBeGreaterThanOrEqual(5);
	}, 60_000);
	it('goes on to the best of all by itself where features that go together hide segments, from the segments of k-means', async () => {
		const random = seeded(3);
		const rows = Array.from({ length: 900 }, (_, i) => {
			const [a, b] = [normal(random), normal(random)];
			const block = Array.from({ length: 12 }, (_, j) => 2 * (j % 2 === 0 ? a : b) + 0.5 * normal(random));
			return [...Array.from({ length: 6 }, (_, j) => (i % 3 === j % 3 ? 1.4 : 0) + 0.6 * normal(random)), ...block];
		});
		const hiding: Customers = {
			ids: rows.map((_, i) => `${i}`),
			analysisDay: null,
			features: rows[0]!.map((_, j) => ({
				id: `${j}`,
				unit: 'number',
				attribute: { column: j, name: `${j}` },
				values: Float64Array.from(rows, (row) => row[j]!)
			})),
			country: null,
			currency: null,
			log: null
		};
		const stop = new AbortController();
		let first: SegmentsView | null = null;
		const preview = (view: unknown): void => {
			first = view as SegmentsView;
			stop.abort();
		};
		const running = segments({ ...quietContext(stop.signal), preview }, v.parse(segmentsSpec.params, { method: 'auto' }), {
			customers: hiding,
			points: undefined
		});
		await expect(running).rejects.toThrow(/abort/i);
		const { view: means } = await segments(quietContext(), v.parse(segmentsSpec.params, { method: 'kmeans', k: 3 }), {
			customers: hiding,
			points: undefined
		});
		expect(first).toMatchObject({
			method: 'consensus',
			choice: { why: 'hidden' },
			suggestion: { structure: 'clear', k: 3 },
			sizes: means.sizes
		});
		const { choice, suggestion } = means;
		expect([choice, suggestion.structure]).toEqual([null, 'clear']);
		expect(suggestion.clearest.gap).toBeLessThan(suggestion.clearest.needed);
	});
	it.each(['dec', 'consensus'] as const)('stops the method “%s” when asked, while it learns', async (method) => {
		const stop = new AbortController();
		const ctx = { ...quietContext(stop.signal), preview: (view: unknown) => (view as SegmentsView).training && stop.abort() };
		const running = segments(ctx, v.parse(segmentsSpec.params, { method, k: 5 }), { customers, points: undefined });
		await expect(running).rejects.toThrow(/abort/i);
	});
	it('keeps the customers that HDBSCAN leaves out in a group of their own, the last', async () => {
		const { output, view, model } = await segments(quietContext(), v.parse(segmentsSpec.params, { method: 'hdbscan' }), {
			customers,
			points: undefined
		});
		expect(view.names.at(-1)).toEqual({ kind: 'outliers' });
		expect(view.names).toHaveLength(view.k + 1);
		output.labels.forEach((label, i) => expect(output.strength![i]! > 0).toBe(label < view.k));
		const again = applySegments(structuredClone(model) as SegmentsModel, { customers, points: undefined });
		expect([...again.labels]).toEqual([...output.labels]);
		expect([...again.strength!]).toEqual([...output.strength!]);
	});
	it.each(['kmeans', 'full', 'ward', 'dec'] as const)(
		'keeps the segments of “%s” in the notebook, and places old and new customers by them alike',
		async (method) => {
			const params = v.parse(segmentsSpec.params, { method, k: 4 });
			const { output, view, answers } = await segments(quietContext(), params, { customers, points: undefined });
			const kept = keptBy(answers!);
			const again = await placedBy(kept, customers);
			expect([...again.output.labels]).toEqual([...output.labels]);
			expect([...again.output.second!]).toEqual([...output.second!]);
			expect([...again.output.strength!]).toEqual([...output.strength!]);
			expect(again.view).toMatchObject({ k: 4, sizes: view.sizes, names: view.names, scan: view.scan, method });
			expect(again.view.kept).toMatchObject({ customers: customers.ids.length, day: customers.analysisDay });
			// Fewer than it would learn from, and other quantiles: only what was kept can place them so.
			const few = Int32Array.from({ length: 15 }, (_, i) => 100 * i + 7);
			const placed = await placedBy(kept, takeCustomers({ ...customers, log: null }, few));
			expect([...placed.output.labels]).toEqual([...few].map((row) => output.labels[row]));
			expect([...placed.output.strength!]).toEqual([...few].map((row) => output.strength![row]));
		},
		120_000
	);
	it('says what is wrong with segments that were kept, and with customers that lack what they were learned with', async () => {
		const { answers } = await segments(quietContext(), v.parse(segmentsSpec.params, { method: 'kmeans' }), {
			customers,
			points: undefined
		});
		const kept = keptBy(answers!);
		await expect(placedBy(kept.replace('"k":5', '"k":6'), customers)).rejects.toMatchObject({ id: 'keptBroken' });
		await expect(placedBy(kept.replace('segments@', 'segments@9'), customers)).rejects.toMatchObject({ id: 'keptBroken' });
		const features = customers.features.filter(({ id }) => id !== 'monetary');
		await expect(placedBy(kept, { ...customers, features })).rejects.toMatchObject({ id: 'keptFeature', facts: { feature: 'monetary' } });
	});
	it('refines on all customers what it found on a sample of them, and makes a tree of all of them', async () => {
		const random = seeded(4);
		const rows = 24_000;
		const many: Customers = {
			ids: Array.from({ length: rows }, (_, i) => `${i}`),
			analysisDay: null,
			features: ['a', 'b', 'c'].map((id, j) => ({
				id,
				unit: 'number',
				attribute: { column: j, name: id, value: '' },
				measure: { method: 'standard', weight: 1 },
				values: Float64Array.from({ length: rows }, (_, i) => (i % 3 === j ? 12 : 0) + normal(random))
			})),
			country: null,
			currency: null,
			log: null
		};
		const told: Record<string, number[]> = {};
		const progress = (ratio: number | null, stage: string) => void (told[stage] ??= []).push(ratio!);
		const { output, model } = await segments({ ...quietContext(), progress }, v.parse(segmentsSpec.params, { k: 3, method: 'kmeans' }), {
			customers: many,
			points: undefined
		});
		expect(Object.keys(told)).toEqual(['segments.stage.scan', 'segments.stage.learn']);
		for (const ratios of Object.values(told)) {
			expect(ratios).toEqual([...ratios].sort((a, b) => a - b));
			expect(ratios.at(-1)).toBeCloseTo(1, 6);
			expect(Math.max(...ratios.map((ratio, at) => ratio - (ratios[at - 1] ?? 0)))).toBeLessThan(0.35);
		}
		const { scaling, clusters } = model as SegmentsModel;
		const { cols, values } = scale(many, scaling!);
		const means = new Float64Array(3 * cols);
		const sizes = [0, 0, 0];
		output.labels.forEach((label, i) => {
			sizes[label]!++;
			for (let j = 0; j < cols; j++) means[label * cols + j]! += values[i * cols + j]!;
		});
		expect(sizes).toEqual([8000, 8000, 8000]);
		if (clusters.kind !== 'centres') throw new Error(clusters.kind);
		clusters.centroids.forEach((value, at) => expect(value).toBeCloseTo(means[at]! / 8000, 6));
		const { view: tree } = await segments(quietContext(), v.parse(segmentsSpec.params, { k: 3, method: 'ward' }), {
			customers: many,
			points: undefined
		});
		expect([tree.sizes, tree.tree!.size]).toEqual([[8000, 8000, 8000], rows]);
	});
	it('compares numbers by size where groups stand apart that way, unless told otherwise, and places the same customers alike', async () => {
		const random = seeded(6);
		const truth = Uint16Array.from({ length: 900 }, (_, i) => i % 6);
		const values = (at: readonly number[]) => Float64Array.from(truth, (c) => at[c]! + normal(random));
		const apart: Customers = {
			ids: Array.from(truth, (_, i) => `${i}`),
			analysisDay: null,
			features: [
				{ id: 'a', unit: 'number', attribute: { column: 0, name: 'a' }, values: values([0, 8, 16, 0, 8, 40]) },
				{ id: 'b', unit: 'number', attribute: { column: 1, name: 'b' }, values: values([0, 0, 0, 8, 30, 8]) }
			],
			country: null,
			currency: null,
			log: null
		};
		const { view, output, model } = await segments(quietContext(), v.parse(segmentsSpec.params, {}), {
			customers: apart,
			points: undefined
		});
		expect(view).toMatchObject({ k: 6, numbers: 'sizes', suggestion: { structure: 'clear' } });
		expect(adjustedRandIndex(output.labels, truth)).toBeGreaterThan(0.98);
		const again = applySegments(structuredClone(model) as SegmentsModel, { customers: apart, points: undefined });
		expect([...again.labels]).toEqual([...output.labels]);
		expect([...again.strength!]).toEqual([...output.strength!]);
		const ranked = await segments(quietContext(), v.parse(segmentsSpec.params, { numbers: 'ranks' }), {
			customers: apart,
			points: undefined
		});
		expect(ranked.view.numbers).toBe('ranks');
		expect(adjustedRandIndex(ranked.output.labels, truth)).toBeLessThan(0.98);
	});
	it('answers what speaks for each number of segments, and how stable each segment is', async () => {
		const { view, answers } = await segments(quietContext(), v.parse(segmentsSpec.params, {}), { customers, points: undefined });
		const ask = <Answer>(question: string, args: unknown = null) =>
			answers![question]!(args as never, new AbortController().signal, true) as Promise<Answer>;
		const evidence = await ask<KEvidence>('evidence');
		expect(evidence.byK.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect(evidence.best.icl).toBeGreaterThanOrEqual(4);
		const first = await ask<StabilityPart>('stability', { from: 0, to: 5 });
		expect(first.sums).toHaveLength(view.k);
		first.sums.forEach((sum, c) => expect(lightOf(sum / first.counts[c]!, view.suggestion.structure)).toMatch(/high|stable/));
		const agreement = await ask<Agreement>('agreement');
		expect(Math.min(...agreement.seeds)).toBeGreaterThan(0.8);
		expect(agreement.without).toHaveLength(14);
	});
	it('answers how a method does on quarters of the features that were hidden from it, and on resamples', async () => {
		const { answers } = await segments(quietContext(), v.parse(segmentsSpec.params, {}), { customers, points: undefined });
		const ask = (request: TrialRequest) => answers!['trial']!(request as never, new AbortController().signal, true) as Promise<TrialPart>;
		for (const method of ['kmeans', 'diagonal'] as const) {
			expect(await ask({ method, part: 'whole' })).toBeGreaterThan(0.15);
			for (let without = 0; without < folds; without++) expect(await ask({ method, part: { without } })).toBeGreaterThan(0.1);
			expect(await ask({ method, part: { resample: 0 } })).toBeGreaterThan(0.7);
		}
	});
	it('stops answering when asked', async () => {
		const { answers } = await segments(quietContext(), v.parse(segmentsSpec.params, { method: 'kmeans', k: 3 }), {
			customers,
			points: undefined
		});
		const stop = new AbortController();
		const asked = answers!['agreement']!(null as never, stop.signal, true);
		stop.abort();
		await expect(asked).rejects.toThrow(/abort/i);
	});
});
