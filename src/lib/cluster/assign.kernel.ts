// The nearest and the second nearest centroid of rows of 32-bit floats, in 64 bits. `assign.ts` is its only door.

import { layOut, room, secure } from '../memory.kernel';

let cols: i32 = 0;
let k: i32 = 0;
let pairs: i32 = 0;

let points: usize = 0;
let labels: usize = 0;
let second: usize = 0;
let strength: usize = 0;
let found: usize = 0;
let centroids: usize = 0;
/** Centroids in pairs: number j of centroid c at `table + 16 · (c / 2 · cols + j) + 8 · (c % 2)`. */
let table: usize = 0;

/** Makes room for `most` rows at a time and `count` centroids. */
export function reserve(most: i32, colCount: i32, count: i32): void {
	cols = colCount;
	k = count;
	pairs = (k + 1) >> 1;
	layOut();
	found = room((<usize>pairs) << 4);
	table = room((<usize>(pairs * cols)) << 4);
	centroids = room((<usize>(k * cols)) << 3);
	points = room((<usize>(most * cols)) << 2);
	strength = room((<usize>most) << 2);
	labels = room((<usize>most) << 1);
	second = room((<usize>most) << 1);
	secure();
}

export function pointsAt(): usize {
	return points;
}
/** k × cols 64-bit numbers. */
export function centroidsAt(): usize {
	return centroids;
}
export function labelsAt(): usize {
	return labels;
}
export function secondAt(): usize {
	return second;
}
export function strengthAt(): usize {
	return strength;
}

/** Reads the centroids. */
export function tabulate(): void {
	for (let c = 0; c < pairs << 1; c++) {
		const to = table + ((<usize>((c >> 1) * cols)) << 4) + ((<usize>(c & 1)) << 3);
		for (let j = 0; j < cols; j++)
			store<f64>(to + ((<usize>j) << 4), c < k ? load<f64>(centroids + ((<usize>(c * cols + j)) << 3)) : Infinity);
	}
}

/** Places the first `rows` rows; returns the sum of their squared distances to the nearest centroid. */
export function place(rows: i32): f64 {
	let inertia: f64 = 0;
	for (let i = 0; i < rows; i++) {
		toCentroids(points + ((<usize>(i * cols)) << 2));
		let nearest: f64 = Infinity;
		let next: f64 = Infinity;
		let label = 0;
		let other = 0;
		for (let c = 0; c < k; c++) {
			const d = load<f64>(found + ((<usize>c) << 3));
			if (d < nearest) {
				next = nearest;
				nearest = d;
				other = label;
				label = c;
			} else if (d < next) {
				next = d;
				other = c;
			}
		}
		store<u16>(labels + ((<usize>i) << 1), label);
		store<u16>(second + ((<usize>i) << 1), other);
		store<f32>(strength + ((<usize>i) << 2), next > 0 ? <f32>(1 - sqrt(nearest / next)) : 0);
		inertia += nearest;
	}
	return inertia;
}

/** Squared distances of a row to all centroids. */
function toCentroids(x: usize): void {
	const span = (<usize>cols) << 4;
	const end = x + ((<usize>cols) << 2);
	let left = pairs;
	let c = table;
	let to = found;
	for (; left >= 3; left -= 3, to += 48, c += span << 1) {
		let d0 = f64x2.splat(0);
		let d1 = d0;
		let d2 = d0;
		for (let p = x; p < end; p += 4, c += 16) {
			const v = f64x2.splat(<f64>load<f32>(p));
			const e0 = f64x2.sub(v, v128.load(c));
			const e1 = f64x2.sub(v, v128.load(c + span));
			const e2 = f64x2.sub(v, v128.load(c + (span << 1)));
			d0 = f64x2.add(d0, f64x2.mul(e0, e0));
			d1 = f64x2.add(d1, f64x2.mul(e1, e1));
			d2 = f64x2.add(d2, f64x2.mul(e2, e2));
		}
		v128.store(to, d0);
		v128.store(to, d1, 16);
		v128.store(to, d2, 32);
	}
	for (; left > 0; left--, to += 16) {
		let d = f64x2.splat(0);
		for (let p = x; p < end; p += 4, c += 16) {
			const e = f64x2.sub(f64x2.splat(<f64>load<f32>(p)), v128.load(c));
			d = f64x2.add(d, f64x2.mul(e, e));
		}
		v128.store(to, d);
	}
}
