import { write, utils } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { serialText } from '../../../../src/lib/table/formats/iso.js';
import { openFile } from '../../../../src/lib/table/formats/open.js';
import { idle } from '../../../task.js';
import { survivesDamage } from './damage.js';
import { one, problemOf, read, tableOrText } from './read.js';
import { workbookFile } from './workbook-file.js';

const sheet = (rows: string, more: object = {}) => workbookFile({ sheets: [{ name: 'S', rows }], ...more });

describe('a sheet of a workbook', () => {
	it('keeps cells in their columns where one is missing, and rows above the header', async () => {
		const rows =
			'<row r="1"><c r="A1" t="inlineStr"><is><t>Orders of March</t></is></c></row>' +
			'<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="str"><f>A1</f><v>c &amp; d</v></c></row>' +
			'<row r="4"><c r="A4"><v>4</v></c><c r="C4"><v>6</v></c></row>' +
			'<row r="5"><c r="B5"/><c r="C5" t="s"><v>2</v></c></row>';
		const strings = [
			'<t>a</t>',
			'<r><rPr><b/></rPr><t xml:space="preserve">b </t></r><r><t>old</t></r>',
			'<t>Nguyễn &lt;3</t><rPh sb="0" eb="1"><t>x</t></rPh>'
		];
		expect(await one('o.xlsx', sheet(rows, { strings }))).toEqual({
			name: 'o.xlsx › S',
			header: null,
			width: 3,
			rows: [['Orders of March'], [], ['a', 'b old', 'c & d'], ['4', '', '6'], ['', '', 'Nguyễn <3']],
			omitted: []
		});
	});
	it('has numbers by value, truth values as words, errors as nothing', async () => {
		const rows =
			'<row r="1"><c r="A1" s="1"><v>1234.5678</v></c><c r="B1" s="2"><v>0.125</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c>' +
			'<c r="E1" t="e"><v>#N/A</v></c><c r="F1"><v>-0.1</v></c><c r="G1"><f>1/0</f></c><c r="H1"><v>2</v></c></row>';
		expect((await one('o.xlsx', sheet(rows, { formats: ['#,##0.00', '0%'] }))).rows).toEqual([
			['1234.5678', '0.125', 'true', 'false', '', '-0.1', '', '2']
		]);
	});
	it('has dates by their number format, on the clock of the file', async () => {
		const formats = [
			'yyyy\\-mm\\-dd',
			'dd/mm/yyyy hh:mm',
			'[$-42A]d mmmm yyyy',
			'h:mm AM/PM',
			'[h]:mm:ss',
			'0.00 "days"',
			'[Red]#,##0;[Blue]-#,##0',
			'General'
		];
		const values = ['45382', '45382.104166666664', '45382.99999999', '0.75', '1.5208333333333333', '45382', '45382', '45382'];
		const cells = values.map((value, i) => `<c r="${String.fromCharCode(65 + i)}1" s="${i + 1}"><v>${value}</v></c>`).join('');
		const rows = `<row r="1">${cells}<c r="I1" s="9"><v>43861</v></c></row>`;
		expect((await one('o.xlsx', sheet(rows, { formats }))).rows).toEqual([
			['2024-03-31', '2024-03-31 02:30:00', '2024-04-01', '18:00:00', '36:30:00', '45382', '45382', '45382', '2020-01-31']
		]);
	});
	it('has dates of the system that begins in 1904', async () => {
		const rows = '<row r="1"><c r="A1" s="1"><v>0</v></c><c r="B1" s="1"><v>43920.5</v></c></row>';
		expect((await one('o.xlsx', sheet(rows, { formats: ['yyyy-mm-dd'], date1904: true }))).rows).toEqual([
			['1904-01-01', '2024-03-31 12:00:00']
		]);
	});
	it('has the dates that spreadsheets show', () => {
		// ECMA-376 part 1, 18.17.4.1 and 18.17.4.2.
		expect(serialText(1, false, false)).toBe('1900-01-01');
		expect(serialText(59, false, false)).toBe('1900-02-28');
		expect(serialText(61, false, false)).toBe('1900-03-01');
		expect(serialText(2958465, false, false)).toBe('9999-12-31');
		expect(serialText(2958466, false, false)).toBeNull();
		expect(serialText(2957003, true, false)).toBe('9999-12-31');
		expect(serialText(-1, false, false)).toBeNull();
	});
	it('ends at its last cell, whatever range it declares, links to or merges', async () => {
		const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row><row r="1048576" ht="20"/>';
		const surrounded = {
			name: 'S',
			rows,
			before: '<dimension ref="A1:XFD1048576"/>',
			after:
				'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells><hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'
		};
		expect(await one('o.xlsx', workbookFile({ sheets: [surrounded] }))).toMatchObject({ width: 2, rows: [['1'], ['', '2']] });
		const far =
			'<row r="1"><c r="A1"><v>1</v></c></row><row r="4000000000"><c r="A4000000000"><v>1</v></c><c r="ZZZZZ1"><v>1</v></c></row>';
		expect(await one('o.xlsx', sheet(far))).toMatchObject({ rows: [['1']] });
	});
	it('may be empty, and may be written with prefixes', async () => {
		expect(await one('o.xlsx', sheet(''))).toMatchObject({ width: 0, rows: [] });
		const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>7</v></c></row>';
		expect(await one('o.xlsx', sheet(rows, { prefix: 'x', strings: ['<t>a</t>'] }))).toMatchObject({ rows: [['a', '7']] });
	});
});

describe('a workbook', () => {
	const cell = (value: number) => `<row r="1"><c r="A1"><v>${value}</v></c></row>`;
	it('is its sheets, the hidden ones last', async () => {
		const sheets = [
			{ name: 'Lists', rows: cell(1), state: 'veryHidden' },
			{ name: 'Q&amp;A', rows: cell(2) },
			{ name: 'Đơn hàng', rows: cell(3) }
		];
		const tables = await read('o.xlsx', workbookFile({ sheets }));
		expect(tables).toMatchObject([
			{ name: 'o.xlsx › Q&A', rows: [['2']] },
			{ name: 'o.xlsx › Đơn hàng', rows: [['3']] },
			{ name: 'o.xlsx › Lists', rows: [['1']] }
		]);
	});
	it('is read by sheet: a damaged one does not touch the others', async () => {
		const files = unzipSync(
			workbookFile({
				sheets: [
					{ name: 'A', rows: cell(1) },
					{ name: 'B', rows: cell(2) }
				]
			})
		);
		files['xl/worksheets/s0.xml'] = strToU8('nothing');
		const [a, b] = await openFile('o.xlsx', new Blob([zipSync(files) as BlobPart]), idle);
		await expect(tableOrText(a!)).rejects.toMatchObject({ id: 'fileWorkbookBroken', facts: { file: 'o.xlsx' } });
		expect(await tableOrText(b!)).toMatchObject({ rows: [['2']] });
	});
	it('that a library writes is read back, as .xlsx in an archive and as .xls', async () => {
		const book = utils.book_new();
		utils.book_append_sheet(
			book,
			utils.aoa_to_sheet([
				['id', 'day', 'paid'],
				['001', { t: 'n', v: 45382.5, z: 'yyyy-mm-dd hh:mm' }, true],
				[2, null, 1e6]
			]),
			'Data'
		);
		const rows = [
			['id', 'day', 'paid'],
			['001', '2024-03-31 12:00:00', 'true'],
			['2', '', '1000000']
		];
		const bytes = (bookType: 'xlsx' | 'xls') => new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);
		expect(await one('x.zip', zipSync({ 'o.xlsx': bytes('xlsx') }))).toMatchObject({ name: 'x.zip › o.xlsx › Data', rows });
		expect(await one('o.xls', bytes('xls'))).toMatchObject({ name: 'o.xls › Data', rows });
	});
	it('with a password is said to have one', async () => {
		const { CFB } = await import('@e965/xlsx');
		const file = CFB.utils.cfb_new();
		CFB.utils.cfb_add(file, '/EncryptionInfo', strToU8('\u0004\0\u0004\0\u0040\0\0\0<encryption/>'));
		CFB.utils.cfb_add(file, '/EncryptedPackage', new Uint8Array(64));
		const bytes = new Uint8Array(CFB.write(file, { type: 'array' }) as unknown as ArrayBuffer);
		expect(await problemOf('o.xlsx', bytes)).toMatchObject({ id: 'fileLocked', facts: { file: 'o.xlsx' } });
	});
	it('without its parts is refused', async () => {
		const files = unzipSync(sheet(cell(1)));
		for (const path of ['xl/_rels/workbook.xml.rels', 'xl/worksheets/s0.xml']) {
			const { [path]: _, ...rest } = files;
			expect(await problemOf('o.xlsx', zipSync(rest))).toMatchObject({ id: 'fileWorkbookBroken' });
		}
		expect(await problemOf('o.xlsx', sheet('<row r="1"><c r="A1" t="s"><v>9</v></c></row>'))).toMatchObject({ id: 'fileWorkbookBroken' });
	});
	const ids = ['fileWorkbookBroken', 'fileZipBroken', 'fileZipEmpty', 'fileLocked', 'fileTooBig', 'fileTooWide', 'fileBinary'];
	const rows = Array.from(
		{ length: 12 },
		(_, i) =>
			`<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>${i % 2}</v></c><c r="B${i + 1}" s="1"><v>${45000 + i}.5</v></c><c r="C${i + 1}" t="b"><v>1</v></c></row>`
	).join('');
	it('that is damaged ends with a table or a problem', async () => {
		await survivesDamage('o.xlsx', sheet(rows, { strings: ['<t>a</t>', '<t>b</t>'], formats: ['d/m/yyyy'] }), ids);
	});
	it('in which the XML of a sheet is damaged ends with a table or a problem', async () => {
		const files = unzipSync(sheet(rows, { strings: ['<t>a</t>', '<t>b</t>'], formats: ['d/m/yyyy'] }));
		const stored = (path: string, bytes: Uint8Array) => zipSync({ ...files, [path]: bytes }, { level: 0 });
		for (const path of ['xl/worksheets/s0.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml']) {
			const whole = files[path]!;
			for (let i = 0; i < 125; i++) {
				const bytes = i % 5 === 0 ? whole.slice(0, (whole.length * i) / 125) : whole.slice();
				if (i % 5 > 0) for (let k = 0; k < i % 5; k++) bytes[(i * 7919 + k * 104_729) % whole.length]! ^= 1 + ((i * 31 + k) % 255);
				const problem = await problemOf('o.xlsx', stored(path, bytes));
				if (problem) expect(ids).toContain(problem.id);
			}
		}
	});
	it('of the old kind that is damaged ends with a table or a problem', async () => {
		const book = utils.book_new();
		utils.book_append_sheet(book, utils.aoa_to_sheet([['a', 'b'], ...Array.from({ length: 20 }, (_, i) => [`x${i}`, i])]), 'Data');
		const said = vi.spyOn(console, 'error').mockReturnValue();
		await survivesDamage('o.xls', new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer), ids);
		said.mockRestore();
	});
});
