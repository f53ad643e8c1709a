import type { VisitId } from '../../lib/features/visits.js';
import { messages, type Translations } from '../define.js';

const names = messages({
	'visits.name.lastSeen': { en: 'Days since last seen', vi: 'Số ngày từ lần ghé cuối', ms: 'Hari sejak kali terakhir dilihat' },
	'visits.name.firstSeen': { en: 'Days since first seen', vi: 'Số ngày từ lần ghé đầu', ms: 'Hari sejak kali pertama dilihat' },
	'visits.name.visits': { en: 'Visits', vi: 'Số lượt truy cập', ms: 'Lawatan' },
	'visits.name.activeDays': { en: 'Active days', vi: 'Số ngày hoạt động', ms: 'Hari aktif' },
	'visits.name.visitGap': { en: 'Days between active days', vi: 'Số ngày giữa hai ngày hoạt động', ms: 'Hari antara hari aktif' },
	'visits.name.recentVisits': { en: 'Share of recent visits', vi: 'Tỷ lệ lượt gần đây', ms: 'Bahagian lawatan terkini' },
	'visits.name.eventsPerVisit': { en: 'Events per visit', vi: 'Số sự kiện mỗi lượt', ms: 'Peristiwa setiap lawatan' },
	'visits.name.pagesPerVisit': { en: 'Pages per visit', vi: 'Số trang mỗi lượt', ms: 'Halaman setiap lawatan' },
	'visits.name.pagesSeen': { en: 'Different pages', vi: 'Số trang khác nhau', ms: 'Halaman berbeza' },
	'visits.name.visitMinutes': { en: 'Minutes per visit', vi: 'Số phút mỗi lượt', ms: 'Minit setiap lawatan' },
	'visits.name.bounce': { en: 'Bounce rate', vi: 'Tỷ lệ thoát', ms: 'Kadar lantunan' },
	'visits.name.visitHour': { en: 'Usual hour of visits', vi: 'Giờ thường truy cập', ms: 'Waktu lazim melawat' },
	'visits.name.weekendVisits': { en: 'Weekend share of visits', vi: 'Tỷ lệ lượt cuối tuần', ms: 'Bahagian lawatan hujung minggu' },
	'visits.name.purchaseEvents': { en: 'Purchase events', vi: 'Số sự kiện mua hàng', ms: 'Peristiwa pembelian' }
} satisfies Record<`visits.name.${VisitId}`, Translations>);

const definitions = messages({
	'visits.about.lastSeen': {
		en: 'Whole days from the last event to the analysis date.',
		vi: 'Số ngày trọn từ sự kiện cuối đến ngày phân tích.',
		ms: 'Hari penuh dari peristiwa terakhir hingga tarikh analisis.'
	},
	'visits.about.firstSeen': {
		en: 'Whole days from the first event to the analysis date.',
		vi: 'Số ngày trọn từ sự kiện đầu đến ngày phân tích.',
		ms: 'Hari penuh dari peristiwa pertama hingga tarikh analisis.'
	},
	'visits.about.visits': { en: 'Number of visits.', vi: 'Số lượt truy cập.', ms: 'Bilangan lawatan.' },
	'visits.about.activeDays': {
		en: 'Number of different days with an event.',
		vi: 'Số ngày khác nhau có sự kiện.',
		ms: 'Bilangan hari berbeza dengan peristiwa.'
	},
	'visits.about.visitGap': {
		en: 'Mean days from one active day to the next; needs two.',
		vi: 'Số ngày trung bình giữa hai ngày hoạt động liên tiếp; cần hai ngày.',
		ms: 'Purata hari dari satu hari aktif ke hari aktif berikutnya; memerlukan dua.'
	},
	'visits.about.recentVisits': {
		en: 'Visits of the 30 days before the analysis date divided by all visits.',
		vi: 'Số lượt trong 30 ngày trước ngày phân tích chia cho tổng số lượt.',
		ms: 'Lawatan dalam 30 hari sebelum tarikh analisis dibahagi semua lawatan.'
	},
	'visits.about.eventsPerVisit': { en: 'Events divided by visits.', vi: 'Số sự kiện chia cho số lượt.', ms: 'Peristiwa dibahagi lawatan.' },
	'visits.about.pagesPerVisit': {
		en: 'Page views divided by visits.',
		vi: 'Số lượt xem trang chia cho số lượt truy cập.',
		ms: 'Paparan halaman dibahagi lawatan.'
	},
	'visits.about.pagesSeen': {
		en: 'Number of different pages seen.',
		vi: 'Số trang khác nhau đã xem.',
		ms: 'Bilangan halaman berbeza yang dilihat.'
	},
	'visits.about.visitMinutes': {
		en: 'Mean minutes from the first to the last event of a visit.',
		vi: 'Số phút trung bình từ sự kiện đầu đến sự kiện cuối của một lượt.',
		ms: 'Purata minit dari peristiwa pertama hingga terakhir sesuatu lawatan.'
	},
	'visits.about.bounce': {
		en: 'Share of visits that are not engaged.',
		vi: 'Tỷ lệ lượt truy cập không có tương tác.',
		ms: 'Bahagian lawatan tanpa keterlibatan.'
	},
	'visits.about.visitHour': {
		en: 'Mean hour of the day at which visits begin.',
		vi: 'Giờ trung bình trong ngày khi bắt đầu lượt truy cập.',
		ms: 'Purata jam dalam hari apabila lawatan bermula.'
	},
	'visits.about.weekendVisits': {
		en: 'Share of visits that begin on a Saturday or Sunday.',
		vi: 'Tỷ lệ lượt bắt đầu vào thứ Bảy hoặc Chủ nhật.',
		ms: 'Bahagian lawatan yang bermula pada Sabtu atau Ahad.'
	},
	'visits.about.purchaseEvents': {
		en: 'Number of events that are a purchase.',
		vi: 'Số sự kiện là lần mua hàng.',
		ms: 'Bilangan peristiwa yang merupakan pembelian.'
	}
} satisfies Record<`visits.about.${VisitId}`, Translations>);

/** What a log of events tells of its visitors. */
export const visits = messages({
	...names,
	...definitions,
	'visits.minutes': { en: '{minutes} min', vi: '{minutes} phút', ms: '{minutes} min' },
	'visits.finding': {
		en: '{visitors} made {visits}; {bounce} of the visits bounced.',
		vi: '{visitors} có {visits}; {bounce} số lượt thoát ngay.',
		ms: '{visitors} membuat {visits}; {bounce} daripadanya melantun.'
	},
	'visits.finding.plain': {
		en: '{visitors} made {visits}.',
		vi: '{visitors} có {visits}.',
		ms: '{visitors} membuat {visits}.'
	},
	'visits.figures': {
		en: '{events} events, {perVisit} per visit.',
		vi: '{events} sự kiện, {perVisit} sự kiện mỗi lượt.',
		ms: '{events} peristiwa, {perVisit} setiap lawatan.'
	},
	'visits.join': {
		en: '{matched} of {customers} customers are among the {visitors} visitors in {file}, found by their ids. What it says of the others is unknown and never counted as zero.',
		vi: '{matched} trong {customers} khách hàng có trong {visitors} khách truy cập của {file}, tìm theo mã. Thông tin của các khách còn lại là chưa biết và không bao giờ tính là 0.',
		ms: '{matched} daripada {customers} pelanggan terdapat dalam {visitors} pelawat {file}, dicari melalui id. Maklumat pelanggan yang lain tidak diketahui dan tidak dikira sebagai sifar.'
	},
	'visits.reset': { en: 'Day after the last event', vi: 'Ngày sau sự kiện cuối', ms: 'Hari selepas peristiwa terakhir' },
	'visits.date': {
		en: 'The day after the last event, {day}, unless you choose another. Later events take no part.',
		vi: 'Ngày sau sự kiện cuối cùng, {day}, trừ khi bạn chọn ngày khác. Sự kiện sau ngày đó không được tính.',
		ms: 'Hari selepas peristiwa terakhir, {day}, melainkan anda memilih yang lain. Peristiwa selepasnya tidak dikira.'
	},
	'visits.how': {
		en: 'Events of one person with one visit number are one visit; without a number, a visit ends after 30 minutes without an event. A visit is engaged where the file says so; where it says nothing, by the rule of Google Analytics 4: ten seconds or longer, two page views or more, or a purchase. The bounce rate is the share of visits that are not engaged. A number without meaning for somebody stays empty and is never counted as zero.',
		vi: 'Các sự kiện của một người có cùng mã phiên là một lượt truy cập; nếu không có mã, lượt kết thúc sau 30 phút không có sự kiện. Một lượt là có tương tác khi tệp ghi như vậy; nếu tệp không ghi, theo quy tắc của Google Analytics 4: kéo dài từ mười giây, có từ hai lượt xem trang, hoặc có mua hàng. Tỷ lệ thoát là tỷ lệ lượt không có tương tác. Con số không có nghĩa với ai đó được để trống và không bao giờ tính là 0.',
		ms: 'Peristiwa seseorang dengan satu nombor sesi ialah satu lawatan; tanpa nombor, lawatan berakhir selepas 30 minit tanpa peristiwa. Lawatan mempunyai keterlibatan apabila fail menyatakannya; jika tidak dinyatakan, mengikut peraturan Google Analytics 4: sepuluh saat atau lebih, dua paparan halaman atau lebih, atau pembelian. Kadar lantunan ialah bahagian lawatan tanpa keterlibatan. Nombor yang tiada makna bagi seseorang dibiarkan kosong dan tidak dikira sebagai sifar.'
	}
});
