import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../../src/lib/random.js';
import { rowAt } from '../../../../src/lib/table/table.js';
import { readHead } from '../../../../src/lib/table/text/layout.js';
import { readText, readTextFile } from '../../../../src/lib/table/text/read.js';
import { readTable } from '../../../table.js';
import { idle } from '../../../task.js';

const utf16 = (text: string, little: boolean, mark = true) => {
	const from = mark ? 2 : 0;
	const out = new Uint8Array(from + text.length * 2);
	const view = new DataView(out.buffer);
	if (mark) view.setUint16(0, 0xfeff, little);
	for (let i = 0; i < text.length; i++) view.setUint16(from + i * 2, text.charCodeAt(i), little);
	return out;
};
const latin = (text: string) => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));

describe('the layout of a file', () => {
	it.each([
		['comma', 'a,b\n1,2\n3,4\n', ','],
		['semicolon with decimal commas', 'a;b\n1,5;2,5\n3,5;4,5\n', ';'],
		['tab', 'a\tb\n1\t2\n', '\t'],
		['bar', 'a|b\n1|2\n', '|'],
		['comma, though names hold spaces', 'full name,b\nAn Bui,2\nLe Thi Hoa,3\n', ','],
		['semicolon, though quoted texts hold commas', 'a;b\n"x, y, z";1\n"u, v, w";2\n', ';']
	])('finds the delimiter: %s', async (_what, text, delimiter) => {
		expect((await readTable(text)).head.layout.delimiter).toBe(delimiter);
	});
	it('reads columns aligned with spaces and no header', async () => {
		const { head, rows } = await readTable(
			' 00004 0001 19970101  2   29.33\n 00004 0001 19970118  2   29.73  \n 00021 0002 19970101  3   63.34'
		);
		expect(head.layout).toMatchObject({ delimiter: ' ', header: false });
		expect(head.columns).toEqual(['#1', '#2', '#3', '#4', '#5']);
		expect(rows).toEqual([
			['00004', '0001', '19970101', '2', '29.33'],
			['00004', '0001', '19970118', '2', '29.73'],
			['00021', '0002', '19970101', '3', '63.34']
		]);
	});
	it.each([
		['UTF-8 with a byte-order mark', new TextEncoder().encode('\ufefftên,số\nĐỗ,1\n'), 'utf-8'],
		['UTF-16, little end first', utf16('tên,số\nĐỗ,1\n', true), 'utf-16le'],
		['UTF-16, big end first', utf16('tên,số\nĐỗ,1\n', false), 'utf-16be'],
		['UTF-16 without a byte-order mark', utf16('tên,số\nĐỗ,1\n', true, false), 'utf-16le'],
		// Windows-1258: Đ = D0, the letter o with a circumflex = F4, the tone ~ = DE; so "Đỗ" is D0 F4 DE.
		['Windows-1258', latin('t\xean,s\xf4\xec\n\xd0\xf4\xde,1\n'), 'windows-1258']
	])('reads %s', async (_what, bytes, encoding) => {
		const { head, rows } = await readTable(bytes as Uint8Array<ArrayBuffer>);
		expect(head.layout.encoding).toBe(encoding);
		expect(head.columns).toEqual(['tên', 'số']);
		expect(rows).toEqual([['Đỗ', '1']]);
	});
	it.each([
		['French', 'pr\xe9nom,ville\nJos\xe9,Orl\xe9ans\nFran\xe7ois,N\xeemes\n', ['José', 'François']],
		['German', 'Name,Stadt\nJ\xfcrgen,K\xf6ln\nGro\xdf,M\xfcnchen\n', ['Jürgen', 'Groß']],
		['Italian', 'nome,giorno\nNiccol\xf2,luned\xec\nFalc\xf2,cos\xec\n', ['Niccolò', 'Falcò']]
	])('takes bytes that are no UTF-8 for Windows-1252: %s', async (_language, text, names) => {
		const { head, rows } = await readTable(latin(text));
		expect(head.layout.encoding).toBe('windows-1252');
		expect(rows.map(([name]) => name)).toEqual(names);
	});
	it('reads a file again when a late row is no UTF-8', async () => {
		const plain = 'name,n\n' + 'x,1\n'.repeat(100_000);
		const { head, table } = await readTextFile('f.csv', new Blob([plain, latin('Jos\xe9,2\n')]), {}, idle);
		expect(head.layout.encoding).toBe('windows-1252');
		expect(rowAt(table, 100_000)).toEqual(['José', '2']);
	});
	it.each([
		['fileEmpty', ''],
		['fileEmpty', ' \n \n'],
		['fileHeaderOnly', 'a,b,c\n'],
		['fileBinary', '\x89PNGrest'],
		['fileUnknown', 'a,b\n1,\0\0\0']
	])('refuses with %s', async (id, text) => {
		await expect(readTable(text.startsWith('\x89') ? latin(text) : text)).rejects.toMatchObject({ id });
	});
	it('keeps duplicate, blank and reserved names apart by position', async () => {
		const { head, rows } = await readTable('id,id,,constructor,__proto__,2021,ID\n1,2,3,4,5,6,7\n');
		expect(head.columns).toEqual(['id', 'id', '#3', 'constructor', '__proto__', '2021', 'ID']);
		expect(rows).toEqual([['1', '2', '3', '4', '5', '6', '7']]);
	});
	it.each([
		['a title', 'Sales report\n\ncustomer,date,amount\na,2024-01-01,5\nb,2024-01-02,6\n', [['Sales report']]],
		['a title filled up with commas', 'Sales report,,\n,,\ncustomer,date,amount\na,2024-01-01,5\n', [['Sales report', '', '']]],
		[
			'remarks',
			'# Property: shop\n# 20240101-20240131, all users\ncustomer,date,amount\na,2024-01-01,5\nb,2024-01-02,5\n',
			[['# Property: shop'], ['# 20240101-20240131', ' all users']]
		]
	])('passes over %s above the header', async (_what, text, preamble) => {
		const { head, table, rows } = await readTable(text);
		expect(head.columns).toEqual(['customer', 'date', 'amount']);
		expect(table.notes.preamble).toEqual(preamble);
		expect(rows[0]).toEqual(['a', '2024-01-01', '5']);
	});
	it('passes over a row that describes the columns', async () => {
		const { table, rows } = await readTable(
			'Order ID,Quantity,Order Amount\nPlatform unique order ID,SKU sold quantity,Total paid by the buyer\n577,2,35.00\n578,1,12.50\n'
		);
		expect(table.notes.description).toEqual(['Platform unique order ID', 'SKU sold quantity', 'Total paid by the buyer']);
		expect(rows).toEqual([
			['577', '2', '35.00'],
			['578', '1', '12.50']
		]);
	});
	it.each(['Total', 'Grand total', 'Tổng cộng', 'Jumlah'])('takes a row of totals away from the end: %s', async (word) => {
		const { table, rows } = await readTable(`customer,date,amount\na,2024-01-01,5\nb,2024-01-02,6\n${word},,11\n`);
		expect(rows).toHaveLength(2);
		expect(table.notes.totals).toEqual([[word, '', '11']]);
	});
	it('leaves a customer who is called Total', async () => {
		expect((await readTable('customer,date,amount\na,2024-01-01,5\nTotal,2024-01-02,6\n')).rows).toHaveLength(2);
	});
	it('takes no column from a delimiter at the end of every line', async () => {
		const { head, rows } = await readTable('a,b,\n1,2,\n3,4,\n');
		expect(head.columns).toEqual(['a', 'b']);
		expect(rows).toEqual([
			['1', '2'],
			['3', '4']
		]);
	});
	it('reads one column, and 500', async () => {
		expect((await readTable('email\na@example.com\nb@example.com\n')).rows).toEqual([['a@example.com'], ['b@example.com']]);
		const names = Array.from({ length: 500 }, (_, j) => `c${j}`);
		const { head, rows } = await readTable([names.join(), names.map((_, j) => j).join()].join('\n'));
		expect(head.columns).toEqual(names);
		expect(rows[0]![499]).toBe('499');
	});
});

describe('cutting rows', () => {
	it.each([
		['a doubled mark', '"say ""hi""",2', ['say "hi"', '2']],
		['a line break in a quotation', '"x\r\ny",2', ['x\r\ny', '2']],
		['text after a closing mark', '"abc"def,2', ['abcdef', '2']],
		['marks inside a plain field', 'a "b" c,2', ['a "b" c', '2']],
		['an empty quotation', '"",2', ['', '2']],
		['a quotation that nothing closes', '"abc,2', ['"abc', '2']],
		['spaces around', ' a , 2 ', [' a ', ' 2 ']]
	])('reads %s', async (_what, line, cells) => {
		expect((await readTable(`h,n\n${line}\n`, { delimiter: ',', header: true })).rows[0]).toEqual(cells);
	});
	it('loses no row to a quotation that nothing closes, and names it', async () => {
		const { table, rows } = await readTable('h,n\na,1\n"b,2\nc,3\nd,4\n');
		expect(rows).toEqual([
			['a', '1'],
			['"b', '2'],
			['c', '3'],
			['d', '4']
		]);
		expect(table.notes.openQuotes).toEqual([2]);
	});
	it('notes rows that are too short or too long, and counts those without text', async () => {
		const long = Array.from({ length: 40 }, (_, i) => `${i},x,y`).join('\n');
		const { table, rows } = await readTable(`a,b,c\n1,2\n\n3,4,5,6,7\n,,\n7,8,9\n${long}`);
		expect(rows.slice(0, 3)).toEqual([
			['1', '2', ''],
			['3', '4', '5'],
			['7', '8', '9']
		]);
		expect(table.notes).toMatchObject({ blank: 1, short: { count: 1, rows: [1] } });
		expect([...table.notes.long]).toEqual([[2, ['6', '7']]]);
	});
	it('reads line ends of every kind, mixed in one file', async () => {
		expect((await readTable('a,b\r\n1,2\n3,4\r5,6\r\n')).rows).toEqual([
			['1', '2'],
			['3', '4'],
			['5', '6']
		]);
	});
	it('keeps text that straddles pieces whole', async () => {
		const random = seeded(5);
		const words = ['Đỗ Thị Hạnh', 'cà phê sữa đá', 'nasi lemak', 'x', '🍜 phở', 'say ""hi""'];
		const expected: string[][] = [];
		let text = 'a,b,c\r\n';
		for (let i = 0; text.length < 2_600_000; i++) {
			const word = words[Math.floor(random() * words.length)]!;
			const broken = random() < 0.05 ? `line one\nline ${i}` : 'plain';
			expected.push([String(i), word.replaceAll('""', '"'), broken]);
			text += `${i},"${word}","${broken}"${random() < 0.5 ? '\r\n' : '\n'}`;
		}
		const { table, rows } = await readTable(text);
		expect(rows.length).toBe(expected.length);
		expect(rows).toEqual(expected);
		expect(table.columns.map(({ texts }) => texts.count)).toEqual([expected.length + 1, words.length + 1, expect.any(Number)]);
		for (const { codes, counts, texts } of table.columns) {
			const held = new Uint32Array(texts.count);
			for (const code of codes) held[code]!++;
			expect(counts).toEqual(held);
		}
	});
	it('gives back any table, written in any dialect and cut into any pieces', async () => {
		const cell = fc.oneof(
			fc.string({ unit: 'grapheme', maxLength: 12 }),
			fc.constantFrom('', 'x', '0012', 'a"b', '""', 'x,y', 'l\nm', 'l\r\nm', ';', '|', '\t', 'Đỗ', '🍜')
		);
		await fc.assert(
			fc.asyncProperty(
				fc
					.integer({ min: 2, max: 5 })
					.chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 })),
				fc.constantFrom(',', ';', '\t', '|'),
				fc.constantFrom('\n', '\r\n', '\r'),
				fc.integer({ min: 1, max: 64 }),
				fc.boolean(),
				async (table, delimiter, end, chunk, always) => {
					const kept = table.filter((row) => row.some((text) => text.replace(/[ \t]/g, '') !== ''));
					const quoted = (text: string) => (always || /[",;|\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
					const header = table[0]!.map((_, j) => `h${j}`);
					const text = [header, ...table, header.map(() => 'end')].map((row) => row.map(quoted).join(delimiter)).join(end);
					const { rows } = await readTable(text, { delimiter: delimiter as ',', header: true, encoding: 'utf-8', chunk });
					expect(rows.slice(0, -1)).toEqual(kept);
				}
			),
			{ numRuns: 400, seed: 7 }
		);
	});
	it('stops when asked', async () => {
		const blob = new Blob(['a,b\n', '1,2\n'.repeat(800_000)]);
		const head = await readHead('f.csv', blob);
		const stop = new AbortController();
		const running = readText('f.csv', blob, head, { ...idle, signal: stop.signal, progress: () => stop.abort() });
		await expect(running).rejects.toThrow(/abort/i);
	});
	it('refuses a file that is one endless row', async () => {
		const blob = new Blob(Array.from({ length: 70 }, () => 'x'.repeat(1 << 20)));
		await expect(readTable(blob)).rejects.toMatchObject({ id: 'rowTooLong' });
	});
	it('refuses a file whose rows fill next to nothing of its columns, before it fills the memory', async () => {
		const names = Array.from({ length: 10_000 }, (_, j) => `c${j}`).join();
		const file = `${names}\n${names}\n${'x,1\n'.repeat(20_000)}`;
		await expect(readTable(file)).rejects.toMatchObject({ id: 'rowsTooShort', facts: { columns: 10_000 } });
		expect((await readTable(`${names}\n${names}\n${'x,1\n'.repeat(100)}`)).table.rows).toBe(101);
	});
	it('refuses a file wider than any sheet', async () => {
		const line = '1,'.repeat(20_000) + '1\n';
		await expect(readTable(line + line)).rejects.toMatchObject({ id: 'fileTooWide' });
	});
	it('says so when the file is gone', async () => {
		const gone = { size: 10, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotFoundError')) }) } as unknown as Blob;
		await expect(readHead('f.csv', gone)).rejects.toMatchObject({ id: 'fileGone', facts: { file: 'f.csv' } });
	});
});
