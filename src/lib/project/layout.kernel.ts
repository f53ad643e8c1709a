/*
 * The layout of UMAP by stochastic gradient descent in 32-bit floats. Places are x, y pairs. The edges of row i are numbers `8 · start[i]`
 * to `8 · start[i + 1]`, filled up with edges of no weight, which never come up.
 */

let places: usize = 0;
let start: usize = 0;
/** The other end of each edge: four bytes. */
let ends: usize = 0;
/** Weight of each edge × 65,536, and what it has come to modulo 65,536: two bytes each. */
let weights: usize = 0;
let sums: usize = 0;
/** Factors of the difference between two places, by the top bits of their squared distance: attraction, then repulsion. */
let tables: usize = 0;
let rows: u32 = 0;
let state: u64 = 0;

/** Squared distances in the tables: from 2^−12 up to 2^12, 128 steps to each doubling. */
const firstBits: i32 = (127 - 12) << 7;
const lastEntry: i32 = 24 * 128 - 1;
const tableBytes: usize = 24 * 128 * 4;

export function prepare(
	placesAt: usize,
	startAt: usize,
	endsAt: usize,
	weightsAt: usize,
	sumsAt: usize,
	tablesAt: usize,
	count: u32,
	seed: u32
): void {
	places = placesAt;
	start = startAt;
	ends = endsAt;
	weights = weightsAt;
	sums = sumsAt;
	tables = tablesAt;
	rows = count;
	state = ((<u64>seed) << 32) | 0x9e3779b9;
}

/** A number below 2⁶⁴ by chance (xorshift; Marsaglia 2003). */
function draw(): u64 {
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state;
}

/** Address of the place of a row that 32 bits choose. */
function chosen(bits: u64): usize {
	return places + ((<usize>((bits * <u64>rows) >> 32)) << 3);
}

function clip(force: v128): v128 {
	return f32x4.pmax(f32x4.pmin(force, f32x4.splat(4)), f32x4.splat(-4));
}

/** Number of bytes into a table where the factor for a squared distance stands, in each lane. */
function entries(squared: v128): v128 {
	const steps = i32x4.sub(i32x4.shr_u(squared, 16), i32x4.splat(firstBits));
	return i32x4.shl(i32x4.min_s(i32x4.max_s(steps, i32x4.splat(0)), i32x4.splat(lastEntry)), 2);
}

/**
 * One epoch of rows `from` to `to`: every edge comes up as often as its weight is of the heaviest, and then draws its ends together; each
 * time, its first end is pushed from five rows drawn by chance. Steps are `rate` times gradients clipped at 4 in each coordinate.
 */
export function epoch(from: i32, to: i32, rate: f32): void {
	const by = f32x4.splat(rate);
	const attraction = tables;
	const repulsion = tables + tableBytes;
	for (let i = from; i < to; i++) {
		const own = places + ((<usize>i) << 3);
		/** The place twice over. */
		let here = v128.load64_splat(own);
		const first = load<u32>(start + ((<usize>i) << 2));
		const last = load<u32>(start + ((<usize>i) << 2), 4);
		for (let group = first; group < last; group++) {
			const at = (<usize>group) << 4;
			const weight = v128.load(weights + at);
			const sum = i16x8.add(v128.load(sums + at), weight);
			v128.store(sums + at, sum);
			let due = i16x8.bitmask(i16x8.lt_u(sum, weight));
			while (due) {
				const edge = (group << 3) + ctz(due);
				due &= due - 1;
				const other = places + ((<usize>load<u32>(ends + ((<usize>edge) << 2))) << 3);
				const r = draw();
				const s = draw();
				const a = f32x4.sub(here, v128.load64_lane(chosen(r >> 32), v128.load64_zero(chosen(r & 0xffffffff)), 1));
				const b = f32x4.sub(here, v128.load64_lane(chosen(s >> 32), v128.load64_zero(chosen(s & 0xffffffff)), 1));
				const there = v128.load64_zero(other);
				/** From the other end, and from the fifth stranger. */
				const c = f32x4.sub(here, v128.load64_lane(chosen(draw() >> 32), there, 1));
				const x = v128.shuffle<f32>(a, b, 0, 2, 4, 6);
				const y = v128.shuffle<f32>(a, b, 1, 3, 5, 7);
				const e = entries(f32x4.add(f32x4.mul(x, x), f32x4.mul(y, y)));
				let push = v128.load32_zero(repulsion + i32x4.extract_lane(e, 0));
				push = v128.load32_lane(repulsion + i32x4.extract_lane(e, 1), push, 1);
				push = v128.load32_lane(repulsion + i32x4.extract_lane(e, 2), push, 2);
				push = v128.load32_lane(repulsion + i32x4.extract_lane(e, 3), push, 3);
				const pushX = clip(f32x4.mul(x, push));
				const pushY = clip(f32x4.mul(y, push));
				const square = f32x4.mul(c, c);
				const f = entries(f32x4.add(square, v128.shuffle<f32>(square, square, 1, 0, 3, 2)));
				let factor = v128.load32_splat(attraction + i32x4.extract_lane(f, 0));
				factor = v128.shuffle<f32>(factor, v128.load32_splat(repulsion + i32x4.extract_lane(f, 2)), 0, 1, 4, 5);
				const pull = f32x4.mul(clip(f32x4.mul(c, factor)), by);
				v128.store64_lane(other, f32x4.sub(there, pull), 0);
				const pushes = f32x4.add(v128.shuffle<f32>(pushX, pushY, 0, 4, 1, 5), v128.shuffle<f32>(pushX, pushY, 2, 6, 3, 7));
				const moved = f32x4.add(f32x4.mul(pushes, by), pull);
				here = f32x4.add(here, f32x4.add(moved, v128.shuffle<f32>(moved, moved, 2, 3, 0, 1)));
			}
		}
		v128.store64_lane(own, here, 0);
	}
}
