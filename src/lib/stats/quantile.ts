/** Numbers in ascending order, without NaN. */
export function sortedNumbers(values: ArrayLike<number>): Float64Array<ArrayBuffer> {
	// A typed array sorts NaN to its end.
	const sorted = new Float64Array(values).sort();
	let known = sorted.length;
	while (known > 0 && Number.isNaN(sorted[known - 1])) known--;
	return sorted.subarray(0, known);
}

const sortedAtOnce = 131_072;

/** The same, with stops between pieces of the work. */
export function* sortedInPieces(values: ArrayLike<number>): Generator<void, Float64Array<ArrayBuffer>> {
	const all = new Float64Array(values);
	let count = 0;
	for (let i = 0; i < all.length; i++) if (all[i] === all[i]) all[count++] = all[i]!;
	const known = all.subarray(0, count);
	yield;
	for (let from = 0; from < known.length; from += sortedAtOnce) {
		known.subarray(from, from + sortedAtOnce).sort();
		yield;
	}
	let [sorted, spare] = [known, new Float64Array(known.length > sortedAtOnce ? known.length : 0)];
	for (let size = sortedAtOnce; size < sorted.length; size *= 2) {
		for (let from = 0; from < sorted.length; from += 2 * size) {
			merge(sorted, spare, from, Math.min(from + size, sorted.length), Math.min(from + 2 * size, sorted.length));
			yield;
		}
		[sorted, spare] = [spare, sorted];
	}
	return sorted;
}

/** Merges two ascending runs, `from` … `middle` and `middle` … `to`, into the same places of `into`. */
function merge(runs: Float64Array, into: Float64Array, from: number, middle: number, to: number): void {
	for (let at = from, one = from, other = middle; at < to; at++)
		into[at] = other === to || (one < middle && runs[one]! <= runs[other]!) ? runs[one++]! : runs[other++]!;
}

/** Quantile at p in [0, 1] of ascending numbers by linear interpolation (type 7 of Hyndman & Fan 1996, the default of numpy and R); NaN of none. */
export function quantileSorted(sorted: Float64Array, p: number): number {
	const at = p * (sorted.length - 1);
	const below = sorted[Math.floor(at)];
	const above = sorted[Math.ceil(at)];
	if (below === undefined || above === undefined) return NaN;
	return below === above ? below : below + (at - Math.floor(at)) * (above - below);
}

/** Quantile at p in [0, 1] of numbers in any order, NaN left out; see `quantileSorted`. */
export function quantile(values: ArrayLike<number>, p: number): number {
	return quantileSorted(sortedNumbers(values), p);
}
