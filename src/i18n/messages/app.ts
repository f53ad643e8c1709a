import { messages } from '../define.js';

export const app = messages({
	'app.name': { en: 'Tessera', vi: 'Tessera', ms: 'Tessera' },
	'app.promise': {
		en: 'Drop a file of orders; get customer segments you can trust.',
		vi: 'Thả một tệp đơn hàng; nhận các nhóm khách hàng đáng tin.',
		ms: 'Lepaskan fail pesanan; dapatkan segmen pelanggan yang boleh dipercayai.'
	},
	'app.private': {
		en: 'Everything happens in this page. The browser itself forbids it to send your file anywhere.',
		vi: 'Mọi việc diễn ra ngay trong trang này. Chính trình duyệt cấm trang gửi tệp của bạn đi đâu.',
		ms: 'Semuanya berlaku dalam halaman ini. Pelayar sendiri melarangnya menghantar fail anda ke mana-mana.'
	},
	'app.drop': { en: 'Drop a file here', vi: 'Thả tệp vào đây', ms: 'Lepaskan fail di sini' },
	'app.pasted': { en: 'pasted rows.tsv', vi: 'dòng đã dán.tsv', ms: 'baris ditampal.tsv' },
	'app.choose': { en: 'Choose a file', vi: 'Chọn tệp', ms: 'Pilih fail' },
	'app.dropHint': {
		en: 'Orders or customers as CSV, Excel, JSON or Parquet, also zipped. Or paste rows from a spreadsheet.',
		vi: 'Đơn hàng hoặc khách hàng dạng CSV, Excel, JSON hay Parquet, cả tệp nén. Hoặc dán các dòng từ bảng tính.',
		ms: 'Pesanan atau pelanggan sebagai CSV, Excel, JSON atau Parquet, juga yang dizip. Atau tampal baris daripada hamparan.'
	},
	'app.orSample': { en: 'No file at hand? Open a sample.', vi: 'Chưa có tệp? Mở dữ liệu mẫu.', ms: 'Tiada fail? Buka sampel.' },
	'app.sample.shop': { en: 'A shop with true segments', vi: 'Cửa hàng có các nhóm thật', ms: 'Kedai dengan segmen sebenar' },
	'app.sample.shop.hint': {
		en: 'Made-up orders of a small shop. Groups of customers are hidden in it: see whether they are found.',
		vi: 'Đơn hàng giả lập của một cửa hàng nhỏ, có các nhóm khách ẩn bên trong: xem có tìm ra không.',
		ms: 'Pesanan rekaan sebuah kedai kecil. Kumpulan pelanggan tersembunyi di dalamnya: lihat sama ada ia ditemui.'
	},
	'app.sample.noise': { en: 'A shop without any', vi: 'Cửa hàng không có nhóm nào', ms: 'Kedai tanpa segmen' },
	'app.sample.noise.hint': {
		en: 'Customers all of one kind. An honest tool says there is nothing to find.',
		vi: 'Khách hàng đều cùng một kiểu. Công cụ trung thực sẽ nói rằng không có gì để tìm.',
		ms: 'Semua pelanggan sejenis. Alat yang jujur akan mengatakan tiada apa untuk ditemui.'
	},
	'app.untitled': { en: 'Untitled notebook', vi: 'Sổ chưa đặt tên', ms: 'Buku nota tanpa tajuk' },
	'app.title': { en: 'Notebook title', vi: 'Tên sổ', ms: 'Tajuk buku nota' },
	'app.runAll': { en: 'Run all', vi: 'Chạy tất cả', ms: 'Jalankan semua' },
	'app.stopAll': { en: 'Stop', vi: 'Dừng', ms: 'Henti' },
	'app.undo': { en: 'Undo', vi: 'Hoàn tác', ms: 'Buat asal' },
	'app.redo': { en: 'Redo', vi: 'Làm lại', ms: 'Buat semula' },
	'app.save': { en: 'Save notebook', vi: 'Lưu sổ', ms: 'Simpan buku nota' },
	'app.open': { en: 'Open…', vi: 'Mở…', ms: 'Buka…' },
	'app.new': { en: 'Start over', vi: 'Bắt đầu lại', ms: 'Mula semula' },
	'app.language': { en: 'Language', vi: 'Ngôn ngữ', ms: 'Bahasa' },
	'app.theme': { en: 'Theme', vi: 'Giao diện', ms: 'Tema' },
	'app.theme.auto': { en: 'As the device', vi: 'Theo thiết bị', ms: 'Ikut peranti' },
	'app.theme.light': { en: 'Light', vi: 'Sáng', ms: 'Cerah' },
	'app.theme.dark': { en: 'Dark', vi: 'Tối', ms: 'Gelap' },
	'app.cells': { en: 'Cells', vi: 'Các ô', ms: 'Sel' },
	'app.menu': { en: 'Menu', vi: 'Trình đơn', ms: 'Menu' },
	'app.skip': { en: 'Skip to the notebook', vi: 'Đến nội dung sổ', ms: 'Langkau ke buku nota' },
	'app.log': { en: 'What happened last', vi: 'Vừa diễn ra', ms: 'Yang terkini' },
	'app.close': { en: 'Close', vi: 'Đóng', ms: 'Tutup' },
	'app.shield': { en: 'Nothing is sent', vi: 'Không gửi gì đi', ms: 'Tiada yang dihantar' },
	'app.shield.title': { en: 'What the browser enforces', vi: 'Điều trình duyệt bảo đảm', ms: 'Apa yang dikuatkuasakan pelayar' },
	'app.shield.does': {
		en: 'A Content-Security-Policy in this page makes the browser refuse every fetch, WebSocket, beacon, image, form and script that would go to another site, from the page and from the part that computes.',
		vi: 'Chính sách bảo mật nội dung (CSP) trong trang khiến trình duyệt từ chối mọi fetch, WebSocket, beacon, ảnh, biểu mẫu và mã lệnh hướng tới trang khác, từ trang này lẫn từ phần tính toán.',
		ms: 'Dasar Keselamatan Kandungan dalam halaman ini membuat pelayar menolak setiap fetch, WebSocket, beacon, imej, borang dan skrip yang menuju ke laman lain, daripada halaman dan daripada bahagian yang mengira.'
	},
	'app.shield.own': {
		en: 'Requests to this site’s own address stay possible, because the page loads its own parts from there. It sends none of your data with them.',
		vi: 'Yêu cầu tới chính địa chỉ này vẫn được phép vì trang tải các phần của mình từ đó. Trang không gửi kèm dữ liệu nào của bạn.',
		ms: 'Permintaan ke alamat laman ini sendiri masih boleh, kerana halaman memuatkan bahagiannya dari situ. Tiada data anda dihantar bersamanya.'
	},
	'app.shield.not': {
		en: 'No policy can stop a page from leading you to another address, from WebRTC (which Tessera does not use), or an extension of your browser from reading along. You would see the first; you choose the last.',
		vi: 'Không chính sách nào ngăn được một trang dẫn bạn sang địa chỉ khác, dùng WebRTC (Tessera không dùng), hay tiện ích của trình duyệt đọc cùng. Điều đầu bạn sẽ thấy; điều cuối do bạn chọn.',
		ms: 'Tiada dasar yang boleh menghalang halaman membawa anda ke alamat lain, menggunakan WebRTC (Tessera tidak menggunakannya), atau sambungan pelayar anda turut membaca. Yang pertama anda akan nampak; yang terakhir pilihan anda.'
	},
	'app.shield.check': {
		en: 'Check it yourself: load the page, switch the network off, and work on.',
		vi: 'Tự kiểm tra: mở trang, ngắt mạng rồi làm việc tiếp.',
		ms: 'Semak sendiri: muatkan halaman, putuskan rangkaian, dan teruskan kerja.'
	},
	'app.kept': {
		en: 'Your choices are kept in this browser as you work; the rows of your file are not.',
		vi: 'Các lựa chọn được lưu trong trình duyệt này khi bạn làm việc; các dòng của tệp thì không.',
		ms: 'Pilihan anda disimpan dalam pelayar ini semasa anda bekerja; baris fail anda tidak.'
	},
	'app.notKept': {
		en: 'This browser does not let the page keep your notebook. Save it as a file before you leave.',
		vi: 'Trình duyệt này không cho trang lưu sổ. Hãy lưu thành tệp trước khi rời đi.',
		ms: 'Pelayar ini tidak membenarkan halaman menyimpan buku nota. Simpan sebagai fail sebelum anda pergi.'
	}
});
