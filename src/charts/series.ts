/** One line of a chart. Position i is (`x[i]`, `values[i]`), or (i, `values[i]`) without `x`; values that are not finite leave a gap. */
export interface Series {
	readonly name: string;
	readonly values: ArrayLike<number>;
	readonly x?: ArrayLike<number>;
	/** A CSS colour; the accent where none is given. */
	readonly colour?: string;
	readonly dashed?: boolean;
	/** Limits between which each value is known to lie, drawn as a band. */
	readonly band?: { readonly low: ArrayLike<number>; readonly high: ArrayLike<number> };
}

export type Point = readonly [x: number, y: number];

export const xOf = (series: Series, i: number): number => (series.x ? (series.x[i] ?? NaN) : i);

/** Smallest and largest finite number of several lists, or null where there is none. */
export function extentOf(lists: Iterable<ArrayLike<number>>): [number, number] | null {
	let low = Infinity;
	let high = -Infinity;
	for (const list of lists) {
		for (let i = 0; i < list.length; i++) {
			const value = list[i] ?? NaN;
			if (!Number.isFinite(value)) continue;
			if (value < low) low = value;
			if (value > high) high = value;
		}
	}
	return low <= high ? [low, high] : null;
}

/** Index of the position nearest to `x` in a series of ascending x; −1 where it is empty. */
export function nearestIndex(series: Series, x: number): number {
	let low = 0;
	let high = series.values.length - 1;
	if (high < 0) return -1;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if (xOf(series, middle) <= x) low = middle;
		else high = middle;
	}
	return Math.abs(xOf(series, low) - x) <= Math.abs(xOf(series, high) - x) ? low : high;
}

/**
 * The points of a series, thinned so that a line drawn through them over `columns` pixel columns looks the same: of every run of
 * positions, only the first, lowest, highest and last stay (M4; Jugel et al. 2014, VLDB 7(10)).
 */
export function thinned(series: Series, columns: number): Point[] {
	const n = series.values.length;
	const at = (i: number): Point => [xOf(series, i), series.values[i] ?? NaN];
	if (n <= 4 * columns) return Array.from({ length: n }, (_, i) => at(i));
	const points: Point[] = [];
	for (let column = 0; column < columns; column++) {
		const from = Math.floor((column * n) / columns);
		const to = Math.floor(((column + 1) * n) / columns) - 1;
		let low = from;
		let high = from;
		let gap = -1;
		for (let i = from; i <= to; i++) {
			const value = series.values[i] ?? NaN;
			if (!Number.isFinite(value)) gap = i;
			if (value < (series.values[low] ?? NaN) || !Number.isFinite(series.values[low] ?? NaN)) low = i;
			if (value > (series.values[high] ?? NaN) || !Number.isFinite(series.values[high] ?? NaN)) high = i;
		}
		const kept = new Set([from, low, high, to, ...(gap < 0 ? [] : [gap])]);
		for (const i of [...kept].sort((a, b) => a - b)) points.push(at(i));
	}
	return points;
}
