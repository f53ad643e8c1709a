import { writeAscii } from './ascii.js';
import { currencyOf, isWhole } from './currency.js';
import { textAt, type ColumnType, type TextColumn, type Texts } from './table.js';

/** How a column writes its numbers. */
export type DecimalMark = '.' | ',';

const [space, apostrophe, comma, minus, point, zero, nine] = [0x20, 0x27, 0x2c, 0x2d, 0x2e, 0x30, 0x39];
const plain = /^[+-]?\d+(\.\d+)?$/;
const powers = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
const scratch = new Uint8Array(512);

/** digits × 10^exponent, correctly rounded where the digits are a safe integer; NaN where that cannot be had by one operation. */
function scaled(digits: number, exponent: number): number {
	if (digits > Number.MAX_SAFE_INTEGER || exponent < -22 || exponent > 22) return NaN;
	return exponent < 0 ? digits / powers[-exponent]! : digits * powers[exponent]!;
}

/**
 * Reads `-?digits[.digits]` from bytes without making a string; exactly Number(text). NaN where the text is anything else, or has
 * more than sixteen digits.
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

/**
 * Reads digits with thousands marks (, . space or apostrophe, in threes; commas also as in 12,34,567) and at most one decimal mark,
 * times 10^exponent. NaN where the marks do not stand as one who writes numbers sets them.
 */
function groupedAt(bytes: Uint8Array, from: number, to: number, mark: DecimalMark, exponent: number): number {
	const decimal = mark === '.' ? point : comma;
	let value = 0;
	let scale = -1;
	let separator = 0;
	let first = 0;
	let run = 0;
	let twos = 0;
	let threes = 0;
	for (let i = from; i < to; i++) {
		const byte = bytes[i]!;
		if (byte >= zero && byte <= nine) {
			value = value * 10 + (byte - zero);
			if (scale >= 0) scale++;
			else run++;
		} else if (scale >= 0) return NaN;
		else if (byte === decimal) scale = 0;
		else if (byte !== comma && byte !== point && byte !== space && byte !== apostrophe) return NaN;
		else {
			if (separator === 0) {
				if (run < 1 || run > 3 || bytes[from] === zero) return NaN;
				separator = byte;
				first = run;
			} else if (byte !== separator) return NaN;
			else if (run === 3) threes++;
			else if (run === 2) twos++;
			else return NaN;
			run = 0;
		}
	}
	if (scale === 0 || (scale < 0 && run === 0)) return NaN;
	if (separator !== 0 && (run !== 3 || (twos > 0 && (threes > 0 || separator !== comma || first > 2)))) return NaN;
	const quick = scaled(value, exponent - Math.max(0, scale));
	if (quick === quick) return quick;
	let digits = '';
	for (let i = from; i < to; i++) if (bytes[i]! >= zero && bytes[i]! <= nine) digits += String.fromCharCode(bytes[i]!);
	return Number(`${digits}e${exponent - Math.max(0, scale)}`);
}

/** A cell taken apart: the digits and marks between sign, brackets, currency and percent. */
interface Written {
	readonly body: string;
	readonly exponent: number;
	readonly negative: boolean;
	readonly percent: boolean;
	readonly currency: string | null;
}

const isSpace = (char: string): boolean => char === ' ' || char.trim() === '';
const isMinus = (char: string): boolean => char === '-' || char === '\u2212' || char === '\u2013';
const isDigit = (char: string): boolean => char >= '0' && char <= '9';
/** Whether a character can belong to a currency sign or code. */
const isSign = (char: string): boolean => !isDigit(char) && !isMinus(char) && !isSpace(char) && !'+()%,'.includes(char);

function takeApart(cell: string): Written | null {
	if (cell.length > scratch.length) return null;
	let from = 0;
	let to = cell.length;
	let signed = false;
	let negative = false;
	let bracket = false;
	let percent = false;
	let currency: string | null = null;
	for (; from < to; from++) {
		const char = cell[from]!;
		if (isSpace(char)) continue;
		if (isDigit(char) || char === ',' || (char === '.' && isDigit(cell[from + 1] ?? ''))) break;
		if (isMinus(char) || char === '+') {
			if (signed || bracket) return null;
			signed = true;
			negative = char !== '+';
		} else if (char === '(') {
			if (bracket || signed) return null;
			bracket = true;
		} else {
			let end = from;
			while (end < to && isSign(cell[end]!)) end++;
			// $.50
			if (cell[end - 1] === '.' && currencyOf(cell.slice(from, end)) === null) end--;
			const met = currencyOf(cell.slice(from, end));
			if (met === null || currency !== null) return null;
			currency = met;
			from = end - 1;
		}
	}
	for (let closed = false; to > from; to--) {
		const char = cell[to - 1]!;
		if (isSpace(char)) continue;
		if (isDigit(char)) {
			if (bracket !== closed) return null;
			break;
		}
		if (isMinus(char)) {
			if (signed || bracket) return null;
			signed = negative = true;
		} else if (char === ')') {
			if (closed) return null;
			closed = true;
		} else if (char === '%') {
			if (percent) return null;
			percent = true;
		} else {
			let start = to;
			while (start > from && isSign(cell[start - 1]!)) start--;
			const met = currencyOf(cell.slice(start, to));
			if (met === null || currency !== null) return null;
			currency = met;
			to = start + 1;
		}
	}
	if (from === to) return null;
	const [body, power, ...more] = cell.slice(from, to).split(/e/i);
	if (more.length > 0 || (power !== undefined && !/^[+-]?\d{1,3}$/.test(power))) return null;
	return { body: body!, exponent: Number(power ?? 0) - (percent ? 2 : 0), negative: negative || bracket, percent, currency };
}

function readBody(body: string, mark: DecimalMark, exponent: number): number {
	const length = writeAscii(body, scratch);
	return length < 0 ? NaN : groupedAt(scratch, 0, length, mark, exponent);
}

/** The reading of a currency without fractions in which the only kind of mark sets thousands apart; NaN where there is none. */
function wholeValue({ body, exponent, currency }: Written): number {
	if (!isWhole(currency) || body.includes(',') === body.includes('.')) return NaN;
	return readBody(body, body.includes('.') ? ',' : '.', exponent);
}

function valueOf(written: Written, mark: DecimalMark): number {
	const whole = wholeValue(written);
	const value = whole === whole ? whole : readBody(written.body, mark, written.exponent);
	return written.negative ? -value : value;
}

/**
 * A number as people and exports write it: thousands marks, currency before or after, brackets or a minus on either side for
 * negatives, an exponent; 12 % is 0.12. NaN where the cell is empty or anything else stands in it.
 */
export function parseNumber(cell: string, mark: DecimalMark): number {
	if (mark === '.' && plain.test(cell)) return +cell;
	const written = takeApart(cell);
	return written ? valueOf(written, mark) : NaN;
}

/** What cells say about the decimal mark: `only` can be read under one mark, `rather` under both though one is likelier. */
class MarkTally {
	readonly only = { '.': 0, ',': 0 };
	readonly rather = { '.': 0, ',': 0 };

	/** False where the cell is no number under either mark. */
	add(cell: string, whole: boolean): boolean {
		const written = takeApart(cell);
		if (!written) return false;
		const { body, currency } = written;
		const underPoint = !Number.isNaN(readBody(body, '.', 0));
		const underComma = !Number.isNaN(readBody(body, ',', 0));
		if (underPoint !== underComma) this.only[underPoint ? '.' : ',']++;
		else if (underPoint && body.includes(',')) this.rather['.']++;
		else if (underPoint && body.includes('.') && (whole || isWhole(currency))) this.rather[',']++;
		return underPoint || underComma;
	}

	get mark(): DecimalMark {
		const lead = this.only[','] - this.only['.'] || this.rather[','] - this.rather['.'];
		return lead > 0 ? ',' : '.';
	}
}

/**
 * The decimal mark of a column. Cells that can be read under one mark only decide (1.5 · 0,250 · 1.234.567); where there are none,
 * 1,234 counts for the point, and 1.234 for the comma if its currency has no fractions. A point otherwise.
 */
export function decimalMark(cells: Iterable<string>): DecimalMark {
	const tally = new MarkTally();
	for (const cell of cells) tally.add(cell, false);
	return tally.mark;
}

/**
 * The decimal mark of a column, from all its distinct texts that stand in a row.
 * @param rows how many rows hold each text; 0 leaves it out
 * @param whole the column is known to hold a currency without fractions
 * @param most null is returned where more rows than this hold no number under either mark
 */
export function columnMark(texts: Texts, rows: Uint32Array, whole: boolean, most: number): DecimalMark | null {
	const { bytes, offsets } = texts;
	const tally = new MarkTally();
	let strange = 0;
	for (let i = 0; i < texts.count; i++) {
		if (rows[i] === 0) continue;
		const from = offsets[i]!;
		const to = offsets[i + 1]!;
		if (!Number.isNaN(numberAt(bytes, from, to))) {
			const start = bytes[from] === minus ? from + 1 : from;
			let dot = start;
			while (dot < to && bytes[dot] !== point) dot++;
			if (dot === to) continue;
			if (dot !== to - 4 || dot - start > 3 || bytes[start] === zero) tally.only['.']++;
			else if (whole) tally.rather[',']++;
		} else if (!hasDigit(bytes, from, to) || !tally.add(textAt(texts, i), whole)) {
			strange += rows[i]!;
			if (strange > most) return null;
		}
	}
	return tally.mark;
}

function hasDigit(bytes: Uint8Array, from: number, to: number): boolean {
	for (let i = from; i < to; i++) if (bytes[i]! >= zero && bytes[i]! <= nine) return true;
	return false;
}

/** The currencies that a column writes, those of most rows first, and whether it writes percent signs. */
export function columnUnits(texts: Texts, rows: Uint32Array, mark: DecimalMark): { currencies: string[]; percent: boolean } {
	const { bytes, offsets } = texts;
	const found = new Map<string, number>();
	let percent = false;
	for (let i = 0; i < texts.count; i++) {
		if (rows[i] === 0 || !Number.isNaN(unsignedAt(bytes, offsets[i]!, offsets[i + 1]!, mark))) continue;
		if (!hasDigit(bytes, offsets[i]!, offsets[i + 1]!)) continue;
		const written = takeApart(textAt(texts, i));
		if (!written || Number.isNaN(valueOf(written, mark))) continue;
		percent ||= written.percent;
		if (written.currency) found.set(written.currency, (found.get(written.currency) ?? 0) + rows[i]!);
	}
	return { currencies: [...found].sort((a, b) => b[1] - a[1]).map(([currency]) => currency), percent };
}

/** A number without currency or percent, read from bytes. */
function unsignedAt(bytes: Uint8Array, from: number, to: number, mark: DecimalMark): number {
	if (mark === '.') {
		const value = numberAt(bytes, from, to);
		if (value === value) return value;
	}
	const negative = bytes[from] === minus && from < to;
	const value = groupedAt(bytes, negative ? from + 1 : from, to, mark, 0);
	return negative ? -value : value;
}

/** A function that gives the number in text i of a column; NaN where there is none. */
export function numberReader(texts: Texts, mark: DecimalMark): (i: number) => number {
	const { bytes, offsets } = texts;
	return (i) => {
		const from = offsets[i]!;
		const to = offsets[i + 1]!;
		const value = unsignedAt(bytes, from, to, mark);
		return value === value || !hasDigit(bytes, from, to) ? value : parseNumber(textAt(texts, i), mark);
	};
}

/** The value of each distinct text of a column; NaN where it is missing or no number. */
export function columnNumbers({ texts }: TextColumn, type: Extract<ColumnType, { kind: 'number' }>): Float64Array {
	const read = numberReader(texts, type.mark);
	const values = new Float64Array(texts.count);
	for (let i = 0; i < values.length; i++) values[i] = read(i);
	return values;
}
