import type { People, PeopleColumn } from '../table/people.js';
import { answerRanks, choicesOf, type Choices } from '../table/answers.js';
import { fold } from '../table/fold.js';
import { isContact, personalOf } from '../table/personal.js';
import type { Feature } from './customers.js';
import { looksLikeOutcome } from './outcome.js';

const msPerDay = 86_400_000;
/** Values of a category that get a feature of their own: at most so many, and none with a smaller share. */
const [mostValues, leastShare] = [12, 0.01];
/** With more distinct values than this a column tells customers apart rather than in groups. */
const mostDistinct = 50;
const oldest = 120;

/** What to do with a column: take it in, leave it out, or take numbers for the names of groups. */
export type ColumnChoice = 'use' | 'leave' | 'category';
/** Choices by the position of the column in its file; a column without one is judged by its content. */
export type ColumnChoices = Readonly<Record<string, ColumnChoice>>;

/** Why a column makes no feature. */
export const leftReasons = [
	'id',
	'personal',
	'empty',
	'constant',
	'outcome',
	'ignored',
	'unique',
	'manyValues',
	'needsDate',
	'chosen'
] as const;
export type LeftReason = (typeof leftReasons)[number];

/** What became of a column. */
export interface ColumnReport {
	readonly column: number;
	readonly name: string;
	/** How it is read; null where it is left out. */
	readonly as: 'number' | 'boolean' | 'category' | 'scale' | 'choices' | 'age' | 'days' | null;
	/** Null where it is used. */
	readonly left: LeftReason | null;
	/** Choices that would change something. */
	readonly choices: readonly ColumnChoice[];
}

export interface Attributes {
	/** In the order of the columns; all values of a category one after another, the commonest first. */
	readonly features: Feature[];
	readonly columns: ColumnReport[];
}

/** Cells of one column, customer by customer. */
type Cells = { readonly kind: 'number' | 'boolean' | 'time'; readonly values: Float64Array } | Codes;
interface Codes {
	readonly kind: 'category';
	readonly codes: Int32Array;
	readonly categories: readonly string[];
}

const birthWords = /birth|ngaysinh|namsinh|sinhnhat|lahir/;
export const isBirth = ({ name, role }: PeopleColumn) => role === 'birth' || fold(name) === 'dob' || birthWords.test(fold(name));

/** The last day of the dates among these rows, births and what is to be ignored left out; null where nothing is dated. */
export function lastDatedDay(people: People): number | null {
	let last = -Infinity;
	for (const column of people.columns) {
		if (column.kind !== 'time' || isBirth(column) || column.role === 'ignored') continue;
		column.values.forEach((value, row) => {
			if (people.aside[row] === 0 && value > last) last = value;
		});
	}
	return last === -Infinity ? null : Math.floor(last / msPerDay);
}

/**
 * Features from the columns of a table of people. `rows` holds the row of each customer, −1 for none; such a customer has NaN
 * throughout, as has an empty cell.
 *
 * - Numbers stand as they are, yes and no as 1 and 0.
 * - A time becomes the whole days from it to `analysisDay`, a date or year of birth the age in completed years on that day (for a
 *   year alone, the difference of the years); ages outside 0–120 are NaN. Without an analysis day these columns are left out.
 * - A category becomes one feature of 0 and 1 per value; values with a share below 1 % or beyond the twelve commonest share one, as
 *   do e-mails and phone numbers among other texts.
 * - Answers of a questionnaire on a known scale become their place on it, from 1 (`answerRanks`), unless taken for names of groups.
 * - Answers that name several options become one feature of 0 and 1 per option (`choicesOf`); options are gathered like values.
 * - Left out: ids, personal data, what is empty or the same for everyone, texts with more than fifty values or another one for
 *   everybody and, unless chosen, what looks like an outcome.
 */
export function attributesOf(people: People, rows: Int32Array, analysisDay: number | null, choices: ColumnChoices = {}): Attributes {
	const features: Feature[] = [];
	const columns = people.columns.map((column): ColumnReport => {
		const { at, name } = column;
		const about = { column: at, name };
		const fixed = (left: LeftReason): ColumnReport => ({ ...about, as: null, left, choices: [] });
		if (column.role === 'id') return fixed('id');
		if (personalOf(column)) return fixed('personal');
		if (isNumbering(column, people.aside)) return fixed('id');
		const own = cellsOf(column, rows);
		const values = distinctValues(own);
		if (values.count === 0) return fixed('empty');
		if (values.count === 1) return fixed('constant');
		const ranks = own.kind === 'category' ? answerRanks(own.categories) : null;
		const groups = (own.kind === 'number' && values.count <= mostDistinct) || ranks !== null;
		const options: ColumnChoice[] = groups ? ['use', 'category', 'leave'] : ['use', 'leave'];
		const free = (left: LeftReason): ColumnReport => ({ ...about, as: null, left, choices: options });
		const choice = choices[at];
		if (choice === 'leave') return free('chosen');
		if (choice === undefined && looksLikeOutcome(column)) return free('outcome');
		if (choice === undefined && column.role === 'ignored') return free('ignored');
		const cells = choice === 'category' && groups ? named(own) : own;
		if (cells.kind === 'category') {
			if (ranks && choice !== 'category') {
				const numbers = Float64Array.from(cells.codes, (code) => (code < 0 ? NaN : ranks[code]!));
				const answers = Array.from(
					{ length: Math.max(...ranks.filter((rank) => rank > 0)) },
					(_, i) => cells.categories[ranks.indexOf(i + 1)] ?? ''
				);
				features.push({ id: `column:${at}`, unit: 'number', attribute: { ...about, answers }, values: numbers });
				return { ...about, as: 'scale', left: null, choices: options };
			}
			const choices = choicesOf(cells.categories);
			if (choices) {
				features.push(...chosenOptions(about, cells.codes, choices));
				return { ...about, as: 'choices', left: null, choices: options };
			}
			if (values.count === values.known) return fixed('unique');
			const made = values.count > mostDistinct && choice !== 'use' ? [] : indicators(about, cells);
			if (made.length < 2) return free('manyValues');
			features.push(...made);
			return { ...about, as: 'category', left: null, choices: options };
		}
		const id = `column:${at}`;
		const used = (as: ColumnReport['as'], unit: Feature['unit'], numbers: Float64Array): ColumnReport => {
			features.push({ id, unit, attribute: about, values: numbers });
			return { ...about, as, left: null, choices: options };
		};
		const born = choice === 'category' ? null : birthOf(column, cells.values);
		if ((born || cells.kind === 'time') && analysisDay === null) return fixed('needsDate');
		if (born) {
			const ages = ageIn(cells.values, born, analysisDay!);
			return distinctValues({ kind: 'number', values: ages }).count < 2 ? fixed('constant') : used('age', 'years', ages);
		}
		if (cells.kind === 'time')
			return used(
				'days',
				'days',
				cells.values.map((time) => analysisDay! - Math.floor(time / msPerDay))
			);
		return used(cells.kind, cells.kind, cells.values);
	});
	return { features, columns };
}

/** Words at the end of such a header (in English), and at its beginning (in Vietnamese and Malay). */
const [lastWords, firstWords] = [new Set(['id', 'no', 'number', 'code', 'key', 'stt', 'bil']), new Set(['id', 'ma', 'stt', 'kod'])];
const wordsOf = (header: string): string[] => header.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).map(fold);

/** Whether a column numbers the rows of its file, or is another id: whole numbers, all different, in sequence or under such a header. */
export function isNumbering(column: PeopleColumn, aside: Uint8Array): boolean {
	if (column.kind !== 'number') return false;
	const values = column.values.filter((_, row) => aside[row] === 0);
	if (values.length < 3) return false;
	if (!values.every(Number.isInteger) || new Set(values).size < values.length) return false;
	const words = wordsOf(column.name);
	return firstWords.has(words[0]!) || lastWords.has(words.at(-1)!) || values.every((value, i) => i === 0 || value === values[i - 1]! + 1);
}

function cellsOf(column: PeopleColumn, rows: Int32Array): Cells {
	if ('codes' in column)
		return { kind: 'category', codes: rows.map((row) => (row < 0 ? -1 : column.codes[row]!)), categories: column.categories };
	return { kind: column.kind, values: Float64Array.from(rows, (row) => (row < 0 ? NaN : column.values[row]!)) };
}

function distinctValues(cells: Cells): { count: number; known: number } {
	const all = cells.kind === 'category' ? cells.codes : cells.values;
	const seen = new Set<number>();
	let known = 0;
	for (const value of all) {
		if (Number.isNaN(value) || (cells.kind === 'category' && value < 0)) continue;
		seen.add(value);
		known++;
	}
	return { count: seen.size, known };
}

/** Numbers as the names of groups. */
function named(cells: Cells): Cells {
	if (cells.kind === 'category') return cells;
	const numbers = [...new Set(cells.values)].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
	const code = new Map(numbers.map((value, i) => [value, i]));
	return { kind: 'category', codes: Int32Array.from(cells.values, (value) => code.get(value) ?? -1), categories: numbers.map(String) };
}

/** How a column tells when somebody was born: as a year, as a moment, or (null) not at all. */
function birthOf(column: PeopleColumn, values: Float64Array): 'year' | 'moment' | null {
	if (!isBirth(column)) return null;
	if (column.kind === 'time') return 'moment';
	const known = values.filter((value) => !Number.isNaN(value)).sort();
	const middle = known[known.length >> 1]!;
	return column.kind === 'number' && known.every(Number.isInteger) && middle >= 1900 && middle <= 2100 ? 'year' : null;
}

function ageIn(births: Float64Array, kind: 'year' | 'moment', day: number): Float64Array {
	const today = new Date(day * msPerDay);
	const year = today.getUTCFullYear();
	return births.map((birth) => {
		let age = year - birth;
		if (kind === 'moment') {
			const born = new Date(birth);
			const before = today.getUTCMonth() - born.getUTCMonth() || today.getUTCDate() - born.getUTCDate();
			age = year - born.getUTCFullYear() - (before < 0 ? 1 : 0);
		}
		return age >= 0 && age <= oldest ? age : NaN;
	});
}

/** Of values in order of how common they are, those that get a feature of their own. */
const common = (order: readonly number[], names: readonly string[], counts: ArrayLike<number>, known: number): number[] =>
	order.filter((value, rank) => rank < mostValues && counts[value]! >= leastShare * known && !isContact(names[value]!));

function chosenOptions({ column, name }: { column: number; name: string }, codes: Int32Array, { options, chosen }: Choices): Feature[] {
	const counts = new Uint32Array(options.length);
	let known = 0;
	for (const code of codes) {
		if (code < 0) continue;
		known++;
		for (const option of chosen[code]!) counts[option]!++;
	}
	const order = [...options.keys()]
		.filter((option) => counts[option]! > 0)
		.sort((a, b) => counts[b]! - counts[a]! || (options[a]! < options[b]! ? -1 : 1));
	const own = common(order, options, counts, known);
	const whether = (value: string | null, has: (option: number) => boolean): Feature => ({
		id: value === null ? `column:${column}≠` : `column:${column}=${value}`,
		unit: 'category',
		attribute: { column, name, value },
		values: Float64Array.from(codes, (code) => (code < 0 ? NaN : chosen[code]!.some(has) ? 1 : 0))
	});
	const features = own.map((option) => whether(options[option]!, (other) => other === option));
	return own.length === order.length ? features : [...features, whether(null, (option) => !own.includes(option))];
}

function indicators({ column, name }: { column: number; name: string }, { codes, categories }: Codes): Feature[] {
	const counts = new Uint32Array(categories.length);
	let known = 0;
	for (const code of codes) {
		if (code < 0) continue;
		counts[code]!++;
		known++;
	}
	const order = [...categories.keys()]
		.filter((code) => counts[code]! > 0)
		.sort((a, b) => counts[b]! - counts[a]! || (categories[a]! < categories[b]! ? -1 : 1));
	const own = common(order, categories, counts, known);
	const whether = (value: string | null, has: (code: number) => boolean): Feature => ({
		id: value === null ? `column:${column}≠` : `column:${column}=${value}`,
		unit: 'category',
		attribute: { column, name, value },
		values: Float64Array.from(codes, (code) => (code < 0 ? NaN : has(code) ? 1 : 0))
	});
	const features = own.map((code) => whether(categories[code]!, (other) => other === code));
	return own.length === order.length ? features : [...features, whether(null, (code) => !own.includes(code))];
}
