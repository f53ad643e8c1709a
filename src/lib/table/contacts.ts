import { fold } from './fold.js';
import { missingAt } from './missing.js';
import { dictionary } from './dictionary.js';
import type { Dictionary } from './orders.js';
import { textAt, type TextColumn, type TextTable } from './table.js';

/** Columns that reach a person, beside the one that names them; one entry per row of the file. */
export interface Contacts {
	readonly emails: readonly Dictionary[];
	readonly phones: readonly Dictionary[];
	/** The browser or telephone that an event came from, which stands for a customer who is not signed in. */
	readonly device?: Dictionary;
}

const emailHeader = /e?mail|emel|thudientu/;
const phoneHeader = /phone|mobile|telefon|dienthoai|didong|whatsapp|zalo|^(tel|sdt|notel|nohp|hp|dtdd)/;
/** Of whoever receives a parcel or works at the shop, who need not be the customer. */
const otherPerson =
	/ship|deliver|receiv|recipient|nguoinhan|giaohang|nhanhang|penerima|penghantaran|staff|employee|owner|agent|nhanvien|pekerja|kakitangan/;
const looked = 200;

/** Words before the @ of an address that stands for no one. */
const nobody = new Set(
	(
		'no none noemail nomail noreply donotreply na null nil unknown guest test tester testing example customer client walkin walkincustomer ' +
		'anonymous anon default fake dummy user admin khachle khachhang khongco kovo trong tiada tiadaemel pelanggan'
	).split(' ')
);

/** The letters of an e-mail before and behind what `+` sets apart, and dots, mean nothing at Gmail. */
const gmail = /^(gmail|googlemail)\.com$/;

/**
 * What the spellings of one e-mail address have in common: lower case, no spaces; null for a text that is no address, is masked with
 * stars, or is a placeholder such as `none@shop.vn` or `noreply@…`.
 * @param gmailDots whether dots before `@gmail.com` are taken away, as Gmail does
 */
export function emailKey(text: string, gmailDots = false): string | null {
	const bare = text
		.normalize('NFKC')
		.replace(/\s+/g, '')
		.replace(/^mailto:/i, '')
		.replace(/^<(.*)>$/, '$1')
		.toLowerCase();
	const parts = /^([^@<>(),;:"*]+)@([^@<>(),;:"*]+\.[\p{L}\d-]{2,})$/u.exec(bare);
	if (!parts) return null;
	const [, name, host] = parts as unknown as [string, string, string];
	if (nobody.has(fold(name)) || /^(.)\1+$/.test(name) || /^(test|none|noemail|nomail)\./.test(host)) return null;
	return gmailDots && gmail.test(host) ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${host}`;
}

/** Countries whose numbers are written without the country code in files of their shops. */
export type Home = '84' | '60';

/** The digits of a phone number, with `+` where it is written with its country; null where it cannot be one. */
function digitsOf(text: string): string | null {
	const bare = text.normalize('NFKC').trim().replace(/^'/, '').replace(/^tel:/i, '');
	if (!/^[+\d\s().\-–/]+$/.test(bare)) return null;
	const digits = bare.replace(/\(0\)/, '').replace(/[^\d+]/g, '');
	const plain = digits.replace(/^00(?=[1-9])/, '+');
	const count = plain.replace('+', '').length;
	return /^\+?\d+$/.test(plain) && count >= 8 && count <= 15 ? plain : null;
}

/** Numbers nobody has: one digit throughout, a run as it stands on the keyboard, or nothing but zeros behind the first three digits. */
const isPlaceholder = (national: string): boolean =>
	/^(\d)\1*$/.test(national) || '01234567890'.includes(national) || '09876543210'.includes(national) || /0{7,}$/.test(national);

/** The country whose own way of writing a number has, by its first digits and length: Vietnam (84) or Malaysia (60). */
function countryOf(digits: string, home: Home | null): Home | null {
	if (/^0(1\d{8,9})$/.test(digits)) return '60';
	if (/^0([5789]\d{8})$/.test(digits)) return '84';
	if (/^02\d{9}$/.test(digits)) return home === '84' ? home : null;
	if (/^0[4-9]\d{7}$/.test(digits)) return '60';
	if (/^03\d{8}$/.test(digits)) return home;
	// A spreadsheet that takes a number for a quantity drops its zero.
	if (/^1\d{8,9}$/.test(digits)) return home === '60' ? home : null;
	if (/^[35789]\d{8}$/.test(digits)) return home === '84' ? home : null;
	return null;
}

/**
 * What the spellings of one phone number have in common: `+`, the country and the number without its zero, where the country is written
 * (`+84`, `0084`) or follows from the national form (Vietnam: `09…`; Malaysia: `01…`; forms that others have too belong to `home`); else the digits as they
 * are. Spaces, dashes, dots and brackets mean nothing. Null for a text that is no number, is masked, or is a placeholder.
 */
export function phoneKey(text: string, home: Home | null): string | null {
	const digits = digitsOf(text);
	if (digits === null) return null;
	const written = /^\+(84|60)0?([1-9]\d{7,10})$/.exec(digits) ?? (home && new RegExp(`^(${home})0?([1-9]\\d{7,9})$`).exec(digits));
	if (written) return isPlaceholder(`0${written[2]!}`) || isPlaceholder(written[2]!) ? null : `+${written[1]!}${written[2]!}`;
	if (isPlaceholder(digits.replace(/^\+/, ''))) return null;
	const country = countryOf(digits, home);
	return country ? `+${country}${digits.replace(/^0/, '')}` : digits;
}

/** Where most of the numbers of a file come from that tell it: Vietnam, Malaysia, or (null) neither. */
export function homeOf(texts: Iterable<string>): Home | null {
	const votes = { '84': 0, '60': 0 };
	for (const text of texts) {
		const digits = digitsOf(text);
		if (digits === null) continue;
		const country = /^\+?(84|60)[1-9]\d{7,9}$/.exec(digits)?.[1] ?? countryOf(digits, null);
		if (country) votes[country as Home]++;
	}
	return votes['84'] === votes['60'] ? null : votes['84'] > votes['60'] ? '84' : '60';
}

/** The first filled texts of a column. */
function firstTexts({ texts }: TextColumn): string[] {
	const found: string[] = [];
	for (let i = 1; i < texts.count && found.length < looked; i++) if (!missingAt(texts, i)) found.push(textAt(texts, i));
	return found;
}

/**
 * The columns of e-mail addresses and phone numbers of a table, by header and content; of the customer, not of whoever receives the parcel.
 * Null where there are none.
 */
export function contactsOf(table: TextTable): Contacts | null {
	const found = (header: RegExp, reads: (text: string) => unknown) =>
		table.columns
			.filter((column) => {
				const name = fold(column.name);
				if (!header.test(name) || otherPerson.test(name)) return false;
				const texts = firstTexts(column);
				return texts.length > 0 && texts.filter((text) => reads(text) !== null).length > texts.length / 2;
			})
			.map(dictionary);
	const emails = found(emailHeader, (text) => (text.includes('@') ? text : null));
	const phones = found(phoneHeader, digitsOf);
	return emails.length + phones.length === 0 ? null : { emails, phones };
}
