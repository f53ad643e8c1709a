import { seeded } from '../../../src/lib/random.js';
import type { Reason } from '../../../src/lib/table/orders.js';
import type { Row } from './orders.js';

/** Four hundred rows of 40 customers in no order of time, with returns, rows set aside, missing products and shared moments. */
export function madeRows(seed: number): Row[] {
	const random = seeded(seed);
	const pick = (n: number) => Math.floor(random() * n);
	return Array.from({ length: 400 }, () => {
		const customer = pick(40);
		const day = 14_600 + Math.floor(pick(120) / (1 + (customer % 5)));
		const row: Row = {
			customer: String(90 + customer),
			order: `${customer}-${day}-${pick(2)}`,
			product: ['', 'a', 'b', 'c', 'd'][pick(5)]!,
			time: day * 86_400_000 + pick(24) * 3_600_000 + pick(2) * 1_800_000,
			quantity: 1 + pick(9),
			amount: pick(10_000) / 100
		};
		const asides: (Reason | undefined)[] = ['returned', 'cancelled', 'noPrice', 'duplicate'];
		const aside = asides[pick(30)];
		if (aside) row.aside = aside;
		return row;
	});
}
