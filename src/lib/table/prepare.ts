import { reasons, type Orders, type Reason } from './orders.js';

/** What to do with rows of a kind: `aside` leaves them out of everything below, `keep` counts them like any other. */
export type Choice = 'aside' | 'keep';
export interface Rules {
	readonly ruledOut: Choice;
	readonly overlap: Choice;
	readonly duplicate: Choice;
	readonly cancelled: Choice;
	readonly notPaid: Choice;
	readonly returned: Choice;
	readonly noPrice: Choice;
}

/** Balances: `rows` = `kept` + the sum over `aside`. */
export interface Ledger {
	readonly rows: number;
	readonly kept: number;
	/** Rows set aside, by the first reason that fits. */
	readonly aside: Readonly<Record<Reason, number>>;
	/** Rows each reason fits, whether or not an earlier one took them and whatever the rules. */
	readonly found: Readonly<Record<Reason, number>>;
}

/** Words in the status of an order that undo it, and words of one that was never paid; in English, Vietnamese and Malay. */
const cancelledWords = /cancel|void|refunded|đã hủy|huỷ|hủy|hoàn tiền|trả hàng|dibatal|batal|dipulang/i;
const partly = /partial|một phần|separa/i;
const unpaidWords = /unpaid|pending|failed|declined|abandon|chưa thanh toán|chờ thanh toán|thất bại|belum bayar|gagal/i;

/**
 * Which orders are cancellations by their number: where nearly all numbers are digits only, those that put a C before the
 * digits (the convention of many invoicing systems, UCI Online Retail among them).
 */
function cancelledOrders(values: readonly string[]): Uint8Array {
	const flags = new Uint8Array(values.length);
	let digitsOnly = 0;
	let marked = 0;
	values.forEach((value, i) => {
		if (/^\d+$/.test(value)) digitsOnly++;
		else if (/^[Cc]-?\d+$/.test(value)) {
			flags[i] = 1;
			marked++;
		}
	});
	return digitsOnly > marked ? flags : flags.fill(0);
}

/**
 * Decides for every row whether it takes part. Rows without a readable time, amount or customer cannot; the other reasons are
 * choices. Returns the same table with `aside` filled, and the ledger.
 */
export function prepare(orders: Orders, rules: Rules): { orders: Orders; ledger: Ledger } {
	const { rows, time, amount, quantity, customer, order, status, repeated, ruledOut, otherCurrency, overlap, paidHere } = orders;
	const aside = new Uint8Array(rows);
	const taken = new Uint32Array(reasons.length);
	const fitting = new Uint32Array(reasons.length);
	const cancelled = order ? cancelledOrders(order.values) : null;
	const undone = status?.values.map((text) => cancelledWords.test(text) && !partly.test(text));
	const unpaid = status?.values.map((text) => unpaidWords.test(text));
	const drops = reasons.map((reason) => (reason in rules ? rules[reason as keyof Rules] === 'aside' : true));
	for (let row = 0; row < rows; row++) {
		const units = quantity ? quantity[row]! : 1;
		const money = amount[row]!;
		const orderCode = order ? order.codes[row]! : -1;
		const statusCode = status ? status.codes[row]! : -1;
		const fits = [
			ruledOut?.[row] === 1,
			time[row] !== time[row],
			money !== money || units !== units,
			customer.codes[row] === -1,
			otherCurrency?.[row] === 1,
			overlap?.[row] === 1,
			repeated[row] === 1,
			(orderCode >= 0 && cancelled?.[orderCode] === 1) || (statusCode >= 0 && undone?.[statusCode] === true),
			statusCode >= 0 && unpaid?.[statusCode] === true,
			units < 0 || (quantity === null && money < 0),
			units >= 0 && paidHere?.[row] !== 0 && (quantity ? money <= 0 : money === 0)
		];
		for (let r = 0; r < fits.length; r++) {
			if (!fits[r]) continue;
			fitting[r]!++;
			if (drops[r] && aside[row] === 0) {
				aside[row] = r + 1;
				taken[r]!++;
			}
		}
	}
	const named = (numbers: Uint32Array) => Object.fromEntries(reasons.map((reason, r) => [reason, numbers[r]!])) as Record<Reason, number>;
	const kept = rows - taken.reduce((sum, n) => sum + n, 0);
	return { orders: { ...orders, aside }, ledger: { rows, kept, aside: named(taken), found: named(fitting) } };
}
