import { messages } from '../define.js';

export const exports = messages({
	'export.finding': {
		en: 'One row for each of {n} customers: {parts}.',
		vi: '{n} khách hàng, mỗi người một dòng: {parts}.',
		ms: 'Satu baris bagi setiap satu daripada {n} pelanggan: {parts}.'
	},
	'export.part.id': { en: 'id', vi: 'mã', ms: 'id' },
	'export.part.rfm': { en: 'RFM name', vi: 'tên RFM', ms: 'nama RFM' },
	'export.part.segment': { en: 'segment', vi: 'nhóm', ms: 'segmen' },
	'export.part.score': { en: 'chance of buying', vi: 'xác suất mua', ms: 'kebarangkalian membeli' },
	'export.part.chance': { en: 'chance', vi: 'xác suất', ms: 'kebarangkalian' },
	'export.part.value': { en: 'value', vi: 'giá trị', ms: 'nilai' },
	'export.part.features': { en: 'features', vi: 'đặc trưng', ms: 'ciri' },
	'export.download': { en: 'Download the customer file', vi: 'Tải tệp khách hàng', ms: 'Muat turun fail pelanggan' },
	'export.download.picked': { en: 'Only the {n} picked out', vi: 'Chỉ {n} khách đã chọn', ms: 'Hanya {n} yang dipilih' },
	'export.file.picked': { en: 'customers-picked-out', vi: 'khach-hang-da-chon', ms: 'pelanggan-dipilih' },
	'export.file': { en: 'customers', vi: 'khach-hang', ms: 'pelanggan' },
	'export.column.id': { en: 'customer', vi: 'khách hàng', ms: 'pelanggan' },
	'export.column.rfm': { en: 'RFM name', vi: 'tên RFM', ms: 'nama RFM' },
	'export.column.segment': { en: 'segment', vi: 'nhóm', ms: 'segmen' },
	'export.column.strength': { en: 'strength of membership', vi: 'độ chắc chắn thuộc nhóm', ms: 'kekuatan keahlian' },
	'export.column.second': { en: 'second-best segment', vi: 'nhóm gần thứ hai', ms: 'segmen kedua terdekat' },
	'export.column.score.purchase': {
		en: 'chance of buying in the {h}\u00a0days from {day} ({model}, base rate {rate})',
		vi: 'xác suất mua trong {h}\u00a0ngày từ {day} ({model}, tỷ lệ nền {rate})',
		ms: 'kebarangkalian membeli dalam {h}\u00a0hari dari {day} ({model}, kadar asas {rate})'
	},
	'export.column.score.more': {
		en: 'chance of spending more in the {h}\u00a0days from {day} than in those before ({model}, base rate {rate})',
		vi: 'xác suất chi nhiều hơn trong {h}\u00a0ngày từ {day} so với trước đó ({model}, tỷ lệ nền {rate})',
		ms: 'kebarangkalian berbelanja lebih dalam {h}\u00a0hari dari {day} daripada sebelumnya ({model}, kadar asas {rate})'
	},
	'export.column.score.tier': {
		en: 'chance of reaching the next value tier in the {h}\u00a0days from {day} ({model}, base rate {rate})',
		vi: 'xác suất lên bậc giá trị kế tiếp trong {h}\u00a0ngày từ {day} ({model}, tỷ lệ nền {rate})',
		ms: 'kebarangkalian mencapai peringkat nilai seterusnya dalam {h}\u00a0hari dari {day} ({model}, kadar asas {rate})'
	},
	'export.column.score.column': {
		en: 'chance that {target} ({model}, base rate {rate})',
		vi: 'xác suất {target} ({model}, tỷ lệ nền {rate})',
		ms: 'kebarangkalian {target} ({model}, kadar asas {rate})'
	},
	'export.column.money': { en: 'money of the file', vi: 'tiền của tệp', ms: 'wang fail' },
	'export.column.tier': { en: 'value tier', vi: 'bậc giá trị', ms: 'peringkat nilai' },
	'export.column.stage': {
		en: 'lifecycle stage on {day}',
		vi: 'giai đoạn vòng đời vào {day}',
		ms: 'peringkat kitaran hayat pada {day}'
	},
	'export.column.past': {
		en: 'past value before {day} ({currency}, margin {margin})',
		vi: 'giá trị đã qua trước {day} ({currency}, biên lợi nhuận {margin})',
		ms: 'nilai lalu sebelum {day} ({currency}, margin {margin})'
	},
	'export.column.future': {
		en: 'value in the {h}\u00a0months from {day} ({currency}, margin {margin}, discount {discount} a year)',
		vi: 'giá trị trong {h}\u00a0tháng từ {day} ({currency}, biên lợi nhuận {margin}, chiết khấu {discount} mỗi năm)',
		ms: 'nilai dalam {h}\u00a0bulan dari {day} ({currency}, margin {margin}, diskaun {discount} setahun)'
	},
	'export.column.orders': {
		en: 'expected orders in the {h}\u00a0months from {day}',
		vi: 'số đơn dự kiến trong {h}\u00a0tháng từ {day}',
		ms: 'pesanan dijangka dalam {h}\u00a0bulan dari {day}'
	},
	'export.column.any': {
		en: 'chance of an order in the {h}\u00a0months from {day}',
		vi: 'xác suất có đơn trong {h}\u00a0tháng từ {day}',
		ms: 'kebarangkalian ada pesanan dalam {h}\u00a0bulan dari {day}'
	},
	'export.column.alive': {
		en: 'chance of still being a customer on {day}',
		vi: 'xác suất vẫn còn là khách vào {day}',
		ms: 'kebarangkalian masih pelanggan pada {day}'
	},
	'export.column.next': {
		en: 'next order, if still a customer: even odds on (seen from {day})',
		vi: 'đơn tiếp theo nếu vẫn là khách: ngày 50/50 (nhìn từ {day})',
		ms: 'pesanan seterusnya jika masih pelanggan: tarikh 50/50 (dilihat dari {day})'
	},
	'export.column.nextLow': {
		en: 'next order: 8 in 10 times from (seen from {day})',
		vi: 'đơn tiếp theo: 8 trên 10 lần từ ngày (nhìn từ {day})',
		ms: 'pesanan seterusnya: 8 daripada 10 kali dari (dilihat dari {day})'
	},
	'export.column.nextHigh': {
		en: 'next order: 8 in 10 times to (seen from {day})',
		vi: 'đơn tiếp theo: 8 trên 10 lần đến ngày (nhìn từ {day})',
		ms: 'pesanan seterusnya: 8 daripada 10 kali hingga (dilihat dari {day})'
	},
	'export.segments': { en: 'What each segment is worth', vi: 'Giá trị của từng nhóm', ms: 'Nilai setiap segmen' },
	'export.first': { en: 'First rows', vi: 'Những dòng đầu', ms: 'Baris pertama' },
	'export.note': {
		en: 'Written for a spreadsheet in your language: separators, decimal marks and accents come out right, and no cell can act as a formula.',
		vi: 'Được viết cho bảng tính theo ngôn ngữ của bạn: dấu phân cách, dấu thập phân và dấu tiếng Việt đều đúng, và không ô nào hoạt động như công thức.',
		ms: 'Ditulis untuk hamparan dalam bahasa anda: pemisah, tanda perpuluhan dan aksara keluar dengan betul, dan tiada sel boleh bertindak sebagai formula.'
	}
});
