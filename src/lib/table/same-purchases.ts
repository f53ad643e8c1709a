import { pause, type Task } from '../task.js';
import { idKey } from './people.js';
import type { Orders } from './orders.js';

/** Two files of which one seems to tell of purchases that the other tells of too, such as orders of a shop and its payments. */
export interface SamePurchases {
	/** Places of the files. */
	readonly files: readonly [number, number];
	/** Purchases of the smaller file, and those of them that the other has. */
	readonly of: number;
	readonly n: number;
}

/** Share of the purchases of the smaller file that the other must have, and the fewest that are worth telling of. */
const [most, fewest] = [0.5, 5];
const msPerDay = 86_400_000;

/** Purchases of one file: their days, by customer and money. */
interface Purchases {
	readonly days: ReadonlyMap<string, readonly number[]>;
	readonly count: number;
}

/** The purchases of rows `from` to `to`: the lines of an order, or of a customer on a day where orders have no number, summed. */
async function purchasesOf(orders: Orders, people: readonly string[], from: number, to: number, task: Task): Promise<Purchases> {
	const { customer, order, time, amount, ruledOut, otherCurrency, overlap } = orders;
	const sums = new Map<string, { person: string; day: number; money: number }>();
	for (let row = from; row < to; row++) {
		if ((row & 0xffff) === 0xffff) await pause(task);
		const code = customer.codes[row]!;
		const money = amount[row]!;
		const day = Math.floor(time[row]! / msPerDay);
		if (code < 0 || Number.isNaN(money + day) || ruledOut?.[row] || otherCurrency?.[row] || overlap?.[row]) continue;
		const number = order?.codes[row] ?? -1;
		const key = number >= 0 ? `${code} ${number}` : `${code}/${day}`;
		const sum = sums.get(key);
		if (sum) sum.money += money;
		else sums.set(key, { person: people[code]!, day, money });
	}
	const days = new Map<string, number[]>();
	let count = 0;
	for (const { person, day, money } of sums.values()) {
		const cents = Math.round(money * 100);
		if (cents <= 0) continue;
		count++;
		const key = `${cents} ${person}`;
		const list = days.get(key);
		if (list) list.push(day);
		else days.set(key, [day]);
	}
	return { days, count };
}

/** How many purchases of one file another has too: one of the same customer and money, at most a day away. Each stands for one. */
function common(a: Purchases, b: Purchases): number {
	let n = 0;
	for (const [key, days] of a.days) {
		const others = b.days.get(key)?.slice();
		for (const day of others ? days : []) {
			const at = others!.findIndex((other) => Math.abs(other - day) <= 1);
			if (at < 0) continue;
			others!.splice(at, 1);
			n++;
		}
	}
	return n;
}

/**
 * Pairs of files that seem to tell of the same purchases under numbers of their own: at least half of the purchases of the smaller one,
 * and five, have their like in the other, by the same customer for the same money within a day (clocks differ).
 * @param starts row of `orders` at which each file begins, in ascending order, from 0
 */
export async function samePurchases(orders: Orders, starts: readonly number[], task: Task): Promise<SamePurchases[]> {
	const people = orders.customer.values.map(idKey);
	const files: Purchases[] = [];
	for (const [i, start] of starts.entries()) files.push(await purchasesOf(orders, people, start, starts[i + 1] ?? orders.rows, task));
	const found: SamePurchases[] = [];
	for (const [i, a] of files.entries()) {
		for (const [j, b] of files.entries()) {
			if (j <= i) continue;
			const of = Math.min(a.count, b.count);
			const n = a.count < b.count ? common(a, b) : common(b, a);
			if (n >= fewest && n >= most * of) found.push({ files: [i, j], of, n });
		}
		await pause(task);
	}
	return found;
}
