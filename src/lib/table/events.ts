import type { Contacts } from './contacts.js';
import { fold } from './fold.js';
import type { Dictionary, RowReader } from './orders.js';
import type { PersonalKind } from './personal.js';

/** What a column of a log of events means. */
export const eventRoles = ['customer', 'time', 'event', 'page', 'session', 'engaged', 'bounced', 'views', 'duration'] as const;
export type EventRole = (typeof eventRoles)[number];
/** Which column (by position in the file) plays each role; a role that no column plays is absent. */
export type EventRoles = Partial<Record<EventRole, number>>;

/** Why an event takes no part, in the order in which the rules are tried. */
export const eventReasons = ['badTime', 'noCustomer', 'sameEvent'] as const;
export type EventReason = (typeof eventReasons)[number];

/** What people did on a site or in an app, one entry per row of the file. */
export interface Events {
	readonly file: string;
	readonly columns: readonly string[];
	readonly roles: EventRoles;
	readonly rows: number;
	readonly customer: Dictionary;
	/** What kind of personal data the ids of customers are; absent where they are none. */
	readonly idKind?: PersonalKind;
	/** Milliseconds since 1970-01-01T00:00 on the clock named by `clock`; NaN where the cell could not be read. */
	readonly time: Float64Array;
	/** What was done, such as `page_view`. */
	readonly event: Dictionary | null;
	readonly page: Dictionary | null;
	/** The visit an event belongs to, as the file numbers visits; the numbers of two customers may be the same. */
	readonly session: Dictionary | null;
	/** 1 where the row says that its visit is engaged, 0 where it says not, −1 where it says nothing; null where no column does. */
	readonly engaged: Int8Array | null;
	/** Page views that a row stands for, and how long it lasted, in seconds: a file with a row per visit has them. NaN where a row says nothing. */
	readonly views?: Float64Array | null;
	readonly seconds?: Float64Array | null;
	/** Minutes that were added to times in UTC so that they stand on the clock of the site; null where times stand as they are. */
	readonly clock: number | null;
	/** Whether times stand in UTC, because the clock of the site is not known. */
	readonly utc: boolean;
	/** 0 = the row takes part, otherwise 1 + its index in `eventReasons`. */
	readonly aside: Uint8Array;
	/** What else reaches the customer of each row, read when it is asked for; absent where nothing does. */
	readonly contacts?: () => Contacts | null;
	readonly source: RowReader;
}

/** Names of events as `fold` writes them; in English, Vietnamese and Malay. */
const views = new Set(
	'pageview screenview pageviewed viewpage viewedpage pagevisit pageload page view screen xemtrang luotxem paparanhalaman lihathalaman'.split(
		' '
	)
);
const purchases = new Set(
	(
		'purchase inapppurchase ecommercepurchase order orderplaced placeorder placedorder ordercompleted ordercomplete checkoutcompleted ' +
		'checkoutcomplete buy bought transaction muahang dathang thanhtoan belian pembelian beli'
	).split(' ')
);

/** Whether an event of this name is the view of a page or of a screen. */
export const isView = (name: string): boolean => views.has(fold(name));
/** Whether an event of this name is a purchase. */
export const isPurchase = (name: string): boolean => purchases.has(fold(name));

/** A visit ends after this long without an event, where the file does not number visits: the default of Google Analytics 4. */
export const visitGapMinutes = 30;

/** How many rows are set aside for each reason. */
export function eventLedger({ aside }: Events): Record<EventReason, number> {
	const ledger = { badTime: 0, noCustomer: 0, sameEvent: 0 };
	for (const reason of aside) if (reason > 0) ledger[eventReasons[reason - 1]!]++;
	return ledger;
}
