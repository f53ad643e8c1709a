import { describe, expect, it } from 'vitest';
import type { Feature } from '../../../src/lib/features/customers.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { distinct } from '../../../src/lib/segments/distinct.js';
import { nameSegments } from '../../../src/lib/segments/name.js';
import { groupProfile, profile } from '../../../src/lib/segments/profile.js';

const random = seeded(2);
const n = 900;
const labels = Uint16Array.from({ length: n }, (_, i) => i % 3);
const make = (id: Feature['id'], unit: Feature['unit'], of: (segment: number) => number): Feature => ({
	id,
	unit,
	values: Float64Array.from(labels, (segment) => of(segment))
});
const money = make('monetary', 'money', (s) => (s === 0 ? 500 : 50) * Math.exp(0.2 * normal(random)));
const features = [
	money,
	{ ...money, id: 'items' as const, unit: 'items' as const, values: money.values.map((value) => value * 3) },
	make('weekend', 'share', (s) => (s === 1 ? 0.9 : 0.1) + 0.02 * normal(random)),
	make('hour', 'hour', () => 12 + normal(random)),
	make('gap', 'days', (s) => (s === 2 ? NaN : 20 + normal(random)))
];

describe('names of segments', () => {
	const names = nameSegments(features, labels, 3);
	const traits = names.map((name) => (name.kind === 'traits' ? name.traits : []));
	it('say what sets each segment apart', () => {
		expect(traits[0]![0]).toMatchObject({ feature: { id: 'monetary' }, level: expect.stringMatching(/high/i) });
		expect(traits[1]![0]).toMatchObject({ feature: { id: 'weekend' }, level: expect.stringMatching(/high/i) });
	});
	it('never say one thing twice', () => {
		for (const list of traits)
			expect(list.filter(({ feature }) => feature.id === 'monetary' || feature.id === 'items').length).toBeLessThanOrEqual(1);
	});
	it('are silent about what tells nobody apart', () => {
		expect(traits.flat().some(({ feature }) => feature.id === 'hour')).toBe(false);
	});
	it('of one segment is everyone', () => {
		expect(nameSegments(features, new Uint16Array(n), 1)).toEqual([{ kind: 'everyone' }]);
	});
});

describe('names of segments that are alike', () => {
	/** Segments of 100 customers beside a fourth of 3,700 who are of all kinds; how far each leans in each feature, in ranks. */
	const leans: Record<string, readonly number[]> = {
		monetary: [0.45, 0.45, 0.45],
		weekend: [-0.4, -0.4, -0.4],
		hour: [0.35, 0.35, 0],
		products: [0, 0.3, 0.3]
	};
	const alike = Uint16Array.from({ length: 4000 }, (_, i) => (i < 300 ? i % 3 : 3));
	const drawn = seeded(4);
	const grid = Object.entries(leans).map(([id, by]) => ({
		id: id as Feature['id'],
		unit: 'items' as const,
		values: Float64Array.from(alike, (segment) => (segment === 3 ? drawn() : 0.5 + by[segment]! + 0.05 * (drawn() - 0.5)))
	}));
	const said = (of: readonly Feature[], labelled: Uint16Array, k: number) =>
		nameSegments(of, labelled, k).map((name) => (name.kind === 'traits' ? name.traits.map(({ feature }) => feature.id) : []));

	it('add what tells them apart, and only that', () => {
		const [first, second, third] = said(grid, alike, 4).map((traits) => [...traits].sort());
		expect(first).toEqual(['hour', 'monetary', 'weekend']);
		expect(second).toEqual(['hour', 'monetary', 'products', 'weekend']);
		expect(third).toEqual(['monetary', 'products', 'weekend']);
	});
	it('share a name word for word where nothing tells them apart', () => {
		const halves = Uint16Array.from(alike, (segment, i) => (segment < 3 ? Number(i % 6 > 2) : 2));
		const [first, second, rest] = said(grid.slice(0, 2), halves, 3);
		expect(first).toEqual(second);
		expect(rest).not.toEqual(first);
	});
	it('get a number where they read alike, and never that of another', () => {
		expect(distinct(['big', 'small', 'big'])).toEqual(['big (1)', 'small', 'big (2)']);
		expect(distinct(['big', 'big', 'big (1)', 'big'])).toEqual(['big (2)', 'big (3)', 'big (1)', 'big (4)']);
	});
	it('are short where they differ already', () => {
		expect(said(grid, alike, 4)[3]!.length).toBeLessThanOrEqual(2);
	});
});

describe('profiles of segments', () => {
	const customers = {
		ids: [...labels.keys()].map(String),
		features,
		analysisDay: 0,
		country: null,
		currency: null
	} as unknown as Parameters<typeof profile>[0];
	it('add up to everyone and leave out who has no value', () => {
		const { groups, everyone } = profile(customers, labels, 3);
		expect(groups.reduce((sum, { size }) => sum + size, 0)).toBe(n);
		expect(groups.reduce((sum, { revenueShare }) => sum + revenueShare!, 0)).toBeCloseTo(1, 12);
		expect(groups[2]!.features[4]).toEqual({ mean: NaN, median: NaN });
		expect(everyone.features[4]!.mean).toBeCloseTo((groups[0]!.features[4]!.mean + groups[1]!.features[4]!.mean) / 2, 10);
	});
	it('of a hand-picked group equal a count by hand', () => {
		const { size, share, features: own } = groupProfile(customers, Uint32Array.of(0, 3, 6, 9));
		const values = [0, 3, 6, 9].map((i) => money.values[i]!).sort((a, b) => a - b);
		expect(size).toBe(4);
		expect(share).toBe(4 / n);
		expect(own[0]!.mean).toBeCloseTo(values.reduce((a, b) => a + b) / 4, 10);
		expect(own[0]!.median).toBeCloseTo((values[1]! + values[2]!) / 2, 10);
	});
});
