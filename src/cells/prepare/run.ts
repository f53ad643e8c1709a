import { Problem } from '../../lib/problem.js';
import { csvStyle, writeCsv } from '../../lib/export/csv.js';
import { examine } from '../../lib/doctor/examine.js';
import { oddRows } from '../../lib/doctor/odd-rows.js';
import { prepare } from '../../lib/table/prepare.js';
import { oddReasons, reasons, type Orders, type Reason, type RowReader } from '../../lib/table/orders.js';
import { eventLedger, eventReasons, type EventReason, type Events } from '../../lib/table/events.js';
import { mergeIds } from '../../lib/table/merge.js';
import { peopleLedger, peopleReasons, type People, type PeopleReason } from '../../lib/table/people.js';
import type { Workspace } from '../../lib/table/workspace.js';
import type { Run } from '../cell.js';
import { quiet, taskOf } from '../task.js';
import { identitiesAudit, identitiesIn } from './identities.js';
import type { AuditRequest, PrepareView, spec } from './spec.js';

export interface AsideRequest {
	readonly of: 'orders' | 'people' | 'events';
	/** BCP 47 tag whose conventions the file follows. */
	readonly locale: string;
	/** The reader's words for each reason, and for the columns that are added: that of files where there are several. */
	readonly reasons: Readonly<Record<Reason | PeopleReason | EventReason, string>>;
	readonly fileHeader: string;
	readonly rowHeader: string;
	readonly reasonHeader: string;
}

export const run: Run<typeof spec, Workspace, PrepareView> = async (ctx, rules, { table }) => {
	const sought = oddReasons.filter((reason) => rules[reason] === 'aside');
	const odd = table.orders ? await oddRows(table.orders, sought, taskOf(ctx, 'prepare.stage')) : {};
	const prepared = table.orders && prepare(table.orders, rules, odd);
	const identities = await identitiesIn(table, rules.gmailDots, taskOf(ctx, 'identities.stage'));
	const found = identities && identitiesAudit(identities, prepared?.orders ?? null, (table.orders ?? table.people ?? table.events)?.idKind);
	const identitiesView = found && found.view(false);
	const apart: Workspace = { ...table, orders: prepared?.orders ?? null };
	const output = found && rules.identities === 'merge' ? mergeIds(apart, found.into) : apart;
	const { orders, people, events } = output;
	const view: PrepareView = {
		identities: identitiesView && identitiesView.ids + identitiesView.apartCount > 0 ? identitiesView : null,
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
		},
		events: events && {
			file: events.file,
			rows: events.rows,
			kept: events.aside.filter((reason) => reason === 0).length,
			aside: eventLedger(events)
		}
	};
	const kept = view.orders?.ledger.kept ?? view.people?.kept ?? view.events?.kept;
	const { file, rows: n } = (orders ?? people ?? events)!;
	return {
		output,
		view,
		blocked: kept === 0 ? new Problem('nothingKept', { file, n }) : undefined,
		answers: {
			identities: (request: AuditRequest) => found!.csv(request),
			identitiesShown: (_args: null, _signal: AbortSignal, reveal: boolean) => found!.view(reveal),
			aside: (request: AsideRequest, signal: AbortSignal) => asideFile(asideRows(request, orders, people, events), request, signal),
			examination: (_: null, signal: AbortSignal) => examine(table, rules, quiet(ctx, signal))
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

function asideRows(request: AsideRequest, orders: Orders | null, people: People | null, events: Events | null): AsideRows {
	switch (request.of) {
		case 'orders':
			return rowsOfOrders(orders!, request);
		case 'people':
			return rowsOfPeople(people!, request);
		case 'events':
			return rowsOfEvents(events!, request);
	}
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

const rowsOfEvents = ({ columns, rows, source, aside }: Events, words: AsideRequest): AsideRows => ({
	columns,
	rows,
	source,
	reason: (row) => (aside[row] === 0 ? undefined : words.reasons[eventReasons[aside[row]! - 1]!])
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
