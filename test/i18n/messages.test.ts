import { beforeAll, describe, expect, it } from 'vitest';
import { languages, type Translations } from '../../src/i18n/define.js';
import {
	columnDigits,
	formatDay,
	formatFixed,
	formatFixedPercent,
	formatMoney,
	formatNumber,
	formatPercent,
	loadTexts,
	write
} from '../../src/i18n/format.js';
import { allMessages, type MessageId } from '../../src/i18n/messages.js';

beforeAll(loadTexts);

const ids = Object.keys(allMessages) as MessageId[];
const texts = (id: MessageId, language: (typeof languages)[number]): string[] => {
	const text = (allMessages[id] as Translations)[language];
	return typeof text === 'string' ? [text] : [text.one, text.other];
};
const names = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();

describe('every message', () => {
	it('has a text in all three languages', () => {
		const empty = ids.flatMap((id) =>
			languages.filter((language) => texts(id, language).some((text) => text.trim() === '')).map((l) => `${id} ${l}`)
		);
		expect(empty).toEqual([]);
		expect(ids.length).toBeGreaterThan(250);
	});
	it('has the same placeholders in all three languages', () => {
		const differing = ids.filter((id) => {
			const sets = languages.flatMap((language) => texts(id, language).map((text) => names(text).join()));
			return new Set(sets).size > 1;
		});
		expect(differing).toEqual([]);
	});
	it('has an id that begins with the name of its group', () => {
		expect(ids.filter((id) => !/^[a-z]+(\.[a-zA-Z0-9]+)+$/.test(id))).toEqual([]);
	});
});

describe('writing a message', () => {
	it('fills placeholders, with numbers in the reader’s way of writing', () => {
		expect(write('en', 'data.finding.unnamed', { share: '25%' })).toBe('25% of the lines name nobody.');
		expect(write('en', 'features.missing', { n: 1 })).toBe('has no meaning for 1 customer');
		expect(write('en', 'features.missing', { n: 12_345 })).toBe('has no meaning for 12,345 customers');
		expect(write('vi', 'features.missing', { n: 12_345 })).toBe('không có nghĩa với 12.345 khách hàng');
	});
	it('leaves what looks like a placeholder inside a value alone', () => {
		expect(write('en', 'map.find.none', { id: '{n}' })).toBe('No customer has the id “{n}”.');
	});
});

describe('numbers, money and days', () => {
	it('follow each language', () => {
		expect(languages.map((language) => formatNumber(language, 1234.5, 1))).toEqual(['1,234.5', '1.234,5', '1,234.5']);
		expect(languages.map((language) => formatPercent(language, 0.256, 1))).toEqual(['25.6%', '25,6%', '25.6%']);
		expect(formatDay('en', 15_310)).toBe('2\u00a0Dec\u00a02011');
		expect(formatDay('vi', 15_310)).toMatch(/^2\u00a0thg\u00a012,\u00a02011$|^02-12-2011$/);
		expect(formatDay('ms', 15_310)).toBe('2\u00a0Dis\u00a02011');
	});
	it('in a column have as many decimals as their neighbours', () => {
		expect([0.5, 0.683].map((value) => formatFixed('en', value, 3))).toEqual(['0.500', '0.683']);
		expect(languages.map((language) => formatFixedPercent(language, 0.25, 1))).toEqual(['25.0%', '25,0%', '25.0%']);
		expect([3, 1234.5].map((value) => formatMoney('en', value, 'GBP', 1234.5))).toEqual(['£3', '£1,235']);
		expect([3, 12.5].map((value) => formatMoney('en', value, null, 12.5))).toEqual(['3.00', '12.50']);
		expect([3, 1234.5].map((value) => formatMoney('vi', value, null, 1234.5))).toEqual(['3', '1.235']);
	});
	it('have no more decimals in a column than they need', () => {
		expect(columnDigits([1, 20, 300_000])).toBe(0);
		expect(columnDigits([0.1, 0.2, 1])).toBe(1);
		expect(columnDigits([0.1 + 0.2, 0.5])).toBe(1);
		expect(columnDigits([1 / 3, 2])).toBe(3);
		expect(columnDigits([1 / 3, 200])).toBe(1);
		expect(columnDigits([1954.04, 1608.43])).toBe(0);
		expect(columnDigits([NaN, 0.25])).toBe(2);
		expect(columnDigits([])).toBe(0);
	});
	it('are not broken within, nor apart from their unit', () => {
		for (const language of languages) {
			const written = [
				formatDay(language, 15_310),
				formatMoney(language, 12.5, 'MYR'),
				formatPercent(language, 0.256, 1),
				write(language, 'notebook.ms', { n: 120 }),
				write(language, 'rfm.days', { from: '7', to: '14' })
			];
			expect(written.filter((text) => text.includes(' '))).toEqual([]);
		}
	});
	it('write money with the sign of its currency, and without one where the file names none', () => {
		expect(formatMoney('en', 12.5, 'GBP')).toBe('£12.50');
		expect(formatMoney('en', 1_234_567.8, 'GBP')).toBe('£1,234,568');
		expect(formatMoney('vi', 1_234_567, 'VND').replace(/\s/g, ' ')).toBe('1.234.567 ₫');
		expect(formatMoney('ms', 12.5, 'MYR').replace(/\s/g, ' ')).toBe('RM 12.50');
		expect(formatMoney('en', 12.5, null)).toBe('12.5');
	});
});
