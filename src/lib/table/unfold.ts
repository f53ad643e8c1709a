import { pause, type Task } from '../task.js';
import { ColumnBuilders } from './column-builders.js';
import { Fields } from './fields.js';
import { cellText } from './formats/grid.js';
import { parseJson } from './formats/json-text.js';
import { flatten, isFields, isParameters, type Row } from './formats/json.js';
import { missingAt } from './missing.js';
import { textAt, type TextColumn, type TextTable } from './table.js';

/** Texts that decide whether a column holds records, and keys beyond which they are left as they are. */
const looked = 200;
const mostKeys = 200;
const rowsPerTurn = 4096;

/** What a text holds under the name of its column: the cells of a record or of a list of parameters; null where it is neither. */
function unfolded(text: string, name: string): Row | null {
	if (!/^\s*[{[]/.test(text)) return null;
	try {
		const value = parseJson(text);
		if (!isFields(value) && !(Array.isArray(value) && (value.length === 0 || isParameters(value)))) return null;
		const row: Row = new Map();
		if (!Array.isArray(value) || value.length > 0) flatten(value, name, row);
		return row;
	} catch {
		return null;
	}
}

const holdsRecords = ({ name, texts }: TextColumn): boolean => {
	let records = 0;
	for (let i = 1, met = 0; i < texts.count && met < looked; i++) {
		if (missingAt(texts, i)) continue;
		met++;
		const row = unfolded(textAt(texts, i), name);
		if (row === null) return false;
		records += row.size;
	}
	return records > 0;
};

/** The columns that a column of records becomes, in the order in which their keys are met; null where there are too many of them. */
async function columnsOf(column: TextColumn, task: Task): Promise<TextColumn[] | null> {
	const { name, codes, texts } = column;
	const rows: (Row | undefined)[] = [];
	const places = new Map<string, number>();
	for (let i = 1; i < texts.count; i++) {
		if (missingAt(texts, i)) continue;
		const text = textAt(texts, i);
		const row = unfolded(text, name) ?? new Map([[name, text]]);
		rows[i] = row;
		for (const key of row.keys()) if (!places.has(key)) places.set(key, places.size);
		if (places.size > mostKeys) return null;
		if (i % rowsPerTurn === 0) await pause(task);
	}
	const builders = new ColumnBuilders(new Fields(), places.size, codes.length);
	for (const [r, code] of codes.entries()) {
		const row = rows[code];
		for (const [key, j] of places) builders.add(j, row ? cellText(row.get(key) ?? null) : '');
		if (r % rowsPerTurn === rowsPerTurn - 1) await pause(task);
	}
	return builders.finish([...places.keys()], false);
}

/**
 * A table in which columns of JSON records stand as a column for each of their keys, `geo.city` or, for the parameters of Google Analytics,
 * `event_params.page_title`, as they do where the whole file is JSON. A text that is no record stays under the name of its column.
 * @param sample first rows, which follow
 * @throws the signal's reason when stopped
 */
export async function unfold(
	table: TextTable,
	sample: readonly (readonly string[])[],
	task: Task
): Promise<{ table: TextTable; sample: readonly (readonly string[])[] }> {
	if (!table.columns.some(holdsRecords)) return { table, sample };
	const columns: TextColumn[] = [];
	const cells: ((row: readonly string[]) => string[])[] = [];
	for (const [j, column] of table.columns.entries()) {
		const parts = holdsRecords(column) ? await columnsOf(column, task) : null;
		columns.push(...(parts ?? [column]));
		cells.push((row) => {
			const text = row[j] ?? '';
			if (!parts) return [text];
			const own = unfolded(text, column.name) ?? new Map([[column.name, text]]);
			return parts.map(({ name }) => cellText(own.get(name) ?? null));
		});
	}
	return { table: { ...table, columns }, sample: sample.map((row) => cells.flatMap((cellsOf) => cellsOf(row))) };
}
