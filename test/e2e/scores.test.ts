import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedFile } from '../shared.js';
import { openBrowser } from './browser.js';
import { cell, choice, customerFile, drop, finding, table, until, visit } from './person.js';

const file = sharedFile('data/marketing_campaign/marketing_campaign.csv');

describe.runIf(file)('a table of people who were asked to respond', () => {
	let browser: Browser;
	let page: Page;
	const row = (model: string) => cell(page, 'predict').locator(`[data-model="${model}"]`);
	const auc = async (model: string) => Number(await row(model).locator('[data-auc]').getAttribute('data-auc'));
	const card = (state: string) => cell(page, 'predict').locator(`[data-card="${state}"]`).waitFor({ timeout: 120_000 });
	beforeAll(async () => {
		browser = await openBrowser();
		page = await visit(browser);
		await drop(page, file!);
		await until(page, 'predict', 'done');
	});
	afterAll(() => browser.close());

	it('gets scores of the response at once, and every method while the person reads', async () => {
		expect(await finding(page, 'predict')).toMatch(/^Who has Response = /);
		await cell(page, 'predict').scrollIntoViewIfNeeded();
		await card('done');
		for (const model of ['logistic', 'network', 'trees']) expect(await auc(model), model).toBeGreaterThan(0.85);
		expect(await auc('baseRate')).toBe(0.5);
		expect(await cell(page, 'predict').getByText('The network as it learned').count()).toBe(1);
	});

	it('colours the map by them, with all that they stand on', async () => {
		await choice(page, 'map', 'Colour').selectOption({ label: 'chance of the outcome' });
		await cell(page, 'map')
			.getByText(/^Chance of “Response = .+”, by .+; base rate \d+%, AUC 0\.\d+/)
			.waitFor();
		expect(await choice(page, 'map', 'Colour').locator('option[value="~value"]').count()).toBe(0);
	});

	it('says what a budget buys, and changing it runs nothing again', async () => {
		await cell(page, 'predict').getByLabel('Customers to contact').fill('100');
		await page.keyboard.press('Enter');
		expect(await cell(page, 'predict').getByTestId('budget').innerText()).toMatch(/^Of the best 100 of 2,240 customers/);
		expect(await cell(page, 'predict').getAttribute('data-status')).toBe('done');
	});

	it('scores by another model when told to, and says so in the file', async () => {
		await choice(page, 'predict', 'Model behind the scores').selectOption('trees');
		await cell(page, 'predict').getByRole('button', { name: 'Run', exact: true }).click();
		await until(page, 'predict', 'done');
		await until(page, 'export', 'done');
		const rows = table((await customerFile(page)).text);
		const column = Object.keys(rows[0]!).find((name) => name.startsWith('chance that Response'))!;
		expect(column).toContain('boosted trees');
		const [header, ...lines] = readFileSync(file!, 'utf8')
			.replace(/^\uFEFF/, '')
			.trim()
			.split(/\r?\n/);
		const at = (name: string) => header!.split(';').indexOf(name);
		const responded = new Map(lines.map((line) => line.split(';')).map((cells) => [cells[at('ID')], cells[at('Response')] === '1']));
		const mean = (yes: boolean) => {
			const own = rows.filter((one) => responded.get(Object.values(one)[0]!) === yes).map((one) => Number(one[column]));
			return own.reduce((sum, p) => sum + p, 0) / own.length;
		};
		expect(mean(true)).toBeGreaterThan(2 * mean(false));
	});
});
