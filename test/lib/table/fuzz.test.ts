import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { readOne } from '../../../src/cells/data/read.js';
import { newFile } from '../../../src/cells/data/spec.js';
import { Problem } from '../../../src/lib/problem.js';
import type { TextTable } from '../../../src/lib/table/table.js';
import { readTable } from '../../table.js';
import { idle } from '../../task.js';
import { belowOf, bombs, spoiledFiles, spoiledTexts, type Bytes } from './spoiled.js';

async function outcome(bytes: Bytes, chunk: number): Promise<TextTable | Problem> {
	try {
		return (await readTable(bytes, { chunk })).table;
	} catch (cause) {
		if (cause instanceof Problem) return cause;
		throw cause;
	}
}

/** What holds of any table that was read from so many bytes. */
function check(table: TextTable, bytes: number): void {
	const width = table.columns.length;
	expect(table.rows).toBeGreaterThan(0);
	expect(width).toBeGreaterThan(0);
	expect(width).toBeLessThanOrEqual(bytes + 1);
	// A row that is not short holds a delimiter or a line end for each of its cells, but for the last line.
	expect((table.rows - table.notes.short.count) * width).toBeLessThanOrEqual(bytes + 1);
	for (const { codes, texts } of table.columns) {
		expect(codes.length).toBe(table.rows);
		expect(codes.every((code) => code < texts.count)).toBe(true);
		expect(texts.offsets.length).toBe(texts.count + 1);
		expect(texts.offsets[1]).toBe(0);
		expect(texts.offsets.every((at, i) => i < 2 || at > texts.offsets[i - 1]!)).toBe(true);
		expect(texts.offsets[texts.count]).toBe(texts.bytes.length);
	}
}

/** How many spoiled files of every kind are read; `npm run bench -- fuzz` reads 10,000 and says how long they took. */
const many = 250;

async function readsOrRefuses(file: File): Promise<'table' | 'problem'> {
	try {
		const { view } = await readOne(file, newFile({ kind: 'file', id: file.name, name: file.name }), 0, null, idle);
		expect(view.rows).toBeGreaterThanOrEqual(0);
		return 'table';
	} catch (cause) {
		if (cause instanceof Problem) return 'problem';
		throw cause;
	}
}

describe('spoiled text', () => {
	it.each(Array.from({ length: 20 }, (_, i) => [i + 1]))(
		'ends with a table or a problem, and the same in pieces: 500 of series %i',
		async (seed) => {
			const below = belowOf(1000 + seed);
			let tables = 0;
			let i = 0;
			for (const bytes of spoiledTexts(seed, 500)) {
				const result = await outcome(bytes, 1 << 18);
				if (!(result instanceof Problem)) {
					tables++;
					check(result, bytes.length);
				}
				if (i++ % 4 === 0) expect(isDeepStrictEqual(await outcome(bytes, 50 + below(5000)), result), `mutation ${i} in pieces`).toBe(true);
			}
			expect(tables).toBeGreaterThan(100);
		}
	);
});

describe('spoiled files of every kind', () => {
	it(`end with a table or a problem: ${many}`, async () => {
		const said = vi.spyOn(console, 'error').mockReturnValue();
		const counts = { table: 0, problem: 0 };
		for (const file of spoiledFiles(1, many)) counts[await readsOrRefuses(file)]++;
		said.mockRestore();
		expect(counts.table).toBeGreaterThan(many / 4);
		expect(counts.problem).toBeGreaterThan(many / 20);
	});
	it.each(bombs)('that claim more than they hold do too: %s', async (name, make) => {
		await readsOrRefuses(new File([make() as BlobPart], name));
	});
});
