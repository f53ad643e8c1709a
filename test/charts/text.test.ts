import { describe, expect, it } from 'vitest';
import { evenly } from '../../src/charts/axis.js';
import { fileName } from '../../src/charts/download.js';
import { fitText, uncrowded, wrapText } from '../../src/charts/text.js';

const tenEach = (text: string) => 10 * [...text].length;

describe('a text too long for its place', () => {
	it('keeps as many letters as fit before the ellipsis', () => {
		expect(fitText('Hibernating', 200, tenEach)).toBe('Hibernating');
		expect(fitText('Hibernating', 60, tenEach)).toBe('Hiber…');
		expect(fitText('At risk', 40, tenEach)).toBe('At…');
		expect(fitText('Khách', 5, tenEach)).toBe('');
	});
	it('is never cut within a letter', () => {
		expect(fitText('😀😀😀', 20, tenEach)).toBe('😀…');
	});
	it('breaks at spaces, and only the last line is shortened', () => {
		expect(wrapText('Need  attention', 100, 2, tenEach)).toEqual(['Need', 'attention']);
		expect(wrapText('Khách hàng thân thiết', 110, 2, tenEach)).toEqual(['Khách hàng', 'thân thiết']);
		expect(wrapText('one two three four', 70, 2, tenEach)).toEqual(['one two', 'three…']);
		expect(wrapText('', 70, 2, tenEach)).toEqual([]);
	});
});

describe('labels along an axis', () => {
	it('keep the ends and never touch', () => {
		const at = Array.from({ length: 30 }, (_, i) => 12 * i);
		const shown = uncrowded(
			at,
			at.map(() => 30),
			10
		);
		const kept = at.filter((_, i) => shown[i]);
		expect(kept[0]).toBe(0);
		expect(kept.at(-1)).toBe(348);
		kept.slice(1).forEach((x, i) => expect(x - kept[i]!).toBeGreaterThanOrEqual(40));
	});
	it('of bins stand at equal strides, with the last bin', () => {
		const ticks = Array.from({ length: 18 }, (_, i) => ({ at: 12 * i, label: String(20 * i) }));
		const kept = evenly(ticks, tenEach, 14);
		const strides = kept.slice(0, -1).map(({ at }) => at);
		expect(new Set(strides.slice(1).map((x, i) => x - strides[i]!)).size).toBe(1);
		expect(kept.at(-1)).toBe(ticks.at(-1));
		expect(evenly([], tenEach, 14)).toEqual([]);
		expect(evenly(ticks.slice(0, 1), tenEach, 14)).toEqual(ticks.slice(0, 1));
	});
});

describe('the name of a downloaded file', () => {
	it('keeps the letters of any language and nothing a file system refuses', () => {
		expect(fileName('971 champions, 22 % of customers', 'svg')).toBe('971-champions-22-of-customers.svg');
		expect(fileName('Khách vàng / tháng 9', 'csv')).toBe('khách-vàng-tháng-9.csv');
		expect(fileName('…', 'png')).toBe('chart.png');
	});
});
