import { contactsMasked } from '../table/mask.js';
import { isContact } from '../table/personal.js';
import type { Feature, PreferenceId, PurchaseLog, SharedOf, Unit } from './customers.js';
import { endBefore } from './features.js';
import { OrderHistory } from './order-history.js';

/** How many purchases what everyone buys weighs beside a customer's own. */
const prior = 5;
/** Values that get a share of their own: at most so many, and none with a smaller share of all. */
const [mostValues, leastShare] = [12, 0.01];

type Single = Exclude<PreferenceId, 'categoryShares' | 'channelShares'>;
const units: Record<Single, Unit> = {
	favouriteCategory: 'share',
	categoryVariety: 'count',
	mainChannel: 'share',
	channelVariety: 'count',
	discounted: 'share'
};

/** How often each customer took each value: those of customer c are `value[start[c]]` to `value[start[c + 1] - 1]`, `times` beside them. */
interface Taken {
	readonly start: Uint32Array;
	readonly value: Uint32Array;
	readonly times: Uint32Array;
	/** By everyone. */
	readonly all: Float64Array;
}

/**
 * What customers prefer, as it stood at the start of `day`, from lines of earlier days only; one entry per customer of the log. What the file
 * does not name makes no feature, and a customer of whom it names nothing has NaN.
 *
 * A purchase is one category in one order, however many lines it has; an order is placed through the channel of its first line that names
 * one. N are the purchases (the orders) of a customer that name a value, n those that name this one.
 * - `categoryShares`: one feature for each category, (n + 5 q) ÷ (N + 5), where q is its share of everyone's purchases: the mean of a
 *   Dirichlet posterior, so that few purchases say little. `favouriteCategory`: the largest of them, over all categories.
 * - `channelShares`: one feature for each channel, n ÷ N. `mainChannel`: the largest of them.
 * - `categoryVariety`, `channelVariety`: exp(−Σ p ln p) over the shares p = n ÷ N (the Hill number of order 1; Hill 1973).
 * - `mostNames` of the favourite category and of the main channel: the value with the largest n, of equal ones that of more purchases of everyone.
 * - `discounted`: share of orders of which a line was sold at a discount.
 *
 * The twelve values with the largest shares of all have features of their own, down to 1 %; the others share one.
 */
export function preferencesAt(log: PurchaseLog, day: number): Feature[] {
	const { category, channel, discounted } = log;
	if (!category && !channel && !discounted) return [];
	const n = log.start.length - 1;
	const features: Feature[] = [];
	const made = (id: Single, more: Partial<Feature> = {}): Float64Array => {
		const values = new Float64Array(n).fill(NaN);
		features.push({ id, unit: units[id], values, ...more });
		return values;
	};
	const named = (id: Single, most: SharedOf, { values }: NonNullable<PurchaseLog['category']>, taken: Taken): Float64Array =>
		made(id, { most, mostNames: { codes: mostOf(taken), values: values.map(contactsMasked) } });
	const history = new OrderHistory(log);
	/** Walks the orders of every customer that lie before the day. */
	const eachCustomer = (visit: (c: number, orders: number, lines: number) => void) => {
		for (let c = 0; c < n; c++) {
			const begin = log.start[c]!;
			const end = endBefore(log.day, begin, log.start[c + 1]!, day);
			if (end > begin) visit(c, history.read(begin, end), end - begin);
		}
	};
	if (category) {
		const taken = countTaken(n, category, 'each', history, eachCustomer);
		const total = taken.all.reduce((sum, times) => sum + times, 0);
		const [favourite, variety] = [named('favouriteCategory', 'category', category, taken), made('categoryVariety')];
		const share = (times: number, value: number, own: number) => (times + (prior * taken.all[value]!) / total) / (own + prior);
		const best = taken.all.indexOf(Math.max(...taken.all));
		eachTaken(taken, (c, values, times, own) => {
			variety[c] = hill(times, own);
			// One that was never taken can be the favourite only as everyone's.
			favourite[c] = Math.max(share(0, best, own), ...values.map((value, i) => share(times[i]!, value, own)));
		});
		features.push(...shares('category', category.values, taken, (times, value, own) => share(times, value, own)));
	}
	if (channel) {
		const taken = countTaken(n, channel, 'first', history, eachCustomer);
		const [main, variety] = [named('mainChannel', 'channel', channel, taken), made('channelVariety')];
		eachTaken(taken, (c, _values, times, own) => {
			variety[c] = hill(times, own);
			main[c] = Math.max(...times) / own;
		});
		features.push(...shares('channel', channel.values, taken, (times, _value, own) => times / own));
	}
	if (discounted) {
		const values = made('discounted');
		eachCustomer((c, orders, lines) => {
			let [count, last] = [0, -1];
			for (let j = 0; j < lines; j++) {
				if (discounted[history.lines[j]!] !== 1 || history.orderOf[j] === last) continue;
				last = history.orderOf[j]!;
				count++;
			}
			values[c] = count / orders;
		});
	}
	return features;
}

/** exp of the entropy of counts that sum to `own`. */
const hill = (times: readonly number[], own: number): number =>
	Math.exp(-times.reduce((sum, count) => sum + (count / own) * Math.log(count / own), 0));

/** Counts the values of each customer: each value of an order once, or that of its first line that names one. */
function countTaken(
	n: number,
	{ codes, values }: NonNullable<PurchaseLog['category']>,
	of: 'each' | 'first',
	history: OrderHistory,
	eachCustomer: (visit: (c: number, orders: number, lines: number) => void) => void
): Taken {
	const start = new Uint32Array(n + 1);
	const [value, times]: [number[], number[]] = [[], []];
	const all = new Float64Array(values.length);
	const places = new Map<number, number>();
	let next = 0;
	eachCustomer((c, _orders, lines) => {
		start.fill(value.length, next, c + 1);
		next = c + 1;
		places.clear();
		const seen = new Set<number>();
		let order = -1;
		for (let j = 0; j < lines; j++) {
			if (history.orderOf[j] !== order) {
				order = history.orderOf[j]!;
				seen.clear();
			}
			const code = codes[history.lines[j]!]!;
			if (code < 0 || seen.has(code) || (of === 'first' && seen.size > 0)) continue;
			seen.add(code);
			all[code]!++;
			const place = places.get(code);
			if (place === undefined) {
				places.set(code, value.length);
				value.push(code);
				times.push(1);
			} else times[place]!++;
		}
	});
	start.fill(value.length, next);
	return { start, value: Uint32Array.from(value), times: Uint32Array.from(times), all };
}

function eachTaken(
	{ start, value, times }: Taken,
	visit: (c: number, values: readonly number[], times: readonly number[], own: number) => void
): void {
	for (let c = 0; c + 1 < start.length; c++) {
		const [from, to] = [start[c]!, start[c + 1]!];
		if (from === to) continue;
		const counts = Array.from(times.subarray(from, to));
		visit(
			c,
			Array.from(value.subarray(from, to)),
			counts,
			counts.reduce((sum, count) => sum + count, 0)
		);
	}
}

/** The value that each customer took most often; −1 where none is known. */
function mostOf(taken: Taken): Int32Array {
	const codes = new Int32Array(taken.start.length - 1).fill(-1);
	eachTaken(taken, (c, values, times) => {
		let most = 0;
		for (let i = 1; i < values.length; i++) {
			const lead = times[i]! - times[most]! || taken.all[values[i]!]! - taken.all[values[most]!]!;
			if (lead > 0) most = i;
		}
		codes[c] = values[most]!;
	});
	return codes;
}

/** A feature for each of the commonest values, and one for all others together. */
function shares(
	of: SharedOf,
	names: readonly string[],
	taken: Taken,
	share: (times: number, value: number, own: number) => number
): Feature[] {
	const total = taken.all.reduce((sum, times) => sum + times, 0);
	const met = [...names.keys()].filter((value) => taken.all[value]! > 0);
	const order = met.sort((a, b) => taken.all[b]! - taken.all[a]! || (names[a]! < names[b]! ? -1 : 1));
	const own = order.filter((value, rank) => rank < mostValues && taken.all[value]! >= leastShare * total && !isContact(names[value]!));
	const n = taken.start.length - 1;
	const feature = (value: string | null): Feature => ({
		id: value === null ? `${of}Shares≠` : `${of}Shares=${value}`,
		unit: 'share',
		share: { of, value },
		values: new Float64Array(n).fill(NaN)
	});
	const features = own.map((value) => feature(names[value]!));
	const rest = own.length < order.length ? feature(null) : null;
	eachTaken(taken, (c, values, times, count) => {
		let sum = 0;
		own.forEach((value, k) => {
			const at = values.indexOf(value);
			const part = share(at < 0 ? 0 : times[at]!, value, count);
			features[k]!.values[c] = part;
			sum += part;
		});
		if (rest) rest.values[c] = Math.max(0, 1 - sum);
	});
	return rest ? [...features, rest] : features;
}
