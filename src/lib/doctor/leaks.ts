import { rocAuc } from '../predict/metrics.js';
import type { PeopleColumn } from '../table/people.js';
import { pause, type Task } from '../task.js';

/** A column tells an outcome where it ranks nearly every customer with it above nearly every one without, or below. */
const tells = 0.99;
/** Customers needed with the outcome, and without. */
const least = 10;
/** Values of a category that can tell, and the customers there must be for each of them. */
const [mostValues, perValue] = [50, 10];
/** Rows looked at, evenly spread over the table. */
const looked = 20_000;

/** A yes or no as 1 and 0 by row, NaN where unknown; null where a column is neither. */
export function outcomeOf(column: PeopleColumn): Float64Array | null {
	if ('codes' in column) {
		return column.categories.length === 2 ? Float64Array.from(column.codes, (code) => (code < 0 ? NaN : code)) : null;
	}
	if (column.kind === 'time') return null;
	let [low, high] = [Infinity, -Infinity];
	for (const value of column.values) {
		if (value < low) low = value;
		if (value > high) high = value;
	}
	if (!(low < high)) return null;
	for (const value of column.values) if (value === value && value !== low && value !== high) return null;
	return column.values.map((value) => (value === value ? (value === low ? 0 : 1) : NaN));
}

/**
 * The columns that know an outcome already: by their values, or by where they are empty (a date of leaving, a reason for it), the area
 * under the ROC curve is at least 0.99 or at most 0.01. Categories are ranked by the share of the outcome among their customers.
 * @param outcome 1, 0 or NaN by row
 * @param rows the rows that take part
 */
export async function leaksOf(
	outcome: Float64Array,
	columns: readonly PeopleColumn[],
	rows: Uint32Array,
	task: Task
): Promise<PeopleColumn[]> {
	const step = Math.max(1, Math.ceil(rows.length / looked));
	const seen = rows.filter((row, i) => i % step === 0 && outcome[row] === outcome[row]);
	const leaks: PeopleColumn[] = [];
	for (const column of columns) {
		await pause(task);
		const known = seen.filter((row) => ('codes' in column ? column.codes[row]! >= 0 : column.values[row] === column.values[row]));
		const scores = 'codes' in column ? shares(column, known, outcome) : Float64Array.from(known, (row) => column.values[row]!);
		const filled = new Set(known);
		if (
			(scores && separates(known, scores, outcome)) ||
			separates(
				seen,
				Float64Array.from(seen, (row) => (filled.has(row) ? 1 : 0)),
				outcome
			)
		)
			leaks.push(column);
	}
	return leaks;
}

function separates(rows: Uint32Array, scores: Float64Array, outcome: Float64Array): boolean {
	const y = Uint8Array.from(rows, (row) => outcome[row]!);
	const yes = y.reduce((sum, value) => sum + value, 0);
	if (yes < least || y.length - yes < least) return false;
	const auc = rocAuc(y, scores);
	return auc >= tells || auc <= 1 - tells;
}

/** The share of the outcome among the customers of each row's category; null where there are too many categories to tell. */
function shares(column: PeopleColumn & { codes: Int32Array }, rows: Uint32Array, outcome: Float64Array): Float64Array | null {
	const { codes, categories } = column as { codes: Int32Array; categories: readonly string[] };
	if (categories.length > mostValues || rows.length < perValue * categories.length) return null;
	const [yes, all] = [new Float64Array(categories.length), new Float64Array(categories.length)];
	for (const row of rows) {
		yes[codes[row]!]! += outcome[row]!;
		all[codes[row]!]!++;
	}
	return Float64Array.from(rows, (row) => yes[codes[row]!]! / all[codes[row]!]!);
}
