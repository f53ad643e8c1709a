import type { Customers, Feature, MeasureMethod } from '../features/customers.js';
import type { Matrix } from '../matrix.js';
import { Problem } from '../problem.js';
import { mean, standardDeviation } from '../stats/moments.js';
import { quantileSorted, sortedInPieces } from '../stats/quantile.js';
import { skewness } from '../stats/skewness.js';
import { atOnce, inTurns, type Task } from '../task.js';

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
/**
 * How numbers are compared where the person has not said otherwise. `ranks`: by their normal scores, for which no distribution is too
 * skewed; they leave no gap within a column. `sizes`: by how large they are, so that gaps stay.
 */
export type NumberScores = 'ranks' | 'sizes';

/**
 * Weight of a category beside numbers by size, among which groups stand apart: in full its values would pass for groups of their own. Another
 * value then costs about half the variance of a number, as in k-prototypes (Huang 1998: a third to two thirds of the mean standard deviation).
 */
const besideSizes = 0.4;
const knotsKept = 1000;
const scaledAtOnce = 65_536;
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
 *   quantiles), or by size their standard scores, of logarithms where they are skewed to the right, clipped alike.
 * - The indicators x of a category get (x − p) ÷ √Σ p (1 − p), the sum over all of its values: together they have the variance of
 *   one normal score, 1, however many values there are; beside numbers by size, 0.16. They are clipped like numbers, so that a rare value is
 *   not an outlier.
 * - A feature with a `measure` of its own gets the scores of its method, times its weight; one of weight 0 is left out.
 * @throws Problem noFeatureVaries
 */
export function fitScaling(customers: Customers, features: readonly string[], numbers: NumberScores = 'ranks'): Scaling {
	return atOnce(fitting(customers, features, numbers));
}

/** The same, in turns. */
export const fitScalingAll = (customers: Customers, features: readonly string[], numbers: NumberScores, task: Task): Promise<Scaling> =>
	inTurns(fitting(customers, features, numbers), task);

function* fitting(customers: Customers, features: readonly string[], numbers: NumberScores): Generator<number, Scaling> {
	const chosen = customers.features.filter(({ id }) => features.includes(id));
	const weight = weights(chosen);
	const scaling: ColumnScale[] = [];
	for (const [at, feature] of chosen.entries()) {
		const { id, values } = feature;
		const { method, weight: counts } = feature.measure ?? { method: 'ranks', weight: 1 };
		const sorting = sortedInPieces(values);
		let sort = sorting.next();
		for (; !sort.done; sort = sorting.next()) yield at / chosen.length;
		const sorted = sort.value;
		yield at / chosen.length;
		if (sorted.length === 0 || sorted[0] === sorted[sorted.length - 1] || counts === 0) continue;
		const column = isIndicator(feature)
			? indicator(values, weight.get(feature.attribute!.column)! * (numbers === 'sizes' ? besideSizes : 1))
			: methods[method === 'ranks' ? numbers : method](sorted);
		scaling.push({ feature: id, ...column, scores: counts === 1 ? column.scores : column.scores.map((score) => score * counts) });
		yield (at + 1) / chosen.length;
	}
	if (scaling.length === 0) throw new Problem('noFeatureVaries', { n: customers.ids.length });
	return scaling;
}

type Knots = Omit<ColumnScale, 'feature'>;

function indicator(values: Float64Array, weight: number): Knots {
	const p = share(values);
	return { knots: Float64Array.of(0, 1), scores: Float64Array.of(0, 1).map((x) => clipped((x - p) * weight)) };
}

/** A straight line through a score of 0 at `centre` and of 1 at `centre + unit`, which ends at `low` and `high`. */
const line = (low: number, high: number, centre: number, unit: number): Knots => ({
	knots: Float64Array.of(low, high),
	scores: Float64Array.of((low - centre) / unit, (high - centre) / unit)
});

/** Interquartile range of the standard normal distribution. */
const normalRange = 2 * normalQuantile(0.75);
/** Skewness above which a number is one of sizes rather than of places: an exponential distribution has 2, a normal one 0. */
const skewed = 1;
/** Shares of the smallest and of the largest values that are drawn in. */
const tail = 0.05;

/**
 * Scores by method, of ascending values that vary. All but `ranks` keep the shape of what they scale, and all give the same scores
 * whatever unit the values are in; all but `log` whatever zero they are counted from, too. New values beyond the old ones count as the outermost of them.
 *
 * - `standard`: (x − mean) ÷ standard deviation.
 * - `robust`: (x − median) ÷ (interquartile range ÷ 1.349), which is the standard deviation of a normal distribution (Huber 1981);
 *   by the standard deviation where half of the values are the same.
 * - `winsorised`: values beyond the 0.05 and 0.95 quantiles count as these, then as `standard` (Tukey 1962); as `standard` where
 *   nothing varies between them.
 * - `log`: log x, then as `standard`. With zeros or negative values asinh(x ÷ s) stands for it, s the median size of what is not zero
 *   (Burbidge, Magee & Robb 1988).
 */
const methods: Readonly<Record<MeasureMethod | NumberScores, (sorted: Float64Array) => Knots>> = {
	ranks: (sorted) => {
		const n = sorted.length;
		const starts = startsOf(sorted);
		return thinned(sorted, starts, (d) => {
			const rank = (starts[d]! + (starts[d + 1] ?? n)) / 2 / n;
			return normalQuantile(Math.min(1 - clip, Math.max(clip, rank)));
		});
	},
	standard: (sorted) => line(sorted[0]!, sorted.at(-1)!, mean(sorted), standardDeviation(sorted)),
	sizes: (sorted) => standardised(sorted, skewness(sorted) > skewed ? logarithms(sorted) : sorted, clipped),
	robust: (sorted) => {
		const range = quantileSorted(sorted, 0.75) - quantileSorted(sorted, 0.25);
		return line(sorted[0]!, sorted.at(-1)!, quantileSorted(sorted, 0.5), range > 0 ? range / normalRange : standardDeviation(sorted));
	},
	winsorised: (sorted) => {
		const [low, high] = [quantileSorted(sorted, tail), quantileSorted(sorted, 1 - tail)];
		if (low === high) return methods.standard(sorted);
		const drawn = sorted.map((x) => Math.min(high, Math.max(low, x)));
		return line(low, high, mean(drawn), standardDeviation(drawn));
	},
	log: (sorted) => standardised(sorted, logarithms(sorted))
};

/** log x of ascending values, or asinh(x ÷ s) where some are not positive. */
function logarithms(sorted: Float64Array): Float64Array {
	if (sorted[0]! > 0) return sorted.map(Math.log);
	const unit = medianSize(sorted);
	return sorted.map((x) => Math.asinh(x / unit));
}

/** The median of |x| over the ascending numbers that are not zero. */
function medianSize(sorted: Float64Array): number {
	let below = 0;
	while (sorted[below]! < 0) below++;
	let above = below;
	while (sorted[above] === 0) above++;
	const half = (sorted.length - above + below - 1) / 2;
	let [last, size] = [0, 0];
	// Sizes rise away from zero on either side.
	for (let i = 0; i <= Math.ceil(half); i++) {
		last = size;
		size = above === sorted.length || (below > 0 && -sorted[below - 1]! < sorted[above]!) ? -sorted[--below]! : sorted[above++]!;
	}
	return Number.isInteger(half) ? size : (last + size) / 2;
}

/** Standard scores of what stands for each of the ascending values. */
function standardised(sorted: Float64Array, values: Float64Array, drawnIn = (score: number) => score): Knots {
	const [centre, spread] = [mean(values), standardDeviation(values)];
	const starts = startsOf(sorted);
	return thinned(sorted, starts, (d) => drawnIn((values[starts[d]!]! - centre) / spread));
}

/** Where each of the distinct among ascending numbers begins. */
function startsOf(sorted: Float64Array): Uint32Array {
	const starts = new Uint32Array(sorted.length);
	let count = 0;
	for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) starts[count++] = i;
	return starts.subarray(0, count);
}

/** Knots at no more than `knotsKept` of the distinct numbers, the outermost among them; `score` gives that of the d-th. */
function thinned(sorted: Float64Array, starts: Uint32Array, score: (d: number) => number): Knots {
	const take = Math.min(knotsKept, starts.length);
	const at = Array.from({ length: take }, (_, i) => (take === 1 ? 0 : Math.round((i * (starts.length - 1)) / (take - 1))));
	return { knots: Float64Array.from(at, (d) => sorted[starts[d]!]!), scores: Float64Array.from(at, score) };
}

/** Scales customers: rows × features of the scaling. A value without meaning (NaN) stands in the middle, at 0. */
export const scale = (customers: Customers, scaling: Scaling): Matrix => atOnce(scaled(customers, scaling));

/** The same, in turns. */
export const scaleAll = (customers: Customers, scaling: Scaling, task: Task): Promise<Matrix> => inTurns(scaled(customers, scaling), task);

function* scaled(customers: Customers, scaling: Scaling): Generator<number, Matrix> {
	const rows = customers.ids.length;
	const cols = scaling.length;
	const values = new Float32Array(rows * cols);
	for (const [j, { feature, knots, scores }] of scaling.entries()) {
		const column = customers.features.find(({ id }) => id === feature)!.values;
		for (let from = 0; from < rows; from += scaledAtOnce) {
			yield (j + from / rows) / cols;
			const to = Math.min(rows, from + scaledAtOnce);
			for (let i = from; i < to; i++) values[i * cols + j] = column[i] === column[i] ? interpolate(column[i]!, knots, scores) : 0;
		}
	}
	return { rows, cols, values };
}

/** Off a table, by straight lines between its ascending knots. */
function interpolate(x: number, knots: Float64Array, scores: Float64Array): number {
	const last = knots.length - 1;
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

/** The value that a score stands for, by straight lines between the knots; scores beyond the outermost give the outermost value. */
export const unscaled = (score: number, { knots, scores }: ColumnScale): number => interpolate(score, scores, knots);
