export interface Eigen {
	/** Eigenvalues, largest first. */
	readonly values: Float64Array<ArrayBuffer>;
	/** Row i is the unit eigenvector of value i; its entry of largest size is positive. */
	readonly vectors: Float64Array<ArrayBuffer>;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix (size × size, row-major) by cyclic Jacobi rotations (Golub & Van Loan 2013,
 * section 8.5). Meant for sizes up to a few hundred.
 */
export function symmetricEigen(matrix: Float64Array, size: number): Eigen {
	const a = matrix.slice();
	const v = new Float64Array(size * size);
	for (let i = 0; i < size; i++) v[i * size + i] = 1;
	for (let sweep = 0; sweep < 60; sweep++) {
		let off = 0;
		let all = 0;
		for (let i = 0; i < size; i++) {
			for (let j = 0; j < size; j++) {
				const square = a[i * size + j]! ** 2;
				all += square;
				if (i !== j) off += square;
			}
		}
		if (off <= 1e-30 * all) break;
		for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, v, size, p, q);
	}
	const order = Array.from({ length: size }, (_, i) => i).sort((i, j) => a[j * size + j]! - a[i * size + i]!);
	const vectors = new Float64Array(size * size);
	order.forEach((from, to) => {
		const vector = v.subarray(from * size, (from + 1) * size);
		const largest = vector.reduce((best, x) => (Math.abs(x) > Math.abs(best) ? x : best), 0);
		for (let j = 0; j < size; j++) vectors[to * size + j] = largest < 0 ? -vector[j]! : vector[j]!;
	});
	return { values: Float64Array.from(order, (i) => a[i * size + i]!), vectors };
}

/** Turns rows and columns p and q so that their common entry becomes 0; row p of `v` follows as eigenvector p. */
function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
	const apq = a[p * size + q]!;
	if (apq === 0) return;
	const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * apq);
	const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
	const c = 1 / Math.sqrt(t * t + 1);
	const s = t * c;
	for (let i = 0; i < size; i++) {
		const aip = a[i * size + p]!;
		const aiq = a[i * size + q]!;
		a[i * size + p] = c * aip - s * aiq;
		a[i * size + q] = s * aip + c * aiq;
	}
	for (let i = 0; i < size; i++) {
		const api = a[p * size + i]!;
		const aqi = a[q * size + i]!;
		a[p * size + i] = c * api - s * aqi;
		a[q * size + i] = s * api + c * aqi;
		const vpi = v[p * size + i]!;
		const vqi = v[q * size + i]!;
		v[p * size + i] = c * vpi - s * vqi;
		v[q * size + i] = s * vpi + c * vqi;
	}
}
