import { isNumbering, isBirth } from '../features/attributes.js';
import { looksLikeOutcome } from '../features/outcome.js';
import { middleOf } from '../stats/robust.js';
import { contactsMasked, masked } from '../table/mask.js';
import { personalOf } from '../table/personal.js';
import { missingAt } from '../table/missing.js';
import type { Orders } from '../table/orders.js';
import type { People, PeopleColumn } from '../table/people.js';
import { textAt, type TextColumn } from '../table/table.js';
import { pause, type Task } from '../task.js';
import type { Example } from './examples.js';
import { leaksOf, outcomeOf } from './leaks.js';
import { sensitiveKind, type SensitiveKind } from './sensitive.js';

/** What is told of columns, the weightiest first. */
export const columnRules = ['leak', 'sensitive', 'personal', 'farValue', 'lateDate', 'missing', 'outcome', 'id', 'constant'] as const;
export type ColumnRule = (typeof columnRules)[number];

/** A column that a rule speaks of. */
export interface ColumnNote {
	/** Position in the file. */
	readonly column: number;
	readonly name: string;
	/** Cells concerned; null where it is the column as a whole. */
	readonly cells: number | null;
	/** Share of the rows that these are. */
	readonly share: number | null;
	readonly kind: SensitiveKind | null;
	/** The outcome that a leak tells. */
	readonly tells: string | null;
	/** Values of it; those that name or reach somebody are masked. */
	readonly examples: readonly Example[];
}
export interface ColumnFinding {
	readonly rule: ColumnRule;
	readonly of: 'orders' | 'people';
	readonly columns: readonly ColumnNote[];
}

const msPerDay = 86_400_000;
/** A column with a larger share of empty cells is told of. */
const mostMissing = 0.5;
/** Distances from the median, in spreads, from which a number of a person is far from all others. */
const far = 5;
const shown = 3;
/** Dates that are there to lie ahead. */
const ahead = /expir|renew|due|next|valid|until|hết hạn|het han|gia hạn|gia han|tamat|luput|akhir/i;

type Note = Omit<ColumnNote, 'column' | 'name' | 'kind' | 'tells'> & Partial<Pick<ColumnNote, 'kind' | 'tells'>>;

class Notes {
	readonly #by = new Map<ColumnRule, ColumnNote[]>();
	constructor(readonly of: ColumnFinding['of']) {}
	add(rule: ColumnRule, { at, name }: { at: number; name: string }, note: Note): void {
		const list = this.#by.get(rule) ?? [];
		this.#by.set(rule, list);
		list.push({ kind: null, tells: null, ...note, column: at, name });
	}
	findings(): ColumnFinding[] {
		return columnRules.flatMap((rule) => (this.#by.has(rule) ? [{ rule, of: this.of, columns: this.#by.get(rule)! }] : []));
	}
}

const held = new WeakMap<Orders | People, ColumnFinding[]>();

/**
 * What is to be told of the columns of a table of people:
 * - `personal`, `id`, `constant`, `outcome`: by the rules under which the features leave a column out;
 * - `leak`: knows an outcome already (`leaksOf`); `sensitive`: its header speaks of protected data;
 * - `missing`: more than half of its cells are empty;
 * - `farValue`: numbers more than five spreads from the median, as they are and, where none is below zero, as logarithms too;
 * - `lateDate`: dates after the day on which the file was written, in a column that does not say that it looks ahead.
 */
export async function peopleColumns(people: People, task: Task): Promise<ColumnFinding[]> {
	const known = held.get(people);
	if (known) return known;
	const rows = Uint32Array.from([...people.aside.keys()].filter((row) => people.aside[row] === 0));
	const notes = new Notes('people');
	const described: PeopleColumn[] = [];
	const outcomes: PeopleColumn[] = [];
	for (const column of people.columns) {
		await pause(task);
		if (column.role === 'id' || rows.length === 0) continue;
		const cellOf = (row: number): string => textOf(column, row);
		const filled = rows.filter((row) => ('codes' in column ? column.codes[row]! >= 0 : column.values[row] === column.values[row]));
		const personal = personalOf(column);
		const examples = (of: Uint32Array): Example[] =>
			Array.from(of.subarray(0, shown), (row) => ({
				row: row + 1,
				column: column.name,
				value: personal ? masked(cellOf(row), personal) : contactsMasked(cellOf(row))
			}));
		const missing = { cells: rows.length - filled.length, share: 1 - filled.length / rows.length };
		if (personal) {
			notes.add('personal', column, { cells: filled.length, share: filled.length / rows.length, examples: examples(filled) });
			continue;
		}
		if (missing.share > mostMissing) {
			notes.add('missing', column, { ...missing, examples: examples(filled) });
			if (filled.length === 0) continue;
		}
		const all = { cells: null, share: null };
		const kind = sensitiveKind(column.name);
		if (kind) notes.add('sensitive', column, { ...all, kind, examples: [] });
		if (isNumbering(column, people.aside) || tellsApart(column, filled)) {
			notes.add('id', column, { ...all, examples: examples(filled) });
			continue;
		}
		if (isConstant(column, filled)) {
			notes.add('constant', column, { ...all, examples: examples(filled.subarray(0, 1)) });
			continue;
		}
		if (looksLikeOutcome(column)) {
			outcomes.push(column);
			notes.add('outcome', column, { ...all, examples: examples(filled) });
			continue;
		}
		described.push(column);
		const odd =
			column.kind === 'number' ? farValues(column.values, filled) : column.kind === 'time' ? lateDates(people, column, filled) : null;
		if (odd && odd.length > 0)
			notes.add(column.kind === 'time' ? 'lateDate' : 'farValue', column, {
				cells: odd.length,
				share: odd.length / rows.length,
				examples: examples(odd)
			});
	}
	for (const target of outcomes) {
		const outcome = outcomeOf(target);
		if (!outcome) continue;
		for (const column of await leaksOf(outcome, described, rows, task))
			notes.add('leak', column, { cells: null, share: null, tells: target.name, examples: [] });
	}
	const findings = notes.findings();
	held.set(people, findings);
	return findings;
}

/**
 * What is to be told of the columns of an order log: those that name or reach people, that speak of protected data, or that say
 * nothing, because they are empty or the same throughout.
 */
export async function orderColumns(orders: Orders, task: Task): Promise<ColumnFinding[]> {
	const known = held.get(orders);
	if (known) return known;
	const notes = new Notes('orders');
	const { roles, rows } = orders;
	/** These texts are the shop's own, whatever their headers say. */
	const own = new Set([
		roles.order,
		roles.time,
		roles.product,
		roles.description,
		roles.status,
		roles.country,
		roles.currency,
		roles.category,
		roles.channel,
		roles.discount
	]);
	for (const [at, column] of (orders.source.columns ?? []).entries()) {
		await pause(task);
		const { name, counts } = column;
		const texts: number[] = [];
		let filled = 0;
		for (let i = 0; i < counts.length; i++) {
			if (i % 65_536 === 65_535) await pause(task);
			if (counts[i] === 0 || missingAt(column.texts, i)) continue;
			texts.push(i);
			filled += counts[i]!;
		}
		const personal = own.has(at) ? null : personalOf(sampled(column, at, texts));
		const example = (text: number): Example => {
			const value = textAt(column.texts, text);
			return { row: column.codes.indexOf(text) + 1, column: name, value: personal ? masked(value, personal) : contactsMasked(value) };
		};
		const examples = () => texts.slice(0, shown).map(example);
		if (personal) notes.add('personal', { at, name }, { cells: filled, share: filled / rows, examples: examples() });
		else if (filled === 0) notes.add('missing', { at, name }, { cells: rows, share: 1, examples: [] });
		else if (texts.length === 1 && filled === rows && rows > 1 && at !== roles.currency)
			notes.add('constant', { at, name }, { cells: null, share: null, examples: examples() });
		const kind = filled === 0 || own.has(at) || at === roles.amount || at === roles.price ? null : sensitiveKind(name);
		if (kind) notes.add('sensitive', { at, name }, { cells: null, share: null, kind, examples: [] });
	}
	const findings = notes.findings();
	held.set(orders, findings);
	return findings;
}

/** Distinct texts enough to judge a column by. */
const judged = 2000;
const sampled = ({ name, texts }: TextColumn, at: number, held: readonly number[]): PeopleColumn => ({
	name,
	at,
	kind: 'text',
	codes: new Int32Array(0),
	categories: held.slice(0, judged).map((i) => textAt(texts, i))
});

function textOf(column: PeopleColumn, row: number): string {
	if ('codes' in column) return column.categories[column.codes[row]!] ?? '';
	const value = column.values[row]!;
	if (column.kind !== 'time' || Number.isNaN(value)) return Number.isNaN(value) ? '' : String(value);
	return new Date(value).toISOString().slice(0, 10);
}

/** Texts of which everybody has another one. */
function tellsApart(column: PeopleColumn, filled: Uint32Array): boolean {
	return 'codes' in column && filled.length > 2 && new Set(filled.map((row) => column.codes[row]!)).size === filled.length;
}

function isConstant(column: PeopleColumn, filled: Uint32Array): boolean {
	const cells = 'codes' in column ? column.codes : column.values;
	return filled.every((row) => cells[row] === cells[filled[0]!]);
}

/** Where nothing is below zero, a number must be far as a logarithm too: amounts of money have long tails. */
function farValues(values: Float64Array, filled: Uint32Array): Uint32Array {
	const raw = middleOf(Float64Array.from(filled, (row) => values[row]!));
	if (!(raw.spread > 0)) return new Uint32Array(0);
	const positive = filled.filter((row) => values[row]! > 0);
	const logs = middleOf(Float64Array.from(positive, (row) => Math.log(values[row]!)));
	const signed = filled.some((row) => values[row]! < 0);
	return filled.filter((row) => {
		const value = values[row]!;
		if (Math.abs(value - raw.median) <= far * raw.spread) return false;
		return signed || (value > 0 && Math.abs(Math.log(value) - logs.median) > far * logs.spread);
	});
}

function lateDates({ writtenDay }: People, column: PeopleColumn & { values: Float64Array }, filled: Uint32Array): Uint32Array {
	if (writtenDay === null || (ahead.test(column.name) && !isBirth(column))) return new Uint32Array(0);
	const end = (writtenDay + 2) * msPerDay;
	return filled.filter((row) => column.values[row]! >= end);
}
