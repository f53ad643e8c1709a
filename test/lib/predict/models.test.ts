import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../../src/lib/matrix.js';
import { rocAuc } from '../../../src/lib/predict/metrics.js';
import { chances, fitLogistic, fitNetwork } from '../../../src/lib/predict/models.js';
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

	it('has the coefficients of iteratively reweighted least squares, within a quarter of their standard error', async () => {
		const four = firstColumns(x, 4);
		const { coefficients, standardErrors } = irls(four, y);
		const { members } = await fitLogistic(four, y, 1, wasmBackend, quiet);
		const fitted = [...members[0]![0]!.bias, ...members[0]![0]!.weights];
		fitted.forEach((weight, j) => expect(Math.abs(weight - coefficients[j]!) / standardErrors[j]!, `coefficient ${j}`).toBeLessThan(0.25));
	});

	it('gives the same chances where a column repeats another and one is constant', async () => {
		const plain = chances(await fitLogistic(firstColumns(x, 4), y, 1, wasmBackend, quiet), firstColumns(x, 4), wasmBackend);
		const doubled = chances(await fitLogistic(x, y, 1, wasmBackend, quiet), x, wasmBackend);
		doubled.forEach((chance, i) => expect(Math.abs(chance - plain[i]!)).toBeLessThan(0.02));
	});

	it('keeps weights finite where a column parts the outcomes perfectly and the likelihood has no maximum', async () => {
		const random = seeded(2);
		const x = { rows: 60, cols: 4, values: Float32Array.from({ length: 240 }, () => normal(random)) };
		const y = Uint8Array.from({ length: 60 }, (_, i) => (x.values[i * 4]! > 0 ? 1 : 0));
		const classifier = await fitLogistic(x, y, 1, wasmBackend, quiet);
		expect(rocAuc(y, chances(classifier, x, wasmBackend))).toBeGreaterThan(0.98);
		expect(Math.max(...classifier.members[0]![0]!.weights.map(Math.abs))).toBeLessThan(5);
	});

	it('repeats itself with a seed', async () => {
		expect(await fitLogistic(x, y, 5, wasmBackend, quiet)).toEqual(await fitLogistic(x, y, 5, wasmBackend, quiet));
	});
});

describe('the small network', () => {
	it('sees what no straight line can: buyers on either side', async () => {
		const bent = (row: Float32Array) => 4 * Math.abs(row[0]!) - 3;
		const [learn, test] = [made(2000, 3, bent), made(2000, 4, bent)];
		const auc = async (fit: typeof fitNetwork) =>
			rocAuc(test.y, chances(await fit(learn.x, learn.y, 1, wasmBackend, quiet), test.x, wasmBackend));
		const ideal = rocAuc(
			test.y,
			Float64Array.from(test.y, (_, i) => Math.abs(test.x.values[i * 6]!))
		);
		expect(await auc(fitNetwork)).toBeGreaterThan(ideal - 0.02);
		expect(await auc(fitLogistic)).toBeLessThan(0.6);
	});

	it('gives the mean chance of its members, and repeats itself with a seed', async () => {
		const { x, y } = made(200, 5, (row) => row[0]!);
		const classifier = await fitNetwork(x, y, 3, wasmBackend, quiet);
		const apart = classifier.members.map((member) => chances({ members: [member] }, x, wasmBackend));
		chances(classifier, x, wasmBackend).forEach((chance, i) => expect(chance).toBeCloseTo((apart[0]![i]! + apart[1]![i]!) / 2, 6));
		expect(apart[0]).not.toEqual(apart[1]);
		expect(await fitNetwork(x, y, 3, wasmBackend, quiet)).toEqual(classifier);
	});
});

it('training that diverges is a problem the person hears of', async () => {
	const { x, y } = made(100, 1, () => 0);
	const backend = { ...wasmBackend, train: () => Promise.resolve({ layers: [], steps: 0, end: 'diverged' as const }) };
	await expect(fitNetwork(x, y, 1, backend, quiet)).rejects.toMatchObject({ name: 'Problem', id: 'diverged' });
});
