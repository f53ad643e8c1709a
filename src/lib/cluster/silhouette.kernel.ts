// Sums of the distances from eight rows to the rows of each cluster of several labelings. `silhouette.ts` is its only door.

import { layOut, room, secure } from '../memory.kernel';

/** Distances summed in 32 bits before their sum is added to one of 64. */
const run: i32 = 16;

let rows: i32 = 0;
let cols: i32 = 0;
let cells: i32 = 0;
let labelings: i32 = 0;
let clusters: i32 = 0;

let points: usize = 0;
let bounds: usize = 0;
let members: usize = 0;
let eight: usize = 0;
let toCells: usize = 0;
let toClusters: usize = 0;

/** Makes room for rows that lie cell by cell; the clusters of all labelings are counted through. */
export function reserve(rowCount: i32, colCount: i32, cellCount: i32, labelingCount: i32, clusterCount: i32): void {
	rows = rowCount;
	cols = colCount;
	cells = cellCount;
	labelings = labelingCount;
	clusters = clusterCount;
	layOut();
	eight = room((<usize>cols) << 5);
	toCells = room((<usize>cells) << 6);
	toClusters = room((<usize>clusters) << 6);
	points = room((<usize>(rows * cols)) << 2);
	bounds = room((<usize>(cells + 1)) << 2);
	members = room((<usize>(cells * labelings)) << 2);
	secure();
}

/** Rows × cols 32-bit numbers. */
export function pointsAt(): usize {
	return points;
}
/** Where each cell begins, and the number of rows. */
export function boundsAt(): usize {
	return bounds;
}
/** Cells × labelings: the cluster in which a cell lies. */
export function membersAt(): usize {
	return members;
}
/** Clusters × 8 sums in 64 bits. */
export function sumsAt(): usize {
	return toClusters;
}

/** Sums the distances from the eight rows from `first` on, to every row; beyond the last row zeros stand for rows. */
export function measure(first: i32): void {
	for (let t = 0; t < 8; t++)
		for (let j = 0; j < cols; j++) {
			const value: f32 = first + t < rows ? load<f32>(points + ((<usize>((first + t) * cols + j)) << 2)) : 0;
			store<f32>(eight + ((<usize>j) << 5) + ((<usize>t) << 2), value);
		}
	let x = points;
	let i = 0;
	for (let cell = 0; cell < cells; cell++) {
		const end = load<i32>(bounds + ((<usize>(cell + 1)) << 2));
		let s0 = f64x2.splat(0);
		let s1 = s0;
		let s2 = s0;
		let s3 = s0;
		while (i < end) {
			let left = f32x4.splat(0);
			let right = left;
			for (const stop = min(end, i + run); i < stop; i++) {
				let l = f32x4.splat(0);
				let r = l;
				let at = eight;
				for (const stop = x + ((<usize>cols) << 2); x < stop; x += 4, at += 32) {
					const v = v128.load32_splat(x);
					const el = f32x4.sub(v, v128.load(at));
					const er = f32x4.sub(v, v128.load(at, 16));
					l = f32x4.add(l, f32x4.mul(el, el));
					r = f32x4.add(r, f32x4.mul(er, er));
				}
				left = f32x4.add(left, f32x4.sqrt(l));
				right = f32x4.add(right, f32x4.sqrt(r));
			}
			s0 = f64x2.add(s0, f64x2.promote_low_f32x4(left));
			s1 = f64x2.add(s1, f64x2.promote_low_f32x4(v128.shuffle<f32>(left, left, 2, 3, 2, 3)));
			s2 = f64x2.add(s2, f64x2.promote_low_f32x4(right));
			s3 = f64x2.add(s3, f64x2.promote_low_f32x4(v128.shuffle<f32>(right, right, 2, 3, 2, 3)));
		}
		const to = toCells + ((<usize>cell) << 6);
		v128.store(to, s0);
		v128.store(to, s1, 16);
		v128.store(to, s2, 32);
		v128.store(to, s3, 48);
	}
	memory.fill(toClusters, 0, (<usize>clusters) << 6);
	let member = members;
	for (let from = toCells; from < toClusters; from += 64) {
		const s0 = v128.load(from);
		const s1 = v128.load(from, 16);
		const s2 = v128.load(from, 32);
		const s3 = v128.load(from, 48);
		for (const stop = member + ((<usize>labelings) << 2); member < stop; member += 4) {
			const to = toClusters + ((<usize>load<i32>(member)) << 6);
			v128.store(to, f64x2.add(v128.load(to), s0));
			v128.store(to, f64x2.add(v128.load(to, 16), s1), 16);
			v128.store(to, f64x2.add(v128.load(to, 32), s2), 32);
			v128.store(to, f64x2.add(v128.load(to, 48), s3), 48);
		}
	}
}
