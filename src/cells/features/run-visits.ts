import type { Feature } from '../../lib/features/customers.js';
import { visitFeatures } from '../../lib/features/visits.js';
import { visitLog, type VisitLog } from '../../lib/features/visit-log.js';
import type { Events } from '../../lib/table/events.js';
import type { VisitsView } from './spec.js';

interface Visits {
	readonly ids: readonly string[];
	readonly analysisDay: number;
	readonly features: readonly Feature[];
	readonly view: Omit<VisitsView, 'matched'>;
}

const sum = (values: ArrayLike<number>): number => {
	let total = 0;
	for (let i = 0; i < values.length; i++) total += values[i]!;
	return total;
};

/** Visits up to a day, the day after the last event unless it is chosen, with the features of their visitors. */
export function customerVisits(events: Events, chosenDay: number | null): Visits {
	const whole = visitLog(events);
	const firstDay = whole.eventDay.reduce((first, day) => Math.min(first, day), Infinity);
	const lastDay = whole.eventDay.reduce((last, day) => Math.max(last, day), -Infinity);
	const analysisDay = chosenDay ?? lastDay + 1;
	const log: VisitLog = analysisDay <= lastDay ? visitLog(events, analysisDay) : whole;
	const features = visitFeatures(log, analysisDay);
	const made = log.begin.length;
	return {
		ids: log.ids,
		analysisDay,
		features,
		view: {
			file: events.file,
			visitors: log.ids.length,
			visits: made,
			events: sum(log.events),
			bounce: features.some(({ id }) => id === 'bounce') && made > 0 ? 1 - sum(log.engaged) / made : null,
			firstDay,
			lastDay
		}
	};
}
