import { descending, type Outcomes, type Predictions } from './metrics.js';

/** What each customer adds to an area under the ROC curve: the share of the other kind that stands on its right side. */
interface Placements {
	readonly auc: number;
	/** By customer. */
	readonly share: Float64Array;
}

function placementsOf(y: Outcomes, scores: Predictions, order: Uint32Array): Placements {
	const buyers = y.reduce((sum, outcome) => sum + outcome, 0);
	const others = y.length - buyers;
	const share = new Float64Array(y.length);
	let [above, othersAbove, buyersAbove] = [0, 0, 0];
	for (let from = 0; from < order.length;) {
		let to = from;
		let tied = 0;
		while (to < order.length && scores[order[to]!] === scores[order[from]!]) tied += y[order[to++]!]!;
		const tiedOthers = to - from - tied;
		const below = others - othersAbove - tiedOthers;
		for (let i = from; i < to; i++) {
			const row = order[i]!;
			share[row] = y[row] ? (below + tiedOthers / 2) / others : (buyersAbove + tied / 2) / buyers;
		}
		above += tied * (below + tiedOthers / 2);
		buyersAbove += tied;
		othersAbove += tiedOthers;
		from = to;
	}
	return { auc: above / (buyers * others), share };
}

/**
 * Areas under the ROC curves of several scores of the same customers, with their covariance over other customers of the same kind
 * (DeLong, DeLong & Clarke-Pearson 1988, with mid-ranks as in Sun & Xu 2014).
 */
export function delong(
	y: Outcomes,
	scores: readonly Predictions[],
	orders: readonly Uint32Array[] = scores.map((own) => descending(own))
): { auc: number[]; covariance(a: number, b: number): number; standardError(a: number): number } {
	const placements = scores.map((own, m) => placementsOf(y, own, orders[m]!));
	const covariance = (a: number, b: number): number => {
		const sums = [0, 0];
		const counts = [0, 0];
		for (let i = 0; i < y.length; i++) {
			const kind = y[i]!;
			sums[kind]! += (placements[a]!.share[i]! - placements[a]!.auc) * (placements[b]!.share[i]! - placements[b]!.auc);
			counts[kind]!++;
		}
		return sums[0]! / (counts[0]! - 1) / counts[0]! + sums[1]! / (counts[1]! - 1) / counts[1]!;
	};
	return {
		auc: placements.map(({ auc }) => auc),
		covariance,
		standardError: (a) => Math.sqrt(Math.max(0, covariance(a, a)))
	};
}
