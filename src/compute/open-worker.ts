import type { Port } from './client.js';
import workerUrl from './worker.ts?worker&url';

/**
 * The whole of the worker's own script: it imports the real one, and holds back what the page says until that listens.
 * The import is dynamic because Chromium checks a static one against `worker-src`, which names no address.
 */
const bootstrap = (address: string): string => `
const held = [];
const hold = (event) => held.push(event.data);
addEventListener('message', hold);
import(${JSON.stringify(address)}).then(() => {
	removeEventListener('message', hold);
	for (const data of held) dispatchEvent(new MessageEvent('message', { data }));
}, (error) => setTimeout(() => { throw error; }));
`;

/**
 * Starts the compute worker bound by the page's own Content-Security-Policy. A worker started from its address follows only the
 * headers that address was served with, and static hosts send none; one started from a blob inherits the policy of the page.
 */
export function openWorker(): Port {
	const address = new URL(workerUrl, document.baseURI).href;
	const blob = URL.createObjectURL(new Blob([bootstrap(address)], { type: 'text/javascript' }));
	const worker = new Worker(blob, { type: 'module', name: 'tessera-compute' });
	worker.addEventListener('message', () => URL.revokeObjectURL(blob), { once: true });
	return worker;
}
