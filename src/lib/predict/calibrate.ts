import { permutation, seeded } from '../random.js';
import { descending, logLosses, type Outcomes, type Predictions } from './metrics.js';

/** What turns the chances of a model into chances that came true on an earlier cut. Plain data. */
export type Calibrator =
	| { readonly kind: 'none' }
	/** The logit times `slope` plus `intercept` (Platt 2000). */
	| { readonly kind: 'platt'; readonly slope: number; readonly intercept: number }
	/** Straight lines between points that rise (Zadrozny & Elkan 2002). */
	| { readonly kind: 'isotonic'; readonly chance: readonly number[]; readonly observed: readonly number[] };
export type CalibratorKind = Calibrator['kind'];

const fewest = 100;
const folds = 5;

/**
 * The way of correcting chances that suits these outcomes best: none, Platt's or the isotonic one, the simplest whose log-loss over five
 * folds is within one standard error of the lowest. None below a hundred outcomes.
 */
export function chooseCalibrator(y: Outcomes, p: Predictions, seed: number): Calibrator {
	const none: Calibrator = { kind: 'none' };
	if (y.length < fewest || p.every((chance) => chance === p[0])) return none;
	const makers = [() => none, fitPlatt, fitIsotonic] as const;
	const order = permutation(y.length, seeded(seed));
	const losses = makers.map((make) => {
		const own = new Float64Array(y.length);
		for (let fold = 0; fold < folds; fold++) {
			const learn = order.filter((_, i) => i % folds !== fold);
			const held = order.filter((_, i) => i % folds === fold);
			const take = (rows: Uint32Array) => [Uint8Array.from(rows, (row) => y[row]!), Float64Array.from(rows, (row) => p[row]!)] as const;
			const [heldY, heldP] = take(held);
			const loss = logLosses(heldY, calibrated(make(...take(learn)), heldP));
			held.forEach((row, i) => (own[row] = loss[i]!));
		}
		return own;
	});
	const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
	const best = losses.reduce((a, b) => (mean(b) < mean(a) ? b : a));
	const chosen = losses.findIndex((own) => {
		const difference = own.map((loss, i) => loss - best[i]!);
		const centre = mean(difference);
		const error = Math.sqrt(mean(difference.map((value) => (value - centre) ** 2)) / y.length);
		return centre <= error;
	});
	return makers[chosen]!(y, p);
}

export function calibrated(calibrator: Calibrator, p: Predictions): Float64Array {
	const own = new Float64Array(p);
	if (calibrator.kind === 'none') return own;
	if (calibrator.kind === 'platt') {
		const { slope, intercept } = calibrator;
		for (let i = 0; i < own.length; i++) own[i] = 1 / (1 + Math.exp(-(intercept + slope * logitOf(own[i]!))));
		return own;
	}
	const { chance: x, observed } = calibrator;
	return own.map((value) => {
		if (value <= x[0]!) return observed[0]!;
		if (value >= x.at(-1)!) return observed.at(-1)!;
		let [low, high] = [0, x.length - 1];
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if (x[middle]! <= value) low = middle;
			else high = middle;
		}
		return observed[low]! + ((value - x[low]!) / (x[high]! - x[low]!)) * (observed[high]! - observed[low]!);
	});
}

/** Keeps chances a hair away from 0 and 1, where there is no logit. */
export const logitOf = (chance: number): number => {
	const p = Math.min(1 - 1e-6, Math.max(1e-6, chance));
	return Math.log(p / (1 - p));
};

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
			const p = 1 / (1 + Math.exp(-(intercept + slope * x[i]!)));
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

/** Platt's line; none where it would turn the order round. */
function fitPlatt(y: Outcomes, p: Predictions): Calibrator {
	const { slope, intercept } = logisticLine(y, new Float64Array(p).map(logitOf));
	return Number.isFinite(slope + intercept) && slope > 0 ? { kind: 'platt', slope, intercept } : { kind: 'none' };
}

/** Pool adjacent violators (Ayer et al. 1955); each pool counts one imaginary outcome at the base rate, so that none is 0 or 1. */
function fitIsotonic(y: Outcomes, p: Predictions): Calibrator {
	const order = descending(p).reverse();
	const rate = y.reduce((sum, outcome) => sum + outcome, 0) / y.length;
	const pools: { sum: number; n: number; chance: number }[] = [];
	for (let from = 0; from < order.length;) {
		const pool = { sum: 0, n: 0, chance: 0 };
		const value = p[order[from]!]!;
		for (; from < order.length && p[order[from]!] === value; from++) {
			pool.sum += y[order[from]!]!;
			pool.chance += value;
			pool.n++;
		}
		pools.push(pool);
		while (pools.length > 1 && pools.at(-2)!.sum * pools.at(-1)!.n >= pools.at(-1)!.sum * pools.at(-2)!.n) {
			const last = pools.pop()!;
			const before = pools.at(-1)!;
			before.sum += last.sum;
			before.n += last.n;
			before.chance += last.chance;
		}
	}
	return {
		kind: 'isotonic',
		chance: pools.map(({ chance, n }) => chance / n),
		observed: pools.map(({ sum, n }) => (sum + rate) / (n + 1))
	};
}
