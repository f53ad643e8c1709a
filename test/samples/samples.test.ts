import { describe, expect, it } from 'vitest';
import { noiseSample } from '../../src/samples/noise.js';
import { shopSample } from '../../src/samples/shop.js';
import { adjustedRand, byCustomer, dayOf, features, isCancelled, isPurchase, kMeans, linesOf, share, silhouette } from './naive.js';

const samples = [
	{ make: shopSample, name: 'sample-shop.csv', segments: 5 },
	{ make: noiseSample, name: 'sample-noise.csv', segments: 1 }
];
const ks = [2, 3, 4, 5, 6, 7, 8];

describe.each(samples)('$name', ({ make, name, segments }) => {
	const sample = make(1);
	const lines = linesOf(sample.csv);
	const within = (part: number, low: number, high: number) => {
		expect(part / lines.length).toBeGreaterThan(low);
		expect(part / lines.length).toBeLessThan(high);
	};

	it('is the same for the same seed and another for another', () => {
		expect(make(1)).toEqual(sample);
		expect(make(2).csv).not.toBe(sample.csv);
		expect(sample.name).toBe(name);
	});

	it('is an order log of about two thousand customers from 2024-11-01 to 2025-12-31, in order of time', () => {
		expect(lines.length).toBeGreaterThan(30_000);
		expect(lines.length).toBeLessThan(60_000);
		const dates = lines.map((line) => line.order_date);
		expect(dates).toEqual(dates.toSorted());
		expect(dates.every((date) => /^202[45]-\d\d-\d\d (0[7-9]|1\d|2[0-2]):[0-5]\d$/.test(date))).toBe(true);
		expect(dates[0]! >= '2024-11-01' && dates[0]! < '2024-11-04').toBe(true);
		expect(dates.at(-1)!.slice(0, 10)).toBe('2025-12-31');
	});

	it('holds the faults of a real export: no customer, the same line twice, no price, goods taken back', () => {
		within(lines.filter((line) => line.customer_id === '').length, 0.02, 0.08);
		within(lines.filter((line) => Number(line.unit_price) === 0).length, 0.002, 0.01);
		within(lines.length - new Set(sample.csv.trim().split('\n')).size + 1, 0.002, 0.006);
		const back = lines.filter(isCancelled);
		within(back.length, 0.0005, 0.05);
		expect(back.every((line) => Number(line.quantity) < 0)).toBe(true);
		expect(lines.filter((line) => !isCancelled(line)).every((line) => Number(line.quantity) > 0)).toBe(true);
	});

	it('knows the true segment of exactly the customers who bought', () => {
		expect([...sample.truth.keys()].sort()).toEqual([...byCustomer(lines.filter(isPurchase)).keys()].sort());
		expect(sample.truth.size).toBe(2000);
		expect([...new Set(sample.truth.values())].sort()).toEqual(Array.from({ length: segments }, (_, i) => i));
	});

	it('lets the past foretell the future: who bought more often, and in the shop who bought lately, buys again', () => {
		const cut = Date.parse('2025-10-03') / 86_400_000;
		const before = byCustomer(lines.filter((line) => isPurchase(line) && dayOf(line) < cut));
		const later = new Set(lines.filter((line) => isPurchase(line) && dayOf(line) >= cut).map((line) => line.customer_id));
		const ids = [...before.keys()];
		const orders = (id: string) => new Set(before.get(id)!.map((line) => line.order_id)).size;
		const often = ids.filter((id) => orders(id) >= 8);
		const seldom = ids.filter((id) => orders(id) < 8);
		expect(share(often, later)).toBeGreaterThan(share(seldom, later) + 0.1);
		if (segments === 1) return;
		const recent = (id: string) => cut - Math.max(...before.get(id)!.map(dayOf)) <= 60;
		expect(share(ids.filter(recent), later)).toBeGreaterThan(
			share(
				ids.filter((id) => !recent(id)),
				later
			) + 0.3
		);
	});
});

describe('structure', () => {
	it.each([1, 2])('k-means finds the five segments of the shop, and the silhouette is highest at five (seed %i)', (seed) => {
		const { csv, truth } = shopSample(seed);
		const { ids, x } = features(linesOf(csv));
		const labels = new Map(ks.map((k) => [k, kMeans(x, k)]));
		expect(
			adjustedRand(
				labels.get(5)!,
				ids.map((id) => truth.get(id)!)
			)
		).toBeGreaterThan(0.9);
		const scores = ks.map((k) => silhouette(x, labels.get(k)!));
		expect(ks[scores.indexOf(Math.max(...scores))]).toBe(5);
		expect(Math.max(...scores)).toBeGreaterThan(0.4);
	});

	it('no number of segments separates the customers of the noise', () => {
		const { x } = features(linesOf(noiseSample(1).csv));
		for (const k of ks) expect(silhouette(x, kMeans(x, k, 2))).toBeLessThan(0.28);
	});
});
