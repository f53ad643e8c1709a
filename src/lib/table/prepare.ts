import { oddReasons, reasons, type OddReason, type Orders, type Reason } from './orders.js';

/** What to do with rows of a kind: `aside` leaves them out of everything below, `keep` counts them like any other. */
export type Choice = 'aside' | 'keep';
/** Reasons that leave a choice; the others leave a row nothing to count. */
export const chosenReasons = ['ruledOut', 'overlap', 'duplicate', 'cancelled', 'notPaid', 'returned', 'noPrice', ...oddReasons] as const;
export type ChosenReason = (typeof chosenReasons)[number];
/** Odd rows that no rule speaks of are kept. */
export type Rules = Readonly<Record<Exclude<ChosenReason, OddReason>, Choice> & Partial<Record<OddReason, Choice>>>;

/** 1 for each row that an odd reason fits; absent where it has not been looked for. */
export type OddRows = Readonly<Partial<Record<OddReason, Uint8Array>>>;

/** Balances: `rows` = `kept` + the sum over `aside`. */
export interface Ledger {
	readonly rows: number;
	readonly kept: number;
	/** Rows set aside, by the first reason that fits. */
	readonly aside: Readonly<Record<Reason, number>>;
	/** Rows each reason fits, whether or not an earlier one took them and whatever the rules; null where it has not been looked for. */
	readonly found: Readonly<Record<Exclude<Reason, OddReason>, number> & Record<OddReason, number | null>>;
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

/** The bit of a reason in `fitting`. */
export const bitOf = (reason: Reason): number => 1 << reasons.indexOf(reason);

/** Which reasons fit each row: bit r is set where reason r does. Odd reasons are those that `odd` tells of. */
export function fitting(orders: Orders, odd: OddRows = {}): Uint32Array {
	const { rows, time, amount, quantity, customer, order, status, repeated, ruledOut, otherCurrency, overlap, paidHere } = orders;
	const cancelled = order ? cancelledOrders(order.values) : null;
	const undone = status?.values.map((text) => cancelledWords.test(text) && !partly.test(text));
	const unpaid = status?.values.map((text) => unpaidWords.test(text));
	const bits = Object.fromEntries(reasons.map((reason) => [reason, bitOf(reason)])) as Record<Reason, number>;
	const fits = new Uint32Array(rows);
	for (let row = 0; row < rows; row++) {
		const units = quantity ? quantity[row]! : 1;
		const money = amount[row]!;
		const orderCode = order ? order.codes[row]! : -1;
		const statusCode = status ? status.codes[row]! : -1;
		let fit = 0;
		if (time[row] !== time[row]) fit |= bits.badTime;
		if (money !== money || units !== units) fit |= bits.badNumber;
		if (customer.codes[row] === -1) fit |= bits.noCustomer;
		if (ruledOut?.[row] === 1) fit |= bits.ruledOut;
		if (otherCurrency?.[row] === 1) fit |= bits.otherCurrency;
		if (overlap?.[row] === 1) fit |= bits.overlap;
		if (repeated[row] === 1) fit |= bits.duplicate;
		if ((orderCode >= 0 && cancelled?.[orderCode] === 1) || (statusCode >= 0 && undone?.[statusCode] === true)) fit |= bits.cancelled;
		if (statusCode >= 0 && unpaid?.[statusCode] === true) fit |= bits.notPaid;
		if (units < 0 || (quantity === null && money < 0)) fit |= bits.returned;
		if (units >= 0 && paidHere?.[row] !== 0 && (quantity ? money <= 0 : money === 0)) fit |= bits.noPrice;
		fits[row] = fit;
	}
	for (const reason of oddReasons) {
		const marks = odd[reason];
		if (marks) for (let row = 0; row < rows; row++) if (marks[row] === 1) fits[row]! |= bits[reason];
	}
	return fits;
}

const isChosen = (reason: Reason): reason is ChosenReason => (chosenReasons as readonly Reason[]).includes(reason);

/** The reasons, as bits, under which rows are set aside: those without a choice, and those so chosen. */
export function dropping(rules: Rules): number {
	return reasons.reduce((bits, reason) => (!isChosen(reason) || rules[reason] === 'aside' ? bits | bitOf(reason) : bits), 0);
}

/**
 * Decides for every row whether it takes part. Rows without a readable time, amount or customer cannot; the other reasons are
 * choices. Returns the same table with `aside` filled, and the ledger. `odd` must tell of every odd reason that the rules set aside.
 */
export function prepare(orders: Orders, rules: Rules, odd: OddRows = {}): { orders: Orders; ledger: Ledger } {
	const { rows } = orders;
	const fits = fitting(orders, odd);
	const drops = dropping(rules);
	const aside = new Uint8Array(rows);
	const taken = new Uint32Array(reasons.length);
	const found = new Uint32Array(reasons.length);
	for (let row = 0; row < rows; row++) {
		let fit = fits[row]!;
		if (fit === 0) continue;
		const dropped = fit & drops;
		if (dropped !== 0) {
			const first = lowestBit(dropped);
			aside[row] = first + 1;
			taken[first]!++;
		}
		for (; fit !== 0; fit &= fit - 1) found[lowestBit(fit)]!++;
	}
	const named = (count: (r: number) => number | null) => Object.fromEntries(reasons.map((reason, r) => [reason, count(r)]));
	const sought = (r: number) => !(oddReasons as readonly Reason[]).includes(reasons[r]!) || odd[reasons[r] as OddReason] !== undefined;
	return {
		orders: { ...orders, aside },
		ledger: {
			rows,
			kept: rows - taken.reduce((sum, n) => sum + n, 0),
			aside: named((r) => taken[r]!) as Ledger['aside'],
			found: named((r) => (sought(r) ? found[r]! : null)) as Ledger['found']
		}
	};
}

/** Index of the lowest bit that is set. */
export const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);
