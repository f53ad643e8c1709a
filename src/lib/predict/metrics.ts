/** What happened: 1 = bought, 0 = did not. */
export type Outcomes = Uint8Array;

/** Numbers that rank or predict, one per outcome. */
export type Predictions = Float32Array | Float64Array;

/** Entries from the highest score to the lowest; entries of one score stand together and in the order they came. */
export function descending(scores: Predictions): Uint32Array {
	const order = new Uint32Array(scores.length);
	for (let i = 0; i < order.length; i++) order[i] = i;
	return order.sort((a, b) => scores[b]! - scores[a]! || a - b);
}

/**
 * Area under the ROC curve: the chance that a random buyer scores above a random non-buyer, ties counting half
 * (Mann & Whitney 1947; Hanley & McNeil 1982). `weights` counts each entry so many times. NaN where one outcome is missing.
 */
export function rocAuc(y: Outcomes, scores: Predictions, order = descending(scores), weights?: Uint32Array): number {
	let buyers = 0;
	let others = 0;
	let above = 0;
	for (let i = 0; i < order.length;) {
		let tiedBuyers = 0;
		let tiedOthers = 0;
		const score = scores[order[i]!]!;
		for (; i < order.length && scores[order[i]!] === score; i++) {
			const weight = weights ? weights[order[i]!]! : 1;
			if (y[order[i]!]) tiedBuyers += weight;
			else tiedOthers += weight;
		}
		above += tiedOthers * (buyers + tiedBuyers / 2);
		buyers += tiedBuyers;
		others += tiedOthers;
	}
	return above / (buyers * others);
}

/** Mean squared difference between chance and outcome (Brier 1950). */
export function brier(y: Outcomes, p: Predictions): number {
	return y.reduce((sum, outcome, i) => sum + (p[i]! - outcome) ** 2, 0) / y.length;
}

/** Negative natural logarithm of the chance given to what happened, of each entry; chances are kept 1e-15 away from 0 and 1. */
export function logLosses(y: Outcomes, p: Predictions): Float64Array {
	const losses = new Float64Array(y.length);
	for (let i = 0; i < losses.length; i++) losses[i] = -Math.log(Math.min(1, Math.max(1e-15, y[i] ? p[i]! : 1 - p[i]!)));
	return losses;
}

/** Mean of `logLosses`. */
export function logLoss(y: Outcomes, p: Predictions): number {
	return logLosses(y, p).reduce((sum, loss) => sum + loss, 0) / y.length;
}

export interface Interval {
	readonly low: number;
	readonly high: number;
}

/** The 95 % interval of a share, `count` of `n` (Wilson 1927). */
export function wilson(count: number, n: number): Interval {
	const z = 1.959963984540054;
	const middle = (count + (z * z) / 2) / (n + z * z);
	const half = (z / (n + z * z)) * Math.sqrt((count * (n - count)) / n + (z * z) / 4);
	return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

export interface CalibrationBin extends Interval {
	readonly n: number;
	/** Mean predicted chance. */
	readonly predicted: number;
	/** Share that bought, between the Wilson limits `low` and `high`. */
	readonly observed: number;
}

/**
 * Predicted against observed shares, from the lowest chance to the highest, in ten bins of equal count. Equal chances never
 * part: a bin takes in all of its last chance, so that a constant prediction makes one bin.
 */
export function calibration(y: Outcomes, p: Predictions, bins = 10, falling = descending(p)): CalibrationBin[] {
	const order = falling.toReversed();
	const table: CalibrationBin[] = [];
	for (let bin = 1, from = 0; bin <= bins; bin++) {
		let to = Math.round((bin * order.length) / bins);
		while (to > 0 && to < order.length && p[order[to]!] === p[order[to - 1]!]) to++;
		if (to <= from) continue;
		const members = order.subarray(from, to);
		const bought = members.reduce((sum, i) => sum + y[i]!, 0);
		const predicted = members.reduce((sum, i) => sum + p[i]!, 0) / members.length;
		table.push({ n: members.length, predicted, observed: bought / members.length, ...wilson(bought, members.length) });
		from = to;
	}
	return table;
}

export interface Decile {
	readonly n: number;
	/** Expected number of buyers. */
	readonly buyers: number;
	/** Buyers ÷ n. */
	readonly rate: number;
	/** `rate` against the rate of all. */
	readonly lift: number;
	/** Share of all who stand in this decile or a better one. */
	readonly contacted: number;
	/** Share of all buyers among them. */
	readonly found: number;
}

/**
 * Who is found when the best scores are contacted first: ten groups from the highest score to the lowest. Within one score
 * the order is taken as random, so buyers count by expectation and a constant score finds exactly its share.
 */
export function gains(y: Outcomes, scores: Predictions, groups = 10, order = descending(scores)): Decile[] {
	const found = expectedFound(y, scores, order);
	const total = found[order.length]!;
	const bounds = Array.from({ length: groups + 1 }, (_, group) => Math.round((group * order.length) / groups));
	return bounds.slice(1).flatMap((to, group) => {
		const from = bounds[group]!;
		if (to === from) return [];
		const buyers = found[to]! - found[from]!;
		const rate = buyers / (to - from);
		return { n: to - from, buyers, rate, lift: rate / (total / order.length), contacted: to / order.length, found: found[to]! / total };
	});
}

/** Expected buyers among the first k of `order`, for k = 0 … n. */
function expectedFound(y: Outcomes, scores: Predictions, order: Uint32Array): Float64Array {
	const found = new Float64Array(order.length + 1);
	for (let from = 0; from < order.length;) {
		let to = from;
		let buyers = 0;
		while (to < order.length && scores[order[to]!] === scores[order[from]!]) buyers += y[order[to++]!]!;
		for (let k = from + 1; k <= to; k++) found[k] = found[from]! + (buyers * (k - from)) / (to - from);
		from = to;
	}
	return found;
}
