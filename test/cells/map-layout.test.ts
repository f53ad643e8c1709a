import { describe, expect, it } from 'vitest';
import { flat, settle } from '../../src/cells/map/run-layout.js';
import { sampleRows } from '../../src/lib/cluster/sample.js';
import type { Matrix } from '../../src/lib/matrix.js';
import { normal, seeded } from '../../src/lib/random.js';
import { mean } from '../../src/lib/stats/moments.js';
import { ranked } from '../lib/project/trustworthiness.js';
import { idle } from '../task.js';

/** Two angles turned into six numbers with a little noise: a surface that no plane shows. */
function ring(rows: number): Matrix {
	const random = seeded(3);
	const values = new Float32Array(rows * 6);
	for (let i = 0; i < rows; i++) {
		const [a, b] = [2 * Math.PI * random(), 4 * random()];
		const told = [Math.sin(a), Math.cos(a), Math.sin(b), Math.cos(b), Math.sin(a + b), Math.cos(a - b)];
		for (let j = 0; j < 6; j++) values[6 * i + j] = told[j]! + 0.03 * normal(random);
	}
	return { rows, cols: 6, values };
}

describe('a map of more customers than are laid out', () => {
	const [rows, most, k, seed] = [2400, 1200, 15, 5];
	const points = ring(rows);
	const laidOut = new Set(sampleRows(rows, most, seeded(seed)));
	const settled = (of: Matrix, from = seed) => settle(of, k, from, idle, () => undefined, most);
	/** Of the k rows nearest to a row, the share that are so on the map too. */
	const kept = (places: Matrix, row: number): number => {
		const near = new Set(ranked(points, row).slice(0, k));
		return (
			ranked(places, row)
				.slice(0, k)
				.filter((other) => near.has(other)).length / k
		);
	};

	it('keeps the neighbourhoods of those that are placed about as well as of the others, and better than a flat one', async () => {
		const layout = await settled({ ...points });
		expect(layout.laidOut).toBe(most);
		const places: Matrix = { rows, cols: 2, values: layout.places };
		const some = Array.from({ length: rows / 12 }, (_, i) => 12 * i);
		const [of, others] = [true, false].map((own) => mean(some.filter((row) => laidOut.has(row) === own).map((row) => kept(places, row))));
		expect(others! / of!).toBeGreaterThan(0.8);
		const plane: Matrix = { rows, cols: 2, values: (await flat({ ...points }, idle)).places };
		expect(others).toBeGreaterThan(1.2 * mean(some.map((row) => kept(plane, row))));
	});
	it('has the same places for the same seed, and others for another', async () => {
		const first = await settled({ ...points });
		const again = await settled({ ...points });
		expect(again.places).toEqual(first.places);
		expect(again.id).toBe(first.id);
		expect((await settled({ ...points }, seed + 1)).id).not.toBe(first.id);
	});
	it('moves those that are laid out, and nobody else', async () => {
		const seen: Float32Array[] = [];
		await settle({ ...points }, k, seed, idle, (places) => seen.length < 2 && seen.push(places()), most);
		expect(seen).toHaveLength(2);
		for (let i = 0; i < rows; i++) expect(Number.isNaN(seen[0]![2 * i])).toBe(!laidOut.has(i));
	});
});
