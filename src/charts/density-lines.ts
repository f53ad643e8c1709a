import { blur2, contours } from 'd3';
import type { Extent } from './scatter-view.js';

/** A line around the densest places: those within it hold `share` of the points. */
export interface DensityLine {
	readonly share: number;
	/** As an SVG path, in the coordinates of the points. */
	readonly path: string;
}

export const densityShares = [0.25, 0.5, 0.75, 0.95] as const;
/** Squares along the longer side of the extent, those around it, and how far each point is spread, in squares. */
const [squares, around, spread] = [128, 10, 1.5];

/** Highest density regions (Hyndman 1996) of points counted on a grid and blurred; points without a finite position are left out. */
export function densityLines(x: Float32Array, y: Float32Array, { x0, x1, y0, y1 }: Extent): DensityLine[] {
	const side = Math.max(x1 - x0, y1 - y0) / squares || 1;
	const width = Math.ceil((x1 - x0) / side) + 2 * around + 1;
	const height = Math.ceil((y1 - y0) / side) + 2 * around + 1;
	const data = new Float64Array(width * height);
	let points = 0;
	for (let i = 0; i < x.length; i++) {
		if (!Number.isFinite(x[i]!) || !Number.isFinite(y[i]!)) continue;
		points++;
		data[(around + Math.floor((y[i]! - y0) / side)) * width + around + Math.floor((x[i]! - x0) / side)]!++;
	}
	if (points === 0) return [];
	blur2({ data: data as never, width, height }, spread);
	const falling = data.slice().sort().reverse();
	const total = falling.reduce((sum, density) => sum + density, 0);
	const level = (share: number) => {
		let held = 0;
		const last = falling.findIndex((density) => (held += density) >= share * total);
		return falling[last] ?? 0;
	};
	const draw = contours().size([width, height]);
	return densityShares.map((share) => ({
		share,
		path: draw
			.contour(data as never, level(share))
			.coordinates.flat()
			.map((ring) => `M${ring.map(([px, py]) => `${at(px!, x0, side)},${at(py!, y0, side)}`).join('L')}Z`)
			.join('')
	}));
}

const at = (place: number, from: number, side: number): number => Number((from + (place - around) * side).toPrecision(6));
