import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AxeResults } from 'axe-core';
import type { Browser, Page, Request } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { languages, type Language } from '../../src/i18n/define.js';
import { allMessages } from '../../src/i18n/messages.js';
import { openBrowser } from './browser.js';
import { allDone, cell, expectStatuses, finding, finished, inMenu, kept, statuses, table, visit } from './person.js';

const installed = (path: string) => readFileSync(fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url)), 'utf8');
const dist = process.env['TESSERA_DIST'] ?? fileURLToPath(new URL('../../dist', import.meta.url));

let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

const themes = ['light', 'dark'] as const;
const looks = languages.flatMap((language) => themes.map((theme) => ({ language, theme })));
const widths = [360, 768, 1280, 1920];

const speak = (page: Page, language: Language) => inMenu(page, (menu) => menu.getByTestId('language').selectOption(language));
const wear = (page: Page, theme: string) => inMenu(page, (menu) => menu.getByTestId('theme').selectOption(theme));

/** What axe has against the page as it stands, by WCAG 2.2 level AA. */
async function violations(page: Page): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(installed('axe-core/axe.min.js'));
	// Further down, the bar at the top covers what it is not near.
	await page.evaluate(() => scrollTo(0, 0));
	const { violations, passes } = await page.evaluate(() =>
		(window as unknown as { axe: { run(root: Document, options: unknown): Promise<AxeResults> } }).axe.run(document, {
			runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] },
			resultTypes: ['violations']
		})
	);
	expect(passes.map(({ id }) => id)).toContain('color-contrast');
	return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
}

/** How far the page can be scrolled sideways at each width, in px. */
async function overflows(page: Page): Promise<number[]> {
	const out: number[] = [];
	for (const width of widths) {
		await page.setViewportSize({ width, height: 900 });
		// Charts are laid out anew with the frame after next.
		await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
		out.push(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth));
	}
	await page.setViewportSize({ width: 1280, height: 900 });
	return out;
}

describe('the start screen', () => {
	let page: Page;
	beforeAll(async () => {
		page = await visit(browser);
		await page.getByTestId('sample-shop').waitFor();
	});
	afterAll(() => page.context().close());

	it.each(looks)('meets WCAG 2.2 AA in $language, $theme', async ({ language, theme }) => {
		await speak(page, language);
		await wear(page, theme);
		expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(allMessages['app.promise'][language]);
		expect(await violations(page)).toEqual([]);
	});

	it.each(languages)('never scrolls sideways, from a phone to a wide screen, in %s', async (language) => {
		await speak(page, language);
		expect(await overflows(page)).toEqual(widths.map(() => 0));
	});

	it('tells what the shield enforces, accessibly', async () => {
		await page.getByRole('button', { name: allMessages['app.shield'].ms }).click();
		await page.getByRole('dialog').waitFor();
		expect(await violations(page)).toEqual([]);
		await page.keyboard.press('Escape');
		expect(await page.getByRole('dialog').isVisible()).toBe(false);
	});
});

describe('a finished notebook', () => {
	let page: Page;
	beforeAll(async () => {
		page = await visit(browser);
		await page.getByTestId('sample-shop').click();
		await finished(page);
		for (const explanation of await page.locator('main summary:not(figcaption summary)').all()) await explanation.click();
	}, 240_000);
	afterAll(() => page.context().close());

	it.each(looks)('meets WCAG 2.2 AA in $language, $theme, with all its explanations open', async ({ language, theme }) => {
		await speak(page, language);
		await wear(page, theme);
		expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
		expect(await violations(page)).toEqual([]);
	});

	it('meets WCAG 2.2 AA on a phone', async () => {
		await page.setViewportSize({ width: 360, height: 780 });
		// What is wider than the page becomes a stop for the keyboard once it has been laid out.
		await expect.poll(() => violations(page), { timeout: 10_000 }).toEqual([]);
		await page.setViewportSize({ width: 1280, height: 900 });
	});

	it('meets WCAG 2.2 AA with the menu and the tables of all charts open', async () => {
		for (const menu of await page.locator('figcaption summary').all()) {
			await menu.click();
			await page.locator('figcaption details[open] button').first().click();
		}
		await page.locator('[popovertarget="menu"]').click();
		expect(await page.locator('figure table').count()).toBeGreaterThan(20);
		expect(await violations(page)).toEqual([]);
		await page.keyboard.press('Escape');
	});

	it.each(languages)('never scrolls sideways, from a phone to a wide screen, in %s', async (language) => {
		await speak(page, language);
		expect(await overflows(page)).toEqual(widths.map(() => 0));
	});

	it('wears the theme of the device until another is chosen, which it keeps', async () => {
		const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
		await wear(page, 'auto');
		await page.emulateMedia({ colorScheme: 'light' });
		const light = await paper();
		await page.emulateMedia({ colorScheme: 'dark' });
		expect(await paper()).not.toBe(light);
		await wear(page, 'light');
		expect(await paper()).toBe(light);
		await page.reload();
		expect(await paper()).toBe(light);
		await expect.poll(() => statuses(page)).not.toEqual({});
	});
});

describe('with the keyboard alone', () => {
	/** Whether what has the focus shows it and can be seen at all; null where nothing has it. */
	const focused = (page: Page) =>
		page.evaluate(() => {
			const at = document.activeElement;
			if (!at || at === document.body) return null;
			const shown = at.matches('input:is([type="radio"], [type="file"])') ? at.closest('label')! : at;
			const { left, right, top, bottom } = shown.getBoundingClientRect();
			const inset = 3;
			const points = [
				[(left + right) / 2, (top + bottom) / 2],
				[left + inset, top + inset],
				[right - inset, bottom - inset],
				[left + inset, bottom - inset]
			] as const;
			const seen = points.some(([x, y]) => {
				const hit = document.elementFromPoint(x, y);
				return hit !== null && (shown.contains(hit) || hit.contains(shown)) && hit !== document.body;
			});
			const { outlineStyle, outlineWidth } = getComputedStyle(shown);
			const drawn = at instanceof SVGElement && at.ownerSVGElement?.querySelector('.ring:not(.light)') !== null;
			return {
				name: `${shown.tagName} ${shown.getAttribute('aria-label') ?? shown.textContent.trim().slice(0, 40)}`,
				testid: (at as HTMLElement).dataset['testid'],
				role: at.getAttribute('role') ?? at.tagName.toLowerCase(),
				seen,
				ringed: drawn || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1.5)
			};
		});

	it('a person gets from the start screen to the downloaded file, always seeing where they are', async () => {
		const page = await visit(browser);
		await page.getByTestId('sample-shop').waitFor();
		const press = (key: string) => page.keyboard.press(key);
		const unseen: string[] = [];
		const stops: string[] = [];
		/** Tabs on until something is reached that fits, or the end of the page. */
		async function tabTo(fits: (at: NonNullable<Awaited<ReturnType<typeof focused>>>) => boolean): Promise<void> {
			for (let stop = 0; stop < 400; stop++) {
				await press('Tab');
				const at = await focused(page);
				if (!at) throw new Error(`Nothing fits among ${stops.join('; ')}`);
				stops.push(at.name);
				if (!at.seen || !at.ringed) unseen.push(`${at.name}: ${at.seen ? 'no ring' : 'out of sight'}`);
				if (fits(at)) return;
			}
			throw new Error('There is no end of stops');
		}

		const chooser = page.waitForEvent('filechooser');
		await tabTo(({ testid }) => testid === 'file');
		await press('Enter');
		expect((await chooser).isMultiple()).toBe(true);
		await tabTo(({ testid }) => testid === 'sample-shop');
		await press('Enter');
		await finished(page);
		// What had the focus is gone with the start screen: it is at the head of the notebook now.
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');

		await tabTo(({ role }) => role === 'grid');
		for (let i = 0; i < 3; i++) await press('ArrowDown');
		expect(await page.locator('[role="row"][aria-selected="true"]').getAttribute('data-row')).toBe('2');
		await press('End');
		expect(await page.locator('[role="row"][aria-selected="true"]').getAttribute('data-row')).toBe('43209');

		await tabTo(({ role, name }) => role === 'summary' && name.includes('How this works'));
		await press('Enter');
		expect(await cell(page, 'data').locator('details[open]').count()).toBe(1);

		await tabTo(({ role }) => role === 'slider');
		const read = () => page.locator(':focus').getAttribute('aria-valuetext');
		await press('ArrowRight');
		const first = await read();
		await press('ArrowRight');
		expect(await read()).not.toBe(first);

		const shows = cell(page, 'profile').getByRole('group', { name: 'Show' });
		await tabTo(({ name }) => name === 'LABEL typical customer (median)');
		await press('ArrowRight');
		expect(await shows.getByLabel('mean').isChecked()).toBe(true);
		await expectStatuses(page, allDone);
		expect(await finding(page, 'profile')).not.toBe('');

		await tabTo(({ testid }) => testid === 'export-csv');
		const [download] = await Promise.all([page.waitForEvent('download'), press('Enter')]);
		expect(table(readFileSync(await download.path(), 'utf8'))).toHaveLength(2000);
		expect(unseen).toEqual([]);
		expect(stops.length).toBeGreaterThan(60);
		await page.context().close();
	});

	it('a person skips to the notebook, jumps to a cell and finds a customer on the map', async () => {
		const page = await visit(browser, { viewport: { width: 1280, height: 800 } });
		await page.getByTestId('sample-shop').click();
		await expect.poll(() => kept(page)).toContain('shop');
		await page.reload();
		await finished(page);
		await page.keyboard.press('Tab');
		expect((await focused(page))!.name).toBe(`A ${allMessages['app.skip'].en}`);
		await page.keyboard.press('Enter');
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
		await page.getByRole('navigation').getByRole('link', { name: 'Map' }).focus();
		await page.keyboard.press('Enter');
		await expect.poll(() => cell(page, 'map').evaluate((map) => Math.abs(map.getBoundingClientRect().top - 64) < 2)).toBe(true);
		await cell(page, 'map').getByLabel('Find a customer').focus();
		await page.keyboard.type('11038');
		await page.keyboard.press('Enter');
		await cell(page, 'map').getByText('Customer 11038').waitFor();
		await page.context().close();
	});
});

describe('the first load', () => {
	const inside = (request: Request) => request.url().startsWith(inject('site')) && request.url().endsWith('.js');
	const bodies = new Map<string, string>();
	// A sentence of TensorFlow.js's core that stands in it once.
	const core = 'Could not find a global object';
	const danfo = 'ParamError';
	let page: Page;
	let ofPage: string[];
	let ofWorker: string[];

	/** Scripts that the page itself asked for so far; those of the worker are not among them. */
	const asked = async (): Promise<string[]> =>
		page.evaluate(() => performance.getEntriesByType('resource').flatMap(({ name }) => (/\.js$/.test(name) ? [name] : [])));
	const read = async (urls: readonly string[]) => {
		for (const url of urls) if (!bodies.has(url)) bodies.set(url, await (await fetch(url)).text());
		return urls.map((url) => bodies.get(url)!);
	};

	beforeAll(async () => {
		const context = await browser.newContext({ locale: 'en-GB' });
		const requested = new Set<string>();
		context.on('request', (request) => inside(request) && requested.add(request.url()));
		page = await context.newPage();
		await page.goto(inject('site'), { waitUntil: 'networkidle' });
		ofPage = await asked();
		// The network may be still for a moment before the worker asks.
		const fetched = async () => {
			ofWorker = [...requested].filter((url) => !ofPage.includes(url));
			const computing = (await read(ofWorker)).join();
			return computing.includes(core) && computing.includes(danfo);
		};
		await vi.waitUntil(fetched, { timeout: 60_000 });
		await page.getByTestId('sample-shop').click();
		await finished(page);
	});
	afterAll(() => page.context().close());

	it('takes at most 120 kB of script, packed, for the page', async () => {
		const sizes = (await read(ofPage)).map((script) => gzipSync(script).length);
		expect(sizes.length).toBeGreaterThan(0);
		expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(120_000);
	});

	it('fetches what computes while the person reads, and not into the page', async () => {
		const computing = (await read(ofWorker)).join('\n');
		expect(computing).toContain(core);
		expect(computing).toContain(danfo);
	});

	it('leaves nothing of Danfo.js or TensorFlow.js in the page, even at the end of a notebook', async () => {
		const scripts = await read(await asked());
		expect(scripts.length).toBeGreaterThan(ofPage.length);
		for (const script of scripts) expect(script).not.toMatch(new RegExp(`${core}|${danfo}|tfjs|danfojs`));
	});

	it('holds exactly one TensorFlow.js in the whole build', async () => {
		const times = (text: string) => text.split(core).length - 1;
		expect(times(installed('@tensorflow/tfjs-core/dist/tf-core.min.js'))).toBe(1);
		expect(times(installed('danfojs/lib/bundle.js'))).toBe(1);
		const built = readdirSync(`${dist}/assets`).filter((name) => name.endsWith('.js'));
		expect(built.length).toBeGreaterThan(20);
		expect(built.map((name) => times(readFileSync(`${dist}/assets/${name}`, 'utf8'))).reduce((sum, n) => sum + n, 0)).toBe(1);
	});
});
