import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.js';
import { cell, choice, customerFile, finding, kept, notebookFile, open, saved, table, until, visit, wholeNumbers } from './person.js';

let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

const rows = 90;
/** Customers of two kinds, some without an income or a city. */
const crm = [
	'customer_id,Income,Height,City',
	...Array.from({ length: rows }, (_, i) => {
		const rich = i % 2;
		const income = i % 9 === 4 ? '' : Math.round(Math.exp(6 + 2 * rich + ((i * 37) % 100) / 80));
		return [`k${i}`, income, 150 + 20 * rich + ((i * 13) % 17), i % 15 === 7 ? '' : ['Hue', 'Ipoh'][rich]].join();
	})
].join('\n');
const without = Array.from({ length: rows }, (_, i) => i).filter((i) => i % 9 === 4).length;

it('what to do with missing values and scaling is chosen per column, kept with the notebook, and undone', async () => {
	const page = await visit(browser);
	await open(page, { name: 'crm.csv', content: crm });
	await until(page, 'export', 'done');
	const segmentsBefore = await finding(page, 'segments');
	const features = cell(page, 'features');
	await features.getByText('Missing values, scaling and weights').click();
	expect(await features.locator('[data-variable="column:1"]').innerText()).toContain(`${without} missing`);

	await features.getByRole('button', { name: 'Before and after' }).first().click();
	await features.getByText(/^Skewness /).waitFor();
	await choice(page, 'features', 'Scaling of Income').selectOption('log');
	await features.getByText('Income: compared logarithm, weight 1.').waitFor();
	await choice(page, 'features', 'Missing values of Income').selectOption('drop');
	const line = features.locator('[data-ledger="customers"]');
	await line.waitFor();
	const [all, aside, left] = wholeNumbers(await line.innerText());
	expect([all, aside, left]).toEqual([rows, without, rows - without]);
	await until(page, 'export', 'done');
	await expect.poll(async () => table((await customerFile(page)).text).length).toBe(rows - without);

	const file = await saved(page, () => page.getByTestId('aside-customers').click());
	expect(table(file.text).map((row) => [row['customer'], row['Reason']])).toHaveLength(without);
	expect(file.text).toContain('k4,No value: Income');

	// The choices alone are kept, and bring the same back.
	const { text } = await notebookFile(page);
	expect(text).toContain('"drop"');
	expect(text).not.toContain('Hue');
	await expect.poll(() => kept(page)).toContain('"drop"');
	await page.reload();
	await page.locator('section[data-cell]').first().waitFor();
	await open(page, { name: 'crm.csv', content: crm });
	await line.waitFor();
	expect(wholeNumbers(await line.innerText()).slice(0, 3)).toEqual([rows, without, rows - without]);

	await features.getByText('Missing values, scaling and weights').click();
	await choice(page, 'features', 'Missing values of Income').selectOption('keep');
	await choice(page, 'features', 'Scaling of Income').selectOption('ranks');
	await until(page, 'segments', 'done');
	await expect.poll(() => finding(page, 'segments')).toBe(segmentsBefore);
	await page.context().close();
});
