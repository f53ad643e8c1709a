import type { Events } from './events.js';
import type { Orders } from './orders.js';
import { idKey, type People } from './people.js';

/** A table that names customers. */
export interface NamingTable {
	readonly file: string;
	/** Ids as the table writes them; two that are one by `idKey` count as one. */
	readonly ids: readonly string[];
}

/** The customers that orders name, those whom each table of people describes in a row that counts, and those whom events name. */
export const namingTables = (orders: Orders | null, people: readonly People[], events: Events | null): NamingTable[] => [
	...(orders ? [{ file: orders.file, ids: orders.customer.values }] : []),
	...people.map(({ file, ids, aside }) => ({ file, ids: ids.filter((_, row) => aside[row] === 0) })),
	...(events ? [{ file: events.file, ids: events.customer.values }] : [])
];

/** In which of several tables each customer stands: bit t of `marks[i]` is set where table t names `ids[i]`. At most 32 tables. */
export interface Presence {
	readonly ids: readonly string[];
	readonly marks: Uint32Array;
}

/** Looks each customer up in every table, by `idKey`. */
export function presenceIn(tables: readonly NamingTable[]): Presence {
	const place = new Map<string, number>();
	const ids: string[] = [];
	const marks: number[] = [];
	tables.forEach((table, t) => {
		for (const id of table.ids) {
			const key = idKey(id);
			let at = place.get(key);
			if (at === undefined) {
				at = ids.push(id) - 1;
				marks.push(0);
				place.set(key, at);
			}
			marks[at] = (marks[at]! | (1 << t)) >>> 0;
		}
	});
	return { ids, marks: Uint32Array.from(marks) };
}
