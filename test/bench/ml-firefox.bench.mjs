import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { inLab, within } from './compare.mjs';
import { inFirefox } from './firefox.mjs';

export const name = 'ml: labels in Firefox, against those in Chromium';

const planted = fileURLToPath(new URL('../../../shared/data/planted/', import.meta.url));
const seeds = [1, 2];
/** Rows without clouds, where the least difference would show, and planted segments with words. */
const made = ['curved'];
const sets = ['cat_100'];
const [rows, dims] = [2000, 8];

export const run = () =>
	inLab(async (bench) => {
		const { lab, path } = bench;
		/** @type {{ job: string, args: { file: string } & Record<string, unknown> }[]} */
		const orders = [];
		for (const kind of made) {
			const file = `${kind}.f32`;
			await lab.run('make', { file, kind, n: rows, d: dims });
			orders.push({ job: 'load', args: { file, d: dims } }, { job: 'labels', args: { file, seeds } });
		}
		for (const set of sets.filter((each) => existsSync(`${planted}${each}.csv.gz`))) {
			const file = `${set}.csv`;
			writeFileSync(path(file), gunzipSync(readFileSync(`${planted}${set}.csv.gz`)));
			orders.push({ job: 'labels', args: { file, seeds } });
		}
		const theirs = await inFirefox(bench, orders);
		if (!theirs) console.log('Nothing to compare with: there is no Firefox on this machine.');
		/** @type {Record<string, number | null>} */
		const differing = {};
		for (const [at, { job, args }] of orders.entries()) {
			/** @type {Record<string, number[]>} */
			const ours = await lab.run(job, args);
			if (job !== 'labels') continue;
			for (const [method, labels] of Object.entries(ours)) {
				const apart = theirs && labels.filter((label, i) => label !== theirs[at][method][i]).length;
				if (apart) console.log(`${args.file}, ${method}: ${apart} of ${labels.length} labels differ.`);
				differing[method] = apart === null ? null : apart + (differing[method] ?? 0);
			}
		}
		return Object.entries(differing).map(([method, ours]) => within(`labels of ${method} that differ in Firefox`, ours, 0));
	});
