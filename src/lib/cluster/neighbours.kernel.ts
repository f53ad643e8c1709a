/*
 * Distances from one point to many in 32-bit floats, and what is looked for among them. `neighbours.ts` is its only door. Points lie in
 * eights: number j of point i at `points + 32 · (i / 8 · cols + j) + 4 · (i % 8)`, and what stands for no point is at infinity. `count`
 * is the number of points to look at; what is beyond it in the last eight must be at infinity too.
 */

import { layOut, room, secure } from '../memory.kernel';

let cols: i32 = 0;
let points: usize = 0;
let query: usize = 0;
let found: usize = 0;
let weights: usize = 0;
let near: usize = 0;
let from: usize = 0;
let best: usize = 0;

/** Makes room for `most` points and `nearest` distances. */
export function reserve(most: i32, colCount: i32, nearest: i32): void {
	cols = colCount;
	const held = (<usize>((most + 7) & ~7)) << 2;
	layOut();
	query = room((<usize>((cols + 15) & ~15)) << 2);
	best = room((<usize>((nearest + 15) & ~15)) << 2);
	found = room(held);
	weights = room(held);
	near = room(held);
	from = room(held);
	points = room(held * <usize>cols);
	const end = secure();
	for (let to = points; to < end; to += 4) store<f32>(to, Infinity);
	for (let to = near; to < from; to += 4) store<f32>(to, Infinity);
}

export function pointsAt(): usize {
	return points;
}
/** The point that distances are measured from. */
export function queryAt(): usize {
	return query;
}
/** What was found of each point last. */
export function foundAt(): usize {
	return found;
}
/** A number of each point, for `weigh` and `reach`. */
export function weightsAt(): usize {
	return weights;
}
/** The shortest edge to each point, and the node it comes from. */
export function nearAt(): usize {
	return near;
}
export function fromAt(): usize {
	return from;
}

/** Squared distances. */
export function measure(count: i32): void {
	let at = points;
	const end = query + ((<usize>cols) << 2);
	for (let to = found; to < found + ((<usize>count) << 2); to += 32) {
		let left = f32x4.splat(0);
		let right = left;
		for (let q = query; q < end; q += 4, at += 32) {
			const v = v128.load32_splat(q);
			const l = f32x4.sub(v128.load(at), v);
			const r = f32x4.sub(v128.load(at, 16), v);
			left = f32x4.add(left, f32x4.mul(l, l));
			right = f32x4.add(right, f32x4.mul(r, r));
		}
		v128.store(to, left);
		v128.store(to, right, 16);
	}
}

/** Makes squared distances what a union with `own` rows would cost: times 2ab ÷ (a + b), the weights being the rows of each point. */
export function weigh(count: i32, own: f32): void {
	const a = f32x4.splat(own);
	const twice = f32x4.splat(own + own);
	for (let i: usize = 0; i < (<usize>count) << 2; i += 16) {
		const b = v128.load(weights + i);
		v128.store(found + i, f32x4.mul(f32x4.div(f32x4.mul(twice, b), f32x4.add(a, b)), v128.load(found + i)));
	}
}

/** Shortens the edges to points that node `id` reaches sooner: an edge is as long as the distance, and no shorter than `own` and the weight. */
export function reach(count: i32, own: f32, id: i32): void {
	const least = f32x4.splat(own);
	const node = i32x4.splat(id);
	for (let i: usize = 0; i < (<usize>count) << 2; i += 16) {
		const d = f32x4.pmax(f32x4.pmax(f32x4.sqrt(v128.load(found + i)), v128.load(weights + i)), least);
		const before = v128.load(near + i);
		const sooner = f32x4.lt(d, before);
		v128.store(near + i, v128.bitselect(d, before, sooner));
		v128.store(from + i, v128.bitselect(node, v128.load(from + i), sooner));
	}
}

/** The first of the `count` points from `first`, a multiple of 4, on with the least of the numbers that begin at `numbers`. */
export function least(numbers: usize, first: i32, count: i32): i32 {
	let place = i32x4.add(i32x4(0, 1, 2, 3), i32x4.splat(first));
	let at = numbers + ((<usize>first) << 2);
	let lowest = v128.load(at);
	let where = place;
	for (const end = at + ((<usize>count) << 2); at < end; at += 16) {
		const v = v128.load(at);
		const lower = f32x4.lt(v, lowest);
		lowest = v128.bitselect(v, lowest, lower);
		where = v128.bitselect(place, where, lower);
		place = i32x4.add(place, i32x4.splat(4));
	}
	let value = f32x4.extract_lane(lowest, 0);
	let index = i32x4.extract_lane(where, 0);
	for (let lane = 1; lane < 4; lane++) {
		lowest = v128.shuffle<f32>(lowest, lowest, 1, 2, 3, 0);
		where = v128.shuffle<i32>(where, where, 1, 2, 3, 0);
		const v = f32x4.extract_lane(lowest, 0);
		const w = i32x4.extract_lane(where, 0);
		if (v < value || (v == value && w < index)) {
			value = v;
			index = w;
		}
	}
	return index;
}

/** The `nth` smallest of the squared distances. */
export function smallest(count: i32, nth: i32): f32 {
	const last = best + ((<usize>(nth - 1)) << 2);
	for (let at = best; at <= last; at += 4) store<f32>(at, Infinity);
	for (let i: usize = 0; i < (<usize>count) << 2; i += 16) {
		const v = v128.load(found + i);
		let under = i32x4.bitmask(f32x4.lt(v, v128.load32_splat(last)));
		for (; under != 0; under &= under - 1) {
			const d = load<f32>(found + i + ((<usize>ctz(under)) << 2));
			if (d >= load<f32>(last)) continue;
			let at = last;
			for (; at > best && load<f32>(at - 4) > d; at -= 4) store<f32>(at, load<f32>(at - 4));
			store<f32>(at, d);
		}
	}
	return load<f32>(last);
}
