import { normal, seeded } from '../lib/random.js';
import { logNormal } from './draw.js';
import { dayCount, shopLog, type Sample, type Shopper } from './shop-log.js';

/**
 * The same shop with customers who differ by degrees only: each habit is drawn for itself from one smooth hump, so there are no
 * groups to find. The same seed writes the same file; `truth` puts everyone into segment 0.
 */
export function noiseSample(seed: number): Sample {
	const random = seeded(seed);
	const share = (mean: number, spread: number) => 1 / (1 + Math.exp(-Math.log(mean / (1 - mean)) - spread * normal(random)));
	const shoppers = Array.from({ length: 2000 }, (): Shopper => ({
		segment: 0,
		from: 0,
		fades: dayCount,
		gap: logNormal(50, 0.4, random),
		regularity: 1,
		basket: 1 + logNormal(0.9, 0.4, random),
		units: 1 + logNormal(0.6, 0.5, random),
		repertoire: Math.round(logNormal(18, 0.35, random)) + 3,
		categories: ['Tea', 'Coffee', 'Snacks', 'Stationery', 'Kitchen', 'Linen', 'Gifts'],
		weekend: share(0.3, 0.6),
		hour: 14 + normal(random),
		hourSpread: 2,
		returns: 0
	}));
	return shopLog('sample-noise.csv', shoppers, random);
}
