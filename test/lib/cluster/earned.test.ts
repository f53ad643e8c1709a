import { describe, expect, it } from 'vitest';
import { earned, hiddenFrom, type Choice } from '../../../src/lib/cluster/earned.js';
import { evidenceOf, suggestK } from '../../../src/lib/cluster/choose.js';
import { rowsOfNumbers, type Rows } from '../../../src/lib/cluster/methods.js';
import { scanWhitened } from '../../../src/lib/cluster/whitened-scan.js';
import { normal, seeded, type Random } from '../../../src/lib/random.js';
import { idle } from '../../task.js';

const rowsMade = (rows: number, cols: number, seed: number, make: (random: Random, i: number) => number[]): Rows => {
	const random = seeded(seed);
	return rowsOfNumbers({ rows, cols, values: Float32Array.from(Array.from({ length: rows }, (_, i) => make(random, i)).flat()) });
};

/** What is taken, the structure that is seen, and whether k-means shows it. */
async function taken(rows: Rows, k: number): Promise<{ choice: Choice; structure: 'clear' | 'none'; suggested: number; shown: boolean }> {
	const given = { groups: rows.groups, strata: new Uint16Array(rows.points.rows) };
	const evidence = await evidenceOf(rows.points, given, { kMin: 2, kMax: 6, starts: 3, seed: 1 }, idle);
	const whitened = await scanWhitened(rows.points, given.strata, { kMin: 2, kMax: 6, seed: 1 }, idle);
	const { structure, k: suggested, clearest } = suggestK(evidence, whitened);
	const { values, rows: n, cols } = rows.points;
	const without = (hidden: readonly number[]): Rows => {
		const kept = [...Array(cols).keys()].filter((j) => !hidden.includes(j));
		const left = Float32Array.from(
			{ length: n * kept.length },
			(_, at) => values[Math.floor(at / kept.length) * cols + kept[at % kept.length]!]!
		);
		return rowsOfNumbers({ rows: n, cols: kept.length, values: left });
	};
	const entryOf = (k: number) => evidence.scan.find((entry) => entry.k === k)!;
	const hidden = hiddenFrom(rows, entryOf(suggested), whitened);
	const { centroids } = entryOf(k);
	return {
		choice: await earned(rows, centroids, { k, seed: 1, structure, hidden }, without, idle),
		structure,
		suggested,
		shown: clearest.gap >= clearest.needed
	};
}

describe('the best of all', () => {
	it('is not taken where groups stand apart, which k-means finds as well', async () => {
		const apart = rowsMade(600, 4, 1, (random, i) => [0, 1, 2, 3].map((j) => (i % 4 === j ? 7 : 0) + normal(random)));
		const { choice, structure } = await taken(apart, 4);
		expect(structure).toBe('clear');
		expect(choice).toMatchObject({ method: 'kmeans', why: 'alike' });
		expect(choice.why === 'alike' && choice.agreement).toBeGreaterThan(0.99);
	});
	it.each([
		['normal', (random: Random) => normal(random)],
		['uniform', (random: Random) => 3 * random()],
		['correlated', (random: Random, common: number) => common + normal(random)],
		['tied', (random: Random) => (random() < 0.6 ? 0 : Math.abs(normal(random)))]
	] as const)('is not taken in %s clouds', async (_, draw) => {
		for (const seed of [1, 2, 3, 4]) {
			const cloud = rowsMade(700, 6, seed, (random) => {
				const common = normal(random);
				return Array.from({ length: 6 }, () => draw(random, common));
			});
			expect((await taken(cloud, 4)).choice).toMatchObject({ method: 'kmeans' });
		}
	});
	it('is not looked at for so few rows that luck would speak for it', async () => {
		const few = rowsMade(299, 8, 2, (random, i) => Array.from({ length: 8 }, () => (i % 3) * 1.1 + [0.3, 0.8, 3][i % 3]! * normal(random)));
		expect((await taken(few, 3)).choice).toEqual({ method: 'kmeans', why: 'few', rows: 299, needed: 300 });
	});
	it('is taken where segments differ in width, and a mixture foretells hidden features better', async () => {
		const wide = rowsMade(1500, 8, 2, (random, i) => {
			const [c, width] = [i % 3, [0.3, 0.8, 3][i % 3]!];
			return Array.from({ length: 8 }, () => c * 1.1 + width * normal(random));
		});
		const { choice, structure } = await taken(wide, 3);
		expect(structure).toBe('clear');
		expect(choice).toMatchObject({ method: 'consensus', why: 'more' });
		if (choice.why === 'more') expect(choice.mixture).toBeGreaterThan(choice.means);
	});
	it('is taken where a block of features that go together hides segments', async () => {
		const hidden = rowsMade(1500, 18, 3, (random, i) => {
			const [a, b] = [normal(random), normal(random)];
			const block = Array.from({ length: 12 }, (_, j) => 1.6 * (j % 2 === 0 ? a : b) + 0.5 * normal(random));
			return [...Array.from({ length: 6 }, (_, j) => (i % 3 === j % 3 ? 1.5 : 0) + 0.6 * normal(random)), ...block];
		});
		const { choice, structure, suggested, shown } = await taken(hidden, 3);
		expect([shown, structure]).toEqual([false, 'clear']);
		expect(choice).toMatchObject({ method: 'consensus', why: 'hidden' });
		expect(suggested).toBe(3);
	});
});
