import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { write } from '../../src/i18n/format.js';
import { allMessages, type MessageId } from '../../src/i18n/messages.js';
import { adjustedRandIndex } from '../../src/lib/stats/adjusted-rand.js';
import { shopSample } from '../../src/samples/samples.js';
import { isPurchase, linesOf } from '../samples/naive.js';
import { openBrowser } from './browser.js';
import {
	allDone,
	cell,
	customerFile,
	examined,
	expectStatuses,
	finding,
	finished,
	inMenu,
	kept,
	notebookFile,
	open,
	shown,
	stateOf,
	statuses,
	table,
	visit
} from './person.js';

let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

describe('the shop with hidden segments', () => {
	const shop = shopSample(1);
	let page: Page;
	beforeAll(async () => {
		page = await visit(browser);
		await page.getByTestId('sample-shop').click();
		await finished(page);
	}, 180_000);
	afterAll(() => page.context().close());

	/** How well the segments of a customer file agree with the hidden ones. */
	function agreement(text: string): number {
		const rows = table(text);
		const names = [...new Set(rows.map((row) => row['segment']!))];
		expect(rows).toHaveLength(shop.truth.size);
		return adjustedRandIndex(
			rows.map((row) => names.indexOf(row['segment']!)),
			rows.map((row) => shop.truth.get(row['customer']!)!)
		);
	}
	const option = (name: 'prepare' | 'segments' | 'profile', group: string, label: string) =>
		cell(page, name).getByRole('group', { name: group }).getByText(label, { exact: true });

	/** The cells of a row of the file, counted from 1. */
	async function goToRow(row: number): Promise<string[]> {
		await cell(page, 'data').getByLabel('Go to row').fill(String(row));
		await page.keyboard.press('Enter');
		const cells = cell(page, 'data').locator(`[aria-rowindex="${row + 1}"] [role="gridcell"]`);
		await cells.first().filter({ hasText: /./ }).waitFor();
		return cells.allInnerTexts();
	}
	const lines = linesOf(shop.csv);
	const counted = lines.filter((line) => isPurchase(line) && Number(line.quantity) > 0);
	const rowsCount = (kept: number) => `${kept.toLocaleString('en')} of ${lines.length.toLocaleString('en')} rows count`;
	const whole = rowsCount(counted.length);
	const withoutRepeats = rowsCount(new Set(counted.map((line) => JSON.stringify(line))).size);

	it('runs to the end by itself after one click, and finds them', async () => {
		expect(await statuses(page)).toEqual(allDone);
		expect(await finding(page, 'segments')).toMatch(/^5 segments;/);
		expect(agreement((await customerFile(page)).text)).toBeGreaterThanOrEqual(0.8);
	});

	it('shows any of its rows', async () => {
		const written = shop.csv.trimEnd().split('\n');
		expect(await cell(page, 'data').getByRole('grid').getAttribute('aria-rowcount')).toBe(String(written.length));
		for (const row of [lines.length, 20_000, 1]) expect((await goToRow(row)).join(',')).toBe(written[row]);
	});

	it('tests on request how stable each segment is', async () => {
		const found = await lights(page);
		expect(found).toHaveLength(5);
		for (const light of found) expect(light).toMatch(/stable$/);
	});

	it('keeps that in sight with another number of segments, and has it again with the first', async () => {
		const seen = () =>
			cell(page, 'segments')
				.getByRole('table', { name: 'How far each segment can be trusted' })
				.locator('tbody td:nth-child(3)')
				.allInnerTexts();
		const before = await seen();
		await cell(page, 'segments').getByRole('combobox', { name: 'Number of segments' }).selectOption('4');
		await expect.poll(seen).toEqual(['–', '–', '–', '–']);
		await inMenu(page, (menu) => menu.getByRole('button', { name: 'Undo' }).click());
		await expect.poll(seen).toEqual(before);
		await expectStatuses(page, allDone);
	});

	it('runs light cells again after an edit and leaves heavy ones outdated, with what reads them', async () => {
		expect(await finding(page, 'prepare')).toContain(whole);
		await option('prepare', 'Repeats an earlier row', 'set aside').click();
		await expectStatuses(page, { ...allDone, embed: 'stale', map: 'stale', predict: 'stale', value: 'stale', export: 'stale' });
		expect(await finding(page, 'prepare')).toContain(withoutRepeats);
		expect(await page.getByTestId('export-csv').isDisabled()).toBe(true);
		await cell(page, 'embed').getByRole('button', { name: 'Run' }).click();
		await expectStatuses(page, { ...allDone, predict: 'stale', value: 'stale', export: 'stale' });
		await page.getByRole('button', { name: 'Run all' }).click();
		await finished(page);
	});

	it('takes edits back and makes them again', async () => {
		await inMenu(page, (menu) => menu.getByRole('button', { name: 'Undo' }).click());
		await expect.poll(() => finding(page, 'prepare')).toContain(whole);
		expect(await page.locator('#menu').getByRole('button', { name: 'Undo', includeHidden: true }).isDisabled()).toBe(true);
		await inMenu(page, (menu) => menu.getByRole('button', { name: 'Redo' }).click());
		await expect.poll(() => finding(page, 'prepare')).toContain(withoutRepeats);
		await page.keyboard.press('Control+z');
		await expect.poll(() => finding(page, 'prepare')).toContain(whole);
		await page.keyboard.press('Control+y');
		await expect.poll(() => finding(page, 'prepare')).toContain(withoutRepeats);
		await page.keyboard.press('Control+z');
		await page.getByRole('button', { name: 'Run all' }).click();
		await finished(page);
	});

	it('runs everything when asked to right after an edit, also by a double click', async () => {
		await option('prepare', 'No price, or not above zero', 'keep').click();
		await page.getByRole('button', { name: 'Run all' }).dblclick();
		await finished(page);
		await inMenu(page, (menu) => menu.getByRole('button', { name: 'Undo' }).click());
		await expectStatuses(page, allDone);
		expect(await finding(page, 'prepare')).toContain(whole);
	});

	it('stops everything when asked to, and takes the results of before back', async () => {
		await cell(page, 'embed').getByRole('spinbutton', { name: 'Steps' }).fill('20000');
		await page.keyboard.press('Enter');
		await page.getByRole('button', { name: 'Run all' }).click();
		await page.getByRole('banner').getByRole('button', { name: 'Stop' }).click();
		await expectStatuses(page, { ...allDone, embed: 'stale', map: 'stale' });
		await page.getByRole('banner').getByRole('button', { name: 'Run all' }).waitFor();
		await inMenu(page, (menu) => menu.getByRole('button', { name: 'Undo' }).click());
		await expectStatuses(page, allDone);
	});

	it('lights the customers picked out on the map in the profile too', async () => {
		const chip = cell(page, 'map').getByRole('group', { name: 'Groups' }).getByRole('button').first();
		await chip.click();
		const picked = cell(page, 'profile').getByRole('row', { name: /^Picked out/ });
		await picked.waitFor();
		const first = cell(page, 'profile').locator('tbody tr').first();
		const numbers = (await first.getByRole('cell').allInnerTexts()).join();
		expect((await picked.getByRole('cell').allInnerTexts()).join()).toBe(numbers);
	});

	it('speaks another language at once, keeping results, selection and what was opened', async () => {
		await cell(page, 'predict').getByText('How this works').click();
		await goToRow(30_000);
		await examined(page);
		const text = async () => (await shown(page)).replace(/\s+/g, ' ');
		const english = await text();
		expect(english).toContain('Rows 29,993–30,000 of 43,210');
		await page.evaluate(() => {
			const seen: string[] = [];
			new MutationObserver((changes) => seen.push(...changes.map(({ target }) => (target as HTMLElement).dataset['status'] ?? ''))).observe(
				document.body,
				{ subtree: true, attributeFilter: ['data-status'] }
			);
			Object.assign(window, { seen });
		});
		for (const language of ['vi', 'ms'] as const) {
			await inMenu(page, (menu) => menu.getByTestId('language').selectOption(language));
			expect(await page.locator('html').getAttribute('lang')).toBe(language);
			expect(await finding(page, 'features')).toContain(write(language, 'features.finding').split(' ')[1]);
			expect(await cell(page, 'predict').locator('details[open]').count()).toBe(1);
			expect(await text()).toMatch(language === 'vi' ? /Dòng 29\.993–30\.000 trong 43\.210/ : /Baris 29,993–30,000 daripada 43,210/);
			await cell(page, 'profile').getByRole('row', { name: allMessages['profile.selection'][language] }).waitFor();
			const lines = new Set((await shown(page)).split('\n').map((line) => line.trim()));
			const leftOver = (Object.keys(allMessages) as MessageId[]).filter((id) => {
				const { en, ...others } = allMessages[id];
				return typeof en === 'string' && en !== others[language] && lines.has(en) && !lines.has(others[language]);
			});
			expect(leftOver).toEqual([]);
		}
		await inMenu(page, (menu) => menu.getByTestId('language').selectOption('en'));
		expect(await text()).toBe(english);
		expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
		await cell(page, 'map').getByRole('button', { name: 'Clear', exact: true }).click();
	});

	describe('with the embedding as the space to measure in', () => {
		let file: string;
		beforeAll(async () => {
			await page.getByLabel('Notebook title').fill('Hidden segments');
			await page.keyboard.press('Enter');
			await option('segments', 'Measured on', 'the embedding').click();
			await finished(page);
			file = (await customerFile(page)).text;
		});

		it('finds the segments as well', () => {
			expect(agreement(file)).toBeGreaterThanOrEqual(0.8);
		});

		it('keeps title and choices over a reload, and makes the same customer file again', async () => {
			await expect.poll(() => kept(page)).toContain('"space": "embedding"');
			await page.reload();
			await page.locator('section[data-cell]').first().waitFor();
			expect(await page.getByLabel('Notebook title').inputValue()).toBe('Hidden segments');
			await finished(page);
			expect(await page.title()).toBe('Hidden segments · Tessera');
			expect(await cell(page, 'segments').getByLabel('the embedding').isChecked()).toBe(true);
			expect((await customerFile(page)).text).toBe(file);
		});

		it('saves to a file that another person opens, and gets the same customer file from', async () => {
			const { name, text } = await notebookFile(page);
			expect(name).toBe('Hidden segments.tessera.json');
			expect(text).not.toContain('11038');
			const other = await visit(browser);
			await open(other, { name, content: text });
			await other.locator('section[data-cell]').first().waitFor();
			await finished(other);
			expect(await other.getByLabel('Notebook title').inputValue()).toBe('Hidden segments');
			expect((await customerFile(other)).text).toBe(file);
			await other.context().close();
		});

		it('takes what networks are to be trained on for every cell, and for the notebooks to come', async () => {
			const other = await visit(browser);
			await other.getByTestId('sample-noise').click();
			const on = async (device: string) => {
				await expect.poll(async () => (await kept(other)).match(/"device": "\w+"/g)).toEqual(Array(3).fill(`"device": "${device}"`));
			};
			await on('auto');
			await cell(other, 'embed').getByLabel('Device').selectOption('cpu');
			await on('cpu');
			await inMenu(other, (menu) => menu.getByTestId('start-over').click());
			await other.getByTestId('sample-noise').click();
			await on('cpu');
			await other.context().close();
		});
	});

	describe('changes nothing and says why when a notebook file is', () => {
		const good = { format: 'tessera', version: 1, title: 'x', seed: 1, cells: [{ id: 'data', type: 'data', params: {}, inputs: {} }] };
		const withCells = (...cells: unknown[]) => JSON.stringify({ ...good, cells });
		const data = { id: 'data', type: 'data', params: {}, inputs: {} };
		const prepare = { id: 'prepare', type: 'prepare', params: {}, inputs: { table: 'data' } };
		const broken = (detail: string) => ({ id: 'problem.notebookBroken', facts: { detail } }) as const;
		const foreign = { id: 'problem.notebookForeign', facts: {} } as const;

		it.each([
			['cut off', writtenOff(), foreign],
			['empty', '', foreign],
			['no JSON at all', 'customer,date\n1,2024-01-01\n', foreign],
			['a list', '[1, 2, 3]', foreign],
			['null', 'null', foreign],
			['of another program', '{"nbformat": 4, "cells": []}', foreign],
			['from a newer version', JSON.stringify({ ...good, version: 2 }), { id: 'problem.notebookNewer', facts: { version: 2 } }],
			['without cells', JSON.stringify({ ...good, cells: undefined }), broken('cells')],
			['of a title that is a number', JSON.stringify({ ...good, title: 7 }), broken('title')],
			['of an endless title', JSON.stringify({ ...good, title: 'x'.repeat(3_000_000) }), broken('title')],
			['of a hundred thousand cells', withCells(...Array.from({ length: 100_000 }, (_, i) => ({ ...data, id: `d${i}` }))), broken('cells')],
			['of a seed that is no whole number', JSON.stringify({ ...good, seed: 0.5 }), broken('seed')],
			['with an unknown cell', withCells({ ...data, type: 'shell' }), broken('cells.data')],
			['with a cell type named like a part of every object', withCells({ ...data, type: 'constructor' }), broken('cells.data')],
			['with the same cell twice', withCells(data, data), broken('cells.data')],
			['with a choice of the wrong type', withCells(data, { ...prepare, params: { returned: 1 } }), broken('cells.prepare.returned')],
			['with a choice out of range', withCells({ ...data, params: { roles: { customer: -1 } } }), broken('cells.data.roles.customer')],
			['with __proto__ among its choices', withCells(data).replace('"params":{}', '"params":{"__proto__":{"polluted":1}}'), null],
			['with __proto__ as an id', withCells({ ...data, id: '__proto__' }), broken('cells.0.id')],
			[
				'with a cell that reads itself',
				withCells(data, { ...prepare, inputs: { table: 'prepare' } }),
				broken('cells.prepare.inputs.table')
			],
			['with a cell that reads one below it', withCells(prepare, data), broken('cells.prepare.inputs.table')],
			['with a cell that reads another kind', withCells(data, { id: 'map', type: 'map', params: {}, inputs: { points: 'data' } }), null],
			['nested a hundred thousand deep', withCells(0).replace('[0]', '['.repeat(100_000) + ']'.repeat(100_000)), null]
		] as const)('%s', async (_, content, expected) => {
			const before = await stateOf(page);
			await open(page, { name: 'given.tessera.json', content });
			const notice = page.getByRole('alert').filter({ hasText: 'given.tessera.json' });
			await notice.waitFor({ timeout: 10_000 });
			const said = await notice.locator('p').innerText();
			if (expected) expect(said).toBe(write('en', expected.id, { file: 'given.tessera.json', ...expected.facts }));
			else
				expect(said).toMatch(
					/^given\.tessera\.json is (not a Tessera notebook|a Tessera notebook, but it is damaged at \S+)\. Nothing was changed\.$/
				);
			await notice.getByRole('button', { name: 'Close' }).click();
			expect(await stateOf(page)).toEqual(before);
			expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
		});

		function writtenOff(): string {
			const whole = JSON.stringify(good);
			return whole.slice(0, whole.length / 2);
		}
	});
});

/** What the test of stability says of each segment. */
async function lights(page: Page): Promise<string[]> {
	const segments = cell(page, 'segments');
	await segments.getByText('How far each segment can be trusted').click();
	await segments.getByTestId('stability').click();
	await segments.getByTestId('agreement').waitFor({ timeout: 120_000 });
	return segments.getByRole('table', { name: 'How far each segment can be trusted' }).locator('tbody td:nth-child(3)').allInnerTexts();
}

describe('the shop without segments', () => {
	it('is said to have no clear structure', async () => {
		const page = await visit(browser);
		await page.getByTestId('sample-noise').click();
		await finished(page);
		expect(await finding(page, 'segments')).toBe(allMessages['segments.finding.none'].en);
		expect(await cell(page, 'segments').innerText()).toContain('use RFM or a rule that your business knows instead');
		for (const light of await lights(page)) expect(light).not.toMatch(/stable/);
		await page.context().close();
	});
});
