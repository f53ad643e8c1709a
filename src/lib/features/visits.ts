import type { Feature, Unit } from './customers.js';
import type { VisitLog } from './visit-log.js';

const msPerDay = 86_400_000;
const msPerHour = 3_600_000;
const msPerMinute = 60_000;

/** What a log of events tells of a customer, in the order it is shown. */
export const visitIds = [
	'lastSeen',
	'firstSeen',
	'visits',
	'activeDays',
	'visitGap',
	'recentVisits',
	'eventsPerVisit',
	'pagesPerVisit',
	'pagesSeen',
	'visitMinutes',
	'bounce',
	'visitHour',
	'weekendVisits',
	'purchaseEvents'
] as const;
export type VisitId = (typeof visitIds)[number];

/** Visits that began in so many days before the analysis day are recent. */
export const recentDays = 30;

const units: Record<VisitId, Unit> = {
	lastSeen: 'days',
	firstSeen: 'days',
	visits: 'count',
	activeDays: 'days',
	visitGap: 'days',
	recentVisits: 'share',
	eventsPerVisit: 'count',
	pagesPerVisit: 'count',
	pagesSeen: 'count',
	visitMinutes: 'minutes',
	bounce: 'share',
	visitHour: 'hour',
	weekendVisits: 'share',
	purchaseEvents: 'count'
};

/** Day 0, 1970-01-01, was a Thursday. */
const isWeekend = (day: number): boolean => [0, 6].includes((((day + 4) % 7) + 7) % 7);

/**
 * The features of visits of each customer, looked at from the start of `day` (days since 1970-01-01; every event of the log is earlier).
 * Features that the file cannot tell are left out: pages without page views, events where a row stands for a visit, hours and minutes in a file of dates, purchases where no
 * event is one.
 *
 * - `lastSeen`, `firstSeen`: `day` − day of the last, of the first event.
 * - `visits`: number of visits; `activeDays`: distinct days with an event.
 * - `visitGap`: mean days from one active day to the next, (last − first) ÷ (activeDays − 1); NaN for one active day.
 * - `recentVisits`: share of the visits that began in the thirty days before `day`.
 * - `eventsPerVisit`, `pagesPerVisit`: events, and page views, ÷ visits; `pagesSeen`: distinct pages.
 * - `visitMinutes`: mean minutes from the first to the last event of a visit.
 * - `bounce`: visits that are not engaged ÷ visits.
 * - `visitHour`: mean hour of day at which visits begin; `weekendVisits`: share of them that begin on a Saturday or Sunday.
 * - `purchaseEvents`: number of purchase events.
 */
export function visitFeatures(log: VisitLog, day: number): Feature[] {
	const n = log.ids.length;
	const { pages, whichPages, events, purchases, hours } = log.tells;
	const untold: readonly VisitId[] = [
		...(pages ? [] : (['pagesPerVisit'] as const)),
		...(whichPages ? [] : (['pagesSeen'] as const)),
		// A row that stands for a visit says nothing of its events.
		...(events ? [] : (['eventsPerVisit'] as const)),
		...(hours ? [] : (['visitMinutes', 'visitHour'] as const)),
		// A visit known by its day alone has no length.
		...(hours || pages ? [] : (['bounce'] as const)),
		...(purchases ? [] : (['purchaseEvents'] as const))
	];
	const features = visitIds.map((id) => ({ id, unit: units[id], values: new Float64Array(n).fill(NaN) }));
	const columns = Object.fromEntries(features.map(({ id, values }) => [id, values])) as Record<VisitId, Float64Array>;
	for (let c = 0; c < n; c++) {
		const [from, to] = [log.start[c]!, log.start[c + 1]!];
		const [firstEvent, lastEvent] = [log.eventStart[c]!, log.eventStart[c + 1]! - 1];
		const [firstDay, lastDay] = [log.eventDay[firstEvent]!, log.eventDay[lastEvent]!];
		let activeDays = 1;
		for (let i = firstEvent + 1; i <= lastEvent; i++) if (log.eventDay[i] !== log.eventDay[i - 1]) activeDays++;
		const seen = new Set(log.eventPage.subarray(firstEvent, lastEvent + 1));
		seen.delete(-1);
		const sum = { recent: 0, events: 0, views: 0, minutes: 0, bounced: 0, hours: 0, weekend: 0, purchases: 0 };
		for (let v = from; v < to; v++) {
			const begin = log.begin[v]!;
			const beginDay = Math.floor(begin / msPerDay);
			if (beginDay >= day - recentDays) sum.recent++;
			if (isWeekend(beginDay)) sum.weekend++;
			if (log.engaged[v] === 0) sum.bounced++;
			sum.events += log.events[v]!;
			sum.views += log.pageViews[v]!;
			sum.purchases += log.purchases[v]!;
			sum.minutes += (log.end[v]! - begin) / msPerMinute;
			sum.hours += (begin - beginDay * msPerDay) / msPerHour;
		}
		const visits = to - from;
		columns.lastSeen[c] = day - lastDay;
		columns.firstSeen[c] = day - firstDay;
		columns.visits[c] = visits;
		columns.activeDays[c] = activeDays;
		columns.visitGap[c] = activeDays > 1 ? (lastDay - firstDay) / (activeDays - 1) : NaN;
		columns.recentVisits[c] = sum.recent / visits;
		columns.eventsPerVisit[c] = sum.events / visits;
		columns.pagesPerVisit[c] = sum.views / visits;
		columns.pagesSeen[c] = seen.size;
		columns.visitMinutes[c] = sum.minutes / visits;
		columns.bounce[c] = sum.bounced / visits;
		columns.visitHour[c] = sum.hours / visits;
		columns.weekendVisits[c] = sum.weekend / visits;
		columns.purchaseEvents[c] = sum.purchases;
	}
	return features.filter(({ id }) => !untold.includes(id));
}
