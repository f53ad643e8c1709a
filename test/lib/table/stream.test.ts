import { describe, expect, it } from 'vitest';
import { seeded } from '../../../src/lib/random.js';
import { readHead } from '../../../src/lib/table/layout.js';
import { streamRows } from '../../../src/lib/table/stream.js';
import { idle } from '../../task.js';

async function read(text: string | Uint8Array<ArrayBuffer>, choice = {}) {
	const blob = new Blob([text]);
	const head = await readHead('f.csv', blob, choice);
	const rows: string[][] = [];
	const { rows: count, reader } = await streamRows('f.csv', blob, head.layout, (chunk) => rows.push(...chunk), idle);
	expect(rows.length).toBe(count);
	return { head, rows, reader };
}
const utf16 = (text: string, little = true) => {
	const out = new Uint8Array(2 + text.length * 2);
	const view = new DataView(out.buffer);
	view.setUint16(0, 0xfeff, little);
	for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), little);
	return out;
};

describe('the layout of a file', () => {
	it.each([
		['comma', 'a,b\n1,2\n3,4\n', ','],
		['semicolon with decimal commas', 'a;b\n1,5;2,5\n3,5;4,5\n', ';'],
		['tab', 'a\tb\n1\t2\n', '\t'],
		['bar', 'a|b\n1|2\n', '|'],
		['comma, though names hold spaces', 'full name,b\nAn Bui,2\nLe Thi Hoa,3\n', ',']
	])('finds the delimiter: %s', async (_what, text, delimiter) => {
		expect((await read(text)).head.layout.delimiter).toBe(delimiter);
	});
	it('reads columns aligned with spaces and no header', async () => {
		const { head, rows } = await read(
			' 00004 0001 19970101  2   29.33\n 00004 0001 19970118  2   29.73\n 00021 0002 19970101  3   63.34\n'
		);
		expect(head.layout).toMatchObject({ delimiter: ' ', header: false });
		expect(head.columns).toEqual(['#1', '#2', '#3', '#4', '#5']);
		expect(rows[2]).toEqual(['00021', '0002', '19970101', '3', '63.34']);
	});
	it.each([
		['UTF-8 with a byte-order mark', new TextEncoder().encode('\ufefftên,số\nĐỗ,1\n'), 'utf-8'],
		['UTF-16, little end first', utf16('tên,số\nĐỗ,1\n'), 'utf-16le'],
		['UTF-16, big end first', utf16('tên,số\nĐỗ,1\n', false), 'utf-16be']
	])('reads %s', async (_what, bytes, encoding) => {
		const { head, rows } = await read(bytes as Uint8Array<ArrayBuffer>);
		expect(head.layout.encoding).toBe(encoding);
		expect(head.columns).toEqual(['tên', 'số']);
		expect(rows).toEqual([['Đỗ', '1']]);
	});
	it('takes bytes that are no UTF-8 for Windows-1252', async () => {
		const { head, rows } = await read(Uint8Array.from([...'name,n\nJos'].map((c) => c.charCodeAt(0)).concat(0xe9, 0x2c, 0x31, 0x0a)));
		expect(head.layout.encoding).toBe('windows-1252');
		expect(rows).toEqual([['José', '1']]);
	});
	it.each([
		['fileEmpty', ''],
		['fileEmpty', ' \n \n'],
		['fileHeaderOnly', 'a,b,c\n'],
		['fileBinary', 'PK\x03\x04rest'],
		['fileBinary', 'a,b\n1,\0\0\0']
	])('refuses with %s', async (id, text) => {
		await expect(read(text)).rejects.toMatchObject({ id });
	});
	it('keeps duplicate, blank and reserved names apart by position', async () => {
		const { head, rows } = await read('id,id,,constructor,__proto__,2021\n1,2,3,4,5,6\n');
		expect(head.columns).toEqual(['id', 'id', '#3', 'constructor', '__proto__', '2021']);
		expect(rows).toEqual([['1', '2', '3', '4', '5', '6']]);
	});
});

describe('streaming rows', () => {
	it('keeps text that straddles pieces whole, and finds any row again', async () => {
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
		const { rows, reader } = await read(text);
		expect(rows.length).toBe(expected.length);
		expect(rows).toEqual(expected);
		for (const from of [0, 1, 17, Math.floor(expected.length / 2), expected.length - 3]) {
			expect(await reader.rows(from, from + 3)).toEqual(expected.slice(from, from + 3));
		}
		expect(await reader.rows(0, expected.length)).toEqual(expected);
	});
	it('reads ragged rows, a missing last line end and blank lines', async () => {
		const { rows } = await read('a,b,c\n1,2\n\n3,4,5,6\n7,8,9');
		expect(rows).toEqual([
			['1', '2'],
			['3', '4', '5', '6'],
			['7', '8', '9']
		]);
	});
	it('stops when asked', async () => {
		const blob = new Blob(['a,b\n', '1,2\n'.repeat(800_000)]);
		const { layout } = await readHead('f.csv', blob);
		const stop = new AbortController();
		const running = streamRows('f.csv', blob, layout, () => stop.abort(), { ...idle, signal: stop.signal });
		await expect(running).rejects.toThrow(/abort/i);
	});
	it('says so when the file is gone', async () => {
		const gone = { size: 10, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotFoundError')) }) } as unknown as Blob;
		await expect(readHead('f.csv', gone)).rejects.toMatchObject({ id: 'fileGone', facts: { file: 'f.csv' } });
	});
});
