import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright';
import { afterEach, beforeAll, expect, inject, vi } from 'vitest';
import { loadTexts } from '../../src/i18n/format.js';

const complaints: string[] = [];
beforeAll(loadTexts);
// Whatever a page says as a warning or an error fails the test during which it says so.
afterEach(() => {
	expect(complaints.splice(0)).toEqual([]);
});

/** A new person at the page: nothing kept from anyone before, and a console that is listened to. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
	const context = await browser.newContext({ locale: 'en-GB', ...options });
	context.on('console', (message) => {
		if (['warning', 'error', 'assert'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
	});
	context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
	const page = await context.newPage();
	await page.goto(inject('site'));
	return page;
}

/** Drops a file of this machine on the page, as from a folder beside it. */
export async function drop(page: Page, path: string): Promise<void> {
	await page.getByRole('main').waitFor();
	const devtools = await page.context().newCDPSession(page);
	const move = (type: 'dragEnter' | 'dragOver' | 'drop') =>
		devtools.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data: { items: [], files: [path], dragOperationsMask: 1 } });
	await move('dragEnter');
	await page.locator('.target').waitFor();
	await move('dragOver');
	await move('drop');
	await devtools.detach();
	await page.locator('section[data-cell]').first().waitFor();
}

export const cellNames = [
	'data',
	'prepare',
	'features',
	'rfm',
	'embed',
	'segments',
	'map',
	'profile',
	'predict',
	'value',
	'export'
] as const;
export type CellName = (typeof cellNames)[number];
export type Statuses = Partial<Record<CellName, string>>;
export const allDone: Statuses = Object.fromEntries(cellNames.map((name) => [name, 'done']));

export const cell = (page: Page, name: CellName): Locator => page.locator(`section[data-cell="${name}"]`);

/** A choice of a cell that opens a list. */
export const choice = (page: Page, name: CellName, label: string): Locator =>
	cell(page, name).getByRole('combobox', { name: label, exact: true });

/** What has become of every cell. */
export const statuses = (page: Page): Promise<Statuses> =>
	page
		.locator('section[data-cell]')
		.evaluateAll((cells) => Object.fromEntries(cells.map(({ dataset }) => [dataset['cell'], dataset['status']])));

/** Waits until a cell has come to one of these ends. */
export const until = (page: Page, name: CellName, ...ends: readonly string[]): Promise<void> =>
	page.locator(ends.map((end) => `section[data-cell="${name}"][data-status="${end}"]`).join()).waitFor({ timeout: 120_000 });

/** Waits until every cell is done; a cell that fails ends the waiting and the test. */
export async function finished(page: Page): Promise<void> {
	const all = cellNames.map((name) => `:has(section[data-cell="${name}"][data-status="done"])`).join('');
	const done = `main${all}:not(:has([data-doctor="busy"], [data-card="busy"]))`;
	const stuck = 'main:has(section:is([data-status="failed"], [data-status="blocked"]))';
	await page.locator(`${done}, ${stuck}`).waitFor({ timeout: 180_000 });
	expect(await statuses(page)).toEqual(allDone);
}

/** Waits until the data has been examined as it now is. */
export const examined = (page: Page): Promise<void> => cell(page, 'prepare').locator('[data-doctor="done"]').waitFor({ timeout: 60_000 });

/** Waits until the cells have come to these ends. */
export const expectStatuses = (page: Page, expected: Statuses): Promise<void> =>
	expect.poll(() => statuses(page), { timeout: 60_000 }).toEqual(expected);

/** Opens the menu, and does something in it. */
export async function inMenu(page: Page, act: (menu: Locator) => Promise<unknown>): Promise<void> {
	const menu = page.locator('#menu');
	if (!(await menu.isVisible())) await page.locator('[popovertarget="menu"]').click();
	await act(menu);
	if (await menu.isVisible()) await page.keyboard.press('Escape');
	await menu.waitFor({ state: 'hidden' });
}

export type Given = string | { readonly name: string; readonly content: string | Buffer };

/** Files as an input takes them: paths of this machine, or files made here. */
export const asInput = (files: readonly Given[]) =>
	files.every((file) => typeof file === 'string')
		? files
		: files.map((file) => {
				if (typeof file === 'string') throw new Error('Files of this machine and made ones do not go together');
				return { name: file.name, mimeType: '', buffer: Buffer.from(file.content) };
			});

/** Chooses files of this machine, or made here, as the next to work on. */
export async function open(page: Page, ...files: readonly Given[]): Promise<void> {
	const given = asInput(files);
	const first = page.getByTestId('file');
	if (await first.isVisible()) return first.setInputFiles(given);
	await inMenu(page, (menu) => menu.locator('input[type="file"]').setInputFiles(given));
}

/** The notebook's own file. */
export async function notebookFile(page: Page): Promise<{ name: string; text: string }> {
	let file = { name: '', text: '' };
	await inMenu(page, async (menu) => {
		file = await saved(page, () => menu.getByTestId('save').click());
	});
	return file;
}

/** All that a person can see of the notebook, and all that is saved of it; how long things took aside. */
export async function stateOf(page: Page): Promise<{ saved: string; statuses: Statuses; main: string }> {
	const { text } = await notebookFile(page);
	// A chart that is pointed at says more.
	await page.mouse.move(0, 0);
	const main = await shown(page);
	return { saved: text, statuses: await statuses(page), main: main.replace(/done in [\d.]+\sm?s/g, '') };
}

/** All that the notebook says, once it has stopped changing: its parts are drawn in turns. */
export async function shown(page: Page): Promise<string> {
	let seen = '';
	const unchanged = async () => {
		const before = seen;
		seen = await page.getByRole('main').innerText();
		return seen === before;
	};
	await vi.waitUntil(unchanged, { interval: 300, timeout: 60_000 });
	return seen;
}

/** A text as it is read: a space that does not break is a space. */
const read = async (text: Locator): Promise<string> => (await text.innerText()).replaceAll('\u00a0', ' ');

/** A cell as whoever scrolls to it sees it: while a run is on, what is far from the window is not drawn before it is over. */
export async function look(page: Page, name: CellName): Promise<Locator> {
	await cell(page, name).evaluate((section) => section.scrollIntoView({ block: 'nearest' }));
	return cell(page, name);
}

/** The sentence that a cell found. */
export const finding = async (page: Page, name: CellName): Promise<string> => read((await look(page, name)).locator('[data-finding]'));

/** What a cell says is wrong. */
export const problem = (page: Page, name: CellName): Promise<string> => read(cell(page, name).getByRole('alert').locator('p'));

/** All figures of a cell's finding, whole numbers only, whatever marks the thousands. */
export const wholeNumbers = (text: string): number[] =>
	[...text.matchAll(/\d{1,3}(?:[.,\u00a0]\d{3})*(?![.,]?\d)/g)].map(([digits]) => Number(digits.replace(/\D/g, '')));

/** The file that the browser saves when something is done. */
export async function saved(page: Page, act: () => Promise<void>): Promise<{ name: string; text: string }> {
	const [download] = await Promise.all([page.waitForEvent('download'), act()]);
	return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** The rows of a saved table by the names of its columns. The file must begin with a byte order mark, as spreadsheets need it to. */
export function table(text: string, separator: ',' | ';' = ','): Record<string, string>[] {
	expect(text.charCodeAt(0)).toBe(0xfeff);
	const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), { delimiter: separator, header: true, skipEmptyLines: true });
	expect(errors).toEqual([]);
	return data;
}

/** The customer file, by its button. */
export const customerFile = (page: Page): Promise<{ name: string; text: string }> =>
	saved(page, () => page.getByTestId('export-csv').click());

/** The text of the notebook that the browser keeps for the next visit. */
export const kept = (page: Page): Promise<string> =>
	page.evaluate(
		() =>
			new Promise<string>((resolve, reject) => {
				const opening = indexedDB.open('tessera');
				opening.onerror = () => reject(new Error('The database does not open'));
				opening.onsuccess = () => {
					const reading = opening.result.transaction('notebooks').objectStore('notebooks').get('current');
					reading.onerror = () => reject(new Error('The database cannot be read'));
					reading.onsuccess = () => {
						opening.result.close();
						resolve((reading.result as { text: string } | undefined)?.text ?? '');
					};
				};
			})
	);
