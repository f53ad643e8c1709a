import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { atLeast, inLab, within } from './compare.mjs';

export const name = 'ml: quality of the best of all on planted segments, and the time it takes';

const folder = fileURLToPath(new URL('../../../shared/data/planted/', import.meta.url));
const seeds = [1, 2, 3];

/** @param {readonly number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

export const run = () =>
	inLab(async ({ lab, path, timed }) => {
		await lab.run('make', { file: 'recipe.f32', kind: 'blobs', n: 4000, d: 30 });
		const { ms } = await timed('recipe', { file: 'recipe.f32', k: 6 });
		const recipe = within('CPU time of the best of all on 4,000 × 30 (s)', ms / 1000, 12);
		if (!existsSync(folder)) {
			console.log('No quality: the planted segments are not beside this checkout.');
			return [recipe];
		}
		/** @type {{ set: string, standardised: number, ranks: number, consensus: number }[]} */
		const found = [];
		for (const file of readdirSync(folder).filter((each) => each.endsWith('.csv.gz'))) {
			writeFileSync(path('planted.csv'), gunzipSync(readFileSync(folder + file)));
			/** @type {Record<'standardised' | 'ranks' | 'consensus', number>[]} */
			const each = [];
			for (const seed of seeds) each.push(await lab.run('planted', { file: 'planted.csv', seed }));
			/** @type {(of: 'standardised' | 'ranks' | 'consensus') => number} */
			const of = (what) => mean(each.map((one) => one[what]));
			found.push({ set: file.replace('.csv.gz', ''), standardised: of('standardised'), ranks: of('ranks'), consensus: of('consensus') });
			console.log(
				`  ${Object.values(found.at(-1) ?? {})
					.map((value) => (typeof value === 'number' ? value.toFixed(3) : value.padEnd(14)))
					.join('  ')}`
			);
		}
		const gains = found.map(({ ranks, consensus }) => consensus - ranks);
		return [
			recipe,
			atLeast('adjusted Rand index of the best of all above that of k-means on ranks, mean of 18 sets', mean(gains), 0.06),
			atLeast('the same on the worst set', Math.min(...gains), -0.05),
			atLeast('above that of k-means on standardised numbers, mean', mean(found.map((one) => one.consensus - one.standardised)), 0.12)
		];
	});
