import type { Events } from './events.js';
import { mergedIds, type IdTable } from './identities.js';
import type { Dictionary } from './orders.js';
import { idKey, peopleReasons, type People } from './people.js';
import type { Workspace } from './workspace.js';

const samePerson = 1 + peopleReasons.indexOf('samePerson');

/** Ids of a table of people as codes; rows without an id have none. */
function idsOfPeople({ ids }: People): Dictionary {
	const places = new Map<string, number>();
	const values: string[] = [];
	const codes = Int32Array.from(ids, (id) => {
		if (id === '') return -1;
		const place = places.get(id) ?? values.push(id) - 1;
		places.set(id, place);
		return place;
	});
	return { codes, values };
}

/** The ids of each table, those of the orders first. People without written ids are numbered, which says nothing beside another table. */
export function idTables({ orders, people, events }: Workspace): IdTable[] {
	const tables: IdTable[] = [];
	if (orders) tables.push({ ids: orders.customer, contacts: orders.contacts?.() ?? null });
	if (people && (people.named || !(orders ?? events))) tables.push({ ids: idsOfPeople(people), contacts: people.contacts?.() ?? null });
	if (events) tables.push({ ids: events.customer, contacts: events.contacts?.() ?? null });
	return tables;
}

/** One row for each person: the first that takes part; the others are set aside. */
function mergedPeople(people: People, into: ReadonlyMap<string, string>): People {
	const ids = people.ids.map((id) => into.get(id) ?? id);
	const seen = new Set<string>();
	const aside = people.aside.map((reason, row) => {
		if (reason > 0) return reason;
		const key = idKey(ids[row]!);
		if (seen.has(key)) return samePerson;
		seen.add(key);
		return 0;
	});
	return { ...people, ids, aside };
}

/** The same tables with every id that is merged written as the one that stays (`mergedInto`). */
export function mergeIds({ orders, people, events }: Workspace, into: ReadonlyMap<string, string>): Workspace {
	const renamed = <Table extends { readonly customer: Dictionary }>(table: Table): Table => ({
		...table,
		customer: mergedIds(table.customer, into)
	});
	return {
		orders: orders && renamed(orders),
		people: people && (people.named || !(orders ?? events) ? mergedPeople(people, into) : people),
		events: events && renamed<Events>(events)
	};
}
