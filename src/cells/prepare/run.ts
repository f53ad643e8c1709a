import { Problem } from '../../lib/problem.js';
import { csvStyle, writeCsv } from '../../lib/export/csv.js';
import { examine } from '../../lib/doctor/examine.js';
import { oddRows } from '../../lib/doctor/odd-rows.js';
import { prepare } from '../../lib/table/prepare.js';
import { oddReasons, reasons, type Orders, type Reason, type RowReader } from '../../lib/table/orders.js';
import { peopleLedger, peopleReasons, type People, type PeopleReason } from '../../lib/table/people.js';
import type { Workspace } from '../../lib/table/workspace.js';
import type { Task } from '../../lib/task.js';
import type { Run } from '../cell.js';
import { taskOf } from '../task.js';
import type { PrepareView, spec } from './spec.js';

export interface AsideRequest {
	readonly of: 'orders' | 'people';
	/** BCP 47 tag whose conventions the file follows. */
	readonly locale: string;
	/** The reader's words for each reason, and for the columns that are added: that of files where there are several. */
	readonly reasons: Readonly<Record<Reason | PeopleReason, string>>;
	readonly fileHeader: string;
	readonly rowHeader: string;
	readonly reasonHeader: string;
}

export const run: Run<typeof spec, Workspace, PrepareView> = async (ctx, rules, { table }) => {
	const sought = oddReasons.filter((reason) => rules[reason] === 'aside');
	const odd = table.orders ? await oddRows(table.orders, sought, taskOf(ctx, 'prepare.stage')) : {};
	const prepared = table.orders && prepare(table.orders, rules, odd);
	const orders = prepared?.orders ?? null;
	const { people } = table;
	const view: PrepareView = {
		orders: prepared && {
			file: prepared.orders.file,
			ledger: prepared.ledger,
			revenue: revenueOf(prepared.orders),
			currency: prepared.orders.currency
		},
		people: people && {
			file: people.file,
			rows: people.rows,
			kept: people.aside.filter((reason) => reason === 0).length,
			aside: peopleLedger(people)
		}
	};
	const kept = view.orders?.ledger.kept ?? view.people?.kept;
	const { file, rows: n } = (orders ?? people)!;
	return {
		output: { orders, people },
		view,
		blocked: kept === 0 ? new Problem('nothingKept', { file, n }) : undefined,
		answers: {
			aside: (request: AsideRequest, signal: AbortSignal) =>
				asideFile(request.of === 'orders' ? rowsOfOrders(orders!, request) : rowsOfPeople(people!, request), request, signal),
			examination: (_: null, signal: AbortSignal) => {
				const task: Task = { signal, breathe: () => ctx.breathe(), progress: () => undefined };
				return examine(table, rules, task);
			}
		}
	};
};

function revenueOf({ rows, aside, amount }: Orders): number {
	let revenue = 0;
	for (let row = 0; row < rows; row++) if (aside[row] === 0) revenue += amount[row]!;
	return revenue;
}

interface AsideRows {
	readonly columns: readonly string[];
	readonly rows: number;
	readonly source: RowReader;
	/** The reason of a row in the reader's words, or undefined where it counts. */
	reason(row: number): string | undefined;
}

const rowsOfOrders = ({ columns, rows, source, aside }: Orders, words: AsideRequest): AsideRows => ({
	columns,
	rows,
	source,
	reason: (row) => (aside[row] === 0 ? undefined : words.reasons[reasons[aside[row]! - 1]!])
});

const rowsOfPeople = ({ columns, rows, source, aside }: People, words: AsideRequest): AsideRows => ({
	columns: columns.map(({ name }) => name),
	rows,
	source,
	reason: (row) => (aside[row] === 0 ? undefined : words.reasons[peopleReasons[aside[row]! - 1]!])
});

const page = 4096;

/** The rows set aside, as they stand in the file, each with its number there and its reason. */
async function asideFile({ columns, rows, source, reason }: AsideRows, request: AsideRequest, signal: AbortSignal): Promise<Blob> {
	const header = [...(source.at ? [request.fileHeader] : []), request.rowHeader, request.reasonHeader, ...columns];
	const lines: (string | number)[][] = [];
	for (let from = 0; from < rows; from += page) {
		const wanted = Array.from({ length: Math.min(page, rows - from) }, (_, i) => reason(from + i));
		if (wanted.every((text) => text === undefined)) continue;
		const cells = await source.rows(from, from + wanted.length);
		signal.throwIfAborted();
		cells.forEach((row, i) => {
			if (wanted[i] === undefined) return;
			const place = source.at?.(from + i);
			lines.push([...(place ? [place.file, place.row] : [from + i + 1]), wanted[i], ...row]);
		});
	}
	return new Blob([...writeCsv(header, lines, csvStyle(request.locale))], { type: 'text/csv' });
}
