import { Problem } from '../../lib/problem.js';
import { examine } from '../../lib/doctor/examine.js';
import { oddRows } from '../../lib/doctor/odd-rows.js';
import { prepare } from '../../lib/table/prepare.js';
import { oddReasons, reasons, type Orders, type Reason } from '../../lib/table/orders.js';
import { eventLedger, eventReasons, type EventReason, type Events } from '../../lib/table/events.js';
import { mergeIds } from '../../lib/table/merge.js';
import { peopleLedger, peopleReasons, type People, type PeopleReason } from '../../lib/table/people.js';
import type { Workspace } from '../../lib/table/workspace.js';
import type { Run } from '../cell.js';
import { rowFile, type RowFileWords, type TableRows } from '../row-file.js';
import { quiet, taskOf } from '../task.js';
import { identitiesAudit, identitiesIn } from './identities.js';
import type { AuditRequest, PrepareView, spec } from './spec.js';

export interface AsideRequest extends RowFileWords {
	readonly of: 'orders' | 'people' | 'events';
	/** The reader's words for each reason, and for the column that holds them. */
	readonly reasons: Readonly<Record<Reason | PeopleReason | EventReason, string>>;
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
			aside: (request: AsideRequest, signal: AbortSignal) => asideFile(request, orders, people, events, signal),
			examination: (_: null, signal: AbortSignal) => examine(table, rules, quiet(ctx, signal))
		}
	};
};

function revenueOf({ rows, aside, amount }: Orders): number {
	let revenue = 0;
	for (let row = 0; row < rows; row++) if (aside[row] === 0) revenue += amount[row]!;
	return revenue;
}

/** The rows set aside, as they stand in the file, each with its reason in the reader's words. */
function asideFile(request: AsideRequest, orders: Orders | null, people: People | null, events: Events | null, signal: AbortSignal) {
	const file = ({ aside, ...table }: TableRows & { aside: Uint8Array }, reasons: readonly (Reason | PeopleReason | EventReason)[]) =>
		rowFile(
			table,
			[request.reasonHeader],
			(row) => (aside[row] === 0 ? null : [request.reasons[reasons[aside[row]! - 1]!]]),
			request,
			signal
		);
	switch (request.of) {
		case 'orders':
			return file(orders!, reasons);
		case 'people':
			return file({ ...people!, columns: people!.columns.map(({ name }) => name) }, peopleReasons);
		case 'events':
			return file(events!, eventReasons);
	}
}
