import { against, inLab, median, peer, trustOf, within } from './compare.mjs';

/** @typedef {import('./run.mjs').Row} Row */

export const name = 'ml: maps of 5,000 to 100,000 rows in CPU time, against umap-learn';

const dims = 8;
const sizes = [
	{ rows: 5000, rounds: 3 },
	{ rows: 20_000, rounds: 1 },
	{ rows: 100_000, rounds: 1 }
];

export const run = () =>
	inLab(async ({ lab, path, timed }) => {
		/** @type {Row[]} */
		const found = [];
		await lab.run('make', { file: 'warm.f32', kind: 'blobs', n: 2000, d: dims });
		await lab.run('map', { file: 'warm.f32', to: 'warm-map.f32' });
		for (const { rows, rounds } of sizes) {
			const [file, to] = [`blobs${rows}.f32`, `map${rows}.f32`];
			await lab.run('make', { file, kind: 'blobs', n: rows, d: dims });
			/** @type {{ ours: number[], theirs: number[], trust: number | null }} */
			const measured = { ours: [], theirs: [], trust: null };
			for (let round = 0; round < rounds; round++) {
				measured.ours.push((await timed('map', { file, to })).ms);
				const other = peer('umap', { x: path(file), d: dims, neighbours: 15, epochs: 200 });
				if (other) measured.theirs.push(other['ms']);
				measured.trust = other?.['trustworthiness'] ?? null;
			}
			const ours = trustOf(path(file), dims, path(to));
			const what = `UMAP of ${rows.toLocaleString('en')} × ${dims}, 200 epochs (ms)`;
			found.push(
				against(what, median(measured.ours), median(measured.theirs), 0.35),
				within(
					'its trustworthiness below that of umap-learn',
					ours === null || measured.trust === null ? null : measured.trust - ours,
					0.005
				)
			);
		}
		return found;
	});
