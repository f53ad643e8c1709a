import { utils, write as writeBook } from '@e965/xlsx';
import { zipSync } from 'fflate';
import Papa from 'papaparse';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { write } from '../../src/i18n/format.js';
import { shopSample } from '../../src/samples/samples.js';
import { sharedFile } from '../shared.js';
import { openBrowser } from './browser.js';
import { cell, customerFile, drop, expectStatuses, finding, finished, look, open, problem, saved, table, until, visit } from './person.js';

let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

const { csv } = shopSample(1);
const rows = Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;
const [header, ...lines] = rows as [string[], ...string[][]];

/** The orders as a spreadsheet holds them: numbers as numbers, under a title, on the second of two sheets. */
function workbook(): Buffer {
	const typed = lines.map((line) => line.map((text) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : text)));
	const book = utils.book_new();
	utils.book_append_sheet(book, utils.aoa_to_sheet([['About'], ['Made up for practice']]), 'Notes');
	utils.book_append_sheet(book, utils.aoa_to_sheet([['Orders of the shop'], [], header, ...typed]), 'Orders');
	return writeBook(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}
const records = lines.map((line) => JSON.stringify(Object.fromEntries(header.map((name, j) => [name, line[j]])))).join('\n');

describe('the orders of a shop in other clothes', () => {
	/** What Data and Features say of them; the rest of the notebook is not waited for. */
	async function told(bring: (page: Page) => Promise<unknown>) {
		const page = await visit(browser);
		await bring(page);
		await until(page, 'features', 'done');
		const said = {
			data: await finding(page, 'data'),
			features: await finding(page, 'features'),
			cell: await (await look(page, 'data')).innerText()
		};
		await page.context().close();
		return said;
	}
	let plain: Awaited<ReturnType<typeof told>>;
	beforeAll(async () => {
		plain = await told((page) => open(page, { name: 'orders.csv', content: csv }));
	});

	it.each([
		['a workbook, under a title on its second sheet', 'orders.xlsx', workbook(), 'orders.xlsx › Orders'],
		['JSON, a record a line', 'orders.jsonl', records, 'orders.jsonl'],
		['semicolons and UTF-16', 'orders.txt', Buffer.from(`\ufeff${Papa.unparse(rows, { delimiter: ';' })}`, 'utf16le'), 'orders.txt'],
		[
			'a ZIP among other files',
			'orders.zip',
			Buffer.from(zipSync({ 'read me.txt': Buffer.from('Hello.'), 'orders.csv': Buffer.from(csv) })),
			'orders.zip › orders.csv'
		]
	])('read the same: %s', async (_, name, content, shown) => {
		const said = await told((page) => open(page, { name, content }));
		expect(said.data).toMatch(new RegExp(`^An order log: ${lines.length.toLocaleString('en-GB')} lines, `));
		expect(said.cell).toContain(shown);
		expect([said.data, said.features]).toEqual([plain.data, plain.features]);
	});

	it('pasted from a spreadsheet', async () => {
		const said = await told(async (page) => {
			await page.getByRole('main').waitFor();
			await page.evaluate(
				(text) => {
					const clipboardData = new DataTransfer();
					clipboardData.setData('text/plain', text);
					document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
				},
				Papa.unparse(rows, { delimiter: '\t' })
			);
		});
		expect([said.data, said.features]).toEqual([plain.data, plain.features]);
	});
});

const campaign = sharedFile('data/marketing_campaign/marketing_campaign.csv');

describe.runIf(campaign)('a table with one row per customer', () => {
	it('goes straight to features, segments, a map, profiles and scores of its outcome and a file; what needs orders says so', async () => {
		const page = await visit(browser);
		await drop(page, campaign!);
		await expectStatuses(page, {
			data: 'done',
			prepare: 'done',
			features: 'done',
			rfm: 'blocked',
			embed: 'done',
			segments: 'done',
			map: 'done',
			profile: 'done',
			predict: 'done',
			value: 'blocked',
			export: 'done'
		});
		expect(await finding(page, 'data')).toBe('A table of people: 2,240 customers in 29 columns, one row each.');
		expect(await finding(page, 'features')).toBe('2,240 customers, described by 25 of 29 columns.');
		expect(await cell(page, 'rfm').innerText()).toContain(write('en', 'problem.rfmNeedsOrders', {}).slice(0, 30));
		const written = table((await customerFile(page)).text);
		expect(written).toHaveLength(2240);
		expect(new Set(written.map((row) => row['customer'])).size).toBe(2240);
		await page.context().close();
	});
});

describe('an export of a known program', () => {
	const shopify = sharedFile('data/exports/shopify_orders_export.csv');
	it.runIf(shopify)('is named, and read by its own rules', async () => {
		const page = await visit(browser);
		await drop(page, shopify!);
		await finished(page);
		const said = await cell(page, 'data').innerText();
		expect(said).toContain('This looks like an export of Shopify orders');
		expect(said).toContain('475 orders');
		// 259,535.59 sold less 7,787.18 refunded.
		expect(await finding(page, 'prepare')).toContain('£251,748');
		await page.context().close();
	});

	it('that lists products is refused by name', async () => {
		const page = await visit(browser);
		const products = [
			'Handle,Title,Vendor,Variant SKU,Variant Price,Variant Inventory Qty',
			...Array.from({ length: 30 }, (_, i) => `h${i},Thing ${i},Us,SKU${i},${i}.50,${i}`)
		];
		await open(page, { name: 'products.csv', content: products.join('\n') });
		await until(page, 'data', 'blocked', 'done');
		expect(await problem(page, 'data')).toMatch(/^products\.csv is a list of products/);
		await page.context().close();
	});
});

describe('an order log in two currencies', () => {
	it('counts one of them, and its ledger balances on the page and in the file of rows set aside', async () => {
		const page = await visit(browser);
		const logged = lines.slice(0, 3000).map((line, i) => [...line, i % 10 === 0 ? 'USD' : 'MYR'].join());
		await open(page, { name: 'orders.csv', content: [[...header, 'currency'].join(), ...logged].join('\n') });
		await until(page, 'prepare', 'done');
		await cell(page, 'prepare').locator('[data-ledger]').first().waitFor();
		const figures = (attribute: string) =>
			cell(page, 'prepare')
				.locator(`[${attribute}]`)
				.evaluateAll(
					(cells, name) => cells.map((at) => [at.getAttribute(name) ?? '', Number((at.textContent ?? '').replace(/\D/g, ''))] as const),
					attribute
				);
		const { rows: all, kept } = Object.fromEntries(await figures('data-ledger')) as { rows: number; kept: number };
		const aside: Record<string, number> = Object.fromEntries(await figures('data-aside'));
		expect(all).toBe(3000);
		expect(aside['otherCurrency']).toBeGreaterThan(250);
		expect(kept + Object.values(aside).reduce((sum, n) => sum + n, 0)).toBe(all);
		const written = table((await saved(page, () => page.getByTestId('aside').click())).text);
		expect(written).toHaveLength(all - kept);
		expect(written.filter((row) => row['Reason'] === write('en', 'prepare.reason.otherCurrency'))).toHaveLength(aside['otherCurrency']!);
		await page.context().close();
	});
});
