import type { Contacts } from './contacts.js';
import { appendPeople } from './people-append.js';
import { idKey, type People, type PeopleColumn } from './people.js';
import type { Dictionary, RowReader } from './orders.js';
import { nameOfAll } from './side-by-side.js';

/** Tables with the same columns, each group as one table, in the order in which they are met. */
export function groupsOf(tables: readonly People[]): People[] {
	const groups = new Map<string, People[]>();
	for (const table of tables) {
		const header = JSON.stringify(table.columns.map(({ name, role }) => [name, role === 'id']));
		groups.set(header, [...(groups.get(header) ?? []), table]);
	}
	return [...groups.values()].map(appendPeople);
}

/** The rows of a column in another order; −1 asks for an empty cell. */
export function picked(column: PeopleColumn, rows: Int32Array): PeopleColumn {
	if ('codes' in column) return { ...column, codes: rows.map((row) => (row < 0 ? -1 : column.codes[row]!)) };
	return { ...column, values: Float64Array.from(rows, (row) => (row < 0 ? NaN : column.values[row]!)) };
}

/** What reaches the person of each row, in whichever table it stands; null where none says. */
function contactsBeside(tables: readonly People[], rowsOf: readonly Int32Array[]): Contacts | null {
	const parts = tables.map(({ contacts }) => contacts?.() ?? null);
	const beside = (kind: 'emails' | 'phones'): Dictionary[] =>
		parts.flatMap((part, t) =>
			(part?.[kind] ?? []).map(({ codes, values }) => ({ codes: rowsOf[t]!.map((row) => (row < 0 ? -1 : codes[row]!)), values }))
		);
	return parts.every((part) => part === null) ? null : { emails: beside('emails'), phones: beside('phones') };
}

function sideBySide(tables: readonly People[], rowsOf: readonly Int32Array[]): RowReader & Required<Pick<RowReader, 'at'>> {
	const beyond = (row: number) =>
		tables.flatMap(({ source }, t) => (rowsOf[t]![row]! < 0 ? [] : (source.beyond?.(rowsOf[t]![row]!) ?? [])));
	return {
		async rows(from, to) {
			const parts = await Promise.all(
				tables.map(async ({ source, columns }, t) => {
					const wanted = rowsOf[t]!.subarray(from, to);
					const empty = columns.map(() => '');
					const consecutive = wanted.every((row, i) => row >= 0 && row === wanted[0]! + i);
					if (consecutive && wanted.length > 0) return source.rows(wanted[0]!, wanted[0]! + wanted.length);
					return Promise.all(Array.from(wanted, async (row) => (row < 0 ? empty : (await source.rows(row, row + 1))[0]!)));
				})
			);
			return parts[0]!.map((_, i) => parts.flatMap((rows) => rows[i]!));
		},
		at(row) {
			const t = rowsOf.findIndex((rows) => rows[row]! >= 0);
			const at = rowsOf[t]![row]!;
			const { source, file } = tables[t]!;
			return source.at?.(at) ?? { file, row: at + 1 };
		},
		...(tables.some(({ source }) => source.beyond) ? { beyond } : {})
	};
}

/**
 * Tables of people with different columns as one, joined by id (`idKey`): a row for each person, with the columns of all tables side by
 * side, empty where a table lacks the person. Rows set aside stay rows of their own and are joined to nobody, so that nothing is ever
 * multiplied. A column whose name another table has already carries the name of its file.
 */
export function joinTables(tables: readonly People[]): People {
	if (tables.length === 1) return tables[0]!;
	const place = new Map<string, number>();
	const rowsOf: number[][] = tables.map(() => []);
	const ids: string[] = [];
	const aside: number[] = [];
	tables.forEach((table, t) => {
		table.ids.forEach((id, row) => {
			const kept = table.aside[row] === 0;
			const key = idKey(id);
			let at = kept ? place.get(key) : undefined;
			if (at === undefined) {
				at = ids.push(id) - 1;
				aside.push(table.aside[row]!);
				if (kept) place.set(key, at);
			}
			rowsOf[t]![at] = row;
		});
	});
	const rows = rowsOf.map((of) => Int32Array.from({ length: ids.length }, (_, at) => of[at] ?? -1));
	const names = new Set<string>();
	let width = 0;
	const columns = tables.flatMap((table, t) => {
		const start = width;
		width += table.columns.length;
		const made = table.columns.map((column) => {
			const name = names.has(column.name) ? `${column.name} (${table.file})` : column.name;
			return { ...picked(column, rows[t]!), name, at: start + column.at };
		});
		for (const { name } of table.columns) names.add(name);
		return made;
	});
	const days = tables.flatMap(({ writtenDay }) => writtenDay ?? []);
	return {
		file: nameOfAll(tables.map(({ file }) => file)),
		rows: ids.length,
		ids,
		named: true,
		columns,
		aside: Uint8Array.from(aside),
		writtenDay: days.length > 0 ? Math.max(...days) : null,
		contacts: () => contactsBeside(tables, rows),
		source: sideBySide(tables, rows)
	};
}
