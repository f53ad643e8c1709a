import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const found = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/**
 * The Chromium that the tests drive: the one `TESSERA_CHROMIUM` names, else one of the system's, else the test library's own
 * download. Undefined where there is none yet.
 * @returns {string | undefined}
 */
export function browserPath() {
	const named = process.env['TESSERA_CHROMIUM'];
	return [...(named ? [named] : []), ...found, chromium.executablePath()].find((path) => existsSync(path));
}

/** Flags under which a machine without a GPU still has WebGL2, drawn in software. */
export const browserArgs = [
	'--no-sandbox',
	'--use-angle=swiftshader',
	'--enable-unsafe-swiftshader',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
	'--disable-quic'
];
