// Built-ins only: this runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';

/**
 * Runs a program in the root of the project, its output passed on as it comes; true where it ended well.
 * @param {string} program
 * @param {string[]} args
 */
export function run(program, args) {
	const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', DEBIAN_FRONTEND: 'noninteractive' };
	const { status, error } = spawnSync(program, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'], shell: windows });
	if (error) console.error(`${program}: ${error.message}`);
	return status === 0;
}

/**
 * Runs a program that a package of the project brought along.
 * @param {string} program
 * @param {string[]} args
 */
export const runInstalled = (program, ...args) => run(join('node_modules', '.bin', program), args);

/**
 * Runs such a program beside others, its output passed on when it has ended; true where it ended well.
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<boolean>}
 */
export const besides = (program, ...args) =>
	new Promise((resolve) => {
		const child = spawn(join('node_modules', '.bin', program), args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: windows });
		let said = '';
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (/** @type {Buffer} */ text) => (said += text));
		child.on('error', (error) => (said += error.message));
		child.on('close', (status) => {
			console.log(`${said.trimEnd()}\n── ${program}: ${status === 0 ? 'passed' : 'failed'}`);
			resolve(status === 0);
		});
	});

/** When a file of the project was last written, in ms; −Infinity where there is none. @param {string} path */
export const writtenAt = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? -Infinity;

/** Installs the packages the lockfile names, where they are missing or older than it. */
export function installPackages() {
	if (writtenAt('node_modules/.package-lock.json') >= writtenAt('package-lock.json')) return true;
	return run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']);
}

/** Finds a Chromium for the tests, or installs one; needs the packages. */
export async function installBrowser() {
	const { browserPath } = await import('./browser.mjs');
	if (browserPath()) return true;
	if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
		run('apt-get', ['update']);
		run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
	}
	if (!browserPath()) runInstalled('playwright', 'install', 'chromium');
	return browserPath() !== undefined;
}
