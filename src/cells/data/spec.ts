import * as v from 'valibot';
import { encodings } from '../../lib/table/text/encoding.js';
import { delimiters, type Layout } from '../../lib/table/text/layout.js';
import { roles, type Role } from '../../lib/table/orders.js';
import type { BadCell } from '../../lib/table/order-log.js';
import { dateOrders, type DateOrder } from '../../lib/table/time.js';
import { defineCell } from '../cell.js';

const column = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999));
const roleColumns = v.record(v.picklist(roles), column);

export const samples = ['shop', 'noise'] as const;
export type SampleName = (typeof samples)[number];

export const spec = defineCell({
	type: 'data',
	version: 1,
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
		/** Which column plays which role; null = as guessed. */
		roles: v.optional(v.nullable(roleColumns), null),
		delimiter: v.optional(v.nullable(v.picklist(delimiters)), null),
		encoding: v.optional(v.nullable(v.picklist(encodings)), null),
		header: v.optional(v.nullable(v.boolean()), null),
		dateOrder: v.optional(v.nullable(v.picklist(dateOrders)), null),
		currency: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))), null)
	}),
	inputs: {},
	output: 'table',
	cost: 'light'
});

export interface DataView {
	readonly file: string;
	readonly bytes: number;
	readonly rows: number;
	readonly columns: readonly string[];
	/** What the file holds, where it is several sheets or files; `file` is one of them. */
	readonly parts: readonly string[];
	/** Null where the cells came typed, as from a workbook. */
	readonly layout: Layout | null;
	readonly header: boolean;
	/** Column of each role, as guessed or chosen. */
	readonly roles: Partial<Record<Role, number>>;
	/** Null while the columns do not yet make an order log. */
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
