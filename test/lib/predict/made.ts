import { purchaseLog } from '../../../src/lib/features/log.js';
import type { PurchaseLog } from '../../../src/lib/features/customers.js';
import { seeded } from '../../../src/lib/random.js';
import { ordersOf, type Row } from '../features/orders.js';

const firstDay = 16_000;
export const madeDays = 200;
export const madeAnalysisDay = firstDay + madeDays;

/** How often a customer buys, per day, and for how many days from the first purchase on. */
export type Habit = (customer: number, uniform: () => number) => { rate: number; alive: number };

/** Everyone alike at all times: nothing of the past says who buys next. */
export const noise: Habit = () => ({ rate: 1 / 70, alive: Infinity });
/** Some buy often and some rarely, all for ever. */
export const varied: Habit = (_, uniform) => ({ rate: 0.002 - 0.02 * Math.log(1 - uniform()), alive: Infinity });
/** All buy alike while they stay, and leave one day. */
export const leaving: Habit = (_, uniform) => ({ rate: 1 / 12, alive: -90 * Math.log(1 - uniform()) });

/** Two hundred days of customers with a habit; amounts, products and hours say nothing. All have bought by day 20. */
export function madeOrders(n: number, habit: Habit, seed: number): Row[] {
	const random = seeded(seed);
	const rows: Row[] = [];
	for (let c = 0; c < n; c++) {
		const { rate, alive } = habit(c, random);
		const joined = 20 * random();
		for (let t = joined; t < Math.min(madeDays, joined + alive); t -= Math.log(1 - random()) / rate) {
			const lines = 1 + Math.floor(3 * random());
			for (let line = 0; line < lines; line++) {
				rows.push({
					customer: String(1000 + c),
					time: Math.round((firstDay + t) * 86_400_000),
					order: `${c}-${t}`,
					product: `p${Math.floor(random() * 30)}`,
					quantity: 1 + Math.floor(5 * random()),
					amount: Math.round(1000 * random()) / 100
				});
			}
		}
	}
	return rows;
}

export const madeLog = (n: number, habit: Habit, seed: number): PurchaseLog => purchaseLog(ordersOf(madeOrders(n, habit, seed))).log;

const steadyDays = 400;
export const steadyAnalysisDay = firstDay + steadyDays;

/** A shop in its stride: customers join and leave all along, as many in any week as in any other; what happened before the first day is not written down. */
export function steadyLog(n: number, seed: number): PurchaseLog {
	const random = seeded(seed);
	const rows: Row[] = [];
	for (let c = 0; c < n; c++) {
		const rate = 0.002 - 0.02 * Math.log(1 - random());
		const life = -300 * Math.log(1 - random());
		const joined = (steadyDays + 300) * random() - 300;
		for (let t = joined; t < Math.min(steadyDays, joined + life); t -= Math.log(1 - random()) / rate) {
			if (t < 0) continue;
			const time = Math.round((firstDay + t) * 86_400_000);
			rows.push({ customer: String(c), time, order: `${c}-${t}`, amount: 1 + Math.floor(100 * random()) });
		}
	}
	return purchaseLog(ordersOf(rows)).log;
}
