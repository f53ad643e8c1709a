import { describe, expect, it } from 'vitest';
import { evidenceByScores } from '../../../src/lib/cluster/choose.js';
import { hdbscan } from '../../../src/lib/cluster/hdbscan.js';
import { rowsOfNumbers } from '../../../src/lib/cluster/methods.js';
import { kmeans, refine } from '../../../src/lib/cluster/kmeans.js';
import { numbersOnly } from '../../../src/lib/cluster/mixed-rows.js';
import { fitMixture } from '../../../src/lib/cluster/mixture.js';
import { predictionStrength } from '../../../src/lib/cluster/prediction-strength.js';
import { sampleRows, takeRows } from '../../../src/lib/cluster/sample.js';
import { scanK } from '../../../src/lib/cluster/scan.js';
import { silhouettes } from '../../../src/lib/cluster/silhouette.js';
import { ward } from '../../../src/lib/cluster/ward.js';
import type { Matrix } from '../../../src/lib/matrix.js';
import { normal, seeded } from '../../../src/lib/random.js';
import type { Task } from '../../../src/lib/task.js';
import { idle } from '../../task.js';

/** Progress in the order it was told, each with the work done before it: looks for a stop, which come evenly with the work. */
async function told(work: (task: Task) => Promise<unknown>) {
	const seen: { done: number; ratio: number }[] = [];
	let done = 0;
	await work({ ...idle, breathe: async () => void done++, progress: (ratio) => void seen.push({ done, ratio: ratio! }) });
	const ratios = seen.map(({ ratio }) => ratio);
	expect(ratios).toEqual([...ratios].sort((a, b) => a - b));
	expect(ratios.at(-1)).toBeCloseTo(1, 2);
	/** Share of the work that the last tenth of progress takes. */
	return { ratios, lastTenth: 1 - seen.find(({ ratio }) => ratio >= 0.9 - 1e-9)!.done / done };
}

/** Three numbers bent into six, without clouds, or six round clouds far apart. */
function rowsOf(kind: 'bent' | 'clouds', rows: number): Matrix {
	const random = seeded(4);
	const values = new Float32Array(6 * rows);
	for (let i = 0; i < rows; i++) {
		const [a, b, c] = [normal(random), normal(random), normal(random)];
		const bent = [a, b, a * b, Math.tanh(a + c), c, Math.abs(b - c)];
		for (let j = 0; j < 6; j++) values[6 * i + j] = 0.3 * normal(random) + (kind === 'bent' ? bent[j]! : 12 * Number(i % 6 === j));
	}
	return { rows, cols: 6, values };
}
const [k, seed] = [6, 1];
const search = { kMin: 2, kMax: 8, starts: 4, seed };

describe('progress', () => {
	const [bent, clouds] = [rowsOf('bent', 12_000), rowsOf('clouds', 12_000)];

	it.each([
		['k-means and silhouettes', 0.05, (task: Task) => scanK(bent, search, task)],
		['Ward', 0.05, (task: Task) => ward(bent, { seed }, task)],
		['HDBSCAN', 0.05, (task: Task) => hdbscan(bent, { minSize: 100, minSamples: 10 }, task)],
		['silhouettes', 0.08, (task: Task) => silhouettes(bent, [{ labels: new Uint16Array(12_000).map((_, i) => i % k), k }], { seed }, task)]
	])('of %s has about a tenth of the work in its last tenth', async (_, least, work) => {
		const { lastTenth } = await told(work);
		expect(lastTenth).toBeGreaterThan(least);
		expect(lastTenth).toBeLessThan(0.2);
	});
	it('of mixtures, refined centres, evidence and prediction strengths does not leap to its end, early or late as that comes', async () => {
		const sample = takeRows(bent, sampleRows(bent.rows, 500, seeded(seed)));
		const found = await kmeans(sample, { k, starts: 2, seed }, idle);
		const small = takeRows(clouds, sampleRows(clouds.rows, 900, seeded(seed)));
		const mixture = (points: Matrix, labels: Uint16Array) => (task: Task) =>
			fitMixture(numbersOnly(points), [labels], { k, covariance: 'full', ridge: 0.02, tolerance: 1e-4 }, task);
		const given = { groups: rowsOfNumbers(small).groups, strata: new Uint16Array(small.rows) };
		const works = [
			mixture(bent, (await kmeans(bent, { k, starts: 1, seed }, idle)).labels),
			mixture(
				clouds,
				new Uint16Array(clouds.rows).map((_, i) => i % 6)
			),
			(task: Task) => refine(bent, [found], {}, task),
			(task: Task) => refine(clouds, [{ k, centroids: Float64Array.from({ length: 36 }, (_, at) => 12 * Number(at % 7 === 0)) }], {}, task),
			(task: Task) => evidenceByScores(() => small, given, search, task),
			(task: Task) => evidenceByScores(() => takeRows(bent, sampleRows(bent.rows, 900, seeded(seed))), given, search, task),
			(task: Task) => predictionStrength(small, { ...search, splits: 4 }, task)
		];
		for (const work of works) {
			const { ratios } = await told(work);
			expect(ratios.findLast((ratio) => ratio < 1 - 1e-9)).toBeGreaterThan(0.85);
		}
	});
});
