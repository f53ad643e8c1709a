import type { Objective } from '../stats/minimise.js';
import { pause, type Task } from '../task.js';
import { distinctHistories, type DistinctHistories, type Histories } from './histories.js';
import { chancesToLeave, logQuietIntegral, type OrderModel, type OrderModelKind } from './order-model.js';

/** The parameters of a model as the search moves them: natural logarithms, times in the unit of the histories. */
export function modelOf(kind: OrderModelKind, logs: Float64Array): OrderModel {
	const [r, alphaWeeks, third, fourth] = Array.from(logs, Math.exp) as [number, number, number, number];
	switch (kind) {
		case 'nbd':
			return { kind, r, alphaWeeks };
		case 'paretonbd':
			return { kind, r, alphaWeeks, s: third, betaWeeks: fourth };
		default:
			return { kind, r, alphaWeeks, a: third, b: fourth };
	}
}

/** The inverse of `modelOf`. */
export function logsOf(model: OrderModel): Float64Array<ArrayBuffer> {
	const { r, alphaWeeks } = model;
	switch (model.kind) {
		case 'nbd':
			return Float64Array.of(r, alphaWeeks).map(Math.log);
		case 'paretonbd':
			return Float64Array.of(r, alphaWeeks, model.s, model.betaWeeks).map(Math.log);
		default:
			return Float64Array.of(r, alphaWeeks, model.a, model.b).map(Math.log);
	}
}

/** Log-likelihood of histories under a model, times in weeks. */
export async function logLikelihoodOf(model: OrderModel, histories: Histories, task: Task): Promise<number> {
	const rows = distinctHistories(histories);
	const logs = logsOf(model);
	return -(await meanDeviance(model.kind, rows, rows.count, task)(logs, new Float64Array(logs.length))) * histories.repeats.length;
}

/**
 * Minus the mean log-likelihood of a customer, as a function of the logarithms of the parameters. `weights` says how many customers
 * share each history.
 */
export function meanDeviance(kind: OrderModelKind, rows: DistinctHistories, weights: Float64Array, task: Task): Objective {
	switch (kind) {
		case 'nbd':
			return nbd(rows, weights);
		case 'paretonbd':
			return paretoNbd(rows, weights, task);
		default:
			return bgNbd(kind, rows, weights);
	}
}

/** Customers by number of repeats, and the sums over them that need no time: what Γ(r + x) ÷ Γ(r) and B(a, b + x) ÷ B(a, b) are made of. */
function tailCounts(repeats: Float64Array, weights: Float64Array, extra: number): { total: number; purchases: number; tail: Float64Array } {
	const most = repeats.reduce((max, x) => Math.max(max, x), 0) + extra;
	const tail = new Float64Array(most + 1);
	let total = 0;
	let purchases = 0;
	for (let i = 0; i < repeats.length; i++) {
		total += weights[i]!;
		purchases += weights[i]! * repeats[i]!;
		tail[repeats[i]! + extra]! += weights[i]!;
	}
	for (let k = most - 1; k >= 0; k--) tail[k]! += tail[k + 1]!;
	return { total, purchases, tail: tail.subarray(1) };
}

/** BG/NBD and MBG/NBD, with Γ(r + x) ÷ Γ(r) = Π (r + k) and B(a, b + m) ÷ B(a, b) = Π (b + k) ÷ (a + b + k): exact, and no difference of large numbers. */
function bgNbd(kind: 'bgnbd' | 'mbgnbd', { repeats, lastWeeks, ageWeeks }: DistinctHistories, weights: Float64Array): Objective {
	const orders = tailCounts(repeats, weights, 0);
	const stays = tailCounts(repeats, weights, chancesToLeave(kind, 0));
	const { total } = orders;
	return (logs, gradient) => {
		const [r, alpha, a, b] = Array.from(logs, Math.exp) as [number, number, number, number];
		let sum = total * r * logs[1]!;
		let byR = total * logs[1]!;
		let byAlpha = (total * r) / alpha;
		let byA = 0;
		let byB = 0;
		for (let k = 0; k < orders.tail.length; k++) {
			sum += orders.tail[k]! * Math.log(r + k);
			byR += orders.tail[k]! / (r + k);
		}
		for (let k = 0; k < stays.tail.length; k++) {
			sum -= stays.tail[k]! * Math.log1p(a / (b + k));
			byA -= stays.tail[k]! / (a + b + k);
			byB += (stays.tail[k]! * a) / ((b + k) * (a + b + k));
		}
		for (let i = 0; i < repeats.length; i++) {
			const weight = weights[i]!;
			if (weight === 0) continue;
			const x = repeats[i]!;
			const m = chancesToLeave(kind, x);
			const aged = alpha + ageWeeks[i]!;
			const logAged = Math.log(aged);
			if (m === 0) {
				sum -= weight * (r + x) * logAged;
				byR -= weight * logAged;
				byAlpha -= (weight * (r + x)) / aged;
				continue;
			}
			// What is in the brackets, in units of (α + t_x)^−(r + x): still here, or left after the last purchase.
			const lasted = alpha + lastWeeks[i]!;
			const logLasted = Math.log(lasted);
			const here = Math.exp((r + x) * (logLasted - logAged));
			const left = a / (b + m - 1);
			const both = here + left;
			const share = here / both;
			sum += weight * (Math.log(both) - (r + x) * logLasted);
			byR -= weight * (share * logAged + (1 - share) * logLasted);
			byAlpha -= weight * (r + x) * (share / aged + (1 - share) / lasted);
			byA += (weight * (1 - share)) / a;
			byB -= (weight * (1 - share)) / (b + m - 1);
		}
		gradient[0] = (-byR * r) / total;
		gradient[1] = (-byAlpha * alpha) / total;
		gradient[2] = (-byA * a) / total;
		gradient[3] = (-byB * b) / total;
		return -sum / total;
	};
}

function nbd({ repeats, ageWeeks }: DistinctHistories, weights: Float64Array): Objective {
	const { total, tail } = tailCounts(repeats, weights, 0);
	return (logs, gradient) => {
		const [r, alpha] = Array.from(logs, Math.exp) as [number, number];
		let sum = total * r * logs[1]!;
		let byR = total * logs[1]!;
		let byAlpha = (total * r) / alpha;
		for (let k = 0; k < tail.length; k++) {
			sum += tail[k]! * Math.log(r + k);
			byR += tail[k]! / (r + k);
		}
		for (let i = 0; i < repeats.length; i++) {
			const aged = alpha + ageWeeks[i]!;
			const logAged = Math.log(aged);
			sum -= weights[i]! * (r + repeats[i]!) * logAged;
			byR -= weights[i]! * logAged;
			byAlpha -= (weights[i]! * (r + repeats[i]!)) / aged;
		}
		gradient[0] = (-byR * r) / total;
		gradient[1] = (-byAlpha * alpha) / total;
		return -sum / total;
	};
}

/** Rows whose integrals are made between two looks for a stop: some milliseconds. */
const rowsBetweenPauses = 4000;

function paretoNbd(rows: DistinctHistories, weights: Float64Array, task: Task): Objective {
	const { total, tail } = tailCounts(rows.repeats, weights, 0);
	return async (logs, gradient) => {
		const [r, alpha, s, beta] = Array.from(logs, Math.exp) as [number, number, number, number];
		// The sum, and its slopes by r, α, s and β.
		const sums = Float64Array.of(
			total * (r * logs[1]! + s * logs[3]!),
			total * logs[1]!,
			(total * r) / alpha,
			total * logs[3]!,
			(total * s) / beta
		);
		for (let k = 0; k < tail.length; k++) {
			sums[0]! += tail[k]! * Math.log(r + k);
			sums[1]! += tail[k]! / (r + k);
		}
		for (let from = 0; from < rows.count.length; from += rowsBetweenPauses) {
			if (from > 0) await pause(task);
			addParetoNbd([r, alpha, s, beta], rows, weights, from, Math.min(rows.count.length, from + rowsBetweenPauses), sums);
		}
		[r, alpha, s, beta].forEach((parameter, i) => (gradient[i] = (-sums[i + 1]! * parameter) / total));
		return -sums[0]! / total;
	};
}

/** Adds the rows `from` to `to`. */
function addParetoNbd(
	[r, alpha, s, beta]: readonly [number, number, number, number],
	{ repeats, lastWeeks, ageWeeks }: DistinctHistories,
	weights: Float64Array,
	from: number,
	to: number,
	sums: Float64Array
): void {
	const logS = Math.log(s);
	const means = new Float64Array(4);
	let [sum, byR, byAlpha, byS, byBeta] = [0, 0, 0, 0, 0];
	for (let i = from; i < to; i++) {
		const weight = weights[i]!;
		if (weight === 0) continue;
		const shape = r + repeats[i]!;
		const [buying, staying] = [alpha + ageWeeks[i]!, beta + ageWeeks[i]!];
		const [logBuying, logStaying] = [Math.log(buying), Math.log(staying)];
		// What is in the brackets: still here, or left since the last purchase.
		const here = -shape * logBuying - s * logStaying;
		const left = logS + logQuietIntegral(shape, alpha, s, beta, lastWeeks[i]!, ageWeeks[i]!, means);
		const larger = Math.max(here, left);
		const both = larger + Math.log(Math.exp(here - larger) + Math.exp(left - larger));
		const stays = Math.exp(here - both);
		const goes = weight * (1 - stays);
		sum += weight * both;
		byR -= weight * stays * logBuying + goes * means[0]!;
		byAlpha -= shape * ((weight * stays) / buying + goes * means[2]!);
		byS -= weight * stays * logStaying + goes * (means[1]! - 1 / s);
		byBeta -= (weight * stays * s) / staying + goes * (s + 1) * means[3]!;
	}
	[sum, byR, byAlpha, byS, byBeta].forEach((part, k) => (sums[k]! += part));
}
