import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatedRows } from '../../../src/lib/table/repeated.js';
import { readTable } from '../../table.js';
import { idle } from '../../task.js';

/** 1 for each row met before, compared as text. */
function met(rows: readonly (readonly string[])[]): number[] {
	const seen = new Set<string>();
	return rows.map((row) => {
		const text = JSON.stringify(row);
		if (seen.has(text)) return 1;
		seen.add(text);
		return 0;
	});
}

describe('rows that repeat', () => {
	it('are those met before in every cell, wherever they stand', async () => {
		const row = fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 9 }).map(String), fc.constantFrom('', 'x', 'y'));
		await fc.assert(
			fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60 }), async (rows) => {
				const { table, rows: read } = await readTable(['p,q,r', ...rows.map((cells) => cells.join())].join('\n'), {
					delimiter: ',',
					header: true
				});
				expect(read).toEqual(rows);
				expect([...(await repeatedRows(table, idle))]).toEqual(met(rows));
			}),
			{ numRuns: 200, seed: 3 }
		);
	});
	it('are found where every row is alike, and none where none is', async () => {
		const alike = await readTable(`p,q\n${'a,1\n'.repeat(5000)}`);
		expect((await repeatedRows(alike.table, idle)).reduce((sum, one) => sum + one, 0)).toBe(4999);
		const distinct = await readTable(`p,q\n${Array.from({ length: 70_000 }, (_, i) => `${i % 7},${i}`).join('\n')}`);
		expect((await repeatedRows(distinct.table, idle)).includes(1)).toBe(false);
		expect(distinct.table.columns.map(({ codes }) => codes.BYTES_PER_ELEMENT)).toEqual([1, 4]);
	});
});
