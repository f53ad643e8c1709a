import { polygonContains } from 'd3';
import type { Extent } from './scatter-view.js';

/** Points in square cells of a grid, for finding the nearest one: those of cell c are `order[start[c]]` to `order[start[c + 1] − 1]`. */
export interface PointIndex {
	readonly x: Float32Array;
	readonly y: Float32Array;
	readonly extent: Extent;
	readonly side: number;
	readonly columns: number;
	readonly rows: number;
	readonly start: Uint32Array;
	readonly order: Uint32Array;
}

const perCell = 8;

/** Sorts points into a grid of about eight points a cell, in one pass of counting; points without a finite position are left out. */
export function indexPoints(x: Float32Array, y: Float32Array, extent: Extent): PointIndex {
	const width = extent.x1 - extent.x0;
	const height = extent.y1 - extent.y0;
	const cells = Math.max(1, x.length / perCell);
	const side = Math.sqrt((width * height) / cells) || Math.max(width, height) / cells || 1;
	const columns = Math.floor(width / side) + 1;
	const rows = Math.floor(height / side) + 1;
	const cellOf = (i: number) => {
		const column = Math.floor((x[i]! - extent.x0) / side);
		const row = Math.floor((y[i]! - extent.y0) / side);
		return column >= 0 && column < columns && row >= 0 && row < rows ? row * columns + column : -1;
	};
	const start = new Uint32Array(columns * rows + 1);
	for (let i = 0; i < x.length; i++) {
		const cell = cellOf(i);
		if (cell >= 0) start[cell + 1]!++;
	}
	for (let c = 0; c < columns * rows; c++) start[c + 1]! += start[c]!;
	const order = new Uint32Array(start[columns * rows]!);
	const next = start.slice();
	for (let i = 0; i < x.length; i++) {
		const cell = cellOf(i);
		if (cell >= 0) order[next[cell]!++] = i;
	}
	return { x, y, extent, side, columns, rows, start, order };
}

/** The point nearest to (x, y) and no further than `reach`, or −1. Of equally near points, the one with the higher index, drawn on top. */
export function nearest(index: PointIndex, x: number, y: number, reach: number): number {
	const { side, columns, rows, extent, start, order } = index;
	const clampTo = (v: number, n: number) => Math.min(n - 1, Math.max(0, v));
	const span = (from: number, to: number, n: number) => [clampTo(Math.floor(from / side), n), clampTo(Math.floor(to / side), n)] as const;
	const [c0, c1] = span(x - reach - extent.x0, x + reach - extent.x0, columns);
	const [r0, r1] = span(y - reach - extent.y0, y + reach - extent.y0, rows);
	let best = -1;
	let least = reach * reach;
	for (let row = r0; row <= r1; row++) {
		const end = start[row * columns + c1 + 1]!;
		for (let k = start[row * columns + c0]!; k < end; k++) {
			const i = order[k]!;
			const distance = (index.x[i]! - x) ** 2 + (index.y[i]! - y) ** 2;
			if (distance < least || (distance === least && i > best)) {
				least = distance;
				best = i;
			}
		}
	}
	return best;
}

/** The points inside a closed path of data coordinates, ascending. */
export function inside(x: Float32Array, y: Float32Array, path: readonly (readonly [number, number])[]): Uint32Array {
	if (path.length < 3) return new Uint32Array(0);
	const polygon = path.map(([px, py]): [number, number] => [px, py]);
	const xs = polygon.map((p) => p[0]);
	const ys = polygon.map((p) => p[1]);
	const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
	const found: number[] = [];
	for (let i = 0; i < x.length; i++) {
		const px = x[i]!;
		const py = y[i]!;
		if (px >= x0 && px <= x1 && py >= y0 && py <= y1 && polygonContains(polygon, [px, py])) found.push(i);
	}
	return Uint32Array.from(found);
}
