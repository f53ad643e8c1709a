import type { HabitId, PurchaseLog } from './customers.js';
import { codeCount } from './log.js';
import type { OrderHistory } from './order-history.js';

/** How many purchases what everyone buys weighs beside a customer's own. */
const prior = 5;

type Columns = Readonly<Record<Extract<HabitId, 'favourite' | 'variety' | 'repeats' | 'streak' | 'switching'>, Float64Array>>;

/** What the products of one customer after the other say of their variety, written into `columns` (see `habitsAt`). */
export class Baskets {
	/** The last order that named a product, counted over all customers from 1; how often its customer bought it, and how often in a row. */
	private readonly seen: Uint32Array;
	private readonly times: Uint32Array;
	private readonly run: Uint32Array;
	/** Purchases of each product by everyone. */
	private readonly everyone: Uint32Array;
	/** The products of customer c are `own[start[c]]` to `own[end[c] - 1]`, with how often they were bought. */
	private readonly own: Uint32Array;
	private readonly ownTimes: Uint32Array;
	private readonly start: Uint32Array;
	private readonly end: Uint32Array;
	private filled = 0;
	private orders = 0;
	private purchases = 0;

	constructor(
		private readonly log: PurchaseLog,
		private readonly columns: Columns
	) {
		const codes = codeCount(log.product);
		this.seen = new Uint32Array(codes);
		this.times = new Uint32Array(codes);
		this.run = new Uint32Array(codes);
		this.everyone = new Uint32Array(codes);
		this.own = new Uint32Array(log.product.length);
		this.ownTimes = new Uint32Array(log.product.length);
		this.start = new Uint32Array(log.start.length - 1);
		this.end = new Uint32Array(log.start.length - 1);
	}

	/** Takes in the first `count` lines of the history of customer `c`; customers come in ascending order. */
	read(c: number, { lines, orderOf }: OrderHistory, count: number): void {
		const { columns, seen, times, run, everyone, own, ownTimes } = this;
		const { product } = this.log;
		const from = this.filled;
		const before = this.orders;
		let order = -1;
		let bought = 0;
		let first = 0;
		let repeats = 0;
		let streak = 0;
		let linked = 0;
		let links = false;
		for (let j = 0; j < count; j++) {
			const p = product[lines[j]!]!;
			if (p < 0) continue;
			if (orderOf[j] !== order) {
				order = orderOf[j]!;
				if (this.orders === before + 1) first = bought;
				this.orders++;
				links = false;
			}
			if (seen[p] === this.orders) continue;
			if (seen[p]! > before) {
				repeats++;
				times[p]!++;
				const inARow = seen[p] === this.orders - 1;
				run[p] = inARow ? run[p]! + 1 : 1;
				if (inARow && !links) {
					links = true;
					linked++;
				}
			} else {
				times[p] = run[p] = 1;
				own[this.filled++] = p;
			}
			if (run[p]! > streak) streak = run[p]!;
			seen[p] = this.orders;
			everyone[p]!++;
			bought++;
		}
		this.purchases += bought;
		let entropy = 0;
		for (let k = from; k < this.filled; k++) {
			const n = times[own[k]!]!;
			ownTimes[k] = n;
			entropy -= (n / bought) * Math.log(n / bought);
		}
		this.start[c] = from;
		this.end[c] = this.filled;
		const orders = this.orders - before;
		if (orders === 0) return;
		columns.variety[c] = Math.exp(entropy);
		columns.streak[c] = streak;
		if (orders === 1) return;
		columns.repeats[c] = repeats / (bought - first);
		columns.switching[c] = 1 - linked / (orders - 1);
	}

	/** Once every customer is read: the share of each one's favourite. */
	writeFavourites(): void {
		const { own, ownTimes, start, end, everyone, columns } = this;
		for (let c = 0; c < start.length; c++) {
			let bought = 0;
			let most = 0;
			for (let k = start[c]!; k < end[c]!; k++) {
				bought += ownTimes[k]!;
				most = Math.max(most, ownTimes[k]! + (prior * everyone[own[k]!]!) / this.purchases);
			}
			if (bought > 0) columns.favourite[c] = most / (bought + prior);
		}
	}
}
