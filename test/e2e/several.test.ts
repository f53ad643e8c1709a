import Papa from 'papaparse';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { write } from '../../src/i18n/format.js';
import { shopSample } from '../../src/samples/samples.js';
import { openBrowser } from './browser.js';
import {
	allDone,
	asInput,
	cell,
	choice,
	customerFile,
	expectStatuses,
	finding,
	inMenu,
	look,
	open,
	saved,
	table,
	until,
	visit
} from './person.js';

let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

const [header, ...lines] = Papa.parse<string[]>(shopSample(1).csv, { skipEmptyLines: true }).data as [string[], ...string[][]];
const file = (name: string, rows: readonly (readonly string[])[], columns: readonly string[] = header) => ({
	name,
	content: Papa.unparse([[...columns], ...rows.map((row) => [...row])])
});
const half = Math.floor(lines.length / 2);
const overlap = 250;
const older = file('orders-1.csv', lines.slice(0, half + overlap));
const newer = file('orders-2.csv', lines.slice(half));
const customerAt = header.findIndex((name) => /customer/i.test(name));
const customers = [...new Set(lines.map((line) => line[customerAt]!))].filter((id) => id !== '');
/** Every second customer, and two who never bought. */
const crm = file(
	'crm.csv',
	[...customers.filter((_, i) => i % 2 === 0), 'nobody-1', 'nobody-2'].map((id, i) => [
		id,
		['Huế', 'Vinh', 'Ipoh'][i % 3]!,
		String(20 + ((i * 7) % 50))
	]),
	['customer_id', 'city', 'age']
);

const add = (page: Page, ...files: Parameters<typeof asInput>[0]) =>
	cell(page, 'data').locator('input[type="file"]').setInputFiles(asInput(files));
const blocks = (page: Page) =>
	cell(page, 'data')
		.locator('[data-file]')
		.evaluateAll((all) => all.map((at) => at.getAttribute('data-file')));
const undo = (page: Page) => inMenu(page, (menu) => menu.getByRole('button', { name: write('en', 'app.undo') }).click());

describe('two files of orders and a table of customers', () => {
	it('become one notebook: what overlaps counts once, people are joined, and every file can be taken away again', async () => {
		const whole = await visit(browser);
		await open(whole, file('orders.csv', lines));
		await until(whole, 'export', 'done');
		const expected = table((await customerFile(whole)).text);
		const worth = await finding(whole, 'features');
		await whole.context().close();

		const page = await visit(browser);
		await open(page, newer, older);
		await until(page, 'features', 'done');
		expect(await blocks(page)).toEqual(['orders-1.csv', 'orders-2.csv']);
		const said = await finding(page, 'data');
		expect(said).toMatch(/^One order log of 2 files: /);
		expect(await cell(page, 'data').locator('[data-overlap]').innerText()).toContain(String(overlap));
		expect(await (await look(page, 'prepare')).locator('[data-found="overlap"]').innerText()).toBe(String(overlap));
		expect(await finding(page, 'features')).toBe(worth);

		const aside = table((await saved(page, () => page.getByTestId('aside').click())).text);
		const again = aside.filter((row) => row['Reason'] === write('en', 'prepare.reason.overlap'));
		expect(again).toHaveLength(lines.slice(half, half + overlap).filter((line) => line[customerAt] !== '').length);
		expect(new Set(again.map((row) => row['File']))).toEqual(new Set(['orders-1.csv']));
		const first = again[0]!;
		expect(header.map((name) => first[name])).toEqual(lines[Number(first['Row']) - 1]);

		await add(page, crm);
		await expect.poll(() => blocks(page), { timeout: 60_000 }).toEqual(['orders-1.csv', 'orders-2.csv', 'crm.csv']);
		await expectStatuses(page, allDone);
		const absent = table((await saved(page, () => page.getByTestId('absent').click())).text);
		expect(absent).toHaveLength(customers.length - Math.ceil(customers.length / 2) + 2);
		const exported = table((await customerFile(page)).text);
		expect(exported.map((row) => row['customer'])).toEqual(expected.map((row) => row['customer']));
		const extra = Object.keys(exported[0]!).filter((name) => !(name in expected[0]!));
		expect(extra.some((name) => /age/i.test(name))).toBe(true);

		await cell(page, 'data').getByRole('button', { name: 'Remove crm.csv' }).press('Enter');
		await expect.poll(() => blocks(page), { timeout: 60_000 }).toEqual(['orders-1.csv', 'orders-2.csv']);
		await until(page, 'features', 'done');
		// The button went with the file: whoever pressed it is still in the cell, and hears what became of it.
		expect(await cell(page, 'data').evaluate((section) => section === document.activeElement)).toBe(true);
		await page
			.getByRole('log')
			.getByText(`Data: ${await finding(page, 'data')}`)
			.waitFor();
		expect(await finding(page, 'features')).toBe(worth);
		await undo(page);
		await expect.poll(() => blocks(page), { timeout: 60_000 }).toEqual(['orders-1.csv', 'orders-2.csv', 'crm.csv']);
		await undo(page);
		await expect.poll(() => blocks(page), { timeout: 60_000 }).toEqual(['orders-1.csv', 'orders-2.csv']);
		await page.context().close();
	});

	it('with one that cannot be read among them, which is named and left out', async () => {
		const page = await visit(browser);
		await open(page, older, { name: 'picture.png', content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]) });
		await page.getByRole('alert').filter({ hasText: 'picture.png' }).waitFor();
		await until(page, 'features', 'done');
		expect(await finding(page, 'data')).toMatch(/^An order log: /);
		await page.context().close();
	});
});

describe('columns that a person named', () => {
	const strange = ['u', 'v', 'w', 'x'];
	const rows = (from: number) =>
		lines
			.slice(from, from + 400)
			.map((line) => header.flatMap((name, j) => (/customer|date|time|price|amount|order/i.test(name) ? [line[j]!] : [])).slice(0, 4));
	const kept = header.filter((name) => /customer|date|time|price|amount|order/i.test(name)).slice(0, 4);

	it('are used for the next file with the same header, which says so, until they are forgotten', async () => {
		const page = await visit(browser);
		await open(page, file('may.csv', rows(0), strange));
		await until(page, 'data', 'done', 'blocked');
		const roles = kept.map((name) =>
			/customer/i.test(name) ? 'customer' : /date|time/i.test(name) ? 'time' : /order/i.test(name) ? 'order' : 'amount'
		);
		const naming = cell(page, 'data').getByText(write('en', 'data.columns'), { exact: true });
		if (!(await choice(page, 'data', write('en', 'data.kind')).isVisible())) await naming.click();
		await choice(page, 'data', write('en', 'data.kind')).selectOption('orders');
		for (const [j, role] of roles.entries()) await choice(page, 'data', strange[j]!).selectOption(role);
		await until(page, 'features', 'done');
		const line = cell(page, 'data').locator('[data-recalled]');
		expect(await line.count()).toBe(0);

		await inMenu(page, (menu) => menu.getByTestId('start-over').click());
		await page.getByTestId('file').waitFor({ state: 'attached' });
		await open(page, file('june.csv', rows(500), strange));
		await line.waitFor();
		await until(page, 'features', 'done');
		expect(await line.innerText()).toMatch(/^Columns as you named them on .*\d{4}\./);
		await naming.click();
		expect(await choice(page, 'data', 'u').inputValue()).toBe(roles[0]);

		const header = await page.evaluate(
			() =>
				new Promise<string>((resolve) => {
					const opening = indexedDB.open('tessera');
					opening.onsuccess = () => {
						const store = opening.result.transaction('columns').objectStore('columns');
						const [keys, values] = [store.getAllKeys(), store.getAll()];
						values.onsuccess = () => {
							opening.result.close();
							resolve(JSON.stringify([keys.result, values.result]));
						};
					};
				})
		);
		expect(header).not.toMatch(/"u"|june|may/);

		await cell(page, 'data')
			.getByRole('button', { name: write('en', 'data.forget') })
			.click();
		await line.waitFor({ state: 'detached' });
		await open(page, file('july.csv', rows(1000), strange));
		await expect.poll(() => cell(page, 'data').innerText()).toContain('july.csv');
		await until(page, 'data', 'done', 'blocked');
		expect(await line.count()).toBe(0);
		await page.context().close();
	});
});
