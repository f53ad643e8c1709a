import { against, inLab, median, peer } from './compare.mjs';

export const name = 'ml: networks, an epoch of an autoencoder of 100,000 × 40 in CPU time, against scikit-learn and PyTorch';

const [rounds, epochs] = [3, 3];
const [rows, columns] = [100_000, 40];
const batches = [
	{ batch: 256, goals: { sklearn: 0.75, torch: 0.8 } },
	{ batch: 4096, goals: { sklearn: 1, torch: 1.6 } }
];

export const run = () =>
	inLab(async ({ lab, path, timed }) => {
		const file = 'curved.f32';
		await lab.run('make', { file, kind: 'curved', n: rows, d: columns });
		const measured = batches.map((of) => ({ ...of, ours: [0].slice(1), sklearn: [0].slice(1), torch: [0].slice(1) }));
		for (const { batch } of measured) await lab.run('autoencoder', { file, batch, epochs: 0.5 });
		for (let round = 0; round < rounds; round++) {
			for (const { batch, ours, sklearn, torch } of measured) {
				ours.push((await timed('autoencoder', { file, batch, epochs })).ms / epochs);
				const args = { x: path(file), d: columns, batch, epochs };
				sklearn.push(...[peer('autoencoder_sklearn', args)?.['ms_per_epoch'] ?? []].flat());
				torch.push(...[peer('autoencoder_torch', args)?.['ms_per_epoch'] ?? []].flat());
			}
		}
		return measured.flatMap(({ batch, goals, ours, sklearn, torch }) => [
			against(`an epoch at batch ${batch} (ms), against scikit-learn`, median(ours), median(sklearn), goals.sklearn),
			against(`an epoch at batch ${batch} (ms), against PyTorch`, median(ours), median(torch), goals.torch)
		]);
	});
