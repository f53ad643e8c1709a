import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.js';
import { cell, choice, finding, finished, saved, until, visit } from './person.js';

let browser: Browser;
let page: Page;
beforeAll(async () => {
	browser = await openBrowser();
	page = await visit(browser);
	await page.getByTestId('sample-shop').click();
	await finished(page);
}, 180_000);
afterAll(() => browser.close());

const map = () => cell(page, 'map');
/** The painted points, as bytes of a picture. */
const painted = () =>
	map()
		.locator('canvas')
		.first()
		.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

describe('the map of the shop', () => {
	it('is laid out anew by UMAP while one watches, and says what it is not', async () => {
		expect(await finding(page, 'map')).toMatch(/widest directions/);
		const before = await painted();
		await map().getByText('UMAP', { exact: true }).first().click();
		await expect.poll(() => finding(page, 'map')).toMatch(/near those it resembles most/);
		await until(page, 'map', 'done');
		await map()
			.getByText(/distances, gaps and the size of an island are made by the method/)
			.waitFor();
		await map()
			.getByText(/Of the 15 nearest to a customer on this map, \d+% are among/)
			.waitFor();
		await expect.poll(painted).not.toBe(before);
	});

	it('comes back the same without being made again', async () => {
		const umap = await painted();
		await map().getByText('principal components', { exact: true }).first().click();
		await expect.poll(() => finding(page, 'map')).toMatch(/widest directions/);
		await map().getByText('UMAP', { exact: true }).first().click();
		await expect.poll(painted).toBe(umap);
	});

	it('is coloured by the chance of buying, with all that it stands on', async () => {
		await choice(page, 'map', 'Colour').selectOption('~score');
		await map()
			.getByText(/^Chance of buying in the 90\s?days from .+, by .+; base rate \d+%, AUC 0\.\d+/)
			.waitFor();
		await choice(page, 'map', 'Colour').selectOption('~value');
		await map()
			.getByText(/^Expected value of the 12\s?months from .+, by .*NBD/)
			.waitFor();
		await choice(page, 'map', 'Colour').selectOption('segment');
		await map().getByRole('group', { name: 'Groups' }).waitFor();
	});

	it('shows where customers are dense, and finds one of them', async () => {
		await map().getByLabel('Density lines').check();
		await expect.poll(() => map().locator('path.density').count()).toBe(4);
		await map().getByLabel('Find a customer').fill('11038');
		await page.keyboard.press('Enter');
		await map().getByText('Customer 11038').waitFor();
		const { text } = await saved(page, async () => {
			await map().locator('summary').first().click();
			await map().getByRole('button', { name: 'SVG' }).click();
		});
		expect(text.match(/vector-effect/g)).toHaveLength(4);
	});
});
