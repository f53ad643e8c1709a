import { describe, expect, it } from 'vitest';
import { calibrated, chooseCalibrator, levelOf, logisticLine, logitOf } from '../../../src/lib/predict/calibrate.js';
import { brier, rocAuc } from '../../../src/lib/predict/metrics.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { mean } from '../../../src/lib/stats/moments.js';
import type { Matrix } from '../../../src/lib/matrix.js';
import { irls } from './irls.js';

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
/** Logits that tell the truth, and outcomes drawn from them. */
function made(n: number, seed: number, centre = 0) {
	const random = seeded(seed);
	const logits = Float64Array.from({ length: n }, () => centre + 1.2 * normal(random));
	return { logits, y: Uint8Array.from(logits, (z) => (random() < sigmoid(z) ? 1 : 0)) };
}

describe('calibration', () => {
	it('leaves chances alone that come true', () => {
		const { logits, y } = made(3000, 1);
		expect(chooseCalibrator(y, logits.map(sigmoid), 1).kind).toBe('none');
	});

	it('learns nothing from chances that hardly differ', () => {
		const { logits, y } = made(3000, 8);
		expect(
			chooseCalibrator(
				y,
				logits.map((z) => sigmoid(0.01 * z)),
				1
			).kind
		).toBe('none');
		expect(
			chooseCalibrator(
				y,
				logits.map((z) => sigmoid(0.2 * z)),
				1
			).kind
		).toBe('platt');
	});

	it('draws chances together that are too sure of themselves, by a line in log-odds', () => {
		const { logits, y } = made(4000, 2);
		const sure = logits.map((z) => sigmoid(2 * z));
		const calibrator = chooseCalibrator(y, sure, 1);
		expect(calibrator.kind).toBe('platt');
		if (calibrator.kind === 'platt') expect(calibrator.slope).toBeCloseTo(0.5, 1);
		const later = made(4000, 3);
		const fresh = later.logits.map((z) => sigmoid(2 * z));
		expect(brier(later.y, calibrated(calibrator, fresh))).toBeLessThan(brier(later.y, fresh) - 0.005);
		expect(rocAuc(later.y, calibrated(calibrator, fresh))).toBeCloseTo(rocAuc(later.y, fresh), 12);
	});

	it('bends chances that no line puts right, and never turns their order round', () => {
		const random = seeded(4);
		const scores = Float64Array.from({ length: 6000 }, () => random());
		const y = Uint8Array.from(scores, (score) => (random() < (score < 0.5 ? 0.2 : 0.8) ? 1 : 0));
		const calibrator = chooseCalibrator(y, scores, 1);
		expect(calibrator.kind).toBe('isotonic');
		const grid = calibrated(
			calibrator,
			Float64Array.from({ length: 101 }, (_, i) => i / 100),
			levelOf(calibrator, scores)
		);
		expect([...grid]).toEqual([...grid].sort((a, b) => a - b));
		expect(grid[30]).toBeCloseTo(0.2, 1);
		expect(grid[90]).toBeCloseTo(0.8, 1);
		expect(Math.min(...grid) > 0 && Math.max(...grid) < 1).toBe(true);
	});

	it('corrects the spread and leaves the level alone, which moves with the season', () => {
		const { logits, y } = made(5000, 5, -1);
		// Twice too sure, and learned in a season of fewer buyers.
		const calibrator = chooseCalibrator(
			y,
			logits.map((z) => sigmoid(2 * (z + 1) - 2.5)),
			1
		);
		expect(calibrator.kind).toBe('platt');
		const later = made(5000, 6, 0.5).logits.map((z) => sigmoid(2 * (z - 0.5) + 0.5));
		expect(Math.abs(mean(calibrated(calibrator, later)) - mean(later))).toBeLessThan(1e-9);
	});

	it('has the coefficients and errors of iteratively reweighted least squares on one column', () => {
		const { logits, y } = made(500, 7);
		const x: Matrix = { rows: 500, cols: 1, values: Float32Array.from(logits) };
		const { coefficients, standardErrors } = irls(x, y, 0);
		const { intercept, slope, interceptError, slopeError } = logisticLine(y, x.values);
		expect(intercept).toBeCloseTo(coefficients[0]!, 8);
		expect(slope).toBeCloseTo(coefficients[1]!, 8);
		expect(interceptError).toBeCloseTo(standardErrors[0]!, 8);
		expect(slopeError).toBeCloseTo(standardErrors[1]!, 8);
		expect(logitOf(sigmoid(1.5))).toBeCloseTo(1.5, 9);
	});
});
