import { fold } from '../table/fold.js';
import { dateOrder, daysFromDate, parseTime } from '../table/time.js';
import type { Customers } from './customers.js';

export const calendars = ['vietnam', 'malaysia', 'general'] as const;
export type Calendar = (typeof calendars)[number];

export const holidayIds = [
	'newYear',
	'tet',
	'lunarNewYear',
	'valentine',
	'womensDay',
	'hungKings',
	'reunification',
	'labour',
	'aidilfitri',
	'aidiladha',
	'merdeka',
	'nationalVietnam',
	'malaysiaDay',
	'vietnamWomen',
	'deepavali',
	'singles',
	'teachers',
	'blackFriday',
	'doubleTwelve',
	'christmas',
	'own'
] as const;
export type HolidayId = (typeof holidayIds)[number];

/** A holiday in one year: `length` whole days from `day` (since 1970-01-01). */
export interface Holiday {
	readonly id: HolidayId;
	readonly day: number;
	readonly length: number;
}

/** First and last year of the tables below. */
export const tabulated = [2009, 2030] as const;
const [firstYear, lastYear] = tabulated;

/** One date a year from 2009 on, as month × 100 + day. */
type Dates = readonly number[];
// prettier-ignore
const lunarNewYear: Dates = [126, 214, 203, 123, 210, 131, 219, 208, 128, 216, 205, 125, 212, 201, 122, 210, 129, 217, 206, 126, 213, 203];
/** The new moon of 2030-02-02, 16:07 UTC, falls before midnight in Hanoi and after it in Beijing. */
const tet: Dates = lunarNewYear.with(2030 - firstYear, 202);
/** The tenth day of the third lunar month. */
// prettier-ignore
const hungKings: Dates = [405, 423, 412, 331, 419, 409, 428, 416, 406, 425, 414, 402, 421, 410, 429, 418, 407, 426, 416, 404, 423, 412];
/** As declared in Malaysia up to 2026, then as expected: a sighting of the moon can move a date by a day. */
// prettier-ignore
const aidilfitri: Dates = [920, 910, 830, 819, 808, 728, 717, 706, 625, 615, 605, 524, 513, 502, 422, 410, 331, 321, 310, 227, 215, 205];
// prettier-ignore
const aidiladha: Dates = [1127, 1117, 1106, 1026, 1015, 1005, 924, 912, 901, 822, 811, 731, 720, 710, 629, 617, 607, 527, 517, 505, 424, 414];
// prettier-ignore
const deepavali: Dates = [1017, 1105, 1026, 1113, 1102, 1022, 1110, 1029, 1018, 1106, 1027, 1114, 1104, 1024, 1112, 1031, 1020, 1108, 1028, 1017, 1105, 1026];

/** The day of a holiday in a year, as month × 100 + day: the same each year, from a table, or by a rule. */
type Rule = number | Dates | ((year: number) => number);
type Rules = readonly (readonly [id: HolidayId, when: Rule, length: number])[];

/** The Friday after the fourth Thursday of November. Day 0, 1970-01-01, was a Thursday. */
const blackFriday = (year: number) => 1101 + (((-daysFromDate(year, 11, 1) % 7) + 7) % 7) + 22;

const rules: Record<Calendar, Rules> = {
	vietnam: [
		['newYear', 101, 1],
		['tet', tet, 3],
		['valentine', 214, 1],
		['womensDay', 308, 1],
		['hungKings', hungKings, 1],
		['reunification', 430, 1],
		['labour', 501, 1],
		['nationalVietnam', 902, 1],
		['vietnamWomen', 1020, 1],
		['singles', 1111, 1],
		['teachers', 1120, 1],
		['doubleTwelve', 1212, 1],
		['christmas', 1225, 1]
	],
	malaysia: [
		['newYear', 101, 1],
		['lunarNewYear', lunarNewYear, 2],
		['labour', 501, 1],
		['aidilfitri', aidilfitri, 2],
		['aidiladha', aidiladha, 1],
		['merdeka', 831, 1],
		['malaysiaDay', 916, 1],
		['deepavali', deepavali, 1],
		['singles', 1111, 1],
		['doubleTwelve', 1212, 1],
		['christmas', 1225, 1]
	],
	general: [
		['newYear', 101, 1],
		['valentine', 214, 1],
		['singles', 1111, 1],
		['blackFriday', blackFriday, 1],
		['christmas', 1225, 1]
	]
};

/** The holidays that a calendar knows, in the order of the year. */
export const holidaysOf = (calendar: Calendar): HolidayId[] => rules[calendar].map(([id]) => id);

/**
 * Holidays of a calendar, and days of a person's own, that begin on day `first` to `last` (days since 1970-01-01), in order of time.
 * Days are calendar days: no clock and no time zone takes part. Holidays that follow the moon are known from 2009 to 2030 and absent
 * in other years.
 */
export function holidaysBetween(calendar: Calendar | null, own: readonly number[], first: number, last: number): Holiday[] {
	const found: Holiday[] = own.map((day) => ({ id: 'own', day, length: 1 }));
	const year = (day: number) => new Date(day * 86_400_000).getUTCFullYear();
	for (let y = year(first); calendar && y <= year(last); y++) {
		for (const [id, when, length] of rules[calendar]) {
			const at = typeof when === 'number' ? when : typeof when === 'function' ? when(y) : when[y - firstYear];
			if (at !== undefined) found.push({ id, day: daysFromDate(y, Math.floor(at / 100), at % 100), length });
		}
	}
	return found.filter(({ day }) => day >= first && day <= last).sort((a, b) => a.day - b.day);
}

/** From this year on, holidays that follow a sighting of the moon are expected rather than declared. */
const expectedFrom = 2027;
const sighted: readonly HolidayId[] = ['aidilfitri', 'aidiladha', 'deepavali'];

/** The first year up to day `last` whose holidays of the moon are expected only, so that they may move by a day; null where none is. */
export function expectedYear(calendar: Calendar | null, last: number): number | null {
	const moves = calendar !== null && rules[calendar].some(([id]) => sighted.includes(id));
	return moves && last >= daysFromDate(expectedFrom, 1, 1) ? expectedFrom : null;
}

/** Whether days `first` to `last` reach a year for which holidays that follow the moon are not known. */
export function beyondTables(calendar: Calendar | null, first: number, last: number): boolean {
	const moon = calendar !== null && rules[calendar].some(([, when]) => typeof when === 'object');
	return moon && (first < daysFromDate(firstYear, 1, 1) || last >= daysFromDate(lastYear + 1, 1, 1));
}

/** For each day from `first` to `last`, 1 where it lies on a holiday or in the `before` days that lead up to one. */
export function holidayDays(calendar: Calendar | null, own: readonly number[], before: number, first: number, last: number): Uint8Array {
	const days = new Uint8Array(Math.max(0, last - first + 1));
	for (const { day, length } of holidaysBetween(calendar, own, first - 7, last + before))
		days.fill(1, Math.max(0, day - before - first), Math.max(0, day + length - first));
	return days;
}

const countries: Record<string, Calendar> = {
	vietnam: 'vietnam',
	vn: 'vietnam',
	malaysia: 'malaysia',
	my: 'malaysia',
	mys: 'malaysia',
	vnm: 'vietnam'
};
const currencies: Record<string, Calendar> = { VND: 'vietnam', MYR: 'malaysia' };

/** The calendar of the country that most customers are of, where the file names countries; else that of the currency; else the general one. */
export function guessCalendar(country: Customers['country'], currency: string | null): Calendar {
	const named = currency === null ? undefined : currencies[currency];
	if (!country) return named ?? 'general';
	const customers = new Uint32Array(country.values.length);
	let known = 0;
	for (const code of country.codes) {
		if (code < 0) continue;
		customers[code]!++;
		known++;
	}
	if (known === 0) return named ?? 'general';
	const votes: Record<Calendar, number> = { vietnam: 0, malaysia: 0, general: 0 };
	country.values.forEach((value, code) => (votes[countries[fold(value)] ?? 'general'] += customers[code]!));
	return calendars.reduce((most, calendar) => (votes[calendar] > votes[most] ? calendar : most));
}

/**
 * Days (since 1970-01-01, ascending, each once) from a list of dates that a person pasted, one a line or with commas or semicolons
 * between; and the texts that are no dates. Day and month stand in the order that reads the most of them, day first where both do.
 */
export function readDates(text: string): { days: number[]; unread: string[] } {
	const cells = text
		.split(/[\n\r,;\t]+/)
		.map((cell) => cell.trim())
		.filter((cell) => cell !== '');
	const { order } = dateOrder(cells);
	const days = cells.map((cell) => Math.floor(parseTime(cell, order) / 86_400_000));
	return {
		days: [...new Set(days.filter((day) => !Number.isNaN(day)))].sort((a, b) => a - b),
		unread: cells.filter((_, i) => Number.isNaN(days[i]))
	};
}
