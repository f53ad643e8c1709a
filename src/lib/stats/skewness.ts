import { mean } from './moments.js';

/** Skewness g₁ = m₃ ÷ m₂^1.5 (moments about the mean, n in the denominator), NaN left out; NaN where nothing varies. */
export function skewness(values: ArrayLike<number>): number {
	const centre = mean(values);
	let [count, second, third] = [0, 0, 0];
	for (let i = 0; i < values.length; i++) {
		const off = values[i]! - centre;
		if (off !== off) continue;
		count++;
		second += off * off;
		third += off * off * off;
	}
	return second > 0 ? third / count / (second / count) ** 1.5 : NaN;
}
