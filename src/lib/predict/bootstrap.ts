import { seeded } from '../random.js';
import { intervalOf } from '../value/resample.js';
import { pause, type Task } from '../task.js';
import { descending, logLosses, type Outcomes, type Predictions } from './metrics.js';
import type { Estimate } from './backtest.js';

/** Shares of customers contacted at which it is counted who is found: every hundredth. */
export const hundredths = 100;

/** How good chances are, in figures of one number each. */
export const figureIds = ['auc', 'prAuc', 'logLoss', 'brier', 'brierSkill', 'lift'] as const;
export type FigureId = (typeof figureIds)[number];

/** Numbers in a row, each between the limits of its 95 % interval. */
export interface Curve {
	readonly value: Float64Array<ArrayBuffer>;
	readonly low: Float64Array<ArrayBuffer>;
	readonly high: Float64Array<ArrayBuffer>;
}

/** The figures of chances, and what is found by contacting the best first. */
export interface Figures {
	readonly figures: Readonly<Record<FigureId, Estimate>>;
	/** Share of all customers that is among the best 0, 1, … 100 hundredths and has the outcome. */
	readonly hits: Curve;
	/** Share of those with the outcome that is among them. */
	readonly found: Curve;
	/** Lift of each tenth, the best first. */
	readonly lifts: Curve;
}

/** How often each customer is in each of some samples with replacement: that of customer i in sample b is entry b × n + i. */
export interface Draws {
	readonly n: number;
	readonly resamples: number;
	readonly counts: Uint8Array;
}

/** Samples of the customers with replacement (Efron 1979); one without both outcomes is drawn again. */
export async function drawSamples(y: Outcomes, seed: number, resamples: number, task: Task): Promise<Draws> {
	const n = y.length;
	const random = seeded(seed);
	const counts = new Uint8Array(n * resamples);
	const mixed = y.includes(0) && y.includes(1);
	for (let b = 0; b < resamples; b++) {
		if (b % 20 === 0) await pause(task);
		const own = counts.subarray(b * n, (b + 1) * n);
		let positives: number;
		do {
			own.fill(0);
			positives = 0;
			for (let i = 0; i < n; i++) {
				const drawn = Math.floor(random() * n);
				own[drawn]!++;
				positives += y[drawn]!;
			}
		} while (mixed && (positives === 0 || positives === n));
	}
	return { n, resamples, counts };
}

/**
 * Figures of chances with intervals from the same samples for every model, so that models differ by what they say and not by who was drawn.
 * PR AUC is average precision, lift is that of the best tenth, and Brier skill is against `baseRate` for everyone. Within one chance the order
 * is taken as random.
 */
export async function figuresOf(y: Outcomes, chances: Predictions, baseRate: number, draws: Draws, task: Task): Promise<Figures> {
	const order = descending(chances);
	const losses = logLosses(y, chances);
	const squares = losses.map((_, i) => (chances[i]! - y[i]!) ** 2);
	const baseSquares = losses.map((_, i) => (baseRate - y[i]!) ** 2);
	const measure = measureIn(y, chances, order, losses, squares, baseSquares);
	const whole = measure(new Uint8Array(y.length).fill(1), 0);
	const drawn: ReturnType<typeof measure>[] = [];
	for (let b = 0; b < draws.resamples; b++) {
		if (b % 10 === 0) await pause(task);
		drawn.push(measure(draws.counts, b * draws.n));
	}
	const estimate = (id: FigureId): Estimate => {
		const values = drawn.map((sample) => sample.figures[id]);
		const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
		const squared = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
		return { value: whole.figures[id], standardError: Math.sqrt(squared / (values.length - 1)), ...intervalOf(values) };
	};
	const curve = (of: (sample: typeof whole) => Float64Array<ArrayBuffer>): Curve => {
		const curves = drawn.map(of);
		const value = of(whole);
		const limits = Array.from(value, (_, k) => intervalOf(curves.map((own) => own[k]!)));
		return { value, low: Float64Array.from(limits, ({ low }) => low), high: Float64Array.from(limits, ({ high }) => high) };
	};
	return {
		figures: Object.fromEntries(figureIds.map((id) => [id, estimate(id)])) as Record<FigureId, Estimate>,
		hits: curve(({ hits }) => hits),
		found: curve(({ found }) => found),
		lifts: curve(({ found }) => Float64Array.from({ length: 10 }, (_, k) => 10 * (found[10 * k + 10]! - found[10 * k]!)))
	};
}

function measureIn(
	y: Outcomes,
	chances: Predictions,
	order: Uint32Array,
	losses: Float64Array,
	squares: Float64Array,
	baseSquares: Float64Array
): (
	counts: Uint8Array,
	from: number
) => { figures: Record<FigureId, number>; hits: Float64Array<ArrayBuffer>; found: Float64Array<ArrayBuffer> } {
	const n = y.length;
	return (counts, from) => {
		const hits = new Float64Array(hundredths + 1);
		let [all, positives, above, precision, mark] = [0, 0, 0, 0, 1];
		let [loss, square, base] = [0, 0, 0];
		for (let i = 0; i < n;) {
			const chance = chances[order[i]!]!;
			let tied = 0;
			let tiedPositives = 0;
			for (; i < n && chances[order[i]!] === chance; i++) {
				const row = order[i]!;
				const count = counts[from + row]!;
				if (count === 0) continue;
				tied += count;
				loss += count * losses[row]!;
				square += count * squares[row]!;
				base += count * baseSquares[row]!;
				if (y[row]) tiedPositives += count;
			}
			if (tied === 0) continue;
			for (; mark <= hundredths && (mark * n) / hundredths <= all + tied + 1e-9; mark++)
				hits[mark] = positives + (tiedPositives * ((mark * n) / hundredths - all)) / tied;
			above += (tied - tiedPositives) * (positives + tiedPositives / 2);
			precision += (tiedPositives * (positives + tiedPositives)) / (all + tied);
			all += tied;
			positives += tiedPositives;
		}
		return {
			figures: {
				auc: above / (positives * (all - positives)),
				prAuc: precision / positives,
				logLoss: loss / n,
				brier: square / n,
				brierSkill: 1 - square / base,
				lift: (10 * hits[hundredths / 10]!) / positives
			},
			hits: hits.map((count) => count / n),
			found: hits.map((count) => count / positives)
		};
	};
}
