import { describe, expect, it } from 'vitest';
import { apply, run } from '../../src/cells/map/run.js';
import type { MapModel } from '../../src/cells/map/run-layout.js';
import type { AudienceRequest, CustomerFacts, Kept, MapView, Multiples } from '../../src/cells/map/spec.js';
import { inside } from '../../src/charts/scatter-index.js';
import type { Customers } from '../../src/lib/features/customers.js';
import type { Segments } from '../../src/lib/segments/segments.js';
import { normal, seeded } from '../../src/lib/random.js';
import { quietContext } from '../context.js';

const rows = 600;
const random = seeded(2);
const points = {
	rows,
	cols: 4,
	values: Float32Array.from({ length: rows * 4 }, (_, i) => normal(random) + ((i >> 2) % 3 === i % 4 ? 9 : 0)),
	errors: Float32Array.from({ length: rows }, (_, i) => 1 / (1 + i)),
	by: 'made'
};
const feature = Float64Array.from({ length: rows }, (_, i) => (i === 7 ? NaN : i % 100));
const customers = {
	ids: Array.from({ length: rows }, (_, i) => `c${i}`),
	analysisDay: null,
	features: [{ id: 'recency', unit: 'days', values: feature }],
	country: null,
	currency: 'EUR',
	log: null
} as unknown as Customers;
const segments: Segments = {
	labels: Uint16Array.from({ length: rows }, (_, i) => i % 3),
	names: [{ kind: 'everyone' }, { kind: 'everyone' }, { kind: 'everyone' }],
	strength: null,
	second: null
};
const inputs = { points, segments, customers, scores: undefined, values: undefined };
const choices = { layout: 'umap', neighbours: 15, colour: 'segment', contours: false, drawn: [] as never[] } as const;

describe('the map cell', () => {
	it('shows the principal components at once, then UMAP as it moves, and keeps its layout for another colour', async () => {
		const previews: MapView[] = [];
		const ctx = { ...quietContext(), preview: (view: unknown) => void previews.push(view as MapView) };
		const { view } = await run(ctx, choices, inputs);
		expect(previews[0]!.layout).toBe('pca');
		expect(previews[0]!.x).toHaveLength(rows);
		expect(view).toMatchObject({ layout: 'umap', laidOut: rows, copies: 0, shown: null });
		expect(view.x).not.toEqual(previews[0]!.x);
		const seen = previews.length;
		const again = await run(ctx, { ...choices, colour: 'recency' }, inputs);
		expect(previews).toHaveLength(seen);
		expect(again.view.x).toEqual(view.x);
		expect(again.view.id).toBe(view.id);
		expect(previews.filter(({ layout, id }) => layout === 'umap' && id !== '')).toEqual([]);
		expect(again.view.shade!.ends).toEqual([0, 99]);
		expect(again.view.shade!.ranks[7]).toBeNaN();
		const odd = await run(ctx, { ...choices, colour: '~error' }, inputs);
		expect(odd.view.shade).toMatchObject({ by: { kind: 'error' }, ends: [points.errors.at(-1), 1] });
		expect(odd.view.shade!.ranks[0]).toBeGreaterThan(odd.view.shade!.ranks[1]!);
	});
	it('draws small maps in the same places, the features that segments differ in most first', async () => {
		const withMore = {
			...customers,
			features: [
				...customers.features,
				{ id: 'monetary', unit: 'money', values: Float64Array.from(segments.labels, (label, i) => 100 * label + (i % 7)) }
			]
		} as Customers;
		const { view, answers } = await run(quietContext(), { ...choices, layout: 'pca' }, { ...inputs, customers: withMore });
		const small = (await answers!['multiples']!(null as never, new AbortController().signal, false)) as Multiples;
		expect(small.x).toEqual(view.x);
		expect(small.y).toEqual(view.y);
		expect(small.labels).toEqual(segments.labels);
		expect(small.features.map(({ feature: { id } }) => id)).toEqual(['monetary', 'recency']);
		const [money, days] = small.features;
		// Thirds of the customers hold the lowest, middle and highest third of ranks: variance 2/27 between them, of 1/12 in all.
		money!.means.forEach((mean, s) => expect(mean).toBeCloseTo((2 * s + 1) / 6, 2));
		expect(money!.told).toBeCloseTo(8 / 9, 2);
		expect(days!.told).toBeLessThan(0.02);
		expect(days!.steps[7]).toBe(9);
		expect([...money!.steps].filter((step, i) => segments.labels[i] === 0 && step > 3)).toEqual([]);
	});
	it('writes those inside a line drawn by hand, with whole ids and the name as it may stand in a spreadsheet', async () => {
		const graded = { ...segments, strength: new Float32Array(rows).fill(0.51234), second: segments.labels.map((label) => (label + 1) % 3) };
		const people: Customers = { ...customers, ids: customers.ids.map((id) => `${id}@x.org`), idKind: 'email' };
		const { view, answers } = await run(quietContext(), { ...choices, layout: 'pca' }, { ...inputs, customers: people, segments: graded });
		expect(view.graded).toBe(true);
		// A bracket that opens to the right: those in its mouth do not belong.
		const at = (values: Float32Array, share: number) => values.toSorted()[Math.floor(share * rows)]! + 1e-5;
		const [left, bar, right] = [at(view.x, 0.02), at(view.x, 0.35), at(view.x, 0.9)];
		const [bottom, low, high, top] = [at(view.y, 0.05), at(view.y, 0.3), at(view.y, 0.6), at(view.y, 0.95)];
		const path = [
			[left, bottom],
			[right, bottom],
			[right, low],
			[bar, low],
			[bar, high],
			[right, high],
			[right, top],
			[left, top]
		] as const;
		const expected = people.ids.flatMap((id, i) => {
			const [x, y] = [view.x[i]!, view.y[i]!];
			const mouth = x > bar && y > low && y < high;
			if (x < left || x > right || y < bottom || y > top || mouth) return [];
			const days = Number.isNaN(feature[i]) ? '' : feature[i];
			return [`${id};"'=Nhóm; ""trái""";${'ABC'[i % 3]};0,5123;${'BCA'[i % 3]};${days}`];
		});
		expect(expected.length).toBeGreaterThan(100);
		expect(expected.length).toBeLessThan(rows - 100);
		const request: AudienceRequest = {
			locale: 'vi',
			header: ['mã', 'vẽ tay', 'nhóm', 'độ chắc', 'thứ hai', 'ngày'],
			segmentNames: ['A', 'B', 'C'],
			name: '=Nhóm; "trái"',
			members: inside(view.x, view.y, path)
		};
		const file = answers!['audience']!(request as never, new AbortController().signal, false) as Blob;
		const [header, ...lines] = (await file.text()).trim().split('\r\n');
		expect(header).toBe(request.header.join(';'));
		expect(lines).toEqual(expected);
	});
	it('says how many neighbours each picture keeps, UMAP more than the plane', async () => {
		const share = async (layout: 'pca' | 'umap') => {
			const { answers } = await run(quietContext(), { ...choices, layout }, inputs);
			return (answers!['kept']!(null as never, new AbortController().signal, false) as Promise<Kept>).then((kept) => kept.share);
		};
		const [pca, umap] = [await share('pca'), await share('umap')];
		expect(pca).toBeGreaterThan(15 / rows);
		expect(umap).toBeGreaterThan(pca);
	});
	it.each(['pca', 'umap'] as const)('places known customers where they stand, by %s', async (layout) => {
		const { view, model } = await run(quietContext(), { ...choices, layout }, inputs);
		const places = await apply(structuredClone(model) as MapModel, inputs);
		for (let i = 0; i < rows; i++) {
			expect(places[2 * i]).toBeCloseTo(view.x[i]!, 5);
			expect(places[2 * i + 1]).toBeCloseTo(view.y[i]!, 5);
		}
	});
	it('carries all that a score stands on', async () => {
		const about = { target: { kind: 'purchase' }, model: 'logistic', horizonDays: 90, baseRate: 0.3, auc: 0.8, asOfDay: 20_000 } as const;
		const values = Float32Array.from({ length: rows }, (_, i) => i / rows);
		const { view, answers } = await run(
			quietContext(),
			{ ...choices, layout: 'pca', colour: '~score' },
			{ ...inputs, scores: { ...about, values } }
		);
		expect(view.shade!.by).toEqual({ kind: 'score', about });
		const facts = answers!['customer']!(150 as never, new AbortController().signal, false) as CustomerFacts;
		expect(facts).toMatchObject({ id: 'c150', segment: 0, shade: 0.25 });
	});
	it('stops when asked', async () => {
		const controller = new AbortController();
		const fresh = { ...inputs, points: { ...points, values: points.values.slice() } };
		const work = run({ ...quietContext(controller.signal), preview: () => controller.abort() }, choices, fresh);
		await expect(work).rejects.toThrow('aborted');
	});
});
