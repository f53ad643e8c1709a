import type { Rows } from '../cluster/methods.js';
import { numbersOnly, type Category, type MixedRows } from '../cluster/mixed-rows.js';
import type { Customers, FeatureInfo } from '../features/customers.js';
import type { Matrix } from '../matrix.js';
import { atOnce, inTurns, part, type Task } from '../task.js';
import { scale, scaleAll, type Scaling } from './scale.js';

/** Share of the work that it is to scale customers, before their words are read. */
const scaled = 0.9;

/** Customers as scaled, in every way that methods read them. */
export function rowsOf(customers: Customers, scaling: Scaling): Rows {
	const points = scale(customers, scaling);
	return { points, mixed: atOnce(mixedRows(customers, scaling, points)), groups: groupsOf(customers.features, scaling) };
}

/** The same, in turns. */
export async function rowsOfAll(customers: Customers, scaling: Scaling, task: Task): Promise<Rows> {
	const points = await scaleAll(customers, scaling, part(task, 0, scaled));
	const mixed = await inTurns(mixedRows(customers, scaling, points), part(task, scaled, 1));
	return { points, mixed, groups: groupsOf(customers.features, scaling) };
}

/** A number for each column of a scaling: that of the column before it where both are indicators of one category. */
export function groupsOf(features: readonly FeatureInfo[], scaling: Scaling): Uint16Array {
	const scaled = scaling.map(({ feature }) => features.find(({ id }) => id === feature)!);
	const groups = new Uint16Array(scaled.length);
	for (let j = 1; j < groups.length; j++) {
		const [before, own] = [scaled[j - 1]!, scaled[j]!];
		const together = own.unit === 'category' && before.unit === 'category' && own.attribute!.column === before.attribute!.column;
		groups[j] = groups[j - 1]! + Number(!together);
	}
	return groups;
}

/**
 * Scaled customers as numbers and words: the indicators of a category become one word per customer again (a last one for who has none
 * of them), yes-or-no columns become words of two or three values (a third for unknown), and all else stays a number as `points` has it.
 */
function* mixedRows(customers: Customers, scaling: Scaling, points: Matrix): Generator<number, MixedRows> {
	const { rows, cols, values } = points;
	const features = scaling.map(({ feature }) => customers.features.find(({ id }) => id === feature)!);
	const numeric = Array.from(features.keys()).filter((j) => !['category', 'boolean'].includes(features[j]!.unit));
	if (numeric.length === cols) return numbersOnly(points);
	const numbers = new Float32Array(rows * numeric.length);
	for (const [to, j] of numeric.entries()) {
		for (let i = 0; i < rows; i++) numbers[i * numeric.length + to] = values[i * cols + j]!;
		yield j / cols;
	}
	const categories: Category[] = [];
	const indicators = features.filter(({ unit }) => unit === 'category');
	for (const column of new Set(indicators.map(({ attribute }) => attribute!.column))) {
		const own = indicators.filter(({ attribute }) => attribute!.column === column);
		const codes = new Uint16Array(rows).fill(own.length);
		for (const [level, { values: ones }] of own.entries()) {
			for (let i = 0; i < rows; i++) if (ones[i] === 1) codes[i] = level;
			yield numeric.length / cols;
		}
		categories.push({ codes, levels: own.length + 1 });
	}
	for (const { values: flags } of features.filter(({ unit }) => unit === 'boolean')) {
		categories.push({ codes: Uint16Array.from(flags, (flag) => (Number.isNaN(flag) ? 2 : flag)), levels: 3 });
		yield numeric.length / cols;
	}
	return { numbers: { rows, cols: numeric.length, values: numbers }, categories };
}
