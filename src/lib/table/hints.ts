import { namesWholeCurrency } from './currency.js';

/** What the name of a column says about its cells. */
export interface NameHints {
	/** A point in time. */
	readonly time: boolean;
	/** A number, a price or an identifier, so that its digits are no time. */
	readonly other: boolean;
	readonly phone: boolean;
	/** Amounts of a currency without fractions. */
	readonly whole: boolean;
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const times = list('date dates time datetime timestamp ts at on created updated modified birthday dob ngay thoi tarikh masa waktu tanggal');
const timeEnding = /^(?!life|over|lead|run|up|down).*(date|time|timestamp|createdat|updatedat|paidat)$/;
const lengths = list('spent seconds secs minutes mins hours days duration');
const others = list(
	'id ids uid guid no nr num number code sku ean upc gtin isbn barcode zip postcode postal ref reference account card order invoice ' +
		'transaction customer client user member amount price total value revenue sales spend balance income profit subtotal turnover qty quantity units cost fee tax phone mobile tel ' +
		'telephone fax whatsapp zalo sdt ma so gia tien luong doanh chi phi kod nombor bilangan harga jumlah amaun telefon'
);
const otherEnding = /(order|invoice|transaction|customer|client|user|member|buyer|item|product|account)(id|no|number|code)$/;
const phones = list('phone mobile telephone fax whatsapp zalo sdt telefon');
const phoneEnding = /(phone|phonenumber|mobilenumber)$/;

/** Reads the name of a column for words in English, Vietnamese and Malay, with or without diacritics and in any case. */
export function nameHints(name: string): NameHints {
	const words = name
		.replace(/([a-z\d])([A-Z])/g, '$1 $2')
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[đĐ]/g, 'd')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u);
	const has = (set: ReadonlySet<string>, ending?: RegExp) => words.some((word) => set.has(word) || ending?.test(word));
	const length = has(lengths);
	const time = has(times, timeEnding) && !length;
	return {
		time,
		other: !time && (length || has(others, otherEnding)),
		phone: has(phones, phoneEnding) || /dien thoai/.test(words.join(' ')),
		whole: namesWholeCurrency(name)
	};
}
