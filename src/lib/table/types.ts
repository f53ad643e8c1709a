import { columnBooleans, parseBoolean } from './boolean.js';
import { isCode } from './codes.js';
import { nameHints, type NameHints } from './hints.js';
import { missingAt } from './missing.js';
import { columnMark, columnUnits, numberAt, numberReader, type DecimalMark } from './number.js';
import { textAt, type ColumnType, type TextColumn, type Texts, type TimeStyle } from './table.js';
import { columnOrder, daysFromDate, timeReader, type DateOrder } from './time.js';

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
}

const examplesKept = 20;
/** One filled row in twenty may fail to fit a number or a time. */
const tolerated = 1 / 20;
const day = 86_400_000;

type Reader = (i: number) => number;

/** A column with the rows of its distinct texts, those without a value left out. */
interface Content {
	readonly column: TextColumn;
	readonly texts: Texts;
	readonly rows: Uint32Array;
	readonly filled: number;
	readonly hints: NameHints;
}

/**
 * Decides what the cells of a column are from all its distinct texts and how many rows hold each.
 * Numbers and times need 95 % of the filled rows, booleans all of them; where a text reads as time and as number it is a time; names
 * made of digits (00123, +84912345678, 1E5, more than fifteen digits) are text.
 */
export function inferType(column: TextColumn, counts: Uint32Array, choice: TypeChoice = {}): Inferred {
	const { texts } = column;
	const rows = counts.slice();
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
	const type: ColumnType = filled === 0 ? { kind: 'empty' } : choice.kind ? typeOf(choice.kind, content, choice) : guess(content, choice);
	return { type, filled, distinct, missing, ...misfits(content, type) };
}

function guess(content: Content, choice: TypeChoice): ColumnType {
	const { texts, rows, filled, hints } = content;
	const most = Math.floor(filled * tolerated);
	if (hints.phone) return { kind: 'text' };
	if (isBoolean(content)) return { kind: 'boolean' };
	const evidence = columnOrder(texts, rows, !hints.other, most);
	if (evidence) return dates(evidence, choice);
	const style = countedStyles.find((style) => mayCount(style, hints) && misses(content, plausible(texts, style), most) <= most);
	if (style) return counted(style);
	const mark = markOf(content, choice, most);
	if (mark === null || misses(content, numberReader(texts, mark), most) > most || holdsCodes(content)) return { kind: 'text' };
	return numbers(content, mark);
}

/** The type that a person asked for, its details as the cells have them. */
function typeOf(kind: NonNullable<TypeChoice['kind']>, content: Content, choice: TypeChoice): ColumnType {
	if (kind === 'text' || kind === 'boolean') return { kind };
	if (kind === 'number') return numbers(content, markOf(content, choice, Infinity)!);
	const style = choice.style ?? likeliestStyle(content);
	return style === 'date' ? dates(columnOrder(content.texts, content.rows, true, Infinity)!, choice) : counted(style);
}

const dates = ({ order, certain }: { order: DateOrder; certain: boolean }, choice: TypeChoice): ColumnType => ({
	kind: 'time',
	style: 'date',
	order: choice.order ?? order,
	certain: certain || choice.order !== undefined
});
const counted = (style: TimeStyle): ColumnType => ({ kind: 'time', style, order: 'ymd', certain: true });
const numbers = ({ texts, rows }: Content, mark: DecimalMark): ColumnType => ({ kind: 'number', mark, ...columnUnits(texts, rows, mark) });

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

/** Serials are numbers like any other: only a name that speaks of time makes dates of them. */
const mayCount = (style: TimeStyle, { time, other }: NameHints): boolean => (style === 'serial' ? time : !other);

/** The years in which numbers are taken for times without being told: serials from 1920, other counts from 2000, both to 2100. */
function plausible(texts: Texts, style: TimeStyle): Reader {
	const read = timeReader(texts, style, 'ymd');
	const first = daysFromDate(style === 'serial' ? 1920 : 2000, 1, 1) * day;
	return (i) => {
		const time = read(i);
		return time >= first ? time : NaN;
	};
}

function likeliestStyle(content: Content): TimeStyle {
	let best: TimeStyle = 'date';
	let fewest = misses(
		content,
		timeReader(content.texts, 'date', columnOrder(content.texts, content.rows, true, Infinity)!.order),
		Infinity
	);
	for (const style of countedStyles) {
		const missed = misses(content, plausible(content.texts, style), fewest);
		if (missed < fewest) [best, fewest] = [style, missed];
	}
	return best;
}

/** The decimal mark; a typed column has the point unless its numbers are texts after all. Null where more than `most` rows are no number. */
function markOf({ column, texts, rows, filled, hints }: Content, choice: TypeChoice, most: number): DecimalMark | null {
	if (choice.mark) return choice.mark;
	const typed =
		column.typed &&
		misses({ rows }, (i) => numberAt(texts.bytes, texts.offsets[i]!, texts.offsets[i + 1]!), filled * tolerated) <= filled * tolerated;
	return typed ? '.' : columnMark(texts, rows, hints.whole, most);
}

/** Rows whose text a reader cannot read; counting ends beyond `most`. */
function misses({ rows }: Pick<Content, 'rows'>, read: Reader, most: number): number {
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

function readerOf({ column, texts }: Content, type: ColumnType): Reader | null {
	switch (type.kind) {
		case 'empty':
		case 'text':
			return null;
		case 'boolean': {
			const values = columnBooleans(column);
			return (i) => values[i]!;
		}
		case 'number':
			return numberReader(texts, type.mark);
		case 'time':
			return timeReader(texts, type.style, type.order);
	}
}

function misfits(content: Content, type: ColumnType): Pick<Inferred, 'bad' | 'badExamples'> {
	const read = readerOf(content, type);
	const { texts, rows } = content;
	const badExamples: { code: number; text: string }[] = [];
	let bad = 0;
	for (let code = 0; read && code < texts.count; code++) {
		if (rows[code] === 0) continue;
		const value = read(code);
		if (value === value) continue;
		bad += rows[code]!;
		if (badExamples.length < examplesKept) badExamples.push({ code, text: textAt(texts, code) });
	}
	return { bad, badExamples };
}
