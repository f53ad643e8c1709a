import { featureIds, type PurchaseLog } from '../features/customers.js';
import { endBefore, featuresAt } from '../features/features.js';
import type { Matrix } from '../matrix.js';
import { quantileSorted } from '../stats/quantile.js';

const windows = [30, 60, 90, 180] as const;

/** What a purchase score looks at: every behavioural feature, and how lively the customer was of late. */
export const columnIds = [
	...featureIds,
	'days30',
	'days60',
	'days90',
	'days180',
	'recencyOverGap',
	'silence',
	'lastSpend',
	'largestSpend'
] as const;
export type ColumnId = (typeof columnIds)[number];

/** What a model may look at: numbers by customer, NaN where there is none. */
export type Columns = Readonly<Record<string, Float64Array>>;
export type OrderColumns = Readonly<Record<ColumnId, Float64Array>>;

const linear: readonly string[] = ['weekend', 'hour', 'returns'] satisfies ColumnId[];
const clip = 5;

/** How columns become inputs of a model; learned once, then repeated on any customers. Plain data. */
export interface Recipe {
	readonly columns: readonly {
		readonly id: string;
		/** Logarithm of one plus the value, sign kept. */
		readonly log: boolean;
		readonly mean: number;
		readonly sd: number;
		/** Share of customers without a value, who get a column of their own; 0 = no such column, or that of an earlier one says the same. */
		readonly missing: number;
	}[];
}

/**
 * The columns of the customers in `among` as they stood at the start of `day`, from lines of earlier days only. Besides the
 * features: `days30` … `days180`, purchase days among the last 30 … 180 days; `recencyOverGap`, recency ÷ the customer's own
 * mean gap (their tenure where there is no gap, at least one day); `silence`, recency ÷ the median gap, NaN where there is none; spend on the
 * last and on the largest purchase day.
 */
export function columnsAt(log: PurchaseLog, day: number, among: Uint32Array): OrderColumns {
	const features = featuresAt(log, day, among);
	const own = columnIds.slice(featureIds.length).map((id) => [id, new Float64Array(among.length)] as const);
	const columns = Object.fromEntries([...features.map(({ id, values }) => [id, values] as const), ...own]) as OrderColumns;
	let gaps = new Float64Array(64);
	among.forEach((c, k) => {
		const begin = log.start[c]!;
		const end = endBefore(log.day, begin, log.start[c + 1]!, day);
		let spend = 0;
		let largest = -Infinity;
		let days = 0;
		let before = NaN;
		for (let i = begin; i < end; i++) {
			const bought = log.day[i]!;
			spend += log.amount[i]!;
			if (i + 1 < end && log.day[i + 1] === bought) continue;
			for (const window of windows) if (bought >= day - window) columns[`days${window}`][k]!++;
			if (days > 0) {
				if (days > gaps.length) {
					const longer = new Float64Array(2 * gaps.length);
					longer.set(gaps);
					gaps = longer;
				}
				gaps[days - 1] = bought - before;
			}
			days++;
			before = bought;
			largest = Math.max(largest, spend);
			columns.lastSpend[k] = spend;
			spend = 0;
		}
		columns.largestSpend[k] = largest;
		const gap = columns.gap[k]!;
		columns.recencyOverGap[k] = columns.recency[k]! / Math.max(1, Number.isNaN(gap) ? columns.tenure[k]! : gap);
		columns.silence[k] = days < 2 ? NaN : columns.recency[k]! / Math.max(1, quantileSorted(gaps.subarray(0, days - 1).sort(), 0.5));
	});
	return columns;
}

/** Whether a column of orders is taken by its logarithm: all but shares and hours. */
export const orderLog = (id: string): boolean => !linear.includes(id);

/** Learns means and spreads of columns from these customers. A column has an indicator where some, but not all, miss a value. */
export function learnRecipe(columns: Columns, takesLog: (id: string, values: Float64Array) => boolean = orderLog): Recipe {
	const told: Float64Array[] = [];
	return {
		columns: Object.entries(columns).map(([id, all]) => {
			const known = all.filter((value) => !Number.isNaN(value));
			const log = takesLog(id, known);
			const values = log ? known.map(signedLog) : known;
			const n = Math.max(1, values.length);
			const mean = values.reduce((sum, value) => sum + value, 0) / n;
			const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
			const gaps = known.length > 0 && known.length < all.length && !told.some((other) => sameGaps(other, all));
			if (gaps) told.push(all);
			return { id, log, mean, sd, missing: gaps ? 1 - known.length / all.length : 0 };
		})
	};
}

const sameGaps = (a: Float64Array, b: Float64Array): boolean => a.every((value, i) => Number.isNaN(value) === Number.isNaN(b[i]));

/**
 * Inputs of a model, one row per customer: z-scores cut off at ±5, 0 where a value is missing or the column never varied,
 * then the indicators of missing values as z-scores. A column that is not there counts as missing.
 */
export function applyRecipe(recipe: Recipe, columns: Columns): Matrix {
	const indicators = recipe.columns.filter(({ missing }) => missing > 0);
	const rows = rowsOf(columns);
	const cols = recipe.columns.length + indicators.length;
	const values = new Float32Array(rows * cols);
	const absent = new Float64Array(rows).fill(NaN);
	recipe.columns.forEach(({ id, log, mean, sd }, j) => {
		const column = columns[id] ?? absent;
		for (let i = 0; i < rows; i++) values[i * cols + j] = zScore(log ? signedLog(column[i]!) : column[i]!, mean, sd);
	});
	indicators.forEach(({ id, missing }, k) => {
		const sd = Math.sqrt(missing * (1 - missing));
		const column = columns[id] ?? absent;
		for (let i = 0; i < rows; i++) values[i * cols + recipe.columns.length + k] = zScore(Number.isNaN(column[i]) ? 1 : 0, missing, sd);
	});
	return { rows, cols, values };
}

export const rowsOf = (columns: Columns): number => Object.values(columns)[0]?.length ?? 0;

/** Columns of some of the rows. */
export const takeColumns = (columns: Columns, rows: Uint32Array): Columns =>
	Object.fromEntries(Object.entries(columns).map(([id, values]) => [id, Float64Array.from(rows, (row) => values[row]!)]));

function signedLog(value: number): number {
	return Math.sign(value) * Math.log1p(Math.abs(value));
}

function zScore(value: number, mean: number, sd: number): number {
	const z = (value - mean) / sd;
	return sd > 1e-9 && Number.isFinite(z) ? Math.max(-clip, Math.min(clip, z)) : 0;
}
