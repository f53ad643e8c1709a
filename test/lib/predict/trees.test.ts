import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brier, logLoss, rocAuc } from '../../../src/lib/predict/metrics.js';
import { foretell, learn } from '../../../src/lib/predict/models.js';
import { binColumns, grow } from '../../../src/lib/predict/tree.js';
import { fitTrees, treeChances } from '../../../src/lib/predict/trees.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { sharedFile } from '../../shared.js';
import { wasmBackend } from '../backend/backends.js';
import { referenceTrial, type Protocol } from './people-files.js';
import { quiet } from './quiet.js';

const random = seeded(1);
const n = 3000;
const draw = (of: () => number) => Float64Array.from({ length: n }, of);

describe('one tree', () => {
	const x = draw(() => Math.floor(8 * random()));
	const z = draw(() => normal(random));
	const gradient = Float64Array.from(x, (value, i) => (value > 3 ? 1 : -1) + 0.1 * z[i]!);
	const hessian = new Float64Array(n).fill(1);
	const rows = Uint32Array.from({ length: n }, (_, i) => i);

	it('splits first where a search over every column and value gains most', () => {
		const binned = binColumns({ z, x });
		const { column, threshold } = grow(binned, rows, gradient, hessian, 1, new Float64Array(n));
		const gainOf = (values: Float64Array, limit: number) => {
			const sum = (side: boolean) => gradient.filter((_, i) => values[i]! <= limit === side);
			const score = (g: Float64Array) => g.reduce((a, b) => a + b, 0) ** 2 / (g.length + 1);
			return score(sum(true)) + score(sum(false));
		};
		const best = [0, 1, 2, 3, 4, 5, 6].map((limit) => gainOf(x, limit + 0.5)).reduce((a, b) => Math.max(a, b));
		expect([column[0], threshold[0]]).toEqual([1, 3.5]);
		expect(gainOf(x, 3.5)).toBe(best);
	});

	it('gives each leaf minus its mean gradient, shrunk by the ridge and the rate, and keeps twenty rows in each', () => {
		const logit = new Float64Array(n);
		const tree = grow(binColumns({ z, x }), rows, gradient, hessian, 0.3, logit);
		const members = new Map<number, number[]>();
		logit.forEach((value, i) => members.set(value, [...(members.get(value) ?? []), i]));
		expect(members.size).toBe(tree.column.filter((column) => column < 0).length);
		expect(members.size).toBeLessThanOrEqual(15);
		for (const [value, own] of members) {
			expect(own.length).toBeGreaterThanOrEqual(20);
			expect(value).toBeCloseTo((-0.3 * own.reduce((sum, i) => sum + gradient[i]!, 0)) / (own.length + 1), 10);
		}
	});
});

describe('boosted trees', () => {
	const [a, b, noise] = [draw(() => normal(random)), draw(() => normal(random)), draw(() => normal(random))];
	const logit = Float64Array.from(a, (value, i) => 3 * Math.sign(value * b[i]!));
	const y = Uint8Array.from(logit, (value) => (random() < 1 / (1 + Math.exp(-value)) ? 1 : 0));

	it('see what takes two columns together, which no single one tells', async () => {
		const learnt = await fitTrees({ a, b, noise }, y.slice(), 1, quiet);
		const chances = treeChances(learnt, { a, b, noise });
		expect(rocAuc(y, a)).toBeLessThan(0.55);
		expect(rocAuc(y, chances)).toBeGreaterThan(rocAuc(y, logit) - 0.01);
	});

	it('learn on which side a missing value belongs, and take a column that is not there for missing', async () => {
		const holes = Float64Array.from(a, (value) => (value > 0.5 ? NaN : value));
		const outcome = Uint8Array.from(a, (value) => (random() < (value > 0.5 ? 0.9 : 0.1) ? 1 : 0));
		const forest = await fitTrees({ holes, noise }, outcome, 1, quiet);
		const chances = treeChances(forest, { holes, noise });
		const mean = (missing: boolean) => {
			const own = chances.filter((_, i) => Number.isNaN(holes[i]) === missing);
			return own.reduce((sum, p) => sum + p, 0) / own.length;
		};
		expect(mean(true)).toBeCloseTo(0.9, 1);
		expect(mean(false)).toBeCloseTo(0.1, 1);
		expect(Math.min(...treeChances(forest, { noise }))).toBeGreaterThan(0.75);
	});

	it('of pure noise stop early and stay close to the base rate', async () => {
		const outcome = Uint8Array.from(y, () => (random() < 0.3 ? 1 : 0));
		const forest = await fitTrees({ a, b, noise }, outcome, 1, quiet);
		const chances = treeChances(forest, { a, b, noise });
		expect(forest.roots.length).toBeLessThan(20);
		expect(logLoss(outcome, chances)).toBeLessThan(logLoss(outcome, new Float64Array(n).fill(0.3)));
		expect(chances.reduce((sum, p) => sum + p, 0) / n).toBeCloseTo(outcome.reduce((sum, v) => sum + v, 0) / n, 2);
	});

	it('repeat themselves with a seed, survive JSON, and stop when told to', async () => {
		const forest = await fitTrees({ a, b }, y, 7, quiet);
		expect(await fitTrees({ a, b }, y, 7, quiet)).toEqual(forest);
		expect(treeChances(structuredClone(forest), { a, b })).toEqual(treeChances(forest, { a, b }));
		const stop = new AbortController();
		const task = { ...quiet, signal: stop.signal, breathe: () => Promise.resolve(stop.abort(new Error('stopped'))) };
		await expect(fitTrees({ a, b }, y, 7, task)).rejects.toThrow('stopped');
	});
});

const files = [
	['online_shoppers', 'online_shoppers_intention.csv', 'supervised', 'Revenue', 0.01],
	['online_shoppers', 'online_shoppers_intention.csv', 'supervised_no_pagevalues', 'Revenue', 0.01],
	['marketing_campaign', 'marketing_campaign.csv', 'supervised_no_past_campaigns', 'Response', 0.02]
] as const;

describe.each(files)('on %s/%s, %s', (folder, name, key, target, tolerance) => {
	const [path, reference] = [sharedFile(`data/${folder}/${name}`), sharedFile(`data/${folder}/reference.json`)];

	it.runIf(path && reference)('logistic, network and trees are within reach of the reference, or better', async () => {
		type Figures = Record<string, { auc: number; brier: number }>;
		const all = JSON.parse(readFileSync(reference!, 'utf8')) as Record<string, Omit<Protocol, 'target'> & { test: Figures }>;
		const protocol = all[key]!;
		const { train, test } = referenceTrial(path!, { ...protocol, target });
		for (const [id, peer] of [
			['logistic', 'logistic_l2'],
			['network', 'mlp_mean_of_5'],
			['trees', 'hist_gbdt']
		] as const) {
			const chances = foretell(
				await learn(id, train, { horizonDays: null, target: 'column', seed: 1 }, wasmBackend, quiet),
				test,
				wasmBackend
			);
			const [auc, error] = [rocAuc(test.outcomes, chances), brier(test.outcomes, chances)];
			const figures = protocol.test[peer]!;
			console.info(`${id}: AUC ${auc.toFixed(4)} (${figures.auc.toFixed(4)}), Brier ${error.toFixed(4)} (${figures.brier.toFixed(4)})`);
			expect(auc, id).toBeGreaterThan(figures.auc - tolerance);
			expect(error, id).toBeLessThan(figures.brier + tolerance);
		}
	});
});
