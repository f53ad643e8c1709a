import { describe, expect, it } from 'vitest';
import { latentSize } from '../../../src/lib/embed/latent-size.js';
import type { Matrix } from '../../../src/lib/matrix.js';
import { normal, seeded, type Random } from '../../../src/lib/random.js';
import { idle } from '../../task.js';

function rowsOf(rows: number, make: (random: Random) => number[]): Matrix {
	const random = seeded(6);
	const all = Array.from({ length: rows }, () => make(random));
	return { rows, cols: all[0]!.length, values: Float32Array.from(all.flat()) };
}
const apart = ({ cols }: Matrix) => Uint16Array.from({ length: cols }, (_, j) => j);

describe('how many numbers a code needs', () => {
	it('is how many causes there are, among columns that have none', async () => {
		const points = rowsOf(1500, (random) => {
			const causes = Array.from({ length: 6 }, () => normal(random));
			const led = Array.from({ length: 18 }, (_, j) => causes[j % 6]! + 0.3 * causes[(j + 1) % 6]! + 0.5 * normal(random));
			return [...led, ...Array.from({ length: 5 }, () => normal(random))];
		});
		expect(await latentSize(points, apart(points), 1, idle)).toEqual({ dims: 6, components: 6 });
	});
	it('is the fewest where the columns have nothing in common, and no more than there are columns', async () => {
		const points = rowsOf(2000, (random) => Array.from({ length: 10 }, () => normal(random)));
		const { dims, components } = await latentSize(points, apart(points), 1, idle);
		expect(components).toBeLessThanOrEqual(1);
		expect(dims).toBe(4);
		const narrow = rowsOf(300, (random) => Array.from({ length: 3 }, () => normal(random)));
		expect((await latentSize(narrow, apart(narrow), 1, idle)).dims).toBe(3);
	});
	it('takes no category for several causes', async () => {
		const points = rowsOf(1500, (random) => {
			const value = Math.floor(12 * random());
			return [...Array.from({ length: 12 }, (_, c) => Number(c === value)), normal(random), normal(random)];
		});
		const groups = Uint16Array.from({ length: 14 }, (_, j) => (j < 12 ? 0 : j));
		expect((await latentSize(points, groups, 1, idle)).components).toBeLessThanOrEqual(1);
	});
	it('is not looked for among more columns than one waits for', async () => {
		const points = rowsOf(30, (random) => Array.from({ length: 101 }, () => random()));
		expect(await latentSize(points, apart(points), 1, idle)).toEqual({ dims: 8, components: null });
	});
});
