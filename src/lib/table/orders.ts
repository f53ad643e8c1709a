import type { Contacts } from './contacts.js';
import type { PersonalKind } from './personal.js';
import type { TextColumn } from './table.js';

/** What a column of an order log means. */
export const roles = [
	'customer',
	'order',
	'time',
	'quantity',
	'price',
	'amount',
	'product',
	'description',
	'country',
	'status',
	'currency',
	'refund',
	'category',
	'channel',
	'discount'
] as const;
export type Role = (typeof roles)[number];

/** Which column (by position in the file) plays each role; a role that no column plays is absent. */
export type Roles = Partial<Record<Role, number>>;

/** A text column as codes into its distinct values; code −1 is an empty cell. */
export interface Dictionary {
	readonly codes: Int32Array;
	readonly values: readonly string[];
}

export interface RowPlace {
	readonly file: string;
	readonly row: number;
}

/** Raw rows of the file as they were written, any of them at will. */
export interface RowReader {
	/** Rows `from` (inclusive) to `to` (exclusive), counted from the first row of data. */
	rows(from: number, to: number): Promise<string[][]>;
	/** Where a row (from 0) stands, its number in its file from 1; absent where all rows come from one file. */
	at?(row: number): RowPlace;
	/** Texts of a row (from 0) beyond its last column; absent where no row has any. */
	beyond?(row: number): readonly string[];
	/** The columns of those rows by their distinct texts; absent where rows are not held so. */
	readonly columns?: readonly TextColumn[];
}

/** Reasons that are looked for in a run only where somebody chose to set such rows aside; `lib/doctor/odd-rows.ts` tells what each means. */
export const oddReasons = ['test', 'strayDate', 'repeatedLine', 'outlier', 'wholesale'] as const;
export type OddReason = (typeof oddReasons)[number];

/** Why a row takes no part, in the order in which the rules are tried: the first that fits names the row. */
export const reasons = [
	'ruledOut',
	'badTime',
	'badNumber',
	'noCustomer',
	'otherCurrency',
	'overlap',
	'duplicate',
	'cancelled',
	'notPaid',
	'returned',
	'noPrice',
	...oddReasons
] as const;
export type Reason = (typeof reasons)[number];

/** An order log as typed columns, one entry per row of the file. */
export interface Orders {
	readonly file: string;
	readonly columns: readonly string[];
	readonly roles: Roles;
	readonly rows: number;
	readonly customer: Dictionary;
	/** What kind of personal data the ids of customers are; absent where they are none. */
	readonly idKind?: PersonalKind;
	readonly order: Dictionary | null;
	readonly product: Dictionary | null;
	readonly country: Dictionary | null;
	readonly status: Dictionary | null;
	/** Kind of goods, and where the order came from; null or absent where the file names none. */
	readonly category?: Dictionary | null;
	readonly channel?: Dictionary | null;
	/** 1 where the row was sold at a discount; null or absent where the file does not say. */
	readonly discounted?: Uint8Array | null;
	/** Milliseconds since 1970-01-01T00:00 on the file's own clock; NaN where the cell could not be read. */
	readonly time: Float64Array;
	/** Units per row; null where the file has none (every row counts as one). NaN where the cell could not be read. */
	readonly quantity: Float64Array | null;
	/** Money per row (quantity × price, or the amount as given); NaN where the cell could not be read. */
	readonly amount: Float64Array;
	/** 1 where the row is no purchase by the rules of the program that wrote the file; null where there are none. */
	readonly ruledOut: Uint8Array | null;
	/** Positions of the columns that say so; absent where none does. */
	readonly ruledBy?: readonly number[];
	/** 1 where the money is in another currency than `currency`; null where there is one only. */
	readonly otherCurrency: Uint8Array | null;
	/** 1 where a newer file holds the row too; null where all rows come from one file. */
	readonly overlap: Uint8Array | null;
	/** 0 where the money of the whole order stands on another line of it; null where each line has its own. */
	readonly paidHere: Uint8Array | null;
	/** 1 where every cell of the row repeats an earlier row. */
	readonly repeated: Uint8Array;
	/** 0 = the row takes part, otherwise 1 + its index in `reasons`. */
	readonly aside: Uint8Array;
	/** ISO 4217 code of the money, chosen or found in the file, or null. */
	readonly currency: string | null;
	/** Day (since 1970-01-01) on which the file was written; null or absent where that is not known. */
	readonly writtenDay?: number | null;
	/** What else reaches the customer of each row, read when it is asked for; absent where nothing does. */
	readonly contacts?: () => Contacts | null;
	readonly source: RowReader;
}
