import { describe, expect, it } from 'vitest';
import { dateOrder, daysFromDate, parseTime } from '../../../src/lib/table/time.js';

const utc = (text: string) => Date.parse(`${text}Z`);

describe('reading a time', () => {
	it.each([
		['2010-12-01 08:26:00', 'dmy', '2010-12-01T08:26:00'],
		['2010-12-01 08:26', 'dmy', '2010-12-01T08:26:00'],
		['2010-12-01', 'mdy', '2010-12-01T00:00:00'],
		['2025-10-07 09:50:26 +0200', 'dmy', '2025-10-07T09:50:26'],
		['2025-10-07T09:50:26.123Z', 'dmy', '2025-10-07T09:50:26.123'],
		['2025/10/07 9:05', 'dmy', '2025-10-07T09:05:00'],
		['19970118', 'dmy', '1997-01-18T00:00:00'],
		['12/1/2010 8:26', 'mdy', '2010-12-01T08:26:00'],
		['12/1/2010 8:26', 'dmy', '2010-01-12T08:26:00'],
		['31.12.2024', 'dmy', '2024-12-31T00:00:00'],
		['05/04/22', 'dmy', '2022-04-05T00:00:00'],
		['3/15/2024 2:30 PM', 'mdy', '2024-03-15T14:30:00'],
		['3/15/2024 12:30 AM', 'mdy', '2024-03-15T00:30:00'],
		[' 29/02/2024 ', 'dmy', '2024-02-29T00:00:00']
	] as const)('%s (%s) is %s', (cell, order, expected) => {
		expect(parseTime(cell, order)).toBe(utc(expected));
	});
	it.each(['', 'yesterday', '2023-02-29', '31/04/2024', '2010-13-01', '12:30', '2010-12-01 25:00:00', '1', '13/13/2024', '0/1/2024'])(
		'%j is no time',
		(cell) => {
			expect(parseTime(cell, 'dmy')).toBeNaN();
		}
	);
	it('counts days as the calendar of the platform does, over four centuries', () => {
		for (let day = -73_049; day < 73_050; day += 97) {
			const date = new Date(day * 86_400_000);
			expect(daysFromDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(day);
		}
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
	it('is no question for dates that begin with the year', () => {
		expect(dateOrder(['2024-01-02'])).toMatchObject({ certain: true });
	});
});
