import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvStyle, writeCsv, type CsvCell, type CsvStyle } from '../../../src/lib/export/csv.js';

const english: CsvStyle = { separator: ',', decimal: '.' };
const vietnamese: CsvStyle = { separator: ';', decimal: ',' };
const whole = (header: string[], rows: CsvCell[][], style = english) => [...writeCsv(header, rows, style)].join('');
const cellOf = (cell: CsvCell, style = english) => whole(['a'], [[cell]], style).slice('\uFEFFa\r\n'.length, -2);

describe('style', () => {
	it('is comma and point in English and Malay, semicolon and decimal comma in Vietnamese', () => {
		expect(csvStyle('en')).toEqual(english);
		expect(csvStyle('ms')).toEqual(english);
		expect(csvStyle('vi')).toEqual(vietnamese);
	});
});

describe('file', () => {
	it('begins with a byte order mark and ends every line with CRLF', () => {
		expect(whole(['id', 'n'], [['a', 1]])).toBe('\uFEFFid,n\r\na,1\r\n');
	});

	it.each([english, vietnamese, { separator: '\t', decimal: '.' } as const])(
		'comes back from another reader as it went in: %o',
		(style) => {
			const rows = [
				['Nguyễn Thị Ánh Tuyết', 'Đà Nẵng, phường 3; hẻm 12'],
				['says "hi"', '"'],
				['two\nlines', 'three\r\n\r\nlines'],
				['tab\there', ' spaces around '],
				['', 'Zoë 😀 你好']
			];
			const back = Papa.parse<string[]>(whole(['tên', 'địa chỉ'], rows, style).slice(1), { delimiter: style.separator, newline: '\r\n' });
			expect(back.errors).toEqual([]);
			expect(back.data).toEqual([['tên', 'địa chỉ'], ...rows, ['']]);
		}
	);

	it('comes in pieces, none of them long, that join to the whole', () => {
		function* rows() {
			for (let i = 0; i < 100_000; i++) yield [`customer-${i}`, i / 8];
		}
		const chunks = [...writeCsv(['id', 'value'], rows(), english)];
		expect(chunks.length).toBeGreaterThan(20);
		expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(70_000);
		expect(chunks.join('').split('\r\n')).toHaveLength(100_002);
		expect(chunks.join('').endsWith('customer-99999,12499.875\r\n')).toBe(true);
	});
});

describe('numbers', () => {
	it('are written in full with the decimal mark of the style, negatives unguarded', () => {
		expect(cellOf(-1234.5)).toBe('-1234.5');
		expect(cellOf(-1234.5, vietnamese)).toBe('-1234,5');
		expect(cellOf(0)).toBe('0');
	});

	it('are empty cells where there is none', () => {
		expect([NaN, Infinity, null].map((cell) => cellOf(cell))).toEqual(['', '', '']);
	});
});

describe('formula guard', () => {
	it.each(['=1+1', '+1+cmd|x', '-2+3', '@SUM(A1)', '=HYPERLINK(A1)', '-', '＝1+1', '－2+3', '+84 912', '-5 or 6'])(
		'puts an apostrophe before %j',
		(text) => {
			expect(cellOf(text)).toBe(`'${text}`);
		}
	);

	it.each(['\t=1+1', '\r=1+1', '\n=1+1', `=cmd|' /C calc'!A0,"x"`, '=1;2'])('guards and quotes %j', (text) => {
		expect(cellOf(text)).toBe(`"'${text.replaceAll('"', '""')}"`);
	});

	it('guards the names of columns too', () => {
		expect(whole(['=a'], [])).toBe("\uFEFF'=a\r\n");
	});

	it.each(['-5', '+84912345678', '-12.50', 'a=b', '5-3', "'x", '', 'e@mail.example'])('leaves %j alone', (text) => {
		expect(cellOf(text)).toBe(text);
	});
});
