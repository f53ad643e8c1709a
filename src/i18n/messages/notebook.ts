import { messages } from '../define.js';

export const notebook = messages({
	'notebook.run': { en: 'Run', vi: 'Chạy', ms: 'Jalankan' },
	'notebook.stop': { en: 'Stop', vi: 'Dừng', ms: 'Henti' },
	'notebook.how': { en: 'How this works', vi: 'Cách hoạt động', ms: 'Cara ia berfungsi' },
	'notebook.idle': { en: 'waits for the cells above', vi: 'chờ các ô phía trên', ms: 'menunggu sel di atas' },
	'notebook.ready': { en: 'ready to run', vi: 'sẵn sàng chạy', ms: 'sedia dijalankan' },
	'notebook.lacks': {
		en: 'needs {cell}, which has no result',
		vi: 'cần ô {cell}, mà ô này chưa có kết quả',
		ms: 'perlukan {cell}, yang tiada hasil'
	},
	'notebook.stopped': { en: 'stopped', vi: 'đã dừng', ms: 'dihentikan' },
	'notebook.stale': { en: 'outdated by a change', vi: 'đã cũ do có thay đổi', ms: 'lapuk akibat perubahan' },
	'notebook.running': { en: 'running', vi: 'đang chạy', ms: 'sedang berjalan' },
	'notebook.failed': { en: 'did not run', vi: 'chưa chạy được', ms: 'tidak dapat dijalankan' },
	'notebook.blocked': { en: 'needs you', vi: 'cần bạn', ms: 'perlukan anda' },
	'notebook.inapplicable': { en: 'not for this data', vi: 'không dành cho dữ liệu này', ms: 'bukan untuk data ini' },
	'notebook.done': { en: 'done in {time}', vi: 'xong trong {time}', ms: 'siap dalam {time}' },
	'notebook.ms': { en: '{n}\u00a0ms', vi: '{n}\u00a0ms', ms: '{n}\u00a0ms' },
	'notebook.s': { en: '{n}\u00a0s', vi: '{n}\u00a0giây', ms: '{n}\u00a0s' },
	'notebook.details': { en: 'Copy details', vi: 'Chép chi tiết', ms: 'Salin butiran' },
	'notebook.instead': {
		en: '{cell} has formed no groups of this data, but this cell can go by others.',
		vi: 'Ô {cell} không tạo được nhóm nào từ dữ liệu này, nhưng ô này có thể dùng nhóm khác.',
		ms: '{cell} tidak membentuk kumpulan daripada data ini, tetapi sel ini boleh mengikut kumpulan lain.'
	},
	'notebook.instead.take': { en: 'Go by {cell}', vi: 'Dùng nhóm của {cell}', ms: 'Ikut {cell}' },
	'notebook.input.segments': { en: 'Groups from', vi: 'Nhóm lấy từ', ms: 'Kumpulan daripada' },
	'notebook.name.data': { en: 'Data', vi: 'Dữ liệu', ms: 'Data' },
	'notebook.name.prepare': { en: 'Prepare', vi: 'Chuẩn bị', ms: 'Sediakan' },
	'notebook.name.features': { en: 'Features', vi: 'Đặc trưng', ms: 'Ciri' },
	'notebook.name.rfm': { en: 'RFM', vi: 'RFM', ms: 'RFM' },
	'notebook.name.embed': { en: 'Embedding', vi: 'Vectơ nhúng', ms: 'Benaman' },
	'notebook.name.segments': { en: 'Segments', vi: 'Nhóm', ms: 'Segmen' },
	'notebook.name.map': { en: 'Map', vi: 'Bản đồ', ms: 'Peta' },
	'notebook.name.profile': { en: 'Profile', vi: 'Chân dung', ms: 'Profil' },
	'notebook.name.predict': { en: 'Purchase scores', vi: 'Điểm mua hàng', ms: 'Skor belian' },
	'notebook.name.value': { en: 'Value', vi: 'Giá trị', ms: 'Nilai' },
	'notebook.name.export': { en: 'Export', vi: 'Xuất tệp', ms: 'Eksport' },
	'notebook.question.data': { en: 'What is in the file?', vi: 'Trong tệp có gì?', ms: 'Apa dalam fail ini?' },
	'notebook.question.prepare': { en: 'Which rows count?', vi: 'Dòng nào được tính?', ms: 'Baris mana dikira?' },
	'notebook.question.features': {
		en: 'What do we know of each customer?',
		vi: 'Ta biết gì về từng khách?',
		ms: 'Apa yang kita tahu tentang setiap pelanggan?'
	},
	'notebook.question.rfm': {
		en: 'Who buys recently, often, much?',
		vi: 'Ai mua gần đây, thường xuyên, nhiều?',
		ms: 'Siapa membeli baru-baru ini, kerap, banyak?'
	},
	'notebook.question.embed': {
		en: 'What makes customers alike?',
		vi: 'Điều gì khiến khách giống nhau?',
		ms: 'Apa yang menjadikan pelanggan serupa?'
	},
	'notebook.question.segments': { en: 'Which groups are there?', vi: 'Có những nhóm nào?', ms: 'Kumpulan apa yang ada?' },
	'notebook.question.map': { en: 'Where are the groups?', vi: 'Các nhóm ở đâu?', ms: 'Di mana kumpulan itu?' },
	'notebook.question.profile': { en: 'Who are they?', vi: 'Họ là ai?', ms: 'Siapa mereka?' },
	'notebook.question.predict': { en: 'Who buys next?', vi: 'Ai sẽ mua tiếp?', ms: 'Siapa membeli seterusnya?' },
	'notebook.question.value': { en: 'What are they worth?', vi: 'Họ mang lại giá trị bao nhiêu?', ms: 'Berapa nilai mereka?' },
	'notebook.question.export': { en: 'What do I take away?', vi: 'Tôi mang về điều gì?', ms: 'Apa yang saya bawa pulang?' }
});
