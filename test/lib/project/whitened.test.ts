import { describe, expect, it } from 'vitest';
import { normal, seeded } from '../../../src/lib/random.js';
import { whitened } from '../../../src/lib/project/whitened.js';

describe('whitening', () => {
	const random = seeded(1);
	const rows = 400;
	const values = new Float32Array(rows * 4);
	for (let i = 0; i < rows; i++) {
		const [a, b, c] = [normal(random), normal(random), normal(random)];
		values.set([5 + a, 3 * a + b, 0.2 * c, 3 * a + b], 4 * i);
	}
	const points = { rows, cols: 4, values };

	it('gives directions of no correlation and variance 1, and leaves out what repeats others', () => {
		const white = whitened(points, 1e-6);
		expect(white.cols).toBe(3);
		for (let a = 0; a < 3; a++)
			for (let b = 0; b <= a; b++) {
				const of = (c: number) => Array.from({ length: rows }, (_, i) => white.values[3 * i + c]!);
				const mean = (list: number[]) => list.reduce((sum, x) => sum + x, 0) / rows;
				expect(mean(of(a))).toBeCloseTo(0, 5);
				expect(mean(of(a).map((x, i) => x * of(b)[i]!))).toBeCloseTo(a === b ? 1 : 0, 4);
			}
	});
	it('leaves out directions that are narrower than asked for', () => {
		expect(whitened(points, 0.1).cols).toBe(1);
	});
});
