import { messages } from '../define.js';

export const exports = messages({
	'export.finding': {
		en: 'One row for each of {n} customers: id, RFM name, segment, chance of buying, features.',
		vi: '{n} khách hàng, mỗi người một dòng: mã, tên RFM, nhóm, xác suất mua, đặc trưng.',
		ms: 'Satu baris bagi setiap satu daripada {n} pelanggan: id, nama RFM, segmen, kebarangkalian membeli, ciri.'
	},
	'export.finding.people': {
		en: 'One row for each of {n} customers: id, segment, features.',
		vi: '{n} khách hàng, mỗi người một dòng: mã, nhóm, đặc trưng.',
		ms: 'Satu baris bagi setiap satu daripada {n} pelanggan: id, segmen, ciri.'
	},
	'export.download': { en: 'Download the customer file', vi: 'Tải tệp khách hàng', ms: 'Muat turun fail pelanggan' },
	'export.file': { en: 'customers', vi: 'khach-hang', ms: 'pelanggan' },
	'export.column.id': { en: 'customer', vi: 'khách hàng', ms: 'pelanggan' },
	'export.column.rfm': { en: 'RFM name', vi: 'tên RFM', ms: 'nama RFM' },
	'export.column.segment': { en: 'segment', vi: 'nhóm', ms: 'segmen' },
	'export.column.strength': { en: 'strength of membership', vi: 'độ chắc chắn thuộc nhóm', ms: 'kekuatan keahlian' },
	'export.column.second': { en: 'second-best segment', vi: 'nhóm gần thứ hai', ms: 'segmen kedua terdekat' },
	'export.column.score': {
		en: 'chance of buying in the {h}\u00a0days from {day} ({model}, base rate {rate})',
		vi: 'xác suất mua trong {h}\u00a0ngày từ {day} ({model}, tỷ lệ nền {rate})',
		ms: 'kebarangkalian membeli dalam {h}\u00a0hari dari {day} ({model}, kadar asas {rate})'
	},
	'export.first': { en: 'First rows', vi: 'Những dòng đầu', ms: 'Baris pertama' },
	'export.note': {
		en: 'Written for a spreadsheet in your language: separators, decimal marks and accents come out right, and no cell can act as a formula.',
		vi: 'Được viết cho bảng tính theo ngôn ngữ của bạn: dấu phân cách, dấu thập phân và dấu tiếng Việt đều đúng, và không ô nào hoạt động như công thức.',
		ms: 'Ditulis untuk hamparan dalam bahasa anda: pemisah, tanda perpuluhan dan aksara keluar dengan betul, dan tiada sel boleh bertindak sebagai formula.'
	}
});
