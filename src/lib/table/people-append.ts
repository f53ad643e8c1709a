import { appendContacts } from './append-columns.js';
import { makePeople, type People, type PeopleColumn } from './people.js';
import { mostCategories } from './people-table.js';
import { nameOfAll, stacked, unionOf } from './side-by-side.js';

type Codes = Extract<PeopleColumn, { codes: Int32Array }>;

const isCodes = (column: PeopleColumn): column is Codes => 'codes' in column;
const isEmpty = (column: PeopleColumn): boolean => (isCodes(column) ? column.categories.length === 0 : column.values.every(Number.isNaN));

const text = (kind: PeopleColumn['kind'], value: number): string =>
	kind === 'time' ? new Date(value).toISOString().slice(0, 10) : kind === 'boolean' ? String(value === 1) : String(value);

/** A column as codes into texts, whatever it holds. */
function asCodes(column: PeopleColumn): Pick<Codes, 'codes' | 'categories'> {
	if (isCodes(column)) return column;
	const known = new Map<string, number>();
	const codes = Int32Array.from(column.values, (value) => {
		if (Number.isNaN(value)) return -1;
		const written = text(column.kind, value);
		const code = known.get(written) ?? known.size;
		known.set(written, code);
		return code;
	});
	return { codes, categories: [...known.keys()] };
}

/** One column of several files, one below the other: numbers stay numbers where all files have them so, else all become texts. */
function below(columns: readonly PeopleColumn[], rows: number): PeopleColumn {
	const [first] = columns as [PeopleColumn];
	const shared = { name: first.name, at: first.at, ...(first.role ? { role: first.role } : {}) };
	const kinds = new Set(columns.filter((column) => !isEmpty(column)).map(({ kind }) => kind));
	const numeric = kinds.size > 0 && [...kinds].every((kind) => kind === 'number' || kind === 'boolean');
	if (numeric || (kinds.size === 1 && kinds.has('time'))) {
		const kind = kinds.size > 1 ? 'number' : ([...kinds][0] as 'number' | 'boolean' | 'time');
		const values = new Float64Array(rows).fill(NaN);
		let start = 0;
		for (const column of columns) {
			if (!isCodes(column)) values.set(column.values, start);
			start += isCodes(column) ? column.codes.length : column.values.length;
		}
		return { ...shared, kind, values };
	}
	const known = new Map<string, number>();
	const codes = new Int32Array(rows);
	let start = 0;
	for (const column of columns) {
		const own = asCodes(column);
		const codeOf = own.categories.map((category) => {
			const code = known.get(category) ?? known.size;
			known.set(category, code);
			return code;
		});
		own.codes.forEach((code, row) => (codes[start + row] = code < 0 ? -1 : codeOf[code]!));
		start += own.codes.length;
	}
	return { ...shared, kind: known.size <= mostCategories ? 'category' : 'text', codes, categories: [...known.keys()] };
}

/** Tables of people with the same columns, one below the other. The first row of an id counts, whichever file it stands in. */
export function appendPeople(tables: readonly People[]): People {
	if (tables.length === 1) return tables[0]!;
	const rows = tables.reduce((sum, table) => sum + table.rows, 0);
	const union = unionOf(tables.map(({ columns }) => columns.map(({ name }) => name)));
	const days = tables.flatMap(({ writtenDay }) => writtenDay ?? []);
	return makePeople({
		file: nameOfAll(tables.map(({ file }) => file)),
		rows,
		ids: tables.flatMap(({ ids }) => ids),
		columns: tables[0]!.columns.map((_, j) =>
			below(
				tables.map(({ columns }) => columns[j]!),
				rows
			)
		),
		contacts: () =>
			appendContacts(
				tables,
				tables.map((table) => table.rows)
			),
		source: stacked(tables, union),
		writtenDay: days.length > 0 ? Math.max(...days) : null
	});
}
