import { featuresAt } from '../src/lib/features/features.js';
import { defaultAnalysisDay, purchaseLog } from '../src/lib/features/log.js';
import type { Customers } from '../src/lib/features/customers.js';
import { prepare } from '../src/lib/table/prepare.js';
import { shopSample } from '../src/samples/samples.js';
import { normal, seeded } from '../src/lib/random.js';
import { readLog } from './table.js';
import { rules } from './rules.js';

/** The customers of the sample shop, by the same steps as the notebook's first three cells. */
export async function shopCustomers(): Promise<Customers & { truth: number[] }> {
	const { csv, truth } = shopSample(1);
	const customers = await customersOf(csv);
	return { ...customers, truth: customers.ids.map((id) => truth.get(id)!) };
}

async function customersOf(csv: string): Promise<Customers> {
	const read = await readLog(csv);
	const { ids, log, country } = purchaseLog(prepare(read.orders, rules).orders);
	const analysisDay = defaultAnalysisDay(log);
	return { ids, log, country, analysisDay, currency: null, features: featuresAt(log, analysisDay) };
}

/**
 * The customers of a shop without segments: they come one after another over a year, and buy some five times a year, each at a rate and with a
 * basket of their own that are drawn from one smooth hump; a good part have bought once only so far.
 */
export function plainShop(seed: number): Promise<Customers> {
	const random = seeded(seed);
	const lines: string[] = [];
	for (let customer = 0; customer < 600; customer++) {
		const [gap, basket] = [75 * Math.exp(0.6 * normal(random)), 30 * Math.exp(0.5 * normal(random))];
		for (let day = 365 * random(); day < 365; day -= gap * Math.log(1 - random())) {
			const time = new Date(Date.UTC(2024, 0, 1, 9 + Math.floor(10 * random()), 0) + Math.floor(day) * 86_400_000);
			for (let line = 0; line <= 3 * random(); line++)
				lines.push(
					`${customer} ${day},C${customer},${time.toISOString()},P${Math.floor(60 * random())},1,${basket * Math.exp(0.4 * normal(random))}`
				);
		}
	}
	return customersOf(`order_id,customer_id,order_date,product,quantity,unit_price\n${lines.join('\n')}\n`);
}
