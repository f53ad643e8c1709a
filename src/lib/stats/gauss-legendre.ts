/** Points and weights of the quadrature of Gauss and Legendre on [0, 1]: exact for polynomials up to degree 2n − 1. */
export function gaussLegendre(n: number): { points: Float64Array; weights: Float64Array } {
	const points = new Float64Array(n);
	const weights = new Float64Array(n);
	for (let i = 0; i < n; i++) {
		let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
		let slope = NaN;
		for (let step = 0; step < 10; step++) {
			let [before, value] = [1, x];
			for (let k = 2; k <= n; k++) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
			slope = (n * (x * value - before)) / (x * x - 1);
			x -= value / slope;
		}
		points[i] = (1 + x) / 2;
		weights[i] = 1 / ((1 - x * x) * slope * slope);
	}
	return { points, weights };
}
