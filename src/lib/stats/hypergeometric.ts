const mostTerms = 200_000;

/**
 * Gauss's hypergeometric function ₂F₁(a, b; c; z) for 0 ≤ z < 1, by its power series or, where that has the smaller terms, by the
 * series of Euler's transformation (1 − z)^(c−a−b) ₂F₁(c − a, c − b; c; z) (Abramowitz & Stegun 1964, 15.1.1 and 15.3.3).
 * `c` must not be zero or a negative whole number. NaN outside of that and where 200,000 terms are not enough.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
	if (!(z >= 0 && z < 1)) return NaN;
	if (Math.abs((c - a) * (c - b)) < Math.abs(a * b)) return Math.pow(1 - z, c - a - b) * powerSeries(c - a, c - b, c, z);
	return powerSeries(a, b, c, z);
}

function powerSeries(a: number, b: number, c: number, z: number): number {
	let term = 1;
	let sum = 1;
	for (let k = 0; k < mostTerms; k++) {
		const ratio = (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
		term *= ratio;
		sum += term;
		// From here on the terms shrink at least as fast as this ratio or z: what is left is a geometric series at most.
		const shrinking = Math.max(Math.abs(ratio), z);
		if (shrinking < 1 && Math.abs(term) * shrinking <= 1e-16 * (1 - shrinking) * Math.abs(sum)) return sum;
	}
	return NaN;
}
