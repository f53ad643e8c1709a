/** Mean, NaN left out; NaN of none. */
export function mean(values: ArrayLike<number>): number {
	let sum = 0;
	let count = 0;
	for (let i = 0; i < values.length; i++) {
		const x = values[i]!;
		if (x !== x) continue;
		sum += x;
		count++;
	}
	return sum / count;
}

/** Sample standard deviation (n − 1 in the denominator), NaN left out; NaN of fewer than two. */
export function standardDeviation(values: ArrayLike<number>): number {
	const centre = mean(values);
	let sum = 0;
	let count = 0;
	for (let i = 0; i < values.length; i++) {
		const x = values[i]!;
		if (x !== x) continue;
		sum += (x - centre) ** 2;
		count++;
	}
	return count > 1 ? Math.sqrt(sum / (count - 1)) : NaN;
}
