import type { RunContext } from '../src/cells/cell.js';

/** The context of a run that nobody watches; it breathes for real, so that a stop comes through. */
export const quietContext = (signal = new AbortController().signal): RunContext => ({
	seed: 1,
	signal,
	progress: () => undefined,
	preview: () => undefined,
	breathe: () => new Promise((resolve) => setTimeout(resolve)),
	file: () => undefined
});
