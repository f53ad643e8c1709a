import * as v from 'valibot';
import { encodings } from '../../lib/table/text/encoding.js';
import { sources } from '../../lib/table/sources/sources.js';
import { delimiters, type Layout } from '../../lib/table/text/layout.js';
import { eventRoles, type EventRole } from '../../lib/table/events.js';
import { roles as orderRoles, type Role } from '../../lib/table/orders.js';
import type { BadCell } from '../../lib/table/order-log.js';
import type { Inferred } from '../../lib/table/types.js';
import { dateOrders, type DateOrder } from '../../lib/table/time.js';
import { defineCell } from '../cell.js';

const column = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999));

export { eventRoles, visitGapMinutes } from '../../lib/table/events.js';

/** What a column can mean, in whichever kind of table. */
export const columnRoles = [...new Set([...orderRoles, ...eventRoles])] as const;
export type ColumnRole = Role | EventRole;
/** Which column (by position in the file) plays each role. */
export type ColumnRoles = Partial<Record<ColumnRole, number>>;
const roleColumns = v.record(v.picklist(columnRoles), column);

/** Programs whose exports are known, by name. */
export const programs = sources.map(({ id, name }) => ({ id, name }));
const sourceIds = sources.map(({ id }) => id);

const columnKey = v.pipe(v.string(), v.regex(/^\d{1,4}$/));
const typeChoice = v.object({
	kind: v.optional(v.picklist(['text', 'boolean', 'number', 'time'])),
	mark: v.optional(v.picklist(['.', ','])),
	order: v.optional(v.picklist(dateOrders))
});

export type TypeChoice = v.InferOutput<typeof typeChoice>;

/** What the rows of a file can be. */
export const kinds = ['orders', 'people', 'events'] as const;
export type TableKind = (typeof kinds)[number];

export const samples = ['shop', 'noise'] as const;
export type SampleName = (typeof samples)[number];

export const spec = defineCell({
	type: 'data',
	version: 2,
	params: v.object({
		/** The file or sample; null until one is chosen. A file is known by name, size and date; its rows are never kept. */
		source: v.optional(
			v.nullable(
				v.variant('kind', [
					v.object({ kind: v.literal('file'), id: v.pipe(v.string(), v.maxLength(600)), name: v.pipe(v.string(), v.maxLength(400)) }),
					v.object({ kind: v.literal('sample'), name: v.picklist(samples) })
				])
			),
			null
		),
		/** Name of the sheet or inner file to read; null = the one that is most of an order log. */
		part: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(1000))), null),
		/** The program the file comes from: an id of `sources`, or `other`; null = as recognised. */
		origin: v.optional(v.nullable(v.picklist([...sourceIds, 'other'])), null),
		/** What the rows are: lines of orders, one customer each, or events of visits; null = as guessed. */
		kind: v.optional(v.nullable(v.picklist(kinds)), null),
		/** Which column plays which role; null = as guessed. */
		roles: v.optional(v.nullable(roleColumns), null),
		delimiter: v.optional(v.nullable(v.picklist(delimiters)), null),
		encoding: v.optional(v.nullable(v.picklist(encodings)), null),
		header: v.optional(v.nullable(v.boolean()), null),
		/** Types of columns by position, where the person chose them; the rest is decided from the cells. */
		types: v.optional(v.record(columnKey, typeChoice), {}),
		currency: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))), null)
	}),
	inputs: {},
	output: 'table',
	cost: 'light'
});

/** What is done for a source without being asked. */
export const originNotes = ['perOrder', 'refund', 'nameOnly', 'activityTime'] as const;
export type OriginNote = (typeof originNotes)[number];

/** A column as it was read. */
export interface ColumnSummary extends Omit<Inferred, 'badExamples'> {
	readonly name: string;
	/** The first texts that do not fit the type. */
	readonly badExamples: readonly string[];
}

/** What a reader met besides rows of data; rows count from 1, and only the first are named. */
export interface DataNotes {
	readonly preamble: readonly string[];
	readonly description: boolean;
	readonly totals: number;
	readonly blank: number;
	readonly short: number;
	readonly shortRows: readonly number[];
	readonly long: number;
	readonly longRows: readonly number[];
	readonly openQuotes: readonly number[];
}

/** What a log of events holds. */
export interface EventsSummary {
	readonly customers: number;
	/** Rows without an id of whose they are. */
	readonly unnamed: number;
	readonly firstDay: number;
	readonly lastDay: number;
	/** The column that numbers visits; null where they end after a pause. */
	readonly session: string | null;
	/** Purchases among the events whose money the file holds too, so that it can be read as orders. */
	readonly purchases: number;
	/** Hours that were added to times in UTC; null where they stand as they are. */
	readonly clock: number | null;
	/** Whether times are in UTC and the clock of the site is not known. */
	readonly utc: boolean;
}

export interface DataView {
	readonly file: string;
	readonly bytes: number;
	readonly rows: number;
	readonly columns: readonly ColumnSummary[];
	readonly notes: DataNotes;
	/** What the file holds, where it is several sheets or files; `file` is one of them. */
	readonly parts: readonly string[];
	/** Null where the cells came typed, as from a workbook. */
	readonly layout: Layout | null;
	readonly header: boolean;
	/** Column of each role, as guessed or chosen. */
	readonly roles: ColumnRoles;
	readonly kind: TableKind;
	/** The program the file comes from, and how many of its columns are known; null where it is unknown. */
	readonly origin: {
		readonly id: string;
		readonly name: string;
		readonly matched: number;
		readonly of: number;
		readonly notes: readonly OriginNote[];
	} | null;
	/** Names of two programs it may come from, where it is not clear. */
	readonly unsure: readonly string[];
	/** What a table with one row per customer holds; null for orders. */
	readonly people: { readonly customers: number; readonly repeated: number; readonly nameless: number } | null;
	/** Null for orders and people, and while the columns do not yet make a log of events. */
	readonly events: EventsSummary | null;
	/** Null for people and events, and while the columns do not yet make an order log. */
	readonly log: {
		readonly customers: number;
		/** Null where no column numbers the orders. */
		readonly orders: number | null;
		readonly unnamed: number;
		readonly firstDay: number;
		readonly lastDay: number;
		readonly dates: { readonly order: DateOrder; readonly certain: boolean; readonly bad: number; readonly examples: readonly BadCell[] };
		readonly numbers: { readonly bad: number; readonly examples: readonly BadCell[] };
	} | null;
}
