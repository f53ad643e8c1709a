import { fold } from './fold.js';
import { eventRoles, type EventRole, type EventRoles } from './events.js';
import { decimalMark, parseNumber } from './number.js';
import { guessRoles } from './roles.js';

const list = (words: string): readonly string[] => words.split(' ');

/** Words that name a role in headers of logs, in English, Vietnamese and Malay; the best first. Written as `fold` writes them. */
const words: Record<EventRole, readonly string[]> = {
	customer: list(
		'userid customerid memberid clientid user customer member visitorid visitor userpseudoid pseudouserid distinctid anonymousid deviceid ' +
			'cookieid email emailaddress username makhachhang khachhang manguoidung nguoidung idpengguna pengguna idpelanggan pelanggan emel'
	),
	time: list(
		'eventtimestamp timestamp eventtime eventdatetime datetime occurredat createdat time date eventdate thoigian thoidiem ngay masa tarikh'
	),
	event: list('eventname event eventtype action activity sukien tensukien hanhdong peristiwa namaperistiwa acara tindakan aktiviti'),
	page: list(
		'pagelocation pagepath pageurl page url path pagetitle screenname firebasescreen screen trang duongdan diachitrang halaman laman urlhalaman'
	),
	session: list('gasessionid sessionid session visitid visit maphien phien phientruycap idsesi sesi'),
	engaged: list('sessionengaged engagedsession isengaged engaged cotuongtac tuongtac terlibat')
};

/** A header without what flattening an analytics export puts before and behind a name: `event_params.ga_session_id.int_value`. */
const bare = (header: string): string =>
	fold(header)
		.replace(/^(eventparams|properties|params)(?=.)/, '')
		.replace(/(?<=.)(value)?(string|int|float|double)value$/, '');

/** Guesses which column of a log plays which role, from its header and first rows; no column plays two. */
export function guessEventRoles(columns: readonly string[], sample: readonly (readonly string[])[]): EventRoles {
	const names = columns.map(bare);
	const { customer, time } = guessRoles(columns, sample, true);
	const filled = (column: number) => sample.some((row) => (row[column] ?? '').trim() !== '');
	const roles: EventRoles = {};
	const taken = new Set<number>();
	const give = (role: EventRole, column: number | undefined) => {
		if (column === undefined || column < 0 || taken.has(column)) return;
		roles[role] = column;
		taken.add(column);
	};
	for (const role of eventRoles) {
		const ranked = names
			.map((name, column) => ({ column, rank: words[role].indexOf(name) }))
			.filter(({ rank, column }) => rank >= 0 && filled(column) && !taken.has(column))
			.sort((a, b) => a.rank - b.rank);
		give(role, ranked[0]?.column ?? (role === 'customer' ? customer : role === 'time' ? time : undefined));
	}
	return roles;
}

/** Whether a header names the amount of money of a line, as an order log does: then a log of whatever is done is one of orders. */
const money = /^(amount|total|price|unitprice|revenue|sales|spend|thanhtien|tongtien|gia|dongia|doanhthu|jumlah|amaun|harga|hasil)/;

/**
 * Whether the rows of a table of unknown origin are what people did, moment by moment: a customer who comes back in them, a time, and
 * an event, a page or a visit, with no amounts of money under a header of orders.
 */
export function isEvents(columns: readonly string[], sample: readonly (readonly string[])[]): boolean {
	const roles = guessEventRoles(columns, sample);
	const { customer, time } = roles;
	if (customer === undefined || time === undefined) return false;
	const cells = (column: number) => sample.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
	const paid = columns.some((name, column) => {
		const texts = cells(column);
		const mark = decimalMark(texts);
		return money.test(fold(name)) && texts.length > 0 && texts.every((cell) => !Number.isNaN(parseNumber(cell, mark)));
	});
	const { event, page, session } = roles;
	if (paid && event === undefined && session === undefined) return false;
	if (paid && guessRoles(columns, sample, true).order !== undefined) return false;
	const words = (column: number | undefined) => column !== undefined && cells(column).some((cell) => /\p{L}|\//u.test(cell));
	const ids = cells(customer);
	const comesBack = ids.length < 3 || new Set(ids).size < ids.length;
	return comesBack && (words(event) || words(page) || (session !== undefined && !paid));
}
