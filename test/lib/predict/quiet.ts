import type { Task } from '../../../src/lib/task.js';

/** A task that nobody watches or stops. */
export const quiet: Task = { signal: new AbortController().signal, breathe: () => Promise.resolve(), progress: () => undefined };
