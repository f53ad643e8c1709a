import { columnBooleans, parseBoolean } from './boolean.js';
import { isCode } from './codes.js';
import { nameHints, type NameHints } from './hints.js';
import { missingAt } from './missing.js';
import { columnMark, columnNumbers, columnUnits, numberAt, type DecimalMark } from './number.js';
import { textAt, type ColumnType, type TextColumn, type Texts, type TimeStyle } from './table.js';
import { columnOrder, columnTimes, daysFromDate, timeReader, type DateEvidence, type DateOrder } from './time.js';

/** What a person has said about a column; what is left out is decided from the cells. */
export interface TypeChoice {
	readonly kind?: 'text' | 'boolean' | 'number' | 'time' | undefined;
	readonly mark?: DecimalMark | undefined;
	readonly order?: DateOrder | undefined;
	readonly style?: TimeStyle | undefined;
}

/** The type of a column and how its rows fit: filled + missing = rows, and bad of the filled ones do not fit. */
export interface Inferred {
	readonly type: ColumnType;
	/** Rows with a value. */
	readonly filled: number;
	/** Distinct texts among the filled rows. */
	readonly distinct: number;
	/** Rows that are empty or hold a marker such as NA. */
	readonly missing: number;
	/** Filled rows whose text is none of the type; they count as missing wherever values are used. */
	readonly bad: number;
	/** The first of those texts. */
	readonly badExamples: readonly { readonly code: number; readonly text: string }[];
	/** The value of each distinct text under the type, NaN where it has none; null for text. Times in milliseconds since 1970, booleans 1 and 0. */
	readonly values: Float64Array | null;
}

const examplesKept = 20;
/** One filled row in twenty may fail to fit a number or a time. */
const tolerated = 1 / 20;
const day = 86_400_000;

/** A column with the rows of its distinct texts, those without a value left out. */
interface Content {
	readonly column: TextColumn;
	readonly texts: Texts;
	readonly rows: Uint32Array;
	readonly filled: number;
	readonly hints: NameHints;
}

/** A type with the value of each distinct text under it, NaN where it does not fit; null where every text fits. */
interface Reading {
	readonly type: ColumnType;
	readonly values: Float64Array | null;
}

const empty: Reading = { type: { kind: 'empty' }, values: null };
const text: Reading = { type: { kind: 'text' }, values: null };

/**
 * Decides what the cells of a column are from all its distinct texts and how many rows hold each.
 * Numbers and times need 95 % of the filled rows, booleans all of them; where a text reads as time and as number it is a time; names
 * made of digits (00123, +84912345678, 1E5, more than fifteen digits) are text.
 */
export function inferType(column: TextColumn, choice: TypeChoice = {}): Inferred {
	const { texts } = column;
	const rows = column.counts.slice();
	let filled = 0;
	let missing = 0;
	let distinct = 0;
	for (let i = 0; i < texts.count; i++) {
		const held = rows[i]!;
		if (held === 0) continue;
		if (missingAt(texts, i)) {
			missing += held;
			rows[i] = 0;
		} else {
			filled += held;
			distinct++;
		}
	}
	const content = { column, texts, rows, filled, hints: nameHints(column.name) };
	const reading = filled === 0 ? empty : choice.kind ? readAs(choice.kind, content, choice) : guess(content, choice);
	return { ...reading, filled, distinct, missing, ...misfits(content, reading) };
}

function guess(content: Content, choice: TypeChoice): Reading {
	const { column, texts, rows, filled, hints } = content;
	const most = Math.floor(filled * tolerated);
	if (hints.phone) return text;
	if (isBoolean(content)) return booleans(column);
	const evidence = columnOrder(texts, rows, !hints.other, most);
	if (evidence) return dates(column, evidence, choice);
	const style = countedStyles.find((style) => mayCount(style, content) && misses(rows, plausible(texts, style), most) <= most);
	if (style) return counted(column, style);
	const mark = markOf(content, choice, most);
	if (mark === null || holdsCodes(content)) return text;
	const reading = numbers(content, mark);
	return misses(rows, (i) => reading.values[i]!, most) > most ? text : reading;
}

/** The reading that a person asked for, its details as the cells have them. */
function readAs(kind: NonNullable<TypeChoice['kind']>, content: Content, choice: TypeChoice): Reading {
	const { column, texts, rows } = content;
	switch (kind) {
		case 'text':
			return text;
		case 'boolean':
			return booleans(column);
		case 'number':
			return numbers(content, markOf(content, choice, Infinity)!);
		case 'time': {
			const evidence = columnOrder(texts, rows, true, Infinity)!;
			const style = choice.style ?? likeliestStyle(content, evidence.order);
			return style === 'date' ? dates(column, evidence, choice) : counted(column, style);
		}
	}
}

const booleans = (column: TextColumn): Reading => ({ type: { kind: 'boolean' }, values: columnBooleans(column) });

function dates(column: TextColumn, evidence: DateEvidence, choice: TypeChoice): Reading {
	const order = choice.order ?? evidence.order;
	const type = { kind: 'time', style: 'date', order, certain: evidence.certain || choice.order !== undefined } as const;
	return { type, values: columnTimes(column, type) };
}

function counted(column: TextColumn, style: TimeStyle): Reading {
	const type = { kind: 'time', style, order: 'ymd', certain: true } as const;
	return { type, values: columnTimes(column, type) };
}

function numbers({ column, texts, rows }: Content, mark: DecimalMark): Reading & { values: Float64Array } {
	const type = { kind: 'number', mark, ...columnUnits(texts, rows, mark) } as const;
	return { type, values: columnNumbers(column, type) };
}

/** Words only, no 0 and 1; a column of nothing but T or of nothing but F is more likely a letter. */
function isBoolean({ texts, rows }: Content): boolean {
	let letters = true;
	const values = new Set<number>();
	for (let i = 0; i < texts.count; i++) {
		if (rows[i] === 0) continue;
		const text = textAt(texts, i);
		const value = parseBoolean(text);
		if (value !== value) return false;
		values.add(value);
		letters &&= /^[tf]$/i.test(text.trim());
	}
	return values.size === 2 || !letters;
}

const countedStyles = ['seconds', 'millis', 'micros', 'serial'] as const;

/**
 * Serials are numbers like any other: only a name that speaks of time makes dates of them. Amounts of a thousand million and more
 * look like seconds, but are round.
 */
function mayCount(style: TimeStyle, { texts, rows, hints }: Content): boolean {
	if (style === 'serial') return hints.time;
	if (hints.other) return false;
	return style !== 'seconds' || rows.some((held, i) => held > 0 && !textAt(texts, i).trimEnd().endsWith('000'));
}

/** The years in which numbers are taken for times without being told: serials from 1920, other counts from 2000, both to 2100. */
function plausible(texts: Texts, style: TimeStyle): (i: number) => number {
	const read = timeReader(texts, style, 'ymd');
	const first = daysFromDate(style === 'serial' ? 1920 : 2000, 1, 1) * day;
	return (i) => {
		const time = read(i);
		return time >= first ? time : NaN;
	};
}

function likeliestStyle({ texts, rows }: Content, order: DateOrder): TimeStyle {
	let best: TimeStyle = 'date';
	let fewest = misses(rows, timeReader(texts, 'date', order), Infinity);
	for (const style of countedStyles) {
		const missed = misses(rows, plausible(texts, style), fewest);
		if (missed < fewest) [best, fewest] = [style, missed];
	}
	return best;
}

/** The decimal mark; typed numbers have the point. Null where more than `most` rows are no number. */
function markOf({ column, texts, rows, filled, hints }: Content, choice: TypeChoice, most: number): DecimalMark | null {
	if (choice.mark) return choice.mark;
	const { bytes, offsets } = texts;
	const few = Math.floor(filled * tolerated);
	if (column.typed && misses(rows, (i) => numberAt(bytes, offsets[i]!, offsets[i + 1]!), few) <= few) return '.';
	return columnMark(texts, rows, hints.whole, most);
}

/** Rows whose text a reader cannot read; counting ends beyond `most`. */
function misses(rows: Uint32Array, read: (i: number) => number, most: number): number {
	let missed = 0;
	for (let i = 0; i < rows.length && missed <= most; i++) {
		if (rows[i] === 0) continue;
		const value = read(i);
		if (value !== value) missed += rows[i]!;
	}
	return missed;
}

function holdsCodes({ texts, rows }: Content): boolean {
	for (let i = 0; i < texts.count; i++) if (rows[i] !== 0 && isCode(texts.bytes, texts.offsets[i]!, texts.offsets[i + 1]!)) return true;
	return false;
}

function misfits({ texts, rows }: Content, { values }: Reading): Pick<Inferred, 'bad' | 'badExamples'> {
	const badExamples: { code: number; text: string }[] = [];
	let bad = 0;
	for (let code = 0; values && code < texts.count; code++) {
		if (rows[code] === 0 || !Number.isNaN(values[code])) continue;
		bad += rows[code]!;
		if (badExamples.length < examplesKept) badExamples.push({ code, text: textAt(texts, code) });
	}
	return { bad, badExamples };
}
