import { isEvents } from '../event-roles.js';
import { decimalMark, parseNumber } from '../number.js';
import type { Roles } from '../orders.js';
import { fold } from '../fold.js';
import { guessRoles } from '../roles.js';
import { dateOrder, parseTime } from '../time.js';
import type { TableKind } from './sources.js';

/** Why a table cannot be used for segments of customers; each is a problem the person reads. */
export type Refusal = 'productList' | 'totalsOnly' | 'noPeople';

export type KindFound =
	| { readonly kind: TableKind; readonly roles: Roles }
	| { readonly kind: 'refused'; readonly reason: Refusal }
	| { readonly kind: 'unknown' };

/** Headers that count people rather than name them, such as the columns of a web report. */
const counted = /^(numberof|countof|so(luong)?khach|jumlah|bilangan)|(users|customers|visitors|buyers|clients|members)$/;
const personal =
	/^(id|name|fullname|firstname|lastname|ten|hoten|hovaten|nama|namapenuh)$|(customer|user|client|member|person|contact|subscriber|visitor|respondent|buyer|patient|guest)(id|no|number|key|name|email|phone)?$|(e?mail|emel)(address)?$|phone|khachhang|nguoimua|pelanggan|pembeli|birth|gender/;
const productId =
	/^(sku|variantsku|productid|productcode|productname|product|itemid|itemname|item|barcode|handle|title|stockcode|masanpham|tensanpham|sanpham|mahang|tenhang|kodproduk|namaproduk|produk)$/;
const productFact =
	/price|cost|stock|inventory|barcode|weight|vendor|brand|variant|category|gia(ban|von)?$|tonkho|nhanhieu|danhmuc|harga|stok|jenama|kategori/;
const eventName = /^(event|eventname|eventtype|action|activity|sukien|hanhdong|peristiwa|acara)$/;
const question = /\?\s*$|^q(uestion)?\s?\d+\b|^câu (hỏi )?\d+/i;

interface Cells {
	readonly distinct: number;
	readonly filled: number;
	readonly numeric: boolean;
	readonly times: boolean;
}

function cellsOf(sample: readonly (readonly string[])[], column: number): Cells {
	const filled = sample.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
	const mark = decimalMark(filled);
	const { order } = dateOrder(filled);
	const share = (test: (cell: string) => boolean) => filled.length > 0 && filled.filter(test).length >= 0.8 * filled.length;
	const times = share((cell) => !/^\d{1,7}$/.test(cell) && !Number.isNaN(parseTime(cell, order)));
	return {
		distinct: new Set(filled).size,
		filled: filled.length,
		numeric: !times && share((cell) => !Number.isNaN(parseNumber(cell, mark))),
		times
	};
}

/**
 * What the rows of a table of unknown origin are, from its header and first rows: an order log (someone, when, how much), a
 * customer table (one row each), events (someone, when, what) or a survey; or why it is none of them: a product list, totals of
 * a report, or orders that name nobody.
 */
export function kindOf(columns: readonly string[], sample: readonly (readonly string[])[]): KindFound {
	const guessed = guessRoles(columns, sample, true);
	const names = columns.map(fold);
	const cells = columns.map((_, j) => cellsOf(sample, j));
	const { customer: claimed, ...rest } = guessed;
	const customer = claimed !== undefined && !counted.test(names[claimed]!) ? claimed : undefined;
	const roles: Roles = customer === undefined ? rest : guessed;
	const unique = (j: number) => cells[j]!.filled === sample.length && cells[j]!.distinct === sample.length && sample.length > 1;

	const products = names.filter((name) => productId.test(name)).length;
	const productFacts = names.filter((name) => productFact.test(name)).length;
	const person = customer !== undefined || names.some((name, j) => personal.test(name) && !counted.test(name) && cells[j]!.filled > 0);
	const money = roles.amount !== undefined || roles.price !== undefined;
	const dated = roles.time !== undefined;

	if (products > 0 && customer === undefined && roles.order === undefined && products + productFacts >= 3)
		return { kind: 'refused', reason: 'productList' };
	if (columns.filter((name) => question.test(name)).length >= 3) return { kind: 'survey', roles };
	if (names.some((name) => eventName.test(name)) && dated && customer !== undefined) return { kind: 'events', roles };
	if (customer !== undefined && dated && money) {
		const lines = roles.order !== undefined || roles.price !== undefined || roles.product !== undefined;
		if (lines || !unique(customer)) return { kind: 'orders', roles };
	}
	if (isEvents(columns, sample)) return { kind: 'events', roles };
	if (person) return { kind: 'customers', roles };
	if (roles.order !== undefined && (dated || money)) return { kind: 'refused', reason: 'noPeople' };
	const numbers = cells.filter(({ numeric }) => numeric).length;
	const labels = columns.flatMap((_, j) => (cells[j]!.numeric || cells[j]!.filled === 0 ? [] : [j]));
	const keyed = labels.length > 0 && labels.length <= 3 && sample.length > 1;
	const keys = new Set(sample.map((row) => JSON.stringify(labels.map((j) => row[j] ?? ''))));
	if (keyed && numbers > 0 && keys.size === sample.length) return { kind: 'refused', reason: 'totalsOnly' };
	return columns.length >= 5 && !dated ? { kind: 'customers', roles } : { kind: 'unknown' };
}
