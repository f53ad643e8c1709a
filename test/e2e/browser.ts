import { chromium, type Browser } from 'playwright';
import { browserArgs, browserPath } from '../../.ci/browser.mjs';

/** A Chromium of its own, in which no page has been before. */
export function openBrowser(): Promise<Browser> {
	const executablePath = browserPath();
	return chromium.launch({ args: browserArgs, ...(executablePath ? { executablePath } : {}) });
}
