/** A label's box, by its centre, in px. */
export interface LabelBox {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

const overlap = (a: LabelBox, b: LabelBox) => Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;

/**
 * Moves labels up or down, each as little as it can, until none lies over another or leaves a chart of `width` by `height`. Earlier
 * labels stay where they are: give the most important first. A label that would have to move further than `most` is left out.
 */
export function separated<Box extends LabelBox>(boxes: readonly Box[], width: number, height: number, most: number): Box[] {
	const placed: Box[] = [];
	for (const box of boxes) {
		const x = Math.min(width - box.width / 2, Math.max(box.width / 2, box.x));
		const inside = (y: number) => Math.min(height - box.height / 2, Math.max(box.height / 2, y));
		const tries = [box.y, ...placed.flatMap((p) => [p.y - (p.height + box.height) / 2, p.y + (p.height + box.height) / 2])];
		const free = tries
			.map((y) => ({ ...box, x, y: inside(y) }))
			.filter((at) => Math.abs(at.y - box.y) <= most && !placed.some((other) => overlap(at, other)))
			.sort((a, b) => Math.abs(a.y - box.y) - Math.abs(b.y - box.y));
		if (free[0]) placed.push(free[0]);
	}
	return placed;
}
