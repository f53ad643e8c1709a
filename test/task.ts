import type { Task } from '../src/lib/task.js';

/** A task nobody stops or watches. */
export const idle: Task = { signal: new AbortController().signal, breathe: async () => {}, progress: () => {} };
