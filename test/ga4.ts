import { normal, seeded } from '../src/lib/random.js';

const msPerDay = 86_400_000;
/** Three ways to use a site: how many visits, pages a visit, seconds a page, share of visits that end at once, purchases a visit. */
const kinds = [
	{ name: 'power', visits: 24, pages: 7, seconds: 50, bounce: 0.03, buys: 0.3 },
	{ name: 'casual', visits: 6, pages: 3, seconds: 25, bounce: 0.25, buys: 0.05 },
	{ name: 'beginner', visits: 2, pages: 1, seconds: 8, bounce: 0.75, buys: 0 }
] as const;

/** An event as Google Analytics 4 exports it, flattened. */
export interface Ga4Event {
	/** Milliseconds since 1970 in UTC. */
	readonly utc: number;
	readonly name: string;
	readonly user: string;
	readonly device: string;
	readonly session: number;
	readonly page: string;
	readonly engaged: '' | '0' | '1';
	readonly revenue: string;
	readonly order: string;
}

/** Made-up visits of sixty days in Hanoi, seven hours ahead of UTC: 60 people of each kind, with the kind of each. */
export function ga4Sample(seed: number): { csv: string; events: Ga4Event[]; kinds: Map<string, string> } {
	const random = seeded(seed);
	const events: Ga4Event[] = [];
	const truth = new Map<string, string>();
	const start = Date.UTC(2024, 2, 1) - 7 * 3_600_000;
	let orders = 0;
	for (const kind of kinds) {
		for (let i = 0; i < 60; i++) {
			const user = `${kind.name}-${i}`;
			truth.set(user, kind.name);
			const visits = Math.max(1, Math.round(kind.visits * (1 + 0.2 * normal(random))));
			const from = kind.name === 'beginner' ? 40 : 0;
			for (let v = 0; v < visits; v++) {
				let utc = start + Math.floor((from + random() * (59.5 - from)) * msPerDay) + 1;
				const base = { user, device: `${1000 + truth.size}.${v % 2}`, session: Math.floor(utc / 1000) };
				const bounced = random() < kind.bounce;
				const pages = bounced ? 1 : Math.max(2, Math.round(kind.pages + normal(random)));
				for (let p = 0; p < pages; p++) {
					const page = `https://shop.example/${p === 0 ? '' : `p${Math.floor(random() * 30)}`}`;
					events.push({ ...base, utc, name: 'page_view', page, engaged: bounced ? '0' : p === 0 ? '0' : '1', revenue: '', order: '' });
					utc += Math.round(1000 * kind.seconds * (0.5 + random()));
				}
				if (!bounced && random() < kind.buys) {
					const order = `T-${++orders}`;
					const revenue = (5 + 60 * random()).toFixed(2);
					events.push({ ...base, utc, name: 'purchase', page: 'https://shop.example/done', engaged: '1', revenue, order });
				}
			}
		}
	}
	events.sort((a, b) => a.utc - b.utc);
	const header =
		'event_date,event_timestamp,event_name,user_id,user_pseudo_id,ga_session_id,page_location,session_engaged,ecommerce_transaction_id,ecommerce_purchase_revenue';
	const lines = events.map(({ utc, name, user, device, session, page, engaged, order, revenue }) => {
		const date = new Date(utc + 7 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
		return [date, `${utc}000`, name, user, device, session, page, engaged, order, revenue].join();
	});
	return { csv: [header, ...lines].join('\n'), events, kinds: truth };
}
