import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { makePeople, type People, type PeopleColumn, type PeopleRole } from '../../../src/lib/table/people.js';
import { dictionary } from './orders.js';

/** Cells of a column as they are known: numbers, times, yes and no, or texts; null where empty. */
type Cells = readonly (number | boolean | Date | string | null)[];

/** A column of these cells; its kind is that of the first one that is not empty, `text` where so named. */
export function columnOf(name: string, at: number, cells: Cells, about: { role?: PeopleRole; kind?: 'text' } = {}): PeopleColumn {
	const first = cells.find((cell) => cell !== null);
	const role = about.role ? { role: about.role } : {};
	if (typeof first === 'string' || first === undefined) {
		const { codes, values } = dictionary(cells.map((cell) => (typeof cell === 'string' ? cell : undefined)));
		return { name, at, ...role, kind: about.kind ?? 'category', codes, categories: values };
	}
	const values = Float64Array.from(cells, (cell) => (cell === null ? NaN : Number(cell)));
	return { name, at, ...role, kind: typeof first === 'boolean' ? 'boolean' : first instanceof Date ? 'time' : 'number', values };
}

/** A table of people of these columns, by header; ids are row numbers where none are given. */
export function peopleOf(
	columns: Readonly<Record<string, Cells>>,
	ids: readonly string[] | null = null,
	roles: Readonly<Record<string, PeopleRole>> = {}
): People {
	const made = Object.entries(columns).map(([name, cells], at) => columnOf(name, at, cells, roles[name] ? { role: roles[name] } : {}));
	const rows = ids?.length ?? Object.values(columns)[0]!.length;
	return makePeople({ file: 'made.csv', rows, ids, columns: made, source: { rows: () => Promise.resolve([]) } });
}

/** A real file as a table of people: numbers where every cell is one, ISO dates, texts otherwise. `idHeader` names its column of ids. */
export function readPeople(path: string, delimiter: string, idHeader: string | null): People {
	const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
	const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, delimiter, skipEmptyLines: true });
	const columns = meta.fields!.map((name, at): PeopleColumn => {
		const cells = data.map((row) => row[name]!.trim());
		const filled = cells.filter((cell) => cell !== '');
		const parsed = filled.every((cell) => Number.isFinite(Number(cell)))
			? cells.map((cell) => (cell === '' ? null : Number(cell)))
			: filled.every((cell) => /^\d{4}-\d\d-\d\d$/.test(cell))
				? cells.map((cell) => (cell === '' ? null : new Date(`${cell}T00:00Z`)))
				: cells.map((cell) => cell || null);
		return columnOf(name, at, parsed, name === idHeader ? { role: 'id' } : {});
	});
	const ids = idHeader === null ? null : data.map((row) => row[idHeader]!);
	return makePeople({ file: path.split('/').at(-1)!, rows: data.length, ids, columns, source: { rows: () => Promise.resolve([]) } });
}
