import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { reasons, type Dictionary, type Orders, type Reason } from '../../../src/lib/table/orders.js';

export interface Row {
	customer: string;
	/** Milliseconds since 1970-01-01T00:00. */
	time: number;
	amount: number;
	order?: string;
	product?: string;
	quantity?: number;
	country?: string;
	aside?: Reason;
}

/** An order log of these rows; a column that no row names is absent. */
export function ordersOf(rows: readonly Row[]): Orders {
	const optional = (cells: (string | undefined)[]) => (cells.some((cell) => cell !== undefined) ? dictionary(cells) : null);
	return {
		file: 'made.csv',
		columns: [],
		roles: {},
		rows: rows.length,
		customer: dictionary(rows.map((row) => row.customer)),
		order: optional(rows.map((row) => row.order)),
		product: optional(rows.map((row) => row.product)),
		country: optional(rows.map((row) => row.country)),
		status: null,
		time: Float64Array.from(rows, (row) => row.time),
		quantity: rows.some((row) => row.quantity !== undefined) ? Float64Array.from(rows, (row) => row.quantity ?? 1) : null,
		amount: Float64Array.from(rows, (row) => row.amount),
		ruledOut: null,
		otherCurrency: null,
		overlap: null,
		paidHere: null,
		repeated: new Uint8Array(rows.length),
		aside: Uint8Array.from(rows, (row) => (row.aside ? 1 + reasons.indexOf(row.aside) : 0)),
		currency: null,
		source: { rows: () => Promise.resolve([]) }
	};
}

/** Codes into the distinct texts, in order of appearance. */
export function dictionary(cells: readonly (string | undefined)[]): Dictionary {
	const codeOf = new Map<string, number>();
	const codes = Int32Array.from(cells, (cell) => {
		if (cell === undefined || cell === '') return -1;
		if (!codeOf.has(cell)) codeOf.set(cell, codeOf.size);
		return codeOf.get(cell)!;
	});
	return { codes, values: [...codeOf.keys()] };
}

/** Online Retail, cleaned by the rule of its reference: customer present, not cancelled, quantity and price above zero. */
export function onlineRetail(path: string): Orders {
	const text = gunzipSync(readFileSync(path)).toString('utf8');
	const [, ...cells] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
	return ordersOf(
		cells.map(([invoice, stock, , quantity, time, price, customer, country]) => {
			const row: Row = {
				customer: customer!,
				order: invoice!,
				product: stock!,
				country: country!,
				time: Date.parse(`${time!.replace(' ', 'T')}Z`),
				quantity: Number(quantity),
				amount: Number(quantity) * Number(price)
			};
			if (customer === '' || customer === 'NA') row.aside = 'noCustomer';
			else if (invoice!.startsWith('C')) row.aside = 'cancelled';
			else if (Number(quantity) <= 0) row.aside = 'returned';
			else if (Number(price) <= 0) row.aside = 'noPrice';
			return row;
		})
	);
}

export const dayOf = (iso: string) => Date.parse(`${iso}T00:00Z`) / 86_400_000;
export const timeOf = (iso: string) => Date.parse(`${iso}Z`);
