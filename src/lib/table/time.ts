/** Order of the parts of a date written with digits only. */
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];

const pattern =
	/^\s*(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[T\s,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([AaPp])?\.?[Mm]?\.?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?\s*$/;
const packed = /^\s*(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?\s*$/;

/** Days since 1970-01-01 of a date of the Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms"). */
export function daysFromDate(year: number, month: number, day: number): number {
	const y = month <= 2 ? year - 1 : year;
	const era = Math.floor(y / 400);
	const yearOfEra = y - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function moment(year: number, month: number, day: number, hour: number, minute: number, second: number): number {
	const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
	if (month < 1 || month > 12 || day < 1 || day > monthDays[month - 1]! + leap || hour > 23 || minute > 59 || second > 60) return NaN;
	return daysFromDate(year, month, day) * 86_400_000 + hour * 3_600_000 + minute * 60_000 + second * 1000;
}

const digits = (text: string, from: number, to: number): number => {
	let value = 0;
	for (let i = from; i < to; i++) {
		const digit = text.charCodeAt(i) - 48;
		if (digit < 0 || digit > 9) return NaN;
		value = value * 10 + digit;
	}
	return value;
};

/**
 * Milliseconds since 1970-01-01T00:00 on the file's own clock (zone marks are passed over, so that a day is the shop's day).
 * Reads ISO dates, dates with / . or − in the given order, and yyyymmdd, each with or without a time of day. NaN where unreadable.
 */
export function parseTime(cell: string, order: DateOrder): number {
	// By far the commonest layout in exports, read without a regular expression: 2010-12-01 08:26:00
	if (cell.charCodeAt(4) === 45 && cell.charCodeAt(7) === 45 && (cell.length === 19 || cell.length === 10 || cell.length === 16)) {
		const full = cell.length === 19;
		const timed = cell.length > 10;
		const value = moment(
			digits(cell, 0, 4),
			digits(cell, 5, 7),
			digits(cell, 8, 10),
			timed ? digits(cell, 11, 13) : 0,
			timed ? digits(cell, 14, 16) : 0,
			full ? digits(cell, 17, 19) : 0
		);
		if (value === value) return value;
	}
	const solid = packed.exec(cell);
	if (solid) return moment(+solid[1]!, +solid[2]!, +solid[3]!, +(solid[4] ?? 0), +(solid[5] ?? 0), +(solid[6] ?? 0));
	const parts = pattern.exec(cell);
	if (!parts) return NaN;
	const [first, second, third] = [+parts[1]!, +parts[2]!, +parts[3]!];
	let hour = +(parts[4] ?? 0);
	const half = parts[7]?.toLowerCase();
	if (half) {
		if (hour < 1 || hour > 12) return NaN;
		hour = (hour % 12) + (half === 'p' ? 12 : 0);
	}
	const [minute, seconds] = [+(parts[5] ?? 0), +(parts[6] ?? 0)];
	if (parts[1]!.length > 2) return moment(first, second, third, hour, minute, seconds);
	const year = third < 100 ? (third < 70 ? 2000 : 1900) + third : third;
	if (order === 'ymd') return moment(first < 70 ? 2000 + first : 1900 + first, second, third, hour, minute, seconds);
	return order === 'dmy' ? moment(year, second, first, hour, minute, seconds) : moment(year, first, second, hour, minute, seconds);
}

export interface DateEvidence {
	readonly order: DateOrder;
	/** False where every date reads either way, so that only a person can tell. */
	readonly certain: boolean;
}

/** Decides the order of day and month from cells in which one of the two is above twelve. */
export function dateOrder(cells: Iterable<string>): DateEvidence {
	let dayFirst = 0;
	let monthFirst = 0;
	let open = 0;
	for (const cell of cells) {
		const parts = pattern.exec(cell);
		if (!parts || parts[1]!.length > 2) continue;
		if (+parts[1]! > 12) dayFirst++;
		else if (+parts[2]! > 12) monthFirst++;
		else open++;
	}
	if (dayFirst === 0 && monthFirst === 0) return { order: 'dmy', certain: open === 0 };
	return { order: dayFirst >= monthFirst ? 'dmy' : 'mdy', certain: true };
}
