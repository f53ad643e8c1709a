import { isPurchase, isView, visitGapMinutes, type Events } from '../table/events.js';
import { customersOf, group } from './log.js';

const msPerDay = 86_400_000;
/** A visit at least this long is engaged, by the definition of Google Analytics 4. */
const engagedMs = 10_000;

/** Events that take part, grouped by customer into visits: entry c of `ids` and of the starts is one customer. */
export interface VisitLog {
	/** In ascending order (`idOrder`). */
	readonly ids: readonly string[];
	/** Visits of customer c: `start[c]` to `start[c + 1]`, in order of their first events. */
	readonly start: Uint32Array;
	/** First and last event of each visit, in milliseconds since 1970-01-01T00:00. */
	readonly begin: Float64Array;
	readonly end: Float64Array;
	/** Of each visit. */
	readonly events: Uint32Array;
	readonly pageViews: Uint32Array;
	readonly purchases: Uint32Array;
	/** 1 where the visit is engaged. */
	readonly engaged: Uint8Array;
	/** Events of customer c: `eventStart[c]` to `eventStart[c + 1]`, in order of time; their days since 1970-01-01, and their pages (−1: none). */
	readonly eventStart: Uint32Array;
	readonly eventDay: Int32Array;
	readonly eventPage: Int32Array;
	/** What the file tells: page views, which pages they were, what was done event by event, purchases, the time of day. */
	readonly tells: {
		readonly pages: boolean;
		readonly whichPages: boolean;
		readonly events: boolean;
		readonly purchases: boolean;
		readonly hours: boolean;
	};
}

/**
 * Groups a log of events into visits. Events of one customer with one session number are a visit; an event without a number belongs to
 * the visit of the event before it, unless more than 30 minutes have passed since (`visitGapMinutes`).
 *
 * A visit is engaged where a row of it says so. Where its rows say nothing it is engaged by the rule of Google Analytics 4: it lasts ten
 * seconds or longer, or has two page views or more, or a purchase. Page views are the events so named (`isView`); where no event is,
 * every event with a page is one. A row that counts its page views or its seconds stands for as many, and ends so much later.
 * @param before only events of earlier days count (days since 1970-01-01); all where it is absent
 */
export function visitLog(events: Events, before = Infinity): VisitLog {
	const { session, engaged, event, page, views: counted, seconds } = events;
	const limit = before * msPerDay;
	const aside = before === Infinity ? events.aside : events.aside.map((reason, row) => (events.time[row]! < limit ? reason : 1));
	const taken = { ...events, aside };
	const { ids, rank } = customersOf(taken);
	const { start: eventStart, rows } = group(taken, rank, ids.length, (reason) => reason === 0);

	const viewed = event?.values.map(isView);
	const bought = event?.values.map(isPurchase);
	const named = viewed?.includes(true) ?? false;
	const isPageView = (row: number) => (named ? viewed![event!.codes[row]!] === true : page !== null && page.codes[row]! >= 0);

	const n = rows.length;
	const [begin, end] = [new Float64Array(n), new Float64Array(n)];
	const [count, pageViews, purchases] = [new Uint32Array(n), new Uint32Array(n), new Uint32Array(n)];
	/** −1 while the rows of a visit say nothing. */
	const said = new Int8Array(n).fill(-1);
	const start = new Uint32Array(ids.length + 1);
	const eventDay = new Int32Array(n);
	const eventPage = new Int32Array(n).fill(-1);
	let visits = 0;
	let hours = false;
	for (let c = 0; c < ids.length; c++) {
		const numbered = new Map<number, number>();
		let [current, last] = [-1, -Infinity];
		for (let i = eventStart[c]!; i < eventStart[c + 1]!; i++) {
			const row = rows[i]!;
			const at = events.time[row]!;
			const number = session ? session.codes[row]! : -1;
			const known = number >= 0 ? numbered.get(number) : at - last <= visitGapMinutes * 60_000 && current >= 0 ? current : undefined;
			current = known ?? visits++;
			if (known === undefined) {
				begin[current] = at;
				end[current] = at;
				if (number >= 0) numbered.set(number, current);
			}
			const lasted = seconds?.[row] ?? 0;
			last = at + (lasted > 0 ? lasted * 1000 : 0);
			if (last > end[current]!) end[current] = last;
			count[current]!++;
			if (counted) pageViews[current]! += counted[row]! > 0 ? counted[row]! : 0;
			else if (isPageView(row)) pageViews[current]!++;
			if (event && bought![event.codes[row]!]) purchases[current]!++;
			if (engaged) said[current] = Math.max(said[current]!, engaged[row]!);
			eventDay[i] = Math.floor(at / msPerDay);
			if (page && isPageView(row)) eventPage[i] = page.codes[row]!;
			hours ||= at % msPerDay !== 0;
		}
		start[c + 1] = visits;
	}
	const views = pageViews.subarray(0, visits);
	return {
		ids,
		start,
		begin: begin.subarray(0, visits),
		end: end.subarray(0, visits),
		events: count.subarray(0, visits),
		pageViews: views,
		purchases: purchases.subarray(0, visits),
		engaged: Uint8Array.from({ length: visits }, (_, v) =>
			said[v] === 1 || (said[v] === -1 && (end[v]! - begin[v]! >= engagedMs || pageViews[v]! >= 2 || purchases[v]! > 0)) ? 1 : 0
		),
		eventStart,
		eventDay,
		eventPage,
		tells: {
			pages: views.some((seen) => seen > 0),
			whichPages: eventPage.some((seen) => seen >= 0),
			events: !counted && !seconds,
			purchases: purchases.some((made) => made > 0),
			hours
		}
	};
}
