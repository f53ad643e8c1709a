import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnNumbers, decimalMark, numberAt, parseNumber, type DecimalMark } from '../../../src/lib/table/number.js';
import { textColumn } from './text-column.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const values = (cells: readonly string[], mark: DecimalMark) => {
	const column = textColumn(cells);
	const read = columnNumbers(column, { mark });
	return Array.from(column.codes, (code) => read[code]!);
};

describe('reading a number', () => {
	const cases: [string, DecimalMark, number][] = [
		['12', '.', 12],
		['-3.50', '.', -3.5],
		['+7', '.', 7],
		['.5', '.', 0.5],
		[',5', ',', 0.5],
		['-.5', '.', -0.5],
		['1,234.50', '.', 1234.5],
		['1.234,50', ',', 1234.5],
		['1.234.567', ',', 1_234_567],
		['1,234,567', '.', 1_234_567],
		['1 234,5', ',', 1234.5],
		['1 234.5', '.', 1234.5],
		['1\u00a0234,5', ',', 1234.5],
		['1\u202f234\u202f567,5', ',', 1_234_567.5],
		['1\u2009234', '.', 1234],
		["1'234.50", '.', 1234.5],
		['1’234’567.5', '.', 1_234_567.5],
		['12,34,567', '.', 1_234_567],
		['₹1,23,45,678.90', '.', 12_345_678.9],
		['17.000 ₫', ',', 17_000],
		['17.000 ₫', '.', 17_000],
		['17,000đ', ',', 17_000],
		['17,000 VND', '.', 17_000],
		['1.250.000 VNĐ', ',', 1_250_000],
		['17000.00 ₫', '.', 17_000],
		['Rp 15.000', '.', 15_000],
		['Rp.15.000', ',', 15_000],
		['RM 12.50', '.', 12.5],
		['RM12.50', '.', 12.5],
		['12.50 MYR', '.', 12.5],
		['myr 12.50', '.', 12.5],
		['$1,299', '.', 1299],
		['$.50', '.', 0.5],
		['US$ 5', '.', 5],
		['S$5.90', '.', 5.9],
		['A$5.90', '.', 5.9],
		['5,90 €', ',', 5.9],
		['€5.90', '.', 5.9],
		['EUR 5.90', '.', 5.9],
		['£5.90', '.', 5.9],
		['5.90GBP', '.', 5.9],
		['¥1,200', '.', 1200],
		['￥1,200', '.', 1200],
		['฿99', '.', 99],
		['CHF-1’234.50', '.', -1234.5],
		['(45.00)', '.', -45],
		['($1,234.50)', '.', -1234.5],
		['$(45.00)', '.', -45],
		['-$3.00', '.', -3],
		['$-3.00', '.', -3],
		['$ -3.00', '.', -3],
		['- 3', '.', -3],
		['12-', '.', -12],
		['12.5 -', '.', -12.5],
		['\u22121 234,50', ',', -1234.5],
		['\u20133', '.', -3],
		['12 %', '.', 0.12],
		['12,5%', ',', 0.125],
		['-12.1%', '.', -0.121],
		['(5%)', '.', -0.05],
		['1e3', '.', 1000],
		['1.5E+05', '.', 150_000],
		['2,5e-3', ',', 0.0025],
		['0.30000000000000004', '.', 0.1 + 0.2],
		['12345678901234567890', '.', 1.2345678901234567e19],
		[' 12 ', '.', 12],
		['\t12\t', '.', 12]
	];
	it.each(cases)('%j with decimal mark %s is %s', (cell, mark, expected) => {
		expect(parseNumber(cell, mark)).toBe(expected);
		expect(values([cell], mark)).toEqual([expected]);
	});
	const none = [
		'',
		' ',
		'abc',
		'1.2.3x',
		'12 pcs',
		'--1',
		'2024-01-02',
		'1.5k',
		'12:30',
		'192.168.1.1',
		'1,2,3',
		'1,23',
		'12,5',
		'1,234,5'
	].concat(
		['0,123', '1,234.567.890', '1 23', '12 345,6', '(45', '45)', '(-45)', '-45-', '+45-', '- -4', '$5 €', '5%%', '%', '$', '-', '.', ','],
		[
			'5.',
			"'75008",
			'1e',
			'e5',
			'1e5e5',
			'1e1234',
			'1e999',
			'12.-',
			'12,-',
			'1,,234',
			'1.,5',
			'٣',
			'NaN',
			'Infinity',
			'0x10',
			'1_000',
			'#12',
			'5 $ $'
		]
	);
	it.each(none)('%j is no number', (cell) => {
		expect(parseNumber(cell, '.')).toBeNaN();
		expect(values([cell], '.')).toEqual([NaN]);
	});
	it('does not read one mark for the other', () => {
		expect(parseNumber('12.5', ',')).toBeNaN();
		expect(parseNumber('192.168.1.1', ',')).toBeNaN();
		expect(parseNumber('1.234', ',')).toBe(1234);
		expect(parseNumber('1.234', '.')).toBe(1.234);
	});
});

describe('the decimal mark of a column', () => {
	it.each([
		[['1.50', '2.25'], '.'],
		[['1,50', '2,25'], ','],
		[['1,234.50'], '.'],
		[['1.234,50'], ','],
		[['1.234.567'], ','],
		[['1,234,567'], '.'],
		[['17.000', '1.250.000'], ','],
		[['17.000 ₫', '250.000 ₫'], ','],
		[['17,000 ₫'], '.'],
		[['Rp 17.000'], ','],
		[['17.000', '250.000'], '.'],
		[['1,234', '2,345'], '.'],
		[['1,234', '2,345', '1,5'], ','],
		[['0,250'], ','],
		[['0.250'], '.'],
		[['12,34,567'], '.'],
		[['1 234,567'], ','],
		[["1'234.5"], '.'],
		[['12 %', '12,5 %'], ','],
		[['1.234,5', '1.5', '2,5'], ','],
		[['12', '7'], '.'],
		[['abc', '1.5.2024', ''], '.']
	] as const)('of %j is %s', (cells, mark) => {
		expect(decimalMark(cells)).toBe(mark);
	});
});

describe('reading plain numbers from bytes', () => {
	it('gives exactly what Number gives', () => {
		const texts = fc.oneof(fc.stringMatching(/^-?\d{1,8}(\.\d{1,7})?$/), fc.maxSafeInteger().map(String));
		const reads = (text: string) => {
			expect(numberAt(bytesOf(text), 0, text.length)).toBe(Number(text));
		};
		fc.assert(fc.property(texts, reads), { numRuns: 3000 });
	});
	it('reads a part of the bytes', () => {
		expect(numberAt(bytesOf('x12.5y'), 1, 5)).toBe(12.5);
	});
	it.each(['', '-', '.', '1.', '.5', '-.5', '1,5', '1e5', '+1', ' 1', '1 ', '1.2.3', '99999999999999999', '9007199254740993'])(
		'leaves %j to others',
		(text) => {
			expect(numberAt(bytesOf(text), 0, bytesOf(text).length)).toBeNaN();
		}
	);
});

describe('numbers as locales write them', () => {
	const currencies = {
		'en-US': 'USD',
		'de-DE': 'EUR',
		'fr-FR': 'EUR',
		'de-CH': 'CHF',
		'ms-MY': 'MYR',
		'en-IN': 'INR',
		'pt-BR': 'BRL',
		'pl-PL': 'PLN'
	};
	const others = {
		'sv-SE': 'SEK',
		'en-GB': 'GBP',
		'th-TH': 'THB',
		'es-ES': 'EUR',
		'en-AU': 'SGD',
		'vi-VN': 'MYR',
		'id-ID': 'USD',
		'it-IT': 'EUR'
	};
	const locales = Object.entries({ ...currencies, ...others });
	const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
	const money = fc.double({ noNaN: true, min: -1e12, max: 1e12 }).map((value) => Math.round(value * 100) / 100 + 0);
	const markIn = (locale: string): DecimalMark =>
		new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')!.value as DecimalMark;
	const comesBack = (value: number, text: string, mark: DecimalMark) => {
		expect(parseNumber(text, mark) + 0).toBe(value + 0);
		expect(values([text], mark).map((read) => read + 0)).toEqual([value + 0]);
	};

	it.each(locales)('%s', (locale, currency) => {
		const mark = markIn(locale);
		const plain = new Intl.NumberFormat(locale, { maximumSignificantDigits: 21 });
		fc.assert(
			fc.property(finite, (value) => comesBack(value, plain.format(value), mark)),
			{ numRuns: 300 }
		);
		for (const currencyDisplay of ['symbol', 'code', 'narrowSymbol'] as const) {
			// Kronor are written kr, as are other crowns.
			if (currency === 'SEK' && currencyDisplay !== 'code') continue;
			for (const currencySign of ['standard', 'accounting'] as const) {
				const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay, currencySign });
				fc.assert(
					fc.property(money, (value) => comesBack(value, format.format(value), mark)),
					{ numRuns: 100 }
				);
			}
		}
		const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 });
		const share = fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 1e6);
		fc.assert(
			fc.property(share, (value) => comesBack(value, percent.format(value), mark)),
			{ numRuns: 100 }
		);
	});
	it.each([
		['vi-VN', 'VND'],
		['id-ID', 'IDR'],
		['ja-JP', 'JPY'],
		['ko-KR', 'KRW']
	])('%s: %s has no fractions, whatever the mark', (locale, currency) => {
		const format = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 });
		fc.assert(
			fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom<DecimalMark>('.', ','), (value, mark) =>
				comesBack(value, format.format(value), mark)
			)
		);
	});
	it('decides the mark by itself where a column has fractions', () => {
		const columns = fc.array(
			money.filter((value) => !Number.isInteger(value)),
			{ minLength: 1, maxLength: 20 }
		);
		fc.assert(
			fc.property(columns, fc.constantFrom(...Object.keys(currencies)), (column, locale) => {
				const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
				expect(decimalMark(column.map((value) => format.format(value)))).toBe(markIn(locale));
			})
		);
	});
});

describe('any text at all', () => {
	const written = fc.string({ unit: fc.constantFrom(..."0123456789.,-+()%$€₫đRMe \u00a0\u202f'’".split('')), maxLength: 30 });
	it('gives a number or NaN, the same from a cell as from a column', () => {
		fc.assert(
			fc.property(fc.oneof(written, fc.string({ unit: 'binary' })), fc.constantFrom<DecimalMark>('.', ','), (text, mark) => {
				expect(values([text], mark)).toEqual([parseNumber(text, mark)]);
				expect(['.', ',']).toContain(decimalMark([text]));
			}),
			{ numRuns: 3000 }
		);
	});
	it.each(['1', ',', '1,', ' ', '$', '-', '(', '1 ', 'e', '1e', '₫', '%'])('ends on a hundred thousand times %j', (part) => {
		const text = part.repeat(100_000);
		for (const long of [text, `1${text}`, `${text}x`, `${text}1`]) {
			const value = parseNumber(long, '.');
			expect(value).toBeNaN();
			expect(decimalMark([long])).toBe('.');
			expect(values([long], '.')).toHaveLength(1);
		}
	});
});
