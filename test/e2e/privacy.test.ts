import { createServer } from 'node:http';
import type { Browser, Page, Worker } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './browser.js';
import { listen } from './site.js';

/** Another machine, as far as the browser can tell, that welcomes everyone and writes down who came. */
const hits: string[] = [];
const stranger = createServer((request, response) => {
	if (request.url !== '/favicon.ico') hits.push(`${request.method ?? ''} ${request.url ?? ''}`);
	const type = request.url?.endsWith('.js') ? 'text/javascript' : 'text/plain';
	response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*', 'Content-Type': type });
	response.end('export default 1;');
});
stranger.on('upgrade', (request, socket) => {
	hits.push(`UPGRADE ${request.url ?? ''}`);
	socket.destroy();
});

let elsewhere: string;
let browser: Browser;
beforeAll(async () => {
	elsewhere = await listen(stranger);
	browser = await openBrowser();
});
beforeEach(() => {
	hits.length = 0;
});
afterAll(async () => {
	await browser.close();
	stranger.closeAllConnections();
	stranger.close();
});

type Way = (to: string) => Promise<string> | string;

/** Ways out that page and worker share. Each runs inside the browser and answers `sent` or `refused`. */
const everywhere: Record<string, Way> = {
	fetch: (to) =>
		fetch(`${to}/fetch`, { method: 'POST', body: 'rows' }).then(
			() => 'sent',
			() => 'refused'
		),
	'fetch without CORS': (to) =>
		fetch(`${to}/no-cors`, { method: 'POST', body: 'rows', mode: 'no-cors' }).then(
			() => 'sent',
			() => 'refused'
		),
	XMLHttpRequest: (to) =>
		new Promise<string>((resolve) => {
			const request = new XMLHttpRequest();
			request.onload = () => resolve('sent');
			request.onerror = () => resolve('refused');
			try {
				request.open('POST', `${to}/xhr`);
				request.send('rows');
			} catch {
				resolve('refused');
			}
		}),
	WebSocket: (to) =>
		new Promise<string>((resolve) => {
			try {
				const socket = new WebSocket(to.replace('http', 'ws') + '/socket');
				socket.onopen = () => resolve('sent');
				socket.onerror = () => resolve('refused');
			} catch {
				resolve('refused');
			}
		}),
	EventSource: (to) =>
		new Promise<string>((resolve) => {
			try {
				const source = new EventSource(`${to}/events`);
				source.onopen = () => resolve('sent');
				source.onerror = () => resolve('refused');
			} catch {
				resolve('refused');
			}
		})
};

/** Ways out that only a page has. */
const onPage: Record<string, Way> = {
	// The answer of sendBeacon tells only whether it was queued; the stranger's book tells the rest.
	sendBeacon: (to) => {
		navigator.sendBeacon(`${to}/beacon`, 'rows');
		return new Promise((resolve) => setTimeout(resolve, 500, 'refused'));
	},
	image: (to) =>
		new Promise<string>((resolve) => {
			const image = new Image();
			image.onload = () => resolve('sent');
			// A file that is no image fails as well: the stranger's book tells whether it was asked.
			image.onerror = () => resolve('refused');
			image.src = `${to}/image.png?rows`;
		}),
	stylesheet: (to) =>
		new Promise<string>((resolve) => {
			const link = document.createElement('link');
			link.rel = 'stylesheet';
			link.href = `${to}/style.css?rows`;
			link.onload = () => resolve('sent');
			link.onerror = () => resolve('refused');
			document.head.append(link);
		}),
	frame: (to) => {
		const frame = document.createElement('iframe');
		frame.src = `${to}/frame?rows`;
		document.body.append(frame);
		return new Promise((resolve) => setTimeout(resolve, 500, 'refused'));
	},
	'form post': (to) => {
		const form = document.createElement('form');
		form.action = `${to}/form`;
		form.method = 'post';
		form.target = '_blank';
		document.body.append(form);
		form.submit();
		return new Promise((resolve) => setTimeout(resolve, 500, 'refused'));
	}
};

/** The way through `import()`, as text: the test runner would rewrite it in a function. */
const importing = (to: string) => `import('${to}/module.js').then(() => 'sent', () => 'refused')`;
const imported = 'dynamic import';
const waysOfWorker = [...Object.keys(everywhere), imported];
const waysOfPage = [...Object.keys(everywhere), ...Object.keys(onPage), imported];

/** Tries one way out from a page or a worker. */
function send(from: { evaluate(script: string): Promise<unknown> }, name: string): Promise<unknown> {
	const way = everywhere[name] ?? onPage[name];
	return from.evaluate(way ? `(${way.toString()})('${elsewhere}')` : importing(elsewhere));
}

async function openSite(): Promise<{ page: Page; requests: string[] }> {
	const page = await browser.newPage();
	const requests: string[] = [];
	page.context().on('request', (request) => requests.push(request.url()));
	await page.goto(inject('site'));
	return { page, requests };
}

async function workerOf(page: Page): Promise<Worker> {
	return page.workers()[0] ?? (await page.waitForEvent('worker'));
}

/** A worker that the compute worker starts when evidence is asked for, once it believes that the machine has a core to spare. */
async function helperOf(page: Page): Promise<Worker> {
	const worker = await workerOf(page);
	await worker.evaluate("Object.defineProperty(navigator, 'hardwareConcurrency', { value: 3 })");
	const started = page.waitForEvent('worker', { timeout: 60_000 });
	await page.click('[data-testid="sample-shop"]');
	await page.click('section[data-cell="segments"] summary:has-text("What speaks for each number of segments")');
	const helper = await started;
	expect(await helper.evaluate('self.name')).toBe('tessera-helper');
	return helper;
}

describe('where nothing forbids it', () => {
	it.each(waysOfPage)('a page reaches another machine by %s', async (name) => {
		const open = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>open</title>'));
		const page = await browser.newPage();
		await page.goto(await listen(open));
		await send(page, name);
		await page.close();
		open.close();
		expect(hits).toHaveLength(1);
	});
});

describe('on a static host that sends no headers', () => {
	it('the policy comes with the page itself', async () => {
		const answer = await fetch(inject('site'));
		expect([...answer.headers.keys()].sort()).toEqual(['connection', 'content-type', 'date', 'keep-alive', 'transfer-encoding']);
		expect(await answer.text()).toContain('<meta http-equiv="Content-Security-Policy"');
	});

	it.each(waysOfPage)('the page cannot send by %s', async (name) => {
		const { page } = await openSite();
		expect(await send(page, name)).toBe('refused');
		await page.close();
		expect(hits).toEqual([]);
	});

	it.each(waysOfWorker)('the worker that holds the data cannot send by %s', async (name) => {
		const { page } = await openSite();
		expect(await send(await workerOf(page), name)).toBe('refused');
		await page.close();
		expect(hits).toEqual([]);
	});

	it('a helper that this worker starts for a job cannot send either', async () => {
		const { page } = await openSite();
		const helper = await helperOf(page);
		const answers: Record<string, unknown> = {};
		for (const name of waysOfWorker) answers[name] = await send(helper, name);
		await page.close();
		expect(answers).toEqual(Object.fromEntries(waysOfWorker.map((name) => [name, 'refused'])));
		expect(hits).toEqual([]);
	});

	it('a whole notebook, from the first load to the exported file, asks only its own site', async () => {
		const { page, requests } = await openSite();
		await page.click('[data-testid="sample-shop"]');
		await page.waitForSelector('section[data-cell="export"][data-status="done"]', { timeout: 180_000 });
		const download = page.waitForEvent('download');
		await page.click('[data-testid="export-csv"]');
		expect((await download).suggestedFilename()).toMatch(/\.csv$/);
		await page.close();
		const own = (url: string) => url.startsWith(inject('site')) || /^(blob|data):/.test(url);
		expect(requests.filter((url) => !own(url))).toEqual([]);
		expect(hits).toEqual([]);
	});
});
