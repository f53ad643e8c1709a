import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { browserPath, browserArgs } from './.ci/browser.mjs';
import { kernels } from './.ci/kernels.mjs';

const chromium = browserPath();
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The policy is written once, in `public/_headers`, for hosts that send headers; built pages carry it as a meta tag too. */
function contentSecurityPolicy(): Plugin {
	return {
		name: 'tessera:content-security-policy',
		apply: 'build',
		transformIndexHtml: {
			order: 'post',
			handler(html) {
				const header = /Content-Security-Policy: (.*)/.exec(readFileSync(at('public/_headers'), 'utf8'));
				if (!header?.[1]) throw new Error('public/_headers holds no Content-Security-Policy');
				const policy = header[1].replace(/; frame-ancestors [^;]*/, '');
				return html.replace('<head>', `<head>\n\t\t<meta http-equiv="Content-Security-Policy" content="${policy}" />`);
			}
		}
	};
}

/**
 * Danfo.js ships one bundle with a second TensorFlow.js, Plotly, SheetJS and all of mathjs inside. Its base build with these
 * replacements leaves one TensorFlow.js in the program.
 */
const alias = [
	{ find: /^danfojs$/, replacement: at('node_modules/danfojs/dist/danfojs-base/index.js') },
	{ find: /^mathjs$/, replacement: at('src/lib/table/danfo/mathjs.ts') },
	{ find: /^table$/, replacement: at('src/lib/table/danfo/absent.ts') },
	{ find: /^plotly\.js-dist-min$/, replacement: at('src/lib/table/danfo/absent.ts') }
];

export default defineConfig({
	base: './',
	plugins: [svelte(), kernels(), contentSecurityPolicy()],
	resolve: { alias },
	worker: { format: 'es', plugins: () => [svelte(), kernels()] },
	build: { target: 'es2022', chunkSizeWarningLimit: 1500, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
	optimizeDeps: {
		include: [
			...['danfojs', '@tensorflow/tfjs', 'papaparse'],
			...['fflate', '@e965/xlsx', 'hyparquet', 'hyparquet/src/column.js', 'hyparquet-compressors']
		]
	},
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'node',
					environment: 'node',
					include: ['test/**/*.test.ts'],
					exclude: ['test/browser/**', 'test/e2e/**'],
					maxWorkers: '100%',
					testTimeout: 240_000,
					hookTimeout: 60_000
				}
			},
			{
				extends: true,
				test: {
					name: 'browser',
					include: ['test/browser/**/*.test.ts'],
					testTimeout: 60_000,
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({ launchOptions: { ...(chromium ? { executablePath: chromium } : {}), args: browserArgs } }),
						instances: [{ browser: 'chromium' }]
					}
				}
			},
			{
				extends: true,
				test: {
					name: 'e2e',
					environment: 'node',
					include: ['test/e2e/**/*.test.ts'],
					globalSetup: ['test/e2e/site.ts'],
					maxWorkers: 2,
					testTimeout: 240_000,
					hookTimeout: 120_000
				}
			}
		]
	}
});
