import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.js';
import { cell, choice, customerFile, finding, finished, notebookFile, open, saved, table, until, visit } from './person.js';

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

	it('keeps a segment drawn by hand as a line on this map, and no customer; its file holds whoever is inside', async () => {
		await map().getByRole('button', { name: 'Draw around customers' }).click();
		await map().getByRole('application').scrollIntoViewIfNeeded();
		const box = (await map().getByRole('application').boundingBox())!;
		const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
		await page.mouse.move(...at(0.02, 0.4));
		await page.mouse.down();
		for (const [x, y] of [
			[0.5, 0.4],
			[0.5, 0.98],
			[0.02, 0.98]
		] as const)
			await page.mouse.move(...at(x, y), { steps: 4 });
		await page.mouse.up();
		const naming = map().getByLabel(/^Name for these \d+ customers/);
		await naming.waitFor();
		// On another map, the line is around others.
		await map().getByText('principal components', { exact: true }).first().click();
		await expect.poll(() => finding(page, 'map')).toMatch(/widest directions/);
		await until(page, 'map', 'done');
		expect(await naming.count()).toBe(0);
		await map().getByText('UMAP', { exact: true }).first().click();
		await naming.fill('The left side');
		await page.keyboard.press('Enter');
		await naming.waitFor({ state: 'detached' });
		const kept = map().getByRole('button', { name: /^The left side · \d+/ });
		const count = (await kept.innerText()).split(' · ')[1]!;
		expect(Number(count.replace(/\D/g, ''))).toBeGreaterThan(100);
		await map().getByRole('button', { name: 'Clear', exact: true }).click();
		await kept.click();
		const picked = cell(page, 'profile').getByRole('row', { name: /^Picked out/ });
		await expect.poll(async () => (await picked.getByRole('cell').first().innerText()).trim()).toBe(count);
		const file = await saved(page, () => map().getByRole('button', { name: 'Download The left side' }).click());
		expect(file.name).toBe('customers-the-left-side.csv');
		const rows = table(file.text);
		expect(rows).toHaveLength(Number(count.replace(/\D/g, '')));
		expect(new Set(rows.map(({ customer }) => customer)).size).toBe(rows.length);
		const everyone = new Map(table((await customerFile(page)).text).map((row) => [row['customer'], row]));
		for (const { 'segment drawn by hand': name, ...row } of rows) {
			expect(name).toBe('The left side');
			expect(everyone.get(row['customer'])).toMatchObject(row);
		}
		const picking = cell(page, 'export').getByRole('button', { name: `Only the ${count} picked out` });
		const alone = table((await saved(page, () => picking.click())).text);
		expect(alone).toEqual(rows.map(({ customer }) => everyone.get(customer)));
		const { text } = await notebookFile(page);
		expect(text).toContain('"name": "The left side"');
		expect(text).not.toContain('11038');
		await map().getByText('principal components', { exact: true }).first().click();
		await map().getByText('drawn on another map').waitFor();
		expect(await map().getByRole('button', { name: 'Download The left side' }).count()).toBe(0);
		expect(await kept.isDisabled()).toBe(true);
		await map().getByText('UMAP', { exact: true }).first().click();
		await expect.poll(() => kept.isEnabled()).toBe(true);
		await map().getByRole('button', { name: 'Remove The left side' }).click();
		await kept.waitFor({ state: 'detached' });
	});

	it('lights a segment that is pressed in Segments, and says there who is picked out on the map', async () => {
		await map().getByRole('button', { name: 'Clear', exact: true }).click();
		const sizes = cell(page, 'segments').getByRole('figure').first();
		await sizes.getByRole('slider').focus();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		const output = map().locator('output');
		await expect.poll(() => output.innerText()).toMatch(/ customers picked out$/);
		const all = (await output.innerText()).split(' ')[0]!;
		await sizes.getByText(`${all} / ${all}`, { exact: true }).waitFor();
		// By keyboard: close up, then whoever is in sight.
		await map().getByRole('application').focus();
		for (const key of ['+', '+', '+', 'Enter']) await page.keyboard.press(key);
		await map()
			.getByLabel(/^Name for these \d+ customers/)
			.waitFor();
		await expect.poll(() => output.innerText()).not.toContain(`${all} `);
		await page.keyboard.press('Escape');
		await page.keyboard.press('0');
		await expect.poll(() => sizes.getByText(' / ').count()).toBe(0);
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

	it('keeps embedding and segments in the file of the notebook, and goes by them when that is opened', async () => {
		const segments = cell(page, 'segments');
		const found = await finding(page, 'segments');
		for (const name of ['embed', 'segments'] as const) {
			await cell(page, name).getByTestId('keep').click();
			await cell(page, name).getByTestId('learn').waitFor();
			await cell(page, name)
				.getByText(/^Kept in this notebook, as learned on 2,000 customers/)
				.waitFor();
		}
		expect(await finding(page, 'segments')).toBe(found);
		const { name, text } = await notebookFile(page);
		await segments.getByTestId('learn').click();
		await segments.getByTestId('keep').waitFor();
		await open(page, { name, content: text });
		await segments.getByTestId('learn').waitFor();
		await finished(page);
		expect(await finding(page, 'segments')).toBe(found);
		await segments.getByText(/Mean strength of membership (0\.\d+), and \1 where it was learned/).waitFor();
		await cell(page, 'embed')
			.getByText(/It rebuilds (\d+%) of what their features say, and \1 of those/)
			.waitFor();
		// Whoever changes the text of what is kept is told, and can go on.
		const broken = text.replace(/("kept": "segments@\d+ \w+ .*?)structure/, '$1Structure');
		expect(broken).not.toBe(text);
		await open(page, { name, content: broken });
		await segments.getByRole('alert').getByRole('button', { name: 'Learn anew' }).click();
		await finished(page);
		expect(await finding(page, 'segments')).toBe(found);
	});
});
