import * as v from 'valibot';
import type { PersonalKind } from '../../lib/table/personal.js';
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
export const columnRoles = [...new Set([...orderRoles, ...eventRoles, 'campaign' as const])] as const;
export type ColumnRole = Role | EventRole | 'campaign';
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
export const kinds = ['orders', 'people', 'events', 'campaigns'] as const;
export type TableKind = (typeof kinds)[number];

export const samples = ['shop', 'noise'] as const;
export type SampleName = (typeof samples)[number];

/** A file is known by name, size and date; its rows are never kept. */
const source = v.variant('kind', [
	v.object({ kind: v.literal('file'), id: v.pipe(v.string(), v.maxLength(600)), name: v.pipe(v.string(), v.maxLength(400)) }),
	v.object({ kind: v.literal('sample'), name: v.picklist(samples) })
]);
export type Source = v.InferOutput<typeof source>;

/** What was chosen for the columns of a file, by position; kept for files of the same header. */
const naming = {
	/** The program the file comes from: an id of `sources`, or `other`; null = as recognised. */
	origin: v.optional(v.nullable(v.picklist([...sourceIds, 'other'])), null),
	/** What the rows are: lines of orders, one customer each, events of visits, or a customer and a campaign each; null = as guessed. */
	kind: v.optional(v.nullable(v.picklist(kinds)), null),
	/** Which column plays which role; null = as guessed. */
	roles: v.optional(v.nullable(roleColumns), null),
	/** Types of columns by position, where the person chose them; the rest is decided from the cells. */
	types: v.optional(v.record(columnKey, typeChoice), {})
};
export const namingSchema = v.object(naming);
export type Naming = v.InferOutput<typeof namingSchema>;

/** What was chosen for one file. */
const fileChoices = {
	/** Name of the sheet or inner file to read; null = the one that is most of an order log, with all others of the same header. */
	part: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(1000))), null),
	...naming,
	/** When the person named these columns, in milliseconds since 1970, where that was for another file of the same header. */
	recalled: v.optional(v.nullable(v.number()), null),
	delimiter: v.optional(v.nullable(v.picklist(delimiters)), null),
	encoding: v.optional(v.nullable(v.picklist(encodings)), null),
	header: v.optional(v.nullable(v.boolean()), null)
};
/** Files that are read together at most. */
export const mostFiles = 48;
const oneFile = v.object({ source, ...fileChoices });

export const spec = defineCell({
	type: 'data',
	version: 3,
	params: v.object({
		/** The first file, or a sample; null until one is chosen. */
		source: v.optional(v.nullable(source), null),
		...fileChoices,
		/** Files that are read with the first. */
		more: v.optional(v.pipe(v.array(oneFile), v.maxLength(mostFiles - 1)), []),
		currency: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))), null)
	}),
	inputs: {},
	output: 'table',
	cost: 'light'
});

type Params = v.InferOutput<typeof spec.params>;
export type FileParams = v.InferOutput<typeof oneFile>;

/** The files that a cell reads, with what was chosen for each. */
export function filesOf({ more, currency: _, source, ...first }: Params): FileParams[] {
	return source ? [{ ...first, source }, ...more] : [];
}

/** The params of a cell that reads these files, at least one. */
export function paramsOf([first, ...more]: readonly FileParams[]): Omit<Params, 'currency'> {
	return { ...first!, more };
}

/** A file of which nothing has been chosen yet. */
export const newFile = (from: Source): FileParams => v.parse(oneFile, { source: from });

export const namingOf = ({ origin, kind, roles, types }: Naming): Naming => ({ origin, kind, roles, types });
export const unnamed: Naming = v.parse(namingSchema, {});

/** What is done for a source without being asked. */
export const originNotes = ['perOrder', 'refund', 'nameOnly', 'activityTime'] as const;
export type OriginNote = (typeof originNotes)[number];

/** A column as it was read. */
export interface ColumnSummary extends Omit<Inferred, 'badExamples' | 'values'> {
	readonly name: string;
	/** What personal data it holds, which is hidden on screen; null where it holds none. */
	readonly personal: PersonalKind | null;
	/** The first texts that do not fit the type, masked. */
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

/** Dates that leave open whether the day or the month stands first. */
export interface UnsureDates {
	/** Positions of the columns. */
	readonly columns: readonly number[];
	/** One of the dates, and the days (since 1970-01-01) that it is if the day, or the month, stands first. */
	readonly text: string;
	readonly dmy: number;
	readonly mdy: number;
}

/** A file, or one of several sheets or files inside it, as it was read. */
export interface FileView {
	/** Place of its choices among `filesOf` the params: parts of one file that are read together share them. */
	readonly of: number;
	/** Name of the part this is, where the file holds several. */
	readonly part: string | null;
	/** Hash of the names of its columns, in order; null where it has none. */
	readonly headerHash: string | null;
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
	/** Columns of dates that all read both as day-month and as month-day; null where there are none. */
	readonly unsureDates: UnsureDates | null;
	/** Names of two programs it may come from, where it is not clear. */
	readonly unsure: readonly string[];
	/** What a table with one row per customer holds, or a list of campaigns once it is made one; null for orders and events. */
	readonly people: {
		readonly customers: number;
		readonly repeated: number;
		readonly nameless: number;
		/** Null where rows stand for customers. */
		readonly campaigns: number | null;
	} | null;
	/** Null for orders and people, and while the columns do not yet make a log of events. */
	readonly events: EventsSummary | null;
	/** Null for people and events, and while the columns do not yet make an order log. */
	readonly log: {
		readonly customers: number;
		/** Null where no column numbers the orders. */
		readonly orders: number | null;
		readonly unnamed: number;
		/** ISO 4217 code of the money that counts, chosen or found; null where neither is. */
		readonly currency: string | null;
		/** Lines in another. */
		readonly otherCurrency: number;
		readonly firstDay: number;
		readonly lastDay: number;
		readonly dates: { readonly order: DateOrder; readonly certain: boolean; readonly bad: number; readonly examples: readonly BadCell[] };
		readonly numbers: { readonly bad: number; readonly examples: readonly BadCell[] };
	} | null;
}

/** How customers stand in several tables: the orders are one, and so are the events, and tables of people with the same columns. */
export interface JoinSummary {
	/** Customers of all tables, each once. */
	readonly customers: number;
	/** Customers that every table has. */
	readonly everywhere: number;
	readonly tables: readonly { readonly file: string; readonly customers: number }[];
}

/** What several files are together. */
export interface Together {
	readonly files: number;
	/** Null where no file holds orders. */
	readonly orders: {
		readonly files: number;
		readonly rows: number;
		readonly customers: number;
		readonly firstDay: number;
		readonly lastDay: number;
		/** Rows that a newer file holds too. */
		readonly overlap: number;
		/** Rows in another currency than the one that counts, and that one. */
		readonly otherCurrency: number;
		readonly currency: string | null;
	} | null;
	/** Pairs of files that seem to tell of the same purchases: `n` of the `of` of the smaller one stand in the other too. */
	readonly twice: readonly {
		readonly of: number;
		readonly n: number;
		/** The two, by name and place among the files of the view. */
		readonly files: readonly { readonly place: number; readonly file: string }[];
	}[];
	/** Null where no file holds people. */
	readonly people: { readonly files: number; readonly customers: number } | null;
	/** Null where no file holds events. */
	readonly events: {
		readonly files: number;
		readonly rows: number;
		readonly customers: number;
		readonly firstDay: number;
		readonly lastDay: number;
		/** Rows that are the same event as another row. */
		readonly same: number;
	} | null;
	readonly join: JoinSummary | null;
}

export interface DataView {
	readonly files: readonly FileView[];
	/** Null for one file, and while not all of several can be used. */
	readonly together: Together | null;
}
