import { flushSync } from 'svelte';

/** Milliseconds of building that a frame is given; what is laid out and painted for it comes on top. */
const share = 5;

const waiting = new Set<() => void>();

/** Milliseconds without anything to build after which the page counts as built: what was built may ask for more when it is laid out. */
const quiet = 300;
let building = $state(false);
let settling: ReturnType<typeof setTimeout> | undefined;

/** Whether the page has been built, for work that can wait until it has. */
export const isBuilt = (): boolean => !building;

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
	else settling = setTimeout(() => (building = false), quiet);
}

/**
 * Has `build` change what is shown when its turn comes: in the order asked for, one or a few a frame, so that a page that gets much to
 * show at once is never held for long. Returns a way to step out of the line.
 */
export function inTurn(build: () => void): () => void {
	if (waiting.size === 0) next();
	clearTimeout(settling);
	building = true;
	waiting.add(build);
	return () => waiting.delete(build);
}
