/** To which cluster each row belongs, how clearly, and which would be next. */
export interface Membership {
	readonly labels: Uint16Array<ArrayBuffer>;
	/** In [0, 1]; 1 where there is one cluster. */
	readonly strength: Float32Array<ArrayBuffer>;
	/** The second-best cluster; the best where there is one only. */
	readonly second: Uint16Array<ArrayBuffer>;
}

/** The membership of shares (rows × k, each row summing to 1): the largest share is its strength. Of equal ones the first wins. */
export function membershipOfShares(shares: Float32Array | Float64Array, k: number): Membership {
	const rows = shares.length / k;
	const labels = new Uint16Array(rows);
	const second = new Uint16Array(rows);
	const strength = new Float32Array(rows);
	for (let i = 0; i < rows; i++) {
		let [best, next] = [0, -1];
		for (let c = 1; c < k; c++) {
			if (shares[i * k + c]! > shares[i * k + best]!) {
				next = best;
				best = c;
			} else if (next < 0 || shares[i * k + c]! > shares[i * k + next]!) next = c;
		}
		labels[i] = best;
		second[i] = next < 0 ? best : next;
		strength[i] = shares[i * k + best]!;
	}
	return { labels, strength, second };
}

/**
 * Where clusters go so that the largest comes first, and `last`, where given, at the end: entry c is the new number of cluster c. Of equal
 * ones the first comes first.
 */
export function bySize(labels: Uint16Array, k: number, last: number | null = null): Uint16Array {
	const sizes = new Uint32Array(k);
	for (const label of labels) sizes[label]!++;
	const order = Array.from(sizes.keys()).sort((a, b) => Number(a === last) - Number(b === last) || sizes[b]! - sizes[a]! || a - b);
	const to = new Uint16Array(k);
	order.forEach((from, place) => (to[from] = place));
	return to;
}
