import { messages } from '../define.js';

export const map = messages({
	'map.finding': {
		en: '{n} customers on the two widest directions of the embedding, which show {share} of it.',
		vi: '{n} khách hàng trên hai hướng rộng nhất của vectơ nhúng, cho thấy {share} của nó.',
		ms: '{n} pelanggan pada dua arah terlebar benaman, yang menunjukkan {share} daripadanya.'
	},
	'map.title': {
		en: 'Customers, near those they resemble',
		vi: 'Khách hàng, gần những người giống họ',
		ms: 'Pelanggan, dekat dengan yang serupa'
	},
	'map.summary': {
		en: 'A map of {n} customers in {k} segments: {list}.',
		vi: 'Bản đồ {n} khách hàng trong {k} nhóm: {list}.',
		ms: 'Peta {n} pelanggan dalam {k} segmen: {list}.'
	},
	'map.note': {
		en: 'Neighbours mean much; distances far apart mean little.',
		vi: 'Gần nhau có nhiều ý nghĩa; cách xa bao nhiêu thì ít ý nghĩa.',
		ms: 'Jiran banyak bermakna; jarak yang jauh sedikit bermakna.'
	},
	'map.colour': { en: 'Colour', vi: 'Màu', ms: 'Warna' },
	'map.colour.segment': { en: 'segment', vi: 'nhóm', ms: 'segmen' },
	'map.find': { en: 'Find a customer', vi: 'Tìm khách hàng', ms: 'Cari pelanggan' },
	'map.find.go': { en: 'Find', vi: 'Tìm', ms: 'Cari' },
	'map.find.none': {
		en: 'No customer has the id “{id}”.',
		vi: 'Không có khách hàng nào mang mã “{id}”.',
		ms: 'Tiada pelanggan dengan id “{id}”.'
	},
	'map.selected': {
		en: { one: '{n} customer picked out, lit in the cells below too.', other: '{n} customers picked out, lit in the cells below too.' },
		vi: 'Đã chọn {n} khách hàng, cũng được nêu trong các ô bên dưới.',
		ms: '{n} pelanggan dipilih, juga ditonjolkan dalam sel di bawah.'
	},
	'map.clear': { en: 'Clear', vi: 'Bỏ chọn', ms: 'Kosongkan' },
	'map.pick': { en: 'Pick out', vi: 'Chọn', ms: 'Pilih' },
	'map.pick.none': { en: 'nobody', vi: 'không ai', ms: 'tiada' },
	'map.customer': { en: 'Customer {id}', vi: 'Khách {id}', ms: 'Pelanggan {id}' },
	'map.low': { en: 'low', vi: 'thấp', ms: 'rendah' },
	'map.high': { en: 'high', vi: 'cao', ms: 'tinggi' },
	'map.how': {
		en: 'Principal components turn the embedding so that its widest directions lie flat. Drag to move, scroll to zoom, draw around customers to pick them out.',
		vi: 'Phân tích thành phần chính xoay vectơ nhúng để hướng rộng nhất nằm phẳng. Kéo để di chuyển, cuộn để phóng to, vẽ quanh khách để chọn.',
		ms: 'Komponen utama memutar benaman supaya arah terlebarnya rata. Seret untuk bergerak, tatal untuk zum, lukis sekeliling pelanggan untuk memilih.'
	},
	'map.formula': {
		en: 'Principal component analysis (Pearson 1901; Hotelling 1933).',
		vi: 'Phân tích thành phần chính (Pearson 1901; Hotelling 1933).',
		ms: 'Analisis komponen utama (Pearson 1901; Hotelling 1933).'
	}
});
