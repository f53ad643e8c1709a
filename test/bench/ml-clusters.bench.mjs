import { against, inLab, median, peer, timed, within } from './compare.mjs';

/** @typedef {import('./run.mjs').Row} Row */
/** @typedef {import('./compare.mjs').Bench} Bench */

export const name = 'ml: clusters of 10,000 to 1,000,000 rows in CPU time, against scikit-learn';

const rounds = 3;
const search = { kMin: 2, kMax: 12, starts: 10 };
const theirSearch = { k_min: search.kMin, k_max: search.kMax, starts: search.starts };
const [components, iterations] = [6, 20];

export const run = () =>
	inLab(async (bench) => [
		...(await scans(bench, 10_000, { exact: 0.5 })),
		...(await scans(bench, 100_000, { exact: 0.5, sample: 0.2 })),
		await silhouette(bench, 10_000),
		await mixture(bench, 100_000),
		...(await million(bench))
	]);

/** @returns {{ ours: number[], theirs: number[] }} */
const noTimes = () => ({ ours: [], theirs: [] });

/** What our inertia has above theirs, at the worst k. @param {number[]} ours @param {Record<string, number>} theirs */
const above = (ours, theirs) => Math.max(...ours.map((inertia, at) => inertia / (theirs[search.kMin + at] ?? NaN) - 1));

/** @param {Bench} bench @param {number} n @param {{ exact: number, sample?: number }} goals @returns {Promise<Row[]>} */
async function scans({ lab, path, timed: time }, n, goals) {
	const file = `blobs${n}.f32`;
	await lab.run('make', { file, kind: 'blobs', n, d: 8 });
	await lab.run('scan', { file, ...search, starts: 1 });
	/** @type {{ exact: number[], sample: number[], theirs: number[] }} */
	const ms = { exact: [], sample: [], theirs: [] };
	/** @type {{ exact: number[], sample: number[], theirs: Record<string, number> | null }} */
	const inertia = { exact: [], sample: [], theirs: null };
	for (let round = 0; round < rounds; round++) {
		const exact = await time('scan', { file, ...search });
		ms.exact.push(exact.ms);
		inertia.exact = exact.found;
		if (goals.sample) {
			const sample = await time('scanBySample', { file, ...search });
			ms.sample.push(sample.ms);
			inertia.sample = sample.found;
		}
		const found = peer('kmeans', { x: path(file), d: 8, ...theirSearch });
		if (found) ms.theirs.push(found['ms']);
		inertia.theirs = found?.['inertia'] ?? null;
	}
	const theirs = median(ms.theirs);
	const what = `k-means for k = 2 … 12, 10 starts, of ${n.toLocaleString('en')} × 8`;
	/** @type {(of: 'exact' | 'sample') => number | null} */
	const worse = (of) => inertia.theirs && 100 * above(inertia[of], inertia.theirs);
	return [
		against(`${what} (ms)`, median(ms.exact), theirs, goals.exact),
		within('its inertia above that of scikit-learn, at the worst k (%)', worse('exact'), 0.5),
		...(goals.sample
			? [
					against(`${what}, on 20,000 and then on all (ms)`, median(ms.sample), theirs, goals.sample),
					within('its inertia above that of scikit-learn, at the worst k (%)', worse('sample'), 0.5)
				]
			: [])
	];
}

/** @param {Bench} bench @param {number} n @returns {Promise<Row>} */
async function silhouette({ lab, path, timed: time }, n) {
	const file = `blobs${n}.f32`;
	await lab.run('silhouetteLabels', { file, k: 6 });
	await lab.run('silhouette', { file, k: 6 });
	const { ours, theirs } = noTimes();
	for (let round = 0; round < rounds; round++) {
		ours.push((await time('silhouette', { file, k: 6 }, 5)).ms);
		const found = peer('silhouette', { x: path(file), d: 8, k: 6 });
		if (found) theirs.push(found['ms']);
	}
	return against(`exact silhouettes of ${n.toLocaleString('en')} × 8 (ms)`, median(ours), median(theirs), 0.2);
}

/** @param {Bench} bench @param {number} n @returns {Promise<Row>} */
async function mixture({ lab, path, timed: time }, n) {
	const file = `blobs${n}.f32`;
	await lab.run('mixture', { file, k: components, iterations: 2 });
	const { ours, theirs } = noTimes();
	for (let round = 0; round < rounds; round++) {
		const { ms, found } = await time('mixture', { file, k: components, iterations });
		ours.push(ms / found.iterations);
		const other = peer('gmm', { x: path(file), d: 8, k: components, iterations });
		if (other) theirs.push(other['ms_per_iteration']);
	}
	const what = `an iteration of a full Gaussian mixture of ${n.toLocaleString('en')} × 8, k = ${components}, its start included (ms)`;
	return against(what, median(ours), median(theirs), 0.8);
}

/** @param {Bench} bench @returns {Promise<Row[]>} */
async function million({ lab, open, path }) {
	const file = 'million.f32';
	await lab.run('make', { file, kind: 'blobs', n: 1_000_000, d: 12 });
	const other = await open();
	try {
		await other.run('load', { file, d: 12 });
		const { ms, found } = await timed(other, 'scanBySample', { file, ...search });
		const theirs = peer('kmeans', { x: path(file), d: 12, ...theirSearch, starts: 1 });
		return [
			against(
				'k-means for k = 2 … 12 of 1,000,000 × 12: 10 starts on 20,000, then on all, against one start (ms)',
				ms,
				theirs?.['ms'],
				0.5
			),
			within('its inertia above that of scikit-learn, at the worst k (%)', theirs && 100 * above(found, theirs['inertia']), 0.5),
			within('peak memory of the renderer meanwhile (MB)', other.peak(), 1000)
		];
	} finally {
		await other.close();
	}
}
