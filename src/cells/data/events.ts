import { isPurchase, type Events } from '../../lib/table/events.js';
import type { Roles } from '../../lib/table/orders.js';
import type { EventsSummary } from './spec.js';

const msPerDay = 86_400_000;

/** What a log of events holds; `asOrders` are the roles it would have as an order log. */
export function eventsSummary({ rows, customer, time, event, columns, roles, clock, utc }: Events, asOrders: Roles): EventsSummary {
	const bought = event?.values.map(isPurchase);
	let [first, last, unnamed, purchases] = [Infinity, -Infinity, 0, 0];
	for (let row = 0; row < rows; row++) {
		const at = time[row]!;
		if (at < first) first = at;
		if (at > last) last = at;
		if (customer.codes[row] === -1) unnamed++;
		if (bought?.[event!.codes[row]!]) purchases++;
	}
	return {
		customers: customer.values.length,
		unnamed,
		firstDay: Math.floor(first / msPerDay),
		lastDay: Math.floor(last / msPerDay),
		session: roles.session === undefined ? null : columns[roles.session]!,
		purchases: asOrders.amount === undefined && asOrders.price === undefined ? 0 : purchases,
		clock: clock === null ? null : clock / 60,
		utc
	};
}
