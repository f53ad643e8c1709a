import { Problem } from '../../problem.js';
import { part, type Task } from '../../task.js';
import { tooBig } from './budget.js';
import { readBytes } from './bytes.js';
import { blocksOf, checkWidth, inBlocks, type Cell, type Grid } from './grid.js';
import { JsonError, parseJson } from './json-text.js';

/** Cells of a record by the column they stand in. */
export type Row = Map<string, Cell>;
type Fields = Record<string, unknown>;

/** Strings of an engine hold no more than about this many characters. */
const longest = 0x1f00_0000;
const longestLine = 64 << 20;
const chunkBytes = 1 << 20;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const scalar = (value: unknown): Cell => (typeof value === 'object' ? null : (value as Cell));

/** Parameters as Google Analytics lists them: `{ key, value: { string_value, int_value, … } }`, one of the values set. */
export const isParameters = (list: readonly unknown[]): list is { key: string; value: unknown }[] =>
	list.length > 0 && list.every((item) => isFields(item) && typeof item.key === 'string' && 'value' in item);

/** Puts a value into a row: what is nested under `path.key`, a list of scalars joined, any other list as JSON. */
export function flatten(value: unknown, path: string, row: Row): void {
	if (isFields(value)) {
		for (const [key, inner] of Object.entries(value)) flatten(inner, path === '' ? key : `${path}.${key}`, row);
	} else if (!Array.isArray(value)) row.set(path === '' ? 'value' : path, value as Cell);
	else if (isParameters(value)) {
		for (const { key, value: inner } of value) {
			const set = isFields(inner) ? (Object.values(inner).find((one) => one !== null) ?? null) : inner;
			flatten(set, `${path}.${key}`, row);
		}
	} else if (value.some((item) => typeof item === 'object' && item !== null)) row.set(path, JSON.stringify(value));
	else row.set(path, value.length === 0 ? null : value.map((item) => String(item ?? '')).join(', '));
}

/** Columns in the order in which they are first seen over all records. */
class Columns {
	readonly places = new Map<string, number>();
	constructor(private readonly file: string) {}

	see(record: unknown): void {
		const row: Row = new Map();
		flatten(record, '', row);
		for (const key of row.keys()) if (!this.places.has(key)) this.places.set(key, this.places.size);
		checkWidth(this.file, this.places.size);
	}

	row(record: unknown): Cell[] {
		const row: Row = new Map();
		flatten(record, '', row);
		const cells = new Array<Cell>(this.places.size).fill(null);
		for (const [key, cell] of row) cells[this.places.get(key)!] = cell;
		return cells;
	}
}

const wrappers = ['data', 'items', 'results', 'orders', 'customers', 'records', 'rows'];
const isRecords = (value: unknown): value is unknown[] =>
	Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null);

/** The records of a document: a list, or the list that an answer of an interface wraps, or the document itself. */
function recordsOf(value: unknown): readonly unknown[] {
	if (Array.isArray(value)) return value;
	const fields = new Map(Object.entries(value as Fields));
	const wrapped = wrappers.find((key) => isRecords(fields.get(key))) ?? null;
	if (wrapped !== null) return fields.get(wrapped) as unknown[];
	const lists = [...fields.values()].filter(isRecords);
	return lists.length === 1 ? lists[0]! : [value];
}

/** A document that holds a list of cells for each column. */
function byColumns(value: unknown): Map<string, unknown[]> | null {
	if (!isFields(value)) return null;
	const columns = Object.entries(value);
	const lists = columns.filter((column): column is [string, unknown[]] => Array.isArray(column[1]) && !isRecords(column[1]));
	return lists.length > 0 && lists.length === columns.length ? new Map(lists) : null;
}

async function documentGrid(name: string, value: unknown, task: Task): Promise<Grid> {
	const columns = byColumns(value);
	if (columns) {
		const lists = [...columns.values()];
		checkWidth(name, lists.length);
		const count = lists.reduce((most, { length }) => Math.max(most, length), 0);
		const row = (i: number) => lists.map((list) => scalar(list[i] ?? null));
		return { width: lists.length, header: [...columns.keys()], rows: inBlocks(count, row, task) };
	}
	const records = recordsOf(value);
	if (records.length === 0) throw new Problem('fileEmpty', { file: name });
	if (records.every((record) => Array.isArray(record))) {
		const width = records.reduce((most, { length }) => Math.max(most, length), 0);
		checkWidth(name, width);
		return { width, rows: inBlocks(records.length, (i) => arrayRow(records[i] as unknown[]), task) };
	}
	const found = new Columns(name);
	for (const [i, record] of records.entries()) {
		found.see(record);
		if (i % 4096 === 4095) {
			await task.breathe();
			task.signal.throwIfAborted();
		}
	}
	const width = found.places.size;
	return { width, header: [...found.places.keys()], rows: inBlocks(records.length, (i) => found.row(records[i]), task) };
}

const arrayRow = (list: readonly unknown[]): Cell[] =>
	list.map((value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as Cell)));

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';
const encodingOf = ([first, second]: Uint8Array): Encoding =>
	first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

/** The place of an index in a text, both from 1. */
function placeOf(text: string, index: number): { line: number; column: number } {
	const before = text.slice(0, index);
	return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
}

/** Lines of NDJSON that are not blank, parsed, with their number from 1. */
async function* lines(name: string, file: Blob, task: Task): AsyncGenerator<unknown[]> {
	const decoder = new TextDecoder(encodingOf(await readBytes(name, file, 0, 2)));
	let rest = '';
	let line = 0;
	for (let at = 0; at < file.size; at += chunkBytes) {
		const end = at + chunkBytes >= file.size;
		const text = rest + decoder.decode(await readBytes(name, file, at, at + chunkBytes), { stream: !end });
		const whole = text.split('\n');
		rest = end ? '' : whole.pop()!;
		if (rest.length > longestLine) throw new Problem('fileJsonBroken', { file: name, line: line + whole.length + 1, column: longestLine });
		const values: unknown[] = [];
		for (const one of whole) {
			line++;
			if (one.trim() === '') continue;
			try {
				values.push(parseJson(one));
			} catch (cause) {
				if (!(cause instanceof JsonError)) throw cause;
				throw new Problem('fileJsonBroken', { file: name, line, column: cause.index + 1 });
			}
		}
		yield values;
		task.progress(Math.min(1, (at + chunkBytes) / file.size));
		await task.breathe();
		task.signal.throwIfAborted();
	}
}

/** Reads NDJSON twice, since a key may first be seen on the last line. */
async function linesGrid(name: string, file: Blob, task: Task): Promise<Grid> {
	const found = new Columns(name);
	let width = 0;
	let arrays = true;
	for await (const values of lines(name, file, part(task, 0, 0.5))) {
		for (const value of values) {
			if (Array.isArray(value)) width = Math.max(width, value.length);
			else {
				arrays = false;
				found.see(value);
			}
		}
	}
	checkWidth(name, width);
	if (!arrays) width = found.places.size;
	const read = async function* (): AsyncGenerator<Cell[][]> {
		for await (const values of lines(name, file, part(task, 0.5, 1))) {
			yield* blocksOf(values.length, (i) => (arrays ? arrayRow(values[i] as unknown[]) : found.row(values[i])));
		}
	};
	return arrays ? { width, rows: read() } : { width, header: [...found.places.keys()], rows: read() };
}

/** Whether text that begins like this is meant as JSON: an object with a key, or a list of something. */
export const looksLikeJson = (head: Uint8Array): boolean =>
	/^\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:[[\]{"]|-?\d+(?:\.\d+)?\s*[,\]]|(?:true|false|null)\b|$))/.test(
		new TextDecoder(encodingOf(head)).decode(head)
	);

/** Whether the first line is a value of its own and another follows. */
async function isLines(name: string, file: Blob): Promise<boolean> {
	const head = await readBytes(name, file, 0, chunkBytes);
	const text = new TextDecoder(encodingOf(head)).decode(head).trimStart();
	const end = text.indexOf('\n');
	if (end === -1 || text.slice(end).trim() === '') return false;
	try {
		parseJson(text.slice(0, end));
		return true;
	} catch {
		return false;
	}
}

/**
 * The table of a JSON document or of NDJSON, one value per line. Records may miss keys or have them in any order; objects in them
 * become columns `outer.inner`, and numbers too long for a double keep their digits.
 * @throws Problem fileJsonBroken (line and column from 1), fileEmpty, fileTooBig, fileTooWide, fileGone; the signal's reason when stopped
 */
export async function jsonGrid(name: string, file: Blob, task: Task): Promise<Grid> {
	if (await isLines(name, file)) return linesGrid(name, file, task);
	if (file.size > longest) throw tooBig(name, file.size, longest);
	task.progress(null);
	const bytes = await readBytes(name, file);
	const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
	task.signal.throwIfAborted();
	let value: unknown;
	try {
		value = parseJson(text);
	} catch (cause) {
		if (!(cause instanceof JsonError)) throw cause;
		throw new Problem('fileJsonBroken', { file: name, ...placeOf(text, cause.index) });
	}
	return documentGrid(name, value, task);
}
