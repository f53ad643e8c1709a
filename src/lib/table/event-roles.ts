import { fold } from './fold.js';
import { eventRoles, type EventRole, type EventRoles } from './events.js';
import { decimalMark, parseNumber } from './number.js';
import { guessRoles } from './roles.js';

const list = (words: string): readonly string[] => words.split(' ');

/** Words that name a role in headers of logs, in English, Vietnamese and Malay; the best first. Written as `fold` writes them. */
const words: Record<EventRole, readonly string[]> = {
	customer: list(
		'userid customerid memberid clientid user customer member fullvisitorid visitorid visitor userpseudoid pseudouserid distinctid anonymousid deviceid ' +
			'cookieid email emailaddress username makhachhang khachhang manguoidung nguoidung idpengguna pengguna idpelanggan pelanggan emel'
	),
	time: list(
		'eventtimestamp timestamp eventtime eventdatetime datetime occurredat createdat visitstarttime sessionstart sessionstarttime starttime startedat time date eventdate thoigian thoidiem ngay masa tarikh'
	),
	event: list('eventname event eventtype action activity sukien tensukien hanhdong peristiwa namaperistiwa acara tindakan aktiviti'),
	page: list(
		'pagelocation pagepath pageurl page url path pagetitle screenname firebasescreen screen trang duongdan diachitrang halaman laman urlhalaman'
	),
	session: list('gasessionid sessionid session visitid visit maphien phien phientruycap idsesi sesi'),
	engaged: list('sessionengaged engagedsession isengaged engaged cotuongtac tuongtac terlibat'),
	bounced: list('bounced bounce isbounce isbounced bounces thoatngay thoat lantunan melantun'),
	views: list(
		'pageviews pageviewcount screenpageviews screenviews views pagesviewed pagesseen pages soluotxem soluotxemtrang luotxemtrang sotrang ' +
			'paparanhalaman halamandilihat bilanganhalaman'
	),
	duration: list(
		'sessionduration visitduration duration durationseconds durationsec durationmin durationminutes durationms sessionseconds timeonsite ' +
			'sessionlength visitlength thoiluong thoiluongphien thoigiantrentrang tempoh tempohsesi tempohlawatan'
	)
};

/** A header without what flattening an analytics export puts before and behind a name: `event_params.ga_session_id.int_value`. */
const bare = (header: string): string =>
	fold(header)
		.replace(/^(eventparams|properties|params|totals)(?=.)/, '')
		.replace(/(?<=.)(value)?(string|int|float|double)value$/, '');

/** Guesses which column of a log plays which role, from its header and first rows; no column plays two. */
export function guessEventRoles(columns: readonly string[], sample: readonly (readonly string[])[]): EventRoles {
	const names = columns.map(bare);
	const { customer, time } = guessRoles(columns, sample, true);
	const cells = (column: number) => sample.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
	const fits = (role: EventRole, column: number) => {
		const texts = cells(column);
		if (role !== 'views' && role !== 'duration') return texts.length > 0;
		return texts.length > 0 && texts.every((cell) => /^\d+([.,]\d+)?$/.test(cell) || (role === 'duration' && clockSeconds(cell) !== null));
	};
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
			.filter(({ rank, column }) => rank >= 0 && fits(role, column) && !taken.has(column))
			.sort((a, b) => a.rank - b.rank);
		give(role, ranked[0]?.column ?? (role === 'customer' ? customer : role === 'time' ? time : undefined));
	}
	return roles;
}

/** Seconds of a duration written as `3:25` or `0:03:25`; null for any other text. */
export function clockSeconds(text: string): number | null {
	const parts = /^\s*(?:(\d+):)?(\d{1,2}):(\d\d(?:\.\d+)?)\s*$/.exec(text);
	return parts ? Number(parts[1] ?? 0) * 3600 + Number(parts[2]) * 60 + Number(parts[3]) : null;
}

/** Seconds of one unit of a column of durations, by its header: `duration_min`, `duration_ms`; seconds where it names none. */
export function durationUnit(header: string): number {
	const name = fold(header);
	if (/(ms|msec|millis|milliseconds|miligiay|milisaat)$/.test(name)) return 0.001;
	return /(min|mins|minutes|phut|minit)$/.test(name) ? 60 : 1;
}

/** Whether a header names the amount of money of a line, as an order log does: then a log of whatever is done is one of orders. */
const money = /^(amount|total|price|unitprice|revenue|sales|spend|thanhtien|tongtien|gia|dongia|doanhthu|jumlah|amaun|harga|hasil)/;

/**
 * Whether the rows of a table of unknown origin are what people did, moment by moment: a customer who comes back in them, a time, and
 * an event, a page or a visit, with no amounts of money under a header of orders. So are rows that each stand for a visit: they count its
 * pages or its seconds.
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
	const ids = cells(customer);
	const comesBack = ids.length < 3 || new Set(ids).size < ids.length;
	if ((roles.views !== undefined || roles.duration !== undefined) && guessRoles(columns, sample, true).order === undefined)
		return comesBack;
	if (paid && event === undefined && session === undefined) return false;
	if (paid && guessRoles(columns, sample, true).order !== undefined) return false;
	const words = (column: number | undefined) => column !== undefined && cells(column).some((cell) => /\p{L}|\//u.test(cell));
	return comesBack && (words(event) || words(page) || (session !== undefined && !paid));
}
