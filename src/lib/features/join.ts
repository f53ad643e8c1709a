import { idKey, type People } from '../table/people.js';

/** Ids that found no partner: how many, and the first of them. */
export interface Unmatched {
	readonly count: number;
	readonly first: readonly string[];
}

/** How well a table of people fits the customers of the orders. */
export interface JoinReport {
	readonly customers: number;
	/** Customers with a row among the people. */
	readonly matched: number;
	readonly withoutRow: Unmatched;
	/** People, of the rows that take part, without an order. */
	readonly people: number;
	readonly withoutOrders: Unmatched;
}

const shown = 100;
const unmatched = (ids: readonly string[]): Unmatched => ({ count: ids.length, first: ids.slice(0, shown) });

/** The place of each id among others (`idKey`), −1 where it is not there. */
export function findIds(ids: readonly string[], among: readonly string[]): Int32Array {
	if (ids === among) return Int32Array.from(ids.keys());
	const places = new Map(among.map((id, at) => [idKey(id), at]));
	return Int32Array.from(ids, (id) => places.get(idKey(id)) ?? -1);
}

/**
 * Finds the row of each customer by id (`idKey`): rows of `people`, or −1. Every customer gets one row at most, and there are as
 * many customers after the join as before it.
 */
export function joinPeople(ids: readonly string[], people: People): { rows: Int32Array; report: JoinReport } {
	const rowOf = new Map<string, number>();
	people.ids.forEach((id, row) => {
		if (people.aside[row] === 0) rowOf.set(idKey(id), row);
	});
	const met = new Set<number>();
	const rows = Int32Array.from(ids, (id) => {
		const row = rowOf.get(idKey(id)) ?? -1;
		met.add(row);
		return row;
	});
	met.delete(-1);
	const without = ids.filter((_, i) => rows[i] === -1);
	const idle = [...rowOf.values()].filter((row) => !met.has(row)).map((row) => people.ids[row]!);
	return {
		rows,
		report: {
			customers: ids.length,
			matched: ids.length - without.length,
			withoutRow: unmatched(without),
			people: rowOf.size,
			withoutOrders: unmatched(idle)
		}
	};
}
