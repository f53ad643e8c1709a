import { boundWorker } from './bound-worker.js';
import { serveJobs, type AnyJob } from './helper.js';
import { Pool } from './pool.js';
import type { Reply } from './protocol.js';
import { createRunner, type AnyRun } from './runner.js';
import { turn } from './turn.js';

/*
 * One script, two parts: the compute worker that the page starts, and the helpers that this one starts in its turn.
 */

const runs = import.meta.glob<{ run: AnyRun }>('../cells/*/run.ts');
const jobs = import.meta.glob<{ job: AnyJob }>('../lib/**/*.job.ts');
const helperName = 'tessera-helper';

async function findJob(job: string): Promise<AnyJob> {
	const load = jobs[`../lib/${job}.job.ts`];
	if (!load) throw new Error(`No job "${job}"`);
	return (await load()).job;
}

let pool: Pool | undefined;

/** One core is left to the page; with two of them in all, work is done in this worker alone. */
function helpers(): Pool | undefined {
	const count = Math.min(4, navigator.hardwareConcurrency - 1);
	if (!(count > 1) || typeof Worker === 'undefined') return undefined;
	return (pool ??= new Pool(count, () => boundWorker(import.meta.url, helperName)));
}

function serveCells(): void {
	const runner = createRunner({
		async load(type) {
			const load = runs[`../cells/${type}/run.ts`];
			if (!load) throw new Error(`No run for cell type "${type}"`);
			return (await load()).run;
		},
		send: (reply, transfer) => postMessage(reply, { transfer: transfer ?? [] }),
		turn,
		helpers,
		now: () => performance.now()
	});
	addEventListener('message', (event) => void runner.handle(event.data));
	postMessage({ kind: 'ready' } satisfies Reply);
	// Fetched and made ready while the person reads the start screen, so that the first run finds it here.
	for (const load of Object.values(runs)) void load();
	void import('../lib/backend/open.js').then(({ openBackend }) => openBackend());
}

if (self.name === helperName) serveJobs(findJob);
else serveCells();
