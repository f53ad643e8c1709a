import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../src/i18n/define.js';
import { allMessages } from '../../src/i18n/messages.js';
import { header, soundLines } from '../lib/doctor/planted.js';
import { openBrowser } from './browser.js';
import { cell, examined, finding, inMenu, kept, open, saved, table, until, visit, wholeNumbers } from './person.js';

let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

const sound = soundLines().map((line) => line.join(','));
/** Two orders of a tester and one of the year 2099, beside four hundred in which nothing is odd. */
const planted = [
	header,
	...sound,
	'5000,lan.test@gmail.com,2024-05-01 10:00,p1,1,7,shipped',
	'5001,lan.test@gmail.com,2024-05-02 10:00,p2,1,10,shipped',
	'5002,c7,2099-12-31 10:00,p3,1,13,shipped'
].join('\n');

describe('an order log with faults', () => {
	let page: Page;
	const found = (reason: string) => cell(page, 'prepare').locator(`[data-row-finding="${reason}"]`);
	const choose = async (reason: string, label: string) => {
		await found(reason).getByText(label, { exact: true }).click();
		await until(page, 'prepare', 'done');
		await examined(page);
	};
	const rows = async () => wholeNumbers(await finding(page, 'prepare'))[0];
	beforeAll(async () => {
		page = await visit(browser);
		await open(page, { name: 'shop.csv', content: planted });
		await until(page, 'prepare', 'done');
		await examined(page);
	}, 180_000);
	afterAll(() => page.context().close());

	it('is told of each of them, with its count, a suggestion and what that would change', async () => {
		const told = cell(page, 'prepare').locator('[data-row-finding]');
		expect(await told.evaluateAll((items: HTMLElement[]) => items.map(({ dataset }) => dataset['rowFinding']))).toEqual([
			'test',
			'strayDate'
		]);
		const text = (await found('test').innerText()).replace(/\s+/g, ' ');
		expect(text).toContain('Test order 2 rows, 1 customer');
		expect(text).toContain('Suggested: set aside. If set aside: 403 → 401 rows, 51 → 50 customers');
		expect(await rows()).toBe(403);
		expect(await cell(page, 'prepare').locator('[data-aside="test"]').count()).toBe(0);
	});
	it('shows examples without naming anybody', async () => {
		await found('test').getByText('Why, and examples').click();
		const example = found('test').getByRole('row').nth(1);
		expect((await example.innerText()).split(/\s+/)).toEqual(['401', 'customer_id', expect.stringMatching(/^l•••@\S+·\w{3}$/)]);
		expect(await cell(page, 'prepare').innerText()).not.toContain('gmail');
		await found('test').getByText('Why, and examples').click();
	});
	it('loses what is chosen to be set aside, as foretold, and the ledger says so', async () => {
		await choose('test', 'set aside');
		expect(await rows()).toBe(401);
		expect(await cell(page, 'prepare').locator('[data-aside="test"]').innerText()).toBe('− 2');
		await choose('strayDate', 'set aside');
		expect(await rows()).toBe(400);
		expect(await cell(page, 'prepare').locator('[data-ledger="kept"]').innerText()).toBe('400');
		// Whoever looked last bought last on the last sound day, not in 2099.
		await until(page, 'features', 'done');
		expect(await cell(page, 'features').innerText()).not.toContain('2100');
	});
	it('gives the rows back as they stand in the file, with their reasons', async () => {
		const { text } = await saved(page, () => page.getByTestId('aside').click());
		expect(table(text).map((row) => [row['Row'], row['Reason'], row['order_id']])).toEqual([
			['401', 'Test order', '5000'],
			['402', 'Test order', '5001'],
			['403', 'Date in the future, or far from all others', '5002']
		]);
	});
	it('takes choices back, one after the other', async () => {
		await inMenu(page, (menu) => menu.getByRole('button', { name: 'Undo' }).click());
		await expect.poll(rows).toBe(401);
		await page.keyboard.press('Control+z');
		await expect.poll(rows).toBe(403);
		await examined(page);
		expect(await found('test').getByRole('radio', { name: 'keep' }).isChecked()).toBe(true);
	});
	it('is chosen from by keyboard alone', async () => {
		const choices = found('test').getByRole('group', { name: 'Test order' });
		const told = await choices.getAttribute('aria-describedby');
		expect(await page.locator(`[id="${told}"]`).innerText()).toContain('Suggested: set aside. If set aside: 403 → 401 rows');
		await found('test').getByRole('radio', { name: 'keep' }).focus();
		await page.keyboard.press('ArrowLeft');
		await expect.poll(rows).toBe(401);
		await examined(page);
		// The examination that follows leaves the focus where it is.
		expect(
			await found('test')
				.getByRole('radio', { name: 'set aside' })
				.evaluate((radio) => radio === document.activeElement)
		).toBe(true);
	});
	it('is prepared alike, and told the same, when the notebook is opened again with the file', async () => {
		const list = async () => (await cell(page, 'prepare').innerText()).replace(/done in [\d.]+\sm?s/, '');
		const before = await list();
		await expect.poll(() => kept(page)).toMatch(/"test": "aside",\s*"strayDate": "keep"/);
		await page.reload();
		await cell(page, 'data')
			.locator('input[type="file"]')
			.setInputFiles({ name: 'shop.csv', mimeType: '', buffer: Buffer.from(planted) });
		await until(page, 'prepare', 'done');
		await examined(page);
		expect(await rows()).toBe(401);
		expect(await list()).toBe(before);
	});
});

describe('files of other kinds', () => {
	it('a sound file: the doctor says that nothing was found', async () => {
		const page = await visit(browser);
		await open(page, { name: 'sound.csv', content: [header, ...sound].join('\n') });
		await until(page, 'prepare', 'done');
		await examined(page);
		expect(await cell(page, 'prepare').locator('[data-doctor]').innerText()).toContain(allMessages['doctor.none'].en);
		await page.context().close();
	}, 180_000);
	it.each(languages)(
		'people: personal, sensitive and useless columns are told in %s, and nobody is named',
		async (language) => {
			const page = await visit(browser, { locale: { en: 'en-GB', vi: 'vi-VN', ms: 'ms-MY' }[language] });
			const people = Array.from({ length: 60 }, (_, i) => {
				const faith = ['A', 'B', 'C'][i % 3];
				return `${100 + i},khach.${i}@gmail.com,${faith},${20 + ((i * 7) % 40)},basic,${1 + ((i * 13) % 9)}`;
			});
			await open(page, { name: 'crm.csv', content: ['customer_id,Email,Agama,Visits,Plan,Points', ...people].join('\n') });
			await until(page, 'prepare', 'done');
			await examined(page);
			const list = cell(page, 'prepare').locator('[data-column-finding]');
			expect(await list.evaluateAll((items: HTMLElement[]) => items.map(({ dataset }) => dataset['columnFinding']))).toEqual([
				'sensitive',
				'personal',
				'constant'
			]);
			for (const summary of await list.locator('summary').all()) await summary.click();
			const text = await cell(page, 'prepare').innerText();
			for (const id of ['doctor.column.sensitive', 'doctor.fate.personal', 'doctor.kind.belief', 'doctor.how'] as const)
				expect(text).toContain(allMessages[id][language]);
			expect(text).toMatch(/k•••@\S+·\w{3}/);
			expect(text).not.toContain('gmail');
			await page.context().close();
		},
		120_000
	);
});
