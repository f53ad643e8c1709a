import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pca, projectOnto } from '../../../src/lib/project/pca.js';
import { sharedFile } from '../../shared.js';
import { columnsOf, retailRfm, zScored } from '../cluster/reference.js';

interface Published {
	explained_variance_ratio: number[];
	pc1_loading: number[];
	pc2_loading: number[];
}
const retail = sharedFile('data/online_retail/rfm_2011-12-10.csv');
const wholesale = sharedFile('data/wholesale/Wholesale_customers_data.csv');

describe.runIf(retail && wholesale)('principal components', () => {
	it.each([
		['Online Retail', 'data/online_retail/reference.json', 'pca_log1p_rfm_z', () => retailRfm(retail!)],
		[
			'the wholesale customers',
			'data/wholesale/reference.json',
			'pca_z',
			() => zScored(columnsOf(wholesale!, ['Fresh', 'Milk', 'Grocery', 'Frozen', 'Detergents_Paper', 'Delicassen']))
		]
	] as const)('of %s equal the published ones, signs included', (_name, reference, key, points) => {
		const published = (JSON.parse(readFileSync(sharedFile(reference)!, 'utf8')) as Record<string, Published>)[key]!;
		const { cols } = points();
		const { axes, explained } = pca(points(), 2);
		published.explained_variance_ratio.slice(0, 2).forEach((ratio, c) => expect(explained[c]).toBeCloseTo(ratio, 5));
		[published.pc1_loading, published.pc2_loading].forEach((loading, c) =>
			loading.forEach((value, j) => expect(axes[c * cols + j]).toBeCloseTo(value, 4))
		);
	});
	it('place new rows where they place the same old ones', () => {
		const points = retailRfm(retail!);
		const found = pca(points, 2);
		const again = projectOnto(found, points);
		for (let i = 0; i < again.values.length; i += 97) expect(again.values[i]).toBeCloseTo(found.scores.values[i]!, 5);
	});
});
