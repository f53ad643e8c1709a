import { seeded, type Random } from '../lib/random.js';
import { logNormal } from './draw.js';
import { dayCount, shopLog, type Sample, type Shopper } from './shop-log.js';

interface Kind {
	readonly customers: number;
	shopper(random: Random): Omit<Shopper, 'segment'>;
}
const between = (low: number, high: number, random: Random): number => low + (high - low) * random();

/** The hidden segments, each with its own rhythm, basket, hours and place in time. */
const kinds: readonly Kind[] = [
	// Regulars of the neighbourhood: a small basket on most weeks, on weekday mornings.
	{
		customers: 420,
		shopper: (random) => ({
			from: random() < 0.85 ? between(0, 40, random) : between(40, 320, random),
			fades: random() < 0.93 ? dayCount : between(150, dayCount, random),
			gap: logNormal(18, 0.18, random),
			regularity: 4,
			basket: between(1.3, 1.6, random),
			units: between(1.1, 1.4, random),
			repertoire: 16,
			categories: ['Tea', 'Coffee', 'Snacks'],
			weekend: between(0.1, 0.2, random),
			hour: 10,
			hourSpread: 1.2,
			returns: 0.01
		})
	},
	// Weekend families: large, varied baskets every month or two, in the afternoon.
	{
		customers: 400,
		shopper: (random) => ({
			from: random() < 0.85 ? between(0, 60, random) : between(60, 300, random),
			fades: random() < 0.92 ? dayCount : between(200, dayCount, random),
			gap: logNormal(46, 0.18, random),
			regularity: 2,
			basket: between(3.8, 4.8, random),
			units: between(1.6, 2.2, random),
			repertoire: 50,
			categories: ['Snacks', 'Kitchen', 'Linen', 'Stationery', 'Tea'],
			weekend: between(0.85, 0.97, random),
			hour: 16,
			hourSpread: 1.3,
			returns: 0.04
		})
	},
	// Lapsed: came every few weeks in the first half year, at lunch time, and hardly since.
	{
		customers: 420,
		shopper: (random) => ({
			from: between(0, 25, random),
			fades: between(110, 200, random),
			gap: logNormal(24, 0.15, random),
			regularity: 2,
			basket: between(1.6, 2.2, random),
			units: between(1.1, 1.5, random),
			repertoire: 14,
			categories: ['Coffee', 'Stationery', 'Kitchen'],
			weekend: between(0.3, 0.45, random),
			hour: 12.8,
			hourSpread: 1.4,
			returns: 0.05
		})
	},
	// Newcomers: found the shop in the last months; a thing or two in the evening.
	{
		customers: 460,
		shopper: (random) => ({
			from: between(325, 392, random),
			fades: dayCount,
			gap: logNormal(14, 0.2, random),
			regularity: 2,
			basket: 1.2,
			units: 1.1,
			repertoire: 8,
			categories: ['Gifts', 'Stationery', 'Snacks'],
			weekend: between(0.05, 0.2, random),
			hour: 20,
			hourSpread: 1.1,
			returns: 0.02
		})
	},
	// Resellers: cartons of few products, early on weekdays; some of it comes back.
	{
		customers: 300,
		shopper: (random) => ({
			from: random() < 0.85 ? between(0, 60, random) : between(60, 300, random),
			fades: random() < 0.92 ? dayCount : between(200, dayCount, random),
			gap: logNormal(38, 0.2, random),
			regularity: 4,
			basket: between(1.8, 2.4, random),
			units: between(9, 14, random),
			repertoire: 4,
			categories: ['Cartons'],
			weekend: between(0.02, 0.08, random),
			hour: 8,
			hourSpread: 0.7,
			returns: between(0.2, 0.35, random)
		})
	}
];

/**
 * Fourteen months of a small shop whose customers belong to five hidden segments. The same seed writes the same file.
 * `truth` holds every customer's index into them: regulars, weekend families, lapsed, newcomers, resellers.
 */
export function shopSample(seed: number): Sample {
	const random = seeded(seed);
	const shoppers = kinds.flatMap((kind, segment) => Array.from({ length: kind.customers }, () => ({ segment, ...kind.shopper(random) })));
	return shopLog('sample-shop.csv', shoppers, random);
}
