import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimeStyle } from '../../../src/lib/table/table.js';
import { columnTimes, dateOrder, dateOrders, daysFromDate, parseTime, type DateOrder } from '../../../src/lib/table/time.js';
import { textColumn } from './text-column.js';

const utc = (text: string) => Date.parse(`${text}Z`);
const times = (cells: readonly string[], order: DateOrder, style: TimeStyle = 'date') => {
	const column = textColumn(cells);
	const read = columnTimes(column, { kind: 'time', style, order, certain: true });
	return Array.from(column.codes, (code) => read[code]!);
};

describe('reading a time', () => {
	const cases: [string, DateOrder, string][] = [
		['2010-12-01 08:26:00', 'dmy', '2010-12-01T08:26:00'],
		['2010-12-01 08:26', 'dmy', '2010-12-01T08:26:00'],
		['2010-12-01', 'mdy', '2010-12-01T00:00:00'],
		['2010-12-1', 'mdy', '2010-12-01T00:00:00'],
		['2025-10-07 09:50:26 +0200', 'dmy', '2025-10-07T09:50:26'],
		['2025-10-07T09:50:26Z', 'dmy', '2025-10-07T09:50:26'],
		['2025-10-07T09:50:26.123Z', 'dmy', '2025-10-07T09:50:26.123'],
		['2025-10-07T09:50:26.5-07:00', 'dmy', '2025-10-07T09:50:26.500'],
		['2025-10-07T09:50:26.123456789+05:30', 'dmy', '2025-10-07T09:50:26.123'],
		['2025-10-07 09:50:26,123', 'dmy', '2025-10-07T09:50:26.123'],
		['2025-10-07 09:50:26 UTC', 'dmy', '2025-10-07T09:50:26'],
		['2025-10-07 09:50:26 GMT+7', 'dmy', '2025-10-07T09:50:26'],
		['2025-10-07 09:50:26 PDT', 'dmy', '2025-10-07T09:50:26'],
		['2025-10-07T09:50+02', 'dmy', '2025-10-07T09:50:00'],
		['2025-10-07Z', 'dmy', '2025-10-07T00:00:00'],
		['2025/10/07 9:05', 'dmy', '2025-10-07T09:05:00'],
		['2025.10.07', 'dmy', '2025-10-07T00:00:00'],
		['19970118', 'dmy', '1997-01-18T00:00:00'],
		['202403120915', 'dmy', '2024-03-12T09:15:00'],
		['20240312091530', 'dmy', '2024-03-12T09:15:30'],
		['20240312T091530Z', 'dmy', '2024-03-12T09:15:30'],
		['20240312 09:15', 'dmy', '2024-03-12T09:15:00'],
		['2024-03', 'dmy', '2024-03-01T00:00:00'],
		['2024/03', 'mdy', '2024-03-01T00:00:00'],
		['12/1/2010 8:26', 'mdy', '2010-12-01T08:26:00'],
		['12/1/2010 8:26', 'dmy', '2010-01-12T08:26:00'],
		['31.12.2024', 'dmy', '2024-12-31T00:00:00'],
		['31-12-2024 23:59:59', 'dmy', '2024-12-31T23:59:59'],
		['05/04/22', 'dmy', '2022-04-05T00:00:00'],
		['05/04/22', 'mdy', '2022-05-04T00:00:00'],
		['05/04/22', 'ymd', '2005-04-22T00:00:00'],
		['31/12/99', 'dmy', '1999-12-31T00:00:00'],
		['99-12-31', 'ymd', '1999-12-31T00:00:00'],
		['3/15/2024 2:30 PM', 'mdy', '2024-03-15T14:30:00'],
		['3/15/2024 12:30 AM', 'mdy', '2024-03-15T00:30:00'],
		['3/15/2024 12:30 p.m.', 'mdy', '2024-03-15T12:30:00'],
		['3/15/2024 2PM', 'mdy', '2024-03-15T14:00:00'],
		['3/12/24, 2:05\u202fPM', 'mdy', '2024-03-12T14:05:00'],
		['03/15/2024 02:30:05 PM\t', 'mdy', '2024-03-15T14:30:05'],
		['03/15/2024 14:30:05 PM\t', 'mdy', '2024-03-15T14:30:05'],
		['15/03/2024 14:30:05\t', 'dmy', '2024-03-15T14:30:05'],
		['15/03/2024 2:30:05 CH', 'dmy', '2024-03-15T14:30:05'],
		['15/03/2024 2:30:05 SA', 'dmy', '2024-03-15T02:30:05'],
		['12/03/24, 2:05 PTG', 'dmy', '2024-03-12T14:05:00'],
		['14:05 12/3/24', 'dmy', '2024-03-12T14:05:00'],
		['9:05:01 12/3/2024', 'dmy', '2024-03-12T09:05:01'],
		['Mar 12, 2024', 'dmy', '2024-03-12T00:00:00'],
		['March 12th, 2024 9:15 PM', 'dmy', '2024-03-12T21:15:00'],
		['March 12, 2024 at 2:05:09 PM', 'dmy', '2024-03-12T14:05:09'],
		['Jan 1, 2024 12:00:00 AM PST', 'dmy', '2024-01-01T00:00:00'],
		['Tue, 12 Mar 2024 10:00:00 GMT', 'dmy', '2024-03-12T10:00:00'],
		['Tue Mar 12 2024 10:00:00 GMT+0700 (Indochina Time)', 'dmy', '2024-03-12T10:00:00'],
		['12-Mar-24', 'dmy', '2024-03-12T00:00:00'],
		['12-MAR-2024 09:15', 'dmy', '2024-03-12T09:15:00'],
		['12 Sept. 2024', 'dmy', '2024-09-12T00:00:00'],
		['2024-Mar-12', 'dmy', '2024-03-12T00:00:00'],
		['March 2024', 'dmy', '2024-03-01T00:00:00'],
		['12 thg 3, 2024', 'dmy', '2024-03-12T00:00:00'],
		['12 tháng 3 năm 2024', 'dmy', '2024-03-12T00:00:00'],
		['ngày 12 tháng 3 năm 2024'.normalize('NFD'), 'dmy', '2024-03-12T00:00:00'],
		['Thứ Ba, 12 tháng 3, 2024', 'dmy', '2024-03-12T00:00:00'],
		['14:05:09 12 thg 3, 2024', 'dmy', '2024-03-12T14:05:09'],
		['lúc 14:05:09 Thứ Ba, 12 tháng 3, 2024', 'dmy', '2024-03-12T14:05:09'],
		['12-Thg3-24', 'dmy', '2024-03-12T00:00:00'],
		['tháng 3 năm 2024', 'dmy', '2024-03-01T00:00:00'],
		['12 Mac 2024', 'dmy', '2024-03-12T00:00:00'],
		['1 Ogos 2024', 'dmy', '2024-08-01T00:00:00'],
		['31 Disember 2024 2:05 PTG', 'dmy', '2024-12-31T14:05:00'],
		['Selasa, 12 Mac 2024 pada 2:05:09 PG', 'dmy', '2024-03-12T02:05:09'],
		['2016-12-31 23:59:60', 'dmy', '2017-01-01T00:00:00'],
		[' 29/02/2024 ', 'dmy', '2024-02-29T00:00:00']
	];
	it.each(cases)('%s (%s) is %s', (cell, order, expected) => {
		const time = utc(expected);
		expect(parseTime(cell, order)).toBe(time);
		expect(times([cell], order)).toEqual([time]);
	});
	const none = [
		'',
		'yesterday',
		'2023-02-29',
		'31/04/2024',
		'2010-13-01',
		'12:30',
		'2010-12-01 25:00:00',
		'1',
		'13/13/2024',
		'0/1/2024'
	].concat(
		['2024', '202403', '18991231', '21010101', '20241301', '2024.03', '2024-13', '1.234', '1.234.567', '12.50', '1/2', '1/2/3', '1/2/345'],
		[
			'12/03-2024',
			'192.168.1.1',
			'2024-03-12-05',
			'2024-03-12T',
			'2024-03-12 9',
			'2024-03-12 09:5',
			'15/03/2024 14:30 AM',
			'0:30 PM 1/2/2024'
		],
		[
			'12 Foo 2024',
			'Mar',
			'12 Mar',
			'Mac Pro 2024',
			'12 Mar Apr 2024',
			'30 Feb 2024',
			'SET OF 3 MAR 2024 X',
			'th 5',
			'2024-03-12 10:00 seat 4'
		],
		['2024-03-12 10:00 x', 'ABC-2024-03-12', '5-2024', '+84912345678', '12-34-56', '1234567890123456789', '-1/2/2024', '2024--03-12']
	);
	it.each(none)('%j is no time', (cell) => {
		expect(parseTime(cell, 'dmy')).toBeNaN();
		expect(times([cell], 'dmy')).toEqual([NaN]);
	});
	it('counts days as the calendar of the platform does, over four centuries', () => {
		for (let day = -73_049; day < 73_050; day += 97) {
			const date = new Date(day * 86_400_000);
			expect(daysFromDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(day);
		}
	});
});

describe('times that are counted', () => {
	const cases: [TimeStyle, string, string][] = [
		['serial', '43861', '2020-01-31T00:00:00'],
		['serial', '45363.5', '2024-03-12T12:00:00'],
		['serial', '45363,5', '2024-03-12T12:00:00'],
		['serial', '45363.386458333334', '2024-03-12T09:16:30'],
		['serial', '61', '1900-03-01T00:00:00'],
		['seconds', '1710235530', '2024-03-12T09:25:30'],
		['seconds', '1710235530.25', '2024-03-12T09:25:30.250'],
		['millis', '1710235530123', '2024-03-12T09:25:30.123'],
		['micros', '1710235530123456', '2024-03-12T09:25:30.123']
	];
	it.each(cases)('%s %s is %s', (style, cell, expected) => {
		expect(times([cell], 'ymd', style)).toEqual([utc(expected)]);
	});
	it.each(['serial', 'seconds', 'millis', 'micros'] as const)('%s knows none in these', (style) => {
		expect(times(['', '0', '-5', 'abc', '99999999999999999', '2024-03-12', '1.2.3', '12 kg'], 'ymd', style)).toEqual(
			Array<number>(8).fill(NaN)
		);
	});
});

describe('the order of day and month', () => {
	it('follows from a part above twelve', () => {
		expect(dateOrder(['01/02/2024', '25/02/2024'])).toEqual({ order: 'dmy', certain: true });
		expect(dateOrder(['01/02/2024', '02/25/2024'])).toEqual({ order: 'mdy', certain: true });
	});
	it('stays open where every date reads either way', () => {
		expect(dateOrder(['01/02/2024', '03/04/2024'])).toEqual({ order: 'dmy', certain: false });
	});
	it('is no question for dates that begin with the year, name the month, or read the same both ways', () => {
		expect(dateOrder(['2024-01-02'])).toMatchObject({ certain: true });
		expect(dateOrder(['12 Mar 2024', '20240312'])).toMatchObject({ certain: true });
		expect(dateOrder(['03/03/2024'])).toMatchObject({ certain: true });
	});
	it('is the one that reads more where dates contradict each other', () => {
		expect(dateOrder(['13/02/2024', '14/02/2024', '02/15/2024'])).toEqual({ order: 'dmy', certain: true });
		expect(dateOrder(['02/13/2024', '02/14/2024', '15/02/2024'])).toEqual({ order: 'mdy', certain: true });
	});
	it('is year first where two digits can only be a year', () => {
		expect(dateOrder(['99/12/31', '01/02/03'])).toEqual({ order: 'ymd', certain: true });
	});
	it('is not asked of cells that are no dates', () => {
		expect(dateOrder(['', 'x', '12.50'])).toEqual({ order: 'ymd', certain: true });
	});
});

describe('any moment from 1900 to 2100', () => {
	const moments = fc
		.integer({ min: utc('1900-01-01T00:00:00') / 1000, max: utc('2100-12-31T23:59:59') / 1000 })
		.map((second) => second * 1000);
	const parts = (time: number) => {
		const [date, clock] = new Date(time).toISOString().slice(0, 19).split('T') as [string, string];
		const [y, m, d] = date.split('-') as [string, string, string];
		return { y, m, d, date, clock, half: `${+clock.slice(0, 2) % 12 || 12}${clock.slice(2)} ${+clock.slice(0, 2) < 12 ? 'AM' : 'PM'}` };
	};
	type Parts = ReturnType<typeof parts>;
	const layouts: Record<string, [DateOrder, (at: Parts) => string]> = {
		iso: ['dmy', ({ date, clock }) => `${date}T${clock}`],
		zulu: ['dmy', ({ date, clock }) => `${date}T${clock}.000Z`],
		offset: ['mdy', ({ date, clock }) => `${date} ${clock} +0200`],
		slashes: ['dmy', ({ y, m, d, clock }) => `${d}/${m}/${y} ${clock}`],
		american: ['mdy', ({ y, m, d, half }) => `${+m}/${+d}/${y} ${half}`],
		tiktok: ['mdy', ({ y, m, d, half }) => `${m}/${d}/${y} ${half}\t`],
		dots: ['dmy', ({ y, m, d, clock }) => `${d}.${m}.${y}, ${clock}`],
		hyphens: ['dmy', ({ y, m, d, clock }) => `${+d}-${+m}-${y} ${clock}`],
		yearFirst: ['ymd', ({ y, m, d, clock }) => `${y}/${+m}/${+d} ${clock}`],
		clockFirst: ['dmy', ({ y, m, d, clock }) => `${clock} ${d}/${m}/${y}`],
		packed: ['dmy', ({ y, m, d, clock }) => `${y}${m}${d}${clock.replaceAll(':', '')}`],
		sas: ['dmy', ({ y, m, d, clock }) => `${d}-${'JanFebMarAprMayJunJulAugSepOctNovDec'.slice(+m * 3 - 3, +m * 3)}-${y} ${clock}`]
	};
	it.each(Object.entries(layouts))('comes back from the layout %s', (_, [order, write]) => {
		fc.assert(
			fc.property(moments, (time) => {
				const cell = write(parts(time));
				expect(parseTime(cell, order)).toBe(time);
				expect(times([cell], order)).toEqual([time]);
			}),
			{ numRuns: 300 }
		);
	});
	it('comes back from two digits of a year, 1970 to 2069', () => {
		fc.assert(
			fc.property(moments, fc.constantFrom(...dateOrders), (time, order) => {
				const { y, m, d, clock } = parts(time);
				fc.pre(+y >= 1970 && +y < 2070);
				const short = { dmy: [d, m, y.slice(2)], mdy: [m, d, y.slice(2)], ymd: [y.slice(2), m, d] }[order].join('/');
				expect(times([`${short} ${clock}`], order)).toEqual([time]);
			})
		);
	});
	const locales = [
		['en-US', 'mdy'],
		['en-GB', 'dmy'],
		['vi-VN', 'dmy'],
		['ms-MY', 'dmy']
	] as const;
	it.each(
		locales.flatMap(([locale, order]) => (['short', 'medium', 'long', 'full'] as const).map((style) => [locale, style, order] as const))
	)('comes back from %s, %s', (locale, style, order) => {
		const format = new Intl.DateTimeFormat(locale, {
			dateStyle: style,
			timeStyle: style === 'short' ? 'short' : 'medium',
			timeZone: 'UTC'
		});
		const date = new Intl.DateTimeFormat(locale, { dateStyle: style, timeZone: 'UTC' });
		fc.assert(
			fc.property(moments, (moment) => {
				const year = new Date(moment).getUTCFullYear();
				fc.pre(style !== 'short' || (year >= 1970 && year < 2070));
				const time = style === 'short' ? moment - (((moment % 60_000) + 60_000) % 60_000) : moment;
				expect(times([format.format(time)], order)).toEqual([time]);
				expect(times([date.format(time)], order)).toEqual([Math.floor(time / 86_400_000) * 86_400_000]);
			}),
			{ numRuns: 100 }
		);
	});
	it('comes back from serials and counts', () => {
		fc.assert(
			fc.property(moments, (time) => {
				fc.pre(time > 0);
				expect(times([String(time / 86_400_000 + 25_569)], 'ymd', 'serial')).toEqual([time]);
				expect(times([String(time / 1000)], 'ymd', 'seconds')).toEqual([time]);
				expect(times([String(time)], 'ymd', 'millis')).toEqual([time]);
				expect(times([`${time}000`], 'ymd', 'micros')).toEqual([time]);
			})
		);
	});
});

describe('any text at all', () => {
	const written = fc.string({ unit: fc.constantFrom(...'0123456789/-.: ,TZ+apmMarthg3áà\u202f()'.split('')), maxLength: 40 });
	it('gives a time or NaN, the same from a cell as from a column', () => {
		fc.assert(
			fc.property(fc.oneof(written, fc.string({ unit: 'binary' })), fc.constantFrom(...dateOrders), (text, order) => {
				expect(times([text], order)).toEqual([parseTime(text, order)]);
				expect(dateOrders).toContain(dateOrder([text]).order);
			}),
			{ numRuns: 3000 }
		);
	});
	it.each(['1', ' ', ',', '/', '-', ':', 'a', 'mar ', 'thg 1 ', '(', '1:', '.', '12/', 'ặ'])(
		'ends on a hundred thousand times %j',
		(part) => {
			const text = part.repeat(100_000);
			for (const long of [text, `1${text}`, `${text}x`, `2024-03-12 ${text}1`]) {
				expect(parseTime(long, 'dmy')).toBeNaN();
				expect(times([long], 'dmy')).toHaveLength(1);
			}
		}
	);
});
