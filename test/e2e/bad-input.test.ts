import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { write } from '../../src/i18n/format.js';
import type { Facts, ProblemId } from '../../src/lib/problem.js';
import { openBrowser } from './browser.js';
import {
	allDone,
	cell,
	choice,
	expectStatuses,
	finding,
	finished,
	inMenu,
	kept,
	open,
	problem,
	saved,
	stateOf,
	statuses,
	table,
	until,
	visit
} from './person.js';

let browser: Browser;
let folder: string;
beforeAll(async () => {
	browser = await openBrowser();
	folder = await mkdtemp(join(tmpdir(), 'tessera-e2e-'));
});
afterAll(async () => {
	await browser.close();
	await rm(folder, { recursive: true });
});

const message = (id: ProblemId, facts: Facts) => write('en', `problem.${id}`, facts);
const day = (i: number) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);

/** An order log of a hundred customers over two years, who come back at their own pace. */
const visits = Array.from({ length: 100 }, (_, c) =>
	Array.from({ length: 3 + (c % 9) }, (_, i) => ({
		customer: `c${1000 + c}`,
		day: (c * 7 + i * (20 + (c % 11) * 9)) % 730,
		amount: 5 + ((c * 13 + i * 7) % 90)
	}))
)
	.flat()
	.sort((a, b) => a.day - b.day)
	.map((visit, i) => ({ order: `${10_000 + i}`, ...visit }));
const log = (separator: string, rows = visits) =>
	['order_id', 'customer_id', 'order_date', 'amount'].join(separator) +
	'\n' +
	rows.map(({ order, customer, day: at, amount }) => [order, customer, day(at), amount].join(separator)).join('\n') +
	'\n';

const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(400, 7)]);
const xlsx = Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), Buffer.alloc(400, 9)]);
interface Unreadable {
	readonly fault: string;
	readonly name: string;
	readonly content: string | Buffer;
	readonly id: ProblemId;
	readonly facts?: Facts;
}
const unreadable: readonly Unreadable[] = [
	{ fault: 'is empty', name: 'empty.csv', content: '', id: 'fileEmpty' },
	{ fault: 'holds only blanks', name: 'blank.csv', content: ' \n\n\t\n', id: 'fileEmpty' },
	{ fault: 'holds a header and no rows', name: 'header.csv', content: 'order_id,customer_id,order_date,amount\n', id: 'fileHeaderOnly' },
	{ fault: 'is a picture', name: 'orders.csv', content: png, id: 'fileBinary', facts: { kind: 'PNG' } },
	{ fault: 'is a workbook that breaks off', name: 'orders.xlsx', content: xlsx, id: 'fileWorkbookBroken' },
	{ fault: 'is something else with zeros in it', name: 'orders.dat', content: Buffer.alloc(5000), id: 'fileUnknown' },
	{
		fault: 'names far more columns than its rows fill',
		name: 'short.csv',
		content: `${Array.from({ length: 16_000 }, (_, i) => `c${i}`).join()}\n${'x\n'.repeat(20_000)}`,
		id: 'rowsTooShort',
		facts: { columns: 16_000 }
	},
	{ fault: 'breaks off inside its gzip', name: 'cut.csv.gz', content: gzipSync(log(',')).subarray(0, 900), id: 'fileGzipBroken' },
	{ fault: 'has a damaged gzip', name: 'bent.csv.gz', content: bent(gzipSync(log(','))), id: 'fileGzipBroken' }
];

function bent(bytes: Buffer): Buffer {
	return Buffer.concat([bytes.subarray(0, 200), Buffer.alloc(60, 0xff), bytes.subarray(260)]);
}

/** A file too long to be read before a person, or a test, can take it away. */
async function longFile(name: string): Promise<string> {
	const path = join(folder, name);
	const body = log(',').slice(log(',').indexOf('\n') + 1);
	const out = createWriteStream(path);
	out.write('order_id,customer_id,order_date,amount\n');
	for (let written = 0; written < 400e6; written += body.length * 100)
		if (!out.write(body.repeat(100))) await new Promise<void>((resolve) => out.once('drain', () => resolve()));
	await new Promise<void>((resolve) => out.end(resolve));
	return path;
}

/** Takes a file away while it is being read. */
async function openAndRemove(page: Page, path: string): Promise<void> {
	await open(page, path);
	await cell(page, 'data').locator('.state', { hasText: /\d%/ }).waitFor();
	await unlink(path);
}

describe('a file that cannot be read at all', () => {
	describe('dropped on an open notebook changes nothing and says why when it', () => {
		let page: Page;
		let before: unknown;
		beforeAll(async () => {
			page = await visit(browser);
			await open(page, { name: 'good.csv', content: log(',', [...visits, visits.at(-1)!]) });
			await finished(page);
			await cell(page, 'prepare').getByRole('group', { name: 'Repeats an earlier row' }).getByText('set aside').click();
			await page.getByRole('button', { name: 'Run all' }).click();
			await finished(page);
			await cell(page, 'map').getByRole('group', { name: 'Groups' }).getByRole('button').first().click();
			await cell(page, 'profile')
				.getByRole('row', { name: /^Picked out/ })
				.waitFor();
			before = await stateOf(page);
		});
		afterAll(() => page.context().close());

		async function refused(name: string, said: string) {
			const notice = page.locator('body > #app > [role="alert"]');
			await notice.waitFor({ timeout: 60_000 });
			expect(await notice.locator('p').innerText()).toBe(said);
			await expectStatuses(page, allDone);
			await notice.getByRole('button', { name: 'Close' }).click();
			expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
			expect(await stateOf(page)).toEqual(before);
			expect(await finding(page, 'data')).not.toContain(name);
		}

		it.each(unreadable)('$fault', async ({ name, content, id, facts }) => {
			await open(page, { name, content });
			await refused(name, message(id, { file: name, ...facts }));
		});

		it('is empty, and heavy cells wait to be asked', async () => {
			await cell(page, 'predict').getByLabel('Days ahead').fill('30');
			await page.keyboard.press('Enter');
			const waiting = { ...allDone, predict: 'stale', export: 'stale' };
			await expectStatuses(page, waiting);
			await open(page, { name: 'empty.csv', content: '' });
			await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
			await expectStatuses(page, waiting);
			await page.getByRole('button', { name: 'Run all' }).click();
			await finished(page);
			await inMenu(page, (menu) => menu.getByRole('button', { name: 'Undo' }).click());
			await finished(page);
			expect(await stateOf(page)).toEqual(before);
		});

		it('goes away while it is read', async () => {
			await openAndRemove(page, await longFile('gone.csv'));
			await refused('gone.csv', message('fileGone', { file: 'gone.csv' }));
		});
	});

	describe('opened first leads back to the start, with the reason, when it', () => {
		let page: Page;
		beforeAll(async () => {
			page = await visit(browser);
		});
		afterAll(() => page.context().close());

		async function refused(said: string) {
			const notice = page.getByRole('alert').locator('p');
			await page.getByTestId('sample-shop').waitFor();
			await notice.waitFor();
			expect(await notice.innerText()).toBe(said);
		}

		it.each(unreadable)('$fault', async ({ name, content, id, facts }) => {
			await open(page, { name, content });
			await refused(message(id, { file: name, ...facts }));
		});

		it('goes away while it is read', async () => {
			await openAndRemove(page, await longFile('gone first.csv'));
			await refused(message('fileGone', { file: 'gone first.csv' }));
		});
	});
});

describe('a file that the person can put right', () => {
	let page: Page;
	beforeEach(async () => {
		page = await visit(browser);
		return () => page.context().close();
	});
	/** What is read out beside the name and value of a choice that gets the focus. */
	const heardAt = (choice: Locator) =>
		choice.evaluate((at) => ({
			invalid: at.getAttribute('aria-invalid'),
			told: (at.getAttribute('aria-describedby') ?? '')
				.split(' ')
				.map((id) => document.getElementById(id)!.textContent)
				.join(' ')
		}));
	const columnsShown = () => cell(page, 'data').getByText('What each column means', { exact: true }).click();

	it('cut at the wrong mark says so, keeps the results on view, and goes on once it is cut at the right one', async () => {
		await open(page, { name: 'orders.csv', content: log(';') });
		await until(page, 'profile', 'done');
		const finds = await finding(page, 'features');
		await columnsShown();
		await choice(page, 'data', 'Separator').selectOption(',');
		await until(page, 'data', 'blocked');
		expect(await problem(page, 'data')).toBe(
			message('oneColumn', { file: 'orders.csv', delimiter: ',', header: 'order_id;customer_id;order_date;amount' })
		);
		expect(await heardAt(choice(page, 'data', 'Separator'))).toEqual({ invalid: 'true', told: await problem(page, 'data') });
		expect(await finding(page, 'features')).toBe(finds);
		expect((await statuses(page)).features).toBe('stale');
		await choice(page, 'data', 'Separator').selectOption(';');
		await until(page, 'profile', 'done');
		expect(await finding(page, 'features')).toBe(finds);
	});

	it.each([
		['when', 'noTimeColumn', ['order_id', 'customer_id', 'opened', 'amount', 'shipped'], 'opened', 'time'],
		['who', 'noPeople', ['order_id', 'note', 'order_date', 'amount', 'shipped'], 'note', 'customer'],
		['how much', 'noAmountColumn', ['order_id', 'customer_id', 'order_date', 'note', 'shipped'], 'note', 'amount']
	] as const)(
		'without a column that says %s shows its rows, asks for the column, and runs once it is chosen',
		async (_, id, header, column, role) => {
			const rows = visits.map(({ order, customer, day: at, amount }) => [order, customer, day(at), amount, day(at + 2)].join());
			await open(page, { name: 'orders.csv', content: [header.join(), ...rows].join('\n') });
			await until(page, 'data', 'blocked', 'done');
			expect(await problem(page, 'data')).toBe(message(id, { file: 'orders.csv' }));
			expect(await finding(page, 'data')).toBe(`${rows.length} rows in 5 columns. Name the columns below, and the notebook runs.`);
			await cell(page, 'data').getByRole('gridcell', { name: '10000', exact: true }).waitFor();
			expect(await heardAt(choice(page, 'data', column))).toEqual({
				invalid: 'true',
				told: expect.stringContaining(message(id, { file: 'orders.csv' }))
			});
			await choice(page, 'data', column).selectOption(role);
			await until(page, 'profile', 'done');
			expect(await finding(page, 'features')).toMatch(/^100 customers placed/);
			expect(await heardAt(choice(page, 'data', column))).toEqual({ invalid: null, told: expect.not.stringContaining('No column') });
			expect(await choice(page, 'data', column).inputValue()).toBe(role);
		}
	);

	it('whose dates cannot be read names the rows and what stands in them', async () => {
		const rows = visits.map((visit, i) => ({ ...visit, order: `${i}` }));
		const content = log(',', rows).replace(/\d{4}-(\d\d)-(\d\d)/g, 'the $2 of $1');
		await open(page, { name: 'orders.csv', content });
		await until(page, 'data', 'blocked');
		// Nothing in the file reads as a date, so the page first asks which column says when.
		expect(await problem(page, 'data')).toBe(message('noTimeColumn', { file: 'orders.csv' }));
		await choice(page, 'data', 'order_date').selectOption('time');
		await expect
			.poll(() => problem(page, 'data'))
			.toBe(
				message('badDates', {
					file: 'orders.csv',
					column: 'order_date',
					n: visits.length,
					rows: '1, 2, 3, 4, 5',
					value: content.split('\n')[1]!.split(',')[2]!
				})
			);
	});

	it('with a few unreadable dates says which, sets their rows aside, and runs', async () => {
		const lines = log(',').trimEnd().split('\n');
		for (const row of [3, 20, 41]) lines[row] = lines[row]!.replace(/\d{4}-\d\d-\d\d/, 'soon');
		await open(page, { name: 'orders.csv', content: lines.join('\n') });
		await until(page, 'profile', 'done');
		await cell(page, 'data')
			.getByText(write('en', 'data.dates.bad', { n: 3, rows: '3, 20, 41', value: 'soon' }))
			.waitFor();
		const told = cell(page, 'data').locator('[data-told]');
		expect(await told.innerText()).toContain('(customer: “customer_id”, order: “order_id”, time: “order_date”, amount: “amount”)');
		await told.getByRole('button', { name: 'Change' }).press('Enter');
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(write('en', 'data.columns'));
		expect(await choice(page, 'data', 'order_date').inputValue()).toBe('time');
		expect(await cell(page, 'prepare').locator('[data-aside="badTime"]').innerText()).toBe('− 3');
		const { text } = await saved(page, () => page.getByTestId('aside').click());
		expect(table(text).map((row) => row['Row'])).toEqual(['3', '20', '41']);
	});

	it('that replaced another can be taken back with Undo', async () => {
		await open(page, { name: 'first.csv', content: log(',') });
		await until(page, 'profile', 'done');
		const finds = await finding(page, 'features');
		await open(page, { name: 'second.csv', content: log(',').replace('customer_id', 'note').replaceAll('c10', 'x y ') });
		await until(page, 'data', 'blocked');
		await inMenu(page, (menu) => menu.getByRole('button', { name: 'Undo' }).click());
		await until(page, 'features', 'done');
		expect(await finding(page, 'features')).toBe(finds);
	});
});

describe('a file that holds too little', () => {
	let page: Page;
	beforeEach(async () => {
		page = await visit(browser);
		return () => page.context().close();
	});

	it('because all rows belong to one customer says so, and shows what there is', async () => {
		await open(page, {
			name: 'one.csv',
			content: log(
				',',
				visits.map((visit) => ({ ...visit, customer: 'c1' }))
			)
		});
		await until(page, 'data', 'done', 'blocked');
		expect((await statuses(page)).data).toBe('done');
		await until(page, 'features', 'blocked');
		expect(await problem(page, 'features')).toBe(message('oneCustomer', { file: 'one.csv', column: 'customer_id', value: 'c1' }));
		expect(await finding(page, 'features')).toMatch(/^1 customers? placed/);
	});

	it('because it has two rows shows what works and says of the rest why it does not', async () => {
		await open(page, { name: 'two.csv', content: log(',', visits.slice(0, 2)) });
		await until(page, 'predict', 'blocked');
		await expectStatuses(page, {
			...allDone,
			embed: 'blocked',
			segments: 'blocked',
			map: 'idle',
			profile: 'idle',
			predict: 'blocked'
		});
		expect(await finding(page, 'features')).toMatch(/^2 customers placed 2 orders worth/);
		for (const name of ['embed', 'segments'] as const)
			expect(await cell(page, name).getByRole('note').innerText()).toBe(message('tooFewCustomers', { n: 2, needed: 20 }));
		expect(await problem(page, 'predict')).toBe(message('tooShortForAny', { days: 2, needed: 18, shortest: 7 }).replaceAll('\u00a0', ' '));
		expect(await cell(page, 'map').innerText()).toContain(write('en', 'notebook.lacks', { cell: 'Embedding' }));
		await cell(page, 'profile').getByRole('button', { name: 'Go by RFM' }).click();
		await until(page, 'profile', 'done');
	});
});

describe('a file that is no longer there', () => {
	it('when a choice makes the page read it again is asked for, with all results kept on view', async () => {
		const page = await visit(browser);
		const path = join(folder, 'orders.csv');
		await writeFile(path, log(';'));
		await open(page, path);
		await until(page, 'profile', 'done');
		const finds = await finding(page, 'features');
		await unlink(path);
		await cell(page, 'data').getByText('What each column means', { exact: true }).click();
		await choice(page, 'data', 'Currency').selectOption('EUR');
		await until(page, 'data', 'failed');
		expect(await problem(page, 'data')).toBe(message('fileGone', { file: 'orders.csv' }));
		expect(await finding(page, 'features')).toBe(finds);
		await cell(page, 'data')
			.locator('[role="alert"] input[type="file"]')
			.setInputFiles({ name: 'orders.csv', mimeType: '', buffer: Buffer.from(log(';')) });
		await until(page, 'profile', 'done');
		expect(await choice(page, 'data', 'Currency').inputValue()).toBe('EUR');
		expect(await finding(page, 'features')).toContain('€');
		await page.context().close();
	});

	it('when its reader returns is asked for by name, and every choice is still there', async () => {
		const page = await visit(browser);
		await open(page, { name: 'orders.csv', content: log(';') });
		await until(page, 'profile', 'done');
		await choice(page, 'segments', 'Number of segments').selectOption('4');
		await page.getByLabel('Notebook title').fill('Second visit');
		await page.keyboard.press('Enter');
		await expect.poll(() => kept(page)).toContain('"title": "Second visit"');
		await page.reload();
		await until(page, 'data', 'failed');
		expect(await problem(page, 'data')).toBe(message('fileNeeded', { file: 'orders.csv' }));
		expect(await page.getByLabel('Notebook title').inputValue()).toBe('Second visit');
		await cell(page, 'data')
			.locator('[role="alert"] input[type="file"]')
			.setInputFiles({ name: 'orders.csv', mimeType: '', buffer: Buffer.from(log(';')) });
		await finished(page);
		expect(await cell(page, 'segments').innerText()).toMatch(/^4 segments;|The 4 segments below/m);
		expect(await choice(page, 'segments', 'Number of segments').inputValue()).toBe('4');
		await page.context().close();
	});
});
