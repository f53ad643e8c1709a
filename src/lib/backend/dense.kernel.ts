/*
 * Sums of a dense network in 32-bit floats, four at a time. Matrices are row-major; rows and columns are counted in numbers and are
 * multiples of 4. Addresses and steps between numbers are in bytes.
 */

/**
 * c = a · b + bias, where relu then max(0, ·): a is m × k with number (i, p) at `a + i·row + p·step`, b is k × n, c is m × n.
 * `bias` is the address of n numbers, or 0 for none.
 */
export function multiply(a: usize, row: usize, step: usize, b: usize, c: usize, m: i32, n: i32, k: i32, bias: usize, relu: bool): void {
	const width = (<usize>n) << 2;
	let j = 0;
	for (; j + 8 <= n; j += 8)
		eight(a, row, step, b + ((<usize>j) << 2), c + ((<usize>j) << 2), m, width, k, bias ? bias + ((<usize>j) << 2) : 0, relu);
	if (j < n) four(a, row, step, b + ((<usize>j) << 2), c + ((<usize>j) << 2), m, width, k, bias ? bias + ((<usize>j) << 2) : 0, relu);
}

/** Eight columns of `multiply`. */
function eight(a: usize, row: usize, step: usize, b: usize, c: usize, m: i32, width: usize, k: i32, bias: usize, relu: bool): void {
	const zero = f32x4.splat(0);
	const left = bias ? v128.load(bias) : zero;
	const right = bias ? v128.load(bias, 16) : zero;
	for (let i = 0; i < m; i += 4) {
		let l0 = left,
			l1 = left,
			l2 = left,
			l3 = left;
		let r0 = right,
			r1 = right,
			r2 = right,
			r3 = right;
		let a0 = a + <usize>i * row;
		let a1 = a0 + row;
		let a2 = a1 + row;
		let a3 = a2 + row;
		let at = b;
		for (let p = 0; p < k; p++) {
			const bl = v128.load(at);
			const br = v128.load(at, 16);
			const s0 = v128.load32_splat(a0);
			l0 = f32x4.add(l0, f32x4.mul(s0, bl));
			r0 = f32x4.add(r0, f32x4.mul(s0, br));
			const s1 = v128.load32_splat(a1);
			l1 = f32x4.add(l1, f32x4.mul(s1, bl));
			r1 = f32x4.add(r1, f32x4.mul(s1, br));
			const s2 = v128.load32_splat(a2);
			l2 = f32x4.add(l2, f32x4.mul(s2, bl));
			r2 = f32x4.add(r2, f32x4.mul(s2, br));
			const s3 = v128.load32_splat(a3);
			l3 = f32x4.add(l3, f32x4.mul(s3, bl));
			r3 = f32x4.add(r3, f32x4.mul(s3, br));
			a0 += step;
			a1 += step;
			a2 += step;
			a3 += step;
			at += width;
		}
		if (relu) {
			l0 = f32x4.max(l0, zero);
			l1 = f32x4.max(l1, zero);
			l2 = f32x4.max(l2, zero);
			l3 = f32x4.max(l3, zero);
			r0 = f32x4.max(r0, zero);
			r1 = f32x4.max(r1, zero);
			r2 = f32x4.max(r2, zero);
			r3 = f32x4.max(r3, zero);
		}
		let to = c + <usize>i * width;
		v128.store(to, l0);
		v128.store(to, r0, 16);
		to += width;
		v128.store(to, l1);
		v128.store(to, r1, 16);
		to += width;
		v128.store(to, l2);
		v128.store(to, r2, 16);
		to += width;
		v128.store(to, l3);
		v128.store(to, r3, 16);
	}
}

/** Four columns of `multiply`. */
function four(a: usize, row: usize, step: usize, b: usize, c: usize, m: i32, width: usize, k: i32, bias: usize, relu: bool): void {
	const zero = f32x4.splat(0);
	const start = bias ? v128.load(bias) : zero;
	for (let i = 0; i < m; i += 4) {
		let c0 = start,
			c1 = start,
			c2 = start,
			c3 = start;
		let a0 = a + <usize>i * row;
		let a1 = a0 + row;
		let a2 = a1 + row;
		let a3 = a2 + row;
		let at = b;
		for (let p = 0; p < k; p++) {
			const v = v128.load(at);
			c0 = f32x4.add(c0, f32x4.mul(v128.load32_splat(a0), v));
			c1 = f32x4.add(c1, f32x4.mul(v128.load32_splat(a1), v));
			c2 = f32x4.add(c2, f32x4.mul(v128.load32_splat(a2), v));
			c3 = f32x4.add(c3, f32x4.mul(v128.load32_splat(a3), v));
			a0 += step;
			a1 += step;
			a2 += step;
			a3 += step;
			at += width;
		}
		if (relu) {
			c0 = f32x4.max(c0, zero);
			c1 = f32x4.max(c1, zero);
			c2 = f32x4.max(c2, zero);
			c3 = f32x4.max(c3, zero);
		}
		let to = c + <usize>i * width;
		v128.store(to, c0);
		to += width;
		v128.store(to, c1);
		to += width;
		v128.store(to, c2);
		to += width;
		v128.store(to, c3);
	}
}

/** Writes the transpose of a rows × cols matrix. */
export function transpose(from: usize, rows: i32, cols: i32, to: usize): void {
	for (let i = 0; i < rows; i++) {
		let at = to + ((<usize>i) << 2);
		for (let j = 0; j < cols; j++) {
			store<f32>(at, load<f32>(from));
			from += 4;
			at += (<usize>rows) << 2;
		}
	}
}

/** Writes the sum over the rows of each of n columns. */
export function sumRows(a: usize, rows: i32, n: i32, to: usize): void {
	const width = (<usize>n) << 2;
	for (let j: usize = 0; j < width; j += 16) {
		let sum = f32x4.splat(0);
		let at = a + j;
		for (let i = 0; i < rows; i++) {
			sum = f32x4.add(sum, v128.load(at));
			at += width;
		}
		v128.store(to + j, sum);
	}
}

/** Sets to zero the entries of `delta` where `value` is not above zero. */
export function maskRelu(delta: usize, value: usize, count: i32): void {
	const zero = f32x4.splat(0);
	for (const end = delta + ((<usize>count) << 2); delta < end; delta += 16) {
		v128.store(delta, v128.and(v128.load(delta), f32x4.gt(v128.load(value), zero)));
		value += 16;
	}
}

/** Writes `scale` · (z − y), and returns the sum of (z − y)². */
export function squaredError(z: usize, y: usize, delta: usize, count: i32, scale: f32): f64 {
	const by = f32x4.splat(scale);
	let low = f64x2.splat(0);
	let high = f64x2.splat(0);
	for (const end = z + ((<usize>count) << 2); z < end; z += 16) {
		const error = f32x4.sub(v128.load(z), v128.load(y));
		v128.store(delta, f32x4.mul(error, by));
		const square = f32x4.mul(error, error);
		low = f64x2.add(low, f64x2.promote_low_f32x4(square));
		high = f64x2.add(high, f64x2.promote_low_f32x4(v128.shuffle<f32>(square, square, 2, 3, 2, 3)));
		y += 16;
		delta += 16;
	}
	const sum = f64x2.add(low, high);
	return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/**
 * A step of Adam (Kingma & Ba 2015) with decoupled decay (Loshchilov & Hutter 2019): `rate` is the learning rate ÷ (1 − β₁ᵗ), `correction`
 * 1 ÷ (1 − β₂ᵗ), `decay` what part of a weight is taken off. Moments are updated in place.
 */
export function adam(weight: usize, gradient: usize, mean: usize, square: usize, count: i32, rate: f32, correction: f32, decay: f32): void {
	const b1 = f32x4.splat(0.9);
	const c1 = f32x4.splat(0.1);
	const b2 = f32x4.splat(0.999);
	const c2 = f32x4.splat(0.001);
	const epsilon = f32x4.splat(1e-7);
	const by = f32x4.splat(rate);
	const mend = f32x4.splat(correction);
	const keep = f32x4.splat(1 - decay);
	for (const end = weight + ((<usize>count) << 2); weight < end; weight += 16) {
		const g = v128.load(gradient);
		const m = f32x4.add(f32x4.mul(b1, v128.load(mean)), f32x4.mul(c1, g));
		const v = f32x4.add(f32x4.mul(b2, v128.load(square)), f32x4.mul(c2, f32x4.mul(g, g)));
		v128.store(mean, m);
		v128.store(square, v);
		const root = f32x4.add(f32x4.sqrt(f32x4.mul(v, mend)), epsilon);
		v128.store(weight, f32x4.sub(f32x4.mul(keep, v128.load(weight)), f32x4.div(f32x4.mul(by, m), root)));
		gradient += 16;
		mean += 16;
		square += 16;
	}
}
