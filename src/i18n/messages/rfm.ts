import type { RfmName } from '../../lib/segments/segments.js';
import { messages, type Translations } from '../define.js';

const names = messages({
	'rfm.name.champions': { en: 'Champions', vi: 'Khách vàng', ms: 'Juara' },
	'rfm.name.loyal': { en: 'Loyal', vi: 'Trung thành', ms: 'Setia' },
	'rfm.name.potential': { en: 'Potential loyalists', vi: 'Có thể trung thành', ms: 'Bakal setia' },
	'rfm.name.new': { en: 'New', vi: 'Khách mới', ms: 'Baharu' },
	'rfm.name.promising': { en: 'Promising', vi: 'Hứa hẹn', ms: 'Berpotensi' },
	'rfm.name.attention': { en: 'Need attention', vi: 'Cần quan tâm', ms: 'Perlu perhatian' },
	'rfm.name.sleep': { en: 'About to sleep', vi: 'Sắp ngủ quên', ms: 'Hampir lena' },
	'rfm.name.risk': { en: 'At risk', vi: 'Có nguy cơ', ms: 'Berisiko' },
	'rfm.name.lose': { en: 'Can’t lose', vi: 'Không thể mất', ms: 'Jangan hilang' },
	'rfm.name.hibernating': { en: 'Hibernating', vi: 'Ngủ đông', ms: 'Hibernasi' }
} satisfies Record<`rfm.name.${RfmName}`, Translations>);

export const rfm = messages({
	...names,
	'rfm.finding': {
		en: {
			one: '{n} champion, {share} of customers, brings {revenue} of revenue; good customers at risk: {risk}.',
			other: '{n} champions, {share} of customers, bring {revenue} of revenue; good customers at risk: {risk}.'
		},
		vi: '{n} khách vàng, {share} số khách, mang về {revenue} doanh thu; {risk} khách tốt có nguy cơ rời đi.',
		ms: '{n} juara, {share} daripada pelanggan, membawa {revenue} hasil; {risk} pelanggan baik berisiko.'
	},
	'rfm.grid': {
		en: 'Customers by how recently and how often they bought',
		vi: 'Khách hàng theo độ gần đây và tần suất mua',
		ms: 'Pelanggan mengikut kekinian dan kekerapan membeli'
	},
	'rfm.grid.summary': {
		en: {
			one: 'A grid of 25 squares, recency by frequency. The fullest square, {name}, holds {n} customer.',
			other: 'A grid of 25 squares, recency by frequency. The fullest square, {name}, holds {n} customers.'
		},
		vi: 'Lưới 25 ô, độ gần đây theo tần suất. Ô đông nhất, {name}, có {n} khách hàng.',
		ms: 'Grid 25 petak, kekinian lawan kekerapan. Petak paling penuh, {name}, ada {n} pelanggan.'
	},
	'rfm.frequency': { en: 'Frequency counts', vi: 'Tần suất đếm', ms: 'Kekerapan mengira' },
	'rfm.frequency.orders': { en: 'orders', vi: 'đơn hàng', ms: 'pesanan' },
	'rfm.frequency.days': { en: 'purchase days', vi: 'ngày mua', ms: 'hari membeli' },
	'rfm.monetary': { en: 'Money is', vi: 'Tiền là', ms: 'Wang ialah' },
	'rfm.monetary.total': { en: 'total revenue', vi: 'tổng doanh thu', ms: 'jumlah hasil' },
	'rfm.monetary.average': { en: 'mean order value', vi: 'giá trị đơn trung bình', ms: 'purata nilai pesanan' },
	'rfm.cutoffs': { en: 'Cut-offs', vi: 'Ngưỡng', ms: 'Had' },
	'rfm.cutoffs.quantiles': { en: 'fifths of your customers', vi: 'năm phần của khách bạn', ms: 'perlimaan pelanggan anda' },
	'rfm.cutoffs.business': { en: '1 · 2 · 3 · 4–5 · 6+ orders', vi: '1 · 2 · 3 · 4–5 · 6+ đơn', ms: '1 · 2 · 3 · 4–5 · 6+ pesanan' },
	'rfm.levels': {
		en: {
			one: 'Frequency has {n} useful level here: {share} of customers have the lowest. Equal customers always get equal scores.',
			other: 'Frequency has {n} useful levels here: {share} of customers have the lowest. Equal customers always get equal scores.'
		},
		vi: 'Tần suất ở đây có {n} mức hữu ích: {share} số khách ở mức thấp nhất. Khách như nhau luôn được điểm như nhau.',
		ms: 'Kekerapan ada {n} aras berguna di sini: {share} pelanggan pada aras terendah. Pelanggan yang sama sentiasa mendapat skor yang sama.'
	},
	'rfm.equal': {
		en: 'Equal customers always get equal scores, whatever the order of the rows.',
		vi: 'Khách như nhau luôn được điểm như nhau, bất kể thứ tự dòng.',
		ms: 'Pelanggan yang sama sentiasa mendapat skor yang sama, tidak kira susunan baris.'
	},
	'rfm.column.name': { en: 'Name', vi: 'Tên', ms: 'Nama' },
	'rfm.column.customers': { en: 'Customers', vi: 'Khách hàng', ms: 'Pelanggan' },
	'rfm.column.share': { en: 'Share', vi: 'Tỷ lệ', ms: 'Bahagian' },
	'rfm.column.revenue': { en: 'Revenue', vi: 'Doanh thu', ms: 'Hasil' },
	'rfm.column.revenueShare': { en: 'Of all revenue', vi: 'Trong tổng doanh thu', ms: 'Daripada semua hasil' },
	'rfm.column.high': { en: 'High spenders', vi: 'Chi tiêu cao', ms: 'Belanja tinggi' },
	'rfm.money': { en: 'Money scores: {list}.', vi: 'Điểm tiền: {list}.', ms: 'Skor wang: {list}.' },
	'rfm.column.recency': { en: 'Recency score', vi: 'Điểm gần đây', ms: 'Skor kekinian' },
	'rfm.column.frequency': { en: 'Frequency score', vi: 'Điểm tần suất', ms: 'Skor kekerapan' },
	'rfm.days': { en: '{from}–{to}\u00a0days', vi: '{from}–{to}\u00a0ngày', ms: '{from}–{to}\u00a0hari' },
	'rfm.day': { en: '{from}\u00a0days', vi: '{from}\u00a0ngày', ms: '{from}\u00a0hari' },
	'rfm.none': { en: 'nobody', vi: 'không có ai', ms: 'tiada sesiapa' },
	'rfm.times': { en: '{from}–{to}', vi: '{from}–{to}', ms: '{from}–{to}' },
	'rfm.how': {
		en: 'Each customer is ranked by days since the last order and by number of orders; the rank, shared by equals, becomes a score from 1 to 5 (5 is best). The two scores name the customer; every square of the grid has exactly one name.',
		vi: 'Mỗi khách được xếp hạng theo số ngày từ đơn cuối và số đơn; hạng, dùng chung cho người bằng nhau, trở thành điểm từ 1 đến 5 (5 là tốt nhất). Hai điểm đặt tên cho khách; mỗi ô của lưới có đúng một tên.',
		ms: 'Setiap pelanggan diberi pangkat mengikut hari sejak pesanan terakhir dan bilangan pesanan; pangkat itu, dikongsi oleh yang sama, menjadi skor dari 1 hingga 5 (5 terbaik). Dua skor itu menamakan pelanggan; setiap petak grid ada tepat satu nama.'
	},
	'rfm.formula': {
		en: 'p = (number below + half of the number equal) ÷ n; score = 1 + ⌊5 p⌋, at most 5; recency counts backwards.',
		vi: 'p = (số nhỏ hơn + một nửa số bằng) ÷ n; điểm = 1 + ⌊5 p⌋, tối đa 5; độ gần đây tính ngược.',
		ms: 'p = (bilangan lebih kecil + separuh bilangan sama) ÷ n; skor = 1 + ⌊5 p⌋, paling tinggi 5; kekinian dikira songsang.'
	}
});
