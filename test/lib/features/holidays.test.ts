import { describe, expect, it } from 'vitest';
import {
	beyondTables,
	expectedYear,
	calendars,
	guessCalendar,
	holidayDays,
	holidaysBetween,
	readDates,
	tabulated,
	type Calendar,
	type HolidayId
} from '../../../src/lib/features/holidays.js';
import { dictionary, dayOf } from './orders.js';

const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const [first, last] = [dayOf(`${tabulated[0]}-01-01`), dayOf(`${tabulated[1]}-12-31`)];
const datesOf = (calendar: Calendar, id: HolidayId) =>
	holidaysBetween(calendar, [], first, last).flatMap((holiday) => (holiday.id === id ? [iso(holiday.day)] : []));
const years = Array.from({ length: tabulated[1] - tabulated[0] + 1 }, (_, i) => tabulated[0] + i);

/** Day and month that another calendar gives a date; the calendar is that of ICU. */
function inCalendar(name: string, date: string): string {
	const format = new Intl.DateTimeFormat(`en-u-ca-${name}`, { timeZone: 'UTC', day: 'numeric', month: 'numeric' });
	const part = (type: string) => format.formatToParts(new Date(`${date}T12:00Z`)).find((entry) => entry.type === type)!.value;
	return `${part('day')}/${part('month')}`;
}
const near = (date: string) => [-1, 0, 1].map((by) => iso(dayOf(date) + by));

/** Moment of the new moon nearest to a day, in days since 1970-01-01 (J. Meeus, Astronomical Algorithms, ch. 49, the larger terms). */
function newMoon(day: number): number {
	const k = Math.round((day - 10_962.76) / 29.530588861);
	const T = k / 1236.85;
	const rad = (degrees: number) => (degrees * Math.PI) / 180;
	const E = 1 - 0.002516 * T;
	const M = rad(2.5534 + 29.1053567 * k);
	const M1 = rad(201.5643 + 385.81693528 * k);
	const F = rad(160.7108 + 390.67050284 * k);
	const mean = 2451550.09766 + 29.530588861 * k + 0.00015437 * T * T;
	const corrected =
		mean -
		0.4072 * Math.sin(M1) +
		0.17241 * E * Math.sin(M) +
		0.01608 * Math.sin(2 * M1) +
		0.01039 * Math.sin(2 * F) +
		0.00739 * E * Math.sin(M1 - M) -
		0.00514 * E * Math.sin(M1 + M);
	const deltaT = 70 / 86_400;
	return corrected - deltaT - 2440587.5;
}

describe('holidays', () => {
	it('of the lunar new year are the dates published for it', () => {
		const published = ['2024-02-10', '2025-01-29', '2026-02-17', '2023-01-22', '2022-02-01', '2021-02-12', '2020-01-25', '2009-01-26'];
		expect(datesOf('vietnam', 'tet')).toEqual(expect.arrayContaining(published));
		expect(datesOf('malaysia', 'lunarNewYear')).toEqual(expect.arrayContaining(published));
		expect(datesOf('malaysia', 'lunarNewYear')).toHaveLength(22);
		// In 2027 and 2030 the moon is new within minutes of midnight in Beijing, where ICU is a day off.
		const sure = datesOf('malaysia', 'lunarNewYear').filter((date) => !/^20(27|30)/.test(date));
		for (const date of sure) expect(inCalendar('chinese', date), date).toBe('1/1');
	});

	it('at Tết are the day of the new moon in Hanoi, which in 2030 is not that of Beijing', () => {
		const dates = datesOf('vietnam', 'tet');
		expect(dates).toHaveLength(22);
		for (const date of dates) expect(iso(Math.floor(newMoon(dayOf(date)) + 7 / 24)), date).toBe(date);
		const beijing = datesOf('malaysia', 'lunarNewYear');
		for (const date of beijing) expect(iso(Math.floor(newMoon(dayOf(date)) + 8 / 24)), date).toBe(date);
		expect(dates.filter((date) => !beijing.includes(date))).toEqual(['2030-02-02']);
	});

	it('of the Hùng Kings are the tenth day of the third lunar month', () => {
		const dates = datesOf('vietnam', 'hungKings');
		expect(dates).toEqual(expect.arrayContaining(['2023-04-29', '2024-04-18', '2025-04-07', '2026-04-26']));
		expect(dates).toHaveLength(22);
		for (const date of dates) expect(inCalendar('chinese', date), date).toBe('10/3');
	});

	it('of Islam are the dates declared in Malaysia, never further than a day from the calendar of Umm al-Qura', () => {
		expect(datesOf('malaysia', 'aidilfitri')).toEqual(
			expect.arrayContaining([
				'2018-06-15',
				'2019-06-05',
				'2020-05-24',
				'2021-05-13',
				'2022-05-02',
				'2023-04-22',
				'2024-04-10',
				'2025-03-31'
			])
		);
		expect(datesOf('malaysia', 'aidiladha')).toEqual(
			expect.arrayContaining([
				'2018-08-22',
				'2019-08-11',
				'2020-07-31',
				'2021-07-20',
				'2022-07-10',
				'2023-06-29',
				'2024-06-17',
				'2025-06-07'
			])
		);
		for (const [id, day] of [
			['aidilfitri', '1/10'],
			['aidiladha', '10/12']
		] as const) {
			const dates = datesOf('malaysia', id);
			expect(dates).toHaveLength(22);
			for (const date of dates)
				expect(
					near(date).map((other) => inCalendar('islamic-umalqura', other)),
					date
				).toContain(day);
		}
	});

	it('at Deepavali are the dates published in Malaysia, at the new moon of the middle of October to the middle of November', () => {
		const dates = datesOf('malaysia', 'deepavali');
		expect(dates).toEqual(
			expect.arrayContaining([
				'2018-11-06',
				'2019-10-27',
				'2020-11-14',
				'2021-11-04',
				'2022-10-24',
				'2023-11-12',
				'2024-10-31',
				'2025-10-20'
			])
		);
		expect(dates.map((date) => Number(date.slice(0, 4)))).toEqual(years);
		for (const date of dates) {
			expect(Math.abs(newMoon(dayOf(date)) - dayOf(date) - 0.5), date).toBeLessThan(2);
			expect(date.slice(5) >= '10-15' && date.slice(5) <= '11-15', date).toBe(true);
		}
	});

	it('of everywhere include the Friday after the fourth Thursday of November', () => {
		expect(datesOf('general', 'blackFriday').slice(1, 3)).toEqual(['2010-11-26', '2011-11-25']);
		expect(datesOf('general', 'blackFriday').slice(14, 17)).toEqual(['2023-11-24', '2024-11-29', '2025-11-28']);
		expect(datesOf('general', 'christmas')[0]).toBe('2009-12-25');
	});

	it('count the days before them, and all of their own days', () => {
		const from = dayOf('2025-01-01');
		const flags = holidayDays('vietnam', [], 7, from, dayOf('2025-02-05'));
		const counted = [...flags].flatMap((flag, i) => (flag ? [iso(from + i)] : []));
		expect(counted[0]).toBe('2025-01-01');
		expect(counted.slice(1)).toEqual(Array.from({ length: 10 }, (_, i) => iso(dayOf('2025-01-22') + i)));
		const onlyDays = holidayDays('vietnam', [], 0, from, dayOf('2025-02-05'));
		expect([...onlyDays].filter(Boolean)).toHaveLength(4);
	});

	it('reach in from beyond either end of the days asked for', () => {
		const second = dayOf('2025-01-30');
		expect([...holidayDays('vietnam', [], 0, second, second + 2)]).toEqual([1, 1, 0]);
		expect([...holidayDays('general', [], 3, dayOf('2024-12-20'), dayOf('2024-12-23'))]).toEqual([0, 0, 1, 1]);
	});

	it('are the same whatever the time zone of the machine', () => {
		const before = process.env['TZ'];
		const found = ['UTC', 'Asia/Ho_Chi_Minh', 'Pacific/Kiritimati', 'America/Los_Angeles'].map((zone) => {
			process.env['TZ'] = zone;
			return [
				new Date(2025, 0).getTimezoneOffset(),
				calendars.map((calendar) => holidaysBetween(calendar, [], first, last)),
				readDates('2025-01-29, 1 Feb 2025')
			];
		});
		if (before === undefined) delete process.env['TZ'];
		else process.env['TZ'] = before;
		expect(found.map(([offset]) => offset)).toEqual([0, -420, -840, 480]);
		for (const [, ...other] of found) expect(other).toEqual(found[0]!.slice(1));
	});

	it('that follow the moon are not known outside of the tables, and that can be told', () => {
		const [from, to] = [dayOf('1997-01-01'), dayOf('1998-06-30')];
		expect(holidaysBetween('malaysia', [], from, to).map(({ id }) => id)).not.toContain('aidilfitri');
		expect(holidaysBetween('malaysia', [], from, to).map(({ id }) => id)).toContain('merdeka');
		expect(beyondTables('malaysia', from, to)).toBe(true);
		expect(beyondTables('malaysia', first, last)).toBe(false);
		expect(beyondTables('general', from, to)).toBe(false);
	});
	it('are expected only from 2027 on, where they wait for a sighting of the moon', () => {
		const [declared, expected] = [dayOf('2026-12-31'), dayOf('2027-01-01')];
		expect([expectedYear('malaysia', declared), expectedYear('malaysia', expected)]).toEqual([null, 2027]);
		expect([expectedYear('vietnam', expected), expectedYear('general', expected), expectedYear(null, expected)]).toEqual([
			null,
			null,
			null
		]);
	});

	it('can be days of one’s own, written in any usual way', () => {
		expect(readDates('2025-03-01\n15/03/2025; 3 tháng 4 2025, not a day\n2025-03-01')).toEqual({
			days: [dayOf('2025-03-01'), dayOf('2025-03-15'), dayOf('2025-04-03')],
			unread: ['not a day']
		});
		const own = [dayOf('2025-03-01')];
		expect(holidaysBetween(null, own, dayOf('2025-01-01'), dayOf('2025-12-31'))).toEqual([{ id: 'own', day: own[0], length: 1 }]);
	});
});

describe('the calendar', () => {
	const country = (...names: (string | undefined)[]) => dictionary(names);
	it.each([
		[country('Vietnam', 'Việt Nam', 'France'), 'EUR', 'vietnam'],
		[country('MY', 'Malaysia', 'Vietnam'), null, 'malaysia'],
		[country('United Kingdom', 'Vietnam', 'France'), 'VND', 'general'],
		[country(undefined, undefined), 'MYR', 'malaysia'],
		[null, 'VND', 'vietnam'],
		[null, 'MYR', 'malaysia'],
		[null, 'USD', 'general'],
		[null, null, 'general']
	] as const)('is guessed from countries, then from the currency (%#)', (countries, currency, expected) => {
		expect(guessCalendar(countries, currency)).toBe(expected);
	});
});
