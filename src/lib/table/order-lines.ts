/**
 * Rules for files with several lines per order. `order` holds one code per row; a negative code is a row without an order, which
 * stands for itself. The lines of an order need not follow each other.
 */
export type Codes = Int32Array | Uint32Array;

/** 1 on the first line of each order and on every row without one. */
export function firstLines(order: Codes): Uint8Array {
	const seen = new Set<number>();
	return Uint8Array.from(order, (code) => {
		if (code >= 0 && seen.has(code)) return 0;
		seen.add(code);
		return 1;
	});
}

/**
 * Cells of an order that are filled on some of its lines, on all of them: an empty cell takes the order's first filled one.
 * `empty` tells an empty entry: a code for text, NaN for times. Returns a new array.
 */
export function filledInOrder<T extends Int32Array | Uint32Array | Float64Array>(
	order: Codes,
	values: T,
	empty: (value: number) => boolean
): T {
	const first = new Map<number, number>();
	values.forEach((value, row) => {
		const code = order[row]!;
		if (code >= 0 && !empty(value) && !first.has(code)) first.set(code, value);
	});
	return values.map((value, row) => (empty(value) ? (first.get(order[row]!) ?? value) : value)) as T;
}

/**
 * Money of a whole order, counted once: the first readable amount among its lines stands on its first line and 0 on the others,
 * so that sums over rows are sums over orders. NaN on the first line of an order without a readable amount.
 */
export function oncePerOrder(order: Codes, amount: Float64Array): Float64Array {
	const first = firstLines(order);
	const whole = filledInOrder(order, amount, Number.isNaN);
	return whole.map((value, row) => (first[row] ? value : 0));
}

/** What is left of each amount after what was given back; a refund that is missing or unreadable (NaN) is none. In money, row by row. */
export function lessRefunds(amount: Float64Array, refund: Float64Array): Float64Array {
	return amount.map((value, row) => value - (Math.abs(refund[row]!) || 0));
}

/**
 * Which column of a chain of identities names the person of each row: the index of the first that is filled (code not `empty`),
 * or −1 where none is.
 */
export function identityUsed(chain: readonly Codes[], rows: number, empty: number): Int8Array {
	return Int8Array.from({ length: rows }, (_, row) => chain.findIndex((codes) => codes[row] !== empty));
}
