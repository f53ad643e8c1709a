import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.js';
import { cell, customerFile, expectStatuses, inMenu, kept, notebookFile, open, table, until, visit } from './person.js';

let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

const customers = 60;
const names = (i: number) => `Zedwina Quax${String.fromCharCode(97 + (i % 26))}${String.fromCharCode(97 + Math.floor(i / 26))}`;
const emails = (i: number) => `planted.q${i}x@hiddenmail${i % 3}.example`;
const phones = (i: number) => `09${String(12_345_600 + 7 * i)}`;
/** Everything in the files that must stand nowhere on the page, and what of it would do harm by itself. */
const planted = Array.from({ length: customers }, (_, i) => [names(i), emails(i), phones(i)]).flat();
const traces = ['Zedwina', 'planted.q', 'hiddenmail'];

/** People with three kinds of personal data, some of it where a date or a note should be. */
const people = [
	'Email,Họ tên,Số điện thoại,Joined,Age,Spent,Plan,Note',
	...Array.from({ length: customers }, (_, i) =>
		[
			emails(i),
			names(i),
			phones(i),
			i === 3 ? emails(3) : `2023-0${1 + (i % 9)}-1${i % 10}`,
			20 + ((i * 7) % 50),
			i % 2 === 0 ? 100 + i : 900 + 3 * i,
			['basic', 'plus'][i % 2],
			i % 4 === 0 ? `write to ${emails(i)} or ${phones(i)}` : `note ${i}`
		].join()
	)
].join('\n');

/** Orders whose customers are named by e-mail, with a broken date and a broken price that are somebody's contacts. */
const orders = [
	'Order,Email,Buyer name,Phone,Date,Quantity,Price,Product',
	...Array.from({ length: 8 * customers }, (_, n) => {
		const i = (n * 13 + (n >> 3)) % customers;
		const day = new Date(Date.UTC(2023, 0, 1) + ((n * 37) % 700) * 86_400_000).toISOString().slice(0, 10);
		return [
			`A${n}`,
			emails(i),
			names(i),
			phones(i),
			n === 5 ? emails(i) : day,
			1 + (n % 3),
			n === 9 ? emails(i) : (5 + ((n * 31) % 90)).toFixed(2),
			`P${n % 9}`
		].join();
	})
].join('\n');

async function openEverything(page: Page): Promise<void> {
	for (const summary of await page.locator('main button[aria-expanded="false"], main summary').all())
		if (await summary.isVisible()) await summary.click();
}

/** All that the page holds in its document, its fields and its stores. */
async function everything(page: Page): Promise<string> {
	const page_ = await page.evaluate(async () => {
		const fields = [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value);
		const stored = await Promise.all(
			(await indexedDB.databases()).map(
				({ name }) =>
					new Promise<string>((resolve) => {
						const opening = indexedDB.open(name!);
						opening.onsuccess = async () => {
							const all = [...opening.result.objectStoreNames].map(
								(store) =>
									new Promise<string>((done) => {
										const reading = opening.result.transaction(store).objectStore(store).getAll();
										reading.onsuccess = () => done(JSON.stringify(reading.result));
									})
							);
							resolve((await Promise.all(all)).join());
							opening.result.close();
						};
					})
			)
		);
		const simple = [localStorage, sessionStorage].map((store) => JSON.stringify({ ...store }));
		return [document.documentElement.outerHTML, document.title, location.href, ...fields, ...stored, ...simple].join('\n');
	});
	return page_ + (await notebookFile(page)).text;
}

const foundIn = (text: string): string[] => [...planted, ...traces].filter((value) => text.includes(value));

async function hoverMap(page: Page): Promise<void> {
	const find = cell(page, 'map').getByRole('textbox');
	await find.fill(emails(1));
	await find.press('Enter');
	await cell(page, 'map').locator('.facts b').waitFor();
	await find.fill('');
}

async function searchAll(page: Page): Promise<void> {
	await openEverything(page);
	await hoverMap(page);
	await expect.poll(() => kept(page), { timeout: 10_000 }).toContain('segments');
	expect(foundIn(await everything(page))).toEqual([]);
}

describe('personal data', () => {
	it('of a table of people stands nowhere on the page, in its stores or in the notebook, until it is asked for', async () => {
		const page = await visit(browser);
		await open(page, { name: 'crm.csv', content: people });
		await expectStatuses(page, {
			data: 'done',
			prepare: 'done',
			features: 'done',
			rfm: 'blocked',
			embed: 'done',
			segments: 'done',
			map: 'done',
			profile: 'done',
			predict: 'blocked',
			value: 'blocked',
			export: 'done'
		});
		await searchAll(page);
		expect(await cell(page, 'data').locator('[data-personal-data] p').innerText()).toContain('Email, Họ tên, Số điện thoại');
		const kinds = await cell(page, 'data')
			.locator('[data-personal]')
			.evaluateAll((marks) => marks.map((mark) => (mark as HTMLElement).dataset['personal']));
		expect(kinds).toEqual(['email', 'name', 'phone', 'note']);

		await cell(page, 'data').getByLabel('Show personal data').check();
		await cell(page, 'data').getByText(names(0)).first().waitFor();
		await cell(page, 'export').getByRole('table').getByText('planted.q').first().waitFor();
		await cell(page, 'map').locator('.facts').getByText(emails(1)).waitFor();
		expect((await notebookFile(page)).text + (await kept(page))).not.toMatch(/planted\.q|reveal/);

		await cell(page, 'data').getByLabel('Show personal data').uncheck();
		await expect.poll(async () => foundIn(await everything(page))).toEqual([]);
		const written = table((await customerFile(page)).text);
		expect(new Set(written.map((row) => row['customer']))).toEqual(new Set(Array.from({ length: customers }, (_, i) => emails(i))));
		await page.context().close();
	});

	it('of orders is hidden in problems and examples too, and gone again after a reload', async () => {
		const page = await visit(browser);
		await open(page, { name: 'orders.csv', content: orders });
		await until(page, 'export', 'done', 'idle');
		await until(page, 'map', 'done');
		await searchAll(page);
		await cell(page, 'data').getByLabel('Show personal data').check();
		await expect.poll(async () => cell(page, 'data').innerText()).toContain('planted.q');
		await page.reload();
		await page.locator('section[data-cell]').first().waitFor();
		await open(page, { name: 'orders.csv', content: orders });
		await until(page, 'map', 'done');
		expect(foundIn(await everything(page))).toEqual([]);

		// A name where a date should be: the problem quotes the cell.
		await cell(page, 'data').locator('summary, button[aria-expanded]').filter({ hasText: 'column' }).first().click();
		await cell(page, 'data').getByRole('combobox', { name: 'Buyer name', exact: true }).selectOption('time');
		await until(page, 'data', 'blocked');
		expect(foundIn(await everything(page))).toEqual([]);
		await inMenu(page, async () => {});
		await page.context().close();
	});
});
