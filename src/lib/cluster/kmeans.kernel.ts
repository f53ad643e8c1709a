/*
 * Greedy k-means++ seeding and Lloyd's algorithm with Hamerly's bounds on rows of 32-bit floats, four numbers at a time; sums and centroids
 * are 64-bit. One data set at a time. `lloyd.ts` is its only door. Rows are padded with zeros to a multiple of 4 numbers and their count
 * to a multiple of 4 rows; addresses are in bytes.
 */

import { layOut, room, secure } from '../memory.kernel';

/** Candidates for each centre, one for each lane. */
const trials: usize = 4;
/** Rows to treat between two looks at the work that is left. */
const step: i32 = 1024;
/** What is nearer than this share of a bound certainly is: sums and differences of 32-bit bounds are rounded hundreds of times. */
const certain: f32 = 0.9999;

/** Clusters above which the distance to the own centroid is looked at before those to all: it settles a third of the rows in doubt. */
const manyClusters: i32 = 16;

let rows: i32 = 0;
/** Rows with the padding behind them. */
let held: i32 = 0;
let cols: i32 = 0;
/** Bytes of a row. */
let width: usize = 0;

let points: usize = 0;
let mean: usize = 0;
/** Of each row: nearest centre so far, its squared distance and that of the second nearest; squared distances to the candidates. */
let own: usize = 0;
let near: usize = 0;
let next: usize = 0;
let tried: usize = 0;
let candidates: usize = 0;
let totals: usize = 0;
let picks: usize = 0;
let picked: i32 = 0;
/** Sum of squares of all rows about their mean. */
let squares: f64 = 0;

let k: i32 = 0;
let labels: usize = 0;
let upper: usize = 0;
let lower: usize = 0;
let centroids: usize = 0;
let sums: usize = 0;
let counts: usize = 0;
/** Centroids in groups of four: number j of centroid c at `table + 16 · (c / 4 · cols + j) + 4 · (c % 4)`; and one after the other. */
let table: usize = 0;
let narrow: usize = 0;
let found: usize = 0;
/** How far each centroid went in the last step, the furthest that any other went, and half the distance to the nearest other one. */
let moved: usize = 0;
let othersMoved: usize = 0;
let safe: usize = 0;
/** Places among the labels of the rows whose cluster is in doubt. */
let doubts: usize = 0;
let iterations: i32 = 0;
/** Sum of the squared shifts of all centroids in the last step. */
let shift: f64 = 0;
let mostIterations: i32 = 0;
let tolerance: f64 = 0;
let row: i32 = 0;
let moves: i32 = 0;
let moving: bool = false;
/** Whether every row has a cluster. */
let settled: bool = false;

/** Makes room for a data set and up to `most` clusters. */
export function reserve(rowCount: i32, colCount: i32, most: i32): void {
	rows = rowCount;
	cols = colCount;
	held = (rows + 3) & ~3;
	width = (<usize>((cols + 3) & ~3)) << 2;
	const each = (<usize>held) << 2;
	const wide = (<usize>((most + 3) & ~3)) << 2;
	layOut();
	points = room(each * (width >> 2));
	own = room(each);
	labels = room(each);
	near = room(each);
	next = room(each);
	upper = room(each);
	lower = room(each);
	tried = room(each * trials);
	mean = room(width << 1);
	candidates = room(width * trials);
	totals = room(trials << 3);
	picks = room(wide);
	centroids = room((wide >> 2) * (width << 1));
	sums = room((wide >> 2) * (width << 1));
	counts = room(wide << 1);
	table = room(wide * (width >> 2));
	narrow = room(wide * (width >> 2));
	found = room(wide);
	moved = room(wide);
	othersMoved = room(wide);
	safe = room(wide);
	doubts = room((<usize>(step + 1)) << 2);
	secure();
	memory.fill(points, 0, <usize>held * width);
}

export function pointsAt(): usize {
	return points;
}
export function meanAt(): usize {
	return mean;
}
export function centroidsAt(): usize {
	return centroids;
}
export function lastShift(): f64 {
	return shift;
}
export function iterationCount(): i32 {
	return iterations;
}

/** Takes the mean off every row, so that little is lost in 32 bits; returns the sum of squares that is left. */
export function centre(): f64 {
	memory.fill(mean, 0, width << 1);
	for (let i = 0; i < rows; i++) addRow(points + <usize>i * width, mean, f64x2.splat(1));
	for (let j = 0; j < cols; j++) store<f64>(mean + ((<usize>j) << 3), load<f64>(mean + ((<usize>j) << 3)) / <f64>rows);
	let low = f64x2.splat(0);
	let high = f64x2.splat(0);
	for (let i = 0; i < rows; i++) {
		const x = points + <usize>i * width;
		for (let j: usize = 0; j < width; j += 16) {
			const v = v128.load(x + j);
			const l = f64x2.sub(f64x2.promote_low_f32x4(v), v128.load(mean + (j << 1)));
			const h = f64x2.sub(f64x2.promote_low_f32x4(v128.shuffle<f32>(v, v, 2, 3, 2, 3)), v128.load(mean + (j << 1), 16));
			low = f64x2.add(low, f64x2.mul(l, l));
			high = f64x2.add(high, f64x2.mul(h, h));
			v128.store(x + j, v128.shuffle<f32>(f32x4.demote_f64x2_zero(l), f32x4.demote_f64x2_zero(h), 0, 1, 4, 5));
		}
	}
	const sum = f64x2.add(low, high);
	return (squares = f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1));
}

/** Adds `times` a row to the 64-bit sums at a place. */
function addRow(x: usize, to: usize, times: v128): void {
	for (let j: usize = 0; j < width; j += 16, to += 32) {
		const v = v128.load(x + j);
		v128.store(to, f64x2.add(v128.load(to), f64x2.mul(times, f64x2.promote_low_f32x4(v))));
		const high = f64x2.promote_low_f32x4(v128.shuffle<f32>(v, v, 2, 3, 2, 3));
		v128.store(to, f64x2.add(v128.load(to, 16), f64x2.mul(times, high)), 16);
	}
}

/** Starts a seeding: no centre yet. */
export function beginSeeding(): void {
	picked = 0;
	for (let at: usize = 0; at < (<usize>held) << 2; at += 4) {
		const far: f32 = at < (<usize>rows) << 2 ? Infinity : 0;
		store<f32>(near + at, far);
		store<f32>(next + at, far);
	}
	memory.fill(own, 0, (<usize>held) << 2);
	memory.fill(totals, 0, trials << 3);
}

/** The first row at which the squared distances to the nearest centre sum up to more than `left`. */
export function draw(left: f64): i32 {
	const end = near + ((<usize>held) << 2);
	let at = near;
	for (; at < end; at += 16) {
		const v = v128.load(at);
		const pairs = f64x2.add(f64x2.promote_low_f32x4(v), f64x2.promote_low_f32x4(v128.shuffle<f32>(v, v, 2, 3, 2, 3)));
		const sum = f64x2.extract_lane(pairs, 0) + f64x2.extract_lane(pairs, 1);
		if (left < sum) break;
		left -= sum;
	}
	for (; at < end; at += 4) {
		left -= <f64>load<f32>(at);
		if (left < 0) break;
	}
	return min(<i32>((at - near) >> 2), rows - 1);
}

/** Makes a row the candidate of a lane. */
export function propose(lane: i32, candidate: i32): void {
	const x = points + <usize>candidate * width;
	for (let j: usize = 0; j < width; j += 4) store<f32>(candidates + (j << 2) + ((<usize>lane) << 2), load<f32>(x + j));
	store<f64>(totals + ((<usize>lane) << 3), 0);
}

/** Measures rows `from` to `to` against the candidates. */
export function measure(from: i32, to: i32): void {
	let low = v128.load(totals);
	let high = v128.load(totals, 16);
	let at = tried + ((<usize>from) << 4);
	for (let i = from; i < to; i++) {
		const x = points + <usize>i * width;
		let d = f32x4.splat(0);
		let c = candidates;
		for (let j = 0; j < cols; j++, c += 16) {
			const e = f32x4.sub(v128.load32_splat(x + ((<usize>j) << 2)), v128.load(c));
			d = f32x4.add(d, f32x4.mul(e, e));
		}
		v128.store(at, d);
		at += 16;
		const least = f32x4.pmin(v128.load32_splat(near + ((<usize>i) << 2)), d);
		low = f64x2.add(low, f64x2.promote_low_f32x4(least));
		high = f64x2.add(high, f64x2.promote_low_f32x4(v128.shuffle<f32>(least, least, 2, 3, 2, 3)));
	}
	v128.store(totals, low);
	v128.store(totals, high, 16);
}

/** Takes the best candidate for the next centre, given the rows that were proposed; returns the sum of squared distances it leaves. */
export function accept(first: i32, second: i32, third: i32, fourth: i32): f64 {
	let best: i32 = 0;
	for (let t = 1; t < <i32>trials; t++) if (load<f64>(totals + ((<usize>t) << 3)) < load<f64>(totals + ((<usize>best) << 3))) best = t;
	store<i32>(picks + ((<usize>picked) << 2), best == 0 ? first : best == 1 ? second : best == 2 ? third : fourth);
	let at = tried + ((<usize>best) << 2);
	const centre = i32x4.splat(picked);
	for (let i: usize = 0; i < (<usize>held) << 2; i += 16, at += 64) {
		let d = v128.load32_zero(at);
		d = v128.load_lane<f32>(at, d, 1, 16);
		d = v128.load_lane<f32>(at, d, 2, 32);
		d = v128.load_lane<f32>(at, d, 3, 48);
		const least = v128.load(near + i);
		const nearer = f32x4.lt(d, least);
		v128.store(next + i, f32x4.pmin(v128.load(next + i), f32x4.pmax(d, least)));
		v128.store(near + i, f32x4.pmin(least, d));
		v128.store(own + i, v128.bitselect(centre, v128.load(own + i), nearer));
	}
	picked++;
	return load<f64>(totals + ((<usize>best) << 3));
}

/** Begins a run from the centres of the seeding. */
export function begin(most: i32, enough: f64): void {
	start(picked, most, enough);
	for (let c = 0; c < k; c++) {
		const x = points + <usize>load<i32>(picks + ((<usize>c) << 2)) * width;
		const to = centroids + <usize>c * (width << 1);
		memory.fill(to, 0, width << 1);
		addRow(x, to, f64x2.splat(1));
	}
	memory.copy(labels, own, (<usize>held) << 2);
	for (let at: usize = 0; at < (<usize>held) << 2; at += 16) {
		v128.store(upper + at, f32x4.sqrt(v128.load(near + at)));
		v128.store(lower + at, f32x4.sqrt(v128.load(next + at)));
	}
	for (let i = rows; i < held; i++) store<f32>(lower + ((<usize>i) << 2), Infinity);
	for (let i = 0; i < rows; i++) count(i, load<i32>(labels + ((<usize>i) << 2)), 1);
}

/** Begins a run from `clusters` centroids that were written, less the mean, to `centroidsAt`. */
export function resume(clusters: i32, most: i32, enough: f64): void {
	start(clusters, most, enough);
	memory.fill(labels, 0, (<usize>held) << 2);
	for (let at: usize = 0; at < (<usize>held) << 2; at += 4) {
		const real = at < (<usize>rows) << 2;
		store<f32>(upper + at, real ? Infinity : 0);
		store<f32>(lower + at, real ? 0 : Infinity);
	}
	for (let i = 0; i < rows; i++) count(i, 0, 1);
	tabulate();
	memory.fill(moved, 0, (<usize>k) << 2);
	memory.fill(othersMoved, 0, (<usize>k) << 2);
	memory.fill(safe, 0, (<usize>k) << 2);
	settled = false;
}

function start(clusters: i32, most: i32, enough: f64): void {
	k = clusters;
	mostIterations = most;
	tolerance = enough;
	iterations = 0;
	row = 0;
	moving = true;
	settled = true;
	memory.fill(sums, 0, <usize>k * (width << 1));
	memory.fill(counts, 0, (<usize>k) << 3);
}

/** Adds a row to the sums of a cluster, or takes it away. */
function count(i: i32, cluster: i32, sign: f64): void {
	const at = counts + ((<usize>cluster) << 3);
	store<f64>(at, load<f64>(at) + sign);
	addRow(points + <usize>i * width, sums + <usize>cluster * (width << 1), f64x2.splat(sign));
}

/** Goes on with the run for about so many multiply-adds; whether it has come to its end. */
export function advance(work: f64): bool {
	while (work > 0) {
		if (row == 0) {
			if (settled) {
				if (!moving || iterations == mostIterations) return true;
				fillEmpty();
				shift = moveCentroids();
				iterations++;
				if (shift <= tolerance) return true;
				work -= <f64>k * <f64>k * <f64>cols;
			}
			moves = 0;
		}
		const to = min(held, row + step);
		work -= <f64>(reassign(row, to) * cols + (to - row));
		row = to;
		if (row == held) {
			row = 0;
			moving = moves > 0 || !settled;
			settled = true;
		}
	}
	return false;
}

/** Sum of squared distances of the rows to the means of their clusters. */
export function inertia(): f64 {
	let between: f64 = 0;
	for (let c = 0; c < k; c++) {
		const size = load<f64>(counts + ((<usize>c) << 3));
		if (size == 0) continue;
		let square: f64 = 0;
		for (let j: usize = 0; j < width << 1; j += 8) {
			const sum = load<f64>(sums + <usize>c * (width << 1) + j);
			square += sum * sum;
		}
		between += square / size;
	}
	return squares - between;
}

/** Gives each empty cluster the row that lies furthest from its centroid, unless every row lies on its own. */
function fillEmpty(): void {
	for (let c = 0; c < k; c++) {
		if (load<f64>(counts + ((<usize>c) << 3)) > 0) continue;
		let furthest = -1;
		let most: f64 = 0;
		for (let i = 0; i < rows; i++) {
			const a = load<i32>(labels + ((<usize>i) << 2));
			if (load<f64>(counts + ((<usize>a) << 3)) < 2) continue;
			let d: f64 = 0;
			for (let j: usize = 0; j < width; j += 4) {
				const e = <f64>load<f32>(points + <usize>i * width + j) - load<f64>(centroids + <usize>a * (width << 1) + (j << 1));
				d += e * e;
			}
			if (d > most) {
				most = d;
				furthest = i;
			}
		}
		if (furthest < 0) return;
		const at = (<usize>furthest) << 2;
		count(furthest, load<i32>(labels + at), -1);
		count(furthest, c, 1);
		store<i32>(labels + at, c);
		store<f32>(upper + at, Infinity);
		store<f32>(lower + at, 0);
	}
}

/** Puts every centroid at the mean of its rows; returns the sum of their squared shifts. */
function moveCentroids(): f64 {
	let sum: f64 = 0;
	let most: f64 = 0;
	let second: f64 = 0;
	let fastest = 0;
	for (let c = 0; c < k; c++) {
		const size = load<f64>(counts + ((<usize>c) << 3));
		let square: f64 = 0;
		if (size > 0) {
			const from = <usize>c * (width << 1);
			for (let j = from; j < from + (width << 1); j += 8) {
				const value = load<f64>(sums + j) / size;
				const d = value - load<f64>(centroids + j);
				square += d * d;
				store<f64>(centroids + j, value);
			}
		}
		sum += square;
		const distance = sqrt(square);
		store<f32>(moved + ((<usize>c) << 2), <f32>distance);
		if (distance > most) {
			second = most;
			most = distance;
			fastest = c;
		} else if (distance > second) second = distance;
	}
	for (let c = 0; c < k; c++) store<f32>(othersMoved + ((<usize>c) << 2), <f32>(c == fastest ? second : most));
	for (let c = 0; c < k; c++) store<f32>(safe + ((<usize>c) << 2), Infinity);
	for (let a = 0; a < k; a++) {
		for (let b = 0; b < a; b++) {
			let square: f64 = 0;
			for (let j: usize = 0; j < width << 1; j += 8) {
				const d = load<f64>(centroids + <usize>a * (width << 1) + j) - load<f64>(centroids + <usize>b * (width << 1) + j);
				square += d * d;
			}
			const half = <f32>(sqrt(square) / 2);
			store<f32>(safe + ((<usize>a) << 2), min(half, load<f32>(safe + ((<usize>a) << 2))));
			store<f32>(safe + ((<usize>b) << 2), min(half, load<f32>(safe + ((<usize>b) << 2))));
		}
	}
	tabulate();
	return sum;
}

/** Writes the centroids in 32 bits, in both orders. */
function tabulate(): void {
	for (let c = 0, end = (k + 3) & ~3; c < end; c++) {
		const to = table + ((<usize>(c >> 2) * <usize>cols) << 4) + ((<usize>(c & 3)) << 2);
		for (let j: usize = 0; j < <usize>cols; j++) {
			const value: f32 = c < k ? <f32>load<f64>(centroids + <usize>c * (width << 1) + (j << 3)) : Infinity;
			store<f32>(to + (j << 4), value);
			if (c < k) store<f32>(narrow + <usize>c * width + (j << 2), value);
		}
		if (c < k) memory.fill(narrow + <usize>c * width + ((<usize>cols) << 2), 0, width - ((<usize>cols) << 2));
	}
}

/** Four numbers of a table, one for each label at `at`. */
function lookUp(from: usize, at: usize): v128 {
	let four = v128.load32_zero(from + ((<usize>load<i32>(at)) << 2));
	four = v128.load_lane<f32>(from + ((<usize>load<i32>(at, 4)) << 2), four, 1);
	four = v128.load_lane<f32>(from + ((<usize>load<i32>(at, 8)) << 2), four, 2);
	return v128.load_lane<f32>(from + ((<usize>load<i32>(at, 12)) << 2), four, 3);
}

/** Brings rows `from` to `to` to their nearest centroid where the bounds leave any doubt; returns the distances it took. */
function reassign(from: i32, to: i32): i32 {
	const sure = f32x4.splat(certain);
	// Rows in doubt are listed first: one loop without surprises after another.
	let end = doubts;
	for (let at = (<usize>from) << 2; at < (<usize>to) << 2; at += 16) {
		const above = f32x4.add(v128.load(upper + at), lookUp(moved, labels + at));
		const below = f32x4.sub(v128.load(lower + at), lookUp(othersMoved, labels + at));
		v128.store(upper + at, above);
		v128.store(lower + at, below);
		const bound = f32x4.mul(sure, f32x4.pmax(below, lookUp(safe, labels + at)));
		const doubtful = i32x4.bitmask(f32x4.gt(above, bound));
		if (doubtful == 0) continue;
		store<u32>(end, <u32>at);
		end += (<usize>(doubtful & 1)) << 2;
		store<u32>(end, <u32>at + 4);
		end += (<usize>((doubtful >> 1) & 1)) << 2;
		store<u32>(end, <u32>at + 8);
		end += (<usize>((doubtful >> 2) & 1)) << 2;
		store<u32>(end, <u32>at + 12);
		end += (<usize>(doubtful >> 3)) << 2;
	}
	let measured = 0;
	for (let at = doubts; at < end; at += 4) measured += settle(load<u32>(at));
	return measured;
}

/** Brings the row at a place of the labels to its nearest centroid; returns the distances it took. */
function settle(at: usize): i32 {
	const x = points + (at >> 2) * width;
	const a = load<i32>(labels + at);
	if (k > manyClusters) {
		let sum = f32x4.splat(0);
		const c = narrow + <usize>a * width;
		for (let j: usize = 0; j < width; j += 16) {
			const e = f32x4.sub(v128.load(x + j), v128.load(c + j));
			sum = f32x4.add(sum, f32x4.mul(e, e));
		}
		sum = f32x4.add(sum, v128.shuffle<f32>(sum, sum, 2, 3, 0, 1));
		const exact = sqrt(f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1));
		if (exact <= certain * max(load<f32>(lower + at), load<f32>(safe + ((<usize>a) << 2)))) {
			store<f32>(upper + at, exact);
			return 1;
		}
	}
	toCentroids(x);
	// The nearest and the second nearest in each lane, then over the lanes.
	let number = i32x4(0, 1, 2, 3);
	let nearest = v128.load(found);
	let second = f32x4.splat(Infinity);
	let which = number;
	for (let g: usize = 16; g < (<usize>((k + 3) & ~3)) << 2; g += 16) {
		number = i32x4.add(number, i32x4.splat(4));
		const d = v128.load(found + g);
		which = v128.bitselect(number, which, f32x4.lt(d, nearest));
		second = f32x4.pmin(second, f32x4.pmax(d, nearest));
		nearest = f32x4.pmin(nearest, d);
	}
	const least = overLanes(nearest);
	const candidates = v128.bitselect(which, i32x4.splat(i32.MAX_VALUE), f32x4.eq(nearest, least));
	const pairs = i32x4.min_u(candidates, v128.shuffle<i32>(candidates, candidates, 2, 3, 0, 1));
	const chosen = i32x4.min_u(pairs, v128.shuffle<i32>(pairs, pairs, 1, 0, 3, 2));
	const rest = overLanes(v128.bitselect(second, nearest, i32x4.eq(which, chosen)));
	store<f32>(upper + at, sqrt(f32x4.extract_lane(least, 0)));
	store<f32>(lower + at, sqrt(f32x4.extract_lane(rest, 0)));
	const b = i32x4.extract_lane(chosen, 0);
	if (b != a) {
		store<i32>(labels + at, b);
		count(<i32>(at >> 2), a, -1);
		count(<i32>(at >> 2), b, 1);
		moves++;
	}
	return k + 1;
}

/** The least of four numbers, in every lane. */
function overLanes(four: v128): v128 {
	const pairs = f32x4.pmin(four, v128.shuffle<f32>(four, four, 2, 3, 0, 1));
	return f32x4.pmin(pairs, v128.shuffle<f32>(pairs, pairs, 1, 0, 3, 2));
}

/** Squared distances of a row to all centroids. */
function toCentroids(x: usize): void {
	const span = (<usize>cols) << 4;
	const end = x + ((<usize>cols) << 2);
	let groups = (k + 3) >> 2;
	let c = table;
	let to = found;
	for (; groups >= 3; groups -= 3, to += 48, c += span << 1) {
		let d0 = f32x4.splat(0);
		let d1 = d0;
		let d2 = d0;
		for (let p = x; p < end; p += 4, c += 16) {
			const v = v128.load32_splat(p);
			const e0 = f32x4.sub(v, v128.load(c));
			const e1 = f32x4.sub(v, v128.load(c + span));
			const e2 = f32x4.sub(v, v128.load(c + (span << 1)));
			d0 = f32x4.add(d0, f32x4.mul(e0, e0));
			d1 = f32x4.add(d1, f32x4.mul(e1, e1));
			d2 = f32x4.add(d2, f32x4.mul(e2, e2));
		}
		v128.store(to, d0);
		v128.store(to, d1, 16);
		v128.store(to, d2, 32);
	}
	if (groups == 2) {
		let d0 = f32x4.splat(0);
		let d1 = d0;
		for (let p = x; p < end; p += 4, c += 16) {
			const v = v128.load32_splat(p);
			const e0 = f32x4.sub(v, v128.load(c));
			const e1 = f32x4.sub(v, v128.load(c + span));
			d0 = f32x4.add(d0, f32x4.mul(e0, e0));
			d1 = f32x4.add(d1, f32x4.mul(e1, e1));
		}
		v128.store(to, d0);
		v128.store(to, d1, 16);
	} else if (groups == 1) {
		let d0 = f32x4.splat(0);
		for (let p = x; p < end; p += 4, c += 16) {
			const e0 = f32x4.sub(v128.load32_splat(p), v128.load(c));
			d0 = f32x4.add(d0, f32x4.mul(e0, e0));
		}
		v128.store(to, d0);
	}
}
