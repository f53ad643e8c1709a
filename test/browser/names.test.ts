import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { featureName } from '../../src/cells/feature-text.js';
import { segmentName } from '../../src/cells/segment-text.js';
import { loadTexts } from '../../src/i18n/format.js';
import { locale } from '../../src/i18n/locale.svelte.js';
import { languages } from '../../src/i18n/define.js';
import type { FeatureInfo } from '../../src/lib/features/customers.js';
import type { Trait } from '../../src/lib/segments/segments.js';

const before = locale.language;
beforeAll(loadTexts);
afterAll(() => (locale.language = before));

const inAll = (text: () => string): string[] =>
	languages.map((language) => {
		locale.language = language;
		return text();
	});
const column = (unit: FeatureInfo['unit'], name: string, value?: string | null): FeatureInfo => ({
	id: 'column:0',
	unit,
	attribute: { column: 0, name, ...(value === undefined ? {} : { value }) }
});
const named = (...traits: [FeatureInfo, Trait['level']][]) =>
	inAll(() => segmentName({ kind: 'traits', index: 0, traits: traits.map(([feature, level]) => ({ feature, level })) }));

describe('names of features from columns', () => {
	it('say the header, and what was made of it', () => {
		expect(inAll(() => featureName(column('number', 'Income')))).toEqual(['Income', 'Income', 'Income']);
		expect(inAll(() => featureName(column('category', 'Status', 'Married')))).toEqual(Array(3).fill('Status: Married'));
		expect(inAll(() => featureName(column('category', 'Status', null)))).toEqual([
			'Status: other values',
			'Status: giá trị khác',
			'Status: nilai lain'
		]);
		expect(inAll(() => featureName(column('years', 'Year_Birth')))).toEqual(['Age (Year_Birth)', 'Tuổi (Year_Birth)', 'Umur (Year_Birth)']);
		expect(inAll(() => featureName({ id: 'recency', unit: 'days' }))[0]).toBe('Days since last order');
	});
});

describe('names of segments from columns', () => {
	it('read like words of each language', () => {
		expect(named([column('category', 'Status', 'married'), 'high'], [column('number', 'wine spending'), 'veryHigh'])).toEqual([
			'Married, high wine spending',
			'Married, wine spending cao',
			'Married, wine spending tinggi'
		]);
		expect(named([column('category', 'City', 'Hà Nội'), 'low'], [column('years', 'DOB'), 'low'])).toEqual([
			'Not Hà Nội, younger',
			'Không phải Hà Nội, trẻ hơn',
			'Bukan Hà Nội, lebih muda'
		]);
		expect(named([column('boolean', 'Newsletter'), 'high'])).toEqual(['Newsletter: yes', 'Newsletter: có', 'Newsletter: ya']);
		expect(named([column('days', 'Joined'), 'high'])).toEqual(['Joined long ago', 'Joined đã lâu', 'Joined sudah lama']);
	});
	it('name the column of a value that says nothing by itself', () => {
		for (const value of ['1', 'L2', 'A', 'Yes', 'không', '10-50'])
			expect(named([column('category', 'Group', value), 'high'])).toEqual(Array(3).fill(`Group ${value}`));
		for (const value of ['PhD', 'Basic', 'Huế']) expect(named([column('category', 'Group', value), 'high'])).toEqual(Array(3).fill(value));
	});
	it('mix with what follows from orders', () => {
		expect(named([{ id: 'monetary', unit: 'money' }, 'high'], [column('number', 'Age'), 'low'])[0]).toBe('Big spenders, low Age');
	});
});
