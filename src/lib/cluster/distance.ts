/**
 * Squared Euclidean distance between `size` numbers of `a` from `p` and of `b` from `q`, summed in float64. Differences are taken
 * before squaring, so that points far from the origin lose no digits.
 */
export function squaredDistance(
	a: Float32Array | Float64Array,
	p: number,
	b: Float32Array | Float64Array,
	q: number,
	size: number
): number {
	let even = 0;
	let odd = 0;
	let j = 0;
	for (; j + 3 < size; j += 4) {
		const d0 = a[p + j]! - b[q + j]!;
		const d1 = a[p + j + 1]! - b[q + j + 1]!;
		const d2 = a[p + j + 2]! - b[q + j + 2]!;
		const d3 = a[p + j + 3]! - b[q + j + 3]!;
		even += d0 * d0 + d2 * d2;
		odd += d1 * d1 + d3 * d3;
	}
	for (; j < size; j++) {
		const d = a[p + j]! - b[q + j]!;
		even += d * d;
	}
	return even + odd;
}
