import { describe, expect, it } from 'vitest';
import { cellText } from '../../../src/lib/table/formats/grid.js';
import { openFile } from '../../../src/lib/table/formats/open.js';
import { readFile } from '../../../src/lib/table/read-file.js';
import { rowAt } from '../../../src/lib/table/table.js';
import { bytesOf, packed, type Part } from '../../fixtures/battery.js';
import { idle } from '../../task.js';

const trimmed = (row: readonly string[]) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1);

/** The table within a part, as the battery states it. */
function tableOf({ columns, header, rows, skip = 0, totals = 0 }: Part) {
	const names = columns ?? header ?? rows[skip]!;
	const data = columns || header ? rows : rows.slice(skip + 1, rows.length - totals).filter((row) => row.length > 0);
	const wide = (row: readonly string[]) => names.map((_, j) => row[j] ?? '');
	return {
		columns: names,
		rows: data.map(wide),
		preamble: columns || header ? [] : rows.slice(0, skip).filter((row) => row.length > 0),
		totals: rows.slice(rows.length - totals).map(wide)
	};
}

describe('the battery of archives, workbooks and JSON', () => {
	it.each(packed.map((expected) => [expected.file, expected.why, expected] as const))('%s: %s', async (file, _why, expected) => {
		const blob = new Blob([bytesOf(file)]);
		if ('problem' in expected) {
			await expect(readFile(file, blob, {}, idle)).rejects.toMatchObject({ name: 'Problem', id: expected.problem });
			return;
		}
		const { parts } = expected;
		const opened = await openFile(file, blob, idle);
		expect(opened.map(({ name }) => name)).toEqual(parts.map(({ name }) => name));
		for (const [i, part] of parts.entries()) {
			const one = opened[i]!;
			expect(one.kind).toBe(part.columns ? 'text' : 'grid');
			if (one.kind === 'grid') {
				const grid = await one.grid(idle);
				const rows: string[][] = [];
				for await (const block of grid.rows) for (const row of block) rows.push(trimmed(row.map(cellText)));
				expect(grid.header).toEqual(part.header);
				expect(rows).toEqual(part.rows.map(trimmed));
			}
			const { table } = await readFile(file, blob, { part: part.name }, idle);
			expect({
				columns: table.columns.map(({ name }) => name),
				rows: Array.from({ length: table.rows }, (_, row) => rowAt(table, row)),
				preamble: table.notes.preamble.map(trimmed),
				totals: table.notes.totals
			}).toEqual(tableOf(part));
			expect(table.columns.every(({ typed }) => typed === (one.kind === 'grid'))).toBe(true);
		}
	});

	it.each([
		['workbook-second-sheet.xlsx', 'workbook-second-sheet.xlsx › Data & more'],
		['source-shopee-orders-vi.xlsx', 'source-shopee-orders-vi.xlsx › orders']
	])('of %s, the part that is an order log is read', async (file, part) => {
		expect((await readFile(file, new Blob([bytesOf(file)]), {}, idle)).table.name).toBe(part);
	});
});
