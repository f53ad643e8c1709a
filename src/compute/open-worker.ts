import { boundWorker } from './bound-worker.js';
import type { Port } from './client.js';
import workerUrl from './worker.ts?worker&url';

/** Starts the compute worker, bound by the page's own Content-Security-Policy. */
export const openWorker = (): Port => boundWorker(new URL(workerUrl, document.baseURI).href, 'tessera-compute');
