import { writeAscii } from './ascii.js';
import { monthOf, passedOver } from './calendar-words.js';
import { numberAt, parseNumber } from './number.js';
import { textAt, type ColumnType, type TextColumn, type Texts, type TimeStyle } from './table.js';

/** Order of the parts of a date written with digits only. */
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];

const day = 86_400_000;
const scratch = new Uint8Array(80);
const [space, comma, hyphen, dot, slash, zero, nine, colon] = [0x20, 0x2c, 0x2d, 0x2e, 0x2f, 0x30, 0x39, 0x3a];

/** Days since 1970-01-01 of a date of the Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms"). */
export function daysFromDate(year: number, month: number, dayOfMonth: number): number {
	const y = month <= 2 ? year - 1 : year;
	const era = Math.floor(y / 400);
	const yearOfEra = y - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
	return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Milliseconds at the start of a day; NaN where the calendar has no such day. */
function dateOf(year: number, month: number, dayOfMonth: number): number {
	const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
	// Written so that NaN in any part gives NaN.
	if (!(month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= monthDays[month - 1]! + leap)) return NaN;
	return daysFromDate(year, month, dayOfMonth) * day;
}

/** Milliseconds since midnight; a minute may have a leap second. */
const clockOf = (hour: number, minute: number, second: number): number =>
	hour <= 23 && minute <= 59 && second <= 60 ? hour * 3_600_000 + minute * 60_000 + second * 1000 : NaN;

/** Two digits of a year: 70 to 99 are of the last century. */
const century = (year: number): number => year + (year < 70 ? 2000 : 1900);

/** A year that a row of data may bear; others are taken for plain numbers where digits stand alone. */
const plausible = (year: number): boolean => year >= 1900 && year <= 2100;

/** Words after a time of day that say which half of the day it is, in English, Vietnamese and Malay. */
const halves = new Map([
	['a', 0],
	['am', 0],
	['sa', 0],
	['pg', 0],
	['p', 12],
	['pm', 12],
	['ch', 12],
	['ptg', 12]
]);

/** A place in a text, moved along by what is read. */
class Cursor {
	bytes = scratch;
	at = 0;
	to = 0;
	/** How many digits were read last. */
	width = 0;

	place(bytes: Uint8Array, from: number, to: number): this {
		this.bytes = bytes as typeof scratch;
		this.at = from;
		this.to = to;
		return this;
	}

	get done(): boolean {
		return this.at === this.to;
	}

	get next(): number {
		return this.at < this.to ? this.bytes[this.at]! : -1;
	}

	digits(most: number): number {
		const from = this.at;
		const end = Math.min(this.to, from + most);
		let value = 0;
		for (; this.at < end; this.at++) {
			const byte = this.bytes[this.at]!;
			if (byte < zero || byte > nine) break;
			value = value * 10 + (byte - zero);
		}
		this.width = this.at - from;
		return value;
	}

	take(byte: number): boolean {
		if (this.next !== byte) return false;
		this.at++;
		return true;
	}

	/** Passes over spaces and commas. */
	gap(): void {
		while (this.next === space || this.next === comma || (this.next >= 9 && this.next <= 13)) this.at++;
	}

	/** Letters in lower case, without the dots of a.m.; moves only over what it returns. */
	word(): string {
		let word = '';
		for (; word.length < 6 && this.at < this.to; this.at++) {
			const byte = this.bytes[this.at]! | 0x20;
			if (byte >= 0x61 && byte <= 0x7a) word += String.fromCharCode(byte);
			else if (this.bytes[this.at] !== dot || word === '') break;
		}
		return word;
	}

	/** A date of digits: with three parts in the given order, year and month, or yyyymmdd[[T]hhmm[ss]]. NaN where there is none. */
	date(order: DateOrder): number {
		const first = this.digits(14);
		const { width } = this;
		if (width === 8 || width === 12 || width === 14) return this.#packed(first, width);
		const mark = this.next;
		if (width > 4 || width === 3 || (mark !== hyphen && mark !== slash && mark !== dot)) return NaN;
		this.at++;
		const second = this.digits(2);
		if (this.width === 0) return NaN;
		if (!this.take(mark))
			return width === 4 && this.width === 2 && mark !== dot && this.done && plausible(first) ? dateOf(first, second, 1) : NaN;
		const third = this.digits(4);
		if (width === 4) return this.width === 1 || this.width === 2 ? dateOf(first, second, third) : NaN;
		if (order === 'ymd') return width === 2 && (this.width === 1 || this.width === 2) ? dateOf(century(first), second, third) : NaN;
		if (width === 0 || (this.width !== 4 && this.width !== 2)) return NaN;
		const year = this.width === 2 ? century(third) : third;
		return order === 'dmy' ? dateOf(year, second, first) : dateOf(year, first, second);
	}

	#packed(value: number, width: number): number {
		const date = Math.floor(value / 10 ** (width - 8));
		const year = Math.floor(date / 10_000);
		const start = plausible(year) ? dateOf(year, Math.floor(date / 100) % 100, date % 100) : NaN;
		let clock = width === 8 ? 0 : (value % 10 ** (width - 8)) * (width === 12 ? 100 : 1);
		if (width === 8 && (this.next | 0x20) === 0x74) {
			this.at++;
			clock = this.digits(6) * (this.width === 4 ? 100 : 1);
			if (this.width !== 4 && this.width !== 6) return NaN;
		}
		return start + clockOf(Math.floor(clock / 10_000), Math.floor(clock / 100) % 100, clock % 100);
	}

	/** A time of day: 9:50, 09:50:26.5, 2:30 PM, 2 pm. NaN where there is none. */
	clock(): number {
		const hour = this.digits(2);
		if (this.width === 0) return NaN;
		let minute = 0;
		let second = 0;
		let fraction = 0;
		const bare = !this.take(colon);
		if (!bare) {
			minute = this.digits(2);
			if (this.width !== 2) return NaN;
			if (this.take(colon)) {
				second = this.digits(2);
				if (this.width !== 2) return NaN;
				fraction = this.#fraction();
			}
		}
		const half = this.#half();
		if (half < 0) return bare ? NaN : clockOf(hour, minute, second) + fraction;
		// 14:30 PM says the same thing twice; 14:30 AM and 0:30 PM contradict themselves.
		if (half === 0 ? hour > 12 : hour === 0) return NaN;
		return clockOf(hour > 12 ? hour : (hour % 12) + half, minute, second) + fraction;
	}

	/** A time of which all but a fraction of the second and a zone has been read; NaN where anything else follows. */
	after(time: number): number {
		const fraction = this.#fraction();
		return this.ends() ? time + fraction : NaN;
	}

	/** A fraction of a second in whole milliseconds. */
	#fraction(): number {
		const start = this.at;
		if (!this.take(dot) && !this.take(comma)) return 0;
		const thousandths = this.digits(3);
		const { width } = this;
		if (width === 0) this.at = start;
		while (this.next >= zero && this.next <= nine) this.at++;
		return thousandths * 10 ** (3 - width);
	}

	/** What a half of the day adds to the hour, or −1 where none is named. */
	#half(): number {
		const start = this.at;
		this.gap();
		const half = halves.get(this.word());
		if (half === undefined) this.at = start;
		return half ?? -1;
	}

	/** Whether nothing but a zone follows: Z, UTC, GMT+7, EST, +02:00, +0200, +02. */
	ends(): boolean {
		this.gap();
		if (this.done) return true;
		const zone = this.word();
		if (zone !== '' && zone !== 'z' && zone !== 'utc' && !(zone.endsWith('t') && zone.length > 1)) return false;
		if (this.next === 0x2b || this.next === hyphen) {
			this.at++;
			this.digits(2);
			if (this.width < (zone === '' ? 2 : 1)) return false;
			this.take(colon);
			this.digits(2);
			if (this.width === 1) return false;
		}
		this.gap();
		return this.done;
	}
}

const cursor = new Cursor();

/** Two digits as a number; NaN where they are none. */
function pair(bytes: Uint8Array, at: number): number {
	const tens = bytes[at]! - zero;
	const ones = bytes[at + 1]! - zero;
	return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/**
 * The layouts of nearly all exports, read without moving a cursor: 2010-12-01, or 01/12/2010 in the given order, alone or before
 * 08:26, or 08:26:00 and a zone. NaN where the text is any other.
 */
function quickTime(bytes: Uint8Array, from: number, to: number, order: DateOrder): number {
	if (to < from + 10) return NaN;
	const mark = bytes[from + 2]!;
	let date: number;
	if (bytes[from + 4] === hyphen && bytes[from + 7] === hyphen) {
		date = dateOf(pair(bytes, from) * 100 + pair(bytes, from + 2), pair(bytes, from + 5), pair(bytes, from + 8));
	} else if (order !== 'ymd' && mark === bytes[from + 5] && (mark === slash || mark === hyphen || mark === dot)) {
		const [first, second] = [pair(bytes, from), pair(bytes, from + 3)];
		const year = pair(bytes, from + 6) * 100 + pair(bytes, from + 8);
		date = order === 'dmy' ? dateOf(year, second, first) : dateOf(year, first, second);
	} else return NaN;
	if (to === from + 10 || date !== date) return date;
	if ((bytes[from + 10] !== space && bytes[from + 10] !== 0x54) || bytes[from + 13] !== colon || to < from + 16) return NaN;
	const minute = date + clockOf(pair(bytes, from + 11), pair(bytes, from + 14), 0);
	if (to === from + 16) return minute;
	if (bytes[from + 16] !== colon || to < from + 19) return NaN;
	const time = date + clockOf(pair(bytes, from + 11), pair(bytes, from + 14), pair(bytes, from + 17));
	return to === from + 19 || time !== time ? time : cursor.place(bytes, from + 19, to).after(time);
}

/** A text of digits, marks and zone letters as a time; NaN where it is anything else. */
function timeAt(bytes: Uint8Array, from: number, to: number, order: DateOrder): number {
	while (from < to && bytes[from]! <= space) from++;
	while (from < to && bytes[to - 1]! <= space) to--;
	if (to - from < 6) return NaN;
	const quick = quickTime(bytes, from, to, order);
	if (quick === quick) return quick;
	const place = cursor.place(bytes, from, to);
	if (bytes[from + 1] === colon || bytes[from + 2] === colon) {
		const clock = place.clock();
		place.gap();
		const date = place.date(order);
		return place.done ? date + clock : NaN;
	}
	const date = place.date(order);
	if (date !== date || place.done) return date;
	const start = place.at;
	if (!place.take(0x54) && !place.take(0x74)) place.gap();
	if (place.at === start || place.next < zero || place.next > nine) {
		place.at = start;
		// 2024-03-12Z, but not 2024-03-12-05
		return place.next !== hyphen && place.ends() ? date : NaN;
	}
	const clock = place.clock();
	return place.ends() ? date + clock : NaN;
}

/** Letters without which no word is the name of a month. */
const monthName = /jan|feb|ma[rcy]|mei|apr|jun|jul|aug|ogo|sep|o[ck]t|nov|d[ei][cs]|th/i;

/** A date with the name of its month, with or without a time of day before or after it. NaN where there is none. */
function namedTime(cell: string): number {
	if (!monthName.test(cell)) return NaN;
	const text = cell
		.normalize('NFC')
		.toLowerCase()
		.replace(/[\u00a0\u202f]/g, ' ')
		.trim();
	const words = text.replace(/\([^()]*\)$/, '').split(/[\s,]+/);
	const clockAt = words.findIndex((word) => /^\d{1,2}:/.test(word));
	let clockWords: string[] = [];
	if (clockAt >= 0) {
		const leads = words.slice(0, clockAt).every((word) => passedOver.has(word));
		const length = leads ? (halves.has(words[clockAt + 1]?.replaceAll('.', '') ?? '') ? 2 : 1) : words.length;
		clockWords = words.splice(clockAt, length);
	}
	const date = namedDate(words.join(' '));
	if (date !== date || clockAt < 0) return date;
	const length = writeAscii(clockWords.join(' '), scratch);
	if (length < 0) return NaN;
	const clock = cursor.place(scratch, 0, length).clock();
	return cursor.ends() ? date + clock : NaN;
}

/** 12 Mar 2024 · Mar 12, 2024 · 12-Mar-24 · 2024 Mar 12 · 12 thg 3, 2024 · ngày 12 tháng 3 năm 2024 · March 2024 */
function namedDate(text: string): number {
	if (!/^[\p{L}\d .\-/']+$/u.test(text)) return NaN;
	const parts = text.match(/\p{L}+|\d+/gu)!;
	const numbers: string[] = [];
	let month = 0;
	let before = 0;
	for (let i = 0; i < parts.length; i++) {
		const part = parts[i]!;
		if (/^\d/.test(part)) {
			numbers.push(part);
			continue;
		}
		const numbered = /^(thg|th|tháng|thang)$/.test(part) && /^\d{1,2}$/.test(parts[i + 1] ?? '');
		const named = numbered ? Number(parts[++i]) : monthOf(part);
		if (named === null) {
			if (passedOver.has(part)) continue;
			return NaN;
		}
		if (month > 0) return NaN;
		month = named;
		before = numbers.length;
	}
	const [first, second] = numbers as [string, string];
	if (month === 0 || numbers.length === 0 || numbers.length > 2) return NaN;
	if (numbers.length === 1) return first.length === 4 ? dateOf(+first, month, 1) : NaN;
	if (first.length === 4) return before === 1 && second.length <= 2 ? dateOf(+first, month, +second) : NaN;
	if (before > 1 || first.length > 2 || (second.length !== 4 && second.length !== 2)) return NaN;
	return dateOf(second.length === 2 ? century(+second) : +second, month, +first);
}

const letters = /\p{L}/u;

/**
 * Milliseconds since 1970-01-01T00:00 on the file's own clock (zone marks are passed over, so that a day is the shop's day).
 * Reads ISO dates, dates with / . or − in the given order, yyyymmdd of 1900 to 2100, year and month (the first of it), and names of
 * months in English, Vietnamese and Malay, each with or without a time of day. NaN where unreadable.
 */
export function parseTime(cell: string, order: DateOrder): number {
	if (cell.length > scratch.length) return NaN;
	const length = writeAscii(cell, scratch);
	const time = length < 0 ? NaN : timeAt(scratch, 0, length, order);
	return time !== time && letters.test(cell) ? namedTime(cell) : time;
}

export interface DateEvidence {
	readonly order: DateOrder;
	/** False where every date reads either way, so that only a person can tell. */
	readonly certain: boolean;
}

/** What dates say about their order. */
class OrderTally {
	readonly #read = { dmy: 0, mdy: 0, ymd: 0 };
	#oneWay = 0;
	#open = 0;
	#ordered = false;

	/** One date as it reads under each order, NaN where it does not. False where it reads under none. */
	add(dmy: number, mdy: number, ymd: number): boolean {
		const [first, second] = [dmy === dmy, mdy === mdy];
		if (first) this.#read.dmy++;
		if (second) this.#read.mdy++;
		if (ymd === ymd) this.#read.ymd++;
		if (first !== second) this.#oneWay++;
		else if (first && dmy !== mdy) this.#open++;
		this.#ordered ||= !Object.is(dmy, mdy) || !Object.is(mdy, ymd);
		return first || second || ymd === ymd;
	}

	get evidence(): DateEvidence {
		const { dmy, mdy, ymd } = this.#read;
		if (!this.#ordered) return { order: 'ymd', certain: true };
		if (ymd > dmy && ymd > mdy) return { order: 'ymd', certain: true };
		return { order: mdy > dmy ? 'mdy' : 'dmy', certain: this.#oneWay > 0 || this.#open === 0 };
	}
}

/** Decides the order of day and month: the one under which more dates can be read, day first where that leaves both. */
export function dateOrder(cells: Iterable<string>): DateEvidence {
	const tally = new OrderTally();
	for (const cell of cells) tally.add(parseTime(cell, 'dmy'), parseTime(cell, 'mdy'), parseTime(cell, 'ymd'));
	return tally.evidence;
}

/** Whether a text begins with what its order gives a meaning: one or two digits and a mark before another digit, or a time of day. */
function needsOrder(bytes: Uint8Array, from: number, to: number): boolean {
	while (from < to && bytes[from]! <= space) from++;
	let at = from;
	while (at < to && bytes[at]! >= zero && bytes[at]! <= nine) at++;
	if (at === from || at > from + 2 || at + 1 >= to) return false;
	const mark = bytes[at]!;
	const next = bytes[at + 1]!;
	return mark === colon || ((mark === slash || mark === hyphen || mark === dot) && next >= zero && next <= nine);
}

/** Whether a text of a column is digits only. */
function digitsOnly(bytes: Uint8Array, from: number, to: number): boolean {
	for (let i = from; i < to; i++) if (bytes[i]! < zero || bytes[i]! > nine) return false;
	return to > from;
}

/**
 * Decides the order of day and month from all distinct texts of a column that stand in a row.
 * @param rows how many rows hold each text; 0 leaves it out
 * @param packed whether digits alone may be a date (20240312)
 * @param most null is returned where more rows than this hold no date
 */
export function columnOrder(texts: Texts, rows: Uint32Array, packed: boolean, most: number): DateEvidence | null {
	const { bytes, offsets } = texts;
	const tally = new OrderTally();
	const [dmy, mdy, ymd] = (['dmy', 'mdy', 'ymd'] as const).map((order) => dateReader(texts, order)) as [Reader, Reader, Reader];
	let strange = 0;
	for (let i = 0; i < texts.count; i++) {
		if (rows[i] === 0) continue;
		const from = offsets[i]!;
		const to = offsets[i + 1]!;
		const time = dmy(i);
		const read = needsOrder(bytes, from, to)
			? tally.add(time, mdy(i), ymd(i))
			: (packed || !digitsOnly(bytes, from, to)) && tally.add(time, time, time);
		if (!read) {
			strange += rows[i]!;
			if (strange > most) return null;
		}
	}
	return tally.evidence;
}

type Reader = (i: number) => number;

function dateReader(texts: Texts, order: DateOrder): Reader {
	const { bytes, offsets } = texts;
	return (i) => {
		const from = offsets[i]!;
		const to = offsets[i + 1]!;
		const time = timeAt(bytes, from, to, order);
		if (time === time || to - from > scratch.length * 2) return time;
		for (let at = from; at < to; at++) if (bytes[at]! >= 0x41) return parseTime(textAt(texts, i), order);
		return NaN;
	};
}

/** Milliseconds per unit of the styles that count, and their zero in milliseconds since 1970. */
const scales = { serial: [day, -25_569 * day], seconds: [1000, 0], millis: [1, 0], micros: [0.001, 0] } as const;
const lastMoment = daysFromDate(2101, 1, 1) * day;

/**
 * A function that gives the time in text i of a column, in milliseconds since 1970-01-01T00:00; NaN where there is none. Counted
 * times are read from their first unit to the end of 2100.
 */
export function timeReader(texts: Texts, style: TimeStyle, order: DateOrder): Reader {
	if (style === 'date') return dateReader(texts, order);
	const { bytes, offsets } = texts;
	const [unit, start] = scales[style];
	return (i) => {
		const from = offsets[i]!;
		const to = offsets[i + 1]!;
		if (to - from > 24) return NaN;
		let value = numberAt(bytes, from, to);
		if (value !== value) {
			// A spreadsheet of a country with decimal commas writes 45363,39.
			for (let at = from; at < to; at++) if (bytes[at]! > nine) return NaN;
			const text = textAt(texts, i).trim();
			value = parseNumber(text, /^\d+,\d+$/.test(text) ? ',' : '.');
		}
		const time = Math.round(value * unit) + start;
		return value > 0 && time < lastMoment ? time : NaN;
	};
}

/** The time of each distinct text of a column, in milliseconds since 1970-01-01T00:00; NaN where it is missing or no time. */
export function columnTimes({ texts }: TextColumn, type: Extract<ColumnType, { kind: 'time' }>): Float64Array {
	const read = timeReader(texts, type.style, type.order);
	const times = new Float64Array(texts.count);
	for (let i = 0; i < times.length; i++) times[i] = read(i);
	return times;
}
