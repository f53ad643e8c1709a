import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const found = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];
const longest = 600_000;
const quiet = `user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("toolkit.telemetry.enabled", false);
user_pref("app.update.enabled", false);
`;
const page = (/** @type {unknown} */ orders) => `<!doctype html><title>Lab</title><script type="module">
const worker = new Worker('/lab/worker.js', { type: 'module' });
const heard = () => new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
await heard();
const answers = [];
for (const order of ${JSON.stringify(orders)}) {
	worker.postMessage(order);
	answers.push(await heard());
}
await fetch('/firefox.json', { method: 'POST', body: JSON.stringify(answers) });
</script>`;

/** Whether there is a Firefox: the one `TESSERA_FIREFOX` names, or one of the system's. */
const firefoxPath = () => [process.env['TESSERA_FIREFOX'] ?? [], found].flat().find((path) => existsSync(path));

/**
 * Answers of a lab's worker in Firefox to jobs, in their order; null where this machine has none.
 * @param {import('./compare.mjs').Bench} bench @param {{ job: string, args: unknown }[]} orders @returns {Promise<any[] | null>}
 */
export async function inFirefox({ site, path }, orders) {
	const program = firefoxPath();
	if (!program) return null;
	const profile = mkdtempSync(join(tmpdir(), 'tessera-firefox-'));
	writeFileSync(join(profile, 'user.js'), quiet);
	writeFileSync(path('firefox.html'), page(orders));
	const browser = spawn(program, ['--headless', '--no-remote', '--profile', profile, `${site}firefox.html`], { stdio: 'ignore' });
	const ended = new Promise((resolve) => browser.once('exit', resolve));
	try {
		for (let waited = 0; !existsSync(path('firefox.json')); waited += 200) {
			if (waited > longest || browser.exitCode !== null) throw new Error('Firefox gave no answer.');
			await new Promise((due) => setTimeout(due, 200));
		}
		/** @type {({ value: any } | { error: string })[]} */
		const answers = JSON.parse(readFileSync(path('firefox.json'), 'utf8'));
		return answers.map((answer) => {
			if ('error' in answer) throw new Error(answer.error);
			return answer.value;
		});
	} finally {
		browser.kill();
		await ended;
		rmSync(profile, { recursive: true, force: true });
	}
}
