/*
 * Expectation and the sums of maximisation for mixtures of Gaussians and of words, in 64 bits, two rows at a time. `mixture.ts` is its only
 * door. Rows are treated in blocks: their numbers are turned, so that number j of the rows of a block lies together.
 */

import { layOut, room, secure } from '../memory.kernel';

/** Rows of a block. */
const block: i32 = 64;
const line: usize = (<usize>block) << 3;

let cols: i32 = 0;
let k: i32 = 0;
let full: bool = false;
let categories: i32 = 0;

// What is given.
let values: usize = 0;
let codes: usize = 0;
let codeSpan: usize = 0;
let firstLevels: usize = 0;
let labels: usize = 0;
let means: usize = 0;
let whitening: usize = 0;
let constants: usize = 0;
let logProbabilities: usize = 0;

// What is worked out.
let shares: usize = 0;
let counts: usize = 0;
let sums: usize = 0;
let squares: usize = 0;
let tables: usize = 0;

// One block: numbers, their differences from a mean, those times the shares, and densities that become shares.
let numbers: usize = 0;
let differences: usize = 0;
let weighted: usize = 0;
let held: usize = 0;
let distances: usize = 0;

/** Makes room for `rows` rows, of which shares are written for `most` at a time; `levels` are those of all categories together. */
export function reserve(rows: i32, colCount: i32, components: i32, correlated: bool, categoryCount: i32, levels: i32, most: i32): void {
	cols = colCount;
	k = components;
	full = correlated;
	categories = categoryCount;
	layOut();
	numbers = room(<usize>cols * line);
	differences = room(<usize>cols * line);
	weighted = room(<usize>cols * line);
	held = room(<usize>k * line);
	distances = room(line);
	constants = room((<usize>k) << 3);
	means = room((<usize>(k * cols)) << 3);
	whitening = room((<usize>(k * cols * (full ? cols : 1))) << 3);
	counts = room((<usize>k) << 3);
	sums = room((<usize>(k * cols)) << 3);
	squares = room((<usize>(k * cols * (full ? cols : 1))) << 3);
	logProbabilities = room((<usize>(levels * k)) << 3);
	tables = room((<usize>(levels * k)) << 3);
	shares = room((<usize>(most * k)) << 3);
	firstLevels = room((<usize>categories) << 2);
	values = room((<usize>(rows * cols)) << 2);
	labels = room((<usize>rows) << 1);
	codeSpan = (<usize>rows) << 1;
	codes = room(codeSpan * categories);
	secure();
}

/** Rows × cols 32-bit numbers. */
export function valuesAt(): usize {
	return values;
}
/** 16-bit codes of all rows, one category after another. */
export function codesAt(): usize {
	return codes;
}
/** Of each category, how many levels come before its own. */
export function firstLevelsAt(): usize {
	return firstLevels;
}
/** 16-bit components of the rows, for `count`. */
export function labelsAt(): usize {
	return labels;
}
/** k × cols. */
export function meansAt(): usize {
	return means;
}
/** Inverses of the lower Cholesky factors, k × cols × cols; 1 ÷ variance, k × cols, where features are independent. */
export function whiteningAt(): usize {
	return whitening;
}
/** Logarithms of weight and of the normalising constant, k. */
export function constantsAt(): usize {
	return constants;
}
/** Levels × k. */
export function logProbabilitiesAt(): usize {
	return logProbabilities;
}
/** Shares of the rows that were placed, rows × k. */
export function sharesAt(): usize {
	return shares;
}
/** Sums over the rows learned from: of shares, k. */
export function countsAt(): usize {
	return counts;
}
/** Of differences from the means, times shares, k × cols. */
export function sumsAt(): usize {
	return sums;
}
/** Of products of two differences, times shares, k × cols × cols in the lower triangles; of squares, k × cols. */
export function squaresAt(): usize {
	return squares;
}
/** Of shares by level, levels × k. */
export function tablesAt(): usize {
	return tables;
}

/** Sets the sums to zero. */
export function clear(): void {
	memory.fill(counts, 0, logProbabilities - counts);
	memory.fill(tables, 0, shares - tables);
}

/** Sums over rows `from` to `to` as their labels say. */
export function count(from: i32, to: i32): void {
	for (let first = from; first < to; first += block) {
		const rows = min(block, to - first);
		turn(first, rows);
		memory.fill(held, 0, <usize>k * line);
		for (let r = 0; r < rows; r++) store<f64>(held + load<u16>(labels + ((<usize>(first + r)) << 1)) * line + ((<usize>r) << 3), 1);
		addUp(first, rows);
	}
}

/** Shares of rows `from` to `to` and the sums over them; returns their log likelihood. */
export function learn(from: i32, to: i32): f64 {
	let likelihood: f64 = 0;
	for (let first = from; first < to; first += block) {
		const rows = min(block, to - first);
		likelihood += expect(first, rows);
		addUp(first, rows);
	}
	return likelihood;
}

/** Writes the shares of rows `from` to `to`; returns their log likelihood. */
export function place(from: i32, to: i32): f64 {
	let likelihood: f64 = 0;
	let out = shares;
	for (let first = from; first < to; first += block) {
		const rows = min(block, to - first);
		likelihood += expect(first, rows);
		for (let r: usize = 0; r < (<usize>rows) << 3; r += 8)
			for (let c = 0; c < k; c++, out += 8) store<f64>(out, load<f64>(held + <usize>c * line + r));
	}
	return likelihood;
}

/** Reads the numbers of a block. */
function turn(first: i32, rows: i32): void {
	let from = values + ((<usize>(first * cols)) << 2);
	for (let r: usize = 0; r < (<usize>rows) << 3; r += 8)
		for (let j = 0, to = numbers + r; j < cols; j++, from += 4, to += line) store<f64>(to, <f64>load<f32>(from));
	if (rows < block)
		for (let j = 0; j < cols; j++) memory.fill(numbers + <usize>j * line + ((<usize>rows) << 3), 0, (<usize>(block - rows)) << 3);
}

/** Writes the differences of a block from the mean of component c. */
function subtract(c: i32): void {
	for (let j = 0; j < cols; j++) {
		const mean = v128.load64_splat(means + ((<usize>(c * cols + j)) << 3));
		const from = numbers + <usize>j * line;
		const to = differences + <usize>j * line;
		for (let r: usize = 0; r < line; r += 16) v128.store(to + r, f64x2.sub(v128.load(from + r), mean));
	}
}

/** Shares of a block; returns the log likelihood of its rows. */
function expect(first: i32, rows: i32): f64 {
	turn(first, rows);
	for (let c = 0; c < k; c++) {
		subtract(c);
		if (full) mahalanobis(whitening + ((<usize>(c * cols * cols)) << 3));
		else scaled(whitening + ((<usize>(c * cols)) << 3));
		const constant = v128.load64_splat(constants + ((<usize>c) << 3));
		const half = f64x2.splat(0.5);
		const to = held + <usize>c * line;
		for (let r: usize = 0; r < line; r += 16) v128.store(to + r, f64x2.sub(constant, f64x2.mul(half, v128.load(distances + r))));
	}
	for (let a = 0; a < categories; a++) {
		const own = codes + <usize>a * codeSpan + ((<usize>first) << 1);
		const level = load<i32>(firstLevels + ((<usize>a) << 2));
		for (let r = 0; r < rows; r++) {
			let from = logProbabilities + ((<usize>((level + <i32>load<u16>(own + ((<usize>r) << 1))) * k)) << 3);
			let to = held + ((<usize>r) << 3);
			for (let c = 0; c < k; c++, from += 8, to += line) store<f64>(to, load<f64>(to) + load<f64>(from));
		}
	}
	// Rows that are none have the density 1 in one component, so that they add nothing.
	for (let r = rows; r < block; r++)
		for (let c = 0; c < k; c++) store<f64>(held + <usize>c * line + ((<usize>r) << 3), c == 0 ? 0 : -Infinity);
	const likelihood = normalise();
	for (let r = rows; r < block; r++) store<f64>(held + ((<usize>r) << 3), 0);
	return likelihood;
}

/** Squared lengths of the differences times the lower triangle at `w`. */
function mahalanobis(w: usize): void {
	const stride = (<usize>cols) << 3;
	for (let r: usize = 0; r < line; r += 64) {
		let q0 = f64x2.splat(0);
		let q1 = q0;
		let q2 = q0;
		let q3 = q0;
		for (let a: usize = 0; a < stride; a += 8) {
			let z0 = f64x2.splat(0);
			let z1 = z0;
			let z2 = z0;
			let z3 = z0;
			let d = differences + r;
			const row = w + a * <usize>cols;
			for (let b: usize = 0; b <= a; b += 8, d += line) {
				const by = v128.load64_splat(row + b);
				z0 = f64x2.add(z0, f64x2.mul(by, v128.load(d)));
				z1 = f64x2.add(z1, f64x2.mul(by, v128.load(d, 16)));
				z2 = f64x2.add(z2, f64x2.mul(by, v128.load(d, 32)));
				z3 = f64x2.add(z3, f64x2.mul(by, v128.load(d, 48)));
			}
			q0 = f64x2.add(q0, f64x2.mul(z0, z0));
			q1 = f64x2.add(q1, f64x2.mul(z1, z1));
			q2 = f64x2.add(q2, f64x2.mul(z2, z2));
			q3 = f64x2.add(q3, f64x2.mul(z3, z3));
		}
		v128.store(distances + r, q0);
		v128.store(distances + r, q1, 16);
		v128.store(distances + r, q2, 32);
		v128.store(distances + r, q3, 48);
	}
}

/** Squared lengths of the differences, each number's square times the precision at `p`. */
function scaled(p: usize): void {
	memory.fill(distances, 0, line);
	for (let j = 0; j < cols; j++) {
		const by = v128.load64_splat(p + ((<usize>j) << 3));
		const from = differences + <usize>j * line;
		for (let r: usize = 0; r < line; r += 16) {
			const d = v128.load(from + r);
			v128.store(distances + r, f64x2.add(v128.load(distances + r), f64x2.mul(by, f64x2.mul(d, d))));
		}
	}
}

/** Turns log densities of a block into shares; returns the sum of log likelihoods. */
function normalise(): f64 {
	const end = held + <usize>k * line;
	let sum = f64x2.splat(0);
	// Each row's sum is between 1 and k, so that the product of half a block of them stays far from overflow.
	let product = f64x2.splat(1);
	for (let r: usize = 0; r < line; r += 16) {
		let most = v128.load(held + r);
		for (let at = held + line + r; at < end; at += line) most = f64x2.pmax(most, v128.load(at));
		let total = f64x2.splat(0);
		for (let at = held + r; at < end; at += line) {
			const share = exponential(f64x2.sub(v128.load(at), most));
			v128.store(at, share);
			total = f64x2.add(total, share);
		}
		const by = f64x2.div(f64x2.splat(1), total);
		for (let at = held + r; at < end; at += line) v128.store(at, f64x2.mul(by, v128.load(at)));
		sum = f64x2.add(sum, most);
		product = f64x2.mul(product, total);
	}
	const both = f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
	return both + Math.log(f64x2.extract_lane(product, 0)) + Math.log(f64x2.extract_lane(product, 1));
}

/** e to the power of x ≤ 0: 2ⁿ times the series for what is left, |r| ≤ ½ ln 2, to the 13th power. */
function exponential(x: v128): v128 {
	const least = f64x2.splat(-708);
	const inside = f64x2.pmax(x, least);
	const n = f64x2.nearest(f64x2.mul(inside, f64x2.splat(1.4426950408889634)));
	const high = f64x2.sub(inside, f64x2.mul(n, f64x2.splat(0.6931471803691238)));
	const r = f64x2.sub(high, f64x2.mul(n, f64x2.splat(1.9082149292705877e-10)));
	let p = f64x2.splat(1 / 6227020800);
	p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1 / 479001600));
	p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1 / 39916800));
	p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1 / 3628800));
	p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1 / 362880));
	p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1 / 40320));
	p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1 / 5040));
	p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1 / 720));
	p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1 / 120));
	p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1 / 24));
	p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1 / 6));
	p = f64x2.add(f64x2.mul(p, r), f64x2.splat(0.5));
	p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1));
	p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1));
	// 1.5 · 2⁵² + n holds n in its lowest bits; moved to the exponent's place it multiplies by 2ⁿ.
	const exponent = i64x2.shl(f64x2.add(n, f64x2.splat(6755399441055744)), 52);
	return v128.and(i64x2.add(p, exponent), f64x2.ge(x, least));
}

/** Adds a block with its shares to the sums. */
function addUp(first: i32, rows: i32): void {
	for (let c = 0; c < k; c++) {
		const own = held + <usize>c * line;
		let pair = f64x2.splat(0);
		for (let r: usize = 0; r < line; r += 16) pair = f64x2.add(pair, v128.load(own + r));
		const share = add(counts + ((<usize>c) << 3), pair);
		if (share < 1e-12 || cols == 0) continue;
		subtract(c);
		for (let j = 0; j < cols; j++) {
			const from = differences + <usize>j * line;
			const to = weighted + <usize>j * line;
			let sum = f64x2.splat(0);
			for (let r: usize = 0; r < line; r += 16) {
				const w = f64x2.mul(v128.load(own + r), v128.load(from + r));
				v128.store(to + r, w);
				sum = f64x2.add(sum, w);
			}
			add(sums + ((<usize>(c * cols + j)) << 3), sum);
		}
		if (full) addProducts(squares + ((<usize>(c * cols * cols)) << 3));
		else for (let j: usize = 0; j < <usize>cols; j++) addProduct(j, j, squares + ((<usize>(c * cols) + j) << 3));
	}
	for (let a = 0; a < categories; a++) {
		const own = codes + <usize>a * codeSpan + ((<usize>first) << 1);
		const level = load<i32>(firstLevels + ((<usize>a) << 2));
		for (let r = 0; r < rows; r++) {
			let to = tables + ((<usize>((level + <i32>load<u16>(own + ((<usize>r) << 1))) * k)) << 3);
			let from = held + ((<usize>r) << 3);
			for (let c = 0; c < k; c++, to += 8, from += line) store<f64>(to, load<f64>(to) + load<f64>(from));
		}
	}
}

/** Adds both numbers of a pair to the one at a place; returns their sum. */
function add(at: usize, pair: v128): f64 {
	const sum = f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
	store<f64>(at, load<f64>(at) + sum);
	return sum;
}

/** Adds the weighted products of differences to the lower triangle at a place, four at a time. */
function addProducts(to: usize): void {
	for (let a: usize = 0; a < <usize>cols; a++) {
		let b: usize = 0;
		for (; b + 3 <= a; b += 4) {
			const left = weighted + a * line;
			const right = differences + b * line;
			let s0 = f64x2.splat(0);
			let s1 = s0;
			let s2 = s0;
			let s3 = s0;
			for (let r: usize = 0; r < line; r += 16) {
				const w = v128.load(left + r);
				s0 = f64x2.add(s0, f64x2.mul(w, v128.load(right + r)));
				s1 = f64x2.add(s1, f64x2.mul(w, v128.load(right + r, line)));
				s2 = f64x2.add(s2, f64x2.mul(w, v128.load(right + r, line * 2)));
				s3 = f64x2.add(s3, f64x2.mul(w, v128.load(right + r, line * 3)));
			}
			const at = to + ((a * <usize>cols + b) << 3);
			add(at, s0);
			add(at + 8, s1);
			add(at + 16, s2);
			add(at + 24, s3);
		}
		for (; b <= a; b++) addProduct(a, b, to + ((a * <usize>cols + b) << 3));
	}
}

function addProduct(a: usize, b: usize, to: usize): void {
	const left = weighted + a * line;
	const right = differences + b * line;
	let even = f64x2.splat(0);
	let odd = even;
	for (let r: usize = 0; r < line; r += 32) {
		even = f64x2.add(even, f64x2.mul(v128.load(left + r), v128.load(right + r)));
		odd = f64x2.add(odd, f64x2.mul(v128.load(left + r, 16), v128.load(right + r, 16)));
	}
	add(to, f64x2.add(even, odd));
}
