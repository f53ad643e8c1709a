/**
 * Moves labels apart along one axis: returns positions at least `gap` apart and inside [low, high], in the same order and with the
 * least sum of squared moves (pool adjacent violators; Barlow et al. 1972). Where there is no room for all, they share it evenly.
 */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
	const n = wanted.length;
	const step = n > 1 ? Math.min(gap, (high - low) / (n - 1)) : gap;
	const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
	const pools: { sum: number; size: number }[] = [];
	order.forEach((i, rank) => {
		let pool = { sum: (wanted[i] ?? 0) - rank * step, size: 1 };
		for (let last = pools.at(-1); last && last.sum / last.size > pool.sum / pool.size; last = pools.at(-1)) {
			pools.pop();
			pool = { sum: pool.sum + last.sum, size: pool.size + last.size };
		}
		pools.push(pool);
	});
	const moved = new Array<number>(n);
	let rank = 0;
	for (const { sum, size } of pools) {
		const base = Math.min(Math.max(sum / size, low), high - (n - 1) * step);
		for (let k = 0; k < size; k++, rank++) moved[order[rank] ?? 0] = base + rank * step;
	}
	return moved;
}
