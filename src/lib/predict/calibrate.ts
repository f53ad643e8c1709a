import { permutation, seeded } from '../random.js';
import { mean, standardDeviation } from '../stats/moments.js';
import { descending, logLosses, type Outcomes, type Predictions } from './metrics.js';

/**
 * What turns the chances of a model into chances that came true earlier. It corrects how they are spread around their mean, the level, and
 * leaves that alone: how many buy moves with the season, and what was off once is not off again. Plain data.
 */
export type Calibrator =
	| { readonly kind: 'none' }
	/** The logit, counted from that of the level, times `slope` plus `intercept` (Platt 2000). */
	| { readonly kind: 'platt'; readonly slope: number; readonly intercept: number }
	/** Straight lines between points that rise, in logits counted from that of the level (Zadrozny & Elkan 2002). */
	| { readonly kind: 'isotonic'; readonly from: readonly number[]; readonly to: readonly number[] };
export type CalibratorKind = Calibrator['kind'];

const fewest = 100;
const folds = 5;
/** Standard deviation of logits that there must be to learn of their spread. */
export const leastSpread = 0.05;
/** Standard errors by which a correction must be the better of two; see `chooseCalibrator`. */
const sure = 3;
/** Slope added to the isotonic line, so that it corrects chances and leaves their order as it is. */
const tilt = 1e-6;

/**
 * The way of correcting chances that suits these outcomes best: none, Platt's or the isotonic one, the simplest whose log-loss over five
 * folds is within three standard errors of the lowest; the error knows of these outcomes only, and the correction is for a model that is
 * learned anew, whose spread differs by as much again. None below a hundred outcomes, and none of chances that hardly differ: how far to
 * spread those says nothing of others.
 */
export function chooseCalibrator(y: Outcomes, p: Predictions, seed: number): Calibrator {
	const none: Calibrator = { kind: 'none' };
	if (y.length < fewest) return none;
	const rate = rateOf(y);
	const offsets = offsetsFrom(logitOf(mean(p)), p);
	if (standardDeviation(offsets) < leastSpread) return none;
	const makers = [() => none, fitPlatt, fitIsotonic] as const;
	const order = permutation(y.length, seeded(seed));
	const losses = makers.map((make) => {
		const own = new Float64Array(y.length);
		for (let fold = 0; fold < folds; fold++) {
			const learn = order.filter((_, i) => i % folds !== fold);
			const held = order.filter((_, i) => i % folds === fold);
			const outcomes = (rows: Uint32Array) => Uint8Array.from(rows, (row) => y[row]!);
			const values = (rows: Uint32Array) => Float64Array.from(rows, (row) => offsets[row]!);
			const chances = chancesOf(moved(make(outcomes(learn), values(learn)), values(held)), logitOf(rate));
			const loss = logLosses(outcomes(held), chances);
			held.forEach((row, i) => (own[row] = loss[i]!));
		}
		return own;
	});
	const best = losses.reduce((a, b) => (mean(b) < mean(a) ? b : a));
	const chosen = losses.findIndex((own) => {
		const difference = own.map((loss, i) => loss - best[i]!);
		const centre = mean(difference);
		const error = Math.sqrt(mean(difference.map((value) => (value - centre) ** 2)) / y.length);
		return centre <= sure * error;
	});
	return makers[chosen]!(y, offsets);
}

/** The logit of the mean chance before correction, from which chances are counted, and the one that leaves their mean as it was. */
export interface Level {
	readonly from: number;
	readonly to: number;
}

/** The level of chances that are scored together: correction spreads them about it, and an intercept found by Newton's method keeps it. */
export function levelOf(calibrator: Calibrator, p: Predictions): Level {
	const level = mean(p);
	const from = logitOf(level);
	if (calibrator.kind === 'none') return { from, to: from };
	const offsets = moved(calibrator, offsetsFrom(from, p));
	let to = from;
	for (let round = 0; round < 50; round++) {
		const chances = chancesOf(offsets, to);
		const slope = chances.reduce((sum, chance) => sum + chance * (1 - chance), 0) / chances.length;
		const move = Math.max(-2, Math.min(2, (level - mean(chances)) / Math.max(slope, 1e-9)));
		to += move;
		if (Math.abs(move) < 1e-12) break;
	}
	return { from, to };
}

/** Corrected chances, at the level of those that are scored together. */
export function calibrated(calibrator: Calibrator, p: Predictions, level: Level = levelOf(calibrator, p)): Float64Array {
	if (calibrator.kind === 'none') return new Float64Array(p);
	return chancesOf(moved(calibrator, offsetsFrom(level.from, p)), level.to);
}

const offsetsFrom = (from: number, p: Predictions): Float64Array => new Float64Array(p).map((chance) => logitOf(chance) - from);

const chancesOf = (offsets: Float64Array, at: number): Float64Array => offsets.map((offset) => chanceOf(at + offset));

function moved(calibrator: Calibrator, offsets: Float64Array): Float64Array {
	if (calibrator.kind === 'none') return offsets;
	if (calibrator.kind === 'platt') return offsets.map((offset) => calibrator.intercept + calibrator.slope * offset);
	const { from: x, to } = calibrator;
	const flat = (value: number): number => {
		if (value <= x[0]!) return to[0]!;
		if (value >= x.at(-1)!) return to.at(-1)!;
		let [low, high] = [0, x.length - 1];
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if (x[middle]! <= value) low = middle;
			else high = middle;
		}
		return to[low]! + ((value - x[low]!) / (x[high]! - x[low]!)) * (to[high]! - to[low]!);
	};
	return offsets.map((value) => flat(value) + tilt * value);
}

/** Keeps chances a hair away from 0 and 1, where there is no logit. */
export const logitOf = (chance: number): number => {
	const p = Math.min(1 - 1e-6, Math.max(1e-6, chance));
	return Math.log(p / (1 - p));
};

/** The inverse of `logitOf`. */
export const chanceOf = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** A logistic regression of outcomes on one column, its two coefficients and their covariance, by Newton's method. */
export function logisticLine(
	y: Outcomes,
	x: Predictions
): { intercept: number; slope: number; slopeError: number; interceptError: number } {
	let [intercept, slope] = [0, 0];
	let inverse = [NaN, NaN, NaN];
	for (let round = 0; round < 50; round++) {
		let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
		for (let i = 0; i < y.length; i++) {
			const p = chanceOf(intercept + slope * x[i]!);
			const w = p * (1 - p);
			g0 += y[i]! - p;
			g1 += (y[i]! - p) * x[i]!;
			h00 += w;
			h01 += w * x[i]!;
			h11 += w * x[i]! * x[i]!;
		}
		const determinant = h00 * h11 - h01 * h01;
		if (!(determinant > 1e-12)) break;
		inverse = [h11 / determinant, -h01 / determinant, h00 / determinant];
		// Bounded, so that a first step out of flat country does not land where every chance is 0 or 1.
		const bound = (move: number) => Math.max(-2, Math.min(2, move));
		const moves = [bound(inverse[0]! * g0 + inverse[1]! * g1), bound(inverse[1]! * g0 + inverse[2]! * g1)] as const;
		intercept += moves[0];
		slope += moves[1];
		if (Math.abs(moves[0]) + Math.abs(moves[1]) < 1e-9) break;
	}
	return { intercept, slope, interceptError: Math.sqrt(inverse[0]!), slopeError: Math.sqrt(inverse[2]!) };
}

const rateOf = (y: Outcomes): number => y.reduce((sum, outcome) => sum + outcome, 0) / y.length;

/** Platt's line; none where it would turn the order round. */
function fitPlatt(y: Outcomes, offsets: Float64Array): Calibrator {
	const { slope, intercept } = logisticLine(y, offsets);
	const level = logitOf(rateOf(y));
	return Number.isFinite(slope + intercept) && slope > 0 ? { kind: 'platt', slope, intercept: intercept - level } : { kind: 'none' };
}

/** Pool adjacent violators (Ayer et al. 1955); each pool counts one imaginary outcome at the base rate, so that none is 0 or 1. */
function fitIsotonic(y: Outcomes, offsets: Float64Array): Calibrator {
	const order = descending(offsets).reverse();
	const rate = rateOf(y);
	const pools: { sum: number; n: number; offset: number }[] = [];
	for (let from = 0; from < order.length;) {
		const pool = { sum: 0, n: 0, offset: 0 };
		const value = offsets[order[from]!]!;
		for (; from < order.length && offsets[order[from]!] === value; from++) {
			pool.sum += y[order[from]!]!;
			pool.offset += value;
			pool.n++;
		}
		pools.push(pool);
		while (pools.length > 1 && pools.at(-2)!.sum * pools.at(-1)!.n >= pools.at(-1)!.sum * pools.at(-2)!.n) {
			const last = pools.pop()!;
			const before = pools.at(-1)!;
			before.sum += last.sum;
			before.n += last.n;
			before.offset += last.offset;
		}
	}
	let highest = -Infinity;
	return {
		kind: 'isotonic',
		from: pools.map(({ offset, n }) => offset / n),
		to: pools.map(({ sum, n }) => (highest = Math.max(highest, logitOf((sum + rate) / (n + 1)) - logitOf(rate))))
	};
}
