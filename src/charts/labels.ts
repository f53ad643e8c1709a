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
 * labels stay where they are: give the most important first. Where all places are taken a label stays over others.
 */
export function separated(boxes: readonly LabelBox[], width: number, height: number): LabelBox[] {
	const placed: LabelBox[] = [];
	for (const box of boxes) {
		const x = Math.min(width - box.width / 2, Math.max(box.width / 2, box.x));
		const inside = (y: number) => Math.min(height - box.height / 2, Math.max(box.height / 2, y));
		const tries = [box.y, ...placed.flatMap((p) => [p.y - (p.height + box.height) / 2, p.y + (p.height + box.height) / 2])];
		const free = tries
			.map((y) => ({ ...box, x, y: inside(y) }))
			.filter((at) => !placed.some((other) => overlap(at, other)))
			.sort((a, b) => Math.abs(a.y - box.y) - Math.abs(b.y - box.y));
		placed.push(free[0] ?? { ...box, x, y: inside(box.y) });
	}
	return placed;
}
