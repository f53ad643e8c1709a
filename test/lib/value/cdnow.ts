import { readFileSync } from 'node:fs';
import { purchaseLog } from '../../../src/lib/features/log.js';
import { knownAt } from '../../../src/lib/features/features.js';
import { historiesAt, type SpendHistories } from '../../../src/lib/value/histories.js';
import type { PurchaseLog } from '../../../src/lib/features/customers.js';
import { sharedFile } from '../../shared.js';
import { ordersOf } from '../features/orders.js';

export const cdnowFile = sharedFile('data/cdnow/CDNOW_sample.txt');
export const referenceFile = sharedFile('data/cdnow/reference.json');
export const summaryFile = sharedFile('data/cdnow/cdnow_customers_summary_with_transactions.csv');

export const dayOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
export const calibrationEnd = dayOf('1997-10-01');

/** The log of the sample, customers in the order of their ids, 1 to 2,357. */
export function cdnowLog(): PurchaseLog {
	const rows = readFileSync(cdnowFile!, 'utf8')
		.trim()
		.split('\n')
		.map((line) => line.trim().split(/\s+/))
		.map(([, customer, date, , money], i) => ({
			customer: String(Number(customer)),
			order: String(i),
			product: '',
			time: Date.parse(`${date!.slice(0, 4)}-${date!.slice(4, 6)}-${date!.slice(6)}T00:00:00Z`),
			quantity: 1,
			amount: Number(money)
		}));
	return purchaseLog(ordersOf(rows)).log;
}

export const calibration = (log: PurchaseLog): SpendHistories => historiesAt(log, calibrationEnd, knownAt(log, calibrationEnd));
