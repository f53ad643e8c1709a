import { normal, permutation, type Random } from '../lib/random.js';
import { catalogue, type Category, type Product } from './catalogue.js';
import { erlang, pick, poisson } from './draw.js';

/** A generated order log, with what is known of it because it was generated. */
export interface Sample {
	/** Name of the file. */
	readonly name: string;
	/** The log as a shop would export it: one line per product of an order, LF line ends. */
	readonly csv: string;
	/** The true segment of each customer. */
	readonly truth: ReadonlyMap<string, number>;
}

/** How one customer shops. Days count from `firstDay`. */
export interface Shopper {
	readonly segment: number;
	/** First day on which the customer may order, and the day from which orders become `fading` times as rare. */
	readonly from: number;
	readonly fades: number;
	/** Mean days from one order to the next, and how regular they are (stages of an Erlang waiting time). */
	readonly gap: number;
	readonly regularity: number;
	/** Mean number of products in an order (at least 1) and of units of each (at least 1). */
	readonly basket: number;
	readonly units: number;
	/** Number of different products the customer chooses from, and the categories they come from. */
	readonly repertoire: number;
	readonly categories: readonly Category[];
	/** Chance that an order falls on a Saturday or Sunday, its mean hour and the deviation of hours. */
	readonly weekend: number;
	readonly hour: number;
	readonly hourSpread: number;
	/** Chance that one product of an order that names the customer is sent back. */
	readonly returns: number;
}

/** The log covers the 14 months 2024-11-01 … 2025-12-31. */
export const dayCount = 426;
const firstDay = Date.UTC(2024, 10, 1) / 86_400_000;
const dates = Array.from({ length: dayCount }, (_, day) => new Date((firstDay + day) * 86_400_000).toISOString().slice(0, 10));
/** 2024-11-01 was a Friday. */
const isWeekend = (day: number): boolean => day % 7 === 1 || day % 7 === 2;
const fading = 20;
const unnamed = 0.05;
const unnamedReturns = 0.1;
const countries = ['VN', 'VN', 'VN', 'VN', 'VN', 'MY', 'MY', 'MY', 'SG', 'SG', 'TH', 'ID'] as const;

interface Order {
	readonly minute: number;
	readonly customer: string;
	readonly country: string;
	readonly cancels: boolean;
	readonly lines: readonly string[];
}

function orderDay(near: number, weekend: boolean): number {
	let day = near;
	while (isWeekend(day) !== weekend) day++;
	return day;
}

function orderMinute(day: number, shopper: Shopper, random: Random): number {
	const hour = Math.min(Math.max(shopper.hour + shopper.hourSpread * normal(random), 7), 22.9);
	return day * 1440 + Math.floor(hour * 60);
}

function line(product: Product, quantity: number, price: number): string {
	return `${product.name},${product.category},${quantity},${price.toFixed(2)}`;
}

function ordersOf(shopper: Shopper, id: string, random: Random): Order[] {
	const shelf = catalogue.filter((product) => shopper.categories.includes(product.category));
	const order = permutation(shelf.length, random);
	const chosen = Array.from({ length: Math.min(shopper.repertoire, shelf.length) }, (_, i) => shelf[order[i]!]!);
	const country = pick(countries, random);
	const orders: Order[] = [];
	let time = shopper.from + random() * shopper.gap;
	while (time < dayCount) {
		const day = orderDay(Math.floor(time), random() < shopper.weekend);
		if (day >= dayCount) break;
		const minute = orderMinute(day, shopper, random);
		const customer = random() < unnamed ? '' : id;
		const size = Math.min(1 + poisson(shopper.basket - 1, random), chosen.length);
		const first = Math.floor(random() * chosen.length);
		const bought = Array.from({ length: size }, (_, i) => {
			const product = chosen[(first + i) % chosen.length]!;
			const price = random() < 0.12 ? product.price * 0.85 : product.price;
			return { product, price, quantity: 1 + poisson(shopper.units - 1, random) };
		});
		const lines = bought.map(({ product, price, quantity }) => line(product, quantity, price));
		if (random() < 0.01) lines.push(line(pick(catalogue, random), 1, 0));
		orders.push({ minute, customer, country, cancels: false, lines });
		if (random() < (customer ? shopper.returns : unnamedReturns)) {
			const { product, price, quantity } = pick(bought, random);
			const later = orderMinute(Math.min(day + 1 + poisson(4, random), dayCount - 1), shopper, random);
			orders.push({ minute: Math.max(later, minute + 1), customer, country, cancels: true, lines: [line(product, -quantity, price)] });
		}
		const gap = time < shopper.fades ? shopper.gap : shopper.gap * fading;
		time = Math.max(time + erlang(gap, shopper.regularity, random), day + 1);
	}
	return orders;
}

/**
 * Writes the log of a shop with these customers, with the faults of a real export: one order in twenty names no customer, one
 * line in 250 stands there twice, some lines cost nothing, and an order id that begins with C takes goods back.
 */
export function shopLog(name: string, shoppers: readonly Shopper[], random: Random): Sample {
	const numbers = permutation(shoppers.length, random);
	const truth = new Map<string, number>();
	const orders: Order[] = [];
	shoppers.forEach((shopper, i) => {
		const customer = String(10_001 + numbers[i]!);
		const own = ordersOf(shopper, customer, random);
		if (own.some((order) => order.customer === customer)) truth.set(customer, shopper.segment);
		orders.push(...own);
	});
	orders.sort((a, b) => a.minute - b.minute);
	const rows = ['order_id,order_date,customer_id,product,category,quantity,unit_price,country'];
	orders.forEach((order, i) => {
		const minute = order.minute % 1440;
		const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
		const head = `${order.cancels ? 'C' : ''}${200_001 + i},${dates[Math.floor(order.minute / 1440)]!} ${clock},${order.customer},`;
		for (const text of order.lines) {
			const row = `${head}${text},${order.country}`;
			rows.push(row);
			if (random() < 0.004) rows.push(row);
		}
	});
	return { name, csv: rows.join('\n') + '\n', truth };
}
