import Papa from 'papaparse';
import { seeded } from '../../src/lib/random.js';

/** A line of the sample as text, read without any code of the product. */
export interface Line {
	order_id: string;
	order_date: string;
	customer_id: string;
	product: string;
	category: string;
	quantity: string;
	unit_price: string;
	country: string;
}

export const linesOf = (csv: string): Line[] => Papa.parse<Line>(csv, { header: true, skipEmptyLines: true }).data;
export const isCancelled = (line: Line): boolean => line.order_id.startsWith('C');
export const isPurchase = (line: Line): boolean => line.customer_id !== '' && !isCancelled(line) && Number(line.unit_price) > 0;
export const dayOf = (line: Line): number => Date.parse(line.order_date.slice(0, 10)) / 86_400_000;
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

export function byCustomer(lines: readonly Line[]): Map<string, Line[]> {
	const groups = new Map<string, Line[]>();
	for (const line of lines) groups.set(line.customer_id, [...(groups.get(line.customer_id) ?? []), line]);
	return groups;
}

/** Twelve plain features of each customer, several of them redundant, as the logarithm of one plus the value, scaled to z scores. */
export function features(lines: readonly Line[]): { ids: string[]; x: number[][] } {
	const end = Math.max(...[...new Set(lines.map((line) => line.order_date.slice(0, 10)))].map((date) => Date.parse(date))) / 86_400_000 + 1;
	const returned = byCustomer(lines.filter((line) => line.customer_id !== '' && isCancelled(line)));
	const groups = [...byCustomer(lines.filter(isPurchase))];
	const raw = groups.map(([id, own]) => {
		const days = [...new Set(own.map(dayOf))].sort((a, b) => a - b);
		const orders = new Set(own.map((line) => line.order_id)).size;
		const revenue = sum(own.map((line) => Number(line.quantity) * Number(line.unit_price)));
		return [
			end - days.at(-1)!,
			end - days[0]!,
			orders,
			revenue,
			revenue / orders,
			days.length > 1 ? (days.at(-1)! - days[0]!) / (days.length - 1) : 20,
			sum(own.map((line) => Number(line.quantity))),
			own.length / orders,
			new Set(own.map((line) => line.product)).size,
			mean(own.map((line) => ([0, 6].includes(new Date(dayOf(line) * 86_400_000).getUTCDay()) ? 1 : 0))),
			mean(own.map((line) => Number(line.order_date.slice(11, 13)))),
			(returned.get(id)?.length ?? 0) / orders
		].map(Math.log1p);
	});
	const columns = raw[0]!.map((_, j) => raw.map((row) => row[j]!));
	const centre = columns.map(mean);
	const spread = columns.map((column, j) => Math.sqrt(mean(column.map((v) => (v - centre[j]!) ** 2))));
	const kept = spread.flatMap((s, j) => (s > 0 ? [j] : []));
	return { ids: groups.map(([id]) => id), x: raw.map((row) => kept.map((j) => (row[j]! - centre[j]!) / spread[j]!)) };
}

const squared = (a: readonly number[], b: readonly number[]) => a.reduce((total, v, j) => total + (v - b[j]!) ** 2, 0);

/** Lloyd's k-means from seeded k-means++ starts; the labels of the best of `starts` runs. */
export function kMeans(x: readonly number[][], k: number, starts = 6): number[] {
	const random = seeded(7);
	let best = { inertia: Infinity, labels: [] as number[] };
	for (let start = 0; start < starts; start++) {
		const centres = [x[Math.floor(random() * x.length)]!];
		while (centres.length < k) {
			const near = x.map((row) => Math.min(...centres.map((centre) => squared(row, centre))));
			let left = random() * sum(near);
			centres.push(
				x[
					Math.max(
						near.findIndex((d) => (left -= d) <= 0),
						0
					)
				]!
			);
		}
		let labels: number[] = [];
		for (let round = 0; round < 30; round++) {
			labels = x.map((row) => {
				const distances = centres.map((centre) => squared(row, centre));
				return distances.indexOf(Math.min(...distances));
			});
			for (let c = 0; c < k; c++) {
				const own = x.filter((_, i) => labels[i] === c);
				if (own.length > 0) centres[c] = own[0]!.map((_, j) => mean(own.map((row) => row[j]!)));
			}
		}
		const inertia = sum(x.map((row, i) => squared(row, centres[labels[i]!]!)));
		if (inertia < best.inertia) best = { inertia, labels };
	}
	return best.labels;
}

/** Mean silhouette (Rousseeuw 1987) of every third row among every third row. */
export function silhouette(x: readonly number[][], labels: readonly number[]): number {
	const rows = x.flatMap((row, i) => (i % 3 === 0 ? [{ row, label: labels[i]! }] : []));
	const k = Math.max(...labels) + 1;
	return mean(
		rows.map(({ row, label }) => {
			const total = new Array<number>(k).fill(0);
			const count = new Array<number>(k).fill(0);
			for (const other of rows) {
				if (other.row === row) continue;
				total[other.label]! += Math.sqrt(squared(row, other.row));
				count[other.label]!++;
			}
			const means = total.map((t, c) => (count[c]! > 0 ? t / count[c]! : Infinity));
			const own = means[label]!;
			const next = Math.min(...means.filter((_, c) => c !== label));
			return Number.isFinite(own) ? (next - own) / Math.max(own, next) : 0;
		})
	);
}

/** Adjusted Rand index (Hubert & Arabie 1985). */
export function adjustedRand(a: readonly number[], b: readonly number[]): number {
	const pairs = (n: number) => (n * (n - 1)) / 2;
	const counts = (keys: readonly (string | number)[]) => {
		const found = new Map<string | number, number>();
		for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
		return sum([...found.values()].map(pairs));
	};
	const both = counts(a.map((label, i) => `${label} ${b[i]!}`));
	const expected = (counts(a) * counts(b)) / pairs(a.length);
	return (both - expected) / ((counts(a) + counts(b)) / 2 - expected);
}

/** Share of `ids` that is in `later`. */
export const share = (ids: readonly string[], later: ReadonlySet<string>): number => mean(ids.map((id) => (later.has(id) ? 1 : 0)));
