import { flushSync } from 'svelte';

/** Milliseconds of building that a frame is given; what is laid out and painted for it comes on top. */
const share = 5;

const waiting = new Set<() => void>();

/** Building has a task of its own, after the frame: laying out and painting what was built before is another. */
const next = () => requestAnimationFrame(() => setTimeout(buildSome));

function buildSome(): void {
	const begun = performance.now();
	for (const build of waiting) {
		waiting.delete(build);
		flushSync(build);
		if (performance.now() - begun >= share) break;
	}
	if (waiting.size > 0) next();
}

/**
 * Has `build` change what is shown when its turn comes: in the order asked for, one or a few a frame, so that a page that gets much to
 * show at once is never held for long. Returns a way to step out of the line.
 */
export function inTurn(build: () => void): () => void {
	if (waiting.size === 0) next();
	waiting.add(build);
	return () => waiting.delete(build);
}
