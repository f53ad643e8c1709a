import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, root, runInstalled, writtenAt } from './install.mjs';

const sources = ['index.html', 'package-lock.json', 'public', 'src', 'svelte.config.js', 'vite.config.ts'];
const files = sources.flatMap((source) =>
	source.includes('.') ? source : readdirSync(join(root, source), { recursive: true, encoding: 'utf8' }).map((path) => join(source, path))
);

if (!installPackages()) process.exit(1);
const built = writtenAt('dist/index.html');
if (files.some((file) => writtenAt(file) > built) && !runInstalled('vite', 'build')) process.exit(1);

const { preview } = await import('vite');
const server = await preview({ root, preview: { host: '127.0.0.1' }, logLevel: 'warn' });
const address = `${server.resolvedUrls?.local[0] ?? ''}?sample=shop`;
console.log(`\n  Tessera is at ${address}\n  Ctrl+C stops it.\n`);
openBrowser(address);

/** Opens the address in the reader's browser where there is a screen to open one on. @param {string} address */
function openBrowser(address) {
	const screen = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
	if (!screen || process.env['CI']) return;
	const [program, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[String(process.platform)] ?? ['xdg-open'];
	const child = spawn(program ?? '', [...args, address], { stdio: 'ignore', detached: true });
	child.on('error', () => undefined);
	child.unref();
}
