import type { InferOutput } from 'valibot';
import type { Customers, Feature, PurchaseLog } from '../../lib/features/customers.js';
import { habitsAt, type Habits } from '../../lib/features/habits.js';
import {
	beyondTables,
	expectedYear,
	guessCalendar,
	holidayDays,
	holidaysBetween,
	readDates,
	type Holiday
} from '../../lib/features/holidays.js';
import { shownHolidays, type HabitsView, type spec } from './spec.js';

interface Bought extends Pick<Customers, 'country' | 'currency'> {
	readonly log: PurchaseLog;
	readonly analysisDay: number;
}

/** Habits of all customers, and what the page shows of them and of the holidays they look at. */
export function customerHabits(
	{ log, country, currency, analysisDay }: Bought,
	{ holidays: choice, holidaysBefore: before, ownHolidays }: InferOutput<typeof spec.params>
): { features: readonly Feature[]; view: Omit<HabitsView, 'summaries'> } {
	const guessed = guessCalendar(country, currency);
	const calendar = choice === 'auto' ? guessed : choice === 'none' ? null : choice;
	const own = readDates(ownHolidays);
	const days = (first: number, last: number) => holidayDays(calendar, own.days, before, first, last);
	const { features, ordersOn } = habitsAt(log, analysisDay, days);
	const first = ordersOn.firstDay;
	const last = first + ordersOn.counts.length - 1;
	const marked = days(first, last);
	const on = ordersOn.counts.reduce((sum, orders, i) => sum + (marked[i] ? orders : 0), 0);
	const all = ordersOn.counts.reduce((sum, orders) => sum + orders, 0);
	const plainDays = marked.length - marked.reduce((sum, mark) => sum + mark, 0);
	const usual = (all - on) / plainDays;
	const found = holidaysBetween(calendar, own.days, first, last);
	return {
		features,
		view: {
			calendar,
			guessed,
			ownDays: own.days.length,
			unread: own.unread,
			expected: expectedYear(calendar, last),
			beyond: beyondTables(calendar, first, last),
			share: on / Math.max(1, all),
			holidays: found
				.slice(-shownHolidays)
				.reverse()
				.map((holiday) => {
					const { orders, days } = ordersAround(holiday, before, ordersOn);
					return { id: holiday.id, day: holiday.day, orders, against: usual > 0 ? orders / days / usual : null };
				}),
			allHolidays: found.length
		}
	};
}

/** Orders on a holiday and in the days before it, as far as the log reaches. */
function ordersAround(
	{ day, length }: Holiday,
	before: number,
	{ firstDay, counts }: Habits['ordersOn']
): { orders: number; days: number } {
	const within = counts.subarray(Math.max(0, day - before - firstDay), day + length - firstDay);
	return { orders: within.reduce((sum, orders) => sum + orders, 0), days: within.length };
}
