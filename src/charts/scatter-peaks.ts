import type { Extent } from './scatter-view.js';

/** Where a group's label stands: among its own points, where they are densest. */
export interface GroupPeak {
	readonly group: number;
	readonly x: number;
	readonly y: number;
	/** Points of the group with a position. */
	readonly count: number;
}

/** Squares along each side of the extent, and how many of them together count as one place. */
const squares = 24;

/**
 * The mean of each group's points within the three by three squares of a grid that hold most of them: on the group even where it is bent
 * or in several parts, as a median need not be. A group without points is left out.
 */
export function groupPeaks(x: Float32Array, y: Float32Array, group: Uint16Array, groups: number, extent: Extent): GroupPeak[] {
	const across = (extent.x1 - extent.x0) / squares || 1;
	const up = (extent.y1 - extent.y0) / squares || 1;
	const size = squares + 2;
	const counts = new Uint32Array(groups * size * size);
	const members = new Uint32Array(groups);
	const at = (value: number, from: number, side: number) => 1 + Math.min(squares - 1, Math.floor((value - from) / side));
	const placed = (i: number) => group[i]! < groups && Number.isFinite(x[i]!) && Number.isFinite(y[i]!);
	for (let i = 0; i < x.length; i++) {
		if (!placed(i)) continue;
		members[group[i]!]!++;
		counts[(group[i]! * size + at(y[i]!, extent.y0, up)) * size + at(x[i]!, extent.x0, across)]!++;
	}
	const best = Array.from(members, (_, g) => {
		let place = { row: 1, column: 1, count: -1 };
		for (let row = 1; row <= squares; row++) {
			for (let column = 1; column <= squares; column++) {
				let count = 0;
				for (let r = row - 1; r <= row + 1; r++) for (let c = column - 1; c <= column + 1; c++) count += counts[(g * size + r) * size + c]!;
				if (count > place.count) place = { row, column, count };
			}
		}
		return place;
	});
	const sums = Array.from(members, () => ({ x: 0, y: 0, n: 0 }));
	for (let i = 0; i < x.length; i++) {
		if (!placed(i)) continue;
		const { row, column } = best[group[i]!]!;
		if (Math.abs(at(y[i]!, extent.y0, up) - row) > 1 || Math.abs(at(x[i]!, extent.x0, across) - column) > 1) continue;
		const sum = sums[group[i]!]!;
		sum.x += x[i]!;
		sum.y += y[i]!;
		sum.n++;
	}
	return sums.flatMap(({ x, y, n }, g) => (n === 0 ? [] : [{ group: g, x: x / n, y: y / n, count: members[g]! }]));
}
