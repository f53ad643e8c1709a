const two = (value: number): string => String(value).padStart(2, '0');

/** `2024-03-31`, for days since 1970-01-01; null outside of years 0001 to 9999. */
export function isoDay(days: number): string | null {
	const date = new Date(days * 86_400_000);
	const year = date.getUTCFullYear();
	if (!(year >= 1 && year <= 9999)) return null;
	return `${String(year).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

/** `02:30:00`, for whole seconds since midnight; hours go beyond 23 for a span of time. */
export const isoClock = (seconds: number): string =>
	`${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;

/**
 * The text of a spreadsheet's serial date (days since 1899-12-30, from 1 March 1900 on; ECMA-376 part 1, 18.17.4): the day, with the
 * time where it has one, to the second; the time alone below 1. Null where no such date exists.
 * @param span true where the number format shows a span of time, such as `[h]:mm`
 */
export function serialText(serial: number, date1904: boolean, span: boolean): string | null {
	if (!(serial >= 0)) return null;
	const total = Math.round(serial * 86_400);
	if (span || (serial < 1 && !date1904)) return total > 1e11 ? null : isoClock(total);
	const days = Math.floor(total / 86_400) + (date1904 ? 1462 : 0);
	// The 1900 system counts a 29 February 1900 that never was.
	const day = isoDay(days - 25_569 + (days < 60 ? 1 : 0));
	const clock = total % 86_400;
	return day === null || clock === 0 ? day : `${day} ${isoClock(clock)}`;
}

/**
 * The text of a point in time, exact: `2024-03-31 02:30:00`, with a fraction of the second where there is one.
 * @param units since 1970-01-01, of which a second has `perSecond` (a power of ten)
 */
export function momentText(units: bigint, perSecond: bigint): string | null {
	const perDay = 86_400n * perSecond;
	const rest = ((units % perDay) + perDay) % perDay;
	const day = isoDay(Number((units - rest) / perDay));
	return day && `${day} ${clockText(rest, perSecond)}`;
}

/** The text of a time of day, exact, for units since midnight. */
export function clockText(units: bigint, perSecond: bigint): string {
	const fraction = units % perSecond;
	const clock = isoClock(Number(units / perSecond));
	if (fraction === 0n) return clock;
	return `${clock}.${String(fraction + perSecond)
		.slice(1)
		.replace(/0+$/, '')}`;
}
