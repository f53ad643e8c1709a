import { contactsOf } from './contacts.js';
import { fold } from './fold.js';
import { missingAt } from './missing.js';
import { dictionary, perRow, rowReader } from './dictionary.js';
import type { Roles } from './orders.js';
import { makePeople, type People, type PeopleColumn } from './people.js';
import { textAt, type TextTable } from './table.js';
import type { Inferred } from './types.js';

/** Names of a column that holds one id per row, as `fold` writes them; in English, Vietnamese and Malay. */
const idNames = new Set(
	(
		'id customerid custid clientid userid memberid recordid respondentid contactid personid profileid klaviyoid euid leid customer client ' +
		'member respondent email emailaddress username makhachhang makh maso masokhachhang idpelanggan nopelanggan pelanggan emel'
	).split(' ')
);
/** Share of the rows of an id that must be of its own, and where the rows cannot be orders. */
const own = 0.98;
const mostlyOwn = 0.6;
/** Distinct values beyond which a text column tells people apart rather than groups of them. */
export const mostCategories = 200;

const isId = ({ filled, distinct }: Inferred, rows: number, share: number): boolean => filled >= rows * share && distinct >= filled * share;
/** Whether something says what was bought or for how much. */
const sells = ({ order, product, quantity, price, amount }: Roles): boolean =>
	[order, product, quantity, price, amount].some((column) => column !== undefined);

/** The column that names each row of a table of people, or null where none does. */
export function idColumn(names: readonly string[], schema: readonly Inferred[], rows: number, roles: Roles): number | null {
	const named = (share: number) => names.findIndex((name, j) => idNames.has(fold(name)) && isId(schema[j]!, rows, share));
	if (named(own) >= 0) return named(own);
	if (roles.customer !== undefined && isId(schema[roles.customer]!, rows, own)) return roles.customer;
	const repeated = sells(roles) || roles.time !== undefined ? -1 : named(mostlyOwn);
	return repeated >= 0 ? repeated : null;
}

/**
 * Whether a table is one of people, one row each, rather than an order log: it has names of columns but none that numbers orders,
 * its ids do not repeat, and it says at least two things of each of them, or nothing of what they bought.
 */
export function isPeople(names: readonly string[], schema: readonly Inferred[], rows: number, roles: Roles, header: boolean): boolean {
	if (!header || rows < 2 || roles.order !== undefined) return false;
	const says = ({ type, distinct }: Inferred) =>
		distinct > 1 && (type.kind === 'number' || type.kind === 'boolean' || (type.kind === 'text' && distinct <= mostCategories));
	const id = idColumn(names, schema, rows, roles);
	if (id !== null && schema.length > 1 && !sells(roles)) return true;
	if (schema.filter((column, j) => j !== id && says(column)).length < 2) return false;
	const money = roles.amount !== undefined || roles.price !== undefined;
	if (id === null && roles.customer !== undefined) return false;
	// Who, when and how much, and little else: orders, of customers who came once or are named nowhere.
	return !(roles.time !== undefined && money && schema.length <= 6);
}

/**
 * Reads a table with one row per customer. The order of its columns is that of the file.
 * @param id position of the column that names each row; null where the rows are counted
 * @param writtenDay day since 1970-01-01 on which the file was written, or null
 */
export function peopleFrom(table: TextTable, schema: readonly Inferred[], id: number | null, writtenDay: number | null): People {
	const columns = table.columns.map((column, at): PeopleColumn => {
		const { type, values: known } = schema[at]!;
		const { name } = column;
		const role = at === id ? { role: 'id' as const } : {};
		switch (type.kind) {
			case 'number': {
				const values = perRow(column, known!);
				// Where all are 0 or 1, they say no or yes.
				const either = schema[at]!.distinct === 2 && values.every((value) => value === 0 || value === 1 || Number.isNaN(value));
				return { name, at, ...role, kind: either ? 'boolean' : 'number', values };
			}
			case 'boolean':
				return { name, at, ...role, kind: 'boolean', values: perRow(column, known!) };
			case 'time':
				return { name, at, ...role, kind: 'time', values: perRow(column, known!) };
			default: {
				const { codes, values } = dictionary(column);
				return { name, at, ...role, kind: values.length <= mostCategories ? 'category' : 'text', codes, categories: values };
			}
		}
	});
	const named = id === null ? null : table.columns[id]!;
	const ids = named && Array.from(named.codes, (code) => (missingAt(named.texts, code) ? '' : textAt(named.texts, code)));
	return makePeople({
		file: table.name,
		rows: table.rows,
		ids,
		columns,
		contacts: () => contactsOf(table),
		source: rowReader(table),
		writtenDay
	});
}
