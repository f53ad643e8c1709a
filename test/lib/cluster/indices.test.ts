import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clusterIndices } from '../../../src/lib/cluster/indices.js';
import type { Matrix } from '../../../src/lib/matrix.js';
import { sharedFile } from '../../shared.js';
import { columnsOf, retailRfm, zScored } from './reference.js';

interface Published {
	inertia: number;
	calinski_harabasz: number;
	davies_bouldin: number;
}

const vectors = sharedFile('data/stat_vectors/reference.json');
describe.runIf(vectors)('indices of a small partition', () => {
	it('equal the published ones', () => {
		const { internal_indices: published } = JSON.parse(readFileSync(vectors!, 'utf8')) as {
			internal_indices: { points: number[][]; labels: number[]; calinski_harabasz: number; davies_bouldin: number; wcss: number };
		};
		const points: Matrix = { rows: published.points.length, cols: 2, values: Float32Array.from(published.points.flat()) };
		const found = clusterIndices(points, { labels: Uint16Array.from(published.labels), k: 3 });
		expect(found.calinskiHarabasz / published.calinski_harabasz).toBeCloseTo(1, 5);
		expect(found.daviesBouldin).toBeCloseTo(published.davies_bouldin, 5);
		expect(found.within / published.wcss).toBeCloseTo(1, 5);
	});
});

const wholesale = sharedFile('data/wholesale/Wholesale_customers_data.csv');
const wholesaleReference = sharedFile('data/wholesale/reference.json');
describe.runIf(wholesale && wholesaleReference)('indices of the published partition of the wholesale customers', () => {
	it('equal the published ones', () => {
		const reference = JSON.parse(readFileSync(wholesaleReference!, 'utf8')) as {
			protocol: { features: string[] };
			kmeans_z: Record<string, Published>;
			fixed_partition: { k: number; labels: string };
		};
		const { k, labels } = reference.fixed_partition;
		const published = reference.kmeans_z[k]!;
		const found = clusterIndices(zScored(columnsOf(wholesale!, reference.protocol.features)), {
			labels: Uint16Array.from(labels, Number),
			k
		});
		expect(found.within / published.inertia).toBeCloseTo(1, 5);
		expect(found.calinskiHarabasz / published.calinski_harabasz).toBeCloseTo(1, 5);
		expect(found.daviesBouldin).toBeCloseTo(published.davies_bouldin, 5);
	});
});

const retail = sharedFile('data/online_retail/rfm_2011-12-10.csv');
const retailReference = sharedFile('data/online_retail/reference.json');
describe.runIf(retail && retailReference)('indices of the published partition of Online Retail', () => {
	it('equal the published ones', () => {
		const reference = JSON.parse(readFileSync(retailReference!, 'utf8')) as {
			kmeans_log1p_rfm_z: { k: Record<string, Published> };
			partition4: { labels: string };
		};
		const published = reference.kmeans_log1p_rfm_z.k['4']!;
		const found = clusterIndices(retailRfm(retail!), { labels: Uint16Array.from(reference.partition4.labels, Number), k: 4 });
		expect(found.within / published.inertia).toBeCloseTo(1, 5);
		expect(found.calinskiHarabasz / published.calinski_harabasz).toBeCloseTo(1, 4);
		expect(found.daviesBouldin).toBeCloseTo(published.davies_bouldin, 4);
	});
});
