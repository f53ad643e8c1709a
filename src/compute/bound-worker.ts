/**
 * The whole of the worker's own script: it imports the real one, and holds back what it is told until that listens.
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
 * Starts a worker bound by the Content-Security-Policy of the page or worker that starts it. A worker started from its address follows
 * only the headers that address was served with, and static hosts send none; one started from a blob inherits the policy of its starter.
 */
export function boundWorker(address: string, name: string): Worker {
	const blob = URL.createObjectURL(new Blob([bootstrap(address)], { type: 'text/javascript' }));
	const worker = new Worker(blob, { type: 'module', name });
	worker.addEventListener('message', () => URL.revokeObjectURL(blob), { once: true });
	return worker;
}
