import { describe, expect, it } from 'vitest';
import type { Feature } from '../../../src/lib/features/customers.js';
import { normal, seeded } from '../../../src/lib/random.js';
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
