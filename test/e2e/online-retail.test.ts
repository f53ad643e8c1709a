import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/i18n/define.js';
import { allMessages } from '../../src/i18n/messages.js';
import { habitGroups, habitIds, type FeatureId } from '../../src/lib/features/customers.js';
import { rfmNames, type RfmName } from '../../src/lib/segments/segments.js';
import { sharedFile } from '../shared.js';
import { openBrowser } from './browser.js';
import { cell, customerFile, drop, finding, finished, saved, table, visit, wholeNumbers } from './person.js';

const file = sharedFile('data/online_retail/online_retail.csv.gz');
const reference = sharedFile('data/online_retail/rfm_2011-12-10.csv');

const feature = (id: FeatureId, language: Language) => allMessages[`features.name.${id}`][language];
const rfmName = (id: RfmName, language: Language) => allMessages[`rfm.name.${id}`][language];

/** Scores 1 to 5 by the rank that equals share, 5 for the largest. */
function scores(values: readonly number[]): number[] {
	const sorted = [...values].sort((a, b) => a - b);
	const first = new Map<number, number>();
	const last = new Map<number, number>();
	sorted.forEach((value, i) => {
		if (!first.has(value)) first.set(value, i);
		last.set(value, i + 1);
	});
	return values.map((value) => Math.min(5, 1 + Math.floor((2.5 * (first.get(value)! + last.get(value)!)) / values.length)));
}

/** The ten names of the recency by frequency grid; row 0 is recency 5, column 0 is frequency 1. */
const grid: readonly (readonly RfmName[])[] = [
	['new', 'potential', 'potential', 'champions', 'champions'],
	['promising', 'potential', 'potential', 'loyal', 'loyal'],
	['sleep', 'sleep', 'attention', 'loyal', 'loyal'],
	['hibernating', 'hibernating', 'risk', 'risk', 'lose'],
	['hibernating', 'hibernating', 'risk', 'risk', 'lose']
];

const people = [
	{
		language: 'en',
		locale: 'en-GB',
		separator: ',',
		decimal: '.',
		data: 'An order log: 541,909 lines, 4,372 customers, from 1 Dec 2010 to 9 Dec 2011. 24.9% of the lines name nobody.',
		prepare: '397,884 of 541,909 rows count, worth 8,911,408; 144,025 are set aside.',
		features: '4,338 customers placed 18,532 orders worth 8,911,408; 34% of them ordered once.',
		export: 'One row for each of 4,338 customers: id, RFM name, segment, chance of buying, value, features.',
		fileName: 'customers.csv',
		asideName: 'online_retail rows set aside.csv'
	},
	{
		language: 'vi',
		locale: 'vi-VN',
		separator: ';',
		decimal: ',',
		data: 'Nhật ký đơn hàng: 541.909 dòng, 4.372 khách hàng, từ 1 thg 12, 2010 đến 9 thg 12, 2011. 24,9% số dòng không ghi tên ai.',
		prepare: '397.884 trong 541.909 dòng được tính, trị giá 8.911.408; 144.025 dòng để riêng.',
		features: '4.338 khách hàng đặt 18.532 đơn trị giá 8.911.408; 34% trong số họ chỉ đặt một lần.',
		export: '4.338 khách hàng, mỗi người một dòng: mã, tên RFM, nhóm, xác suất mua, giá trị, đặc trưng.',
		fileName: 'khach-hang.csv',
		asideName: 'online_retail dòng để riêng.csv'
	}
] as const;

describe.runIf(file && reference)('Online Retail, from the dropped file to the downloaded one', () => {
	let browser: Browser;
	const segmentsOf: Partial<Record<Language, Map<string, string>>> = {};
	beforeAll(async () => {
		browser = await openBrowser();
	});
	afterAll(() => browser.close());

	describe.each(people)('for a person whose browser speaks $locale', ({ language, locale, separator, decimal, ...says }) => {
		let page: Page;
		let customers: Record<string, string>[];
		const value = (text: string) => Number(text.replace(decimal, '.'));
		const column = (id: FeatureId) => customers.map((row) => value(row[feature(id, language)]!));

		beforeAll(async () => {
			page = await visit(browser, { locale });
			await drop(page, file!);
			await finished(page);
		}, 240_000);
		afterAll(() => page.context().close());

		it('says in their language what is in the file, which rows count and who the customers are', async () => {
			expect(await page.locator('html').getAttribute('lang')).toBe(language);
			expect(await finding(page, 'data')).toBe(says.data);
			expect(await finding(page, 'prepare')).toBe(says.prepare);
			expect(await finding(page, 'features')).toBe(says.features);
			expect(await finding(page, 'export')).toBe(says.export);
		});

		it('shows a ledger of all 541,909 rows that balances', async () => {
			const count = async (selector: string) => wholeNumbers(await cell(page, 'prepare').locator(selector).innerText())[0] ?? 0;
			expect(await count('[data-ledger="rows"]')).toBe(541_909);
			expect(await count('[data-ledger="kept"]')).toBe(397_884);
			const aside = await cell(page, 'prepare').locator('[data-aside]').allInnerTexts();
			expect(aside.flatMap(wholeNumbers).reduce((sum, n) => sum + n, 0)).toBe(541_909 - 397_884);
			expect(await count('[data-found="noCustomer"]')).toBe(135_080);
			expect(await count('[data-found="duplicate"]')).toBe(5268);
			expect(await count('[data-found="cancelled"]')).toBe(9288);
			expect(await count('[data-found="returned"]')).toBe(10_624);
		});

		it('names all ten kinds of customer by recency and frequency', async () => {
			const text = await cell(page, 'rfm').innerText();
			expect(rfmNames.filter((name) => !text.includes(rfmName(name, language)))).toEqual([]);
		});

		it('predicts purchases better than the last purchase does, and shows both', async () => {
			const auc = async (model: string) => value(await cell(page, 'predict').locator(`[data-model="${model}"] [data-auc]`).innerText());
			expect(await auc('logistic')).toBeGreaterThanOrEqual(0.74);
			expect(await auc('recency')).toBe(0.683);
			expect(await auc('baseRate')).toBe(0.5);
		});

		it('saves a table of all 4,338 customers for their spreadsheet', async () => {
			const { name, text } = await customerFile(page);
			expect(name).toBe(says.fileName);
			customers = table(text, separator);
			expect(customers).toHaveLength(4338);
			expect(Object.keys(customers[0]!).slice(0, 3)).toEqual([
				allMessages['export.column.id'][language],
				allMessages['export.column.rfm'][language],
				allMessages['export.column.segment'][language]
			]);
			expect(
				customers.flatMap(Object.values).filter((text) => text.includes(decimal === ',' ? '.' : ',') && /^[\d.,]+$/.test(text))
			).toEqual([]);
			const total = (id: FeatureId) => column(id).reduce((sum, n) => sum + n, 0);
			expect(Math.round(100 * total('monetary'))).toBe(891_140_790);
			expect(total('frequency')).toBe(18_532);
		});

		it('puts every habit into that table, each under a name of its own', () => {
			const header = Object.keys(customers[0]!);
			const names = habitIds.map((id) => allMessages[`habits.name.${id}`][language]);
			expect(header.filter((title) => names.includes(title))).toEqual(names);
			const values = (i: number) => customers.map((row) => row[names[i]!]!).filter((text) => text !== '');
			names.forEach((name, i) => expect(values(i).length, name).toBeGreaterThan(1000));
			for (const id of ['evening', 'payday', 'holiday', 'favourite', 'repeats', 'switching'] as const) {
				const shares = values(habitIds.indexOf(id)).map(value);
				expect(Math.min(...shares), id).toBeGreaterThanOrEqual(0);
				expect(Math.max(...shares), id).toBeLessThanOrEqual(1);
			}
			customers.forEach((row) => {
				const [mean, largest] = [feature('orderValue', language), names[habitIds.indexOf('largestOrder')]!];
				expect(value(row[largest]!)).toBeGreaterThanOrEqual(value(row[mean]!) - 0.001);
			});
		});

		it('shows the habits in groups, each with its definition, and holidays to choose', async () => {
			await cell(page, 'features').locator('[data-related="block"]').waitFor();
			const features = cell(page, 'features');
			for (const group of ['value', 'rhythm', 'timing', 'variety'] as const) {
				const part = features.locator(`[data-habits="${group}"]`);
				expect(await part.locator('svg').count()).toBe(0);
				await part.locator('summary').first().click();
				for (const id of habitGroups[group]) await part.getByText(allMessages[`habits.about.${id}`][language]).waitFor();
				await expect.poll(() => part.locator('svg[data-chart]').count()).toBe(habitGroups[group].length);
			}
			const holidays = features.locator('[data-habits="holidays"]');
			await holidays.locator('summary').click();
			await expect.poll(() => holidays.locator('tbody tr').count()).toBe(5);
			expect(await holidays.locator('select').inputValue()).toBe('auto');
		});

		it('gives every customer the recency, purchase days, orders, revenue and RFM name of the reference', () => {
			const [header, ...rows] = readFileSync(reference!, 'utf8')
				.trim()
				.split(/\r?\n/)
				.map((line) => line.split(','));
			const of = (name: string) => rows.map((row) => Number(row[header!.indexOf(name)]));
			const [recency, days, orders, money] = ['recency', 'frequency', 'invoices', 'monetary'].map(of) as [
				number[],
				number[],
				number[],
				number[]
			];
			const [recencyScores, frequencyScores] = [scores(recency.map((days) => -days)), scores(orders)];
			const expected = rows.map(([id], i) => {
				const rfm = rfmName(grid[5 - recencyScores[i]!]![frequencyScores[i]! - 1]!, language);
				return [id, recency[i], days[i], orders[i], Math.round(100 * money[i]!), rfm].join(' ');
			});
			const found = customers.map((row) => {
				const figure = (id: FeatureId) => value(row[feature(id, language)]!);
				const [id, rfm] = [row[allMessages['export.column.id'][language]], row[allMessages['export.column.rfm'][language]]];
				return [id, figure('recency'), figure('purchaseDays'), figure('frequency'), Math.round(100 * figure('monetary')), rfm].join(' ');
			});
			const known = new Set(expected);
			expect(found.filter((row) => !known.has(row)).slice(0, 5)).toEqual([]);
			expect(new Set(found).size).toBe(4338);
			expect(known.size).toBe(4338);
		});

		it('gives every customer a segment and a chance between 0 and 1', () => {
			const names = Object.keys(customers[0]!);
			const chances = customers.map((row) => value(row[names[3]!]!));
			expect(chances.filter((chance) => !(chance >= 0 && chance <= 1))).toEqual([]);
			expect(new Set(chances).size).toBeGreaterThan(1000);
			const labels = new Map(customers.map((row) => [row[names[0]!]!, row[names[2]!]!]));
			expect([...labels.values()].filter((name) => name === '')).toEqual([]);
			segmentsOf[language] = labels;
		});

		it('saves the 144,025 rows set aside, as they stand in the file, each with its reason', async () => {
			const { name, text } = await saved(page, () => page.getByTestId('aside').click());
			expect(name).toBe(says.asideName);
			const rows = table(text, separator);
			expect(rows).toHaveLength(144_025);
			const lines = gunzipSync(readFileSync(file!)).toString('utf8').split('\n');
			const header = lines[0]!.trim().split(',');
			const [rowHeader, reason] = [allMessages['prepare.rowHeader'][language], allMessages['prepare.reason'][language]];
			const reasons = new Set(
				Object.entries(allMessages).flatMap(([id, text]) => (id.startsWith('prepare.reason.') ? [text[language]] : []))
			);
			expect(rows.filter((row) => !reasons.has(row[reason]!))).toEqual([]);
			for (let i = 0; i < rows.length; i += 5000) {
				const line = lines[Number(rows[i]![rowHeader])]!;
				for (const title of ['InvoiceNo', 'CustomerID'].filter((title) => header.includes(title))) expect(line).toContain(rows[i]![title]);
			}
		});
	});

	it('gives the same customers the same segments both times', () => {
		const [once, again] = [segmentsOf.en!, segmentsOf.vi!];
		const pairs = new Set([...once].map(([id, name]) => `${name} = ${again.get(id)}`));
		expect(new Set(once.values()).size).toBeGreaterThan(1);
		expect(pairs.size).toBe(new Set(once.values()).size);
		expect(pairs.size).toBe(new Set(again.values()).size);
	});
});
