import type { Reply } from './protocol.js';
import { createRunner, type AnyRun } from './runner.js';

const runs = import.meta.glob<{ run: AnyRun }>('../cells/*/run.ts');

// A message to ourselves lets a waiting `cancel` in and, unlike requestAnimationFrame, costs no frame.
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

const runner = createRunner({
	async load(type) {
		const load = runs[`../cells/${type}/run.ts`];
		if (!load) throw new Error(`No run for cell type "${type}"`);
		return (await load()).run;
	},
	send: (reply, transfer) => postMessage(reply, { transfer: transfer ?? [] }),
	turn: () =>
		new Promise((resolve) => {
			waiting.push(resolve);
			channel.port2.postMessage(0);
		}),
	now: () => performance.now()
});

addEventListener('message', (event) => void runner.handle(event.data));
postMessage({ kind: 'ready' } satisfies Reply);
// Fetched and made ready while the person reads the start screen, so that the first run finds it here.
for (const load of Object.values(runs)) void load();
void import('../lib/backend/open.js').then(({ openBackend }) => openBackend());
