/** One point of a whale curve: the best `customers` of all, as a share, hold `value` of all value, as a share. */
export interface WhalePoint {
	readonly customers: number;
	readonly value: number;
}

export interface Concentration {
	/** From no customer to all, best first, at every hundredth. */
	readonly curve: readonly WhalePoint[];
	/** Share of value that the best fifth holds. */
	readonly topFifth: number;
	/** Smallest share of customers who hold half of the value. */
	readonly half: number;
}

/** How value (at least 0, in any unit) is spread over customers; null where there is none. */
export function concentration(values: Float64Array): Concentration | null {
	const sorted = values.toSorted().reverse();
	const sums = new Float64Array(sorted.length + 1);
	sorted.forEach((value, i) => (sums[i + 1] = sums[i]! + value));
	const total = sums[sorted.length]!;
	if (!(total > 0)) return null;
	const shareOf = (customers: number) => {
		const at = customers * sorted.length;
		const whole = Math.floor(at + 1e-9);
		return (sums[whole]! + Math.max(0, at - whole) * (sorted[whole] ?? 0)) / total;
	};
	const half = sums.findIndex((sum) => sum >= total / 2) / sorted.length;
	return { curve: Array.from({ length: 101 }, (_, i) => ({ customers: i / 100, value: shareOf(i / 100) })), topFifth: shareOf(0.2), half };
}
