import { existsSync, createReadStream, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of the built site, ending in a slash. */
		site: string;
	}
}

const dist = process.env['TESSERA_DIST'] ?? fileURLToPath(new URL('../../dist', import.meta.url));
/** A site seldom stands at the root of its host. */
const folder = '/some/path/';
const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json',
	'.webmanifest': 'application/manifest+json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2',
	'.csv': 'text/csv; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8'
};

/** Serves the built site as the plainest static host would: files and their types, no other header. */
function staticHost(): Server {
	return createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const path = normalize(decodeURIComponent(pathname));
		const file = join(dist, path.slice(folder.length) || 'index.html');
		if (!path.startsWith(folder) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
			response.writeHead(404).end();
			return;
		}
		response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
		createReadStream(file).pipe(response);
	});
}

/** Starts a server on a free port of this machine; its origin. */
export async function listen(server: Server): Promise<string> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Serves `dist` while the tests of the built site run, and tells them where. */
export default async function setup(project: TestProject): Promise<() => void> {
	if (!existsSync(join(dist, 'index.html'))) throw new Error('There is no built site in dist: run npm run build first.');
	const server = staticHost();
	project.provide('site', (await listen(server)) + folder);
	return () => {
		server.closeAllConnections();
		server.close();
	};
}
