import { describe, expect, it } from 'vitest';
import { decimalMark, parseNumber } from '../../../src/lib/table/number.js';

describe('reading a number', () => {
	it.each([
		['12', '.', 12],
		['-3.50', '.', -3.5],
		['1,234.50', '.', 1234.5],
		['1.234,50', ',', 1234.5],
		['17.000 ₫', ',', 17_000],
		['RM 12.50', '.', 12.5],
		['$1,299', '.', 1299],
		['(45.00)', '.', -45],
		['-$3.00', '.', -3],
		['12-', '.', -12],
		['1 234,5', ',', 1234.5],
		['1e3', '.', 1000],
		['.5', '.', 0.5]
	] as const)('%s with decimal mark %s is %s', (cell, mark, expected) => {
		expect(parseNumber(cell, mark)).toBe(expected);
	});
	it.each(['', ' ', 'abc', '1.2.3x', '12 pcs', '--1', '2024-01-02'])('%j is no number', (cell) => {
		expect(parseNumber(cell, '.')).toBeNaN();
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
		[['12', '7'], '.']
	] as const)('of %j is %s', (cells, mark) => {
		expect(decimalMark(cells)).toBe(mark);
	});
});
