import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { besides, installBrowser, installPackages, root, runInstalled } from './install.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */
const reports = mkdtempSync(join(tmpdir(), 'tessera-test-'));

/** A step without tests of its own counts as one. @type {(ok: boolean) => Counts} */
const one = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });

/** Runs one project of vitest; a file that cannot be loaded counts as one failed test. @type {(project: string) => Counts} */
function vitest(project) {
	const report = join(reports, `${project}.json`);
	const ok = runInstalled('vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
	/** @type {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} */
	let read;
	try {
		read = JSON.parse(readFileSync(report, 'utf8'));
	} catch {
		return one(false);
	}
	const broken = read.testResults.filter(
		(file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')
	);
	const failed = read.numFailedTests + broken.length;
	return { passed: read.numPassedTests, failed: ok ? failed : Math.max(failed, 1) };
}

/** @type {[name: string, step: () => Counts | Promise<Counts>][]} */
const steps = [
	['install packages', () => one(installPackages())],
	['install browser', async () => one(await installBrowser())],
	[
		'format, lint and types',
		async () => {
			const checks = await Promise.all([
				besides('prettier', '--check', '.'),
				besides('eslint', '.', '--max-warnings=0'),
				besides('svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings')
			]);
			const passed = checks.filter(Boolean).length;
			return { passed, failed: checks.length - passed };
		}
	],
	['unit tests', () => vitest('node')],
	[
		'build',
		() => {
			rmSync(join(root, 'dist'), { recursive: true, force: true });
			return one(runInstalled('vite', 'build'));
		}
	],
	['browser tests', () => vitest('browser')],
	['tests of the built site', () => vitest('e2e')]
];

let passed = 0;
let failed = 0;
const trouble = [];
for (const [name, step] of steps) {
	console.log(`\n── ${name}`);
	const start = performance.now();
	/** @type {Counts} */
	let counts;
	try {
		counts = await step();
	} catch (error) {
		console.error(error);
		counts = one(false);
	}
	passed += counts.passed;
	failed += counts.failed;
	if (counts.failed > 0) trouble.push(`${name}: ${counts.failed} failed`);
	console.log(`── ${name}: ${counts.failed > 0 ? 'failed' : 'passed'} after ${((performance.now() - start) / 1000).toFixed(1)} s`);
	if (name === 'install packages' && counts.failed > 0) break;
}
rmSync(reports, { recursive: true, force: true });

console.log(trouble.length > 0 ? `\nWhat failed:\n  ${trouble.join('\n  ')}` : '\nAll is well.');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
