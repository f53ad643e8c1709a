import { featureIds, type Feature, type FeatureId, type PurchaseLog, type Unit } from './customers.js';
import { codeCount } from './log.js';

const units: Record<FeatureId, Unit> = {
	recency: 'days',
	frequency: 'orders',
	monetary: 'money',
	tenure: 'days',
	purchaseDays: 'days',
	orderValue: 'money',
	gap: 'days',
	gapSpread: 'days',
	items: 'items',
	basket: 'lines',
	products: 'products',
	weekend: 'share',
	hour: 'hour',
	returns: 'share'
};

/** Customers (indices into the log) with a purchase before `day`, in ascending order. */
export function knownAt(log: PurchaseLog, day: number): Uint32Array {
	const known = new Uint32Array(log.start.length - 1);
	let n = 0;
	for (let c = 0; c < known.length; c++) if (log.start[c]! < log.start[c + 1]! && log.day[log.start[c]!]! < day) known[n++] = c;
	return known.slice(0, n);
}

/**
 * The behavioural features of customers as they stood at the start of `day`, from lines of earlier days only; one entry per
 * customer of `among` (all where it is absent). A customer without an earlier purchase has NaN throughout.
 *
 * Days are whole calendar days, amounts are in the money of the file:
 * - `recency`: `day` − last purchase day; `tenure`: `day` − first purchase day.
 * - `frequency`: distinct orders; `purchaseDays`: distinct days with a purchase.
 * - `monetary`: sum of amounts; `orderValue`: monetary ÷ frequency.
 * - `gap`: mean days between purchase days, (last − first) ÷ (purchaseDays − 1); NaN for one purchase day.
 * - `gapSpread`: standard deviation of those gaps, divisor n − 1; NaN below three purchase days.
 * - `items`: sum of quantities; `basket`: lines per order; `products`: distinct products, NaN where none is named.
 * - `weekend`: share of lines on Saturday or Sunday; `hour`: mean hour of day of lines, NaN where the file has dates only.
 * - `returns`: return orders ÷ (orders + return orders), where a return order holds a cancelled or returned line.
 */
export function featuresAt(log: PurchaseLog, day: number, among?: Uint32Array): Feature[] {
	const n = among?.length ?? log.start.length - 1;
	const features = featureIds.map((id) => ({ id, unit: units[id], values: new Float64Array(n).fill(NaN) }));
	const columns = Object.fromEntries(features.map(({ id, values }) => [id, values])) as Record<FeatureId, Float64Array>;
	const orders = new DistinctCounter(log.order);
	const returns = new DistinctCounter(log.returnOrder);
	const products = new DistinctCounter(log.product);
	for (let k = 0; k < n; k++) {
		const c = among ? among[k]! : k;
		const begin = log.start[c]!;
		const end = endBefore(log.day, begin, log.start[c + 1]!, day);
		if (end === begin) continue;

		orders.reset();
		products.reset();
		let monetary = 0;
		let items = 0;
		let weekend = 0;
		let hour = 0;
		for (let i = begin; i < end; i++) {
			orders.add(log.order[i]!);
			products.add(log.product[i]!);
			monetary += log.amount[i]!;
			items += log.quantity[i]!;
			hour += log.hour[i]!;
			if (isWeekend(log.day[i]!)) weekend++;
		}
		returns.reset();
		const returnBegin = log.returnStart[c]!;
		const returnEnd = endBefore(log.returnDay, returnBegin, log.returnStart[c + 1]!, day);
		for (let i = returnBegin; i < returnEnd; i++) returns.add(log.returnOrder[i]!);

		const lines = end - begin;
		const rhythm = rhythmOf(log.day, begin, end);
		columns.recency[k] = day - log.day[end - 1]!;
		columns.frequency[k] = orders.count;
		columns.monetary[k] = monetary;
		columns.tenure[k] = day - log.day[begin]!;
		columns.purchaseDays[k] = rhythm.days;
		columns.orderValue[k] = monetary / orders.count;
		columns.gap[k] = rhythm.mean;
		columns.gapSpread[k] = rhythm.sd;
		columns.items[k] = items;
		columns.basket[k] = lines / orders.count;
		columns.products[k] = products.count || NaN;
		columns.weekend[k] = weekend / lines;
		columns.hour[k] = hour / lines;
		columns.returns[k] = returns.count / (orders.count + returns.count);
	}
	return features;
}

/** The first of the ascending entries `begin` to `end` that is not below `limit`, or `end`. */
export function endBefore(days: Int32Array, begin: number, end: number, limit: number): number {
	while (begin < end) {
		const middle = (begin + end) >>> 1;
		if (days[middle]! < limit) begin = middle + 1;
		else end = middle;
	}
	return begin;
}

/** Day 0, 1970-01-01, was a Thursday. */
function isWeekend(day: number): boolean {
	const weekday = (((day + 4) % 7) + 7) % 7;
	return weekday === 0 || weekday === 6;
}

/** Number of distinct days, and mean and standard deviation of the gaps between them. */
function rhythmOf(days: Int32Array, begin: number, end: number): { days: number; mean: number; sd: number } {
	const mean = (count: number) => (days[end - 1]! - days[begin]!) / (count - 1);
	let count = 1;
	for (let i = begin + 1; i < end; i++) if (days[i] !== days[i - 1]) count++;
	if (count === 1) return { days: 1, mean: NaN, sd: NaN };
	let squares = 0;
	for (let i = begin + 1; i < end; i++) if (days[i] !== days[i - 1]) squares += (days[i]! - days[i - 1]! - mean(count)) ** 2;
	return { days: count, mean: mean(count), sd: count > 2 ? Math.sqrt(squares / (count - 2)) : NaN };
}

/** Counts distinct codes ≥ 0 in constant time each, and forgets them all in constant time. */
class DistinctCounter {
	count = 0;
	private readonly seenIn: Uint32Array;
	private round = 0;

	constructor(codes: Int32Array) {
		this.seenIn = new Uint32Array(codeCount(codes));
	}

	reset() {
		this.round++;
		this.count = 0;
	}

	add(code: number) {
		if (code < 0 || this.seenIn[code] === this.round) return;
		this.seenIn[code] = this.round;
		this.count++;
	}
}
