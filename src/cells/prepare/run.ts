import { Problem } from '../../lib/problem.js';
import { csvStyle, writeCsv } from '../../lib/export/csv.js';
import { prepare } from '../../lib/table/prepare.js';
import { reasons, type Orders, type Reason } from '../../lib/table/orders.js';
import type { Run } from '../cell.js';
import type { PrepareView, spec } from './spec.js';

export interface AsideRequest {
	/** BCP 47 tag whose conventions the file follows. */
	readonly locale: string;
	/** The reader's words for each reason, and for the two columns that are added. */
	readonly reasons: Readonly<Record<Reason, string>>;
	readonly rowHeader: string;
	readonly reasonHeader: string;
}

export const run: Run<typeof spec, Orders, PrepareView> = async (_ctx, rules, { table }) => {
	const { orders, ledger } = prepare(table, rules);
	let revenue = 0;
	let kept = 0;
	for (let row = 0; row < orders.rows; row++) {
		if (orders.aside[row] !== 0) continue;
		revenue += orders.amount[row]!;
		kept++;
	}
	return {
		output: orders,
		view: { ledger, revenue, currency: orders.currency, file: orders.file },
		blocked: kept === 0 ? new Problem('nothingKept', { file: orders.file, n: orders.rows }) : undefined,
		answers: { aside: (request: AsideRequest, signal: AbortSignal) => asideFile(orders, request, signal) }
	};
};

const page = 4096;

/** The rows set aside, as they stand in the file, each with its number there and its reason. */
async function asideFile(orders: Orders, request: AsideRequest, signal: AbortSignal): Promise<Blob> {
	const header = [request.rowHeader, request.reasonHeader, ...orders.columns];
	const rows: (string | number)[][] = [];
	for (let from = 0; from < orders.rows; from += page) {
		const to = Math.min(orders.rows, from + page);
		if (!orders.aside.subarray(from, to).some((reason) => reason !== 0)) continue;
		const cells = await orders.source.rows(from, to);
		signal.throwIfAborted();
		cells.forEach((row, i) => {
			const reason = orders.aside[from + i]!;
			if (reason > 0) rows.push([from + i + 1, request.reasons[reasons[reason - 1]!], ...row]);
		});
	}
	return new Blob([...writeCsv(header, rows, csvStyle(request.locale))], { type: 'text/csv' });
}
