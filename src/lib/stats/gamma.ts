/** Coefficients B₂ₖ ÷ (2k (2k − 1)) of Stirling's series, k = 1 … 7. */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156] as const;
const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

/** ln Γ(x) for x > 0, to about 14 digits: Stirling's series at x ≥ 10, reached by Γ(x + 1) = x Γ(x); NaN for x ≤ 0. */
export function logGamma(x: number): number {
	if (!(x > 0)) return NaN;
	let product = 1;
	while (x < 10) product *= x++;
	const square = 1 / (x * x);
	let series = 0;
	for (let k = stirling.length - 1; k >= 0; k--) series = series * square + stirling[k]!;
	return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + series / x - Math.log(product);
}

/** Coefficients B₂ₖ ÷ 2k of the asymptotic series, k = 1 … 7. */
const harmonic = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32_760, 1 / 12] as const;

/** ψ(x) = d ln Γ(x) ÷ dx for x > 0, to about 13 digits: the asymptotic series at x ≥ 10, reached by ψ(x + 1) = ψ(x) + 1 ÷ x; NaN for x ≤ 0. */
export function digamma(x: number): number {
	if (!(x > 0)) return NaN;
	let before = 0;
	while (x < 10) before += 1 / x++;
	const square = 1 / (x * x);
	let series = 0;
	for (let k = harmonic.length - 1; k >= 0; k--) series = (series + harmonic[k]!) * square;
	return Math.log(x) - 0.5 / x - series - before;
}

/** ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b) for a, b > 0. */
export const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);
