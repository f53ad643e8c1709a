import type { Customers, PurchaseLog } from './customers.js';

/** Some of the customers, in the order of `rows`, with all that is known of them. */
export function takeCustomers(customers: Customers, rows: Int32Array): Customers {
	const { ids, features, outcomes, country, log } = customers;
	return {
		...customers,
		ids: Array.from(rows, (row) => ids[row]!),
		features: features.map((feature) => ({
			...feature,
			values: Float64Array.from(rows, (row) => feature.values[row]!),
			...(feature.mostNames ? { mostNames: { ...feature.mostNames, codes: rows.map((row) => feature.mostNames!.codes[row]!) } } : {}),
			...(feature.filled ? { filled: { ...feature.filled, where: Uint8Array.from(rows, (row) => feature.filled!.where[row]!) } } : {})
		})),
		...(outcomes
			? { outcomes: outcomes.map((outcome) => ({ ...outcome, values: Float64Array.from(rows, (row) => outcome.values[row]!) })) }
			: {}),
		country: country && { ...country, codes: rows.map((row) => country.codes[row]!) },
		log: log && takeLog(log, rows)
	};
}

function takeLog(log: PurchaseLog, rows: Int32Array): PurchaseLog {
	const lines = linesOf(log.start, rows);
	const returns = linesOf(log.returnStart, rows);
	const int = (from: Int32Array, { at }: Lines) => at.map((line) => from[line]!);
	const float = (from: Float64Array) => Float64Array.from(lines.at, (line) => from[line]!);
	return {
		start: lines.start,
		day: int(log.day, lines),
		hour: Float32Array.from(lines.at, (line) => log.hour[line]!),
		order: int(log.order, lines),
		product: int(log.product, lines),
		quantity: float(log.quantity),
		amount: float(log.amount),
		...(log.category ? { category: { ...log.category, codes: int(log.category.codes, lines) } } : {}),
		...(log.channel ? { channel: { ...log.channel, codes: int(log.channel.codes, lines) } } : {}),
		...(log.discounted ? { discounted: Uint8Array.from(lines.at, (line) => log.discounted![line]!) } : {}),
		returnStart: returns.start,
		returnDay: int(log.returnDay, returns),
		returnOrder: int(log.returnOrder, returns)
	};
}

interface Lines {
	readonly start: Uint32Array;
	readonly at: Int32Array;
}

function linesOf(start: Uint32Array, rows: Int32Array): Lines {
	const taken = new Uint32Array(rows.length + 1);
	rows.forEach((row, i) => (taken[i + 1] = taken[i]! + start[row + 1]! - start[row]!));
	const at = new Int32Array(taken.at(-1)!);
	rows.forEach((row, i) => {
		for (let line = start[row]!, to = taken[i]!; line < start[row + 1]!; line++, to++) at[to] = line;
	});
	return { start: taken, at };
}
