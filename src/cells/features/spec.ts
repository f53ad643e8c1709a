import * as v from 'valibot';
import type { ColumnReport } from '../../lib/features/attributes.js';
import { measureMethods, type FeatureInfo, type Measure } from '../../lib/features/customers.js';
import { calendars, type Calendar, type HolidayId } from '../../lib/features/holidays.js';
import type { JoinReport } from '../../lib/features/join.js';
import { missingPolicies, type MissingPolicy } from '../../lib/features/missing-values.js';
import type { Histogram } from '../../lib/stats/histogram.js';
import { defineCell } from '../cell.js';

const position = v.pipe(v.string(), v.regex(/^\d{1,4}$/));

/** A feature of behaviour, or a column by its position. */
const variable = v.pipe(v.string(), v.regex(/^(column:\d{1,4}|[a-zA-Z]{1,40})$/));
const measure = v.object({ method: v.picklist(measureMethods), weight: v.pipe(v.number(), v.minValue(0), v.maxValue(10)) });

export const spec = defineCell({
	type: 'features',
	version: 1,
	params: v.object({
		/** Day (since 1970-01-01) on which everyone is looked at; null = the day after the last order, the last event, or the latest date of a table of people. */
		analysisDay: v.optional(v.nullable(v.pipe(v.number(), v.integer())), null),
		/** What to do with columns of a table of people, by position; one without an entry is judged by its content. */
		columns: v.optional(v.record(position, v.picklist(['use', 'leave', 'category'])), {}),
		/** Whose holidays count; `auto` = as countries and currency suggest, `none` = the person's own days alone. */
		holidays: v.optional(v.picklist(['auto', 'none', ...calendars]), 'auto'),
		/** How many days before a holiday count with it. */
		holidaysBefore: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(30)), 7),
		/** Dates that a person pasted, as they wrote them. */
		ownHolidays: v.optional(v.pipe(v.string(), v.maxLength(5000)), ''),
		/** What to do where a value is missing; it is kept as it is where nothing is chosen. */
		missing: v.optional(v.record(variable, v.picklist(missingPolicies)), {}),
		/** How distances are measured along a variable; by ranks, counting once, where nothing is chosen. */
		measures: v.optional(v.record(variable, measure), {})
	}),
	inputs: { table: { kind: 'table' } },
	output: 'customers',
	cost: 'light'
});

/** A feature drawn as a histogram. */
export interface NumberSummary {
	readonly kind: 'number';
	readonly feature: FeatureInfo;
	readonly median: number;
	readonly low: number;
	readonly high: number;
	/** Customers for whom it has no meaning. */
	readonly missing: number;
	readonly bins: readonly { readonly x0: number; readonly x1: number; readonly count: number }[];
	/** Customers beyond the last bin, counted in it. */
	readonly beyond: number;
}

/** A column drawn as the shares of its values: those of a category, or yes and no. */
export interface ShareSummary {
	readonly kind: 'share';
	readonly column: number;
	readonly name: string;
	readonly missing: number;
	/** `value` is null for all values too rare to stand alone, true and false for yes and no. */
	readonly values: readonly { readonly value: string | boolean | null; readonly customers: number }[];
}

/** What a log of events holds up to the analysis day. */
export interface VisitsView {
	readonly file: string;
	readonly visitors: number;
	/** Customers who are among the visitors. */
	readonly matched: number;
	readonly visits: number;
	readonly events: number;
	/** Share of the visits that are not engaged; null where the file cannot tell. */
	readonly bounce: number | null;
	/** Of the whole file. */
	readonly firstDay: number;
	readonly lastDay: number;
}

/** The page lists no more holidays than this. */
export const shownHolidays = 40;

/** What the habits are, and the holidays they look at. */
export interface HabitsView {
	readonly summaries: readonly NumberSummary[];
	/** The calendar in use; null = the person's own days alone. */
	readonly calendar: Calendar | null;
	readonly guessed: Calendar;
	readonly ownDays: number;
	readonly unread: readonly string[];
	/** Whether the orders reach a year in which holidays that follow the moon are not known. */
	readonly beyond: boolean;
	/** The year from which some holidays are expected only; null where the file does not reach it. */
	readonly expected: number | null;
	/** Share of orders on a holiday or in the days before one. */
	readonly share: number;
	/** Holidays while orders were placed, the latest first, at most `shownHolidays`. */
	readonly holidays: readonly {
		readonly id: HolidayId;
		readonly day: number;
		/** Orders on it and in the days before. */
		readonly orders: number;
		/** Orders per day of those, over orders per day on days that no holiday counts; null where there is no such day. */
		readonly against: number | null;
	}[];
	/** How many there are. */
	readonly allHolidays: number;
}

/** What is decided for a feature of behaviour, or for a column with all of its features. */
export interface VariableReport {
	readonly key: string;
	/** The first of its features. */
	readonly feature: FeatureInfo;
	/** Customers without a value. */
	readonly missing: number;
	readonly offers: readonly MissingPolicy[];
	readonly policy: MissingPolicy;
	/** Customers set aside by the policy, or given a value. */
	readonly touched: number;
	readonly measure: Measure;
}

/** One variable before and after scaling; null where it does not count. */
export interface BeforeAfter {
	readonly before: Histogram;
	readonly after: Histogram | null;
	/** Skewness of both; 0 where the two sides mirror each other. */
	readonly skews: readonly [before: number, after: number];
}

/** The reader's words for the file of customers set aside. */
export interface AsideCustomersRequest {
	readonly locale: string;
	readonly header: readonly string[];
	/** What is missing, by variable. */
	readonly reasons: Readonly<Record<string, string>>;
}

export interface FeaturesView {
	readonly variables: readonly VariableReport[];
	/** Customers set aside for want of a value: with `customers` they are all there were. */
	readonly aside: number;
	readonly customers: number;
	/** Columns of the table of customers, after their id. */
	readonly features: readonly FeatureInfo[];
	readonly currency: string | null;
	readonly analysisDay: number | null;
	/** Null where there are no orders. */
	readonly purchases: {
		readonly orders: number;
		readonly revenue: number;
		readonly onceShare: number;
		readonly firstDay: number;
		readonly lastDay: number;
		readonly habits: HabitsView;
	} | null;
	/** Null where there is no table of people. */
	readonly people: {
		readonly file: string;
		readonly columns: readonly ColumnReport[];
		/** Null where there are no orders to join. */
		readonly join: JoinReport | null;
		/** The day looked from unless another is chosen; null where the file says none. */
		readonly ownDay: number | null;
		/** Whether a feature, or a column left out for want of it, counts from the analysis day. */
		readonly dated: boolean;
	} | null;
	/** Null where there are no events. */
	readonly visits: VisitsView | null;
	readonly summaries: readonly (NumberSummary | ShareSummary)[];
}
