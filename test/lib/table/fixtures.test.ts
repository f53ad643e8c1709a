import { describe, expect, it } from 'vitest';
import { schemaOf } from '../../../src/lib/table/schema.js';
import type { TextColumn } from '../../../src/lib/table/table.js';
import type { Inferred } from '../../../src/lib/table/types.js';
import { bytesOf, fileNames, packed, pandasCells, texts } from '../../fixtures/battery.js';
import { readTable } from '../../table.js';
import { idle } from '../../task.js';

/** The kind of a column without values, or its values row by row. */
function meaning({ codes }: TextColumn, { type: { kind }, values }: Inferred) {
	if (!values) return kind;
	return Array.from(codes, (code) => {
		const value = values[code]!;
		if (Number.isNaN(value)) return null;
		return kind === 'boolean' ? value === 1 : kind === 'time' ? new Date(value).toISOString() : value;
	});
}

describe('the battery of files', () => {
	it('has an expectation for each of at least 150 files', () => {
		const expected = [...texts.map(({ file }) => file), ...packed.map(({ file }) => file)];
		expect(expected.toSorted()).toEqual(fileNames.toSorted());
		expect(new Set(expected).size).toBe(expected.length);
		expect(texts.length).toBeGreaterThanOrEqual(150);
	});

	it.each(texts.map((expected) => [expected.file, expected.why, expected] as const))('%s: %s', async (file, _why, expected) => {
		const reading = readTable(bytesOf(file), { name: file });
		if (expected.problem) {
			await expect(reading).rejects.toMatchObject({ name: 'Problem', id: expected.problem });
			return;
		}
		const { head, table, rows } = await reading;
		const { encoding, delimiter, header } = head.layout;
		const { preamble, description, totals, blank, short, long, openQuotes } = table.notes;
		expect({
			...{ encoding, delimiter, header, columns: table.columns.map(({ name }) => name), rows },
			...{ preamble, description, totals, blank, short, long: Object.fromEntries(long), openQuotes }
		}).toEqual({
			encoding: expected.encoding,
			delimiter: expected.delimiter,
			header: expected.header,
			columns: expected.columns,
			rows: expected.rows,
			preamble: expected.preamble ?? [],
			description: expected.description ?? null,
			totals: expected.totals ?? [],
			blank: expected.blank ?? 0,
			short: { count: expected.short?.length ?? 0, rows: expected.short ?? [] },
			long: expected.long ?? {},
			openQuotes: expected.openQuotes ?? []
		});
	});

	const meant = texts.filter(({ means }) => means !== undefined);
	it.each(meant.map((expected) => [expected.file, expected] as const))(
		'the cells of %s stand for what they say',
		async (file, expected) => {
			const { table } = await readTable(bytesOf(file), { name: file });
			const schema = await schemaOf(table, {}, idle);
			const found = Object.keys(expected.means!).map((name) => {
				const at = table.columns.findIndex((column) => column.name === name);
				return [name, meaning(table.columns[at]!, schema[at]!)];
			});
			expect(Object.fromEntries(found)).toEqual(expected.means);
		}
	);

	const compared = texts.filter(({ problem, pandas }) => problem === undefined && typeof pandas !== 'string');
	it('was read by pandas, but for files that say why not', () => {
		expect(Object.keys(pandasCells).toSorted()).toEqual(compared.map(({ file }) => file).toSorted());
	});
	it.each(compared.map((expected) => [expected.file, expected] as const))('pandas reads the same cells in %s', async (file, expected) => {
		const { table, rows } = await readTable(bytesOf(file), { name: file });
		const { description, totals } = table.notes;
		const names = expected.header ? [expected.names ?? expected.columns!] : [];
		const all = [...names, ...(description ? [description] : []), ...rows, ...totals];
		const width = Math.max(...pandasCells[file]!.map((row) => row.length), table.columns.length);
		const wide = (row: readonly string[]) => Array.from({ length: width }, (_, j) => row[j] ?? '');
		expect(all.map(wide)).toEqual(pandasCells[file]!.map(wide));
	});
});
