import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allMessages } from '../../src/i18n/messages.js';
import { sharedFile } from '../shared.js';
import { openBrowser } from './browser.js';
import { allDone, cell, choice, customerFile, drop, expectStatuses, finding, finished, problem, table, until, visit } from './person.js';

const file = sharedFile('data/cdnow/CDNOW_sample.txt');

describe.runIf(file)('the CDNOW sample, separated by spaces and without a header', () => {
	const orders = file
		? readFileSync(file, 'utf8')
				.split('\n')
				.filter((line) => line.trim() !== '')
				.map((line) => line.trim().split(/\s+/))
		: [];
	const cents = (rows: readonly (readonly string[])[]) => rows.reduce((sum, row) => sum + Math.round(100 * Number(row[4])), 0);
	let browser: Browser;
	let page: Page;
	beforeAll(async () => {
		browser = await openBrowser();
		page = await visit(browser);
		await drop(page, file!);
		await until(page, 'data', 'blocked');
	});
	afterAll(() => browser.close());

	it('is cut into five columns, which the page asks the person to name', async () => {
		expect(await finding(page, 'data')).toBe('6,919 rows in 5 columns. Name the columns below, and the notebook runs.');
		expect(await problem(page, 'data')).toMatch(/^No column of CDNOW_sample\.txt says who\. Choose the column/);
		expect(await cell(page, 'data').getByRole('columnheader').allInnerTexts()).toHaveLength(5);
		expect(await cell(page, 'data').locator('[aria-rowindex="2"] [role="gridcell"]').allInnerTexts()).toEqual(orders[0]);
		expect(await cell(page, 'data').getByLabel('First row names the columns').isChecked()).toBe(false);
	});

	it('runs as soon as the columns are named', async () => {
		const roles = { '#2': 'customer', '#3': 'time', '#4': 'quantity', '#5': 'amount' };
		// Named without waiting in between, as fast fingers do.
		for (const [column, role] of Object.entries(roles)) await choice(page, 'data', column).selectOption(role);
		await finished(page);
		for (const [column, role] of Object.entries(roles)) expect(await choice(page, 'data', column).inputValue()).toBe(role);
		expect(await finding(page, 'data')).toBe('An order log: 6,919 lines, 2,357 customers, from 1 Jan 1997 to 30 Jun 1998.');
		expect(new Set(orders.map((order) => order[1])).size).toBe(2357);
		expect(await cell(page, 'data').innerText()).toContain(allMessages['data.noOrders'].en);
	});

	it('has the totals of the file, to the cent', async () => {
		// Orders that cost nothing count as well here.
		await cell(page, 'prepare').getByRole('group', { name: 'No price, or not above zero' }).getByText('keep').click();
		await page.getByRole('button', { name: 'Run all' }).click();
		await finished(page);
		await expectStatuses(page, allDone);
		expect(await finding(page, 'prepare')).toMatch(/^All 6,919 rows count/);
		expect(await finding(page, 'features')).toMatch(/^2,357 customers/);
		const rows = table((await customerFile(page)).text);
		expect(rows).toHaveLength(2357);
		expect(rows.reduce((sum, row) => sum + Math.round(100 * Number(row['Revenue'])), 0)).toBe(cents(orders));
		expect(rows.reduce((sum, row) => sum + Number(row['Items']), 0)).toBe(orders.reduce((sum, row) => sum + Number(row[3]), 0));
		for (const id of ['0001', '1516', '2357']) {
			const own = orders.filter((order) => order[1] === id);
			const row = rows.find((customer) => customer['customer'] === id)!;
			expect(Math.round(100 * Number(row['Revenue']))).toBe(cents(own));
			expect(Number(row['Purchase days'])).toBe(new Set(own.map((order) => order[2])).size);
		}
	});
});
