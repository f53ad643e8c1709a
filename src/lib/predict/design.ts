import { featureIds, type PurchaseLog } from '../features/customers.js';
import { endBefore, featuresAt } from '../features/features.js';
import type { Matrix } from '../matrix.js';

const windows = [30, 60, 90, 180] as const;

/** What a purchase score looks at: every behavioural feature, and how lively the customer was of late. */
export const columnIds = [...featureIds, 'days30', 'days60', 'days90', 'days180', 'recencyOverGap', 'lastSpend', 'largestSpend'] as const;
export type ColumnId = (typeof columnIds)[number];
export type Columns = Readonly<Record<ColumnId, Float64Array>>;

const linear: readonly ColumnId[] = ['weekend', 'hour', 'returns'];
const clip = 5;

/** How columns become inputs of a model; learned once, then repeated on any customers. Plain data. */
export interface Recipe {
	readonly columns: readonly {
		readonly id: ColumnId;
		/** Logarithm of one plus the value, sign kept. */
		readonly log: boolean;
		readonly mean: number;
		readonly sd: number;
		/** Share of customers without a value, who get a column of their own; 0 = no such column. */
		readonly missing: number;
	}[];
}

/**
 * The columns of the customers in `among` as they stood at the start of `day`, from lines of earlier days only. Besides the
 * features: `days30` … `days180`, purchase days among the last 30 … 180 days; `recencyOverGap`, recency ÷ the customer's own
 * mean gap (their tenure where there is no gap, at least one day); spend on the last and on the largest purchase day.
 */
export function columnsAt(log: PurchaseLog, day: number, among: Uint32Array): Columns {
	const features = featuresAt(log, day, among);
	const own = columnIds.slice(featureIds.length).map((id) => [id, new Float64Array(among.length)] as const);
	const columns = Object.fromEntries([...features.map(({ id, values }) => [id, values] as const), ...own]) as Columns;
	among.forEach((c, k) => {
		const begin = log.start[c]!;
		const end = endBefore(log.day, begin, log.start[c + 1]!, day);
		let spend = 0;
		let largest = -Infinity;
		for (let i = begin; i < end; i++) {
			const bought = log.day[i]!;
			spend += log.amount[i]!;
			if (i + 1 < end && log.day[i + 1] === bought) continue;
			for (const window of windows) if (bought >= day - window) columns[`days${window}`][k]!++;
			largest = Math.max(largest, spend);
			columns.lastSpend[k] = spend;
			spend = 0;
		}
		columns.largestSpend[k] = largest;
		const gap = columns.gap[k]!;
		columns.recencyOverGap[k] = columns.recency[k]! / Math.max(1, Number.isNaN(gap) ? columns.tenure[k]! : gap);
	});
	return columns;
}

/** Learns means and spreads from these customers. A column has an indicator where some, but not all, miss a value. */
export function learnRecipe(columns: Columns): Recipe {
	return {
		columns: columnIds.map((id) => {
			const log = !linear.includes(id);
			const values = columns[id].filter((value) => !Number.isNaN(value)).map((value) => (log ? signedLog(value) : value));
			const n = Math.max(1, values.length);
			const mean = values.reduce((sum, value) => sum + value, 0) / n;
			const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
			return { id, log, mean, sd, missing: values.length === 0 ? 0 : 1 - values.length / columns[id].length };
		})
	};
}

/**
 * Inputs of a model, one row per customer: z-scores cut off at ±5, 0 where a value is missing or the column never varied,
 * then the indicators of missing values as z-scores.
 */
export function applyRecipe(recipe: Recipe, columns: Columns): Matrix {
	const indicators = recipe.columns.filter(({ missing }) => missing > 0);
	const rows = columns.recency.length;
	const cols = recipe.columns.length + indicators.length;
	const values = new Float32Array(rows * cols);
	recipe.columns.forEach(({ id, log, mean, sd }, j) => {
		columns[id].forEach((value, i) => (values[i * cols + j] = zScore(log ? signedLog(value) : value, mean, sd)));
	});
	indicators.forEach(({ id, missing }, k) => {
		const sd = Math.sqrt(missing * (1 - missing));
		columns[id].forEach((value, i) => (values[i * cols + recipe.columns.length + k] = zScore(Number.isNaN(value) ? 1 : 0, missing, sd)));
	});
	return { rows, cols, values };
}

function signedLog(value: number): number {
	return Math.sign(value) * Math.log1p(Math.abs(value));
}

function zScore(value: number, mean: number, sd: number): number {
	const z = (value - mean) / sd;
	return sd > 1e-9 && Number.isFinite(z) ? Math.max(-clip, Math.min(clip, z)) : 0;
}
