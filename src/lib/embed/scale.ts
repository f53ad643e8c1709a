import type { Customers, Feature } from '../features/customers.js';
import type { Matrix } from '../matrix.js';
import { Problem } from '../problem.js';

/** How one feature becomes a number for distances, read off a table by straight lines between knots. */
export interface ColumnScale {
	/** Its id. */
	readonly feature: string;
	/** Values of the feature, ascending. */
	readonly knots: Float64Array;
	/** Score at each knot. */
	readonly scores: Float64Array;
}
/** All that is needed to scale new customers as the old ones were. */
export type Scaling = readonly ColumnScale[];

const knotsKept = 1000;
const clip = 0.001;

/** Inverse of the standard normal distribution function (P. Acklam's rational approximation; relative error below 1.2e-9). */
export function normalQuantile(p: number): number {
	const a = [-3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1, 2.506628277459239];
	const b = [-5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1];
	const c = [-7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783];
	const d = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416];
	const over = (q: number) =>
		(((((c[0]! * q + c[1]!) * q + c[2]!) * q + c[3]!) * q + c[4]!) * q + c[5]!) / ((((d[0]! * q + d[1]!) * q + d[2]!) * q + d[3]!) * q + 1);
	if (p < 0.02425) return over(Math.sqrt(-2 * Math.log(p)));
	if (p > 1 - 0.02425) return -over(Math.sqrt(-2 * Math.log(1 - p)));
	const q = p - 0.5;
	const r = q * q;
	return (
		((((((a[0]! * r + a[1]!) * r + a[2]!) * r + a[3]!) * r + a[4]!) * r + a[5]!) * q) /
		(((((b[0]! * r + b[1]!) * r + b[2]!) * r + b[3]!) * r + b[4]!) * r + 1)
	);
}

const furthest = normalQuantile(1 - clip);
const clipped = (score: number) => Math.min(furthest, Math.max(-furthest, score));
const isIndicator = ({ unit }: Feature) => unit === 'category';

/** Weight of the indicators of each category, by column: 1 ÷ √Σ p (1 − p), where p is the share of customers with a value. */
function weights(features: readonly Feature[]): Map<number, number> {
	const variances = new Map<number, number>();
	for (const { attribute, values } of features.filter(isIndicator)) {
		const p = share(values);
		variances.set(attribute!.column, (variances.get(attribute!.column) ?? 0) + p * (1 - p));
	}
	return new Map([...variances].map(([column, variance]) => [column, 1 / Math.sqrt(variance)]));
}

/** Mean of the values that are known; of an indicator, the share of ones. */
function share(values: Float64Array): number {
	let sum = 0;
	let known = 0;
	for (const value of values) {
		if (value !== value) continue;
		sum += value;
		known++;
	}
	return sum / known;
}

/**
 * Learns the scaling of each chosen feature. Features that are the same for everyone are left out: they tell nobody apart.
 *
 * - Numbers get the normal scores of their ranks (mid-ranks, so that equal values stay equal; scores clipped at the 0.001 and 0.999
 *   quantiles).
 * - The indicators x of a category get (x − p) ÷ √Σ p (1 − p), the sum over all of its values: together they have the variance of
 *   one normal score, 1, however many values there are. They are clipped like numbers, so that a rare value is not an outlier.
 * @throws Problem noFeatureVaries
 */
export function fitScaling(customers: Customers, features: readonly string[]): Scaling {
	const chosen = customers.features.filter(({ id }) => features.includes(id));
	const weight = weights(chosen);
	const scaling = chosen.flatMap((feature) => {
		const { id, values } = feature;
		const sorted = values.filter((value) => !Number.isNaN(value)).sort();
		if (sorted.length === 0 || sorted[0] === sorted[sorted.length - 1]) return [];
		if (isIndicator(feature)) {
			const p = share(values);
			const scores = Float64Array.of(0, 1).map((x) => clipped((x - p) * weight.get(feature.attribute!.column)!));
			return [{ feature: id, knots: Float64Array.of(0, 1), scores }];
		}
		const distinct: number[] = [];
		const scores: number[] = [];
		for (let from = 0; from < sorted.length;) {
			let to = from;
			while (to < sorted.length && sorted[to] === sorted[from]) to++;
			const rank = (from + to) / 2 / sorted.length;
			distinct.push(sorted[from]!);
			scores.push(normalQuantile(Math.min(1 - clip, Math.max(clip, rank))));
			from = to;
		}
		const take = Math.min(knotsKept, distinct.length);
		const at = Array.from({ length: take }, (_, i) => (take === 1 ? 0 : Math.round((i * (distinct.length - 1)) / (take - 1))));
		return [{ feature: id, knots: Float64Array.from(at, (i) => distinct[i]!), scores: Float64Array.from(at, (i) => scores[i]!) }];
	});
	if (scaling.length === 0) throw new Problem('noFeatureVaries', { n: customers.ids.length });
	return scaling;
}

/** Scales customers: rows × features of the scaling. A value without meaning (NaN) stands in the middle, at 0. */
export function scale(customers: Customers, scaling: Scaling): Matrix {
	const rows = customers.ids.length;
	const cols = scaling.length;
	const values = new Float32Array(rows * cols);
	scaling.forEach(({ feature, knots, scores }, j) => {
		const column = customers.features.find(({ id }) => id === feature)!.values;
		for (let i = 0; i < rows; i++) values[i * cols + j] = interpolate(column[i]!, knots, scores);
	});
	return { rows, cols, values };
}

function interpolate(x: number, knots: Float64Array, scores: Float64Array): number {
	const last = knots.length - 1;
	if (x !== x) return 0;
	if (x <= knots[0]!) return scores[0]!;
	if (x >= knots[last]!) return scores[last]!;
	let low = 0;
	let high = last;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if (knots[middle]! <= x) low = middle;
		else high = middle;
	}
	const share = (x - knots[low]!) / (knots[high]! - knots[low]!);
	return scores[low]! + share * (scores[high]! - scores[low]!);
}
