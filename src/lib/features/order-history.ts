import type { PurchaseLog } from './customers.js';
import { codeCount } from './log.js';

/** The orders of one customer at a time, in the order of their first lines. What it holds is that of the last `read`. */
export class OrderHistory {
	/** First line of each order. */
	readonly placed: Uint32Array;
	/** Sum of the amounts of each order. */
	readonly value: Float64Array;
	/** All lines, those of one order together; the orders of the lines beside them. */
	readonly lines: Uint32Array;
	readonly orderOf: Uint32Array;
	private readonly slot: Uint32Array;
	private readonly readIn: Uint32Array;
	private readonly next: Uint32Array;
	private round = 0;

	constructor(private readonly log: PurchaseLog) {
		let longest = 0;
		for (let c = 0; c + 1 < log.start.length; c++) longest = Math.max(longest, log.start[c + 1]! - log.start[c]!);
		const codes = codeCount(log.order);
		this.placed = new Uint32Array(longest);
		this.value = new Float64Array(longest);
		this.lines = new Uint32Array(longest);
		this.orderOf = new Uint32Array(longest);
		this.next = new Uint32Array(longest + 1);
		this.slot = new Uint32Array(codes);
		this.readIn = new Uint32Array(codes);
	}

	/** Reads the lines `begin` to `end` of a customer; returns how many orders they make. */
	read(begin: number, end: number): number {
		const { placed, value, lines, orderOf, slot, readIn } = this;
		const { order, amount } = this.log;
		const round = ++this.round;
		let orders = 0;
		let before = 0;
		let together = true;
		for (let i = begin; i < end; i++) {
			const code = order[i]!;
			if (readIn[code] !== round) {
				readIn[code] = round;
				slot[code] = orders;
				placed[orders] = i;
				value[orders++] = 0;
			}
			const at = slot[code]!;
			value[at]! += amount[i]!;
			if (at < before) together = false;
			before = at;
			lines[i - begin] = i;
			orderOf[i - begin] = at;
		}
		if (!together) this.gather(begin, end, orders);
		return orders;
	}

	/** Brings the lines of each order together, where two orders of one moment are mixed. */
	private gather(begin: number, end: number, orders: number) {
		const { next, lines, orderOf, slot } = this;
		const { order } = this.log;
		next.fill(0, 0, orders + 1);
		for (let i = begin; i < end; i++) next[slot[order[i]!]! + 1]!++;
		for (let o = 0; o < orders; o++) next[o + 1]! += next[o]!;
		for (let i = begin; i < end; i++) {
			const at = slot[order[i]!]!;
			const to = next[at]!++;
			lines[to] = i;
			orderOf[to] = at;
		}
	}
}
