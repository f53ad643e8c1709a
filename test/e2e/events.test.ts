import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { write } from '../../src/i18n/format.js';
import { ga4Sample } from '../ga4.js';
import { openBrowser } from './browser.js';
import { cell, customerFile, expectStatuses, finding, open, table, until, visit, wholeNumbers } from './person.js';

let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

const { csv, events, kinds } = ga4Sample(5);

describe('a file of Google Analytics 4 events', () => {
	it('goes from the page to a file of customers with their visits; what needs orders says so', async () => {
		const page = await visit(browser);
		await open(page, { name: 'ga4.csv', content: csv });
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
		expect(wholeNumbers(await finding(page, 'data')).slice(0, 2)).toEqual([events.length, kinds.size]);
		expect(await cell(page, 'data').innerText()).toContain('UTC+7');
		const sessions = new Set(events.map(({ user, session }) => `${user} ${session}`));
		expect(wholeNumbers(await finding(page, 'features')).slice(0, 2)).toEqual([kinds.size, sessions.size]);
		expect(await cell(page, 'rfm').innerText()).toContain(write('en', 'problem.rfmNeedsOrders', {}).slice(0, 30));

		const written = table((await customerFile(page)).text);
		expect(written.map((row) => row['customer'])).toEqual([...kinds.keys()].sort());
		for (const row of written) {
			const own = new Set(events.filter(({ user }) => user === row['customer']).map(({ session }) => session));
			expect(Number(row[write('en', 'visits.name.visits')])).toBe(own.size);
		}
		await page.context().close();
	});

	it('is read as orders when the person says so, and the other way round', async () => {
		const page = await visit(browser);
		await open(page, { name: 'ga4.csv', content: csv });
		await until(page, 'features', 'done');
		await cell(page, 'data')
			.getByRole('button', { name: write('en', 'data.events.asOrders') })
			.click();
		await until(page, 'rfm', 'done');
		expect(await finding(page, 'data')).toMatch(/^An order log/);
		const bought = events.filter(({ name }) => name === 'purchase').length;
		expect(wholeNumbers(await finding(page, 'prepare'))[0]).toBe(bought);
		await page.keyboard.press('Control+z');
		await expect.poll(() => finding(page, 'data')).toMatch(/^A log of events/);
		await page.context().close();
	});

	it('may be a report with nobody in it, which is refused by name', async () => {
		const page = await visit(browser);
		const lines = [
			'# ----------------------------------------',
			'# User acquisition',
			'# Shop',
			'# ----------------------------------------'
		];
		const rows = ['Channel,New users,Event count', 'Organic Search,412,5012', 'Direct,120,902', 'Email,20,102'];
		await open(page, { name: 'report.csv', content: [...lines, ...rows].join('\n') });
		await until(page, 'data', 'blocked', 'done');
		expect(await cell(page, 'data').getByRole('alert').innerText()).toContain('report.csv is a report of Google Analytics');
		await page.context().close();
	});
});
