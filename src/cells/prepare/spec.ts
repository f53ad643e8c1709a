import * as v from 'valibot';
import type { EventReason } from '../../lib/table/events.js';
import type { ApartReason, Proof } from '../../lib/table/identities.js';
import type { PeopleReason } from '../../lib/table/people.js';
import type { Ledger } from '../../lib/table/prepare.js';
import { defineCell } from '../cell.js';

const choice = (preset: 'aside' | 'keep') => v.optional(v.picklist(['aside', 'keep']), preset);

export { eventReasons } from '../../lib/table/events.js';
export { apartReasons, proofs } from '../../lib/table/identities.js';
export { peopleReasons } from '../../lib/table/people.js';

export const spec = defineCell({
	type: 'prepare',
	version: 3,
	params: v.object({
		ruledOut: choice('aside'),
		overlap: choice('aside'),
		// Two equal lines of one order are as often two of the same thing as one line written twice.
		duplicate: choice('keep'),
		cancelled: choice('aside'),
		notPaid: choice('aside'),
		returned: choice('aside'),
		noPrice: choice('aside'),
		// What follows is looked for in a run only where somebody sets it aside: none of it is certain.
		test: choice('keep'),
		strayDate: choice('keep'),
		repeatedLine: choice('keep'),
		outlier: choice('keep'),
		wholesale: choice('keep'),
		/** Whether ids that are one person by e-mail, phone or device count apart or as one. */
		identities: v.optional(v.picklist(['apart', 'merge']), 'apart'),
		/** Whether dots in Gmail addresses mean nothing. */
		gmailDots: v.optional(v.boolean(), false)
	}),
	inputs: { table: { kind: 'table' } },
	output: 'table',
	cost: 'light'
});

/** An id of a person who has several, with what it has in common with the others; `orders` is null where there are none. */
interface IdView {
	readonly id: string;
	readonly by: readonly Proof[];
	readonly orders: number | null;
}

export interface IdentitiesView {
	/** People with several ids. */
	readonly people: number;
	/** Ids that are merged into another, or would be. */
	readonly ids: number;
	/** The first of them; `more` ids are not shown. */
	readonly first: readonly (IdView & { readonly others: readonly IdView[]; readonly more: number })[];
	/** The first values that several ids have in common and that merge nobody. */
	readonly apart: readonly { readonly kind: Proof; readonly value: string; readonly n: number; readonly why: ApartReason }[];
	readonly apartCount: number;
}

/** The words of the list of merged ids, in the reader's language. */
export interface AuditRequest {
	/** BCP 47 tag whose conventions the file follows. */
	readonly locale: string;
	readonly header: readonly string[];
	readonly proofNames: Readonly<Record<Proof, string>>;
	readonly becomes: string;
	readonly apartNames: Readonly<Record<ApartReason, string>>;
}

export interface PrepareView {
	/** Null where no id seems to be another one's. */
	readonly identities: IdentitiesView | null;
	readonly orders: {
		readonly file: string;
		readonly ledger: Ledger;
		/** Money of the rows kept. */
		readonly revenue: number;
		readonly currency: string | null;
	} | null;
	/** Rows of a table of people: `rows` = `kept` + the sum over `aside`. */
	readonly people: {
		readonly file: string;
		readonly rows: number;
		readonly kept: number;
		readonly aside: Readonly<Record<PeopleReason, number>>;
	} | null;
	/** Rows of a log of events, balanced in the same way. */
	readonly events: {
		readonly file: string;
		readonly rows: number;
		readonly kept: number;
		readonly aside: Readonly<Record<EventReason, number>>;
	} | null;
}
