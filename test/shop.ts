import { featuresAt } from '../src/lib/features/features.js';
import { defaultAnalysisDay, purchaseLog } from '../src/lib/features/log.js';
import type { Customers } from '../src/lib/features/customers.js';
import { readHead } from '../src/lib/table/layout.js';
import { prepare } from '../src/lib/table/prepare.js';
import { readOrders } from '../src/lib/table/read.js';
import { guessRoles } from '../src/lib/table/roles.js';
import { shopSample } from '../src/samples/samples.js';
import { idle } from './task.js';

/** The customers of the sample shop, by the same steps as the notebook's first three cells. */
export async function shopCustomers(): Promise<Customers & { truth: number[] }> {
	const { name, csv, truth } = shopSample(1);
	const blob = new Blob([csv]);
	const head = await readHead(name, blob);
	const roles = guessRoles(head.columns, head.rows, head.layout.header);
	const read = await readOrders(
		{ file: name, blob, layout: head.layout, columns: head.columns, sample: head.rows, roles, currency: null },
		idle
	);
	const rules = { duplicate: 'keep', cancelled: 'aside', notPaid: 'aside', returned: 'aside', noPrice: 'aside' } as const;
	const { ids, log, country } = purchaseLog(prepare(read.orders, rules).orders);
	const analysisDay = defaultAnalysisDay(log);
	return { ids, log, country, analysisDay, currency: null, features: featuresAt(log, analysisDay), truth: ids.map((id) => truth.get(id)!) };
}
