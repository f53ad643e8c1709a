import { messages } from '../define.js';

export const charts = messages({
	'charts.menu': { en: 'Table and downloads', vi: 'Bảng số liệu và tải về', ms: 'Jadual dan muat turun' },
	'charts.showTable': { en: 'Show the table', vi: 'Hiện bảng số liệu', ms: 'Tunjukkan jadual' },
	'charts.hideTable': { en: 'Hide the table', vi: 'Ẩn bảng số liệu', ms: 'Sembunyikan jadual' },
	'charts.download': { en: 'Download {format}', vi: 'Tải về {format}', ms: 'Muat turun {format}' },
	'charts.firstRows': {
		en: 'The first {shown} of {all} rows; the CSV file holds them all.',
		vi: '{shown} dòng đầu trong {all} dòng; tệp CSV có đủ.',
		ms: '{shown} baris pertama daripada {all}; fail CSV ada semuanya.'
	},
	'charts.read': {
		en: 'Read the values with the arrow keys',
		vi: 'Đọc từng giá trị bằng phím mũi tên',
		ms: 'Baca nilai dengan kekunci anak panah'
	},

	'charts.histogram.bin': { en: '{from} to {to}', vi: '{from} đến {to}', ms: '{from} hingga {to}' },
	'charts.histogram.over': { en: '{from} or more', vi: 'từ {from} trở lên', ms: '{from} atau lebih' },
	'charts.histogram.count': {
		en: { one: '{n} customer, {share}', other: '{n} customers, {share}' },
		vi: '{n} khách, {share}',
		ms: '{n} pelanggan, {share}'
	},
	'charts.histogram.median': { en: 'median {value}', vi: 'trung vị {value}', ms: 'median {value}' },

	'charts.rfm.recency': { en: 'Last order', vi: 'Đơn gần nhất', ms: 'Pesanan terakhir' },
	'charts.rfm.frequency': { en: 'Number of orders', vi: 'Số đơn hàng', ms: 'Bilangan pesanan' },
	'charts.rfm.shade': { en: 'Shade: share of revenue', vi: 'Độ đậm: tỷ trọng doanh thu', ms: 'Rona: bahagian hasil' },
	'charts.rfm.cell': {
		en: { one: '{n} customer, {share} of revenue', other: '{n} customers, {share} of revenue' },
		vi: '{n} khách, {share} doanh thu',
		ms: '{n} pelanggan, {share} hasil'
	},
	'charts.rfm.where': {
		en: 'Last order: {recency}; orders: {frequency}',
		vi: 'Đơn gần nhất: {recency}; số đơn: {frequency}',
		ms: 'Pesanan terakhir: {recency}; pesanan: {frequency}'
	},

	'charts.calibration.perfect': { en: 'as predicted', vi: 'đúng như dự đoán', ms: 'seperti ramalan' },
	'charts.calibration.predicted': { en: 'Predicted chance', vi: 'Xác suất dự đoán', ms: 'Kebarangkalian ramalan' },
	'charts.calibration.observed': { en: 'Came true', vi: 'Đã xảy ra', ms: 'Menjadi kenyataan' },
	'charts.calibration.bin': {
		en: 'Predicted {predicted}, came true {observed}',
		vi: 'Dự đoán {predicted}, đã xảy ra {observed}',
		ms: 'Diramal {predicted}, menjadi kenyataan {observed}'
	},
	'charts.calibration.interval': {
		en: 'Likely between {low} and {high} ({n} customers)',
		vi: 'Có thể từ {low} đến {high} ({n} khách)',
		ms: 'Mungkin antara {low} dan {high} ({n} pelanggan)'
	},

	'charts.gains.contacted': { en: 'Customers, best first', vi: 'Khách hàng, tốt nhất trước', ms: 'Pelanggan, terbaik dahulu' },
	'charts.gains.found': { en: 'Found', vi: 'Tìm được', ms: 'Ditemui' },
	'charts.gains.chance': { en: 'By chance', vi: 'Ngẫu nhiên', ms: 'Secara rawak' },
	'charts.gains.top': { en: 'Best {share} of customers', vi: '{share} khách tốt nhất', ms: '{share} pelanggan terbaik' },
	'charts.gains.reached': { en: '{name}: {share} found', vi: '{name}: tìm được {share}', ms: '{name}: {share} ditemui' },

	'charts.map.name': { en: 'Map of customers', vi: 'Bản đồ khách hàng', ms: 'Peta pelanggan' },
	'charts.map.keys': {
		en: 'Arrow keys move the map, plus and minus zoom, 0 shows it all.',
		vi: 'Phím mũi tên để di chuyển, cộng và trừ để phóng to thu nhỏ, 0 để xem toàn bộ.',
		ms: 'Anak panah menggerakkan peta, tambah dan tolak mengezum, 0 menunjukkan semuanya.'
	},
	'charts.map.keys.pick': {
		en: 'Arrow keys move the map, plus and minus zoom, 0 shows it all, Enter picks out whoever is in sight, Escape nobody.',
		vi: 'Phím mũi tên để di chuyển, cộng và trừ để phóng to thu nhỏ, 0 để xem toàn bộ, Enter để chọn mọi khách đang thấy, Escape để bỏ chọn.',
		ms: 'Anak panah menggerakkan peta, tambah dan tolak mengezum, 0 menunjukkan semuanya, Enter memilih sesiapa yang kelihatan, Escape mengosongkan pilihan.'
	},
	'charts.map.in': { en: 'Zoom in', vi: 'Phóng to', ms: 'Zum masuk' },
	'charts.map.out': { en: 'Zoom out', vi: 'Thu nhỏ', ms: 'Zum keluar' },
	'charts.map.fit': { en: 'Show all', vi: 'Xem toàn bộ', ms: 'Tunjukkan semua' },
	'charts.map.lasso': { en: 'Draw around customers', vi: 'Khoanh vùng khách', ms: 'Lukis mengelilingi pelanggan' },
	'charts.map.clear': { en: 'Clear', vi: 'Bỏ chọn', ms: 'Kosongkan' },
	'charts.map.chosen': {
		en: { one: '{n} customer picked out', other: '{n} customers picked out' },
		vi: 'Đã chọn {n} khách',
		ms: '{n} pelanggan dipilih'
	},
	'charts.map.choose': { en: 'Select {name}', vi: 'Chọn {name}', ms: 'Pilih {name}' },
	'charts.map.groups': { en: 'Groups', vi: 'Các nhóm', ms: 'Kumpulan' },

	'charts.table.row': { en: 'Go to row', vi: 'Đến dòng', ms: 'Ke baris' },
	'charts.table.range': { en: 'Rows {from}–{to} of {all}', vi: 'Dòng {from}–{to} trong {all}', ms: 'Baris {from}–{to} daripada {all}' },
	'charts.table.failed': { en: 'These rows could not be read.', vi: 'Không đọc được các dòng này.', ms: 'Baris ini tidak dapat dibaca.' },
	'charts.table.again': { en: 'Read them again', vi: 'Đọc lại', ms: 'Baca semula' },

	'charts.field.between': { en: 'From {low} to {high}', vi: 'Từ {low} đến {high}', ms: 'Dari {low} hingga {high}' },
	'charts.field.from': { en: '{low} or more', vi: 'Từ {low} trở lên', ms: '{low} atau lebih' },
	'charts.field.to': { en: '{high} or less', vi: 'Không quá {high}', ms: '{high} atau kurang' },
	'charts.dialog.close': { en: 'Close', vi: 'Đóng', ms: 'Tutup' }
});
