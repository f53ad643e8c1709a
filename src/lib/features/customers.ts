import { contactsMasked, masked } from '../table/mask.js';
import type { PersonalKind } from '../table/personal.js';

/**
 * What a feature counts; decides how it is written and how it is scaled. `ratio`: so many times another; `number`: as the file has it; `years`: an age; `boolean`
 * and `category`: 1 or 0, whether it is so, or whether the customer has that value.
 */
export type Unit =
	| 'days'
	| 'orders'
	| 'money'
	| 'share'
	| 'hour'
	| 'items'
	| 'lines'
	| 'products'
	| 'count'
	| 'ratio'
	| 'minutes'
	| 'number'
	| 'years'
	| 'boolean'
	| 'category';

/** The behavioural features, in the order they are shown. */
export const featureIds = [
	'recency',
	'frequency',
	'monetary',
	'tenure',
	'purchaseDays',
	'orderValue',
	'gap',
	'gapSpread',
	'items',
	'basket',
	'products',
	'weekend',
	'hour',
	'returns'
] as const;
export type FeatureId = (typeof featureIds)[number];

/** Habits: what else orders tell of a customer, by what it is about and in the order it is shown. Distances leave them out unless asked. */
export const habitGroups = {
	value: ['firstOrder', 'largestOrder', 'orderSpread'],
	rhythm: ['orders90', 'trend', 'overdue', 'monthlyOrders'],
	timing: ['evening', 'payday', 'holiday'],
	variety: ['favourite', 'variety', 'repeats', 'streak', 'switching']
} as const;
export type HabitGroup = keyof typeof habitGroups;
export type HabitId = (typeof habitGroups)[HabitGroup][number];
export const habitIds: readonly HabitId[] = Object.values(habitGroups).flat();

export const isHabit = (id: string): id is HabitId => (habitIds as readonly string[]).includes(id);

/** What customers prefer, where the file names categories, channels or discounts. Distances leave it out unless asked, like habits. */
export const preferenceGroups = {
	category: ['favouriteCategory', 'categoryVariety', 'categoryShares'],
	channel: ['mainChannel', 'channelVariety', 'channelShares'],
	discount: ['discounted']
} as const;
export type PreferenceGroup = keyof typeof preferenceGroups;
export type PreferenceId = (typeof preferenceGroups)[PreferenceGroup][number];
export const preferenceIds: readonly PreferenceId[] = Object.values(preferenceGroups).flat();
/** What the shares of `categoryShares` and `channelShares` are of. */
export type SharedOf = 'category' | 'channel';

/** The preference that a feature is, or is one share of; null where it is none. */
export const preferenceOf = (id: string): PreferenceId | null =>
	preferenceIds.find((known) => id === known || id.startsWith(`${known}=`) || id === `${known}≠`) ?? null;

/** Whether a feature stands beside those that distances are measured on: a habit or a preference. */
export const isApart = (id: string): boolean => isHabit(id) || preferenceOf(id) !== null;

/** Where a feature comes from that is read off a column of a table of people. */
export interface Attribute {
	/** Position of the column in its file. */
	readonly column: number;
	/** As the header writes it. */
	readonly name: string;
	/** For unit `category`: the value that customers have or have not; null for all values too rare for a feature of their own. */
	readonly value?: string | null;
	/** Answers of a questionnaire on a scale, from the lowest; the feature is the place of the answer, from 1. */
	readonly answers?: readonly string[];
	/** Whether the feature says that the column has no value, rather than which it has. */
	readonly missing?: true;
}

/** How a number becomes a score for distances. */
export const measureMethods = ['ranks', 'log', 'robust', 'standard', 'winsorised'] as const;
export type MeasureMethod = (typeof measureMethods)[number];
export interface Measure {
	/** Of no meaning for the values of a category. */
	readonly method: MeasureMethod;
	/** How much it counts beside others: distances along it are multiplied by this; at 0 it does not count. */
	readonly weight: number;
}

/** A feature by name: its id tells it apart, and its attribute, where it has one, names it for people. */
export interface FeatureInfo {
	/**
	 * One of `featureIds`, `habitIds` or `preferenceIds`, one of these with a value (`categoryShares=Tea`), or an id made of the column
	 * (`column:3`, `column:3=Married`).
	 */
	readonly id: string;
	readonly unit: Unit;
	readonly attribute?: Attribute;
	/** Of which value this is the share; null for all values too rare for a share of their own. */
	readonly share?: { readonly of: SharedOf; readonly value: string | null };
	/** The customers' favourites have names, of categories or of channels: see `Feature.mostNames`. */
	readonly most?: SharedOf;
}

/** One number per customer; NaN where it has no meaning for that customer (the rhythm of a one-time buyer). */
export interface Feature extends FeatureInfo {
	readonly values: Float64Array;
	/** Absent: by ranks, counting once. */
	readonly measure?: Measure;
	/** Where there is `most`: its name for each customer, as codes into `values`; −1 where nothing is known. */
	readonly mostNames?: { readonly codes: Int32Array; readonly values: readonly string[] };
	/** What stands in where a value is missing, and 1 for each customer where it does; absent where nothing does. */
	readonly filled?: { readonly value: number; readonly where: Uint8Array };
}

/** The names that features hold beside their numbers for customer `i`, in the order of the features; null where nothing is known. */
export const mostTaken = (features: readonly Feature[], i: number): (string | null)[] =>
	features.flatMap(({ mostNames }) => (mostNames ? [mostNames.values[mostNames.codes[i]!] ?? null] : []));

/** What is said of a feature to someone who cannot hold its values. */
export const featureInfo = ({ id, unit, attribute, share, most }: Feature): FeatureInfo => ({
	id,
	unit,
	...(attribute ? { attribute } : {}),
	...(share ? { share } : {}),
	...(most ? { most } : {})
});

/** Order lines that take part, grouped by customer (lines `start[c]` to `start[c + 1]` are customer c's) and sorted by time. */
export interface PurchaseLog {
	readonly start: Uint32Array;
	/** Days since 1970-01-01 on the file's own calendar. */
	readonly day: Int32Array;
	/** Hour of the day, 0–24 with fractions; NaN in a file that holds no time of day. */
	readonly hour: Float32Array;
	/** Code of the order within the file. */
	readonly order: Int32Array;
	/** Code of the product, −1 where unknown. */
	readonly product: Int32Array;
	readonly quantity: Float64Array;
	readonly amount: Float64Array;
	/** Category and channel of each line, −1 where unknown; absent where the file names none. */
	readonly category?: { readonly codes: Int32Array; readonly values: readonly string[] };
	readonly channel?: { readonly codes: Int32Array; readonly values: readonly string[] };
	/** 1 where a line was sold at a discount; absent where the file does not say. */
	readonly discounted?: Uint8Array;
	/** Days of cancelled or returned lines, grouped by customer in the same way. */
	readonly returnStart: Uint32Array;
	readonly returnDay: Int32Array;
	readonly returnOrder: Int32Array;
}

/** A column of a table of people that somebody may want to foretell: one with two values, or one meant for it that has a single one. */
export interface OutcomeColumn {
	/** Position of the column in its file, and its name as the header writes it. */
	readonly column: number;
	readonly name: string;
	/** The value that counts as 1, as the file has it; true and false for yes and no. */
	readonly positive: string | number | boolean;
	/** Whether its header speaks of an outcome. */
	readonly likely: boolean;
	/** 1 or 0 per customer, NaN where the file does not say. */
	readonly values: Float64Array;
}

/** The kind `customers`: one entry per customer, in ascending order of id. */
export interface Customers {
	readonly ids: readonly string[];
	/** What kind of personal data the ids are; absent where they are none. */
	readonly idKind?: PersonalKind;
	/** The day on which everyone is looked at: days since 1970-01-01. Recency counts back from it. Null where nothing is dated. */
	readonly analysisDay: number | null;
	readonly features: readonly Feature[];
	/** Country of the customer's last order, as codes; null where the file names none. */
	readonly country: { readonly codes: Int32Array; readonly values: readonly string[] } | null;
	readonly currency: string | null;
	/** Absent where there is no table of people. */
	readonly outcomes?: readonly OutcomeColumn[];
	/** Null where there are no orders, but only a table of people. */
	readonly log: PurchaseLog | null;
}

/** An id as it is shown: masked where it is personal, unless it may be revealed. In a file it stands whole. */
export const shownId = (id: string, idKind: PersonalKind | undefined, reveal: boolean): string =>
	reveal ? id : idKind ? masked(id, idKind) : contactsMasked(id);
