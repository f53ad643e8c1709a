import { describe, expect, it } from 'vitest';
import { visitFeatures, visitIds, type VisitId } from '../../../src/lib/features/visits.js';
import { visitLog } from '../../../src/lib/features/visit-log.js';
import { seeded } from '../../../src/lib/random.js';
import { eventReasons, type EventReason, type Events } from '../../../src/lib/table/events.js';
import { dayOf, dictionary, timeOf } from './orders.js';

interface Row {
	who: string;
	at: string | number;
	event?: string;
	page?: string;
	session?: string;
	engaged?: -1 | 0 | 1;
	aside?: EventReason;
}

function eventsOf(rows: readonly Row[]): Events {
	const optional = (cells: (string | undefined)[]) => (cells.some((cell) => cell !== undefined) ? dictionary(cells) : null);
	return {
		file: 'made.csv',
		columns: [],
		roles: {},
		rows: rows.length,
		customer: dictionary(rows.map(({ who }) => who)),
		time: Float64Array.from(rows, ({ at }) => (typeof at === 'number' ? at : timeOf(at))),
		event: optional(rows.map(({ event }) => event)),
		page: optional(rows.map(({ page }) => page)),
		session: optional(rows.map(({ session }) => session)),
		engaged: rows.some(({ engaged }) => engaged !== undefined) ? Int8Array.from(rows, ({ engaged }) => engaged ?? -1) : null,
		clock: null,
		utc: false,
		aside: Uint8Array.from(rows, ({ aside }) => (aside ? 1 + eventReasons.indexOf(aside) : 0)),
		source: { rows: () => Promise.resolve([]) }
	};
}

const valuesOf = (events: Events, day: number) => {
	const log = visitLog(events, day);
	const features = visitFeatures(log, day);
	return { ids: log.ids, of: (id: VisitId) => [...(features.find((feature) => feature.id === id)?.values ?? [])] };
};

describe('visits', () => {
	// a: Friday 1 March (three pages, a purchase), the same evening 31 minutes after (one page), Saturday 9 March (one page).
	// b: one visit by number over two hours, seen as one; c: one event of one page, later.
	const events = eventsOf([
		{ who: 'a', at: '2024-03-01T20:00', event: 'page_view', page: '/' },
		{ who: 'a', at: '2024-03-01T20:10', event: 'page_view', page: '/tea' },
		{ who: 'b', at: '2024-03-03T08:00', event: 'page_view', page: '/', session: '7' },
		{ who: 'a', at: '2024-03-01T20:40', event: 'page_view', page: '/tea' },
		{ who: 'a', at: '2024-03-01T20:40', event: 'purchase' },
		{ who: 'a', at: '2024-03-01T21:11', event: 'page_view', page: '/' },
		{ who: 'b', at: '2024-03-03T10:00', event: 'scroll', page: '/', session: '7' },
		{ who: 'a', at: '2024-03-09T06:00', event: 'page_view', page: '/new' },
		{ who: 'a', at: '2024-03-09T06:00', event: 'page_view', page: '/never', aside: 'sameEvent' },
		{ who: 'c', at: '2024-03-11T12:00', event: 'page_view', page: '/' }
	]);
	it('have the numbers worked out by hand', () => {
		const { ids, of } = valuesOf(events, dayOf('2024-03-11'));
		expect(ids).toEqual(['a', 'b']);
		expect(Object.fromEntries(visitIds.map((id) => [id, of(id)]))).toEqual({
			lastSeen: [2, 8],
			firstSeen: [10, 8],
			visits: [3, 1],
			activeDays: [2, 1],
			visitGap: [8, NaN],
			recentVisits: [1, 1],
			eventsPerVisit: [2, 2],
			pagesPerVisit: [5 / 3, 1],
			pagesSeen: [3, 1],
			visitMinutes: [40 / 3, 120],
			bounce: [2 / 3, 0],
			visitHour: [(20 + (21 + 11 / 60) + 6) / 3, 8],
			weekendVisits: [1 / 3, 1],
			purchaseEvents: [1, 0]
		});
	});
	it('know nothing of later days', () => {
		const early = valuesOf(events, dayOf('2024-03-05'));
		expect(early.of('visits')).toEqual([2, 1]);
		expect(early.of('lastSeen')).toEqual([4, 2]);
		expect(valuesOf(events, dayOf('2024-03-12')).ids).toEqual(['a', 'b', 'c']);
	});
	it('end after thirty minutes, and not at thirty', () => {
		const gap = (minutes: number) =>
			visitLog(
				eventsOf([
					{ who: 'a', at: 0 },
					{ who: 'a', at: minutes * 60_000 }
				])
			).begin.length;
		expect([gap(30), gap(30.001)]).toEqual([1, 2]);
	});
	it('follow the numbers of the file, also where two of one person run at once', () => {
		const log = visitLog(
			eventsOf([
				{ who: 'a', at: '2024-03-01T10:00', session: '1' },
				{ who: 'a', at: '2024-03-01T10:01', session: '2' },
				{ who: 'a', at: '2024-03-01T10:02', session: '1' },
				{ who: 'a', at: '2024-03-01T10:03' },
				{ who: 'a', at: '2024-03-01T11:00' },
				{ who: 'b', at: '2024-03-01T10:00', session: '1' }
			])
		);
		expect([...log.start]).toEqual([0, 3, 4]);
		expect([...log.events]).toEqual([3, 1, 1, 1]);
	});
	it('are engaged as the file says, else by length, pages or a purchase', () => {
		const engaged = (...rows: Omit<Row, 'who'>[]) => [...visitLog(eventsOf(rows.map((row) => ({ who: 'a', ...row })))).engaged];
		const view = { event: 'page_view', page: '/' };
		expect(engaged({ at: 0, ...view, engaged: 0 }, { at: 60_000, ...view, engaged: 0 })).toEqual([0]);
		expect(engaged({ at: 0, ...view, engaged: 0 }, { at: 1000, event: 'x', engaged: 1 })).toEqual([1]);
		expect(engaged({ at: 0, ...view }, { at: 9999, event: 'x' })).toEqual([0]);
		expect(engaged({ at: 0, ...view }, { at: 10_000, event: 'x' })).toEqual([1]);
		expect(engaged({ at: 0, ...view }, { at: 1, ...view })).toEqual([1]);
		expect(engaged({ at: 0, ...view }, { at: 1, event: 'purchase' })).toEqual([1]);
	});
	it('leave out what the file cannot tell', () => {
		const known = (rows: Row[]) => visitFeatures(visitLog(eventsOf(rows)), 100).map(({ id }) => id);
		const dates = known([
			{ who: 'a', at: '1970-01-02T00:00' },
			{ who: 'b', at: '1970-01-03T00:00' }
		]);
		expect(visitIds.filter((id) => !dates.includes(id))).toEqual([
			'pagesPerVisit',
			'pagesSeen',
			'visitMinutes',
			'bounce',
			'visitHour',
			'purchaseEvents'
		]);
		expect(known([{ who: 'a', at: 5, page: '/' }])).toContain('pagesPerVisit');
	});
});

describe('visits of many people', () => {
	const random = seeded(11);
	const pages = ['/', '/tea', '/cups', '/about'];
	const rows: Row[] = Array.from({ length: 4000 }, () => {
		const who = `v${Math.floor(random() * 60)}`;
		const at = timeOf('2024-01-01T00:00') + Math.floor(random() ** 2 * 59 * 86_400) * 1000 + Math.floor(random() * 3) * 600_000;
		const kind = random();
		const row: Row = { who, at, event: kind < 0.7 ? 'page_view' : kind < 0.97 ? 'scroll' : 'purchase' };
		if (kind < 0.7) row.page = pages[Math.floor(random() * 4)]!;
		if (random() < 0.3) row.session = `s${Math.floor(Number(at) / 7_200_000)}`;
		return row;
	});
	const day = dayOf('2024-03-01');

	/** The same numbers by plain lists, as a person would work them out. */
	function byHand(who: string): Record<VisitId, number> {
		const own = rows.filter((row) => row.who === who).sort((a, b) => Number(a.at) - Number(b.at));
		const visits: Row[][] = [];
		own.forEach((row, i) => {
			const before = own[i - 1];
			const same = row.session
				? visits.find((visit) => visit.some((other) => other.session === row.session))
				: before && Number(row.at) - Number(before.at) <= 1_800_000
					? visits.find((visit) => visit.includes(before))
					: undefined;
			if (same) same.push(row);
			else visits.push([row]);
		});
		const dayNumber = (row: Row) => Math.floor(Number(row.at) / 86_400_000);
		const days = [...new Set(own.map(dayNumber))];
		const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
		const length = (visit: Row[]) => Number(visit.at(-1)!.at) - Number(visit[0]!.at);
		const count = (visit: Row[], event: string) => visit.filter((row) => row.event === event).length;
		const weekday = (row: Row) => new Date(Number(row.at)).getUTCDay();
		return {
			lastSeen: day - Math.max(...days),
			firstSeen: day - Math.min(...days),
			visits: visits.length,
			activeDays: days.length,
			visitGap: days.length < 2 ? NaN : mean(days.slice(1).map((at, i) => at - days[i]!)),
			recentVisits: mean(visits.map(([first]) => (day - dayNumber(first!) <= 30 ? 1 : 0))),
			eventsPerVisit: mean(visits.map((visit) => visit.length)),
			pagesPerVisit: mean(visits.map((visit) => count(visit, 'page_view'))),
			pagesSeen: new Set(own.flatMap(({ page }) => page ?? [])).size,
			visitMinutes: mean(visits.map((visit) => length(visit) / 60_000)),
			bounce: mean(
				visits.map((visit) => (length(visit) >= 10_000 || count(visit, 'page_view') > 1 || count(visit, 'purchase') > 0 ? 0 : 1))
			),
			visitHour: mean(visits.map(([first]) => (Number(first!.at) / 3_600_000) % 24)),
			weekendVisits: mean(visits.map(([first]) => (weekday(first!) % 6 === 0 ? 1 : 0))),
			purchaseEvents: count(own, 'purchase')
		};
	}

	it('equal an independent computation', () => {
		const { ids, of } = valuesOf(eventsOf(rows), day);
		expect(ids).toHaveLength(60);
		const expected = ids.map(byHand);
		for (const id of visitIds) {
			const values = of(id);
			expected.forEach((one, c) => expect(values[c], `${id} of ${ids[c]}`).toBeCloseTo(one[id], 9));
		}
	});
});
