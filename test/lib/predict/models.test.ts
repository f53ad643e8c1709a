import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../../src/lib/matrix.js';
import { rocAuc } from '../../../src/lib/predict/metrics.js';
import { fitLogistic, linearChances } from '../../../src/lib/predict/logistic.js';
import { foretell, learn } from '../../../src/lib/predict/models.js';
import { sampleOf } from '../../../src/lib/predict/known.js';
import { fitNetwork, networkChances, networkSettings, type Look } from '../../../src/lib/predict/network.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { wasmBackend } from '../backend/backends.js';
import { irls } from './irls.js';
import { quiet } from './quiet.js';

/** Correlated inputs, the last of them constant and the one before a copy of the first, and outcomes of the given logit. */
function made(rows: number, seed: number, logit: (x: Float32Array) => number): { x: Matrix; y: Uint8Array } {
	const random = seeded(seed);
	const cols = 6;
	const values = new Float32Array(rows * cols);
	const y = new Uint8Array(rows);
	for (let i = 0; i < rows; i++) {
		const row = values.subarray(i * cols, (i + 1) * cols);
		const shared = normal(random);
		for (let j = 0; j < 4; j++) row[j] = 0.9 * shared + 0.44 * normal(random);
		row[4] = row[0]!;
		y[i] = random() < 1 / (1 + Math.exp(-logit(row))) ? 1 : 0;
	}
	return { x: { rows, cols, values }, y };
}

function firstColumns({ rows, cols, values }: Matrix, keep: number): Matrix {
	return { rows, cols: keep, values: values.filter((_, k) => k % cols < keep) };
}

describe('logistic regression', () => {
	const { x, y } = made(4000, 1, (row) => -0.7 + 1.2 * row[0]! - 0.9 * row[1]! + 0.4 * row[2]!);

	it('has the coefficients of iteratively reweighted least squares, to the last digit without a penalty and within a quarter of their standard error with it', async () => {
		const four = firstColumns(x, 4);
		const { coefficients, standardErrors } = irls(four, y);
		const { bias, weights } = await fitLogistic(four, y, quiet);
		const fitted = [bias, ...weights];
		fitted.forEach((weight, j) => expect(Math.abs(weight - coefficients[j]!) / standardErrors[j]!, `coefficient ${j}`).toBeLessThan(0.25));
		const free = await fitLogistic(four, y, quiet, 1e-6);
		[free.bias, ...free.weights].forEach((weight, j) => expect(weight).toBeCloseTo(coefficients[j]!, 6));
	});

	it('gives the same chances where a column repeats another and one is constant', async () => {
		const plain = linearChances(await fitLogistic(firstColumns(x, 4), y, quiet), firstColumns(x, 4));
		const doubled = linearChances(await fitLogistic(x, y, quiet), x);
		doubled.forEach((chance, i) => expect(Math.abs(chance - plain[i]!)).toBeLessThan(0.02));
	});

	it('keeps weights finite where a column parts the outcomes perfectly and the likelihood has no maximum', async () => {
		const random = seeded(2);
		const x = { rows: 60, cols: 4, values: Float32Array.from({ length: 240 }, () => normal(random)) };
		const y = Uint8Array.from({ length: 60 }, (_, i) => (x.values[i * 4]! > 0 ? 1 : 0));
		const linear = await fitLogistic(x, y, quiet);
		expect(rocAuc(y, linearChances(linear, x))).toBeGreaterThan(0.98);
		expect(Math.max(...linear.weights.map(Math.abs))).toBeLessThan(5);
	});

	it('stops when it is told to', async () => {
		const stop = new AbortController();
		stop.abort(new Error('stopped'));
		await expect(fitLogistic(x, y, { ...quiet, signal: stop.signal })).rejects.toThrow('stopped');
	});
});

describe('a plain order', () => {
	it.each([
		['recency', 'recency', -1],
		['frequency', 'purchaseDays', 1],
		['habit', 'silence', -1]
	] as const)('by %s sorts as it says, also where the past spoke against it', async (model, column, sign) => {
		const values = Float64Array.from({ length: 200 }, (_, i) => i + 1);
		for (const buyers of ['low', 'high'] as const) {
			const outcomes = Uint8Array.from(values, (_, i) => (i % 3 > 0 && i < 100 === (buyers === 'low') ? 1 : 0));
			const sample = sampleOf({ rows: 200, columns: { [column]: values }, histories: null }, outcomes, null, null);
			const learned = await learn(model, sample, { horizonDays: 90, target: 'purchase', seed: 1 }, null, quiet);
			const chances = foretell(learned, sample, null);
			expect(Math.sign(chances.at(-1)! - chances[0]!)).toBe(sign);
			const against = (buyers === 'high') !== sign > 0;
			if (against) expect(Math.max(...chances.map((chance) => Math.abs(chance - sample.rate)))).toBeLessThan(0.01);
		}
	});
});

describe('the small network', () => {
	it('sees what no straight line can: buyers on either side', async () => {
		const bent = (row: Float32Array) => 4 * Math.abs(row[0]!) - 3;
		const [learn, test] = [made(2000, 3, bent), made(2000, 4, bent)];
		const network = await fitNetwork(learn.x, learn.y, 1, wasmBackend, quiet);
		const ideal = rocAuc(
			test.y,
			Float64Array.from(test.y, (_, i) => Math.abs(test.x.values[i * 6]!))
		);
		expect(rocAuc(test.y, networkChances(network, test.x, wasmBackend))).toBeGreaterThan(ideal - 0.02);
		expect(rocAuc(test.y, linearChances(await fitLogistic(learn.x, learn.y, quiet), test.x))).toBeLessThan(0.6);
	});

	it('gives the mean chance of its members, and repeats itself with a seed', async () => {
		const { x, y } = made(200, 5, (row) => row[0]!);
		const classifier = await fitNetwork(x, y, 3, wasmBackend, quiet);
		const apart = classifier.members.map((member) => networkChances({ members: [member] }, x, wasmBackend));
		networkChances(classifier, x, wasmBackend).forEach((chance, i) => expect(chance).toBeCloseTo((apart[0]![i]! + apart[1]![i]!) / 2, 6));
		expect(apart[0]).not.toEqual(apart[1]);
		expect(await fitNetwork(x, y, 3, wasmBackend, quiet)).toEqual(classifier);
	});

	it('keeps the weights that told best those held back, whether it is stopped or not', async () => {
		const { x, y } = made(600, 6, (row) => row[0]! - row[1]!);
		const looks: Look[] = [];
		const whole = await fitNetwork(x, y, 1, wasmBackend, quiet, (look) => looks.push(look) < 0);
		expect(looks.filter(({ member }) => member === 0)).toHaveLength(networkSettings.looks);
		const best = looks.filter(({ member }) => member === 0).reduce((a, b) => (b.validation < a.validation ? b : a));
		const stopped = await fitNetwork(x, y, 1, wasmBackend, quiet, ({ step }) => step >= best.step);
		expect(stopped.members).toHaveLength(1);
		expect(stopped.members[0]).toEqual(whole.members[0]);
		const { chances, outcomes } = best.held;
		expect(chances.reduce((sum, p, i) => sum - Math.log(outcomes[i] ? p : 1 - p), 0) / outcomes.length).toBeCloseTo(best.validation, 12);
	});
});

it('training that diverges is a problem the person hears of', async () => {
	const { x, y } = made(100, 1, () => 0);
	const backend = { ...wasmBackend, train: () => Promise.resolve({ layers: [], steps: 0, end: 'diverged' as const }) };
	await expect(fitNetwork(x, y, 1, backend, quiet)).rejects.toMatchObject({ name: 'Problem', id: 'diverged' });
});
