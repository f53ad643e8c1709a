import { featuresAt } from '../src/lib/features/features.js';
import { defaultAnalysisDay, purchaseLog } from '../src/lib/features/log.js';
import type { Customers } from '../src/lib/features/customers.js';
import { prepare } from '../src/lib/table/prepare.js';
import { shopSample } from '../src/samples/samples.js';
import { readLog } from './table.js';
import { rules } from './rules.js';

/** The customers of the sample shop, by the same steps as the notebook's first three cells. */
export async function shopCustomers(): Promise<Customers & { truth: number[] }> {
	const { csv, truth } = shopSample(1);
	const read = await readLog(csv);
	const { ids, log, country } = purchaseLog(prepare(read.orders, rules).orders);
	const analysisDay = defaultAnalysisDay(log);
	return { ids, log, country, analysisDay, currency: null, features: featuresAt(log, analysisDay), truth: ids.map((id) => truth.get(id)!) };
}
