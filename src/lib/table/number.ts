import { currencyOf, isWhole } from './currency.js';
import { type ColumnType, type TextColumn, type Texts } from './table.js';

/** How a column writes its numbers. */
export type DecimalMark = '.' | ',';

const [space, apostrophe, plus, comma, minus, point, zero, nine] = [0x20, 0x27, 0x2b, 0x2c, 0x2d, 0x2e, 0x30, 0x39];
const plain = /^[+-]?\d+(\.\d+)?$/;
const powers = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
/** Longer texts are no numbers: the largest one is written in 309 digits and their marks. */
const longest = 1024;
const scratch = new Uint8Array(longest);
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** digits × 10^exponent, correctly rounded where the digits are a safe integer; NaN where that cannot be had by one operation. */
function scaled(digits: number, exponent: number): number {
	if (digits > Number.MAX_SAFE_INTEGER || exponent < -22 || exponent > 22) return NaN;
	return exponent < 0 ? digits / powers[-exponent]! : digits * powers[exponent]!;
}

/**
 * Reads `-?digits[.digits]` from bytes without making a string; exactly Number(text). NaN where the text is anything else, or its
 * digits together are no safe integer.
 */
export function numberAt(bytes: Uint8Array, from: number, to: number): number {
	const negative = bytes[from] === minus && from < to;
	const start = negative ? from + 1 : from;
	let value = 0;
	let dot = -1;
	for (let i = start; i < to; i++) {
		const byte = bytes[i]!;
		if (byte >= zero && byte <= nine) value = value * 10 + (byte - zero);
		else if (byte === point && dot < 0) dot = i;
		else return NaN;
	}
	if (start >= to || dot === start || dot === to - 1 || to - start > (dot < 0 ? 16 : 17) || value > Number.MAX_SAFE_INTEGER) return NaN;
	if (dot >= 0) value /= powers[to - 1 - dot]!;
	return negative ? -value : value;
}

/** The separator that stands at a place as one byte and how many bytes it takes there, as 256 × length + byte; 0 where none stands. */
function separatorAt(bytes: Uint8Array, i: number): number {
	const byte = bytes[i]!;
	if (byte === comma || byte === point || byte === space || byte === apostrophe) return 256 + byte;
	// U+00A0, U+202F, U+2009 and U+2019
	if (byte === 0xc2) return bytes[i + 1] === 0xa0 ? 512 + space : 0;
	if (byte !== 0xe2 || bytes[i + 1] !== 0x80) return 0;
	const last = bytes[i + 2];
	return last === 0xaf || last === 0x89 ? 768 + space : last === 0x99 ? 768 + apostrophe : 0;
}

/**
 * Reads digits with thousands marks (, . space or apostrophe, in threes; commas also as in 12,34,567), at most one decimal mark and an
 * exponent, times 10^power. NaN where the marks do not stand as one who writes numbers sets them.
 */
function groupedAt(bytes: Uint8Array, from: number, to: number, mark: DecimalMark, power: number): number {
	const decimal = mark === '.' ? point : comma;
	let value = 0;
	let scale = -1;
	let separator = 0;
	let first = 0;
	let run = 0;
	let twos = 0;
	let threes = 0;
	let end = to;
	for (let i = from; i < end; i++) {
		const byte = bytes[i]!;
		if (byte >= zero && byte <= nine) {
			value = value * 10 + (byte - zero);
			if (scale >= 0) scale++;
			else run++;
		} else if (byte === 0x45 || byte === 0x65) {
			const exponent = exponentAt(bytes, i + 1, to);
			if (exponent !== exponent) return NaN;
			power += exponent;
			end = i;
		} else if (scale >= 0) return NaN;
		else if (byte === decimal) scale = 0;
		else {
			const met = separatorAt(bytes, i);
			if (met === 0) return NaN;
			i += (met >> 8) - 1;
			if (separator === 0) {
				if (run < 1 || run > 3 || bytes[from] === zero) return NaN;
				separator = met & 255;
				first = run;
			} else if ((met & 255) !== separator) return NaN;
			else if (run === 3) threes++;
			else if (run === 2) twos++;
			else return NaN;
			run = 0;
		}
	}
	if (scale === 0 || (scale < 0 && run === 0)) return NaN;
	if (separator !== 0 && (run !== 3 || (twos > 0 && (threes > 0 || separator !== comma || first > 2)))) return NaN;
	const exponent = power - Math.max(0, scale);
	const quick = scaled(value, exponent);
	if (quick === quick) return quick;
	let digits = '';
	for (let i = from; i < end; i++) if (bytes[i]! >= zero && bytes[i]! <= nine) digits += String.fromCharCode(bytes[i]!);
	const long = Number(`${digits}e${exponent}`);
	return long < Infinity ? long : NaN;
}

/** An exponent of at most three digits; NaN where there is none. */
function exponentAt(bytes: Uint8Array, from: number, to: number): number {
	const sign = bytes[from];
	const start = sign === minus || sign === plus ? from + 1 : from;
	if (to <= start || to > start + 3) return NaN;
	const value = numberAt(bytes, start, to);
	return sign === minus ? -value : value;
}

/** What stands around the digits of a number. */
interface Units {
	readonly negative: boolean;
	readonly percent: boolean;
	readonly currency: string | null;
}

const bare: Units = { negative: false, percent: false, currency: null };
const marksOf = (text: string): string => text.replace(/[\u2212\u2013]/g, '-').replace(/[^-+()%]/g, '');
const wordOf = (text: string): string => text.replace(/[\s\u2212\u2013+()%-]/g, '');

/** One sign or a pair of brackets, one currency, one percent sign; null where anything else stands before or after the digits. */
function unitsOf(before: string, after: string): Units | null {
	const opening = marksOf(before);
	const closing = marksOf(after);
	const percent = closing.includes('%');
	const sides = `${opening} ${closing.replace('%', '')}`;
	if (!signs.has(sides)) return null;
	const [left, right] = [wordOf(before), wordOf(after)];
	const currency = currencyOf(left || right);
	if ((left !== '' && right !== '') || (currency === null && left + right !== '')) return null;
	return { negative: sides !== ' ' && sides !== '+ ', percent, currency };
}
const signs = new Set([' ', '+ ', '- ', ' -', '( )']);

interface Surroundings {
	readonly before: Uint8Array;
	readonly after: Uint8Array;
	readonly units: Units | null;
}
const longestUnits = 16;

/** A cell taken apart: the digits and marks of `bytes` between `from` and `to`, and what stands around them. */
class Written {
	bytes = scratch as Uint8Array;
	from = 0;
	to = 0;
	units = bare;
	/** Columns repeat a few surroundings; those met last are kept. */
	#known: Surroundings[] = [];

	/** False where a cell is no number, whatever the mark. */
	read(bytes: Uint8Array, from: number, to: number): boolean {
		if (to - from > longest) return false;
		let start = from;
		while (start < to && !isDigit(bytes[start]!)) start++;
		if (start === to) return false;
		// .5 and $.50, but Rp.500
		const mark = start > from && (bytes[start - 1] === point || bytes[start - 1] === comma);
		if (mark && !(start - 1 > from && isLetter(bytes[start - 2]!))) start--;
		let end = to;
		while (!isDigit(bytes[end - 1]!)) end--;
		if (start - from > longestUnits || to - end > longestUnits) return false;
		this.bytes = bytes;
		this.from = start;
		this.to = end;
		if (start === from && end === to) {
			this.units = bare;
			return true;
		}
		const units = this.#around(bytes, from, to);
		this.units = units ?? bare;
		return units !== null;
	}

	#around(bytes: Uint8Array, from: number, to: number): Units | null {
		for (const { before, after, units } of this.#known) {
			if (before.length !== this.from - from || after.length !== to - this.to) continue;
			if (same(before, bytes, from) && same(after, bytes, this.to)) return units;
		}
		const before = bytes.slice(from, this.from);
		const after = bytes.slice(this.to, to);
		const units = unitsOf(decoder.decode(before), decoder.decode(after));
		if (this.#known.length === 8) this.#known.pop();
		this.#known.unshift({ before, after, units });
		return units;
	}

	/** The digits under a decimal mark, without sign; NaN where they cannot be read. */
	magnitude(mark: DecimalMark): number {
		return groupedAt(this.bytes, this.from, this.to, mark, this.units.percent ? -2 : 0);
	}

	has(mark: number): boolean {
		for (let i = this.from; i < this.to; i++) if (this.bytes[i] === mark) return true;
		return false;
	}

	value(mark: DecimalMark): number {
		const { negative, currency } = this.units;
		let value = NaN;
		// The only kind of mark sets thousands apart where there are no fractions.
		if (isWhole(currency) && this.has(comma) !== this.has(point)) value = this.magnitude(this.has(point) ? ',' : '.');
		if (value !== value) value = this.magnitude(mark);
		return negative ? -value : value;
	}
}

const isDigit = (byte: number): boolean => byte >= zero && byte <= nine;
const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

function same(part: Uint8Array, bytes: Uint8Array, from: number): boolean {
	for (let i = 0; i < part.length; i++) if (part[i] !== bytes[from + i]) return false;
	return true;
}

const written = new Written();

/** Takes a cell apart; null where it is no number, whatever the mark. */
function writtenIn(cell: string): Written | null {
	const { read, written: length } = encoder.encodeInto(cell, scratch);
	return read === cell.length && written.read(scratch, 0, length) ? written : null;
}

/**
 * A number as people and exports write it: thousands marks, currency before or after, brackets or a minus on either side for
 * negatives, an exponent; 12 % is 0.12. NaN where the cell is empty or anything else stands in it.
 */
export function parseNumber(cell: string, mark: DecimalMark): number {
	if (mark === '.' && cell.length < 300 && plain.test(cell)) return +cell;
	return writtenIn(cell)?.value(mark) ?? NaN;
}

/** What cells say about the decimal mark: `only` can be read under one mark, `rather` under both though one is likelier. */
class MarkTally {
	readonly #only = { '.': 0, ',': 0 };
	readonly #rather = { '.': 0, ',': 0 };

	/** False where the cell is no number under either mark. */
	add(cell: Written, whole: boolean): boolean {
		const underPoint = !Number.isNaN(cell.magnitude('.'));
		const underComma = !Number.isNaN(cell.magnitude(','));
		if (underPoint !== underComma) this.#only[underPoint ? '.' : ',']++;
		else if (underPoint && cell.has(comma)) this.#rather['.']++;
		else if (underPoint && (whole || isWhole(cell.units.currency)) && cell.has(point)) this.#rather[',']++;
		return underPoint || underComma;
	}

	get mark(): DecimalMark {
		const lead = this.#only[','] - this.#only['.'] || this.#rather[','] - this.#rather['.'];
		return lead > 0 ? ',' : '.';
	}
}

/**
 * The decimal mark of a column. Cells that can be read under one mark only decide (1.5 · 0,250 · 1.234.567); where there are none,
 * 1,234 counts for the point, and 1.234 for the comma if its currency has no fractions. A point otherwise.
 */
export function decimalMark(cells: Iterable<string>): DecimalMark {
	const tally = new MarkTally();
	for (const cell of cells) {
		const number = writtenIn(cell);
		if (number) tally.add(number, false);
	}
	return tally.mark;
}

/**
 * The decimal mark of a column, from all its distinct texts that stand in a row.
 * @param rows how many rows hold each text; 0 leaves it out
 * @param whole the column is known to hold a currency without fractions
 * @param most null is returned where more rows than this hold no number under either mark
 */
export function columnMark({ count, bytes, offsets }: Texts, rows: Uint32Array, whole: boolean, most: number): DecimalMark | null {
	const tally = new MarkTally();
	let strange = 0;
	for (let i = 0; i < count; i++) {
		if (rows[i] === 0) continue;
		const from = trimStart(bytes, offsets[i]!, offsets[i + 1]!);
		const to = trimEnd(bytes, from, offsets[i + 1]!);
		if (digitsOnly(bytes, from, to) || (written.read(bytes, from, to) && tally.add(written, whole))) continue;
		strange += rows[i]!;
		if (strange > most) return null;
	}
	return tally.mark;
}

function digitsOnly(bytes: Uint8Array, from: number, to: number): boolean {
	for (let i = from; i < to; i++) if (!isDigit(bytes[i]!)) return false;
	return to > from;
}

function trimStart(bytes: Uint8Array, from: number, to: number): number {
	while (from < to && bytes[from]! <= space) from++;
	return from;
}
function trimEnd(bytes: Uint8Array, from: number, to: number): number {
	while (to > from && bytes[to - 1]! <= space) to--;
	return to;
}

/** The currencies that a column writes, those of most rows first, and whether it writes percent signs. */
export function columnUnits(
	{ count, bytes, offsets }: Texts,
	rows: Uint32Array,
	mark: DecimalMark
): { currencies: string[]; percent: boolean } {
	const found = new Map<string, number>();
	let percent = false;
	for (let i = 0; i < count; i++) {
		if (rows[i] === 0 || !written.read(bytes, offsets[i]!, offsets[i + 1]!)) continue;
		const { units } = written;
		if (units === bare || (!units.percent && units.currency === null) || Number.isNaN(written.value(mark))) continue;
		percent ||= units.percent;
		if (units.currency !== null) found.set(units.currency, (found.get(units.currency) ?? 0) + rows[i]!);
	}
	return { currencies: [...found].sort((a, b) => b[1] - a[1]).map(([currency]) => currency), percent };
}

/** The value of each distinct text of a column; NaN where it is missing or no number. */
export function columnNumbers({ texts }: TextColumn, type: Pick<Extract<ColumnType, { kind: 'number' }>, 'mark'>): Float64Array {
	const { count, bytes, offsets } = texts;
	const { mark } = type;
	const values = new Float64Array(count);
	for (let i = 0; i < count; i++) {
		const from = offsets[i]!;
		const to = offsets[i + 1]!;
		let value = mark === '.' ? numberAt(bytes, from, to) : NaN;
		if (value !== value && written.read(bytes, from, to)) value = written.value(mark);
		values[i] = value;
	}
	return values;
}

/** The currency that each distinct text of a column names, as an ISO 4217 code; null where it names none. */
export function columnCurrencies({ texts: { count, bytes, offsets } }: TextColumn): (string | null)[] {
	return Array.from({ length: count }, (_, i) => (written.read(bytes, offsets[i]!, offsets[i + 1]!) ? written.units.currency : null));
}
